package ai.kongguard.replay.convert;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A kind of log that can be turned into a recording; its name is the source of its events. */
public enum ForeignFormat {
    /** What browsers and proxies export: {@code log.entries} of HAR 1.2. */
    HAR,
    /** Entries of Kong's http-log and file-log: an object, an array, or one per line. */
    KONG,
    /** Lines of nginx's access log: combined format, or JSON objects. */
    NGINX,
    /** Labelled requests with a header line. */
    CSV,
    /** Labelled requests, a JSON object per line. */
    JSONL;

    /** The name in lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the end of a file's name; null when that does not tell. */
    public static @Nullable ForeignFormat of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        if (name.endsWith(".har")) {
            return HAR;
        }
        if (name.endsWith(".csv")) {
            return CSV;
        }
        return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? JSONL : null;
    }
}
