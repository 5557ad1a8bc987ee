package ai.kongguard.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.kongguard.event.ThreatType;
import ai.kongguard.traffic.attack.AttackFamilies;
import ai.kongguard.traffic.attack.AttackFamily;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class TrafficGeneratorTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of the requests below; the same on every JDK. A change of any grammar changes it. */
    private static final String GOLDEN = "7f4c6e3bac6d0f1008094e3060d0a2c0f78469f66027ec563b7a28c69d3973b2";

    @Test
    void aSeedGivesTheSameBytesEverywhere() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Stream.of(Profile.DEMO, Profile.ATTACKS, Profile.BENIGN)
                .flatMap(profile -> requests(42, profile, 2_000).stream())
                .forEach(request -> digest.update(text(request).getBytes(UTF_8)));
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(GOLDEN);
    }

    @Test
    void anElementDoesNotDependOnThoseBeforeIt() {
        TrafficGenerator walked = TrafficGenerator.of(7, Profile.DEMO);
        TrafficGenerator asked = TrafficGenerator.of(7, Profile.DEMO);
        for (long i = 0; i < 300; i++) {
            GeneratedRequest next = walked.next();
            assertThat(asked.at(i)).isEqualTo(next);
        }
    }

    @Test
    void otherSeedsGiveOtherRequests() {
        assertThat(requests(1, Profile.DEMO, 50)).isNotEqualTo(requests(2, Profile.DEMO, 50));
    }

    @Test
    void requestsAndTheirIdsAreDistinct() {
        List<GeneratedRequest> requests = requests(3, Profile.DEMO, 50_000);
        assertThat(requests.stream().map(GeneratedRequest::id).distinct()).hasSize(50_000);
        Set<String> distinct = new HashSet<>();
        requests.forEach(r -> distinct.add(r.method() + r.path() + r.query() + r.body() + r.headers()));
        assertThat(distinct.size()).isGreaterThan(40_000);
    }

    @Test
    void everyFamilyIsMadeAndTellsItsTruth() {
        Set<String> made = new HashSet<>();
        for (GeneratedRequest request : requests(5, Profile.ATTACKS, 5_000)) {
            assertThat(request.truth().attack()).isTrue();
            assertThat(request.truth().type()).isNotEqualTo(ThreatType.NONE);
            made.add(request.truth().family());
        }
        assertThat(made)
                .isEqualTo(AttackFamilies.all().stream().map(AttackFamily::name).collect(Collectors.toSet()));
    }

    @Test
    void someFamiliesAreReservedForSimulation() {
        assertThat(AttackFamilies.all().stream().filter(AttackFamily::reserved)).hasSizeBetween(5, 15);
    }

    /** Except those that many requests show and no single one, and texts for models, which harm nobody by themselves. */
    @ParameterizedTest
    @EnumSource(
            value = ThreatType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "NONE",
                "UNKNOWN",
                "DDOS",
                "CREDENTIAL_STUFFING",
                "BRUTE_FORCE",
                "SCANNING",
                "API_ABUSE",
                "PROMPT_INJECTION"
            })
    void everyTypeCanBeAskedFor(ThreatType type) {
        assertThat(requests(6, Profile.attack(type), 40))
                .allSatisfy(request -> assertThat(request.truth().type()).isEqualTo(type));
    }

    @Test
    void aTypeWithoutFamilyIsRefusedByName() {
        assertThatThrownBy(() -> AttackFamilies.of(ThreatType.NONE))
                .hasMessageContaining("No attack family of type none");
    }

    @Test
    void benignTrafficHasNoAttack() {
        assertThat(requests(8, Profile.BENIGN, 5_000))
                .allSatisfy(request -> assertThat(request.truth().type()).isEqualTo(ThreatType.NONE));
    }

    @Test
    void theDemoIsOneAttackInSixFromFewClients() {
        List<GeneratedRequest> requests = requests(9, Profile.DEMO, 40_000);
        List<GeneratedRequest> attacks =
                requests.stream().filter(r -> r.truth().attack()).toList();
        assertThat(attacks.size() / 40_000.0).isBetween(0.14, 0.20);
        assertThat(attacks.stream().map(GeneratedRequest::clientIp).distinct()).hasSizeLessThan(40);
        assertThat(attacks).allMatch(attack -> attack.clientIp().startsWith("198.51.100."));
    }

    @Test
    void requestsAreWellFormed() {
        Stream.of(Profile.DEMO, Profile.ATTACKS)
                .flatMap(profile -> requests(10, profile, 10_000).stream())
                .forEach(request -> {
                    String target = request.path() + "?" + request.query();
                    assertThat(target).startsWith("/").doesNotContain("\r", "\n", " ");
                    assertThat(target.chars()).allMatch(c -> c > 0x20 && c < 0x7f);
                    request.headers()
                            .forEach((name, value) -> assertThat(name + value).doesNotContain("\r", "\n"));
                    assertThat(request.status()).isBetween(100, 599);
                    if ("application/json".equals(request.headers().get("content-type"))) {
                        assertThat(JSON.readTree(request.body()).isObject()).isTrue();
                    }
                });
    }

    private static List<GeneratedRequest> requests(long seed, Profile profile, int count) {
        TrafficGenerator generator = TrafficGenerator.of(seed, profile);
        return LongStream.range(0, count).mapToObj(i -> generator.next()).toList();
    }

    /** Everything of a request, its headers in a fixed order. */
    private static String text(GeneratedRequest r) {
        return String.join(
                "\n",
                List.of(
                        r.id(),
                        r.method(),
                        r.host(),
                        r.path(),
                        r.query(),
                        new TreeMap<>(r.headers()).toString(),
                        String.valueOf(r.body()),
                        r.clientIp(),
                        r.route(),
                        Integer.toString(r.status()),
                        Double.toString(r.latencyMs()),
                        Long.toString(r.bytesIn()),
                        Long.toString(r.bytesOut()),
                        r.truth().toString()));
    }
}
