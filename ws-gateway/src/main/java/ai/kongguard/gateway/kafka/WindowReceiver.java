package ai.kongguard.gateway.kafka;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.gateway.GatewayMeters;
import ai.kongguard.gateway.TileBoard;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Puts windows on the board, which needs at least the total. */
public final class WindowReceiver implements RecordReceiver {

    private final TileBoard board;
    private final GatewayMeters meters;

    public WindowReceiver(TileBoard board, GatewayMeters meters) {
        this.board = board;
        this.meters = meters;
    }

    @Override
    public void receive(ConsumerRecord<String, byte[]> record, boolean live) {
        byte[] value = record.value();
        meters.window();
        if (value == null) {
            return;
        }
        try {
            board.add(RecordCodec.METRICS_WINDOW.decode(value));
        } catch (MalformedRecordException e) {
            meters.malformedWindow();
        }
    }

    @Override
    public boolean isSatisfied() {
        return board.hasTotal();
    }
}
