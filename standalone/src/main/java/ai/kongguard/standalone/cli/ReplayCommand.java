package ai.kongguard.standalone.cli;

import ai.kongguard.event.RunCommand;
import ai.kongguard.event.RunOrder;
import ai.kongguard.event.Topics;
import ai.kongguard.kafka.KafkaAccess;
import ai.kongguard.recording.Recording;
import ai.kongguard.replay.play.Destination;
import ai.kongguard.replay.play.KafkaOutlet;
import ai.kongguard.replay.play.PlayCommands;
import ai.kongguard.replay.play.PlayProgress;
import ai.kongguard.replay.play.PlaySettings;
import ai.kongguard.replay.play.PlayState;
import ai.kongguard.replay.play.Player;
import ai.kongguard.replay.play.RawDestination;
import ai.kongguard.replay.play.ReplayRun;
import ai.kongguard.replay.play.SystemDestination;
import ai.kongguard.replay.play.SystemPlayClock;
import ai.kongguard.replay.play.TargetTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: plays a recording into the running system or into topics of its own. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Plays a recording, at its own pace or another. Into the running system it is a run of its own: "
                + "its events are new ones, of now, and change neither what is known of clients nor any label. On a "
                + "terminal: " + ReplayKeys.HELP + ".",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all was sent",
            "1:some records could not be sent, or it was stopped",
            "2:wrong usage, or the recording is damaged; what was sound was sent",
            "130:ended by Ctrl-C"
        })
final class ReplayCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayCommand.class);
    private static final int LINGER_MS = 2;
    private static final long LOOK_MILLIS = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The recording.")
    private Path file = Path.of("");

    @Option(names = "--speed", defaultValue = "1", description = "0.1 to 100, or max for no waiting; default 1.")
    private String speed = "";

    @Option(names = "--loops", defaultValue = "1", description = "How often it is played; default 1.")
    private int loops;

    @Option(names = "--gap-cap", paramLabel = "TIME", description = "Shortens longer pauses to this, such as 10s.")
    private @Nullable String gapCap;

    @Option(names = "--from", paramLabel = "TIME", description = "Begins there, in the time of the recording.")
    private @Nullable Instant from;

    @Option(names = "--run-id", paramLabel = "N", description = "Names the run; by default the time in milliseconds.")
    private @Nullable Long runId;

    @ArgGroup
    private Target target = new Target();

    @Mixin
    private KafkaOptions cluster = new KafkaOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    /** Where it goes; one of these. */
    static final class Target {
        @Option(names = "--to-system", description = "As traffic of now, to be judged and counted; the default.")
        private boolean system;

        @Option(
                names = "--into",
                paramLabel = "PREFIX",
                description = "Unchanged, into topics of their names after this; they are created when missing.")
        private @Nullable String prefix;

        @Option(names = "--raw", description = "Unchanged, into the topics of the same names.")
        private boolean raw;

        @Nullable String rawPrefix(KafkaAccess kafka) {
            return system
                    ? null
                    : prefix != null ? prefix : raw ? kafka.properties().topicPrefix() : null;
        }
    }

    @Override
    public Integer call() throws Exception {
        InstantSource clock = InstantSource.system();
        PlaySettings settings = settings();
        Recording recording = Recording.open(file);
        KafkaAccess kafka = cluster.access();
        long run = runId == null ? clock.millis() : runId;
        if (run < 1 || run > RunOrder.MAX_SEED) {
            throw new ParameterException(spec.commandLine(), "--run-id must be from 1 to " + RunOrder.MAX_SEED);
        }
        String rawPrefix = target.rawPrefix(kafka);
        Set<String> topics = Set.of(kafka.topic(Topics.TRAFFIC));
        if (rawPrefix != null) {
            Map<String, Integer> needed = TargetTopics.of(recording);
            topics = needed.keySet().stream().map(rawPrefix::concat).collect(Collectors.toSet());
            try (Admin admin = Admin.create(kafka.adminConfig("replay-topics"))) {
                TargetTopics.prepare(admin, rawPrefix, needed);
            }
        }
        Destination destination = rawPrefix == null
                ? new SystemDestination(kafka.topic(Topics.TRAFFIC), run)
                : new RawDestination(rawPrefix);
        ReplayProgress screen = new ReplayProgress(spec.commandLine(), report, run, settings.loops());
        try (KafkaOutlet outlet = new KafkaOutlet(new KafkaProducer<>(producerConfig(kafka)), destination, topics);
                RunLine line = rawPrefix != null
                        ? RunLine.silent()
                        : RunLine.open(
                                kafka,
                                new ReplayRun(
                                        run,
                                        recording,
                                        settings,
                                        UUID.randomUUID().toString()),
                                run)) {
            Player player = new Player(recording, settings, outlet, new SystemPlayClock(clock));
            if (from != null) {
                player.seek(from);
            }
            return play(player, line, screen, clock);
        }
    }

    private int play(Player player, RunLine line, ReplayProgress screen, InstantSource clock)
            throws InterruptedException, IOException {
        Thread thread = new Thread(player, "replay");
        try (Interruption interruption = new Interruption();
                ReplayKeys keys = ReplayKeys.open(spec.commandLine().getErr(), !report.isQuiet())) {
            thread.start();
            while (thread.isAlive()) {
                PlayProgress progress = player.progress();
                line.tell(progress, clock.instant()).forEach(command -> obey(player, command));
                if (interruption.isAsked()) {
                    player.stop();
                }
                keys.heed(player);
                screen.show(progress);
                thread.join(LOOK_MILLIS);
            }
            PlayProgress last = player.progress();
            line.end(last, clock.instant());
            screen.end(last);
            return exitCode(last);
        }
    }

    private static void obey(Player player, RunCommand command) {
        try {
            PlayCommands.obey(player, command);
        } catch (IllegalArgumentException e) {
            LOG.warn("Run {} does not heed a command: {}", command.runId(), e.getMessage());
        }
    }

    private static int exitCode(PlayProgress last) {
        if (last.state() == PlayState.FAILED) {
            return 2;
        }
        return last.state() == PlayState.COMPLETED && last.errors() == 0 ? 0 : 1;
    }

    private PlaySettings settings() {
        try {
            double factor = speed.equals("max") ? PlaySettings.AS_FAST_AS_POSSIBLE : Double.parseDouble(speed);
            Duration cap = gapCap == null ? null : DurationStyle.detectAndParse(gapCap);
            return new PlaySettings(factor, loops, cap);
        } catch (NumberFormatException e) {
            throw new ParameterException(spec.commandLine(), "--speed must be a number or max, was " + speed, e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<String, Object> producerConfig(KafkaAccess kafka) {
        Map<String, Object> config = kafka.producerConfig("replay");
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        return config;
    }
}
