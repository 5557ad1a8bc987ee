package ai.kongguard.detect;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.Action;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestEvents;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges labelled requests (gzipped JSON lines: label, type, method, path, query, headers, body) and prints how many of
 * each file are blocked. Arguments: the folder, then optionally a file and a type whose misses are printed.
 */
final class CorpusReport {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> CONCERNS = Set.of("sqli", "xss", "path_traversal", "cmd_injection", "none");

    private final Judge judge = Judge.withPolicy(VerdictPolicy.defaults());
    private final Map<String, int[]> rows = new TreeMap<>();

    private CorpusReport() {}

    public static void main(String[] args) throws IOException {
        CorpusReport report = new CorpusReport();
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jsonl.gz"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString().replace(".jsonl.gz", "");
                if (args.length < 2 || name.equals(args[1])) {
                    report.read(file, name, args.length > 2 ? args[2] : "");
                }
            }
        }
        report.rows.forEach((name, counts) -> System.out.printf(
                Locale.ROOT,
                "%-40s %6d  blocked %6.2f %%  monitored or more %6.2f %%%n",
                name,
                counts[0],
                100.0 * counts[1] / counts[0],
                100.0 * counts[2] / counts[0]));
    }

    private void read(Path file, String name, String show) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode request = JSON.readTree(line);
                String type = request.get("type").asString();
                if (!CONCERNS.contains(type)) {
                    continue;
                }
                Judgement judgement = judge.judge(event(request));
                boolean blocked = judgement.action() == Action.BLOCK;
                int[] counts = rows.computeIfAbsent(name + " " + type, key -> new int[3]);
                counts[0]++;
                counts[1] += blocked ? 1 : 0;
                counts[2] += judgement.action() == Action.ALLOW ? 0 : 1;
                if (type.equals(show) && blocked == type.equals("none")) {
                    System.out.println(judgement.threatType() + " " + judgement.score() + " "
                            + judgement.findings().stream().limit(1).toList() + " | "
                            + request.get("path").asString()
                            + " ? " + request.get("query").asString() + " | "
                            + request.get("body").asString());
                }
            }
        }
    }

    private static TrafficEvent event(JsonNode request) {
        Map<String, String> headers = new TreeMap<>();
        request.get("headers")
                .properties()
                .forEach(h -> headers.put(
                        h.getKey().toLowerCase(Locale.ROOT), h.getValue().asString("")));
        TrafficEvent sample = TestEvents.event(
                "e", "c", request.get("path").asString(), request.get("query").asString());
        return TestEvents.with(sample, headers, request.get("body").asString());
    }
}
