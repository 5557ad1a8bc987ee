package ai.kongguard.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class KafkaAccessPropertiesTest {

    private static final String VARIABLES = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    @Test
    void everyClientSettingHasAnEnvironmentVariable() {
        Set<String> names = new TreeSet<>(AdminClientConfig.configNames());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        Map<String, Object> variables = new HashMap<>();
        Map<String, String> expected = new HashMap<>();
        for (String name : names) {
            variables.put(
                    "KONGGUARD_KAFKA_PROPERTIES_" + name.replace('.', '_').toUpperCase(Locale.ROOT), "of " + name);
            expected.put(name, "of " + name);
        }
        assertThat(names).contains("security.protocol", "sasl.jaas.config", "ssl.truststore.password");
        assertThat(bind(new SystemEnvironmentPropertySource(VARIABLES, variables))
                        .properties())
                .containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void takesNamesWithAndWithoutBrackets() {
        Map<String, Object> arguments = Map.of(
                "kongguard.kafka.properties.security.protocol",
                "SASL_SSL",
                "kongguard.kafka.properties[sasl.mechanism]",
                "PLAIN");
        assertThat(bind(new MapPropertySource("arguments", arguments)).properties())
                .containsOnly(Map.entry("security.protocol", "SASL_SSL"), Map.entry("sasl.mechanism", "PLAIN"));
    }

    @Test
    void tellsTheNamesOfSettingsAndNoValue() {
        KafkaAccessProperties properties = new KafkaAccessProperties(
                List.of("kafka:9092"), "", 1, (short) 1, "none", Map.of("sasl.jaas.config", "password=\"hush\";"));
        assertThat(properties.toString())
                .contains("kafka:9092", "sasl.jaas.config")
                .doesNotContain("hush");
    }

    private static KafkaAccessProperties bind(PropertySource<?> source) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(VARIABLES);
        environment.getPropertySources().addFirst(source);
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("kongguard.kafka", KafkaAccessProperties.class);
    }
}
