package ai.kongguard.traffic.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.ThreatType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class AttackFamiliesTest {

    private static final int DRAWS = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<AttackFamily> families() {
        return AttackFamilies.all();
    }

    @ParameterizedTest
    @MethodSource("families")
    void drawsManyPayloads(AttackFamily family) {
        List<String> payloads = payloads(family, 1);
        assertThat(Set.copyOf(payloads)).hasSizeGreaterThan(500);
    }

    @ParameterizedTest
    @MethodSource("families")
    void hasNoPayloadThatIsWorthRemembering(AttackFamily family) {
        Map<String, Long> counted =
                payloads(family, 2).stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(Collections.max(counted.values())).isLessThan(DRAWS / 12);
    }

    @ParameterizedTest
    @MethodSource("families")
    void leavesNothingOfTheNotation(AttackFamily family) {
        assertThat(payloads(family, 3)).noneMatch(payload -> payload.isBlank() || payload.matches("(?s).*[«»¦×].*"));
    }

    @ParameterizedTest
    @MethodSource("families")
    void drawsTheSameForTheSameSource(AttackFamily family) {
        assertThat(payloads(family, 4)).isEqualTo(payloads(family, 4)).isNotEqualTo(payloads(family, 5));
    }

    @Test
    void familiesDoNotDrawEachOthersPayloads() {
        Map<String, String> owners = new TreeMap<>();
        Set<String> shared = new TreeSet<>();
        for (AttackFamily family : families()) {
            for (String payload : Set.copyOf(payloads(family, 6))) {
                String owner = owners.putIfAbsent(payload, family.name());
                if (owner != null) {
                    shared.add(payload);
                }
            }
        }
        assertThat(shared.size() / (double) owners.size()).isLessThan(0.005);
    }

    @Test
    void namesAreDistinctAndSnakeCase() {
        assertThat(families())
                .extracting(AttackFamily::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(_[a-z]+)*"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ThreatType.class,
            names = {
                "SQL_INJECTION",
                "XSS",
                "PATH_TRAVERSAL",
                "COMMAND_INJECTION",
                "NOSQL_INJECTION",
                "SSTI",
                "SSRF",
                "RCE",
                "XXE",
                "CRLF_INJECTION"
            })
    void aTechniqueOfEachBigTypeIsReservedForSimulation(ThreatType type) {
        assertThat(AttackFamilies.of(type)).filteredOn(AttackFamily::reserved).hasSize(1);
        assertThat(AttackFamilies.of(type))
                .filteredOn(family -> !family.reserved())
                .isNotEmpty();
    }

    @Test
    void whatStandsInJsonAsItIsIsJson() {
        for (AttackFamily family : families()) {
            boolean whole = family.placements().contains(Placement.JSON_BODY);
            if (whole || family.placements().contains(Placement.JSON_VALUE)) {
                assertThat(payloads(family, 7))
                        .allSatisfy(payload ->
                                assertThat(JSON.readTree(payload).isObject()).isTrue());
            }
        }
    }

    @Test
    void sqlIsWrittenInSmallAndInCapitalLetters() {
        List<String> payloads = payloads(named("sql_union"), 8);
        assertThat(payloads).anyMatch(payload -> payload.contains("UNION ALL SELECT"));
        assertThat(payloads).anyMatch(payload -> payload.contains("union all select"));
    }

    private static AttackFamily named(String name) {
        return families().stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> payloads(AttackFamily family, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> family.payload().apply(random))
                .limit(DRAWS)
                .toList();
    }
}
