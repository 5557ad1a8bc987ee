package ai.kongguard.ingest.kong;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.TrafficEvent;
import ai.kongguard.intake.Bounds;
import ai.kongguard.intake.Entry;
import ai.kongguard.intake.RedactionProperties;
import ai.kongguard.intake.kong.KongReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of a request comes through the recipe in kong.yml, Kong's log and our reader as it was sent. */
class KongRecipeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KongRecipe recipe = new KongRecipe();

    @Test
    void aBodyArrivesAsItWasSent() {
        String body = "user=ann&note=' OR 1=1 --\n\u00e4\u4e2d";
        TrafficEvent event = logged(body.getBytes(UTF_8));
        assertThat(event.body()).isEqualTo(body);
        assertThat(event.bodyTruncated()).isFalse();
    }

    @Test
    void aBodyThatIsNoTextArrivesToo() {
        TrafficEvent event = logged(new byte[] {'a', 0, (byte) 0xff, '"', '\\', 'z'});
        assertThat(event.body()).startsWith("a").endsWith("\"\\z");
    }

    @Test
    void aRequestWithoutABodyAndOneThatKongCannotGiveHaveNone() {
        assertThat(recipe.run(new byte[0])).isEmpty();
        assertThat(recipe.run(null)).isEmpty();
        assertThat(logged(null).body()).isNull();
    }

    @Test
    void aLongBodyIsCutAndKongReadsNoLongerFile() {
        byte[] body = "x".repeat(KongRecipe.MAX_BODY + 1).getBytes(ISO_8859_1);
        assertThat(logged(body).body()).hasSize(KongRecipe.MAX_BODY);
        assertThat(recipe.maxFile()).isEqualTo(KongRecipe.MAX_BODY);
    }

    /** The event of a request with this body, from the entry that Kong's http-log would send for it. */
    private TrafficEvent logged(byte @Nullable [] body) {
        ObjectNode entry = (ObjectNode)
                JSON.readTree(
                        """
                {"request":{"id":"0123456789abcdef0123456789abcdef","method":"POST","uri":"/notes",
                  "headers":{"content-type":"application/x-www-form-urlencoded"}},
                 "response":{"status":200},"client_ip":"203.0.113.7","started_at":1795500000123}
                """);
        recipe.run(body).forEach((key, value) -> put(entry, key, new String(value, ISO_8859_1)));
        byte[] bytes = JSON.writeValueAsBytes(entry);
        boolean ascii = new String(bytes, ISO_8859_1).chars().allMatch(c -> c < 0x80);
        return reader().read(new Entry(bytes, 0, bytes.length, bytes.length, ascii), NOW)
                .orElseThrow();
    }

    /** As Kong documents it: dots in the key lead into tables, which are made where there are none. */
    private static void put(ObjectNode entry, String key, String value) {
        List<String> names = List.of(key.split("\\."));
        ObjectNode at = entry;
        for (String name : names.subList(0, names.size() - 1)) {
            at = at.withObject("/" + name);
        }
        at.put(names.get(names.size() - 1), value);
    }

    private static KongReader reader() {
        RedactionProperties redaction = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("kongguard.redact", RedactionProperties.class);
        return new KongReader("", Bounds.withBody(KongRecipe.MAX_BODY), redaction.redactor(List.of()));
    }
}
