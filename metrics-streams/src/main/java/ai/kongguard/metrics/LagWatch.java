package ai.kongguard.metrics;

import ai.kongguard.event.ConsumerGroups;
import ai.kongguard.event.MetricsWindow;
import ai.kongguard.event.Topics;
import ai.kongguard.kafka.KafkaAccess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Asks the broker every few seconds how far the analyzers' groups and our own are behind the ends of their topics. What
 * could not be asked is not known, rather than what it was.
 */
final class LagWatch implements GroupLag, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaAccess kafka;
    private final MetricsMeters meters;
    private final Map<String, Long> lags = new ConcurrentHashMap<>();
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    LagWatch(KafkaAccess kafka, MetricsMeters meters) {
        this.kafka = kafka;
        this.meters = meters;
    }

    @Override
    public @Nullable Long of(String tier) {
        String group = tier.equals(MetricsWindow.UNPROTECTED) ? ConsumerGroups.METRICS : ConsumerGroups.analyzers(tier);
        return lags.get(kafka.id(group));
    }

    @Override
    public synchronized void start() {
        stopped = new CountDownLatch(1);
        thread = new Thread(this::run, "metrics-lag");
        thread.start();
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        Map<String, Object> config = kafka.adminConfig("metrics-lag");
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        CountDownLatch end = stopped;
        try (Admin admin = Admin.create(config)) {
            do {
                look(admin);
            } while (!end.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Admin admin) throws InterruptedException {
        Map<String, Map<TopicPartition, Long>> seen = new HashMap<>();
        try {
            String analyzers = kafka.id(ConsumerGroups.analyzers(""));
            String metrics = kafka.id(ConsumerGroups.METRICS);
            List<String> groups = admin.listGroups().all().get().stream()
                    .map(listing -> listing.groupId())
                    .filter(group -> group.startsWith(analyzers) || group.equals(metrics))
                    .toList();
            for (String group : groups) {
                Map<TopicPartition, Long> lag = lag(admin, group);
                if (!lag.isEmpty()) {
                    seen.put(group, lag);
                }
            }
        } catch (ExecutionException e) {
            LOG.warn("How far consumers are behind could not be asked: {}", String.valueOf(e.getCause()));
        }
        lags.keySet().retainAll(seen.keySet());
        seen.forEach((group, lag) ->
                lags.put(group, lag.values().stream().mapToLong(Long::longValue).sum()));
        meters.lags(seen);
    }

    /** Empty for a group that has committed nothing, of which nobody knows where it is going to begin. */
    private Map<TopicPartition, Long> lag(Admin admin, String group) throws InterruptedException, ExecutionException {
        Set<String> inputs = Set.of(kafka.topic(Topics.TRAFFIC), kafka.topic(Topics.VERDICTS));
        Map<TopicPartition, OffsetAndMetadata> committed =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                        .filter(entry -> entry.getValue() != null
                                && inputs.contains(entry.getKey().topic()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<TopicPartition, OffsetSpec> latest =
                committed.keySet().stream().collect(Collectors.toMap(at -> at, at -> OffsetSpec.latest()));
        Map<TopicPartition, Long> lag = new HashMap<>();
        for (var end : admin.listOffsets(latest).all().get().entrySet()) {
            OffsetAndMetadata at = committed.get(end.getKey());
            lag.put(end.getKey(), at == null ? 0 : Math.max(0, end.getValue().offset() - at.offset()));
        }
        return lag;
    }
}
