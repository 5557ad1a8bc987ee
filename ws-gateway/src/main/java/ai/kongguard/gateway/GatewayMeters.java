package ai.kongguard.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one gateway counts since it started. Of the records of the verdict topic: consumed = history + shown +
 * sampled_out + malformed + those that wait for the next tick. Of the frames offered to sessions: offered = sent +
 * dropped + conflated + those that wait in outboxes. Thread-safe.
 */
public final class GatewayMeters {

    private final MeterRegistry registry;
    private final Counter consumed;
    private final Counter history;
    private final Counter shown;
    private final Counter sampledOut;
    private final Counter malformed;
    private final Counter streamed;
    private final Counter streamSkipped;
    private final Counter windows;
    private final Counter windowsMalformed;
    private final Counter incidentsMalformed;
    private final Counter offered;
    private final Counter sent;
    private final Counter dropped;
    private final Counter conflated;
    private final Counter opened;
    private final Map<CloseReason, Counter> closed = new EnumMap<>(CloseReason.class);
    private final AtomicInteger sessions = new AtomicInteger();
    private final Timer tick;
    private final Timer roundTrip;

    public GatewayMeters(MeterRegistry registry) {
        this.registry = registry;
        consumed = counter("verdicts.consumed", "records", "Records read from the verdict topic");
        history = counter("verdicts.history", "records", "Verdicts from before the start, read for the history only");
        shown = counter("verdicts.shown", "records", "Verdicts offered to every open session");
        sampledOut = counter("verdicts.sampled_out", "records", "Verdicts over the cap, told as skipped");
        malformed = counter("verdicts.malformed", "records", "Records of the verdict topic that could not be read");
        streamed = counter("stream.verdicts.offered", "records", "Verdicts offered to sessions of /stream, one by one");
        streamSkipped = counter("stream.verdicts.skipped", "records", "Verdicts over their cap, told as skipped");
        windows = counter("windows", "records", "Records of the window topic that were read");
        windowsMalformed = counter("windows.malformed", "records", "Of these, records that could not be read");
        incidentsMalformed =
                counter("incidents.malformed", "records", "Records of the incident topic that could not be read");
        offered = counter("frames.offered", "frames", "Frames offered to a session's outbox");
        sent = counter("frames.sent", "frames", "Frames handed to the network");
        dropped = counter("frames.dropped", "frames", "Frames that found no room, or that a closed session left");
        conflated = counter("frames.conflated", "frames", "Metrics frames that a newer one replaced");
        opened = counter("sessions.opened", "sessions", "Sessions that were greeted");
        for (CloseReason reason : CloseReason.values()) {
            closed.put(reason, closed(reason.name().toLowerCase(Locale.ROOT)));
        }
        Gauge.builder("kongguard.gateway.sessions", sessions, AtomicInteger::get)
                .description("Sessions open now: opened minus closed, without the refused")
                .register(registry);
        Gauge.builder("kong.guard.active.connections", sessions, AtomicInteger::get)
                .description("The same under the name that existing monitoring asks for")
                .register(registry);
        roundTrip = Timer.builder("kongguard.gateway.round_trip")
                .description("Time from a ping to the client's answer, which a client that reads slowly makes longer")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        tick = Timer.builder("kongguard.gateway.tick")
                .description("Time to choose, encode and offer what came since the last tick")
                .register(registry);
    }

    /** One record of the verdict topic was read. */
    public void consumed() {
        consumed.increment();
    }

    /** It is older than this process and only fills the history. */
    public void history() {
        history.increment();
    }

    /** It could not be read. */
    public void malformed() {
        malformed.increment();
    }

    /** One record of the window topic was read. */
    public void window() {
        windows.increment();
    }

    /** It could not be read. */
    public void malformedWindow() {
        windowsMalformed.increment();
    }

    /** A record of the incident topic could not be read. */
    public void malformedIncident() {
        incidentsMalformed.increment();
    }

    /** A reader of a topic failed and begins again where it was. */
    public void readerFailed(String topic) {
        Counter.builder("kongguard.gateway.reader.failures")
                .description("Times that reading a topic failed and began again")
                .tag("topic", topic)
                .register(registry)
                .increment();
    }

    /** Sessions open now. */
    public int sessions() {
        return sessions.get();
    }

    void shown(int verdicts) {
        shown.increment(verdicts);
    }

    void sampledOut(int verdicts) {
        sampledOut.increment(verdicts);
    }

    /** One session of the stream was offered so many, and was told that it was not shown so many more. */
    public void streamed(int offered, int skipped) {
        streamed.increment(offered);
        streamSkipped.increment(skipped);
    }

    /** Counts since the start: what {@code /ws} was shown and not shown, and what sessions could not take. */
    public Map<String, Object> feed() {
        return Map.of(
                "shown", (long) shown.count(),
                "sampled_out", (long) sampledOut.count(),
                "frames_dropped", (long) dropped.count(),
                "stream_skipped", (long) streamSkipped.count());
    }

    void offered(int frames) {
        offered.increment(frames);
    }

    void sent(int frames) {
        sent.increment(frames);
    }

    void dropped(int frames) {
        dropped.increment(frames);
    }

    void conflated() {
        conflated.increment();
    }

    /** A session was greeted. */
    public void opened() {
        opened.increment();
        sessions.incrementAndGet();
    }

    /** A client was turned away before it had a session. */
    public void refused(CloseReason reason) {
        closedCounter(reason).increment();
    }

    /** A client answered a ping. */
    public void roundTrip(Duration took) {
        roundTrip.record(took);
    }

    /** We closed one. */
    public void closed(CloseReason reason) {
        closedCounter(reason).increment();
        sessions.decrementAndGet();
    }

    void tick(Duration took) {
        tick.record(took);
    }

    private Counter closedCounter(CloseReason reason) {
        return Objects.requireNonNull(closed.get(reason));
    }

    private Counter closed(String reason) {
        return Counter.builder("kongguard.gateway.sessions.closed")
                .description("Sessions that ended, by who or what ended them")
                .baseUnit("sessions")
                .tag("reason", reason)
                .register(registry);
    }

    private Counter counter(String name, String unit, String meaning) {
        return Counter.builder("kongguard.gateway." + name)
                .description(meaning)
                .baseUnit(unit)
                .register(registry);
    }
}
