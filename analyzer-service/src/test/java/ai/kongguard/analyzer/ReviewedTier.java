package ai.kongguard.analyzer;

import ai.kongguard.event.Action;
import ai.kongguard.event.ConsumerGroups;
import ai.kongguard.event.Escalation;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Topics;
import ai.kongguard.event.Verdict;
import ai.kongguard.llm.Reviewer;
import ai.kongguard.testkit.TestBroker;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.testkit.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The topics of a tier that is reviewed, and analyzers of it with a model of the test's choice. */
final class ReviewedTier {

    final TestBroker broker;
    final String prefix = TestBroker.newPrefix();
    final TestTopics topics;

    ReviewedTier(TestBroker broker) {
        this.broker = broker;
        topics = new TestTopics(broker.bootstrapServers(), prefix);
        topics.create(Topics.TRAFFIC, 2);
        topics.create(Topics.VERDICTS, 2);
        topics.create(Topics.ESCALATIONS, 2);
    }

    /** An analyzer; without a model when it is null. */
    ConfigurableApplicationContext start(String instance, @Nullable Reviewer reviewer, String... args) {
        List<String> all = new ArrayList<>(arguments(instance));
        for (String arg : args) {
            // Spring would take two values for a list.
            all.removeIf(known -> known.startsWith(arg.substring(0, arg.indexOf('=') + 1)));
            all.add(arg);
        }
        return FakeReviewer.instead(reviewer).run(all.toArray(String[]::new));
    }

    /** What an analyzer is started with. */
    List<String> arguments(String instance) {
        return List.of(
                "--server.port=0",
                "--kongguard.analyzer.instance-id=" + instance,
                "--kongguard.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--kongguard.kafka.topic-prefix=" + prefix);
    }

    /** Revision 0 of some tier: one that it is unsure about. */
    static Verdict unsure(String eventId, String tier) {
        return TestEvents.verdict(
                eventId, "203.0.113.7", tier, Action.MONITOR, ThreatType.SQL_INJECTION, TestEvents.NOW);
    }

    /** Writes first verdicts and their escalations, as an analyzer does. */
    void escalate(Map<Verdict, String> verdictsAndKeys) {
        verdictsAndKeys.forEach((verdict, key) -> {
            topics.send(
                    Topics.VERDICTS,
                    verdict.clientIp(),
                    verdict.observedAt(),
                    List.of(RecordCodec.VERDICT.encode(verdict)),
                    Map.of());
            topics.send(Topics.ESCALATIONS, key, Instant.now(), List.of(escalation(verdict, key)), Map.of());
        });
    }

    /** Writes many escalations of events that differ, by their keys in turn. */
    void flood(String tier, int events, int keys) {
        Map<String, List<byte[]>> byKey = new LinkedHashMap<>();
        for (int i = 0; i < events; i++) {
            String key = "key-" + i % keys;
            byKey.computeIfAbsent(key, absent -> new ArrayList<>()).add(escalation(unsure("e" + i, tier), key));
        }
        byKey.forEach((key, values) -> topics.send(Topics.ESCALATIONS, key, Instant.now(), values, Map.of()));
    }

    static byte[] escalation(Verdict verdict, String key) {
        return RecordCodec.ESCALATION.encode(new Escalation(
                Escalation.SCHEMA,
                verdict,
                key,
                "the score is undecided",
                false,
                3,
                List.of(new Escalation.Excerpt("query.id", 5, List.of(new Escalation.Slice(0, "1 or 1")))),
                TestEvents.NOW));
    }

    /** How long members of the share group may hold a record without renewing. */
    void lockFor(Duration time, String reviewedTier) {
        configure(reviewedTier, "share.record.lock.duration.ms", Long.toString(time.toMillis()));
    }

    /** The share group begins with what is there already, as an analyzer asks for too. */
    void earliest(String reviewedTier) {
        configure(reviewedTier, "share.auto.offset.reset", "earliest");
    }

    private void configure(String reviewedTier, String setting, String value) {
        ConfigResource group =
                new ConfigResource(ConfigResource.Type.GROUP, prefix + ConsumerGroups.reviewers(reviewedTier));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            AlterConfigOp set = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(group, List.of(set))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<Verdict> revisions() {
        return verdicts().filter(verdict -> verdict.revision() > 0).toList();
    }

    Stream<Verdict> verdicts() {
        return topics.readAll(Topics.VERDICTS).stream()
                .map(record -> RecordCodec.VERDICT.decode(Objects.requireNonNull(record.value())));
    }
}
