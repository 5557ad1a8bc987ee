package ai.kongguard.gateway.kafka;

import ai.kongguard.gateway.GatewayMeters;
import ai.kongguard.kafka.BoundedConsumer;
import ai.kongguard.kafka.KafkaAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows all partitions of one topic on a thread of its own, from shortly before their ends. Starts before the web
 * server and waits for the ends a while, so that nobody is greeted with less than was known. When reading fails it
 * begins again, where it was, after a pause.
 */
public final class TopicReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration START_PATIENCE = Duration.ofSeconds(10);

    /** How soon new partitions are noticed. */
    private static final Duration METADATA_AGE = Duration.ofSeconds(5);

    /** A request to a broker that went away fails after this, and is made again. */
    private static final Duration API_TIMEOUT = Duration.ofSeconds(10);

    private final String topic;
    private final String name;
    private final Map<String, Object> config;
    private final RecordReceiver receiver;
    private final GatewayMeters meters;
    private final Positions positions;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean rewound;
    private volatile ReaderStatus status;
    private volatile @Nullable Consumer<?, ?> consuming;
    private @Nullable Thread thread;

    /** Reads {@code topic}, by its full name, from {@code tail} offsets before its ends. */
    public TopicReader(KafkaAccess kafka, String topic, long tail, RecordReceiver receiver, GatewayMeters meters) {
        this(kafka, topic, topic, tail, receiver, meters);
    }

    /** The same under a name of its own, for a topic that has several readers. */
    public TopicReader(
            KafkaAccess kafka, String topic, String name, long tail, RecordReceiver receiver, GatewayMeters meters) {
        this(kafka, topic, name, new Positions(topic, tail), receiver, meters);
    }

    /** Reads {@code topic}, by its full name, from the first record of each partition that is not older than {@code since}. */
    public TopicReader(KafkaAccess kafka, String topic, Instant since, RecordReceiver receiver, GatewayMeters meters) {
        this(kafka, topic, topic, Positions.since(topic, since), receiver, meters);
    }

    private TopicReader(
            KafkaAccess kafka,
            String topic,
            String name,
            Positions positions,
            RecordReceiver receiver,
            GatewayMeters meters) {
        this.topic = topic;
        this.name = name;
        this.receiver = receiver;
        this.meters = meters;
        this.positions = positions;
        this.status = ReaderStatus.waiting("start");
        config = kafka.consumerConfig("gateway-" + name);
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, Math.toIntExact(METADATA_AGE.toMillis()));
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(API_TIMEOUT.toMillis()));
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(API_TIMEOUT.toMillis()));
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    }

    /** The topic's full name. */
    public String topic() {
        return topic;
    }

    /** What it is called among the readers: the topic's name, unless it was given another. */
    public String name() {
        return name;
    }

    /** How it goes; from any thread. */
    public ReaderStatus status() {
        return status;
    }

    @Override
    public void start() {
        Thread started = new Thread(this::run, "gateway-reader-" + name);
        thread = started;
        started.start();
        try {
            if (!caughtUp.await(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} is not read to its end after {}: going on meanwhile", topic, START_PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does not wait for its end, so that all readers end at the same time. */
    @Override
    public void stop() {
        stopped.countDown();
        Consumer<?, ?> consumer = consuming;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread = null;
    }

    @Override
    public void stop(Runnable callback) {
        stop();
        var unused = ended.thenRun(callback);
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the web server, which is in one of the last phases. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        while (!isStopped()) {
            try {
                follow();
            } catch (WakeupException e) {
                LOG.debug("The reader of {} was told to stop", topic);
            } catch (InterruptedException e) {
                LOG.warn("The reader of {} was interrupted and stops", topic);
                stopped.countDown();
            } catch (RuntimeException e) {
                meters.readerFailed(topic);
                status = ReaderStatus.failed(e);
                LOG.warn("Reading {} failed: trying again in {}", topic, PAUSE, e);
                pause();
            }
        }
        status = ReaderStatus.waiting("start");
        ended.complete(null);
    }

    private void follow() throws InterruptedException {
        try (Consumer<String, byte[]> consumer = new BoundedConsumer<>(config)) {
            consuming = consumer;
            positions.assign(consumer);
            receiver.reached(positions.next());
            while (!isStopped()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    receiver.receive(record, positions.isLive(partition, record.offset()));
                    positions.passed(partition, record.offset());
                }
                positions.follow(consumer);
                receiver.reached(positions.next());
                noteProgress(consumer);
                if (positions.lacksAny(consumer)) {
                    positions.assign(consumer);
                }
            }
        } finally {
            consuming = null;
        }
    }

    private void noteProgress(Consumer<?, ?> consumer) {
        long remaining = positions.remaining();
        if (remaining == 0 && !rewound && !receiver.isSatisfied()) {
            rewound = true;
            positions.rewind(consumer);
            remaining = positions.remaining();
        }
        if (remaining == 0) {
            caughtUp.countDown();
        }
        status = ReaderStatus.reading(remaining, behind(consumer));
    }

    private static long behind(Consumer<?, ?> consumer) {
        return consumer.assignment().stream()
                .mapToLong(at -> consumer.currentLag(at).orElse(0))
                .sum();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void pause() {
        try {
            var unused = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            LOG.warn("The reader of {} was interrupted and stops", topic);
            stopped.countDown();
        }
    }
}
