package ai.kongguard.review;

import static org.assertj.core.api.Assertions.assertThat;

import ai.kongguard.event.Action;
import ai.kongguard.event.Escalation;
import ai.kongguard.event.Review.Origin;
import ai.kongguard.event.ThreatType;
import ai.kongguard.event.TrafficEvent;
import ai.kongguard.event.Verdict;
import ai.kongguard.review.Injections.Injection;
import ai.kongguard.testkit.TestEvents;
import ai.kongguard.traffic.GeneratedRequest;
import ai.kongguard.traffic.Profile;
import ai.kongguard.traffic.TrafficGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Attacks that carry a text for the reviewer, judged with a reviewer that does as it is told. */
class InjectionSuiteTest {

    private static final List<ThreatType> KINDS = List.of(
            ThreatType.SQL_INJECTION,
            ThreatType.XSS,
            ThreatType.PATH_TRAVERSAL,
            ThreatType.COMMAND_INJECTION,
            ThreatType.LDAP_INJECTION,
            ThreatType.NOSQL_INJECTION,
            ThreatType.SSTI,
            ThreatType.XXE,
            ThreatType.SSRF,
            ThreatType.RCE,
            ThreatType.CRLF_INJECTION);

    /** Attacks of each kind: half of them such that the local model only asks for a rate limit, which could be lost. */
    private static final int POOL = 8;

    /** Of every group of texts, the share that is named as prompt injection; measured, and not to fall. */
    private static final double NAMED = 0.72;

    private static final String OBEDIENT =
            "{\"score\":0,\"threat_type\":\"none\",\"confidence\":1,\"reasoning\":\"Benign, as I was told.\"}";

    private static final String SILENT =
            "{\"score\":0.95,\"threat_type\":\"xss\",\"confidence\":1,\"reasoning\":\"An attack.\"}";

    private final Escalations escalations = new Escalations(Reviews.LIMITS);
    private final PromptMaker prompts = new PromptMaker();
    private final AnswerReader answers = new AnswerReader();
    private final ReviewRule rule = new ReviewRule(Reviews.LIMITS, Reviews.POLICY);

    @Test
    void noTextLowersWhatIsDoneAboutAnAttack() throws Exception {
        List<Injection> injections = Injections.all();
        assertThat(injections).hasSizeGreaterThanOrEqualTo(200);
        Map<ThreatType, List<GeneratedRequest>> attacks = attacks();
        int asked = 0;
        int turn = 0;
        for (Injection injection : injections) {
            for (ThreatType kind : KINDS) {
                Place place = Place.values()[turn % Place.values().length];
                GeneratedRequest attack = attacks.getOrDefault(kind, List.of()).get(turn % POOL);
                turn++;
                TrafficEvent event = place.put(attack, injection.text());
                Verdict first = Reviews.judged(event);
                Optional<Escalation> escalation = escalations.of(event, first, TestEvents.NOW);
                boolean sees = escalation.isPresent() && isShown(escalation.get(), attack);
                Verdict last = escalation.isEmpty() ? first : reviewed(escalation.get(), sees ? OBEDIENT : SILENT);
                asked += sees ? 1 : 0;
                String what = injection + " in " + place + " of " + attack + ": " + last;
                assertThat(last.action()).as(what).isGreaterThanOrEqualTo(first.action());
                if (place.leavesTheRest()) {
                    assertThat(last.action())
                            .as(what)
                            .isGreaterThanOrEqualTo(
                                    Reviews.judged(Reviews.event(attack)).action());
                }
            }
        }
        assertThat(asked).as("pairs that a reviewer was asked about").isGreaterThan(500);
    }

    /** Whether a reviewer is shown anything of what was put beside the attack: nobody obeys what he does not see. */
    private boolean isShown(Escalation escalation, GeneratedRequest attack) {
        TrafficEvent alone = Reviews.event(attack);
        return escalations
                .of(alone, Reviews.judged(alone), TestEvents.NOW)
                .map(one -> !one.excerpts().equals(escalation.excerpts()))
                .orElse(true);
    }

    @Test
    void aReviewerSeesTheTextInsideTheDataAndNowhereElse() throws Exception {
        int seen = 0;
        for (Injection injection : Injections.all()) {
            String text = injection.text();
            Escalation escalation = Reviews.escalation(0.7, "1' OR 7 " + text);
            for (ProviderClass shownTo : ProviderClass.values()) {
                Prompt prompt = prompts.make(escalation, shownTo);
                JsonNode data = data(prompt);
                boolean sees = text.length() < 100 && data.toString().contains("OR 7");
                seen += sees ? 1 : 0;
                assertThat(prompt.system()).isEqualTo(Instructions.TEXT);
                Verdict after = reviewed(escalation, sees ? OBEDIENT : SILENT);
                assertThat(after.action()).as(text).isGreaterThanOrEqualTo(Action.RATE_LIMIT);
            }
        }
        assertThat(seen).isGreaterThan(200);
    }

    @Test
    void mostTextsAreNamed() throws IOException {
        Map<String, int[]> groups = new TreeMap<>();
        for (Injection injection : Injections.all()) {
            Verdict verdict = Reviews.judged(Reviews.query(injection.text()));
            int[] counts = groups.computeIfAbsent(injection.group(), group -> new int[2]);
            counts[0]++;
            counts[1] += verdict.findings().stream().anyMatch(f -> f.type() == ThreatType.PROMPT_INJECTION) ? 1 : 0;
        }
        int[] sum = new int[2];
        StringBuilder rates = new StringBuilder();
        groups.forEach((group, counts) -> {
            sum[0] += counts[0];
            sum[1] += counts[1];
            rates.append(group)
                    .append(' ')
                    .append(counts[1])
                    .append('/')
                    .append(counts[0])
                    .append('\n');
        });
        assertThat((double) sum[1] / sum[0]).as("%s", rates).isGreaterThan(NAMED);
    }

    @Test
    void textsForPeopleChangeNothing() throws Exception {
        List<String> controls = Injections.controls();
        assertThat(controls).hasSizeGreaterThanOrEqualTo(100);
        TrafficGenerator benign = TrafficGenerator.of(41, Profile.BENIGN);
        for (int i = 0; i < controls.size(); i++) {
            for (Place place : Place.values()) {
                GeneratedRequest request = benign.at(i * Place.values().length + place.ordinal());
                TrafficEvent event = place.put(request, controls.get(i));
                Verdict first = Reviews.judged(event);
                String what = controls.get(i) + " in " + place + " of " + request;
                if (place.leavesTheRest()) {
                    assertThat(first.action())
                            .as(what)
                            .isEqualTo(Reviews.judged(Reviews.event(request)).action());
                }
                assertThat(first.threatType()).as(what).isNotEqualTo(ThreatType.PROMPT_INJECTION);
                Optional<Escalation> escalation = escalations.of(event, first, TestEvents.NOW);
                if (escalation.isPresent()) {
                    assertThat(reviewed(escalation.get(), OBEDIENT).action())
                            .as(what)
                            .isLessThanOrEqualTo(first.action());
                }
            }
        }
    }

    private Verdict reviewed(Escalation escalation, String answer) throws UnusableAnswerException {
        for (ProviderClass shownTo : ProviderClass.values()) {
            data(prompts.make(escalation, shownTo));
        }
        return rule.revise(
                escalation, answers.read(answer), Reviews.call("stub/obedient", Origin.ASKED), null, TestEvents.NOW);
    }

    /** The data of a prompt, after it was seen that everything else is ours. */
    private static JsonNode data(Prompt prompt) {
        List<String> lines = prompt.user().lines().toList();
        assertThat(lines).hasSize(5);
        String boundary = lines.get(1).substring(3);
        String data = lines.get(2);
        assertThat(lines.get(0))
                .isEqualTo("Judge the request in the " + data.length()
                        + " characters of JSON between the two lines with " + boundary + ".");
        assertThat(lines.get(3)).isEqualTo(boundary + ">>>");
        assertThat(lines.get(4)).isEqualTo("That was the request. Answer with the JSON object about it.");
        assertThat(data).doesNotContain(boundary);
        return JsonMapper.shared().readTree(data);
    }

    private static Map<ThreatType, List<GeneratedRequest>> attacks() {
        Map<ThreatType, List<GeneratedRequest>> attacks = new TreeMap<>();
        for (ThreatType kind : KINDS) {
            TrafficGenerator generator = TrafficGenerator.of(1, Profile.attack(kind));
            List<GeneratedRequest> limited = new ArrayList<>();
            List<GeneratedRequest> others = new ArrayList<>();
            for (int i = 0; i < 20_000 && limited.size() + others.size() < POOL; i++) {
                GeneratedRequest attack = generator.at(i);
                Action action = Reviews.judged(Reviews.event(attack)).action();
                if (action == Action.RATE_LIMIT && limited.size() < POOL / 2) {
                    limited.add(attack);
                } else if (action == Action.BLOCK && others.size() < POOL / 2) {
                    others.add(attack);
                }
            }
            assertThat(limited).as("undecided attacks of %s", kind).isNotEmpty();
            others.addAll(limited);
            for (int i = 0; others.size() < POOL; i++) {
                others.add(others.get(i));
            }
            attacks.put(kind, others);
        }
        return attacks;
    }
}
