package ai.kongguard.ingest.seeded;

import ai.kongguard.broker.EmbeddedBroker;

/** Breaks: only standalone sees broker classes. */
public final class StartsBroker {

    private final EmbeddedBroker broker;

    StartsBroker(EmbeddedBroker broker) {
        this.broker = broker;
    }

    String address() {
        return broker.bootstrapServers();
    }
}
