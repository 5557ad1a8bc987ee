package ai.kongguard.standalone.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The page's pure modules, in the browser that runs them, without the page. */
@ExtendWith(InBrowser.class)
class StateModulesIT {

    private static final String FEED = "const { Feed, MAX_ROWS } = await import('/dashboard/state/feed.js');"
            + "const v = (id, revision = 0, more = {}) => ({ tier: 'local', event_id: id, revision, ...more });"
            + "const feed = new Feed();";

    @Test
    void aLaterRevisionTakesTheRowOfTheEarlierAndNeverBack(DashboardPage dashboard) {
        JsonNode rows = run(
                dashboard,
                FEED
                        + """
                        feed.take({ skipped: 2, verdicts: [v('a'), v('b')] });
                        feed.take({ skipped: 1, verdicts: [v('a', 1, { score: 0.9 })] });
                        feed.take({ skipped: 0, verdicts: [v('a', 0, { score: 0.1 }), { ...v('a'), tier: 'cloud' }] });
                        return { rows: feed.rows, skipped: feed.skipped, found: feed.ofEvent('a').length, none: feed.ofEvent('z').length };
                        """);
        assertThat(rows.get("skipped").asInt()).isEqualTo(3);
        assertThat(rows.get("rows").valueStream().map(row -> row.get("key").asString()))
                .containsExactly("local/a", "local/b", "cloud/a");
        assertThat(rows.at("/rows/0/revision").asInt()).isEqualTo(1);
        assertThat(rows.at("/rows/0/score").asDouble()).isEqualTo(0.9);
        assertThat(rows.get("found").asInt()).isEqualTo(2);
        assertThat(rows.get("none").asInt()).isZero();
    }

    @Test
    void aPausedFeedStandsStillAndCountsWhatComes(DashboardPage dashboard) {
        JsonNode seen = run(
                dashboard,
                FEED
                        + """
                        feed.take({ skipped: 0, verdicts: [v('a')] });
                        feed.pause(true);
                        feed.take({ skipped: 4, verdicts: [v('b'), v('c'), v('b', 1)] });
                        feed.pause(true);
                        const paused = { shown: feed.shown.length, newer: feed.newer, skipped: feed.skipped };
                        feed.pause(false);
                        return { paused, shown: feed.shown.length, newer: feed.newer };
                        """);
        assertThat(seen.toString())
                .isEqualTo("{\"paused\":{\"shown\":1,\"newer\":2,\"skipped\":4},\"shown\":3,\"newer\":0}");
    }

    @Test
    void aFeedThatRunsForeverForgetsItsOldestRows(DashboardPage dashboard) {
        JsonNode seen = run(
                dashboard,
                FEED
                        + """
                        const all = MAX_ROWS * 3;
                        for (let i = 0; i < all; i++) feed.take({ skipped: 0, verdicts: [v(`e${i}`)] });
                        return { most: feed.rows.length <= MAX_ROWS * 1.2, least: feed.rows.length >= MAX_ROWS,
                          last: feed.rows.at(-1).event_id === `e${all - 1}`, first: feed.ofEvent('e0').length };
                        """);
        assertThat(seen.toString()).isEqualTo("{\"most\":true,\"least\":true,\"last\":true,\"first\":0}");
    }

    @Test
    void newerWindowsLieOverOlderOnesAndOldOnesGo(DashboardPage dashboard) {
        JsonNode merged = run(
                dashboard,
                """
                const { merge } = await import('/dashboard/state/windows.js');
                const w = (s, requests) => ({ start: new Date(s * 1000).toISOString(), requests });
                const known = merge(null, { window_ms: 1000, tiers: { local: { total: { requests: 6 }, windows: [w(1, 1), w(2, 2), w(3, 3)] } } }, 0);
                const next = merge(known, { window_ms: 1000, tiers: { local: { total: { requests: 9 }, windows: [w(3, 4), w(4, 2)] }, cloud: { total: null, windows: [] } } }, 2000);
                return { local: next.local.windows.map((one) => [one.at, one.requests]), total: next.local.total.requests, cloud: next.cloud.windows.length };
                """);
        assertThat(merged.toString()).isEqualTo("{\"local\":[[2000,2],[3000,4],[4000,2]],\"total\":9,\"cloud\":0}");
    }

    @Test
    void anAnswerWithoutWindowsKeepsThoseThatAreKnown(DashboardPage dashboard) {
        JsonNode kept = run(
                dashboard,
                """
                const { merge } = await import('/dashboard/state/windows.js');
                const known = { local: { total: null, windows: [{ at: 5000, requests: 1 }] } };
                return merge(known, { tiers: { local: { total: null, windows: [] } } }, 1000).local.windows.length;
                """);
        assertThat(kept.asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{phase: 'connecting'} | null | null | wait | Connecting",
                "{phase: 'reconnecting', retryAt: 13000} | null | null | down | Disconnected",
                "{phase: 'reconnecting', retryAt: null} | null | null | wait | Connecting",
                "{phase: 'live', frameAt: 1000} | {as_of: 'x'} | null | wait | Stale",
                "{phase: 'live', frameAt: 9000} | {as_of: 'x'} | {readers: [{waiting_for: 'topic'}]} | down | Kafka is not answering",
                "{phase: 'replaying', frameAt: 9000} | {as_of: 'x'} | {readers: [{waiting_for: null}]} | wait | Replaying",
                "{phase: 'live', frameAt: 9000} | {as_of: null} | {readers: []} | wait | Connected",
                "{phase: 'live', frameAt: 9000} | {as_of: 'x'} | {readers: []} | live | Live",
            })
    void saysHowTheConnectionIs(
            String state, String tiles, String status, String name, String text, DashboardPage dashboard) {
        JsonNode words = run(
                dashboard,
                "const { linkWords } = await import('/dashboard/state/link.js');"
                        + "return linkWords({ retryAt: null, rttMs: null, frameAt: null, ..." + state + "}, " + tiles
                        + ", "
                        + status + ", 10000, 10000);");
        assertThat(words.get("name").asString()).isEqualTo(name);
        assertThat(words.get("text").asString()).isEqualTo(text);
        if (name.equals("down") && text.equals("Disconnected")) {
            assertThat(words.get("detail").asString()).isEqualTo("reconnecting in 3 s");
        }
    }

    @Test
    void saysHowMuchOfTheFeedIsShown(DashboardPage dashboard) {
        JsonNode shares = run(
                dashboard,
                """
                const { noteBatch, sampling } = await import('/dashboard/state/link.js');
                const all = sampling(0);
                noteBatch(10, 190, 1000);
                const some = sampling(1500);
                return [all, some, sampling(60_000)];
                """);
        assertThat(shares.toString()).isEqualTo("[1,20,1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a b&c=d?#/é", "<img src=x onerror=alert(1)>", "%00%zz", "../..", "𝔘+plus"})
    void aPlaceSurvivesItsAddress(String id, DashboardPage dashboard) {
        dashboard.openBare();
        Object back = dashboard
                .page()
                .evaluate(
                        """
                        async (id) => {
                          const { parseRoute, routeHash } = await import('/dashboard/state/route.js');
                          const there = parseRoute(routeHash('runs', { panel: 'event', id }));
                          return `${there.view} ${there.params.panel} ${there.params.id}`;
                        }""",
                        id);
        assertThat(back).isEqualTo("runs event " + id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count(null) | no data",
                "count(undefined) | no data",
                "count(0) | 0",
                "count(1234567) | 1,234,567",
                "compact(1234567) | 1.2M",
                "percent(null) | no data",
                "percent(0) | 0.0 %",
                "percent(NaN) | no data",
                "millis(12.34) | 12.3 ms",
                "millis(1500) | 1.5 s",
                "millis(null) | no data",
                "duration(61_000) | 1 min 1 s",
                "typeName('sql_injection') | SQL injection",
                "typeName('nosql_injection') | NoSQL injection",
                "typeName(null) | none",
                "actionName('rate_limit') | Rate limit",
            })
    void writesNumbersAndWhatIsNotKnown(String call, String text, DashboardPage dashboard) {
        assertThat(run(dashboard, "return (await import('/dashboard/state/format.js'))." + call + ";")
                        .asString())
                .isEqualTo(text);
    }

    @Test
    void aRecordingIsAskedForAndAReplayIsToldInWords(DashboardPage dashboard) {
        JsonNode seen = run(
                dashboard,
                """
                const { current, labelsOf, lagOf, nameProblem, recordingBody, shareOf } = await import('/dashboard/state/recordings.js');
                const form = { of: 'last', minutes: 5, kind: 'run', id: 7, name: '', verdicts: true, anonymise: false };
                const ms = (value) => `${value} ms`;
                const ended = (s) => ({ state: 'stopped', ended_at: new Date(s * 1000).toISOString() });
                return [
                  recordingBody(form, 1_000_000), recordingBody({ ...form, of: 'run', name: 'a' }, 0), recordingBody({ ...form, of: 'incident', id: 'i/1' }, 0),
                  [nameProblem('') === '', nameProblem('a.b-c_1') === '', nameProblem('../a') !== '', nameProblem('-a') !== ''],
                  [shareOf({ records: 4, position: 1 }), shareOf({ records: null, position: 1 })],
                  [lagOf({ speed: 1, behind_ms: 250 }, ms), lagOf({ speed: 1, behind_ms: 3 }, ms), lagOf({ speed: 0, behind_ms: 250 }, ms)],
                  current([{ state: 'running' }, ended(95), ended(30)], 100_000).length,
                  [labelsOf({ events: null }), labelsOf({ events: 9, attacks: 2, benign: 3 })],
                ];
                """);
        assertThat(seen.toString())
                .isEqualTo("[{\"verdicts\":true,\"anonymise\":false,\"from\":700000},"
                        + "{\"verdicts\":true,\"anonymise\":false,\"name\":\"a\",\"runs\":[\"7\"]},"
                        + "{\"verdicts\":true,\"anonymise\":false,\"incident\":\"i/1\"},"
                        + "[true,true,true,true],[0.25,null],"
                        + "[\"250 ms behind\",\"on time\",\"as fast as possible\"],2,"
                        + "[null,{\"attacks\":2,\"benign\":3,\"unlabelled\":4}]]");
    }

    /** In a document of the same origin that runs nothing itself. */
    private static JsonNode run(DashboardPage dashboard, String script) {
        return dashboard.openBare().evaluate(script);
    }
}
