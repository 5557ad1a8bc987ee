package ai.kongguard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.ConsumerGroups;
import ai.kongguard.event.Topics;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Analyzers grow with what waits for them: the lag is that of the group which they join, over the topic that they read. */
@NeedsHelm
class ChartScalingTest {

    @Test
    void followsTheLagOfTheTiersOwnGroup() {
        Manifests manifests = Chart.example("tiers");
        for (String tier : new String[] {"local", "cloud"}) {
            JsonNode trigger =
                    manifests.named("ScaledObject", "-analyzer-" + tier).at("/spec/triggers/0/metadata");
            assertThat(trigger.path("consumerGroup").asString()).isEqualTo(ConsumerGroups.analyzers(tier));
            assertThat(trigger.path("topic").asString()).isEqualTo(Topics.TRAFFIC.name());
            assertThat(trigger.path("bootstrapServers").asString())
                    .isEqualTo(Manifests.environment(manifests.named("Deployment", "-analyzer-" + tier))
                            .get("KONGGUARD_KAFKA_BOOTSTRAPSERVERS"));
        }
        assertThat(manifests.ofKind("ScaledObject")).hasSize(2);
    }

    @Test
    void thePrefixIsPutBeforeTopicAndGroup() {
        JsonNode trigger = Chart.example("secured-kafka")
                .named("ScaledObject", "-analyzer-local")
                .at("/spec/triggers/0/metadata");
        assertThat(trigger.path("consumerGroup").asString()).isEqualTo("edge." + ConsumerGroups.analyzers("local"));
        assertThat(trigger.path("topic").asString()).isEqualTo("edge." + Topics.TRAFFIC.name());
    }

    /** Else every upgrade would set the replicas back. */
    @Test
    void replicasThatKedaSetsAreNotSetByTheChart() {
        Manifests manifests = Chart.example("tiers");
        JsonNode scaled = manifests.named("ScaledObject", "-analyzer-local");
        JsonNode target = manifests.named(
                "Deployment", scaled.at("/spec/scaleTargetRef/name").asString());
        assertThat(target.path("spec").has("replicas")).isFalse();
        assertThat(manifests
                        .named("Deployment", "-analyzer-ollama")
                        .at("/spec/replicas")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void thereAreNoMoreReplicasThanHaveAPartition() {
        Manifests manifests = Chart.example("tiers");
        for (JsonNode scaled : manifests.ofKind("ScaledObject").toList()) {
            var environment = Manifests.environment(manifests.named(
                    "Deployment", scaled.at("/spec/scaleTargetRef/name").asString()));
            int partitions = Integer.parseInt(environment.getOrDefault("KONGGUARD_KAFKA_PARTITIONS", "0"));
            int threads = Integer.parseInt(environment.getOrDefault("KONGGUARD_ANALYZER_CONCURRENCY", "0"));
            assertThat(scaled.at("/spec/maxReplicaCount").asInt()).isBetween(1, (partitions + threads - 1) / threads);
        }
    }

    @Test
    void kedaReachesASecuredKafkaWithTheSameSecret() {
        Manifests manifests = Chart.example("secured-kafka");
        JsonNode trigger = manifests.named("ScaledObject", "-analyzer-local").at("/spec/triggers/0");
        JsonNode authentication = manifests.named(
                "TriggerAuthentication", trigger.at("/authenticationRef/name").asString());
        assertThat(trigger.at("/metadata/sasl").asString()).isEqualTo("scram_sha512");
        assertThat(trigger.at("/metadata/tls").asString()).isEqualTo("enable");
        assertThat(authentication.at("/spec/secretTargetRef")).hasSize(3).allSatisfy(reference -> assertThat(
                        reference.path("name").asString())
                .isEqualTo("kong-guard-kafka"));
    }

    @Test
    void withoutCredentialsThereIsNoneToGive() {
        Manifests manifests = Chart.example("tiers");
        assertThat(manifests.ofKind("TriggerAuthentication")).isEmpty();
        assertThat(manifests.ofKind("ScaledObject"))
                .allSatisfy(scaled -> assertThat(scaled.at("/spec/triggers/0").has("authenticationRef"))
                        .isFalse());
    }
}
