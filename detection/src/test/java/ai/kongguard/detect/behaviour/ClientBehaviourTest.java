package ai.kongguard.detect.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ClientBehaviourTest {

    private static final String CLIENT = "203.0.113.1";
    private static final BehaviourLimits LIMITS = new BehaviourLimits(20, 10, 5, 12, 6, 4, 15);

    private final ClientBehaviour behaviour = new ClientBehaviour(LIMITS, 1000, 42);

    @Test
    void aFloodIsFoundFromItsLimitOn() {
        assertThat(calls(19, i -> Call.by(CLIENT).at(i * 0.4))).isEmpty();
        List<Finding> found = observe(Call.by(CLIENT).at(7.7));
        assertThat(found).hasSize(1);
        Finding flood = found.get(0);
        assertThat(flood.detector()).isEqualTo("http_flood");
        assertThat(flood.type()).isEqualTo(ThreatType.DDOS);
        assertThat(flood.field()).isEqualTo("client");
        assertThat(flood.offset()).isEqualTo(-1);
        assertThat(flood.evidence()).isEqualTo("20 requests in 10 s, limit 20");
        assertThat(flood.weight()).isEqualTo(0.5);
    }

    @Test
    void aFloodIsForgottenAfterItsWindow() {
        assertThat(detectors(calls(30, i -> Call.by(CLIENT).at(i * 0.01)))).containsExactly("http_flood");
        assertThat(detectors(observe(Call.by(CLIENT).at(9)))).containsExactly("http_flood");
        assertThat(observe(Call.by(CLIENT).at(10))).isEmpty();
    }

    @Test
    void theHigherAboveTheLimitTheStrongerUpToBelowABlock() {
        assertThat(calls(40, i -> Call.by(CLIENT).at(1)).get(0).weight()).isEqualTo(0.625);
        assertThat(calls(4_000, i -> Call.by(CLIENT).at(1)).get(0).weight()).isEqualTo(0.75);
    }

    @Test
    void countsWhatComesOutOfOrderAndIgnoresWhatIsTooOld() {
        observe(Call.by(CLIENT).at(9));
        assertThat(detectors(calls(19, i -> Call.by(CLIENT).at(i % 9)))).containsExactly("http_flood");
        observe(Call.by("203.0.113.2").at(400));
        assertThat(calls(100, i -> Call.by("203.0.113.2").at(10))).isEmpty();
        assertThat(observe(Call.by("203.0.113.2").at(400))).isEmpty();
    }

    @Test
    void clientsAreCountedApart() {
        assertThat(calls(38, i -> Call.by("203.0.113." + i % 2).at(1))).isEmpty();
        assertThat(observe(Call.by("203.0.113.0").at(1))).isNotEmpty();
    }

    @Test
    void oneNetworkOfIpv6IsOneClient() {
        assertThat(calls(19, i -> Call.by("2001:db8:0:7::" + Integer.toHexString(i))
                        .at(1)))
                .isEmpty();
        assertThat(observe(Call.by("2001:db8:0:8::1").at(1))).isEmpty();
        assertThat(observe(Call.by("::ffff:203.0.113.7").at(1))).isEmpty();
        assertThat(observe(Call.by("2001:0db8:0000:0007:1:2:3:4").at(1))).isNotEmpty();
    }

    @Test
    void manyFailedLoginsOfManyUsersAreStuffing() {
        assertThat(calls(11, i -> login(i, "{\"username\":\"user" + i + "\",\"password\":\"x\"}", 401)))
                .isEmpty();
        List<Finding> found = observe(login(11, "username=user11&password=x", 401));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).type()).isEqualTo(ThreatType.CREDENTIAL_STUFFING);
        assertThat(found.get(0).evidence())
                .matches("12 failed logins for about 1[0-4] user names in 5 min, limit 12")
                .doesNotContain("user1");
    }

    @Test
    void manyFailedLoginsOfOneOrUnknownUserAreBruteForce() {
        assertThat(calls(12, i -> login(i, "{\"email\": \"a@example.com\", \"password\": \"" + i + "\"}", 403)))
                .extracting(Finding::type)
                .containsExactly(ThreatType.BRUTE_FORCE);
        assertThat(calls(12, i -> Call.by("203.0.113.3")
                        .at(i)
                        .post("/oauth/token", "")
                        .answered(400)))
                .extracting(Finding::detector)
                .containsExactly("brute_force");
    }

    @Test
    void anOfficeWhereMostLoginsSucceedIsNoAttack() {
        assertThat(calls(60, i -> login(i, "user=u" + i, i % 4 == 0 ? 401 : 200)))
                .isEmpty();
    }

    @Test
    void failedLoginsAreForgottenAfterFiveMinutes() {
        assertThat(calls(12, i -> login(i, "user=u" + i, 401))).isNotEmpty();
        assertThat(observe(Call.by(CLIENT).at(299))).isNotEmpty();
        assertThat(observe(Call.by(CLIENT).at(300))).isEmpty();
    }

    @Test
    void whatTheGatewayRefusedWhatIsReplayedOrOnlyDescribedAndWhoIsUnknownDoNotCount() {
        assertThat(calls(50, i -> Call.by(CLIENT).answeredByGateway(403))).isEmpty();
        assertThat(calls(50, i -> Call.by(CLIENT).answeredByGateway(429))).isEmpty();
        assertThat(calls(50, i -> Call.by(CLIENT).from("replay"))).isEmpty();
        assertThat(calls(50, i -> Call.by(CLIENT).from("kong", "replay"))).isEmpty();
        assertThat(calls(50, i -> Call.by(CLIENT).from("analyze"))).isEmpty();
        assertThat(calls(50, i -> Call.by("unknown"))).isEmpty();
        assertThat(behaviour.clients()).isZero();
        assertThat(calls(19, i -> Call.by(CLIENT).answeredByGateway(401))).isEmpty();
        assertThat(observe(Call.by(CLIENT).answeredByGateway(401))).isNotEmpty();
    }

    @Test
    void recallingTellsWithoutCounting() {
        assertThat(calls(19, i -> Call.by(CLIENT).at(1))).isEmpty();
        for (int i = 0; i < 50; i++) {
            assertThat(behaviour.recall(Call.by(CLIENT).at(1).event())).isEmpty();
        }
        List<Finding> found = observe(Call.by(CLIENT).at(1));
        assertThat(behaviour.recall(Call.by(CLIENT).at(1).event())).isEqualTo(found);
        assertThat(behaviour.recall(Call.by("203.0.113.9").at(1).event())).isEmpty();
        assertThat(behaviour.clients()).isEqualTo(1);
    }

    private static Call login(int i, String body, int status) {
        return Call.by(CLIENT).at(i).post("/api/v1/login", body).answered(status);
    }

    /** What the last of these calls shows. */
    private List<Finding> calls(int count, IntFunction<Call> call) {
        List<Finding> last = List.of();
        for (int i = 0; i < count; i++) {
            last = observe(call.apply(i));
        }
        return last;
    }

    private List<Finding> observe(Call call) {
        return behaviour.observe(call.event());
    }

    private static List<String> detectors(List<Finding> findings) {
        return findings.stream().map(Finding::detector).toList();
    }
}
