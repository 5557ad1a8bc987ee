package ai.kongguard.replay.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetRangeTest {

    @Test
    void readsPartitionsWithOpenEnds() {
        assertThat(OffsetRange.parse("0:100-200, 2:-7,3:5-"))
                .containsEntry(0, new OffsetRange(100, 200))
                .containsEntry(2, new OffsetRange(0, 7))
                .containsEntry(3, new OffsetRange(5, Long.MAX_VALUE))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0:", "0:5", "a:1-2", "0:2-1", "0:1-1", "-1:0-5", "0:1-2,0:3-4", "0:1-2,"})
    void namesWhatIsWrong(String text) {
        assertThatThrownBy(() -> OffsetRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("offsets");
    }
}
