package ai.kongguard.replay.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.intake.EventDraft;
import ai.kongguard.intake.MalformedEntryException;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Labelled requests as CSV: a header line names the columns, in any order. */
final class CsvRequests implements ForeignReader {

    private static final int MAX_RECORD_CHARS = 1024 * 1024;

    /** One of these has to be there, so that a file without a header line is not taken for a log of one column. */
    private static final Set<String> NEEDED = Set.of("path", "uri", "url");

    private final CloseableIterator<CsvRecord> records;
    private final Intake intake;
    private final List<String> columns = new ArrayList<>();
    private long line = 1;
    private boolean ended;

    CsvRequests(InputStream in, Intake intake) {
        this.records = CsvReader.builder()
                .maxBufferSize(MAX_RECORD_CHARS)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(new InputStreamReader(in, UTF_8))
                .iterator();
        this.intake = intake;
    }

    @Override
    public @Nullable ForeignEntry next() {
        if (ended) {
            return null;
        }
        try {
            if (columns.isEmpty() && !readColumns()) {
                ended = true;
                return ForeignEntry.faulty(1, "the first line must name the columns, one of them path");
            }
            return records.hasNext() ? entry(records.next()) : null;
        } catch (CsvParseException e) {
            ended = true;
            return ForeignEntry.faulty(line, "no valid CSV after this line: the rest was not read");
        }
    }

    private boolean readColumns() {
        if (!records.hasNext()) {
            return false;
        }
        for (String name : records.next().getFields()) {
            columns.add(name.strip().replace("\ufeff", "").toLowerCase(Locale.ROOT));
        }
        return columns.stream().anyMatch(NEEDED::contains);
    }

    private ForeignEntry entry(CsvRecord record) {
        line = record.getStartingLineNumber();
        if (record.getFieldCount() != columns.size()) {
            return ForeignEntry.faulty(
                    line, "has " + record.getFieldCount() + " fields, and there are " + columns.size() + " columns");
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            fields.put(columns.get(i), record.getField(i));
        }
        try {
            EventDraft draft = RequestFields.draft(fields);
            Map<String, String> truth = Labels.of(fields.get("label"), fields.get("type"));
            return ForeignEntry.of(line, intake.event(ForeignFormat.CSV, line, draft), truth);
        } catch (MalformedEntryException e) {
            return ForeignEntry.faulty(line, e.reason());
        }
    }
}
