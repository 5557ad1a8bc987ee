package ai.kongguard.detect;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.testkit.TestEvents;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithBehaviourTest {

    private static final TrafficEvent PLAIN = TestEvents.event("e", "203.0.113.1", "/api/users", "id=1");
    private static final TrafficEvent SQL =
            TestEvents.event("e", "203.0.113.1", "/api/users", "id=1%27%20OR%20%271%27=%271");

    private final Judge judge = Judge.withPolicy(VerdictPolicy.defaults());

    @Test
    void withoutFindingsItIsThePlainJudgement() {
        assertThat(judge.judge(SQL, List.of())).isEqualTo(judge.judge(SQL));
    }

    @Test
    void behaviourAloneDecidesTypeActionAndSentence() {
        Judgement judgement = judge.judge(PLAIN, List.of(flood(0.7)));
        assertThat(judgement.score()).isEqualTo(0.7);
        assertThat(judgement.action()).isEqualTo(Action.RATE_LIMIT);
        assertThat(judgement.threatType()).isEqualTo(ThreatType.DDOS);
        assertThat(judgement.reasoning()).isEqualTo("The client: 1400 requests in 10 s, limit 1000.");
        assertThat(judge.judge(PLAIN, List.of(flood(0.5))).action()).isEqualTo(Action.MONITOR);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 0.61, 0.3})
    void behaviourAloneNeverBlocks(double block) {
        Judge strict = Judge.withPolicy(new VerdictPolicy(block, Math.min(0.6, block), 0.1));
        Judgement judgement = strict.judge(PLAIN, Collections.nCopies(10, flood(1.0)));
        assertThat(judgement.action()).isNotIn(Action.ALLOW, Action.BLOCK);
        assertThat(judgement.score()).isBetween(block - 0.051, Math.nextDown(block));
    }

    @Test
    void behaviourRaisesContentThatIsSuspiciousByItself() {
        VerdictPolicy policy = VerdictPolicy.defaults();
        Finding finding = new Finding("xss", ThreatType.XSS, "query.q", 0, 3, "<b>", 0.7);
        Judgement content =
                new Judgement(0.7, 0.7, ThreatType.XSS, Action.RATE_LIMIT, List.of(finding), "Odd.", "rules/1");
        Judgement joined = WithBehaviour.join(content, List.of(flood(0.7)), policy);
        assertThat(joined.action()).isEqualTo(Action.BLOCK);
        assertThat(joined.threatType()).isEqualTo(ThreatType.XSS);
        assertThat(joined.findings()).hasSize(2);
        assertThat(joined.reasoning()).isEqualTo("Odd. The client: 1400 requests in 10 s, limit 1000.");
    }

    @Test
    void aCertainAttackStaysWhatItIs() {
        Judgement alone = judge.judge(SQL);
        Judgement joined = judge.judge(SQL, List.of(flood(0.5)));
        assertThat(joined.threatType()).isEqualTo(ThreatType.SQL_INJECTION);
        assertThat(joined.action()).isEqualTo(Action.BLOCK);
        assertThat(joined.score()).isBetween(alone.score(), 0.99);
    }

    private static Finding flood(double weight) {
        return new Finding("http_flood", ThreatType.DDOS, "client", -1, 0, "1400 requests in 10 s, limit 1000", weight);
    }
}
