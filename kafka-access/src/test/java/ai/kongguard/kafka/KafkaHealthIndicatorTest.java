package ai.kongguard.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaHealthIndicatorTest {

    @ParameterizedTest
    @CsvSource({
        "sasl.jaas.config, ScramLoginModule hush, sasl.jaas.config is malformed",
        "sasl.jaas.config, ScramLoginModule required password=\"hush\", sasl.jaas.config is malformed",
        "ssl.truststore.location, /nowhere/kafka.pem, /nowhere/kafka.pem",
        "security.protocol, hopeful, security.protocol",
    })
    void namesTheSettingThatIsWrongAndTellsNoSecret(String name, String value, String told) {
        Map<String, String> settings = new HashMap<>(Map.of("security.protocol", "SASL_SSL"));
        settings.put("sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(name, value);
        KafkaAccess kafka =
                new KafkaAccess(new KafkaAccessProperties(List.of("127.0.0.1:1"), "", 1, (short) 1, "none", settings));
        assertThatThrownBy(() -> new KafkaHealthIndicator(kafka))
                .isInstanceOf(BrokerUnavailableException.class)
                .hasMessageContaining(told)
                .hasMessageContaining("correct kongguard.kafka.properties")
                .hasMessageNotContaining("hush")
                .hasNoCause();
    }
}
