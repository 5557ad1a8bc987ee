package ai.kongguard.gateway.http;

import ai.kongguard.gateway.ClientNetwork;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** How often each address may call. Bounded in the addresses it remembers, the ones that called last. Thread-safe. */
public final class CallLimits {

    private static final int ADDRESSES = 10_000;

    private final int calls;
    private final Duration period;
    private final Cache<String, Bucket> buckets;

    /** {@code calls} in each {@code period}, all of them at once if need be; 0 for no limit. */
    public CallLimits(int calls, Duration period) {
        this.calls = calls;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterAccess(period.multipliedBy(2))
                .build();
    }

    /** 0 if the address may call now, else the seconds, rounded up, after which it may. */
    public long secondsToWait(String address) {
        if (calls == 0) {
            return 0;
        }
        ConsumptionProbe probe =
                buckets.get(ClientNetwork.of(address), added -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : Duration.ofNanos(probe.getNanosToWaitForRefill())
                        .plusMillis(999)
                        .toSeconds();
    }

    /** In words. */
    @Override
    public String toString() {
        return calls + " in " + period.toSeconds() + " s";
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(calls).refillGreedy(calls, period))
                .build();
    }
}
