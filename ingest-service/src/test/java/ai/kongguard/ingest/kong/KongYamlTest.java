package ai.kongguard.ingest.kong;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.ingest.IngestProperties;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code deploy/kong/kong.yml} is what Kong 3.9 accepts, and fits what ingest accepts. */
class KongYamlTest {

    /** Of an entry beside the body: URI and headers, 32 KiB each way in nginx, and both entities; escaped twice over. */
    private static final int REST_OF_ENTRY = 128 * 1024;

    private final Schema schema = schema();
    private final JsonNode httpLog = KongYaml.config("http-log");
    private final JsonNode queue = httpLog.get("queue");
    private final IngestProperties ingest = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("kongguard.ingest", IngestProperties.class);

    @Test
    void kongKnowsEveryFieldTypeAndRange() {
        assertThat(schema.validate(KongYaml.shipped())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /plugins/1/config/queue | max_batch_sizes  | 200
                    /plugins/1/config/queue | max_batch_size   | 0
                    /plugins/1/config/queue | max_batch_size   | 'many'
                    /plugins/1/config/queue | concurrency_limit | 4
                    /plugins/1/config       | retries          | 3
                    /plugins/1/config       | method           | 'GET'
                    /plugins/1/config       | http_endpoint    | 'ingest-service'
                    /plugins/0/config       | acces            | []
                    /plugins/0/config       | access           | 'return'
                    /plugins/0              | nam              | 'x'
                    /plugins/0              | name             | 'prefunction'
                    /services/0             | uri              | 'http://demo-api'
                    /services/0/routes/0    | paths            | ['demo']
                    /services/0/routes/0    | strip_path       | maybe
                    ''                      | _format_version  | 3.0
                    ''                      | service          | []
                    """)
    void whatKongWouldRefuseIsFound(String place, String field, String value) {
        JsonNode changed = KongYaml.shipped();
        ((ObjectNode) changed.at(place))
                .set(field, KongYaml.parse("value: " + value).get("value"));
        List<Error> errors = schema.validate(changed);
        assertThat(errors).isNotEmpty();
        assertThat(errors.toString()).contains(field);
    }

    @Test
    void aFullBatchFitsWhatIngestReads() {
        int body = Base64.getEncoder().encode(new byte[KongRecipe.MAX_BODY]).length;
        assertThat(body + REST_OF_ENTRY).as("bytes of a large entry").isLessThan((int)
                ingest.maxElementSize().toBytes());
        long batch = queue.get("max_batch_size").asLong() * (body + REST_OF_ENTRY);
        assertThat(batch)
                .as("bytes of a batch of them")
                .isLessThan(ingest.maxBodySize().toBytes());
        assertThat(ingest.maxCapturedBody()).isGreaterThanOrEqualTo(KongRecipe.MAX_BODY);
    }

    @Test
    void kongWaitsForTheAnswerAndKeepsWhatComesDuringAnOutage() {
        assertThat(httpLog.get("timeout").asLong())
                .as("Kong's patience, which has to outlast ours with the broker")
                .isGreaterThan(ingest.deliveryTimeout().toMillis());
        long outage = queue.get("max_retry_time").asLong();
        assertThat(outage).as("seconds of an outage that cost nothing").isGreaterThanOrEqualTo(300);
        assertThat(queue.get("max_entries").asLong() / outage)
                .as("requests per second that find room all that time")
                .isGreaterThanOrEqualTo(300);
        assertThat(queue.get("max_bytes").asLong())
                .as("bytes that a worker of Kong may keep")
                .isBetween(64L << 20, 512L << 20);
    }

    private static Schema schema() {
        try (var in = KongYamlTest.class.getResourceAsStream("/kong/kong-3.9.schema.json")) {
            JsonNode read = JsonMapper.builder().build().readTree(in);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
