package ai.kongguard.detect.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private final RecentEvents recent = new RecentEvents(2);

    @Test
    void seesACopyAtAHigherOffset() {
        assertThat(recent.isDuplicate(0, 10, "a")).isFalse();
        assertThat(recent.isDuplicate(0, 11, "a")).isTrue();
        assertThat(recent.isDuplicate(0, 12, "a")).isTrue();
    }

    @Test
    void judgesAgainWhatComesAgainAtItsOwnOffset() {
        assertThat(recent.isDuplicate(0, 10, "a")).isFalse();
        assertThat(recent.isDuplicate(0, 10, "a")).isFalse();
    }

    @Test
    void keepsTheFirstWhenThePartitionIsRewoundBeforeIt() {
        assertThat(recent.isDuplicate(0, 11, "a")).isFalse();
        assertThat(recent.isDuplicate(0, 10, "a")).isFalse();
        assertThat(recent.isDuplicate(0, 11, "a")).isTrue();
    }

    @Test
    void keepsPartitionsApart() {
        assertThat(recent.isDuplicate(0, 10, "a")).isFalse();
        assertThat(recent.isDuplicate(1, 10, "a")).isFalse();
    }

    @Test
    void forgetsTheOldestBeyondItsCapacityAndAPartitionThatWentAway() {
        recent.isDuplicate(0, 1, "a");
        recent.isDuplicate(0, 2, "b");
        recent.isDuplicate(0, 3, "c");
        assertThat(recent.isDuplicate(0, 4, "a")).isFalse();
        assertThat(recent.isDuplicate(0, 5, "c")).isTrue();
        recent.forget(0);
        assertThat(recent.isDuplicate(0, 6, "c")).isFalse();
    }
}
