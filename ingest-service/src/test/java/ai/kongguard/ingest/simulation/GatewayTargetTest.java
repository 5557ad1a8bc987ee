package ai.kongguard.ingest.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:18000", "http://localhost:8000", "https://[::1]:8443", "http://127.9.9.9"})
    void takesThisMachine(String url) {
        assertThat(new GatewayTarget(URI.create(url), List.of()).url()).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://203.0.113.7:8000",
                "http://no-such-host.invalid",
                "http://0.0.0.0:8000",
                "http://127.0.0.1.example.com.invalid",
                "http://[::ffff:203.0.113.7]"
            })
    void refusesOthers(String url) {
        assertThatThrownBy(() -> new GatewayTarget(URI.create(url), List.of("gateway.internal")))
                .hasMessageContaining("kongguard.ingest.simulation.allowed-hosts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1", "file:///etc/passwd", "http:///path", "http://user@127.0.0.1:1"})
    void refusesWhatIsNoPlainHttpAddress(String url) {
        assertThatThrownBy(() -> new GatewayTarget(URI.create(url), List.of()))
                .hasMessageContaining("kongguard.ingest.simulation.gateway-url");
    }

    @Test
    void takesAHostThatIsAllowedByName() {
        URI url = URI.create("http://gateway.internal:8000");
        assertThat(new GatewayTarget(url, List.of("Gateway.Internal")).url()).isEqualTo(url);
    }
}
