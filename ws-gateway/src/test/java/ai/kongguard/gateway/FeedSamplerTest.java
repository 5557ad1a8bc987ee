package ai.kongguard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedSamplerTest {

    private static final List<Verdict> CAME = List.of(
            Samples.benign("b1"),
            Samples.attack("a1"),
            Samples.benign("b2"),
            Samples.attack("a2"),
            Samples.benign("b3"));

    @Test
    void showsEverythingWhenItFits() {
        assertThat(FeedSampler.choose(CAME, 5)).isSameAs(CAME);
    }

    @Test
    void showsThreatsFirstThenTheNewestInTheirOwnOrder() {
        assertThat(FeedSampler.choose(CAME, 3)).extracting(Verdict::eventId).containsExactly("a1", "a2", "b3");
    }

    @Test
    void showsTheNewestOfEqualThreats() {
        assertThat(FeedSampler.choose(CAME, 1)).extracting(Verdict::eventId).containsExactly("a2");
    }

    @Test
    void showsNothingWhenNothingMayBeShown() {
        assertThat(FeedSampler.choose(CAME, 0)).isEmpty();
    }
}
