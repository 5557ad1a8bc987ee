package ai.kongguard.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.kongguard.detect.VerdictPolicy;
import ai.kongguard.detect.model.LocalModel;
import ai.kongguard.detect.model.ModelFile;
import ai.kongguard.detect.model.ModelInfo;
import ai.kongguard.event.Action;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.testkit.TestEvents;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class ModelsTest {

    private static final LocalModel BUNDLED = LocalModel.bundled();
    private static final byte[] ONE = model(1001);
    private static final byte[] TWO = model(1002);
    private static final TrafficEvent ATTACK =
            TestEvents.event("e1", "203.0.113.1", "/api/users", "id=1%27%20OR%20%271%27=%271");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AnalyzerMeters meters = new AnalyzerMeters(registry, "local");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Models.class);

    @TempDir
    private Path folder;

    private Path file;
    private long written;

    @BeforeEach
    void start() throws IOException {
        log.start();
        logger.addAppender(log);
        file = folder.resolve("some.kgmodel");
        put(ONE);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                arguments("a changed byte", bad(file -> with(file, file.length / 2)), "checksum"),
                arguments("cut in half", bad(file -> Arrays.copyOf(file, file.length / 2)), "checksum"),
                arguments("cut in the header", bad(file -> Arrays.copyOf(file, 20)), "KGMODEL"),
                arguments("empty", new byte[0], "KGMODEL"),
                arguments("something else", "not a model".repeat(100).getBytes(UTF_8), "KGMODEL"),
                arguments("another magic", bad(file -> with(file, 0)), "KGMODEL"),
                arguments("another format", bad(file -> with(file, 7)), "format"),
                arguments("other features", bad(file -> with(file, 8)), "features"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void refusesWhatIsNoGoodModelOnceAndRecovers(String name, byte[] bad, String reason) throws IOException {
        Models models = models();
        put(bad);
        checkOften(models);

        assertThat(verdict(models).model()).as(name).isEqualTo(label(1001));
        assertThat(verdict(models).action()).isEqualTo(Action.BLOCK);
        assertThat(refused()).isEqualTo(1);
        assertThat(warnings()).hasSize(1);
        assertThat(warnings().get(0)).contains(file.toString(), label(1001), reason);

        put(TWO);
        models.check();
        assertThat(verdict(models).model()).isEqualTo(label(1002));
        assertThat(reloads()).isEqualTo(1);
        assertThat(refused()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void doesNotStartWithWhatIsNoGoodModel(String name, byte[] bad, String reason) throws IOException {
        put(bad);
        assertThatThrownBy(this::models)
                .as(name)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kongguard.analyzer.model.path")
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }

    @Test
    void doesNotStartWithoutTheFileOrWithAFolder() throws IOException {
        Files.delete(file);
        assertThatThrownBy(this::models).hasMessageContaining("There is no such file");
        Files.createDirectory(file);
        assertThatThrownBy(this::models).hasMessageContaining("no regular file");
    }

    @Test
    void judgesWithTheBundledModelWhenThereIsNoFile() {
        Models models = Models.bundled(VerdictPolicy.defaults(), meters);
        checkOften(models);
        assertThat(verdict(models).model()).isEqualTo(BUNDLED.info().label());
        assertThat(reloads() + refused()).isZero();
    }

    @Test
    void anotherModelTakesOverAndIsNamed() throws IOException {
        Models models = models();
        checkOften(models);
        assertThat(verdict(models).model()).isEqualTo(label(1001));
        assertThat(reloads()).isZero();

        put(TWO);
        models.check();
        assertThat(verdict(models).model()).isEqualTo(label(1002)).isEqualTo(models.label());
        checkOften(models);
        assertThat(reloads()).isEqualTo(1);
        assertThat(registry.get("kongguard.analyzer.model").gauges())
                .extracting(gauge -> gauge.getId().getTag("model"), Gauge::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(label(1002), 1.0));
    }

    @Test
    void seesContentOfTheSameSizeThatWasWrittenWithinTheSameTick() throws IOException {
        Models models = models();
        FileTime tick = Files.getLastModifiedTime(file);
        models.check();
        Files.write(file, with(ONE, 100));
        Files.setLastModifiedTime(file, tick);
        checkOften(models);
        assertThat(refused()).isEqualTo(1);
    }

    @Test
    void keepsTheModelWhenTheFileVanishesAndFindsTheNextOne() throws IOException {
        Models models = models();
        checkOften(models);
        Files.delete(file);
        checkOften(models);
        assertThat(verdict(models).model()).isEqualTo(label(1001));
        assertThat(refused()).isEqualTo(1);
        assertThat(warnings()).singleElement().asString().contains("There is no such file");

        put(ONE);
        checkOften(models);
        assertThat(reloads()).as("it is the same as before").isZero();
        Files.delete(file);
        checkOften(models);
        assertThat(refused()).as("gone again").isEqualTo(2);
        put(TWO);
        models.check();
        assertThat(verdict(models).model()).isEqualTo(label(1002));
    }

    @Test
    void refusesWhatIsTooLargeWithoutReadingIt() throws IOException {
        Models models = models();
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(8L * 1024 * ModelFile.MAX_BYTES);
        }
        checkOften(models);
        assertThat(verdict(models).model()).isEqualTo(label(1001));
        assertThat(refused()).isEqualTo(1);
        assertThat(warnings()).singleElement().asString().contains("larger than " + ModelFile.MAX_BYTES);
    }

    @Test
    void waitsForAFileThatIsStillBeingCopied() throws IOException {
        Models models = models();
        for (int tenth = 1; tenth < 10; tenth++) {
            put(Arrays.copyOf(TWO, TWO.length / 10 * tenth));
            models.check();
            assertThat(verdict(models).model()).isEqualTo(label(1001));
        }
        put(TWO);
        models.check();
        assertThat(verdict(models).model()).isEqualTo(label(1002));
        assertThat(refused()).isZero();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void warnsAgainAboutAnotherBadContent() throws IOException {
        Models models = models();
        put(with(TWO, 100));
        checkOften(models);
        put(with(TWO, 101));
        checkOften(models);
        assertThat(refused()).isEqualTo(2);
        assertThat(warnings()).hasSize(2);
    }

    @Test
    void judgesOnWhileModelsChange() throws Exception {
        Models models = models();
        AtomicBoolean stop = new AtomicBoolean();
        Callable<Set<String>> judging = () -> {
            VerdictMaker maker = maker(models);
            Set<String> labels = new HashSet<>();
            while (!stop.get()) {
                Verdict verdict = maker.judge(ATTACK);
                assertThat(verdict.action()).isEqualTo(Action.BLOCK);
                labels.add(String.valueOf(verdict.model()));
            }
            return labels;
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Set<String>>> judges = List.of(threads.submit(judging), threads.submit(judging));
            for (int swap = 0; swap < 20; swap++) {
                put(swap % 2 == 0 ? TWO : ONE);
                models.check();
                put(with(ONE, ONE.length - 1));
                models.check();
            }
            stop.set(true);
            for (Future<Set<String>> judge : judges) {
                assertThat(judge.get()).isSubsetOf(label(1001), label(1002)).isNotEmpty();
            }
        } finally {
            stop.set(true);
            threads.shutdownNow();
        }
        assertThat(reloads()).isEqualTo(20);
    }

    private Models models() {
        return Models.at(file, VerdictPolicy.defaults(), meters);
    }

    /** As long as it takes for everything that is said once to be said twice. */
    private static void checkOften(Models models) {
        for (int i = 0; i < 5; i++) {
            models.check();
        }
    }

    private static Verdict verdict(Models models) {
        return maker(models).judge(ATTACK);
    }

    private static VerdictMaker maker(Models models) {
        return new VerdictMaker("local", models, () -> TestEvents.NOW);
    }

    /** With a time of its own each, whatever the file system can tell apart. */
    private void put(byte[] content) throws IOException {
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(TestEvents.NOW.plusSeconds(written++)));
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private double reloads() {
        return registry.get("kongguard.analyzer.model.reloads").counter().count();
    }

    private double refused() {
        return registry.get("kongguard.analyzer.model.refused").counter().count();
    }

    private static String label(int version) {
        return "local/kg-local-" + version + "@0123456789abcdef";
    }

    private static byte[] model(int version) {
        ModelInfo info = new ModelInfo("kg-local", version, "0123456789abcdef", "a test");
        return ModelFile.write(BUNDLED.withInfo(info));
    }

    private static byte[] bad(UnaryOperator<byte[]> damage) {
        return damage.apply(TWO);
    }

    /** A copy with one byte changed. */
    private static byte[] with(byte[] file, int changed) {
        byte[] copy = file.clone();
        copy[changed] ^= 1;
        return copy;
    }
}
