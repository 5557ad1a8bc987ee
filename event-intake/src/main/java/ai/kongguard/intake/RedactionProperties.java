package ai.kongguard.intake;

import ai.kongguard.intake.redact.Redactor;
import ai.kongguard.intake.redact.Secrets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Names of fields that hold credentials, wherever they stand: headers, query, form and JSON. Case, hyphens and
 * underscores do not matter. Whatever service writes events has to be given the same.
 *
 * @param passwords what people choose; always taken out whole
 * @param tokens what programs generate; taken out whole, unless the value has characters that no token has
 */
@ConfigurationProperties("kongguard.redact")
public record RedactionProperties(
        @DefaultValue({
                    "authorization",
                    "proxy-authorization",
                    "password",
                    "passwd",
                    "pwd",
                    "passphrase",
                    "secret",
                    "client-secret",
                    "pin",
                    "otp"
                })
                List<String> passwords,
        @DefaultValue({
                    "cookie",
                    "set-cookie",
                    "x-api-key",
                    "api-key",
                    "x-auth-token",
                    "auth-token",
                    "x-access-token",
                    "access-token",
                    "refresh-token",
                    "id-token",
                    "x-csrf-token",
                    "csrf-token",
                    "token",
                    "jwt",
                    "session",
                    "session-id",
                    "jsessionid",
                    "phpsessid",
                    "sid",
                    "sig",
                    "signature",
                    "x-amz-security-token",
                    "x-amz-signature"
                })
                List<String> tokens) {

    /** What takes them out, and these fields too, as if people had chosen what is in them. */
    public Redactor redactor(List<String> alsoPasswords) {
        List<String> all = new ArrayList<>(passwords);
        all.addAll(alsoPasswords);
        return new Redactor(new Secrets(all, tokens));
    }
}
