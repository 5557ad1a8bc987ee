package ai.kongguard.training;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells a person what has been done and when. Thread-safe. */
final class Progress {

    private final long started = System.nanoTime();
    private final PrintWriter out;

    Progress(PrintWriter out) {
        this.out = out;
    }

    synchronized void step(String what) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - started) / 1e9, what);
        out.flush();
    }
}
