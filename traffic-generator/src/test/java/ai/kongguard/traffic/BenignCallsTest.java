package ai.kongguard.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.kongguard.traffic.benign.BenignCalls;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;
import tools.jackson.databind.json.JsonMapper;

class BenignCallsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int COUNT = 50_000;

    private static List<GeneratedRequest> requests = List.of();

    @BeforeAll
    static void draw() {
        TrafficGenerator generator = TrafficGenerator.of(11, Profile.BENIGN);
        requests = LongStream.range(0, COUNT).mapToObj(i -> generator.next()).toList();
    }

    @Test
    void everyFamilyIsDrawn() {
        Set<String> drawn =
                requests.stream().map(request -> request.truth().family()).collect(Collectors.toSet());
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(BenignCalls.families());
        assertThat(BenignCalls.families()).hasSizeGreaterThan(40);
    }

    @Test
    void mostRequestsDifferInWhatTheyAskFor() {
        Set<String> distinct = new HashSet<>();
        requests.forEach(r -> distinct.add(r.method() + r.path() + r.query() + r.body()));
        assertThat(distinct.size()).isGreaterThan(COUNT * 9 / 10);
    }

    @Test
    void ordinaryCallsAreMoreThanHalfAndWrittenTextIsPlenty() {
        Set<String> written = Set.of(
                "comment",
                "chat",
                "ticket",
                "issue",
                "snippet",
                "report",
                "article",
                "document",
                "translate",
                "settings",
                "xml",
                "anywhere");
        long share = requests.stream()
                .filter(r -> written.contains(r.truth().family()))
                .count();
        assertThat(share / (double) COUNT).isBetween(0.3, 0.45);
    }

    @Test
    void targetsAndHeadersAreWellFormed() {
        for (GeneratedRequest request : requests) {
            String target = request.path() + "?" + request.query();
            assertThat(target.chars().allMatch(c -> c > 0x20 && c < 0x7f))
                    .as(target)
                    .isTrue();
            assertThat(request.path()).startsWith("/").doesNotContain("?", "#");
            assertThat(request.query()).doesNotContain("#");
            request.headers().forEach((name, value) -> {
                assertThat(name).isEqualTo(name.strip().toLowerCase(java.util.Locale.ROOT));
                assertThat(value.chars().allMatch(c -> c >= 0x20 && c < 0x7f))
                        .as(value)
                        .isTrue();
            });
        }
    }

    @Test
    void jsonBodiesParse() {
        int parsed = 0;
        for (GeneratedRequest request : requests) {
            String type = request.headers().getOrDefault("content-type", "");
            if (type.equals("application/x-ndjson")) {
                body(request).lines().forEach(line -> assertThat(
                                JSON.readTree(line).isObject())
                        .isTrue());
            } else if (type.contains("json")) {
                boolean object = JSON.readTree(body(request)).isObject();
                assertThat(object || !type.equals("application/json")).isTrue();
                parsed++;
            }
        }
        assertThat(parsed).isGreaterThan(COUNT / 5);
    }

    @Test
    void xmlBodiesParse() throws Exception {
        DocumentBuilder parser = parser();
        int parsed = 0;
        for (GeneratedRequest request : requests) {
            String type = request.headers().getOrDefault("content-type", "");
            if (type.contains("xml") && !type.startsWith("multipart")) {
                assertThatCode(() -> parser.parse(new InputSource(new StringReader(body(request)))))
                        .as(body(request))
                        .doesNotThrowAnyException();
                assertThat(body(request)).doesNotContain("<!ENTITY");
                parsed++;
            }
        }
        assertThat(parsed).isGreaterThan(COUNT / 50);
    }

    @Test
    void multipartBodiesAreOfTheirBoundary() {
        int seen = 0;
        for (GeneratedRequest request : requests) {
            String type = request.headers().getOrDefault("content-type", "");
            if (type.startsWith("multipart/")) {
                String boundary = "--" + type.substring(type.indexOf("boundary=") + 9);
                String body = body(request);
                assertThat(body).startsWith(boundary + "\r\nContent-Disposition: form-data; name=\"");
                assertThat(body).endsWith("\r\n" + boundary + "--\r\n");
                for (int at = body.indexOf(boundary, 1); at > 0; at = body.indexOf(boundary, at + 1)) {
                    assertThat(body.substring(at - 2, at)).isEqualTo("\r\n");
                }
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(COUNT / 100);
    }

    @Test
    void honestClientsUseManyPrograms() {
        assertThat(requests.stream()
                        .map(request -> request.headers().get("user-agent"))
                        .distinct())
                .hasSizeGreaterThan(400);
    }

    private static String body(GeneratedRequest request) {
        return String.valueOf(request.body());
    }

    private static DocumentBuilder parser() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        DocumentBuilder parser = factory.newDocumentBuilder();
        parser.setErrorHandler(new DefaultHandler());
        return parser;
    }
}
