package ai.kongguard.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A process of its own, so that it can be killed as an operating system kills: without a word. */
class AnalyzerCrashIT {

    private static final int EVENTS = 40_000;

    @Test
    void losesAndDoublesNothingWhenItIsKilled() throws Exception {
        TestBroker broker = TestBroker.shared();
        String prefix = TestBroker.newPrefix();
        TestTopics topics = new TestTopics(broker.bootstrapServers(), prefix);
        topics.create(Topics.TRAFFIC, 2);
        topics.create(Topics.VERDICTS, 2);
        List<byte[]> events = IntStream.range(0, EVENTS)
                .mapToObj(i -> TestEvents.event("e" + i, "203.0.113.1", "/api/users", "id=" + i))
                .map(RecordCodec.TRAFFIC_EVENT::encode)
                .toList();
        topics.send(Topics.TRAFFIC, "203.0.113.1", TestEvents.NOW, events, Map.of());

        Process first = startProcess(broker, prefix);
        try {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> topics.count(Topics.VERDICTS) > 0);
        } finally {
            first.destroyForcibly().waitFor();
        }
        int before = topics.count(Topics.VERDICTS);

        Process second = startProcess(broker, prefix);
        try {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(topics.count(Topics.VERDICTS))
                    .isEqualTo(EVENTS));
        } finally {
            second.destroyForcibly().waitFor();
        }
        assertThat(before).as("the kill came in the middle").isBetween(1, EVENTS - 1);
        assertThat(topics.readAll(Topics.VERDICTS))
                .extracting(record -> RecordCodec.VERDICT.decode(record.value()))
                .extracting(Verdict::eventId)
                .doesNotHaveDuplicates();
    }

    private static Process startProcess(TestBroker broker, String prefix) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnalyzerApplication.class.getName(),
                        "--server.port=0",
                        "--kongguard.analyzer.max-poll-records=100",
                        "--kongguard.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--kongguard.kafka.topic-prefix=" + prefix)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
