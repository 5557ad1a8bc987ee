import { clock, compact, count, duration, millis, moment, percent, rate } from '../../state/format.js';
import { accuracy, gridOf, labelled, onGrid } from '../../state/series.js';
import { RANGES } from '../../state/windows.js';

const POINTS = 60;
const MILLION = 1e6;
const COUNTED_FROM = 'metrics.windows';

/**
 * What the tiles show. `value` is written large, smaller when `inWords`, and `below` small; `line` has a number, or null for unknown, for each of the last
 * windows; `madeOf` explains the number: `text`, and `facts` of [name, value].
 */
export function factsOf(tiles, { windows, status, recent, now }) {
  const history = historyOf(windows, tiles.tier, now);
  const total = status?.tiers?.[tiles.tier] ?? windows.tiers?.[tiles.tier]?.total ?? null;
  const common = [['Tier', tiles.tier], ['Topic', COUNTED_FROM], ['As of', clock(tiles.as_of)], ['Line', history.words]];
  const shareBlocked = tiles.total_requests === 0 ? null : (tiles.threats_blocked / tiles.total_requests) * 100;
  const truth = labelled(total?.truth) > 0 ? total.truth : null;
  return [
    {
      key: 'total',
      title: 'Total requests',
      value: large(tiles.total_requests),
      below: total?.start && tiles.total_requests > 0 ? `since ${moment(total.start)}` : 'none yet',
      line: climbing(history.windows, tiles.total_requests),
      madeOf: {
        text: 'Requests this tier has judged since the first record. A request counts once, however often it or its verdict lies in a topic.',
        facts: [['Exactly', count(tiles.total_requests)], ['Last request', clock(tiles.last_event_at)], ...common],
      },
    },
    {
      key: 'blocked',
      icon: 'block',
      title: 'Threats blocked',
      vivid: recent?.high === true,
      value: large(tiles.threats_blocked),
      below: blockedNow(recent, shareBlocked),
      line: each(history.windows, (window) => window.blocked),
      madeOf: {
        text: 'Requests for which the tier asked for a block or a rate limit. It counts verdicts: whether the gateway obeys is up to the gateway.',
        facts: [['Exactly', count(tiles.threats_blocked)], ['Block', count(total?.actions?.block ?? null)], ['Rate limit', count(total?.actions?.rate_limit ?? null)], ['Of all', percent(shareBlocked)],
          ['Last 5 s', recent ? `${rate(recent.blockedPerSecond)}/s, ${percent(recent.share * 100)} of all` : 'not known yet'], ...common],
      },
    },
    {
      key: 'allowed',
      icon: 'allow',
      title: 'Allowed',
      value: large(tiles.threats_allowed),
      below: truth ? `incl. ${count(truth.false_negatives)} known attacks` : 'attacks: no labels yet',
      line: each(history.windows, (window) => window.allowed),
      madeOf: {
        text: 'Every request that was not blocked or slowed, so mostly harmless ones. Other clients call this number “threats allowed”.',
        facts: [['Exactly', count(tiles.threats_allowed)], ['Allow', count(total?.actions?.allow ?? null)], ['Monitor', count(total?.actions?.monitor ?? null)],
          ['Labelled attacks', truth ? count(truth.false_negatives) : 'no labels yet'], ['Formula', 'total − blocked'], ...common],
      },
    },
    {
      key: 'rate',
      title: 'Requests per second',
      value: rate(tiles.current_rps),
      below: tiles.lag === null ? 'lag: no data' : `${count(tiles.lag)} wait for a verdict`,
      line: each(history.windows, perSecond),
      madeOf: {
        text: 'Judged requests per second, over the newest complete seconds.',
        facts: [['Peak of the line', rate(highest(each(history.windows, perSecond)))], ['Wait for a verdict', count(tiles.lag)], ...common],
      },
    },
    {
      key: 'latency',
      title: 'Latency p50',
      value: millis(tiles.latency_p50),
      inWords: tiles.latency_p50 === null,
      below: `p95 ${millis(tiles.latency_p95)} · p99 ${millis(tiles.latency_p99)}`,
      line: each(history.windows, (window) => window.latency?.p50_ms ?? null),
      madeOf: {
        text: 'From ingest to verdict, of the newest window with requests: half were faster than p50, 95 of 100 faster than p95. Each is within 1 % of the true value.',
        facts: [['p50', millis(tiles.latency_p50)], ['p95', millis(tiles.latency_p95)], ['p99', millis(tiles.latency_p99)],
          ['Mean since the start', tiles.total_requests > 0 ? millis(tiles.avg_latency) : 'no data'], ['Slowest ever', millis(total?.latency?.max_ms)], ...common],
      },
    },
    {
      key: 'accuracy',
      title: 'AI accuracy',
      value: tiles.ai_accuracy === null ? 'no labels yet' : percent(tiles.ai_accuracy),
      inWords: tiles.ai_accuracy === null,
      below: truth ? `of ${count(labelled(truth))} labelled` : 'an attack brings labels',
      line: each(history.windows, (window) => accuracy(window.truth)),
      madeOf: {
        text: 'Share of the labelled requests that were decided rightly. Labels come from generated traffic and from what operators said; judges never see them.',
        facts: [['Attacks caught', count(truth?.true_positives ?? null)], ['Attacks missed', count(truth?.false_negatives ?? null)], ['Harmless let through', count(truth?.true_negatives ?? null)],
          ['False alarms', count(truth?.false_positives ?? null)], ['Formula', '(caught + let through rightly) / labelled'], ...common],
      },
    },
  ];
}

function historyOf(state, tier, now) {
  const range = RANGES[state.range];
  if (!range) return { windows: [], words: state.error ? state.error.message : 'being fetched' };
  const grid = gridOf({ ms: POINTS * range.stepMs, stepMs: range.stepMs }, now);
  return { windows: onGrid(state.tiers?.[tier]?.windows, grid), words: `the last ${POINTS} windows of ${duration(range.stepMs)}` };
}

const perSecond = (window) => (window.requests * 1000) / window.ms;
const large = (value) => (value < MILLION ? count(value) : compact(value));
const each = (placed, value) => placed.map((window) => (window ? (value(window) ?? null) : null));
const highest = (line) => line.reduce((most, value) => (value !== null && (most === null || value > most) ? value : most), null);

/** How the total grew over these windows, ending at what it is now. */
function climbing(placed, total) {
  const line = new Array(placed.length);
  let then = total;
  for (let place = placed.length - 1; place >= 0; place--) {
    line[place] = placed[place] ? then : null;
    then -= placed[place]?.requests ?? 0;
  }
  return line;
}

function blockedNow(recent, share) {
  if (recent && recent.blockedPerSecond > 0) return `${rate(recent.blockedPerSecond)}/s now, ${percent(recent.share * 100)}`;
  return share === null ? 'none yet' : `${percent(share)} of all`;
}
