package ai.kongguard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {

    private static final AllowList LIST = AllowList.of(List.of("10.1.2.3/8", "203.0.113.7", "fd00::/8", "2001:db8::1"));

    @ParameterizedTest
    @CsvSource({
        "10.255.0.1, true",
        "11.0.0.1, false",
        "203.0.113.7, true",
        "203.0.113.8, false",
        "fd12::1, true",
        "2001:db8:0:0::1, true",
        "2001:db8::2, false",
        "unknown, false",
        "10.0.0.0/7, false",
        "10.*.*.*, false",
        "*, false",
        "'', false",
        "localhost, false"
    })
    void holdsAddressesOfItsNetworksAndNothingElse(String client, boolean listed) {
        assertThat(LIST.contains(client)).isEqualTo(listed);
        assertThat(AllowList.EMPTY.contains(client)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "example.com", "-"})
    void namesWhatIsNoNetwork(String text) {
        assertThatThrownBy(() -> AllowList.of(List.of("::1", text))).hasMessageContaining(text + " is neither");
    }

    @Test
    void holdsNobodyWhenEmpty() {
        assertThat(AllowList.of(List.of()).contains("10.0.0.1")).isFalse();
    }
}
