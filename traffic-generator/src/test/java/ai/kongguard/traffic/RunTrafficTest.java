package ai.kongguard.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.RunOrder;
import ai.kongguard.event.RunOrder.Strategy;
import ai.kongguard.event.RunOrder.Via;
import ai.kongguard.event.ThreatType;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class RunTrafficTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @EnumSource(value = Strategy.class, mode = EnumSource.Mode.EXCLUDE, names = "RECORD")
    void aSeedGivesTheSameRequestsInAnyOrderOfAsking(Strategy strategy) {
        List<GeneratedRequest> forwards = requests(order(strategy, List.of(), List.of()), 300);
        RunTraffic again = new RunTraffic(order(strategy, List.of(), List.of()));
        List<GeneratedRequest> backwards = new java.util.ArrayList<>();
        for (int i = 299; i >= 0; i--) {
            backwards.add(again.at(i));
        }
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    void blendedIsThreeTenthsAttacksInEveryTen() {
        List<GeneratedRequest> requests = requests(order(Strategy.BLENDED, List.of(), List.of()), 1_000);
        for (int block = 0; block < 100; block++) {
            assertThat(requests.subList(block * 10, block * 10 + 10))
                    .filteredOn(r -> r.truth().attack())
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Strategy.class,
            names = {"SUSTAINED", "WAVE", "ESCALATION", "STEALTH"})
    void othersAreAttacksOnlyOfEveryKind(Strategy strategy) {
        List<GeneratedRequest> requests = requests(order(strategy, List.of(), List.of()), 6_000);
        assertThat(requests).allMatch(r -> r.truth().attack());
        assertThat(requests.stream().map(r -> r.truth().type()).collect(Collectors.toSet()))
                .contains(ThreatType.SQL_INJECTION, ThreatType.XSS, ThreatType.BRUTE_FORCE, ThreatType.SCANNING);
    }

    @Test
    void stealthComesFromManyBrowsersWithWellFormedBodies() {
        List<GeneratedRequest> requests = requests(order(Strategy.STEALTH, List.of(), List.of()), 2_000);
        assertThat(requests.stream().map(GeneratedRequest::clientIp).distinct()).hasSizeGreaterThan(1_900);
        assertThat(requests)
                .noneMatch(r -> r.headers().getOrDefault("user-agent", "").startsWith("sqlmap"));
        for (GeneratedRequest request : requests) {
            if ("application/json".equals(request.headers().get("content-type"))) {
                assertThat(JSON.readTree(request.body()).isMissingNode()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(AttackBehaviour.class)
    void aBehaviourIsOneAttackersOrABotnets(AttackBehaviour behaviour) {
        List<GeneratedRequest> loud = requests(order(Strategy.SUSTAINED, List.of(behaviour.type()), List.of()), 500);
        assertThat(loud).allMatch(r -> r.truth().type() == behaviour.type());
        assertThat(loud.stream().map(GeneratedRequest::clientIp).distinct()).hasSize(1);
        List<GeneratedRequest> slow = requests(order(Strategy.STEALTH, List.of(behaviour.type()), List.of()), 500);
        assertThat(slow.stream().map(GeneratedRequest::clientIp).distinct()).hasSizeGreaterThan(480);
    }

    @Test
    void usersLogInAfterAtMostOneWrongPasswordAndOrder() {
        UserSessions sessions = new UserSessions(3);
        int wrong = 0;
        for (int user = 0; user < UserSessions.LANES; user++) {
            int lane = user;
            List<GeneratedRequest> visit = LongStream.range(0, UserSessions.STEPS)
                    .mapToObj(step -> sessions.at(step * UserSessions.LANES + lane))
                    .toList();
            assertThat(visit.stream().map(GeneratedRequest::clientIp).distinct())
                    .hasSize(1);
            assertThat(visit).noneMatch(r -> r.truth().attack());
            List<Integer> logins = visit.stream()
                    .filter(r -> r.path().equals("/login"))
                    .map(GeneratedRequest::status)
                    .toList();
            assertThat(logins).isIn(List.of(200), List.of(401, 200));
            wrong += logins.size() - 1;
            assertThat(visit).anyMatch(r -> r.path().equals("/checkout") && r.status() == 201);
        }
        assertThat(wrong).isBetween(3, 25);
    }

    @Test
    void attacksAimAtTheEndpoints() {
        List<GeneratedRequest> requests =
                requests(order(Strategy.SUSTAINED, List.of(), List.of("/api/orders", "/login")), 1_000);
        assertThat(requests)
                .allMatch(r -> r.path().startsWith("/api/orders") || r.path().startsWith("/login"));
        assertThat(requests.stream().map(GeneratedRequest::path).filter(Set.of("/api/orders", "/login")::contains))
                .hasSizeGreaterThan(300);
    }

    @Test
    void normalIsBenign() {
        assertThat(requests(order(Strategy.QUICK, List.of(ThreatType.NONE), List.of()), 20))
                .noneMatch(r -> r.truth().attack());
        assertThat(requests(order(Strategy.QUICK, List.of(ThreatType.XSS), List.of()), 20))
                .allMatch(r -> r.truth().type() == ThreatType.XSS);
    }

    private static List<GeneratedRequest> requests(RunOrder order, int count) {
        RunTraffic traffic = new RunTraffic(order);
        return LongStream.range(0, count).mapToObj(traffic::at).toList();
    }

    private static RunOrder order(Strategy strategy, List<ThreatType> types, List<String> endpoints) {
        long duration = strategy == Strategy.QUICK ? 0 : 60_000;
        return new RunOrder(strategy, null, 50, duration, types, List.of(), endpoints, 42, null, Via.TOPIC);
    }
}
