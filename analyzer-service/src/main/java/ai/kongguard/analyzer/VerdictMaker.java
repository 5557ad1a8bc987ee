package ai.kongguard.analyzer;

import ai.kongguard.detect.Judge;
import ai.kongguard.detect.Judgement;
import ai.kongguard.event.Finding;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import java.time.InstantSource;
import java.util.List;

/** Turns events into one tier's verdicts. Thread-safe. */
public final class VerdictMaker {

    /** What a feed shows of a path or query; the whole stays in the traffic topic. */
    static final int MAX_TEXT = 2048;

    private final String tier;
    private final Judge judge;
    private final InstantSource clock;

    public VerdictMaker(String tier, Judge judge, InstantSource clock) {
        this.tier = tier;
        this.judge = judge;
        this.clock = clock;
    }

    /** The first answer about an event, from what it contains alone. */
    public Verdict judge(TrafficEvent event) {
        return judge(event, List.of());
    }

    /** The first answer about an event, from what it contains and what its client does. */
    public Verdict judge(TrafficEvent event, List<Finding> behaviour) {
        long started = System.nanoTime();
        Judgement judgement = judge.judge(event, behaviour);
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
