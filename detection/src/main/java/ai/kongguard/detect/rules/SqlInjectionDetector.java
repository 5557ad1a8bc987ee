package ai.kongguard.detect.rules;

import ai.kongguard.detect.normalize.Ascii;
import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a value as a database would if it were pasted into a query: as it stands, after its first single quote, and
 * after its first double quote. What would then be more query than value is evidence. The same words in prose, or a
 * whole statement that somebody typed, are not.
 */
final class SqlInjectionDetector implements Detector {

    private static final String NAME = "sql_injection";

    private static final Set<String> STATEMENTS =
            Words.of("select insert update delete create alter drop with explain grant begin set");
    private static final Set<String> COMPARISONS =
            Words.of("= < > <= >= <> != <=> == like rlike regexp between in is ilike sounds similar");

    /** Functions that honest values do not call, and how telling a call is after a break-out. */
    private static final Map<String, Double> FUNCTIONS = Map.ofEntries(
            Map.entry("sleep", 0.93),
            Map.entry("benchmark", 0.95),
            Map.entry("pg_sleep", 0.96),
            Map.entry("extractvalue", 0.95),
            Map.entry("updatexml", 0.95),
            Map.entry("load_file", 0.93),
            Map.entry("xp_cmdshell", 0.96),
            Map.entry("dbms_pipe.receive_message", 0.96),
            Map.entry("dbms_lock.sleep", 0.96),
            Map.entry("utl_inaddr.get_host_address", 0.96),
            Map.entry("utl_http.request", 0.96),
            Map.entry("ctxsys.drithsx.sn", 0.96),
            Map.entry("xmltype", 0.9),
            Map.entry("group_concat", 0.9),
            Map.entry("generate_series", 0.85),
            Map.entry("randomblob", 0.93),
            Map.entry("make_set", 0.9),
            Map.entry("json_keys", 0.85),
            Map.entry("current_database", 0.85));

    /** A longer rest after a comment mark is prose with a dash. */
    private static final int MAX_COMMENT_REST = 14;

    private static final int LONG_TEXT = 400;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void detect(CanonicalValue value, Consumer<Finding> findings) {
        String text = value.lower();
        SqlTokens bare = SqlTokens.read(text, 0);
        boolean statement = STATEMENTS.contains(bare.word(0));
        if (bare.count() > 1) {
            double trust = statement || text.length() > LONG_TEXT ? 0.5 : 0.97;
            SqlContext asItStands = new SqlContext(bare, false, trust);
            judge(value, asItStands, asItStands.firstOperand() + 1, findings);
            if (statement && asItStands.isWholeQuery()) {
                findings.accept(finding(value, 0, text.length(), 0.4));
            }
        }
        breakOut(value, text, '\'', findings);
        breakOut(value, text, '"', findings);
    }

    private static void breakOut(CanonicalValue value, String text, char quote, Consumer<Finding> findings) {
        int at = text.indexOf(quote);
        if (at < 0) {
            return;
        }
        // Prose before the quote makes a quotation mark or an apostrophe of it.
        double trust = words(text, at) > 6 ? 0.6 : 1;
        SqlContext broken = new SqlContext(SqlTokens.read(text, at + 1), true, trust);
        judge(value, broken, 0, findings);
        int end = broken.endOfCutOff();
        if (end >= 0 && text.length() - end <= MAX_COMMENT_REST) {
            findings.accept(finding(value, at, text.length(), 0.88 * trust));
        }
        if (broken.isOnlyAnOperator() && text.length() < 12) {
            findings.accept(finding(value, 0, text.length(), 0.82));
        }
    }

    private static void judge(CanonicalValue value, SqlContext context, int from, Consumer<Finding> findings) {
        SqlTokens tokens = context.tokens();
        for (int i = from; i < tokens.count(); i++) {
            double weight = context.weightAt(i);
            if (weight > 0) {
                findings.accept(finding(value, tokens.start(i), context.lastEnd(), weight * context.trust()));
                return;
            }
        }
    }

    static boolean isComparison(SqlTokens tokens, int index) {
        return COMPARISONS.contains(tokens.textOf(index));
    }

    /** How telling a call of this function is, 0-1; 0 for any other name. */
    static double functionWeight(String name) {
        return FUNCTIONS.getOrDefault(name, 0.0);
    }

    private static int words(String text, int to) {
        int words = 0;
        for (int i = 1; i < to; i++) {
            if (Ascii.isSpace(text.charAt(i)) && !Ascii.isSpace(text.charAt(i - 1))) {
                words++;
            }
        }
        return words;
    }

    private static Finding finding(CanonicalValue value, int start, int end, double weight) {
        return Evidence.of(NAME, ThreatType.SQL_INJECTION, value, start, end, weight);
    }
}
