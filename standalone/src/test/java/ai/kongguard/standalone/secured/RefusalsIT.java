package ai.kongguard.standalone.secured;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.analyzer.AnalyzerConfiguration;
import ai.kongguard.ingest.IngestConfiguration;
import ai.kongguard.kafka.BrokerUnavailableException;
import ai.kongguard.kafka.KafkaHealthIndicator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** What a service says whom the broker refuses, and what it never says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class RefusalsIT {

    private static final String WRONG = "hush-and-wrong";

    private SecuredBroker broker;
    private SecuredServices services;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        services = new SecuredServices(folder);
        broker = services.with(SecuredBroker.start(folder, "ingest-service"));
    }

    @AfterAll
    void stop() throws Exception {
        services.close();
    }

    @Test
    void aWrongPasswordStopsTheStartAtOnceAndNamesWhatToCheck() {
        long begin = System.nanoTime();
        assertThatThrownBy(() -> ingest(broker.password("ingest-service", WRONG)))
                .hasRootCauseInstanceOf(SaslAuthenticationException.class)
                .satisfies(failure -> assertThat(told(failure))
                        .contains("is not usable", "check the user, the password", "kongguard.kafka.properties")
                        .doesNotContain("hush"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    void aCertificateThatNobodyKnowsIsToldToo() {
        Map<String, String> client = broker.password("ingest-service");
        client.keySet().removeIf(name -> name.startsWith("ssl.truststore"));
        assertThatThrownBy(() -> ingest(client)).satisfies(failure -> assertThat(told(failure))
                .contains("SSL handshake failed", "the certificates in"));
    }

    @Test
    void healthTellsAboutAPasswordThatIsNoLongerRight() {
        try (KafkaHealthIndicator indicator =
                new KafkaHealthIndicator(SecuredBroker.access(broker.password("ingest-service", WRONG)))) {
            Health health = indicator.health();
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails().toString())
                    .contains("SaslAuthenticationException", "invalid credentials")
                    .doesNotContain("hush");
        }
    }

    @Test
    void aRightThatLacksStopsTheStartAndNamesTopicAndOperation() throws Exception {
        AclBinding right = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, SecuredBroker.PREFIX + "threat.verdicts", PatternType.LITERAL),
                new AccessControlEntry("User:analyzer-local", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        broker.allow(right, false);
        try {
            assertThatThrownBy(() ->
                            services.start(AnalyzerConfiguration.class, "analyzer", broker.password("analyzer-local")))
                    .satisfies(failure -> assertThat(told(failure))
                            .contains("does not allow us to WRITE kg-threat.verdicts:", "docs/security.md"));
        } finally {
            broker.allow(right, true);
        }
    }

    @Test
    void aTopicThatIsMissingIsNamedToWhoMayNotCreateIt() throws Exception {
        String topic = SecuredBroker.PREFIX + "simulation.recordings";
        broker.operator().deleteTopics(List.of(topic)).all().get();
        try {
            assertThatThrownBy(() -> ingest(broker.password("ingest-service")))
                    .satisfies(failure -> assertThat(told(failure))
                            .contains("does not allow us to CREATE " + topic + ", which does not exist"));
        } finally {
            broker.createTopics();
        }
    }

    @Test
    void noLogAndNoEndpointHoldsAPassword() throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(log, true, UTF_8));
        ConfigurableApplicationContext ingest;
        try {
            ingest = services.start(
                    IngestConfiguration.class,
                    "ingest",
                    broker.password("ingest-service"),
                    "--management.endpoints.web.exposure.include=*",
                    // Each client then tells all of its settings when it begins.
                    "--logging.level.org.apache.kafka=INFO");
        } finally {
            System.setOut(console);
        }
        String secret = SecuredBroker.passwordOf("ingest-service");
        assertThat(log.toString(UTF_8))
                .contains("sasl.jaas.config = [hidden]")
                .doesNotContain(secret, KeyStores.PASSWORD);
        for (String endpoint : List.of("env", "configprops", "health", "info", "beans", "loggers")) {
            assertThat(get(ingest, "/actuator/" + endpoint)).as(endpoint).doesNotContain(secret, KeyStores.PASSWORD);
        }
        assertThat(get(ingest, "/actuator/configprops")).contains("KafkaAccessProperties");
    }

    private void ingest(Map<String, String> client) {
        services.start(IngestConfiguration.class, "ingest", client);
    }

    private static String told(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokerUnavailableException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return "no BrokerUnavailableException but " + failure;
    }

    private static String get(ConfigurableApplicationContext service, String path) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(SecuredServices.http(service, path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }
}
