package ai.kongguard.benchmarks;

import ai.kongguard.detect.Judge;
import ai.kongguard.detect.Judgement;
import ai.kongguard.event.TrafficEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Judging one request, from the event to its score, findings and action; no Kafka, no JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ScoringBenchmark {

    private static final int EVENTS = 4096;

    /**
     * What kind of traffic: API calls without texts of people, which is what most requests are; the demo's mix, only
     * benign, only attacks, all of which hold many long and awkward texts.
     */
    @Param({"typical", "mix", "benign", "attack"})
    public String traffic = "typical";

    private List<TrafficEvent> events = List.of();
    private Judge judge = SampleTraffic.judge();
    private int next;

    @Setup
    public void generate() {
        events = SampleTraffic.events(traffic, EVENTS);
        judge = SampleTraffic.judge();
    }

    @Benchmark
    public Judgement judge() {
        next = (next + 1) & (EVENTS - 1);
        return judge.judge(events.get(next));
    }
}
