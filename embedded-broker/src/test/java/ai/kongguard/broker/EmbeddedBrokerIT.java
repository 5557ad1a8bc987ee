package ai.kongguard.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    private static final String HOST = "127.0.0.1";

    @TempDir
    Path folder;

    @Test
    void servesTheSameRecordsAfterARestartOnAnotherPort() throws Exception {
        try (EmbeddedBroker broker = start()) {
            create(broker, "kept");
            send(broker, "kept", "before");
        }
        try (EmbeddedBroker broker = start()) {
            send(broker, "kept", "after");
            assertThat(read(broker, "kept", 2)).containsExactly("before", "after");
        }
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(HOST, taken.getLocalPort(), folder, Map.of()))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void refusesAFolderThatAnotherBrokerUses() {
        try (EmbeddedBroker first = start()) {
            assertThat(first.bootstrapServers()).isNotBlank();
            assertThatThrownBy(this::start)
                    .isInstanceOf(DataFolderInUseException.class)
                    .hasMessageContaining(folder.toString());
        }
    }

    @Test
    void refusesToCreateATopicNobodyAskedFor() throws Exception {
        try (EmbeddedBroker broker = start();
                Admin admin = Admin.create(clientConfig(broker))) {
            create(broker, "asked");
            assertThat(admin.listTopics().names().get()).containsExactly("asked");
        }
    }

    private EmbeddedBroker start() {
        return EmbeddedBroker.start(HOST, EmbeddedBroker.freePort(HOST), folder, Map.of());
    }

    private static Properties clientConfig(EmbeddedBroker broker) {
        Properties config = new Properties();
        config.put("bootstrap.servers", broker.bootstrapServers());
        return config;
    }

    private static void create(EmbeddedBroker broker, String topic) throws Exception {
        try (Admin admin = Admin.create(clientConfig(broker))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void send(EmbeddedBroker broker, String topic, String value) throws Exception {
        try (var producer = new KafkaProducer<>(clientConfig(broker), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static List<String> read(EmbeddedBroker broker, String topic, int count) {
        try (var consumer =
                new KafkaConsumer<>(clientConfig(broker), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> values = new java.util.ArrayList<>();
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach((ConsumerRecord<String, String> r) -> values.add(r.value()));
            }
            return values;
        }
    }
}
