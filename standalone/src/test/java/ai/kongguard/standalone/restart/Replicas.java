package ai.kongguard.standalone.restart;

import ai.kongguard.testkit.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** So many replicas of every service on one broker, each a process. */
final class Replicas implements AutoCloseable {

    private final Path folder;
    private final Map<Service, List<ServiceProcess>> processes = new EnumMap<>(Service.class);

    private Replicas(int each, String argument) {
        try {
            folder = Files.createTempDirectory("kong-guard-replicas");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Service service : Service.values()) {
            List<ServiceProcess> replicas = new ArrayList<>();
            for (int i = 1; i <= each; i++) {
                replicas.add(ServiceProcess.of(service, i, folder, argument));
            }
            processes.put(service, replicas);
        }
    }

    /** Starts all of them at once and returns when they are ready. */
    static Replicas start(int each, String bootstrapServers) {
        Replicas replicas = new Replicas(each, "--kongguard.kafka.bootstrap-servers=" + bootstrapServers);
        try {
            replicas.all().forEach(ServiceProcess::start);
            replicas.all().forEach(ServiceProcess::awaitReady);
            return replicas;
        } catch (RuntimeException | Error e) {
            replicas.close();
            throw e;
        }
    }

    List<ServiceProcess> of(Service service) {
        return processes.getOrDefault(service, List.of());
    }

    List<ServiceProcess> all() {
        return processes.values().stream().flatMap(List::stream).toList();
    }

    /** Where the replicas of a service listen. */
    List<URI> origins(Service service) {
        return of(service).stream().map(ServiceProcess::uri).toList();
    }

    /** One of every service; {@code replica} from 0. */
    List<ServiceProcess> each(int replica) {
        return processes.values().stream().map(all -> all.get(replica)).toList();
    }

    /** What any of them logged at {@code ERROR}, behind its name. */
    List<String> errors() {
        return all().stream()
                .flatMap(process -> process.errors().stream().map(line -> process.name() + ": " + line))
                .toList();
    }

    @Override
    public void close() {
        all().forEach(ServiceProcess::close);
        if (System.getProperty("kongguard.keep") == null) {
            TestFolders.delete(folder);
        }
    }
}
