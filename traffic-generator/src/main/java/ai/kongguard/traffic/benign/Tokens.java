package ai.kongguard.traffic.benign;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.traffic.Pick;
import java.util.Base64;
import java.util.SplittableRandom;

/** What machines hand around and nobody reads: signed tokens, digests, encoded text and pictures. */
final class Tokens {

    private static final Grammar GRAMMAR = Names.GRAMMAR
            .extend()
            .lines(
                    "any",
                    """
                    ‹hex:32›
                    ‹hex:64›
                    ‹b64:43›
                    ‹b64:22›==
                    ‹UP:26›
                    ‹hex:8›-‹hex:4›-4‹hex:3›-‹8|9|a|b›‹hex:3›-‹hex:12›
                    {‹hex:8›-‹hex:4›-4‹hex:3›-9‹hex:3›-‹hex:12›}
                    urn:uuid:‹hex:8›-‹hex:4›-4‹hex:3›-b‹hex:3›-‹hex:12›
                    ‹sk|pk|rk›_test_‹b64:24›
                    ghp_‹b64:36›
                    xoxb-‹d:12›-‹b64:24›
                    s%3A‹b64:32›.‹b64:43›
                    GA1.2.‹d:9›.‹d:10›
                    fb.1.17‹d:11›.‹d:9›
                    4/0A‹b64:40›
                    1//0‹b64:60›
                    v2.local.‹b64:80›
                    00-‹hex:32›-‹hex:16›-0‹0|1›
                    W/"‹hex:16›"
                    "‹hex:32›-‹#1-20›"
                    AWSALB=‹b64:60›
                    0x‹hex:40›
                    SHA256:‹b64:43›
                    sha1=‹hex:40›
                    t=17‹d:8›,v1=‹hex:64›
                    $argon2id$v=19$m=65536,t=3,p=4$‹b64:22›$‹b64:43›
                    $2b$1‹#0-2›$‹b64:53›
                    AAAA‹b64:60›
                    \\x1f\\x8b\\x08‹hex:24›
                    1f8b0800‹hex:40›
                    504b0304‹hex:32›
                    otpauth://totp/‹brand›:‹login›@‹domain›?secret=‹UP:16›&issuer=‹brand›
                    ‹#1-99›.‹b64:27›.‹b64:38›
                    ‹d:8›-‹abc:6›.apps.example.com
                    pbkdf2:sha256:‹#1000-90000›$‹b64:8›$‹hex:64›
                    f0‹hex:2›:‹hex:4›::‹hex:4›
                    ‹hex:2› ‹hex:2› ‹hex:2› ‹hex:2› ‹hex:2› ‹hex:2› ‹hex:2› ‹hex:2›
                    ‹hex:2›:‹hex:2›:‹hex:2›:‹hex:2›:‹hex:2›:‹hex:2›
                    """)
            .checked();

    private Tokens() {}

    static String value(SplittableRandom r) {
        return switch (r.nextInt(14)) {
            case 0, 1 -> jwt(r);
            case 12, 13 -> Awkward.password(r);
            case 2 -> base64(Prose.sentence(r));
            case 3 -> base64(JsonDocuments.small(r));
            case 4 -> base64(Either.of(r, () -> Urls.web(r), () -> Names.email(r), () -> XmlDocuments.svg(r)));
            case 5 -> Pick.chance(r, 0.5) ? image(r) : bytes(r, Pick.number(r, 16, 900));
            case 6 ->
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(JsonDocuments.small(r).getBytes(UTF_8));
            default -> GRAMMAR.draw(r, "any");
        };
    }

    /** A signed JSON web token; its parts decode. */
    static String jwt(SplittableRandom r) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String head = Pick.one(
                r,
                "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
                "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + Pick.hex(r, 8) + "\"}",
                "{\"typ\":\"at+jwt\",\"alg\":\"ES256\"}");
        String claims = "{\"sub\":\"" + Pick.hex(r, 12) + "\",\"iss\":\"https://id.example.com/\",\"exp\":"
                + Pick.number(r, 1_700_000_000, 2_000_000_000)
                + Pick.one(r, "", ",\"scope\":\"openid email\"", ",\"aud\":[\"api\",\"shop\"]") + "}";
        return encoder.encodeToString(head.getBytes(UTF_8)) + "." + encoder.encodeToString(claims.getBytes(UTF_8)) + "."
                + bytes(r, 32, encoder);
    }

    /** A picture as a data URI. */
    static String image(SplittableRandom r) {
        int length = Pick.chance(r, 0.2) ? Pick.number(r, 400, 3_000) : Pick.number(r, 30, 200);
        return Either.of(
                r,
                () -> "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA" + bytes(r, length),
                () -> "data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD" + bytes(r, length),
                () -> "data:image/gif;base64,R0lGODlhAQABAIAAAP" + bytes(r, 27),
                () -> "data:image/svg+xml;base64,"
                        + base64("<svg xmlns=\"http://www.w3.org/2000/svg\"/>" + Pick.hex(r, 4)),
                () -> "data:font/woff2;base64,d09GMgABAAAAA" + bytes(r, length),
                () -> "data:application/pdf;base64,JVBERi0xLjcK" + bytes(r, length),
                () -> "data:text/plain;charset=utf-8,Hello%2C%20" + Pick.letters(r, 6));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    static String bytes(SplittableRandom r, int length) {
        return bytes(r, length, Base64.getEncoder());
    }

    private static String bytes(SplittableRandom r, int length, Base64.Encoder encoder) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i += 8) {
            long drawn = r.nextLong();
            for (int j = i; j < Math.min(i + 8, length); j++) {
                bytes[j] = (byte) drawn;
                drawn >>>= 8;
            }
        }
        return encoder.encodeToString(bytes);
    }
}
