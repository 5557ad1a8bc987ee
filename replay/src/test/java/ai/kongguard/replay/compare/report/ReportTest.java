package ai.kongguard.replay.compare.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.event.Action;
import ai.kongguard.event.ThreatType;
import ai.kongguard.recording.Manifest;
import ai.kongguard.recording.RecordedHeader;
import ai.kongguard.replay.compare.ComparedEvent;
import ai.kongguard.replay.compare.Comparison.Counts;
import ai.kongguard.replay.compare.Detector;
import ai.kongguard.replay.compare.Opinion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final String HOSTILE = "\u001b[2J<script>alert(1)</script>\"'&\u0000\ud800";

    @Test
    void sortsChangesByWhatEventsReallyAre() {
        Report report = report(10);
        assertThat(report.changed(Change.NEWLY_CAUGHT).count()).isEqualTo(1);
        assertThat(report.changed(Change.NEWLY_MISSED).count()).isEqualTo(2);
        assertThat(report.changed(Change.NEWLY_BLOCKED_BENIGN).count()).isEqualTo(1);
        assertThat(report.changed(Change.NO_LONGER_BLOCKED_BENIGN).count()).isEqualTo(1);
        assertThat(report.changed(Change.NEWLY_BLOCKED_UNLABELLED).count()).isEqualTo(1);
        assertThat(report.changed(Change.NO_LONGER_BLOCKED_UNLABELLED).count()).isZero();
        assertThat(report.changed(Change.OTHER_ACTION).count()).isEqualTo(1);
        assertThat(report.totals(Label::isAttack)).isEqualTo(new Report.Totals(3, 2, 1));
    }

    @Test
    void failsOnWhatItIsAskedTo() {
        Report report = report(10);
        assertThat(FailOn.MISSED.isMetBy(report)).isTrue();
        assertThat(FailOn.BLOCKED.isMetBy(report)).isTrue();
        assertThat(FailOn.ANY.isMetBy(report)).isTrue();
        assertThat(FailOn.NONE.isMetBy(report)).isFalse();
        Report same = ended(new Report(detector(), detector(), 10));
        assertThat(FailOn.values()).noneMatch(on -> on.isMetBy(same));
    }

    @Test
    void tellsInJsonHowManyEventsItDoesNotName() throws Exception {
        JsonNode missed =
                JsonMapper.shared().readTree(json(report(1))).path("changes").path("newly_missed");
        assertThat(missed.path("count").asInt()).isEqualTo(2);
        assertThat(missed.path("not_named").asInt()).isEqualTo(1);
        assertThat(missed.path("events")).hasSize(1);
        assertThat(missed.path("events").get(0).path("event_id").asString()).isEqualTo("missed");
        assertThat(missed.path("events").get(0).path("base").path("score").asDouble())
                .isEqualTo(0.9);
    }

    @Test
    void everyChangeThatFailsIsAFailedCaseOfJUnit() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(junit(report(10))));
        assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(3);
        Element attacks = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(attacks.getAttribute("failures")).isEqualTo("2");
        assertThat(attacks.getElementsByTagName("testcase").getLength())
                .isEqualTo(Integer.parseInt(attacks.getAttribute("tests")));
    }

    @Test
    void countsTheFailuresItDoesNotName() throws Exception {
        String xml = new String(junit(report(1)), UTF_8);
        assertThat(xml).contains("name=\"1 more\"").contains("failures=\"2\"");
    }

    @Test
    void whatEventsCallThemselvesStaysText() throws Exception {
        Report report = report(10);
        assertThat(HtmlReport.of(report))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script", "\u001b", "\u0000");
        assertThat(TextReport.of(report, 10)).contains("?[2J<script>").doesNotContain("\u001b", "\u0000");
        assertThat(new String(junit(report), UTF_8)).doesNotContain("<script", "\u001b", "\u0000");
        assertThat(JsonMapper.shared().readTree(json(report)).path("events").asInt())
                .isEqualTo(7);
    }

    @Test
    void theSameComparisonGivesTheSameBytesInAnyLocale() throws Exception {
        byte[] html = HtmlReport.of(report(10)).getBytes(UTF_8);
        byte[] json = json(report(10));
        byte[] xml = junit(report(10));
        String text = TextReport.of(report(10), 5);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(HtmlReport.of(report(10)).getBytes(UTF_8)).isEqualTo(html);
            assertThat(json(report(10))).isEqualTo(json);
            assertThat(junit(report(10))).isEqualTo(xml);
            assertThat(TextReport.of(report(10), 5)).isEqualTo(text);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void asksForNothingFromElsewhere() {
        assertThat(HtmlReport.of(report(10))).doesNotContain("http://", "https://", "src=", "href=", "url(");
    }

    private static Report report(int named) {
        Report report = new Report(detector(), detector(), named);
        report.accept(event("caught", "attack", Action.ALLOW, Action.BLOCK));
        report.accept(event("missed", "attack", Action.BLOCK, Action.MONITOR));
        report.accept(event(HOSTILE, "attack", Action.RATE_LIMIT, Action.ALLOW));
        report.accept(event("blocked", "benign", Action.MONITOR, Action.RATE_LIMIT));
        report.accept(event("free", "benign", Action.BLOCK, Action.ALLOW));
        report.accept(event("unknown", "no label of ours", Action.ALLOW, Action.BLOCK));
        report.accept(event("milder", "benign", Action.BLOCK, Action.RATE_LIMIT));
        return ended(report);
    }

    private static Report ended(Report report) {
        Manifest manifest = new Manifest(1, Instant.EPOCH, "a test", "generated", List.of(), Map.of(), false);
        report.end(manifest, null, new Counts(7, 0, 0, 0, 0, null));
        return report;
    }

    private static Detector detector() {
        return Detector.builtin(VerdictPolicy.defaults());
    }

    private static ComparedEvent event(String id, String label, Action base, Action candidate) {
        List<RecordedHeader> headers = List.of(
                new RecordedHeader("kg-truth-label", label.getBytes(UTF_8)),
                new RecordedHeader("kg-truth-type", "xss".getBytes(UTF_8)));
        return new ComparedEvent(
                3,
                id,
                headers,
                new Opinion(0.9, ThreatType.XSS, base, "m"),
                new Opinion(0.2, ThreatType.NONE, candidate, "n"));
    }

    private static byte[] json(Report report) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(report, out);
        return out.toByteArray();
    }

    private static byte[] junit(Report report) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JUnitReport.write(report, out);
        return out.toByteArray();
    }
}
