package ai.kongguard.gateway.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.Verdict;
import ai.kongguard.gateway.simulation.AwaitedVerdicts;
import ai.kongguard.gateway.simulation.CountedResults;
import ai.kongguard.gateway.simulation.RunBoard;
import ai.kongguard.gateway.simulation.RunFrames;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is read for the simulator's runs. What is no record is logged and skipped. */
public final class RunReceivers {

    private static final Logger LOG = LoggerFactory.getLogger(RunReceivers.class);

    /** In every verdict on a simulated event, and so many other bytes only by intent. */
    private static final byte[] SIMULATED = "\"source\":\"simulator\"".getBytes(US_ASCII);

    private RunReceivers() {}

    /** Of commands. */
    public static final class Commands implements RecordReceiver {

        private final RunBoard board;

        public Commands(RunBoard board) {
            this.board = board;
        }

        @Override
        public void receive(ConsumerRecord<String, byte[]> record, boolean live) {
            byte[] value = record.value();
            try {
                board.commanded(RecordCodec.RUN_COMMAND.decode(value));
            } catch (MalformedRecordException e) {
                LOG.warn("A command is skipped: {}", e.getMessage());
            }
        }
    }

    /** Of the status of runs. */
    public static final class Statuses implements RecordReceiver {

        private final RunBoard board;
        private final RunFrames frames;

        public Statuses(RunBoard board, RunFrames frames) {
            this.board = board;
            this.frames = frames;
        }

        @Override
        public void receive(ConsumerRecord<String, byte[]> record, boolean live) {
            byte[] value = record.value();
            if (value == null) {
                return;
            }
            try {
                RunStatus status = RecordCodec.RUN_STATUS.decode(value);
                if (board.told(status) && live) {
                    frames.told(status);
                }
            } catch (MalformedRecordException e) {
                LOG.warn("The status of a run is skipped: {}", e.getMessage());
            }
        }
    }

    /** Of the truth of simulated traffic; other traffic is not looked into. */
    public static final class Truths implements RecordReceiver {

        private final CountedResults results;

        public Truths(CountedResults results) {
            this.results = results;
        }

        @Override
        public void receive(ConsumerRecord<String, byte[]> record, boolean live) {
            String run = header(record, GroundTruth.RUN_ID);
            String name = header(record, GroundTruth.TYPE);
            ThreatType type = name == null ? null : ThreatType.named(name);
            if (run == null || type == null || !contains(record.value(), SIMULATED)) {
                return;
            }
            try {
                String eventId =
                        RecordCodec.TRAFFIC_EVENT.decode(record.value()).eventId();
                results.labelled(eventId, Long.parseLong(run), type);
            } catch (MalformedRecordException | NumberFormatException e) {
                LOG.debug("A truth is skipped: {}", e.getMessage());
            }
        }

        private static @Nullable String header(ConsumerRecord<String, byte[]> record, GroundTruth truth) {
            Header header = record.headers().lastHeader(truth.header());
            return header == null ? null : new String(header.value(), UTF_8);
        }
    }

    /** Of verdicts on simulated events; others are counted where they are shown. */
    public static final class Verdicts implements RecordReceiver {

        private final CountedResults results;
        private final AwaitedVerdicts awaited;

        public Verdicts(CountedResults results, AwaitedVerdicts awaited) {
            this.results = results;
            this.awaited = awaited;
        }

        @Override
        public void receive(ConsumerRecord<String, byte[]> record, boolean live) {
            byte[] value = record.value();
            if (!contains(value, SIMULATED)) {
                return;
            }
            try {
                Verdict verdict = RecordCodec.VERDICT.decode(value);
                results.judged(verdict);
                awaited.judged(verdict);
            } catch (MalformedRecordException e) {
                LOG.debug("A verdict is skipped: {}", e.getMessage());
            }
        }
    }

    private static boolean contains(byte @Nullable [] bytes, byte[] wanted) {
        if (bytes == null) {
            return false;
        }
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && bytes[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
