package ai.kongguard.replay.convert;

import ai.kongguard.intake.EventDraft;
import ai.kongguard.intake.MalformedEntryException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads {@code log.entries} one after another; answers' contents, which are most of such a file, are passed over. */
final class HarReader implements ForeignReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();

    private final JsonParser json;
    private final Intake intake;
    private boolean inEntries;
    private boolean ended;

    HarReader(InputStream in, Intake intake) {
        this.json = JSON.createParser(ObjectReadContext.empty(), in);
        this.intake = intake;
    }

    @Override
    public @Nullable ForeignEntry next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            if (!inEntries && !findEntries()) {
                ended = true;
                return ForeignEntry.faulty(1, "log.entries: missing");
            }
            inEntries = true;
            JsonToken token = json.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                ended = true;
                return token == null ? ForeignEntry.faulty(line(), "the file ends within log.entries") : null;
            }
            return entry(token);
        } catch (JacksonException e) {
            // Where JSON breaks, nothing after it can be found again; the message would quote the payload.
            ended = true;
            return ForeignEntry.faulty(line(), "not valid JSON: the rest was not read");
        }
    }

    private ForeignEntry entry(JsonToken token) {
        long line = line();
        if (token != JsonToken.START_OBJECT) {
            json.skipChildren();
            return ForeignEntry.faulty(line, "must be an object");
        }
        HarEntry entry = new HarEntry();
        entry.read(json);
        try {
            EventDraft draft = entry.draft();
            return ForeignEntry.of(line, intake.event(ForeignFormat.HAR, line, draft), Map.of());
        } catch (MalformedEntryException e) {
            return ForeignEntry.faulty(line, e.reason());
        }
    }

    private long line() {
        return json.currentTokenLocation().getLineNr();
    }

    private boolean findEntries() {
        return json.nextToken() == JsonToken.START_OBJECT
                && enter("log", JsonToken.START_OBJECT)
                && enter("entries", JsonToken.START_ARRAY);
    }

    private boolean enter(String name, JsonToken kind) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean wanted = json.currentName().equals(name);
            JsonToken value = json.nextToken();
            if (wanted) {
                return value == kind;
            }
            json.skipChildren();
        }
        return false;
    }
}
