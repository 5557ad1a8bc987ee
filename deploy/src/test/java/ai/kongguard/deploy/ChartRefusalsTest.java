package ai.kongguard.deploy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that would make a system that does not work, or is open, are refused with the reason, before anything is installed. */
@NeedsHelm
class ChartRefusalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            gateway: {replica: 3} | additional properties 'replica' not allowed
            gateway: {replicas: 0} | /gateway/replicas': minimum: got 0, want 1
            gateway: {existingSecret: ""} | gateway.existingSecret must name a Secret with the token
            gateway: {secretKeys: {kongguard.gateway.token: null}, protectReads: true, open: true} | gateway.protectReads needs a token
            gateway: {settings: {kongguard.gateway.token: s3cret}} | kongguard.gateway.token
            kafka: {properties: {sasl.jaas.config: s3cret}} | sasl.jaas.config
            kafka: {properties: {ssl.truststore.password: s3cret}} | ssl.truststore.password
            kafka: {bootstrapServers: kafka} | bootstrapServers
            image: {tag: latest} | tag
            analyzers: {tiers: [{name: A}]} | name
            analyzers: {tiers: [{name: a}, {name: a}]} | two are called a
            analyzers: {tiers: [{name: a, replicas: 5}]} | of 5 replicas with 2 threads only 4 have a partition of the 8
            analyzers: {tiers: [{name: a, autoscaling: {enabled: true, max: 5}}]} | of 5 replicas with 2 threads only 4
            analyzers: {tiers: [{name: a, replicas: 3, threads: 4}]} | of 3 replicas with 4 threads only 2
            analyzers: {tiers: [{name: a, autoscaling: {enabled: true, min: 3, max: 2}}]} | autoscaling.min 3 is more than autoscaling.max 2
            ingest: {recordings: {persistent: true, accessMode: ReadWriteOnce}} | must be ReadWriteMany for 2 replicas
            kafka: {secretKeys: {sasl.jaas.config: jaas}} | kafka.existingSecret has to name
            analyzers: {tiers: [{name: a, secretKeys: {kongguard.llm.openai.api-key: k}}]} | tiers.a: secretKeys are keys of a Secret
            ingress: {enabled: true} | ingress.host is the name
            """)
    void refuses(String values, String reason) {
        assertThatThrownBy(() -> Chart.with(values)).hasMessageContaining(reason);
    }

    @Test
    void refusesToGuessAKafka() {
        assertThatThrownBy(() -> new Chart(Chart.FOLDER).render()).hasMessageContaining("kafka.bootstrapServers");
    }

    @Test
    void refusesToScaleWithCredentialsThatKedaDoesNotKnow() {
        assertThatThrownBy(
                        () -> Chart.with(
                                """
                kafka:
                  properties: {security.protocol: SASL_SSL, sasl.mechanism: OAUTHBEARER}
                  existingSecret: kafka
                analyzers: {tiers: [{name: local, autoscaling: {enabled: true}}]}
                """))
                .hasMessageContaining("OAUTHBEARER");
    }

    @Test
    void refusesToScaleWithoutCredentialsWhereTheyAreAskedFor() {
        assertThatThrownBy(
                        () -> Chart.with(
                                """
                kafka: {properties: {security.protocol: SASL_SSL, sasl.mechanism: PLAIN}}
                analyzers: {tiers: [{name: local, autoscaling: {enabled: true}}]}
                """))
                .hasMessageContaining("KEDA needs the username and password");
    }
}
