package ai.kongguard.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.kongguard.event.GroundTruth;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The small rules of the house; Maven's module graph enforces the large ones. */
final class HouseRules {

    private static final String BASE = "ai.kongguard.";

    private static final Set<String> CLOCK_READERS =
            Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone");

    static final ArchRule SERVICES_SHARE_TOPICS_NOT_CLASSES = slices().assignedFrom(new ServiceSlices())
            .should()
            .notDependOnEachOther()
            .as("services share topics, not classes");

    static final ArchRule CORE_KNOWS_NO_FRAMEWORK = noClasses()
            .that(resideInAnyPackage(BASE + "ingest", BASE + "analyzer", BASE + "gateway"))
            .and(are(not(simpleNameEndingWith("Application"))))
            .and(are(not(simpleNameEndingWith("Configuration"))))
            .and(are(not(nameMatching(".*Properties(\\$.*)?"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "org.apache.kafka..", "jakarta.."))
            .as("the core of a service imports neither Spring nor Kafka");

    static final ArchRule CORE_KNOWS_NO_ADAPTER = noClasses()
            .that(resideInAnyPackage(BASE + "ingest", BASE + "analyzer", BASE + "gateway"))
            .and(are(not(simpleNameEndingWith("Configuration"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage(BASE + "*.http..", BASE + "*.kafka..", BASE + "*.ws.."))
            .as("dependencies point from adapters to the core");

    static final ArchRule LIBRARIES_ARE_PURE = noClasses()
            .that(resideInAnyPackage(
                    BASE + "event..", BASE + "detect..", BASE + "review..", BASE + "traffic..", BASE + "analyze.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework..", "org.apache.kafka..", "java.net..", "java.nio.file..", "java.sql.."))
            .as("contracts, detection, reviews and generation know no Spring, no Kafka and no I/O");

    static final ArchRule ONLY_STANDALONE_SEES_THE_BROKER = noClasses()
            .that(resideInAPackage("ai.kongguard.."))
            .and(are(not(resideInAnyPackage(BASE + "broker..", BASE + "standalone..", BASE + "benchmarks.."))))
            .should()
            .dependOnClassesThat(resideInAnyPackage(BASE + "broker..", "kafka.."))
            .as("only standalone sees broker classes");

    static final ArchRule THE_GATEWAY_JUDGES_NOTHING = noClasses()
            .that(resideInAPackage(BASE + "gateway.."))
            .should()
            .dependOnClassesThat(
                    resideInAPackage(BASE + "detect..").and(are(not(resideInAPackage(BASE + "detect.normalize")))))
            .as("the gateway decodes requests for people to read, and judges none");

    static final ArchRule JUDGES_NEVER_SEE_GROUND_TRUTH = noClasses()
            .that(are(not(resideInAnyPackage(
                    BASE + "ingest..",
                    BASE + "metrics..",
                    BASE + "gateway.kafka..",
                    BASE + "replay.record..",
                    BASE + "replay.convert..",
                    BASE + "replay.play..",
                    BASE + "replay.compare.report..",
                    BASE + "benchmarks.."))))
            .should()
            .dependOnClassesThat(are(sameAs(GroundTruth.class)))
            .as("only ingest, converted logs and replays write ground truth, and only metrics, what the gateway shows"
                    + " people, who selects what is recorded and reports of comparisons read it");

    static final ArchRule ANALYZERS_READ_NO_HEADERS = noClasses()
            .that(resideInAnyPackage(BASE + "analyzer..", BASE + "detect..", BASE + "review.."))
            .should()
            .callMethodWhere(calls(
                    "a record's headers",
                    call -> call.getTarget().getName().equals("headers")
                            && call.getTargetOwner().getName().startsWith("org.apache.kafka.clients.consumer")))
            .as("analyzers read no record headers, where ground truth travels");

    static final ArchRule TIME_IS_ASKED_OF_AN_INJECTED_CLOCK = noClasses()
            .that(are(not(resideInAnyPackage(BASE + "benchmarks.."))))
            .should()
            .callMethodWhere(calls(
                    "the wall clock",
                    call -> CLOCK_READERS.contains(call.getTarget().getName())
                            && (call.getTargetOwner().isEquivalentTo(Instant.class)
                                    || call.getTargetOwner().isEquivalentTo(Clock.class)
                                    || call.getTargetOwner().isEquivalentTo(System.class))))
            .as("time is asked of an injected InstantSource");

    static final ArchRule DETECTION_USES_NO_REGEX = noClasses()
            .that(resideInAnyPackage(BASE + "detect..", BASE + "review.."))
            .should()
            .dependOnClassesThat(resideInAPackage("java.util.regex"))
            .orShould()
            .callMethodWhere(calls(
                    "a regex method of String",
                    call -> call.getTargetOwner().isEquivalentTo(String.class)
                            && Set.of("matches", "replaceAll", "replaceFirst", "split")
                                    .contains(call.getTarget().getName())))
            .as("no regular expression runs on attacker input");

    static final ArchRule PACKAGES_ARE_NAMED_BY_WHAT_THEY_ARE = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..common..", "..helper..", "..helpers..", "..manager..", "..impl..", "..dto..")
            .as("no package is called util, common, helper, manager, impl or dto");

    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .should(new ArchCondition<>("reside in a @NullMarked package") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(item, marked, item.getName() + " marked: " + marked));
                }
            })
            .as("every package is @NullMarked");

    private HouseRules() {}

    private static DescribedPredicate<JavaClass> sameAs(Class<?> type) {
        return DescribedPredicate.describe("are " + type.getSimpleName(), c -> c.isEquivalentTo(type));
    }

    private static DescribedPredicate<JavaMethodCall> calls(
            String what, java.util.function.Predicate<JavaMethodCall> predicate) {
        return DescribedPredicate.describe(what, predicate);
    }
}
