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

    /** What follows a command is its argument; a longer rest is a sentence. */
    private static final int BRIEF = 32;

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
        for (int i = 0; i < text.length(); i++) {
            double weight =
                    switch (text.charAt(i)) {
                        case ';', '|', '&', '\n' -> separatorAt(text, i);
                        case '$' -> text.startsWith("$(", i) ? substitutionAt(text, i + 2, ')') : 0;
                        case '`' -> backTickAt(text, i);
                        default -> 0;
                    };
            if (weight > 0) {
                int end = Math.min(text.length(), i + Evidence.MAX_LENGTH);
                findings.accept(Evidence.of(NAME, ThreatType.COMMAND_INJECTION, value, i, end, weight * trust));
                return;
            }
        }
        runner(value, text, trust, findings);
    }

    private static void runner(CanonicalValue value, String text, double trust, Consumer<Finding> findings) {
        for (String runner : RUNNERS) {
            int at = text.indexOf(runner);
            if (at >= 0 && (at == 0 || !Ascii.isWord(text.charAt(at - 1)))) {
                findings.accept(
                        Evidence.of(NAME, ThreatType.COMMAND_INJECTION, value, at, text.length(), 0.86 * trust));
                return;
            }
        }
    }

    private static double separatorAt(String text, int separator) {
        int i = separator + 1;
        while (i < text.length() && (text.charAt(i) == '&' || text.charAt(i) == '|')) {
            i++;
        }
        i = skipSpace(text, i);
        if (text.startsWith("$(", i)) {
            return substitutionAt(text, i + 2, ')');
        }
        if (i < text.length() && text.charAt(i) == '`') {
            return substitutionAt(text, i + 1, '`');
        }
        return commandAt(text, i, text.charAt(separator) == '\n' ? 0.82 : 0.93);
    }

    private static double substitutionAt(String text, int from, char close) {
        int start = skipSpace(text, from);
        int end = endOfWord(text, start);
        String word = baseName(text.substring(start, end));
        if (!TELLING.contains(word) && !COMMON.contains(word)) {
            return 0;
        }
        boolean closed = text.indexOf(close, end) >= 0;
        return closed ? 0.93 : 0.6;
    }

    private static double backTickAt(String text, int tick) {
        double inside = substitutionAt(text, tick + 1, '`');
        if (inside == 0) {
            return 0;
        }
        int close = text.indexOf('`', tick + 1);
        int outside = words(text, 0, tick) + (close < 0 ? 0 : words(text, close + 1, text.length()));
        return outside >= MARKDOWN_WORDS ? 0.25 : inside;
    }

    private static double commandAt(String text, int start, double sure) {
        int end = endOfWord(text, start);
        if (end == start) {
            return 0;
        }
        String word = baseName(text.substring(start, end));
        boolean last = skipSpace(text, end) >= text.length();
        boolean argument = hasCommandArgument(text, end);
        boolean byPath = text.charAt(start) == '/' && start + 1 < end;
        if (TELLING.contains(word)) {
            // A parameter that happens to be called id is followed by its value.
            boolean assigned = end < text.length() && text.charAt(end) == '=';
            boolean brief = text.length() - end <= BRIEF;
            return assigned ? 0 : last || argument || byPath ? sure : brief ? 0.82 : 0.4;
        }
        boolean netAccounts = word.equals("net") && isAccountCommand(text, skipSpace(text, end));
        return COMMON.contains(word) && (argument || byPath || netAccounts || writesAFile(text, end)) ? sure : 0;
    }

    /** Output sent to a path by the same command, as in {@code echo x > /var/www/a}. */
    private static boolean writesAFile(String text, int from) {
        int arrow = text.indexOf('>', from);
        if (arrow < 0 || arrow - from > BRIEF) {
            return false;
        }
        int target = arrow + 1 < text.length() && text.charAt(arrow + 1) == '>' ? arrow + 2 : arrow + 1;
        return text.startsWith("/", skipSpace(text, target));
    }

    private static boolean isAccountCommand(String text, int argument) {
        return text.startsWith("user", argument)
                || text.startsWith("localgroup", argument)
                || text.startsWith("view", argument)
                || text.startsWith("share", argument);
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
        i = skipSpace(text, i);
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
                || (Ascii.isDigit(c) && isShort(text, i))
                || text.startsWith("http", i)
                || hasFileExtension(text, i);
    }

    private static boolean isShort(String text, int from) {
        return text.length() - from <= 24;
    }

    private static boolean hasFileExtension(String text, int from) {
        int end = from;
        while (end < text.length() && !Ascii.isSpace(text.charAt(end)) && ";|&".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int dot = text.lastIndexOf('.', end - 1);
        return dot > from && end - dot >= 3 && end - dot <= 6 && Ascii.isLetter(text.charAt(dot + 1));
    }

    private static String baseName(String word) {
        int slash = word.lastIndexOf('/');
        return slash < 0 ? word : word.substring(slash + 1);
    }

    private static int endOfWord(String text, int start) {
        int i = start;
        while (i < text.length() && (Ascii.isWord(text.charAt(i)) || text.charAt(i) == '/' || text.charAt(i) == '.')) {
            i++;
        }
        return i;
    }

    private static int skipSpace(String text, int from) {
        int i = from;
        while (i < text.length()
                && (Ascii.isSpace(text.charAt(i)) || text.charAt(i) == '\'' || text.charAt(i) == '"')) {
            i++;
        }
        return i;
    }

    private static int words(String text, int from, int to) {
        int words = 0;
        boolean inWord = false;
        for (int i = from; i < to; i++) {
            boolean word = Ascii.isWord(text.charAt(i));
            words += word && !inWord ? 1 : 0;
            inWord = word;
        }
        return words;
    }
}
