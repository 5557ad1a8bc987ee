package ai.kongguard.standalone.cli;

import ai.kongguard.event.Topics;
import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.kafka.TopicProvisioner;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code topics}: all topics, by whoever may create some. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Creates the topics that are missing, so that no service needs the right to.")
final class TopicsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Override
    public Integer call() {
        KafkaAccess access = kafka.access();
        TopicProvisioner.ofAll(access).start();
        PrintWriter out = spec.commandLine().getOut();
        Topics.all().forEach(topic -> out.println(access.topic(topic)));
        out.flush();
        return 0;
    }
}
