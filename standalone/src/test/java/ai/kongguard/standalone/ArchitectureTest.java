package ai.kongguard.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.kongguard.analyzer.seeded.ReadsHeaders;
import ai.kongguard.detect.seeded.AsksTheClock;
import ai.kongguard.detect.seeded.OpensFiles;
import ai.kongguard.detect.seeded.SeesGroundTruth;
import ai.kongguard.detect.seeded.UsesRegex;
import ai.kongguard.gateway.seeded.JudgesForItself;
import ai.kongguard.ingest.SeededCore;
import ai.kongguard.ingest.seeded.SeesAnalyzer;
import ai.kongguard.ingest.seeded.StartsBroker;
import ai.kongguard.seeded.util.Anything;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule holds for the whole of main, and catches the class that was written to break it. */
class ArchitectureTest {

    /** Without testkit and the tests themselves: what ships. */
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit"))
            .importPackages("ai.kongguard");

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(HouseRules.SERVICES_SHARE_TOPICS_NOT_CLASSES, SeesAnalyzer.class),
                arguments(HouseRules.CORE_KNOWS_NO_FRAMEWORK, SeededCore.class),
                arguments(HouseRules.CORE_KNOWS_NO_ADAPTER, SeededCore.class),
                arguments(HouseRules.LIBRARIES_ARE_PURE, OpensFiles.class),
                arguments(HouseRules.ONLY_STANDALONE_SEES_THE_BROKER, StartsBroker.class),
                arguments(HouseRules.THE_GATEWAY_JUDGES_NOTHING, JudgesForItself.class),
                arguments(HouseRules.JUDGES_NEVER_SEE_GROUND_TRUTH, SeesGroundTruth.class),
                arguments(HouseRules.ANALYZERS_READ_NO_HEADERS, ReadsHeaders.class),
                arguments(HouseRules.TIME_IS_ASKED_OF_AN_INJECTED_CLOCK, AsksTheClock.class),
                arguments(HouseRules.DETECTION_USES_NO_REGEX, UsesRegex.class),
                arguments(HouseRules.PACKAGES_ARE_NAMED_BY_WHAT_THEY_ARE, Anything.class),
                arguments(HouseRules.PACKAGES_ARE_NULL_MARKED, Anything.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsForWhatShips(ArchRule rule) {
        rule.check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void catchesItsSeededViolation(ArchRule rule, Class<?> violation) {
        JavaClasses withViolation = new ClassFileImporter().importClasses(violation);
        assertThat(rule.evaluate(withViolation).hasViolation())
                .as("%s breaks: %s", violation.getSimpleName(), rule.getDescription())
                .isTrue();
    }

    @Test
    void looksAtEveryModule() {
        assertThat(Stream.of(
                        "event",
                        "detect",
                        "traffic",
                        "intake",
                        "recording",
                        "replay",
                        "analyze",
                        "kafka",
                        "http",
                        "broker",
                        "ingest",
                        "analyzer",
                        "metrics",
                        "gateway"))
                .allSatisfy(module -> assertThat(MAIN.containPackage("ai.kongguard." + module))
                        .as(module)
                        .isTrue());
    }
}
