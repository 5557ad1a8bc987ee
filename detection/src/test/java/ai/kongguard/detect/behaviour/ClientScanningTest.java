package ai.kongguard.detect.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.kongguard.event.Finding;
import ai.kongguard.event.ThreatType;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that look for what they were not given. */
class ClientScanningTest {

    private static final String CLIENT = "203.0.113.1";
    private static final BehaviourLimits LIMITS = new BehaviourLimits(1000, 10, 5, 12, 6, 4, 15);

    private final ClientBehaviour behaviour = new ClientBehaviour(LIMITS, 1000, 42);

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void browsingForWhatIsNotThereIsFound(int status) {
        IntFunction<Call> browse =
                i -> Call.by(CLIENT).at(i).get("/files/name" + (char) ('a' + i)).answered(status);
        assertThat(calls(9, browse)).isEmpty();
        assertThat(observe(browse.apply(9)))
                .extracting(Finding::detector, Finding::type)
                .containsExactly(tuple("forced_browsing", ThreatType.SCANNING));
        assertThat(observe(Call.by(CLIENT).at(59))).isNotEmpty();
        assertThat(observe(Call.by(CLIENT).at(71))).isEmpty();
    }

    @Test
    void aBrokenLinkOrAFewFailuresAmongManyAreNotBrowsing() {
        assertThat(calls(40, i -> Call.by(CLIENT).at(i).get("/favicon.ico").answered(404)))
                .isEmpty();
        assertThat(calls(90, i -> Call.by("203.0.113.2")
                        .at(i * 0.6)
                        .get("/files/" + (char) ('a' + i % 26))
                        .answered(i % 3 == 0 ? 404 : 200)))
                .isEmpty();
    }

    @Test
    void wellKnownProbePathsAreCountedByKind() {
        assertThat(calls(8, i -> Call.by(CLIENT)
                        .at(i)
                        .get(List.of("/.env", "/wp-login.php", "/wp-admin/x.php", "/.git/config")
                                .get(i % 4))))
                .isEmpty();
        List<Finding> found = observe(Call.by(CLIENT).at(8).get("/shop/phpMyAdmin/index.php"));
        assertThat(found).extracting(Finding::detector).containsExactly("scanner");
        assertThat(found.get(0).evidence()).isEqualTo("4 kinds of well-known probe paths in 5 min, limit 4");
        assertThat(observe(Call.by(CLIENT).at(301))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqlmap/1.9.9#stable (https://sqlmap.org)",
                "Mozilla/5.00 (Nikto/2.5.0) (Evasions:None)",
                "Mozilla/5.0 (compatible; Nmap Scripting Engine; https://nmap.org/book/nse.html)",
                "Fuzz Faster U Fool v2.1.0-dev",
                "DirBuster-1.0-RC1 (http://www.owasp.org)",
                "Mozilla/5.0 zgrab/0.x",
                "WPScan v3.8.25",
                "w3af.org"
            })
    void aToolThatSaysItsNameIsFound(String userAgent) {
        List<Finding> found = observe(Call.by(CLIENT).userAgent(userAgent));
        assertThat(found).extracting(Finding::type).containsExactly(ThreatType.SCANNING);
        Finding finding = found.get(0);
        assertThat(finding.field()).isEqualTo("header.user-agent");
        assertThat(userAgent.substring(finding.offset(), finding.offset() + finding.length()))
                .isEqualTo(finding.evidence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36",
                "curl/8.16.0",
                "python-httpx/0.28",
                "nucleide-app/3",
                "Hamburp/1",
                ""
            })
    void otherProgramsAreNoTools(String userAgent) {
        assertThat(observe(Call.by(CLIENT).userAgent(userAgent))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1, 10})
    void idsInSequenceAreFound(int step) {
        IntFunction<Call> walk = i -> Call.by(CLIENT).at(i / 2.0).get("/api/orders/" + (5_000 + i * step) + "/items");
        assertThat(calls(17, walk)).isEmpty();
        assertThat(observe(walk.apply(17)))
                .extracting(Finding::detector, Finding::type)
                .containsExactly(tuple("enumeration", ThreatType.API_ABUSE));
    }

    @Test
    void idsInSequenceAreFoundInParametersAndWhenTwoPlacesTakeTurns() {
        assertThat(calls(18, i -> Call.by(CLIENT).at(i / 2.0).query("tenant=a&user=" + (70 + i))))
                .extracting(Finding::detector)
                .containsExactly("enumeration");
        assertThat(calls(20, i -> Call.by("203.0.113.2")
                        .at(i / 2.0)
                        .get("/api/orders/" + (70 + i / 2) + (i % 2 == 0 ? "" : "/items"))))
                .extracting(Finding::detector)
                .containsExactly("enumeration");
    }

    @Test
    void aWalkSurvivesGapsAndLateIdsAndIsForgottenAfterItsWindow() {
        int[] order = {0, 1, 2, 4, 3, 5, 8, 7, 9, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        assertThat(calls(order.length, i -> Call.by(CLIENT).at(i).get("/users/" + (100 + order[i]))))
                .extracting(Finding::evidence)
                .containsExactly("15 ids in sequence in 5 min, limit 15");
        assertThat(observe(Call.by(CLIENT).at(299))).isNotEmpty();
        assertThat(observe(Call.by(CLIENT).at(300))).isEmpty();
    }

    @Test
    void pagesRandomIdsAndTheSameIdAreNoSequence() {
        assertThat(calls(19, i -> Call.by("203.0.113.1").at(i).query("page=" + i)))
                .isEmpty();
        assertThat(calls(19, i -> Call.by("203.0.113.2").at(i).get("/news/page/" + i)))
                .isEmpty();
        assertThat(calls(19, i -> Call.by("203.0.113.3").at(i).get("/users/" + i * i * 7 % 101)))
                .isEmpty();
        assertThat(calls(19, i -> Call.by("203.0.113.4").at(i).get("/users/7"))).isEmpty();
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
}
