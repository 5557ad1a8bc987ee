package ai.kongguard.gateway.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.gateway.deadletters.DeadLetters.Reason;
import ai.kongguard.gateway.deadletters.DeadLetters.Report;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final Instant SINCE = Instant.parse("2026-11-24T18:00:00Z");

    private final DeadLetters letters = new DeadLetters(SINCE);

    @Test
    void countsWhatDiffersOnlyInNumbersTogether() {
        letters.add(letter(1, "kong", "not valid JSON at byte 17"));
        letters.add(letter(2, "kong", "not valid JSON at byte 4711"));
        letters.add(letter(3, "kong", "request: missing"));
        letters.add(letter(4, "gateway.traffic", "not valid JSON at byte 17"));
        letters.add(letter(5, "gateway.traffic", "not valid JSON at byte 17"));
        letters.add(letter(6, "gateway.traffic", "not valid JSON at byte 17"));
        Report report = letters.report(10);
        assertThat(report.since()).isEqualTo(SINCE);
        assertThat(report.count()).isEqualTo(6);
        assertThat(report.reasons())
                .containsExactly(
                        new Reason("gateway.traffic", "not valid JSON at byte #", 3, SINCE.plusSeconds(6)),
                        new Reason("kong", "not valid JSON at byte #", 2, SINCE.plusSeconds(2)),
                        new Reason("kong", "request: missing", 1, SINCE.plusSeconds(3)));
        assertThat(report.newest()).extracting(Letter::offset).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(report.newest().get(0).reason()).isEqualTo("not valid JSON at byte 17");
        assertThat(letters.report(2).newest()).hasSize(2);
    }

    @Test
    void keepsABoundedNumberOfReasonsAndTheFrequentOnes() {
        for (int i = 0; i < 100; i++) {
            letters.add(letter(i, "kong", "the usual"));
            for (String letter : List.of("a", "b", "c", "d")) {
                letters.add(letter(i, "kong", letter.repeat(i + 1)));
            }
        }
        Report report = letters.report(DeadLetters.NEWEST);
        assertThat(report.reasons()).hasSizeLessThanOrEqualTo(DeadLetters.REASONS + 1);
        assertThat(report.reasons()).contains(new Reason("kong", "the usual", 100, SINCE.plusSeconds(99)));
        assertThat(report.reasons().get(0).reason()).isEqualTo(DeadLetters.OTHER);
        assertThat(report.reasons().stream().mapToLong(Reason::count).sum()).isEqualTo(report.count());
        assertThat(report.newest()).hasSize(DeadLetters.NEWEST);
        letters.add(letter(500, "kong", "new"));
        letters.add(letter(501, "kong", "new"));
        assertThat(letters.report(1).reasons()).contains(new Reason("kong", "new", 2, SINCE.plusSeconds(501)));
        assertThat(letters.report(DeadLetters.NEWEST).newest()).hasSize(DeadLetters.NEWEST);
    }

    @Test
    void showsNoPayloadAndNoLongText() {
        String hostile = "status: no number but \"<script>alert(1)</script>\", see \"" + "y".repeat(1_000);
        Letter letter = new Letter(SINCE, "s".repeat(1_000), hostile, "p".repeat(1_000), true, 9, 0, 1);
        assertThat(letter.reason()).isEqualTo("status: no number but \"...\", see \"...\"");
        assertThat(letter.source()).hasSize(Letter.MAX_TEXT);
        assertThat(letter.position()).hasSize(Letter.MAX_TEXT);
    }

    private static Letter letter(int number, String source, String reason) {
        return new Letter(SINCE.plusSeconds(number), source, reason, "element " + number, false, 9, 0, number);
    }
}
