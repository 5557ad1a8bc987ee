package ai.kongguard.standalone.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line on a terminal that is written over, four times a second; elsewhere a new line every ten seconds. One thread. */
final class ProgressLine {

    private static final long OVER_NANOS = 250_000_000L;
    private static final long LINE_NANOS = 10_000_000_000L;
    private static final int BAR = 24;
    private static final int WIDTH = 100;

    private final PrintWriter err;
    private final boolean shown;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long startedAt;
    private long toldAt;
    private boolean open;

    ProgressLine(PrintWriter err, boolean shown, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.shown = shown;
        this.terminal = terminal;
        this.nanos = nanos;
        this.startedAt = nanos.getAsLong();
        this.toldAt = startedAt;
    }

    /**
     * Tells it when it is time to.
     *
     * @param done of {@code of}
     * @param of 0 when it is not known
     * @param detail what else there is to say
     */
    void show(long done, long of, String detail) {
        long now = nanos.getAsLong();
        if (!shown || now - toldAt < (terminal ? OVER_NANOS : LINE_NANOS)) {
            return;
        }
        toldAt = now;
        String line = String.format(Locale.ROOT, "%s%s  %,d/s", bar(done, of), detail, Math.round(perSecond(done)));
        if (terminal) {
            err.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
            open = true;
        } else {
            err.println(line);
        }
        err.flush();
    }

    /** Ends the line, so that what is said next has one of its own. */
    void end() {
        if (open) {
            err.println();
            open = false;
        }
    }

    /** Of so many since the start. */
    double perSecond(long done) {
        return done / Math.max(1e-9, seconds());
    }

    double seconds() {
        return (nanos.getAsLong() - startedAt) / 1e9;
    }

    private String bar(long done, long of) {
        if (of <= 0) {
            return "";
        }
        double part = Math.min(1, (double) done / of);
        int full = (int) (part * BAR);
        String percent = String.format(Locale.ROOT, "%3.0f %%  ", part * 100);
        return terminal ? "[" + "#".repeat(full) + " ".repeat(BAR - full) + "] " + percent : percent;
    }
}
