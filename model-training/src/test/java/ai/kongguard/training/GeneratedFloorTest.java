package ai.kongguard.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.detect.Judge;
import ai.kongguard.detect.Judgement;
import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.detect.model.LocalModel;
import ai.kongguard.event.Action;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the model of this release must never lose again, on generated requests of a seed that it was not trained on. */
class GeneratedFloorTest {

    private static final long SEED = 20_261_124;

    /** Of all judgements below; the same on every JDK. Another model, grammar or rule changes it. */
    private static final String ANSWERS = "d167a3df38f9a26f0c7e9d4354548d0fd764238c1b5a9fc236cfd699ca3ff8e7";

    private static final MessageDigest DIGEST = sha256();
    private static final List<Decision> SEEN = new ArrayList<>();
    private static final List<Decision> RESERVED = new ArrayList<>();

    @BeforeAll
    static void judge() {
        Judge judge = Judge.of(LocalModel.bundled(), VerdictPolicy.defaults());
        for (LabelledRequest request : Generated.requests(SEED, 10_000, 600)) {
            Judgement judgement = judge.judge(request.event());
            DIGEST.update(judgement.toString().getBytes(UTF_8));
            Decision decision = new Decision(
                    request.id(),
                    request.source(),
                    request.type(),
                    judgement.action() == Action.BLOCK,
                    judgement.threatType());
            (Sources.isReserved(request.source()) ? RESERVED : SEEN).add(decision);
        }
    }

    @Test
    void answersTheSameOnEveryMachine() {
        assertThat(HexFormat.of().formatHex(DIGEST.digest())).isEqualTo(ANSWERS);
    }

    @Test
    void blocksWhatItsFamiliesMake() {
        Outcome outcome = Outcome.of(SEEN);
        assertThat(outcome.total().recall()).as(outcome.text()).isGreaterThan(0.93);
        assertThat(outcome.types().values()).as(outcome.text()).allSatisfy(counts -> assertThat(counts.recall())
                .isGreaterThan(0.80));
    }

    @Test
    void blocksMostOfTheFamiliesThatItWasNeverTrainedOn() {
        Outcome outcome = Outcome.of(RESERVED);
        assertThat(outcome.total().attacks).isGreaterThan(300);
        assertThat(outcome.total().recall()).as(outcome.text()).isGreaterThan(0.70);
    }

    @Test
    void leavesBenignRequestsAlone() {
        Outcome outcome = Outcome.of(SEEN);
        assertThat(outcome.total().benign).isEqualTo(10_000);
        assertThat(outcome.total().falsePositives()).as(outcome.text()).isLessThan(0.003);
    }

    @Test
    void namesWhatItBlocks() {
        assertThat(Outcome.of(SEEN).total().typed()).isGreaterThan(0.9);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
