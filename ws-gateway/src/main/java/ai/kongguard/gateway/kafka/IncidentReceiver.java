package ai.kongguard.gateway.kafka;

import ai.kongguard.event.MalformedRecordException;
import ai.kongguard.event.RecordCodec;
import ai.kongguard.gateway.GatewayMeters;
import ai.kongguard.gateway.IncidentList;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Puts incidents on the list, and takes off what became part of others. */
public final class IncidentReceiver implements RecordReceiver {

    private final IncidentList incidents;
    private final GatewayMeters meters;

    public IncidentReceiver(IncidentList incidents, GatewayMeters meters) {
        this.incidents = incidents;
        this.meters = meters;
    }

    @Override
    public void receive(ConsumerRecord<String, byte[]> record, boolean live) {
        String key = record.key();
        byte[] value = record.value();
        if (value == null) {
            if (key != null) {
                incidents.remove(key);
            }
            return;
        }
        try {
            incidents.add(RecordCodec.INCIDENT.decode(value));
        } catch (MalformedRecordException e) {
            meters.malformedIncident();
        }
    }
}
