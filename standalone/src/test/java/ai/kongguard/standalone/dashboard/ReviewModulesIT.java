package ai.kongguard.standalone.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The page's pure modules about second opinions, in the browser that runs them, without the page. */
@ExtendWith(InBrowser.class)
class ReviewModulesIT {

    private static final String NOW = "const now = Date.parse('2026-11-28T12:00:00Z');";

    private static final String REPORTS =
            """
            const { budgetLeft, idleTiers, reviewingOf, spending, troubleWords, withCircuits } = await import('/dashboard/state/reviewers.js');
            const m = (more = {}) => ({ model: 'openai/a', breaker: 'closed', calls: 10, cost_usd: 0.5, ...more });
            const budget = { calls_this_minute: 60, calls_per_minute: 60, calls_today: 3, calls_per_day: 10, cost_today: 0.1, cost_per_day: null };
            const r = (more = {}) => ({ tier: 'cloud', instance: 'i', configured: true, reason: null, judges: true, gone: false, models: [m()], budget,
              memory: { answers: 1, asked: 2, remembered: 5, waited: 1 }, since: '2026-11-28T11:00:00Z', at: '2026-11-28T11:59:00Z', ...more });
            """;

    private static final String REVIEWS =
            """
            const { changeWords, degradedWords, mark, outcome } = await import('/dashboard/state/review.js');
            const review = { origin: 'asked', limited: null, score_before: 0.4, score_answered: 0.4 };
            const v = (more = {}, of = {}) => ({ revision: 1, threat_score: 0.4, recommended_action: 'monitor', ai_model: 'openai/a', degraded: null, was: null,
              review: { ...review, ...of }, ...more });
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "v({revision: 0, review: null}) | first | null",
                "v({review: null}) | replaced | Replaces the answer before; how it came about is not told.",
                "v() | confirmed | Agrees with 0.40.",
                "v({threat_score: 0.9}) | raised | Raised from 0.40 to 0.90.",
                "v({threat_score: 0.3}) | lowered | Lowered from 0.40 to 0.30.",
                "v({}, {limited: 'No.', score_answered: 0.1}) | limited | Answered 0.10, and 0.40 stands: No.",
                "v({threat_score: 0.3}, {limited: 'No.', score_answered: 0.1}) | limited | Answered 0.10, which made 0.30 of 0.40: No.",
                "v({degraded: 'budget'}, {origin: 'none', score_answered: null}) | unanswered | The answer before stands, at 0.40.",
            })
    void saysWhatAnAnswerWasAndWhatWasMadeOfIt(String verdict, String outcome, String words, DashboardPage dashboard) {
        JsonNode told = run(dashboard, REVIEWS + "const it = " + verdict + "; return [outcome(it), changeWords(it)];");
        assertThat(told.get(0).asString()).isEqualTo(outcome);
        assertThat(told.get(1).asString("null")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v() | null",
                "v({degraded: 'timeout'}, {origin: 'none'}) | nobody answered: no answer came in time",
                "v({degraded: 'schema_ignored'}) | a fallback answered, since of the first model: the model did not keep to the form of an answer",
                "v({degraded: 'constructor'}, {origin: 'none'}) | nobody answered: constructor",
                "v({degraded: 'of_the_future'}, {origin: 'none'}) | nobody answered: of_the_future",
            })
    void saysInPlainWordsWhyAVerdictIsDegraded(String verdict, String words, DashboardPage dashboard) {
        assertThat(run(dashboard, REVIEWS + "return degradedWords(" + verdict + ");")
                        .asString("null"))
                .isEqualTo(words);
    }

    @Test
    void aRowKnowsWhatItWasInWhateverOrderItsAnswersCome(DashboardPage dashboard) {
        JsonNode told = run(
                dashboard,
                REVIEWS
                        + """
                        const { Feed } = await import('/dashboard/state/feed.js');
                        const first = { ...v({ revision: 0, review: null }), tier: 'cloud', event_id: 'a' };
                        const second = { ...v({ recommended_action: 'block', threat_score: 0.9 }), tier: 'cloud', event_id: 'a' };
                        return [[[first], [second]], [[second], [first]], [[second]]].map((batches) => {
                          const feed = new Feed();
                          for (const verdicts of batches) feed.take({ skipped: 0, verdicts });
                          return [feed.rows.length, feed.rows[0].revision, mark(feed.rows[0]).kind, mark(feed.rows[0]).from];
                        });
                        """);
        assertThat(told.toString())
                .isEqualTo("[[1,1,\"changed\",\"monitor\"],[1,1,\"changed\",\"monitor\"],[1,1,\"same\",null]]");
    }

    @Test
    void countsHowLongACircuitIsOpenFromWhenItWasSeenToOpen(DashboardPage dashboard) {
        JsonNode told = run(
                dashboard,
                NOW
                        + REPORTS
                        + """
                        const open = (at) => r({ models: [m({ breaker: 'open' })], at });
                        const early = withCircuits(null, [open('2026-11-28T11:59:40Z')]);
                        let seen = withCircuits(null, [r()]);
                        for (const at of ['2026-11-28T11:59:48Z', '2026-11-28T11:59:58Z']) seen = withCircuits(seen, [open(at)]);
                        return [early, seen, withCircuits(seen, [r()]), [r({ gone: true, models: [m({ breaker: 'open' })] })]].map((list) => troubleWords(list, now));
                        """);
        assertThat(told.toString())
                .isEqualTo(
                        "[[\"Reviewers of tier cloud: circuit of openai/a open; local verdicts stand.\"],"
                                + "[\"Reviewers of tier cloud: circuit of openai/a open since 12 s; local verdicts stand.\"],[],[]]");
    }

    @Test
    void saysWhoIsAskedInsteadAndWhatElseIsInTheWay(DashboardPage dashboard) {
        JsonNode told = run(
                dashboard,
                NOW
                        + REPORTS
                        + """
                        return [
                          r({ models: [m({ breaker: 'open' }), m({ model: 'groq/b' })] }),
                          r({ budget: { ...budget, calls_today: 10 } }),
                          r({ budget: { ...budget, cost_today: 2.1, cost_per_day: 2 } }),
                          r({ reason: 'share groups are off' }),
                          r({ budget: { ...budget, calls_this_minute: 60 } }),
                        ].map((one) => troubleWords([one], now)[0] ?? null);
                        """);
        assertThat(told.valueStream().map(words -> words.asString("calm")))
                .containsExactly(
                        "Reviewers of tier cloud: circuit of openai/a open; groq/b is asked instead.",
                        "Reviewers of tier cloud: the budget of today is spent; local verdicts stand until midnight UTC.",
                        "Reviewers of tier cloud: the budget of today is spent; local verdicts stand until midnight UTC.",
                        "Reviewers of tier cloud: not asked: Share groups are off.",
                        "calm");
    }

    @Test
    void aTierIsReviewedAsItsLivingAnalyzersSay(DashboardPage dashboard) {
        JsonNode told = run(
                dashboard,
                REPORTS
                        + """
                        const off = r({ configured: false, judges: false, models: [], reason: 'not configured: set KEY' });
                        return [null, [], [r()], [r({ gone: true })], [off], [off, r()], [r({ reason: 'share groups are off' })]]
                          .map((list) => [reviewingOf(list, 'cloud').name, reviewingOf(list, 'cloud').judges, idleTiers(list).length]);
                        """);
        assertThat(told.toString())
                .isEqualTo("[[\"unknown\",null,0],[\"unknown\",null,0],[\"on\",true,0],[\"gone\",null,0],"
                        + "[\"absent\",false,1],[\"on\",true,0],[\"trouble\",true,0]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | null",
                "[r({configured: false})] | null",
                "[r()] | {\"from\":\"11:00\",\"cost\":0.5,\"reviewed\":8}",
                "[r(), r({tier: 'local'}), r({since: '2026-11-28T10:00:00Z'})] | {\"from\":\"10:00\",\"cost\":1,\"reviewed\":16}",
                "[r({models: [m({cost_usd: null})]})] | {\"from\":\"11:00\",\"cost\":null,\"reviewed\":8}",
                "[r({models: [m(), m({cost_usd: null, calls: 0})]})] | {\"from\":\"11:00\",\"cost\":0.5,\"reviewed\":8}",
                "[r({models: [m(), m({cost_usd: null})]})] | {\"from\":\"11:00\",\"cost\":null,\"reviewed\":8}",
                "[r({since: '2026-11-01T00:00:00Z'})] | {\"from\":\"00:00\",\"cost\":0.1,\"reviewed\":null}",
                "[r({since: '2026-11-01T00:00:00Z', at: '2026-11-27T13:00:00Z'})] | null",
            })
    void costsAreThoseOfATimeWhoseRequestsAreKnown(String reports, String spent, DashboardPage dashboard) {
        JsonNode told = run(
                dashboard,
                NOW + REPORTS + "const it = spending(" + reports + ", 'cloud', now);"
                        + "return it && { ...it, from: new Date(it.from).toISOString().slice(11, 16) };");
        assertThat(told.toString()).isEqualTo(spent);
    }

    @Test
    void whatIsLeftOfABudgetIsNeverBelowZero(DashboardPage dashboard) {
        JsonNode left = run(
                dashboard,
                REPORTS
                        + "return budgetLeft({ ...budget, calls_today: 12, cost_today: 0.5, cost_per_day: 2 }).map((it) => it.left)"
                        + ".concat(budgetLeft(budget).map((it) => it.left));");
        assertThat(left.toString()).isEqualTo("[0,0,1.5,0,7,null]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | no price configured",
                "0 | $0",
                "0.00031234 | $0.00031",
                "0.5 | $0.50",
                "1234.5 | $1,234.50",
            })
    void writesWhatWasPaid(String value, String text, DashboardPage dashboard) {
        assertThat(run(dashboard, "return (await import('/dashboard/state/format.js')).usd(" + value + ");")
                        .asString())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{from: 1, cost: 0.5, reviewed: 200} | {from: 1, requests: 1000} | 20.0 % | $0.50",
                "{from: 1, cost: null, reviewed: 200} | {from: 1, requests: 1000} | 20.0 % | no price configured",
                "{from: 1, cost: 0, reviewed: 0} | {from: 1, requests: 0} | none judged yet | no data",
                "{from: 1, cost: 0.5, reviewed: 200} | {from: 1, requests: 100} | no data | no data",
                "{from: 1, cost: 0.5, reviewed: 200} | {from: 2, requests: 1000} | no data | no data",
                "{from: 1, cost: 0.5, reviewed: null} | {from: 1, requests: 1000} | no data | $0.50",
                "{from: 1, cost: 0.5, reviewed: 200} | null | no data | no data",
            })
    void aShareIsOnlyToldOfWhatIsKnown(
            String spent, String judged, String opinions, String cost, DashboardPage dashboard) {
        JsonNode told = run(
                dashboard,
                "const { ROWS } = await import('/dashboard/ui/race/rows.js');"
                        + "const of = { name: 'on', model: 'openai/a', reason: null, spent: " + spent + ", judged: "
                        + judged + " };"
                        + "return ['reviewed', 'cost'].map((key) => ROWS.find((row) => row.key === key).write({}, 'cloud', null, of));");
        assertThat(told.get(0).asString()).isEqualTo(opinions);
        assertThat(told.get(1).asString()).isEqualTo(cost);
    }

    private static JsonNode run(DashboardPage dashboard, String script) {
        return dashboard.openBare().evaluate(script);
    }
}
