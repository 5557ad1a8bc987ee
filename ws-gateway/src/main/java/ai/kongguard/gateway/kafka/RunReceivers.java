package ai.kongguard.gateway.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.GroundTruth;
import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.ThreatType;
import ai.kongguard.gateway.simulation.EventTruths;
import ai.kongguard.gateway.simulation.RecordingBoard;
import ai.kongguard.gateway.simulation.RunBoard;
import ai.kongguard.gateway.simulation.RunFrames;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is read for the simulator's runs. What is no record is logged and skipped. */
public final class RunReceivers {

    private static final Logger LOG = LoggerFactory.getLogger(RunReceivers.class);

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

    /** Of what recordings there are. */
    public static final class Recordings implements RecordReceiver {

        private final RecordingBoard board;

        public Recordings(RecordingBoard board) {
            this.board = board;
        }

        @Override
        public void receive(ConsumerRecord<String, byte[]> record, boolean live) {
            String name = record.key();
            byte[] value = record.value();
            if (name == null) {
                LOG.warn("A recording without a name is skipped");
                return;
            }
            try {
                board.told(name, value == null ? null : RecordCodec.STORED_RECORDING.decode(value));
            } catch (MalformedRecordException e) {
                LOG.warn("A recording is skipped: {}", e.getMessage());
            }
        }
    }

    /** Of the truth of the traffic of runs; other traffic is not looked into. */
    public static final class Truths implements RecordReceiver {

        private final EventTruths truths;

        public Truths(EventTruths truths) {
            this.truths = truths;
        }

        @Override
        public void receive(ConsumerRecord<String, byte[]> record, boolean live) {
            Header name = record.headers().lastHeader(GroundTruth.TYPE.header());
            if (name == null || record.headers().lastHeader(GroundTruth.RUN_ID.header()) == null) {
                return;
            }
            ThreatType type = ThreatType.named(new String(name.value(), UTF_8));
            if (type == null) {
                return;
            }
            try {
                byte[] value = record.value();
                truths.labelled(RecordCodec.TRAFFIC_MEASURES.decode(value).eventId(), type);
            } catch (MalformedRecordException e) {
                LOG.debug("A truth is skipped: {}", e.getMessage());
            }
        }
    }
}
