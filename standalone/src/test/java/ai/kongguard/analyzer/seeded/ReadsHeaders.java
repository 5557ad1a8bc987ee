package ai.kongguard.analyzer.seeded;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Breaks: analyzers read no record headers. */
public final class ReadsHeaders {

    private ReadsHeaders() {}

    static boolean hasTruth(ConsumerRecord<String, byte[]> event) {
        return event.headers().lastHeader("kg-truth-label") != null;
    }
}
