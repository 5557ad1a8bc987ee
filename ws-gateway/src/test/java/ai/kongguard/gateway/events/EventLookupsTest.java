package ai.kongguard.gateway.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLookupsTest {

    private static final EventQuery QUERY = new EventQuery("e", "203.0.113.1", Instant.EPOCH);
    private static final FoundEvent NOTHING = new FoundEvent(null, List.of(), 0, true);

    @Test
    void refusesOneMoreThanMayLookAtOnceAndTakesTheNext() {
        EventLookups[] lookups = new EventLookups[1];
        EventLookups one = new EventLookups(
                query -> {
                    assertThatThrownBy(() -> lookups[0].find(query)).isInstanceOf(TooManyLookupsException.class);
                    return NOTHING;
                },
                1);
        lookups[0] = one;
        assertThat(one.find(QUERY).isNothing()).isTrue();
        assertThat(one.find(QUERY).isNothing()).isTrue();
    }

    @Test
    void aFailureTakesNoRoom() {
        EventLookups failing = new EventLookups(
                query -> {
                    throw new EventLogUnavailableException(new IllegalStateException("away"));
                },
                1);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> failing.find(QUERY))
                    .isInstanceOf(EventLogUnavailableException.class)
                    .hasMessageContaining("away");
        }
    }
}
