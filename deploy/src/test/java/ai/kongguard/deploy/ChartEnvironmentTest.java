package ai.kongguard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/** What the services are told in their environment is something that they read. */
@NeedsHelm
class ChartEnvironmentTest {

    private static final ConfigDocs DOCS = new ConfigDocs();

    /** Properties of Spring Boot. */
    private static final Set<String> SPRING = Set.of("MANAGEMENT_SERVER_PORT", "SERVER_FORWARDHEADERSSTRATEGY");

    /** Chapters of docs/config.md about properties that each service reads. */
    private static final Map<String, Set<String>> CHAPTERS = Map.of(
            "ingest-service", Set.of("Kafka", "Redaction", "ingest-service"),
            "analyzer-service", Set.of("Kafka", "analyzer-service", "Reviewers"),
            "metrics-streams", Set.of("Kafka", "metrics-streams"),
            "ws-gateway", Set.of("Kafka", "Redaction", "ws-gateway"));

    @ParameterizedTest
    @FieldSource("ai.kongguard.deploy.Chart#EXAMPLES")
    void everyVariableIsAPropertyOfItsService(String example) {
        for (JsonNode service : Chart.example(example).services()) {
            String name = Manifests.container(service).path("name").asString();
            assertThat(Manifests.environment(service).keySet())
                    .as(name)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(variable -> assertThat(isRead(name, variable))
                            .as("%s reads %s", name, variable)
                            .isTrue());
        }
    }

    @Test
    void aVariableThatNothingReadsIsSeen() {
        assertThat(isRead("ws-gateway", "KONGGUARD_GATEWAY_ALLOWEDHOSTS")).isTrue();
        assertThat(isRead("ws-gateway", "KONGGUARD_GATEWAY_ALLOWED_HOSTS")).isFalse();
        assertThat(isRead("ws-gateway", "KONGGUARD_INGEST_TOKEN")).isFalse();
        assertThat(isRead("ws-gateway", "KONGGUARD_KAFKA_PROPERTIES_SSL_TRUSTSTORE_TYPE"))
                .isTrue();
    }

    @Test
    void settingsAreGivenAsTheyAreWritten() {
        Manifests manifests = Chart.with(
                """
                gateway:
                  settings:
                    kongguard.gateway.events.max-records: 1000000
                    kongguard.gateway.reconnect-within: 20s
                    kongguard.gateway.primary-tier: cloud
                """);
        assertThat(Manifests.environment(manifests.named("Deployment", "-gateway")))
                .containsEntry("KONGGUARD_GATEWAY_EVENTS_MAXRECORDS", "1000000")
                .containsEntry("KONGGUARD_GATEWAY_RECONNECTWITHIN", "20s")
                .containsEntry("KONGGUARD_GATEWAY_PRIMARYTIER", "cloud");
    }

    @Test
    void everyServiceReachesASecuredKafkaWithoutItsCredentialsBeingWritten() {
        for (JsonNode service : Chart.example("secured-kafka").services()) {
            assertThat(Manifests.environment(service))
                    .containsEntry(
                            "KONGGUARD_KAFKA_BOOTSTRAPSERVERS", "kafka-0.example.com:9093,kafka-1.example.com:9093")
                    .containsEntry("KONGGUARD_KAFKA_TOPICPREFIX", "edge.")
                    .containsEntry("KONGGUARD_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SASL_SSL")
                    .containsEntry("KONGGUARD_KAFKA_PROPERTIES_SASL_MECHANISM", "SCRAM-SHA-512")
                    .containsEntry("KONGGUARD_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "@kong-guard-kafka/jaas")
                    .containsEntry(
                            "KONGGUARD_KAFKA_PROPERTIES_SSL_TRUSTSTORE_CERTIFICATES", "@kong-guard-kafka/ca.crt");
        }
    }

    @Test
    void whatASecretSaysCountsMoreThanASetting() {
        Manifests manifests = Chart.with(
                """
                metrics:
                  settings: {kongguard.metrics.tick: 1s}
                  existingSecret: odd
                  secretKeys: {kongguard.metrics.tick: tick}
                """);
        assertThat(Manifests.environment(manifests.named("Deployment", "-metrics")))
                .containsEntry("KONGGUARD_METRICS_TICK", "@odd/tick");
    }

    /** A Secret's value is no value of the chart, so there is none that it could write. */
    @ParameterizedTest
    @FieldSource("ai.kongguard.deploy.Chart#EXAMPLES")
    void whatIsSecretComesFromASecret(String example) {
        Manifests manifests = Chart.example(example);
        assertThat(manifests.ofKind("Secret")).isEmpty();
        for (JsonNode service : manifests.services()) {
            assertThat(Manifests.environment(service)).allSatisfy((name, value) -> {
                if (name.matches(".*(TOKEN|APIKEY|PASSWORD|JAAS_CONFIG|KEYSTORE_KEY)$")) {
                    assertThat(value).as(name).startsWith("@");
                }
            });
        }
    }

    @Test
    void tokensAndKeysAreAskedOfTheRightSecrets() {
        assertThat(Manifests.environment(Chart.example("tiers").named("Deployment", "-analyzer-cloud")))
                .containsEntry("KONGGUARD_LLM_GEMINI_APIKEY", "@kong-guard-models/gemini")
                .containsEntry("KONGGUARD_LLM_OPENAI_APIKEY", "@kong-guard-models/openai");
        Manifests everything = Chart.example("everything");
        assertThat(Manifests.environment(everything.named("Deployment", "-gateway")))
                .containsEntry("KONGGUARD_GATEWAY_TOKEN", "@kong-guard-gateway/token");
        assertThat(Manifests.environment(everything.named("Deployment", "-ingest")))
                .containsEntry("KONGGUARD_INGEST_TOKEN", "@kong-guard-ingest/token");
    }

    private static boolean isRead(String service, String variable) {
        return SPRING.contains(variable)
                || CHAPTERS.getOrDefault(service, Set.of()).contains(DOCS.chapter(variable));
    }
}
