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
        assertThat(FeedSampler.choose(CAME, Verdict::score, 5)).isSameAs(CAME);
    }

    @Test
    void showsThreatsFirstThenTheNewestInTheirOwnOrder() {
        assertThat(FeedSampler.choose(CAME, Verdict::score, 3))
                .extracting(Verdict::eventId)
                .containsExactly("a1", "a2", "b3");
    }

    @Test
    void showsTheNewestOfEqualThreats() {
        assertThat(FeedSampler.choose(CAME, Verdict::score, 1))
                .extracting(Verdict::eventId)
                .containsExactly("a2");
    }

    @Test
    void showsNothingWhenNothingMayBeShown() {
        assertThat(FeedSampler.choose(CAME, Verdict::score, 0)).isEmpty();
    }

    @Test
    void keepsHalfOfWhatACapSavesForThreats() {
        RateCap cap = new RateCap(4, 0);
        List<Verdict> harmless = List.of(Samples.benign("b1"), Samples.benign("b2"), Samples.benign("b3"));
        assertThat(FeedSampler.choose(harmless, Verdict::score, cap, 0))
                .extracting(Verdict::eventId)
                .containsExactly("b2", "b3");
        assertThat(FeedSampler.choose(CAME, Verdict::score, cap, 0))
                .extracting(Verdict::eventId)
                .containsExactly("a1", "a2");
        assertThat(FeedSampler.choose(CAME, Verdict::score, cap, 0)).isEmpty();
        assertThat(FeedSampler.choose(CAME, Verdict::score, new RateCap(0, 0), 0))
                .isSameAs(CAME);
    }
}
