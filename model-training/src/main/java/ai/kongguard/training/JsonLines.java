package ai.kongguard.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TrafficEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads labelled requests: one JSON object per line, plain or gzipped, with {@code label} ({@code attack} or
 * {@code benign}), {@code type}, {@code method}, {@code path}, {@code query}, {@code headers} and {@code body};
 * {@code id} and {@code source} may be left out.
 */
final class JsonLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, ThreatType> TYPES = Map.ofEntries(
            Map.entry("none", ThreatType.NONE),
            Map.entry("sqli", ThreatType.SQL_INJECTION),
            Map.entry("sql_injection", ThreatType.SQL_INJECTION),
            Map.entry("xss", ThreatType.XSS),
            Map.entry("path_traversal", ThreatType.PATH_TRAVERSAL),
            Map.entry("cmd_injection", ThreatType.COMMAND_INJECTION),
            Map.entry("command_injection", ThreatType.COMMAND_INJECTION),
            Map.entry("ldap_injection", ThreatType.LDAP_INJECTION),
            Map.entry("nosql", ThreatType.NOSQL_INJECTION),
            Map.entry("nosql_injection", ThreatType.NOSQL_INJECTION),
            Map.entry("ssti", ThreatType.SSTI),
            Map.entry("xxe", ThreatType.XXE),
            Map.entry("ssrf", ThreatType.SSRF),
            Map.entry("rce", ThreatType.RCE),
            Map.entry("crlf", ThreatType.CRLF_INJECTION),
            Map.entry("crlf_injection", ThreatType.CRLF_INJECTION));

    private JsonLines() {}

    /**
     * The requests of a file, or of every {@code .jsonl} and {@code .jsonl.gz} file of a folder in the order of names.
     *
     * @throws IllegalArgumentException naming file, line and field of the first line that cannot be read
     */
    static List<LabelledRequest> read(Path path) throws IOException {
        List<LabelledRequest> requests = new ArrayList<>();
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.filter(JsonLines::isJsonLines).sorted().toList()) {
                    readFile(file, requests);
                }
            }
        } else {
            readFile(path, requests);
        }
        return requests;
    }

    static boolean isJsonLines(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
    }

    private static void readFile(Path file, List<LabelledRequest> requests) throws IOException {
        String name = file.getFileName().toString();
        String source = name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(name.endsWith(".gz") ? new GZIPInputStream(in) : in, UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    requests.add(request(JSON.readTree(line), source, number));
                } catch (JacksonException | IllegalArgumentException e) {
                    throw new IllegalArgumentException(file + " line " + number + ": " + e.getMessage(), e);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static LabelledRequest request(JsonNode json, String source, int number) {
        String label = text(json, "label");
        ThreatType type = TYPES.getOrDefault(text(json, "type"), ThreatType.UNKNOWN);
        if (label.equals("benign")) {
            type = ThreatType.NONE;
        } else if (!label.equals("attack")) {
            throw new IllegalArgumentException("label must be attack or benign, was \"" + label + "\"");
        } else if (type == ThreatType.NONE) {
            type = ThreatType.UNKNOWN;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        json.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asString("")));
        String id = text(json, "id");
        return new LabelledRequest(
                id.isEmpty() ? source + "-" + number : id,
                source,
                type,
                TrafficEvent.ofRequest(
                        "labelled",
                        text(json, "method"),
                        text(json, "path"),
                        text(json, "query"),
                        headers,
                        text(json, "body")));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }
}
