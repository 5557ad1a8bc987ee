package ai.kongguard.analyzer;

import ai.kongguard.detect.Judge;
import ai.kongguard.detect.Judgement;
import ai.kongguard.event.Finding;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** Turns events into one tier's verdicts. Thread-safe. */
public final class VerdictMaker {

    /** What a feed shows of a path or query; the whole stays in the traffic topic. */
    static final int MAX_TEXT = 2048;

    private final String tier;
    private final Supplier<Judge> judges;
    private final InstantSource clock;

    /**
     * @param judges asked once per event, so that one judge decides all of it
     */
    public VerdictMaker(String tier, Supplier<Judge> judges, InstantSource clock) {
        this.tier = tier;
        this.judges = judges;
        this.clock = clock;
    }

    /** The first answer about an event, from what it contains alone. */
    public Verdict judge(TrafficEvent event) {
        return judge(event, List.of());
    }

    /** The first answer about an event, from what it contains and what its client does. */
    public Verdict judge(TrafficEvent event, List<Finding> behaviour) {
        long started = System.nanoTime();
        Judgement judgement = judges.get().judge(event, behaviour);
        long micros = (System.nanoTime() - started) / 1000;
        return new Verdict(
                Verdict.SCHEMA,
                event.eventId(),
                tier,
                0,
                event.source(),
                event.clientIp(),
                event.method(),
                event.host(),
                cut(event.path()),
                cut(event.query()),
                event.status(),
                event.route(),
                event.service(),
                judgement.score(),
                judgement.confidence(),
                judgement.threatType(),
                judgement.action(),
                judgement.findings(),
                judgement.reasoning(),
                judgement.model(),
                null,
                event.observedAt(),
                event.receivedAt(),
                clock.instant(),
                micros);
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
