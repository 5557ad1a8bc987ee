package ai.kongguard.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.kongguard.event.RecordCodec;
import ai.kongguard.event.RunStatus;
import ai.kongguard.event.StoredRecording;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.ingest.recordings.CatalogueSink;
import ai.kongguard.ingest.simulation.RequestSink;
import ai.kongguard.ingest.simulation.RunRequest;
import ai.kongguard.ingest.simulation.StatusSink;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Simulated requests to the traffic topic, and the status of runs and what recordings there are to theirs. Thread-safe. */
public final class SimulationSink implements RequestSink, StatusSink, CatalogueSink, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulationSink.class);

    private final Producer<String, byte[]> producer;
    private final String trafficTopic;
    private final String runsTopic;
    private final String recordingsTopic;

    public SimulationSink(
            Producer<String, byte[]> producer, String trafficTopic, String runsTopic, String recordingsTopic) {
        this.producer = producer;
        this.trafficTopic = trafficTopic;
        this.runsTopic = runsTopic;
        this.recordingsTopic = recordingsTopic;
    }

    @Override
    public void send(RunRequest request, Outcome outcome) {
        TrafficEvent event = request.event();
        ProducerRecord<String, byte[]> traffic = new ProducerRecord<>(
                trafficTopic,
                null,
                event.observedAt().toEpochMilli(),
                event.clientIp(),
                RecordCodec.TRAFFIC_EVENT.encode(event));
        request.truth().forEach((name, value) -> traffic.headers().add(name, value.getBytes(UTF_8)));
        try {
            var unused = producer.send(traffic, (metadata, exception) -> {
                if (exception == null) {
                    outcome.sent(false);
                } else {
                    outcome.failed(exception.toString());
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            outcome.failed(e.toString());
        }
    }

    @Override
    public void publish(RunStatus status) {
        tell(
                "The status of run " + status.runId(),
                new ProducerRecord<>(
                        runsTopic,
                        null,
                        status.at().toEpochMilli(),
                        status.key(),
                        RecordCodec.RUN_STATUS.encode(status)));
    }

    @Override
    public void publish(StoredRecording recording) {
        byte[] value = RecordCodec.STORED_RECORDING.encode(recording);
        tell("Recording " + recording.name(), new ProducerRecord<>(recordingsTopic, recording.name(), value));
    }

    @Override
    public void forget(String name) {
        tell("The end of recording " + name, new ProducerRecord<>(recordingsTopic, name, null));
    }

    private void tell(String what, ProducerRecord<String, byte[]> record) {
        try {
            var unused = producer.send(record, (metadata, exception) -> {
                if (exception != null) {
                    LOG.warn("{} could not be told: {}", what, exception.toString());
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            LOG.warn("{} could not be told: {}", what, e.toString());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
