package ai.kongguard.traffic.benign;

import ai.kongguard.traffic.Pick;
import java.util.SplittableRandom;

/** Short values full of punctuation that break out of nothing: passwords, remarks, states, settings. */
final class Awkward {

    private static final String PUNCTUATION = "!?_/#)(|]}[{=;*+-.:,~^@$%&<>\\\"'`";
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final Grammar GRAMMAR = Names.GRAMMAR
            .extend()
            .lines(
                    "float",
                    """
                    ‹#-90-90›.‹d:3›
                    ‹#0-9›.‹d:6›
                    NaN
                    -0.‹d:4›
                    ‹#1-9›e-0‹#1-9›
                    """)
            .repeat("floats", "float", 2, 9, ",")
            .lines("bit", "‹0|1|›\n‹#0-9›")
            .repeat("bits", "bit", 2, 8, "|")
            .lines(
                    "remark",
                    """
                    ‹^verb› @ ‹place› #‹#1-20› (code: ‹#10-99›*)
                    gift -- "Happy ‹word›!"
                    ‹#1-40›" x ‹#1-20›' (‹#1-9› pcs) & more
                    ‹verb› the ‹thing› (‹adjective›!); don't ‹verb› @ ‹#1-12›pm
                    ‹thing› #‹#1-99› / ‹thing› #‹#1-99›; ‹adjective› & ‹adjective›
                    "‹^word›" - ‹adjective› ‹thing›, ‹#1-9›x (see ‹place›)
                    +‹#1-99› (0)‹#10-99› ‹d:4› ‹d:4›
                    +44 (0)20 7946 0‹d:3›
                    (555) 01‹d:2›-‹d:4› ext. ‹#1-99›
                    """)
            .lines(
                    "state",
                    """
                    ‹floats›
                    ‹floats›
                    ‹bits›
                    ‹abc:3›,‹abc:3›
                    /control/‹word›_‹#1-99›_1_‹#100-9000›@‹abc:1›‹d:5›
                    /‹component›/‹snake›_‹#1-99›@‹abc:3›‹d:3›
                    /v‹#1-3›/‹component›/{‹snake›}/‹component›
                    /‹component›/{‹camel›}
                    {‹camel›}
                    do:domain:‹domain›
                    ‹abc:3›:‹word›:‹kebab›
                    EV[‹#1-9›:base64:‹b64:24›]
                    ‹kebab›;‹word›=‹#1-99›;‹word›=‹word›
                    """)
            .lines(
                    "connection",
                    """
                    https://‹login›:‹b64:10›@192.168.‹#0-9›.‹#2-250›:9200
                    ‹postgres|postgresql|mysql›://‹login›:‹b64:12›@db.‹domain›:‹#3000-6000›/‹snake›?sslmode=require
                    ‹redis|rediss›://:‹b64:16›@cache.‹domain›:6379/‹#0-9›
                    amqp://‹login›:‹b64:12›@mq.‹domain›:5672/‹word›
                    mongodb+srv://‹login›:‹b64:12›@‹word›.‹abc:5›.‹domain›/‹snake›?retryWrites=true&w=majority
                    AuthLDAPURL "ldap://ldap‹#1-9›.‹domain›/dc=‹word›,dc=‹word›?uid?sub?(objectClass=*)"
                    https://bugs.‹domain›/‹word›?@action=redirect&id=‹#1-9999›
                    https://‹domain›/‹word›?‹abc:1›[]=‹#1-9›&‹abc:1›[]=‹#1-9›
                    https://‹domain›/‹word›;‹word›=‹word›;v=‹#1-9›/‹kebab›
                    -----BEGIN CERTIFICATE-----¶‹b64:64›¶‹b64:64›¶‹b64:28›=¶-----END CERTIFICATE-----
                    -----BEGIN PUBLIC KEY-----¶‹b64:64›¶‹b64:40›¶-----END PUBLIC KEY-----
                    """)
            .checked();

    private Awkward() {}

    /** A generated password: letters and punctuation in equal parts, so that no pair of them tells anything. */
    static String password(SplittableRandom r) {
        int length = Pick.number(r, 8, 28);
        StringBuilder password = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            String from = Pick.chance(r, 0.5) ? PUNCTUATION : LETTERS;
            password.append(from.charAt(r.nextInt(from.length())));
        }
        return password.toString();
    }

    static String remark(SplittableRandom r) {
        return GRAMMAR.draw(r, "remark");
    }

    static String state(SplittableRandom r) {
        return GRAMMAR.draw(r, "state");
    }

    static String connection(SplittableRandom r) {
        return GRAMMAR.draw(r, "connection");
    }
}
