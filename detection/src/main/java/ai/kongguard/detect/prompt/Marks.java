package ai.kongguard.detect.prompt;

import java.util.List;

/** What stands around a word, which decides what it means, and the notation of chats. Pure. */
final class Marks {

    private static final List<String> MARKUP = List.of(
            "<|im_start|>",
            "<|im_end|>",
            "<|im_sep|>",
            "<|system|>",
            "<|user|>",
            "<|assistant|>",
            "<|endoftext|>",
            "<|eot_id|>",
            "<|start_header_id|>",
            "<|end_header_id|>",
            "<|begin_of_text|>",
            "<|channel|>",
            "<|message|>",
            "<<sys>>",
            "<</sys>>",
            "[inst]",
            "[/inst]",
            "<start_of_turn>",
            "<end_of_turn>");

    private static final String FENCE = "-=*#<>~_[/|\"`";
    private static final int FAR = 16;

    private Marks() {}

    /** Behind the chat notation that begins here; 0 for none. */
    static int endOfMarkup(String text, int at, char c) {
        if (c != '<' && c != '[') {
            return 0;
        }
        for (String mark : MARKUP) {
            if (text.startsWith(mark, at)) {
                return at + mark.length();
            }
        }
        return 0;
    }

    /** What the cue means between its neighbours. */
    static Cue inContext(Cue cue, String text, int start, int end) {
        return switch (cue) {
            case ANSWER -> isName(text, end) ? cue : Cue.SCORE;
            case ROLE -> isSpeaker(text, start, end) ? cue : Cue.PRIOR;
            case HELPER -> isSpeaker(text, start, end) ? Cue.ROLE : cue;
            case EDGE -> isFenced(text, start) || isLine(text, start, end) ? cue : Cue.PRIOR;
            default -> cue;
        };
    }

    /** A number that is nothing but zero. */
    static boolean isZero(String text, int at) {
        if (at > 0 && "./-_".indexOf(text.charAt(at - 1)) >= 0) {
            return false;
        }
        int i = at + 1;
        if (i < text.length() && text.charAt(i) == '.') {
            i++;
            while (i < text.length() && text.charAt(i) == '0') {
                i++;
            }
        }
        return i >= text.length() || !Letters.isWord(Letters.fold(text, i));
    }

    private static boolean isName(String text, int end) {
        int i = end;
        while (i < text.length()
                && i < end + FAR
                && (text.charAt(i) <= ' ' || "\"'\\*`".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i < text.length() && ":=>".indexOf(text.charAt(i)) >= 0;
    }

    /** A heading, a tag, the beginning of a line with a colon, or the role of a message in JSON. */
    private static boolean isSpeaker(String text, int start, int end) {
        int before = before(text, start);
        char sign = before < 0 ? '\n' : text.charAt(before);
        char after = end < text.length() ? text.charAt(end) : ' ';
        if (sign == '#') {
            return before > 1 && text.charAt(before - 1) == '#';
        }
        if (sign == '[' || sign == '<' || sign == '|') {
            // Users and persons stand in brackets in many documents.
            boolean told = text.startsWith("system", start) || text.startsWith("assistant", start);
            return told && (after == ']' || after == '>' || after == '|');
        }
        if (sign == '"' && after == '"') {
            return text.substring(Math.max(0, before - FAR), before).contains("role");
        }
        return after == ':' && isLineStart(text, start);
    }

    private static boolean isLineStart(String text, int start) {
        int i = start - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '*' || text.charAt(i) == '>')) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }

    /** A line of its own. */
    private static boolean isLine(String text, int start, int end) {
        return isLineStart(text, start)
                && (end >= text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r');
    }

    /** Behind a tag's bracket, or a line of signs. */
    private static boolean isFenced(String text, int start) {
        int before = before(text, start);
        if (before < 0 || FENCE.indexOf(text.charAt(before)) < 0) {
            return false;
        }
        char sign = text.charAt(before);
        return sign == '<' || sign == '[' || sign == '/' || (before > 0 && FENCE.indexOf(text.charAt(before - 1)) >= 0);
    }

    private static int before(String text, int start) {
        int i = start - 1;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        return i;
    }
}
