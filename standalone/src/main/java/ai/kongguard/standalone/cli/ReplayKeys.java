package ai.kongguard.standalone.cli;

import ai.kongguard.replay.play.PlayState;
import ai.kongguard.replay.play.Player;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/** Keys that steer a replay, when standard input is a terminal; else nothing is read. One thread. */
final class ReplayKeys implements AutoCloseable {

    static final String HELP = "space pauses and resumes, right or + and left or - seek 10 s, q stops";

    private static final Duration FAR = Duration.ofSeconds(10);
    private static final long AT_ONCE_MS = 1;

    /** In which the rest of an arrow follows; longer, somebody pressed Escape. */
    private static final long REST_MS = 50;

    private static final int ESCAPE = 27;

    private final @Nullable Terminal terminal;
    private final @Nullable Attributes before;
    private final Keys keys;

    /** The next key that is pressed within so many milliseconds; negative when there is none. */
    @FunctionalInterface
    interface Keys {
        int next(long millis) throws IOException;
    }

    /** Without a terminal. */
    ReplayKeys(Keys keys) {
        this.terminal = null;
        this.before = null;
        this.keys = keys;
    }

    private ReplayKeys(Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.enterRawMode();
        NonBlockingReader reader = terminal.reader();
        this.keys = reader::read;
    }

    /** Takes the terminal's keys one by one until it is closed; {@code told} says whether it says which there are. */
    static ReplayKeys open(PrintWriter err, boolean told) throws IOException {
        if (System.console() == null) {
            return new ReplayKeys(millis -> -1);
        }
        // Asked about its characters, the terminal would answer with what looks like keys.
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .graphemeCluster(false)
                .build();
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            terminal.close();
            return new ReplayKeys(millis -> -1);
        }
        if (told) {
            err.println(Character.toUpperCase(HELP.charAt(0)) + HELP.substring(1) + ".");
            err.flush();
        }
        return new ReplayKeys(terminal);
    }

    /** Does what the keys say that were pressed since the last call. */
    void heed(Player player) throws IOException {
        for (int key = keys.next(AT_ONCE_MS); key >= 0; key = keys.next(AT_ONCE_MS)) {
            switch (key == ESCAPE ? arrow() : key) {
                case ' ' -> toggle(player);
                case '+' -> player.seekBy(FAR);
                case '-' -> player.seekBy(FAR.negated());
                case 'q' -> player.stop();
                default -> {}
            }
        }
    }

    /** Right and left as plus and minus; terminals send them in either of two forms. */
    private int arrow() throws IOException {
        int form = keys.next(REST_MS);
        int which = form == '[' || form == 'O' ? keys.next(REST_MS) : -1;
        return which == 'C' ? '+' : which == 'D' ? '-' : ESCAPE;
    }

    private static void toggle(Player player) {
        if (player.progress().state() == PlayState.PAUSED) {
            player.resume();
        } else {
            player.pause();
        }
    }

    @Override
    public void close() throws IOException {
        if (terminal != null) {
            terminal.setAttributes(before);
            terminal.close();
        }
    }
}
