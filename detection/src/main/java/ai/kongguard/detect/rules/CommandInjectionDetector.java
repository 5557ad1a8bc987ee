package ai.kongguard.detect.rules;

import ai.kongguard.detect.normalize.Ascii;
import ai.kongguard.detect.normalize.CanonicalValue;
import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds places where a shell would start another command: after a separator, or inside a substitution. The command
 * must be a known one, and words that are also English need an argument that only a command would have.
 */
final class CommandInjectionDetector implements Detector {

    private static final String NAME = "command_injection";

    /** Nobody writes these after a semicolon by accident. */
    private static final Set<String> TELLING = Words.of(
            """
            whoami uname ifconfig ipconfig wget curl nslookup netstat powershell powershell.exe cmd.exe
            certutil bitsadmin nc ncat netcat chmod chown systeminfo tasklist passthru phpinfo printenv
            getent busybox mkfifo xterm tftp lsof id ls pwd lsb_release hostname crontab nohup sudo socat
            """);

    /** Also English, or also code: only with an argument of a command. */
    private static final Set<String> COMMON = Words.of(
            """
            cat ping sleep echo rm cp mv bash sh zsh python python3 perl ruby php node cmd type dir net
            find grep head tail more less sort touch kill ps env set host dig telnet ssh scp ftp tar test
            time date w who su awk sed xargs base64 reg copy del start exec eval nl tac traceroute tracert
            finger vi ed export shutdown reboot print printf tee
            """);

    /** Back-ticks in a text of so many words are Markdown. */
    private static final int MARKDOWN_WORDS = 3;

    private static final int LONG_TEXT = 300;

    /** How far the end of something is looked for. */
    private static final int LOOK_AHEAD = 2_048;

    /** No command has a longer name. */
    private static final int MAX_NAME = 24;

    /** Places where a command could begin that are looked at: more of them is no shell's line any more. */
    private static final int MAX_PLACES = 2_000;

    /** From here on nothing stronger needs to be looked for. */
    private static final double SURE = 0.8;

    /** Weak places that are looked at: the first may be a decoy, but each costs a look ahead. */
    private static final int MAX_WEAK = 32;

    /** What follows a command is its argument; a longer rest is a sentence. */
    private static final int BRIEF = 32;

    private static final List<String> ACCOUNTS = List.of("user", "localgroup", "view", "share");

    /** Functions of server-side languages that run a command. */
    private static final List<String> RUNNERS =
            List.of("system(", "shell_exec(", "passthru(", "popen(", "proc_open(", "phpinfo(", "pcntl_exec(");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void detect(CanonicalValue value, Consumer<Finding> findings) {
        String text = value.lower();
        double trust = text.length() > LONG_TEXT ? 0.5 : 1;
        double best = 0;
        int bestAt = 0;
        int weak = 0;
        int judged = 0;
        int places = 0;
        for (int i = 0; i < text.length() && best < SURE && weak < MAX_WEAK && places < MAX_PLACES; i++) {
            double weight = 0;
            char c = text.charAt(i);
            int before = places++;
            if (c == ';' || c == '|' || c == '&' || c == '\n') {
                // What stands behind a run of separators is judged once, not once for each of them.
                if (i >= judged) {
                    judged = skipSeparators(text, i + 1);
                    weight = separatorAt(text, judged, c);
                }
            } else if (c == '`') {
                weight = backTickAt(text, i);
            } else if (c == '$' && text.startsWith("$(", i)) {
                weight = substitutionAt(text, i + 2, ')');
            } else {
                places = before;
            }
            weak += weight > 0 ? 1 : 0;
            bestAt = weight > best ? i : bestAt;
            best = Math.max(best, weight);
        }
        if (best > 0) {
            int end = Math.min(text.length(), bestAt + Evidence.MAX_LENGTH);
            findings.accept(Evidence.of(NAME, ThreatType.COMMAND_INJECTION, value, bestAt, end, best * trust));
        }
        if (best < SURE) {
            runner(value, text, trust, findings);
        }
    }

    private static void runner(CanonicalValue value, String text, double trust, Consumer<Finding> findings) {
        for (String runner : RUNNERS) {
            int at = text.indexOf(runner);
            while (at > 0 && Ascii.isWord(text.charAt(at - 1))) {
                at = text.indexOf(runner, at + 1);
            }
            if (at >= 0) {
                findings.accept(
                        Evidence.of(NAME, ThreatType.COMMAND_INJECTION, value, at, text.length(), 0.86 * trust));
                return;
            }
        }
    }

    private static int skipSeparators(String text, int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == '&' || text.charAt(i) == '|')) {
            i++;
        }
        return Scan.skipBlanksAndQuotes(text, i);
    }

    private static double separatorAt(String text, int i, char separator) {
        if (text.startsWith("$(", i)) {
            return substitutionAt(text, i + 2, ')');
        }
        if (i < text.length() && text.charAt(i) == '`') {
            return substitutionAt(text, i + 1, '`');
        }
        return commandAt(text, i, separator == '\n' ? 0.82 : 0.93);
    }

    private static double substitutionAt(String text, int from, char close) {
        int start = Scan.skipBlanksAndQuotes(text, from);
        int end = Scan.endOfFile(text, start);
        String word = baseName(text, start, end);
        if (!TELLING.contains(word) && !COMMON.contains(word)) {
            return 0;
        }
        boolean closed = Scan.find(text, close, end, end + LOOK_AHEAD) >= 0;
        return closed ? 0.93 : 0.6;
    }

    private static double backTickAt(String text, int tick) {
        double inside = substitutionAt(text, tick + 1, '`');
        if (inside == 0) {
            return 0;
        }
        int close = Scan.find(text, '`', tick + 1, tick + LOOK_AHEAD);
        int before = Scan.words(text, tick - LOOK_AHEAD, tick);
        int outside = before + (close < 0 ? 0 : Scan.words(text, close + 1, close + LOOK_AHEAD));
        return outside >= MARKDOWN_WORDS ? 0.25 : inside;
    }

    private static double commandAt(String text, int start, double sure) {
        int end = Scan.endOfFile(text, start);
        if (end == start) {
            return 0;
        }
        String word = baseName(text, start, end);
        if (!TELLING.contains(word) && !COMMON.contains(word)) {
            return 0;
        }
        boolean last = Scan.skipBlanksAndQuotes(text, end) >= text.length();
        boolean argument = hasCommandArgument(text, end);
        boolean byPath = text.charAt(start) == '/' && start + 1 < end;
        if (TELLING.contains(word)) {
            // A parameter that happens to be called id is followed by its value.
            boolean assigned = end < text.length() && text.charAt(end) == '=';
            boolean brief = text.length() - end <= BRIEF;
            return assigned ? 0 : last || argument || byPath ? sure : brief ? 0.82 : 0.4;
        }
        boolean netAccounts = word.equals("net") && isAccountCommand(text, Scan.skipBlanksAndQuotes(text, end));
        return argument || byPath || netAccounts || writesAFile(text, end) ? sure : 0;
    }

    /** Output sent to a path by the same command, as in {@code echo x > /var/www/a}. */
    private static boolean writesAFile(String text, int from) {
        int arrow = Scan.find(text, '>', from, from + BRIEF + 1);
        if (arrow < 0) {
            return false;
        }
        int target = arrow + 1 < text.length() && text.charAt(arrow + 1) == '>' ? arrow + 2 : arrow + 1;
        return text.startsWith("/", Scan.skipBlanksAndQuotes(text, target));
    }

    private static boolean isAccountCommand(String text, int argument) {
        return ACCOUNTS.stream().anyMatch(word -> text.startsWith(word, argument));
    }

    /** An option, a path, a drive, a URL, an address, a number or a redirection directly after the command. */
    private static boolean hasCommandArgument(String text, int from) {
        int i = from;
        if (i >= text.length()) {
            return false;
        }
        if (">|;&)`".indexOf(text.charAt(i)) >= 0) {
            return true;
        }
        if (text.startsWith("${ifs}", i) || text.startsWith("$ifs", i) || text.charAt(i) == '<') {
            return true;
        }
        i = Scan.skipBlanksAndQuotes(text, i);
        if (i >= text.length() || i == from) {
            return false;
        }
        char c = text.charAt(i);
        char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        boolean option = (c == '-' || c == '/') && Ascii.isLetter(next);
        boolean path = c == '/'
                || c == '~'
                || (c == '.' && (next == '/' || next == '.'))
                || (next == ':' && Ascii.isLetter(c));
        boolean redirection = c == '>' || c == '<' || c == '|' || c == '$' || c == '*';
        return option
                || path
                || redirection
                || (Ascii.isDigit(c) && text.length() - i <= 24)
                || text.startsWith("http", i)
                || hasFileExtension(text, i);
    }

    private static boolean hasFileExtension(String text, int from) {
        int end = from;
        int bound = Math.min(text.length(), from + LOOK_AHEAD);
        int dot = -1;
        while (end < bound && !Ascii.isSpace(text.charAt(end)) && ";|&".indexOf(text.charAt(end)) < 0) {
            dot = text.charAt(end) == '.' ? end : dot;
            end++;
        }
        return dot > from && end - dot >= 3 && end - dot <= 6 && Ascii.isLetter(text.charAt(dot + 1));
    }

    private static String baseName(String text, int start, int end) {
        int from = end;
        while (from > start && text.charAt(from - 1) != '/') {
            from--;
        }
        return from == end || end - from > MAX_NAME ? "" : text.substring(from, end);
    }
}
