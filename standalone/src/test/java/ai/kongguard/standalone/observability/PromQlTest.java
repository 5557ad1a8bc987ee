package ai.kongguard.standalone.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {

    @Test
    void findsEveryMetricWithItsConditionsAndGrouping() {
        assertThat(PromQl.selectors(
                        "sum by (a) (max by (b, c) (rate(x_total{d=\"1\", e!~\"f|}\"}[5m]))) / 2 > 0 and absent(y)"))
                .containsExactly(
                        new Selector(
                                "x_total",
                                List.of(new Matcher("d", "=", "1"), new Matcher("e", "!~", "f|}")),
                                Set.of("a", "b", "c")),
                        new Selector("y", List.of(), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sum(x",
                "x y",
                "x{a=\"b}",
                "x{a=b}",
                "x{a>\"b\"}",
                "{a=\"b\"}",
                "rate(x[5])",
                "x[5m:1m]",
                "x offset 5m",
                "a * on (b) c",
                "label_replace(x, 1)",
                "sum(x) by (a)",
                "x +"
            })
    void refusesWhatItDoesNotRead(String expression) {
        assertThatThrownBy(() -> PromQl.selectors(expression)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAbsentLabelIsAnEmptyOne() {
        assertThat(new Matcher("a", "!=", "b").matches(Map.of())).isTrue();
        assertThat(new Matcher("a", "=~", "b.*").matches(Map.of("a", "bc"))).isTrue();
        assertThat(new Matcher("a", "!~", "b.*").matches(Map.of("a", "bc"))).isFalse();
        assertThat(new Matcher("a", "=", "b").matches(Map.of("a", "c"))).isFalse();
    }
}
