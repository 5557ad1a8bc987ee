package ai.kongguard.replay.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Finds out which addresses of a record are those of a client or of proxies on its way. */
final class ClientAddresses {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    /** Fields of events and verdicts, and request headers, that name clients. */
    private static final Set<String> NAMES = Set.of(
            "client_ip",
            "forwarded_for",
            "x-forwarded-for",
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "cf-connecting-ipv6",
            "fastly-client-ip",
            "x-cluster-client-ip",
            "x-original-forwarded-for",
            "x-envoy-external-address",
            "x-remote-ip",
            "x-remote-addr",
            "x-originating-ip",
            "via");

    private static final String HEADER = "header.";

    private ClientAddresses() {}

    static Set<Address> of(byte @Nullable [] key, byte @Nullable [] value) {
        Set<Address> found = new HashSet<>();
        if (key != null) {
            add(new String(key, ISO_8859_1), found);
        }
        if (value != null) {
            try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), value)) {
                walk(json, found);
            } catch (JacksonException e) {
                // Not of ours; the client of its key is replaced in it all the same.
                return found;
            }
        }
        return found;
    }

    /** What a verdict found in such a header is its evidence, which stands behind the field's name. */
    private static void walk(JsonParser json, Set<Address> found) {
        boolean inHeader = false;
        while (json.nextToken() != null) {
            if (json.currentToken() != JsonToken.VALUE_STRING || json.currentName() == null) {
                continue;
            }
            String name = json.currentName().toLowerCase(Locale.ROOT);
            if (name.equals("field")) {
                String field = json.getString().toLowerCase(Locale.ROOT);
                inHeader = field.startsWith(HEADER) && NAMES.contains(field.substring(HEADER.length()));
            } else if (NAMES.contains(name) || (inHeader && name.equals("evidence"))) {
                add(json.getString(), found);
            }
        }
    }

    private static void add(String text, Set<Address> found) {
        AddressText.in(text).forEach(one -> found.add(one.address()));
    }
}
