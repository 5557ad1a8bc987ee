package ai.kongguard.detect.rules;

import ai.kongguard.detect.rules.SqlTokens.Kind;
import java.util.Set;

/** One way a value could be read as SQL, and what each of its tokens would then begin. Single-threaded. */
final class SqlContext {

    private static final Set<String> BOOLEANS = Words.of("or and xor having where when");
    private static final Set<String> DROPPABLE =
            Words.of("table database view index user procedure schema function login role");

    private final SqlTokens tokens;
    private final boolean quoted;
    private final double trust;
    private int lastEnd;

    /**
     * @param tokens from the place where the value would stop being a value
     * @param quoted whether a quote was closed to get there
     * @param trust 0-1: how likely this reading is at all
     */
    SqlContext(SqlTokens tokens, boolean quoted, double trust) {
        this.tokens = tokens;
        this.quoted = quoted;
        this.trust = trust;
    }

    SqlTokens tokens() {
        return tokens;
    }

    double trust() {
        return trust;
    }

    /** Where the evidence of the last {@link #weightAt} ends. */
    int lastEnd() {
        return lastEnd;
    }

    /** The token that a bare value would be without an attack: a number or a name, signs and brackets aside. */
    int firstOperand() {
        int i = 0;
        while (tokens.is(i, Kind.OPERATOR) || tokens.is(i, Kind.OPEN)) {
            i++;
        }
        return i;
    }

    /** How strongly the tokens from here on are an attack, 0-1. */
    double weightAt(int i) {
        lastEnd = tokens.end(Math.min(i + 8, Math.max(0, tokens.count() - 1)));
        if (isBoolean(i)) {
            return booleanAt(i + 1);
        }
        String word = tokens.word(i);
        return switch (word) {
            case "" -> tokens.is(i, Kind.SEMICOLON) ? statementAt(i + 1) : subqueryAt(i);
            case "union" -> unionAt(i + 1);
            case "order", "group" -> orderAt(i + 1);
            case "waitfor" -> tokens.isWord(i + 1, "delay") || tokens.isWord(i + 1, "time") ? 0.95 : 0;
            case "into" -> tokens.isWord(i + 1, "outfile") || tokens.isWord(i + 1, "dumpfile") ? 0.95 : 0;
            case "procedure" -> tokens.isWord(i + 1, "analyse") ? 0.92 : 0;
            default -> nameAt(i, word);
        };
    }

    private boolean isBoolean(int i) {
        return BOOLEANS.contains(tokens.word(i)) || tokens.isOperator(i, "||") || tokens.isOperator(i, "&&");
    }

    /** A condition that needs nothing but itself: literal against literal, a sub-query, a telling function. */
    private double booleanAt(int from) {
        int i = from;
        while (tokens.is(i, Kind.OPEN)
                || tokens.isWord(i, "not")
                || tokens.isOperator(i, "!")
                || tokens.isOperator(i, "-")
                || tokens.isOperator(i, "~")) {
            i++;
        }
        if (tokens.isWord(i, "select") || tokens.isWord(i, "exists")) {
            return quoted || i > from ? 0.94 : 0;
        }
        if (tokens.is(i, Kind.WORD) && tokens.is(i + 1, Kind.OPEN)) {
            double known = SqlInjectionDetector.functionWeight(tokens.word(i));
            return known > 0 ? known : quoted ? callAt(i) : 0;
        }
        if (tokens.isLiteral(i)) {
            return comparisonAt(i);
        }
        boolean compared = quoted && tokens.is(i, Kind.WORD) && SqlInjectionDetector.isComparison(tokens, i + 1);
        return compared && (tokens.isLiteral(i + 2) || tokens.is(i + 2, Kind.OPEN)) ? 0.85 : 0;
    }

    private double comparisonAt(int literal) {
        int next = literal + 1;
        while (tokens.is(next, Kind.CLOSE)) {
            next++;
        }
        if (SqlInjectionDetector.isComparison(tokens, next) && next + 1 < tokens.count()) {
            int other = next + 1;
            while (tokens.is(other, Kind.OPEN) || tokens.is(other, Kind.OPERATOR) || tokens.isWord(other, "not")) {
                other++;
            }
            if (tokens.isLiteral(other) || tokens.is(other, Kind.WORD)) {
                lastEnd = tokens.end(other);
                return quoted ? 0.96 : 0.93;
            }
        }
        boolean ends = next >= tokens.count() || tokens.is(next, Kind.COMMENT);
        boolean cutOff = tokens.is(next, Kind.COMMENT);
        return ends && tokens.is(literal, Kind.NUMBER) && (quoted || cutOff) ? 0.88 : 0;
    }

    /** A function compared with something, as blind attacks do letter by letter. */
    private double callAt(int name) {
        int depth = 0;
        for (int i = name + 1; i < tokens.count(); i++) {
            depth += tokens.is(i, Kind.OPEN) ? 1 : tokens.is(i, Kind.CLOSE) ? -1 : 0;
            if (depth == 0) {
                return SqlInjectionDetector.isComparison(tokens, i + 1) ? 0.9 : 0;
            }
        }
        return 0;
    }

    private double unionAt(int from) {
        int i = from;
        while (tokens.isWord(i, "all") || tokens.isWord(i, "distinct") || tokens.is(i, Kind.OPEN)) {
            i++;
        }
        if (!tokens.isWord(i, "select")) {
            return 0;
        }
        boolean columns = tokens.isLiteral(i + 1)
                || tokens.isOperator(i + 1, "*")
                || tokens.is(i + 1, Kind.OPEN)
                || tokens.is(i + 2, Kind.COMMA)
                || tokens.is(i + 2, Kind.OPEN)
                || tokens.isWord(i + 2, "from")
                || tokens.word(i + 1).startsWith("@")
                || tokens.is(i + 1, Kind.OPERATOR);
        return columns || quoted ? 0.98 : 0;
    }

    private double orderAt(int from) {
        if (!tokens.isWord(from, "by") || !tokens.is(from + 1, Kind.NUMBER)) {
            return 0;
        }
        boolean cutOff = tokens.is(from + 2, Kind.COMMENT);
        boolean ends = from + 2 >= tokens.count();
        return cutOff || (quoted && ends) ? 0.9 : 0;
    }

    private double statementAt(int i) {
        double sure =
                switch (tokens.word(i)) {
                    case "drop", "create", "alter", "truncate" -> DROPPABLE.contains(tokens.word(i + 1)) ? 0.95 : 0;
                    case "insert" -> tokens.isWord(i + 1, "into") ? 0.93 : 0;
                    case "delete" -> tokens.isWord(i + 1, "from") && tokens.is(i + 2, Kind.WORD) ? 0.9 : 0;
                    case "update" -> tokens.isWord(i + 2, "set") ? 0.93 : 0;
                    case "declare" -> tokens.word(i + 1).startsWith("@") ? 0.94 : 0;
                    case "exec", "execute" -> isProcedure(i + 1) ? 0.92 : 0;
                    case "shutdown" -> tokens.count() <= i + 3 ? 0.85 : 0;
                    case "waitfor" -> 0.95;
                    case "select" -> selectsSomething(i + 1) ? 0.92 : 0;
                    default -> 0;
                };
        return quoted || tokens.is(0, Kind.NUMBER) ? sure : sure * 0.93;
    }

    private boolean isProcedure(int i) {
        String name = tokens.word(i);
        return tokens.is(i, Kind.OPEN)
                || name.startsWith("xp_")
                || name.startsWith("sp_")
                || name.startsWith("master")
                || name.startsWith("@");
    }

    private boolean selectsSomething(int i) {
        return tokens.isLiteral(i)
                || tokens.isOperator(i, "*")
                || tokens.is(i + 1, Kind.OPEN)
                || tokens.word(i).startsWith("@")
                || tokens.is(i, Kind.OPEN);
    }

    private double subqueryAt(int i) {
        boolean subquery = tokens.is(i, Kind.OPEN) && tokens.isWord(i + 1, "select");
        if (!subquery || !(selectsSomething(i + 2) || tokens.isWord(i + 3, "from") || tokens.is(i + 3, Kind.COMMA))) {
            return 0;
        }
        return quoted || i > 0 ? 0.88 : 0.5;
    }

    private double nameAt(int i, String word) {
        if (tokens.is(i + 1, Kind.OPEN)) {
            double known = SqlInjectionDetector.functionWeight(word);
            return quoted || i > 0 ? known : known * 0.9;
        }
        if (word.startsWith("information_schema.") || word.startsWith("@@")) {
            return quoted ? 0.9 : 0.7;
        }
        return 0;
    }

    /** Where a comment cuts the query off right after the quote; -1 when none does. */
    int endOfCutOff() {
        int i = 0;
        while (tokens.is(i, Kind.CLOSE) || tokens.is(i, Kind.SEMICOLON)) {
            i++;
        }
        return tokens.is(i, Kind.COMMENT) ? tokens.start(i) : -1;
    }

    /** A quote, an operator and another quote: the shortest way past a log-in form. */
    boolean isOnlyAnOperator() {
        return quoted
                && tokens.count() == 2
                && tokens.is(0, Kind.OPERATOR)
                && tokens.is(1, Kind.STRING)
                && tokens.end(1) - tokens.start(1) == 1;
    }

    /** A complete query that somebody typed, such as {@code select * from t}. */
    boolean isWholeQuery() {
        if (!tokens.isWord(0, "select")) {
            return false;
        }
        for (int i = 1; i < tokens.count(); i++) {
            if (tokens.isWord(i, "from")) {
                return i == 2 && !tokens.is(1, Kind.WORD);
            }
            boolean listed = tokens.is(i, Kind.COMMA) || tokens.is(i, Kind.OPEN) || tokens.isOperator(i, "*");
            if (listed) {
                return true;
            }
        }
        return false;
    }
}
