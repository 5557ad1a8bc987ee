package ai.kongguard.testkit.llm;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads one HTTP/1.1 request with a content length. */
final class HttpQuestion {

    private HttpQuestion() {}

    static Question read(InputStream in) throws IOException {
        String[] start = line(in).split(" ", -1);
        if (start.length != 3 || !start[2].startsWith("HTTP/1.")) {
            throw new Malformed("request line");
        }
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new Malformed("header " + header);
            }
            String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.put(name, header.substring(colon + 1).strip());
        }
        String length = headers.get("content-length");
        if (length == null) {
            throw new Malformed("411 Length Required");
        }
        byte[] body = in.readNBytes(Integer.parseInt(length));
        return new Question(start[0], start[1], Map.copyOf(headers), json(body));
    }

    private static JsonNode json(byte[] body) {
        try {
            return ModelApi.JSON.readTree(body);
        } catch (JacksonException notJson) {
            // The API's own check of the question finds nothing in it, and says so.
            return MissingNode.getInstance();
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("connection closed before the request was whole");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    /** The client does not speak HTTP as this server understands it. */
    static final class Malformed extends IOException {

        private static final long serialVersionUID = 1;

        Malformed(String what) {
            super(what);
        }
    }
}
