package ai.kongguard.benchmarks;

import ai.kongguard.detect.Judge;
import ai.kongguard.detect.Judgement;
import ai.kongguard.event.TrafficEvent;
import java.util.Map;
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

/** Judging one body by its length and by what it is made of: time must grow no faster than the length. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class LongRequestBenchmark {

    @Param({"1024", "16384", "65536"})
    public int length = 1024;

    /** Prose; code; and what is worst for the parts of a judge: quotes, tags, separators, encodings. */
    @Param({"prose", "code", "quotes", "tags", "separators", "percents"})
    public String text = "prose";

    private Judge judge = SampleTraffic.judge();
    private TrafficEvent event = event("");

    @Setup
    public void generate() {
        String unit =
                switch (text) {
                    case "prose" -> "It wasn't the parcel, said Ann; \"they\" took it (at noon) & left. ";
                    case "code" -> "if (a[i] != null && b < 3) { run(\"x\", 'y'); } // done\n";
                    case "quotes" -> "' or '1'='1\" union select ";
                    case "tags" -> "<a =\"javascript:";
                    case "separators" -> ";`|$(cat &&";
                    default -> "%2527%u0027&#39;\\u0027";
                };
        event = event(unit.repeat(length / unit.length() + 1).substring(0, length));
    }

    @Benchmark
    public Judgement judge() {
        return judge.judge(event);
    }

    private static TrafficEvent event(String body) {
        return TrafficEvent.ofRequest("long", "POST", "/notes", "", Map.of("content-type", "text/plain"), body);
    }
}
