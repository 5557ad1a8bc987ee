package ai.kongguard.gateway.kafka;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.gateway.analysis.ThinkingFrames;
import ai.kongguard.gateway.tiers.TierBoard;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is read of how tiers are reviewed. What is no record is logged and skipped. */
public final class TierReceivers {

    private static final Logger LOG = LoggerFactory.getLogger(TierReceivers.class);

    private TierReceivers() {}

    /** Of how it goes. */
    public static final class Statuses implements RecordReceiver {

        private final TierBoard board;

        public Statuses(TierBoard board) {
            this.board = board;
        }

        @Override
        public void receive(ConsumerRecord<String, byte[]> record, boolean live) {
            byte[] value = record.value();
            try {
                if (value != null) {
                    board.told(RecordCodec.TIER_STATUS.decode(value));
                }
            } catch (MalformedRecordException e) {
                LOG.warn("The status of a tier is skipped: {}", e.getMessage());
            }
        }
    }

    /** Of who asks a model, and what it answers; only what comes from now on. */
    public static final class Notes implements RecordReceiver {

        private final ThinkingFrames frames;

        public Notes(ThinkingFrames frames) {
            this.frames = frames;
        }

        @Override
        public void receive(ConsumerRecord<String, byte[]> record, boolean live) {
            byte[] value = record.value();
            try {
                if (live && value != null) {
                    frames.noted(RecordCodec.REVIEW_NOTE.decode(value));
                }
            } catch (MalformedRecordException e) {
                LOG.warn("A note of a reviewer is skipped: {}", e.getMessage());
            }
        }
    }
}
