package ai.kongguard.traffic.attack;

import ai.kongguard.traffic.Pick;
import ai.kongguard.traffic.RequestDraft;
import java.util.SplittableRandom;

/** Forms with parts, as browsers and scripts send them. */
final class Multipart {

    private static final String LINE = "\r\n";

    private Multipart() {}

    static RequestDraft field(SplittableRandom r, String payload) {
        return request(r, part(CarrierWords.parameter(r), payload));
    }

    static RequestDraft fileName(SplittableRandom r, String payload) {
        // As browsers write what would end the name or the line.
        String name = HeaderCarrier.oneLine(payload).replace("\"", "%22");
        String suffix = Pick.one(r, "", "", ".png", ".jpg", ".pdf");
        return request(r, file(r, name + suffix, CarrierWords.prose(r)));
    }

    static RequestDraft upload(SplittableRandom r, String payload) {
        return request(r, file(r, CarrierWords.scriptName(r), payload));
    }

    private static RequestDraft request(SplittableRandom r, String part) {
        String boundary = Pick.one(
                r,
                "----WebKitFormBoundary" + Pick.hex(r, 16),
                "----geckoformboundary" + Pick.hex(r, 32),
                Pick.hex(r, 32),
                "------------------------" + Pick.hex(r, 16));
        StringBuilder body = new StringBuilder(part.length() + 256);
        if (r.nextBoolean()) {
            add(body, boundary, part(CarrierWords.parameter(r), CarrierWords.prose(r)));
        }
        add(body, boundary, part);
        if (r.nextBoolean()) {
            add(body, boundary, part(CarrierWords.parameter(r), CarrierWords.word(r)));
        }
        body.append("--").append(boundary).append("--").append(LINE);
        String path = Pick.chance(r, 0.5) ? Pick.one(r, "/upload", "/files", "/api/media") : CarrierWords.formPath(r);
        return Carrier.post(r, path).body("multipart/form-data; boundary=" + boundary, body.toString());
    }

    private static void add(StringBuilder body, String boundary, String part) {
        body.append("--").append(boundary).append(LINE).append(part).append(LINE);
    }

    private static String part(String name, String value) {
        return "Content-Disposition: form-data; name=\"" + name + "\"" + LINE + LINE + value;
    }

    private static String file(SplittableRandom r, String fileName, String content) {
        String type = Pick.one(
                r,
                "image/png",
                "image/jpeg",
                "image/gif",
                "application/octet-stream",
                "text/plain",
                "application/x-php",
                "application/pdf");
        return "Content-Disposition: form-data; name=\""
                + Pick.one(r, "file", "upload", "image", "avatar", "attachment") + "\"; filename=\"" + fileName + "\""
                + LINE + "Content-Type: " + type + LINE + LINE + content;
    }
}
