package ai.kongguard.benchmarks.fanout;

import java.util.Scanner;

/**
 * What all clients together received in a while.
 *
 * @param frames text frames
 * @param stamped of these, frames that say when they were sent
 * @param bytes of all text frames
 * @param frameBytes of the last stamped one
 * @param p50Nanos latency of stamped frames
 * @param p99Nanos the same
 * @param maxNanos the same
 * @param closed clients that lost their connection
 */
record Received(
        long frames,
        long stamped,
        long bytes,
        long frameBytes,
        long p50Nanos,
        long p99Nanos,
        long maxNanos,
        long closed) {

    String line() {
        return String.join(
                " ",
                String.valueOf(frames),
                String.valueOf(stamped),
                String.valueOf(bytes),
                String.valueOf(frameBytes),
                String.valueOf(p50Nanos),
                String.valueOf(p99Nanos),
                String.valueOf(maxNanos),
                String.valueOf(closed));
    }

    static Received parse(String line) {
        try (Scanner in = new Scanner(line)) {
            return new Received(
                    in.nextLong(),
                    in.nextLong(),
                    in.nextLong(),
                    in.nextLong(),
                    in.nextLong(),
                    in.nextLong(),
                    in.nextLong(),
                    in.nextLong());
        }
    }
}
