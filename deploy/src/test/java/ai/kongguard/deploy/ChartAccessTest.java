package ai.kongguard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who reaches what. */
@NeedsHelm
class ChartAccessTest {

    @Test
    void onlyIngestAndTheGatewayAreReachedByAnybody() {
        Manifests manifests = Chart.with("dev: false");
        assertThat(manifests.ofKind("Service").map(Manifests::name))
                .containsExactlyInAnyOrder(
                        "edge-kong-guard-ai-ingest", "edge-kong-guard-ai-analyzer-local", "edge-kong-guard-ai-gateway");
        assertThat(doors(manifests))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "edge-kong-guard-ai-ingest", List.of("http", "management"),
                        "edge-kong-guard-ai-analyzer-local", List.of("management"),
                        "edge-kong-guard-ai-metrics", List.of("management"),
                        "edge-kong-guard-ai-gateway", List.of("http", "management")));
    }

    @Test
    void analyzersAreReachedByWhoIsNamed() {
        Manifests manifests = Chart.example("everything");
        assertThat(doors(manifests)).containsEntry("edge-kong-guard-ai-analyzer-local", List.of("http", "management"));
        assertThat(manifests
                        .named("NetworkPolicy", "-analyzer-local")
                        .at("/spec/ingress/0/from/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                        .asString())
                .isEqualTo("kong");
    }

    @Test
    void aGatewayBehindAnIngressKnowsItsNamesAndItsClients() {
        Manifests manifests = Chart.example("everything");
        assertThat(Manifests.environment(manifests.named("Deployment", "-gateway")))
                .containsEntry("KONGGUARD_GATEWAY_ALLOWEDHOSTS", "soc.internal,soc.example.com")
                .containsEntry("SERVER_FORWARDHEADERSSTRATEGY", "native")
                .containsEntry("KONGGUARD_GATEWAY_PROTECTREADS", "true")
                .containsEntry("KONGGUARD_GATEWAY_OPEN", "false");
        JsonNode rule = manifests.named("Ingress", "-gateway").at("/spec/rules/0");
        assertThat(rule.path("host").asString()).isEqualTo("soc.example.com");
        assertThat(rule.at("/http/paths/0/backend/service/name").asString()).isEqualTo("edge-kong-guard-ai-gateway");
    }

    /** What a header says of the client is believed only where something else sets it. */
    @Test
    void aGatewayThatIsCalledDirectlyBelievesNoHeader() {
        assertThat(Manifests.environment(Chart.example("tiers").named("Deployment", "-gateway")))
                .doesNotContainKey("SERVER_FORWARDHEADERSSTRATEGY")
                .doesNotContainKey("KONGGUARD_GATEWAY_ALLOWEDHOSTS");
    }

    @Test
    void toLookAtItNeedsNothingElse() {
        Manifests manifests = Chart.example("dev");
        JsonNode broker = manifests.named("StatefulSet", "-kafka");
        assertThat(Manifests.environment(broker))
                .containsEntry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://edge-kong-guard-ai-kafka:9092");
        assertThat(broker.at("/spec/serviceName").asString())
                .isEqualTo(Manifests.name(manifests.named("Service", "-kafka")));
        for (JsonNode service : manifests.services()) {
            assertThat(Manifests.environment(service))
                    .containsEntry("KONGGUARD_KAFKA_BOOTSTRAPSERVERS", "edge-kong-guard-ai-kafka:9092")
                    .containsEntry("KONGGUARD_KAFKA_REPLICATIONFACTOR", "1");
        }
        assertThat(Manifests.environment(manifests.named("Deployment", "-ingest")))
                .containsEntry("KONGGUARD_DEMO", "true");
        assertThat(Manifests.environment(manifests.named("Deployment", "-gateway")))
                .containsEntry("KONGGUARD_GATEWAY_OPEN", "true");
    }

    @Test
    void metricsAreScrapedWhereTheyAre() {
        Manifests manifests = Chart.example("everything");
        JsonNode monitor = manifests.named("PodMonitor", "kong-guard-ai");
        assertThat(monitor.at("/spec/podMetricsEndpoints/0/port").asString()).isEqualTo("management");
        assertThat(manifests.services()).allSatisfy(service -> assertThat(
                        service.at("/spec/template/metadata/labels").properties())
                .containsAll(monitor.at("/spec/selector/matchLabels").properties()));
    }

    /** Ports by the name of the policy that opens them. */
    private static Map<String, List<String>> doors(Manifests manifests) {
        Map<String, List<String>> doors = new TreeMap<>();
        manifests
                .ofKind("NetworkPolicy")
                .forEach(policy -> doors.put(
                        Manifests.name(policy),
                        policy.at("/spec/ingress")
                                .valueStream()
                                .map(rule -> rule.at("/ports/0/port").asString())
                                .toList()));
        return doors;
    }
}
