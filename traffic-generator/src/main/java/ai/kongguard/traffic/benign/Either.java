package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/** One of several draws; only the chosen one is made. */
final class Either {

    private Either() {}

    @SafeVarargs
    static String of(SplittableRandom r, Supplier<String>... draws) {
        return draws[r.nextInt(draws.length)].get();
    }
}
