package ai.kongguard.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void readsWhatItWrote() {
        Cursor cursor = Cursor.of(Map.of(1, 998L, 0, 1_204L, 12, Long.MAX_VALUE));
        assertThat(cursor).hasToString("0-1204.1-998.12-9223372036854775807");
        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor).hasSameHashCodeAs(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0-", "-5", "0--5", "a-1", "0-1.", "0-1.0-2", "0-99999999999999999999", "0-1,1-2", "."})
    void refusesWhatItDidNotWrite(String text) {
        assertThatThrownBy(() -> Cursor.parse(text))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("cursor must be");
    }

    @Test
    void refusesMoreThanAnyTopicHas() {
        StringBuilder text = new StringBuilder("0-1");
        for (int partition = 1; partition < 1_001; partition++) {
            text.append('.').append(partition).append("-1");
        }
        assertThatThrownBy(() -> Cursor.parse(text.toString())).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> Cursor.parse("0-1".repeat(100_000))).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void comparesPartitionByPartition() {
        Cursor one = Cursor.of(Map.of(0, 10L, 1, 5L));
        Cursor other = Cursor.of(Map.of(0, 7L, 1, 6L, 2, 3L));
        assertThat(one.isAheadOf(other)).isTrue();
        assertThat(other.isAheadOf(one)).isTrue();
        assertThat(one.orLater(other)).isEqualTo(Cursor.of(Map.of(0, 10L, 1, 6L, 2, 3L)));
        assertThat(one.isAheadOf(one.orLater(other))).isFalse();
        assertThat(one.distanceTo(other)).isEqualTo(1 + 3);
    }
}
