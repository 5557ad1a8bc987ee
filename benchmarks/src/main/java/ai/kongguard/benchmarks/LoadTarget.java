package ai.kongguard.benchmarks;

import ai.kongguard.standalone.Standalone;
import java.net.URI;

/** Where a running system takes events and gives verdicts. */
record LoadTarget(URI ingest, URI socket, String bootstrapServers) {

    static LoadTarget of(Standalone system) {
        String ingestPort = system.ingest().getRequiredProperty("local.server.port");
        String gatewayPort = system.gateway().getRequiredProperty("local.server.port");
        return new LoadTarget(
                URI.create("http://127.0.0.1:" + ingestPort + "/ingest/kong"),
                URI.create("ws://127.0.0.1:" + gatewayPort + "/ws"),
                system.ingest().getRequiredProperty("kongguard.kafka.bootstrap-servers"));
    }
}
