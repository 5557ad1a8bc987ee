package ai.kongguard.gateway.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a verdict's model label says, part by part. */
final class ModelJson {

    private ModelJson() {}

    /** {@code label} is like {@code local/kg-local-1@0123456789abcdef}; parts that it lacks are null. */
    static Map<String, @Nullable Object> of(String label) {
        int slash = label.indexOf('/');
        int at = label.lastIndexOf('@');
        String named = label.substring(slash + 1, at > slash ? at : label.length());
        int dash = at > slash ? named.lastIndexOf('-') : -1;
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("label", label);
        json.put("provider", slash < 0 ? null : label.substring(0, slash));
        json.put("name", dash > 0 ? named.substring(0, dash) : named);
        json.put("version", dash > 0 ? named.substring(dash + 1) : null);
        json.put("hash", at > slash ? label.substring(at + 1) : null);
        return json;
    }
}
