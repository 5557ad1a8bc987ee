import { count, duration, millis, moment, NO_DATA, rate } from './format.js';
import { isCurrent, linkWords } from './link.js';
import { reasonWords, sentence } from './reasons.js';
import { idleTiers, reviewingOf } from './reviewers.js';

const LATELY_MS = 15_000;

const ok = (words) => ({ kind: 'ok', words });
const watch = (words) => ({ kind: 'watch', words });
const bad = (words) => ({ kind: 'bad', words });
const unknown = (words) => ({ kind: 'unknown', words });
const since = (instant, now) => now - Date.parse(instant);
const perSecond = (value) => (value === null ? NO_DATA : `${rate(value)}/s`);

/**
 * The way of an event, from its source to this page: `via` names what brings events to `stages`, each `{name, state: {kind: ok | watch |
 * bad | unknown, words}, facts: [name, text, whole text if that is shorter][]}`. Those of one place stand together. Pure.
 *
 * @param {object} at `status`, `tiles`, `link`, `gaps`, `reviewers` (a list or null) as in state/live.js and state/link.js; `deadLetters` an answer or null; `now` gateway's
 *     epoch ms; `monotonicNow`; `wallNow`; `rates` of state/rates.js
 */
export function stages(at) {
  const unprotected = at.status.tiers.unprotected ?? null;
  const idle = idleTiers(at.reviewers);
  const judges = Object.keys(at.status.tiers).filter((tier) => tier !== 'unprotected' && !idle.includes(tier));
  const analyzers = judges.length > 0 ? judges.map((tier) => analyzer(tier, at)) : [noAnalyzer(unprotected)];
  const lane = [
    { via: null, stages: sources(unprotected, at) },
    { via: 'events', stages: [ingest(unprotected, at)] },
    { via: 'gateway.traffic', stages: [...analyzers, ...idle.map((tier) => idleAnalyzer(tier, at))] },
    { via: 'threat.verdicts', stages: [metrics(unprotected, at)] },
    { via: 'metrics.windows', stages: [gateway(at)] },
  ];
  // What was known when the connection broke says nothing of now.
  const known = isCurrent(at.link, at.monotonicNow) ? lane : lane.map(({ via, stages: here }) => ({ via, stages: here.map(forgotten) }));
  return [...known, { via: '/stream', stages: [page(at)] }];
}

const forgotten = (stage) => ({ ...stage, state: unknown('not known while disconnected') });

function sources(total, { now, rates }) {
  const origins = Object.entries(total?.origins ?? {});
  if (origins.length === 0) return [{ name: 'sources', state: unknown('nothing has come yet'), facts: [] }];
  return origins.map(([name, origin]) => {
    const age = since(origin.last_event_at, now);
    const speed = rates.of(`origin ${name}`, origin.requests, Date.parse(total.emitted_at));
    const state = origin.silent ? bad(`silent since ${moment(origin.silent_since)}`) : age < LATELY_MS ? ok('sends') : unknown('sends nothing now');
    return { name, state, facts: [['Rate', perSecond(speed)], ['Newest event', `${duration(age)} ago`]] };
  });
}

function ingest(total, { now, rates, deadLetters }) {
  const name = 'ingest-service';
  const dead = ['Dead letters, all sources', deadLetters === null ? NO_DATA : count(deadLetters.count)];
  if (!total?.last_event_at) return { name, state: unknown('nothing has come yet'), facts: [dead] };
  const age = since(total.last_event_at, now);
  const state = age < LATELY_MS ? ok('events arrive') : unknown(`no event for ${duration(age)}`);
  return { name, state, facts: [['Rate', perSecond(rates.of('traffic', total.requests, Date.parse(total.emitted_at)))], ['Events so far', count(total.requests)], dead] };
}

function analyzer(tier, { status, now, rates, reviewers }) {
  const total = status.tiers[tier];
  const seen = status.analyzers[tier];
  const facts = [
    ['Rate', perSecond(rates.of(`tier ${tier}`, total.requests, Date.parse(total.emitted_at)))],
    ['Lag', total.lag === null ? 'not known' : `${count(total.lag)} events`],
    ['Latency p95, all in all', millis(total.latency?.p95_ms)],
    ['Model', seen ? seen.model.split('@')[0] : 'not seen since the gateway started', seen?.model],
    ['Reviewer', ...reviewer(reviewingOf(reviewers, tier))],
    ['Newest verdict', seen ? `${duration(since(seen.last_judged_at, now))} ago` : NO_DATA],
  ];
  return { name: `analyzer, ${tier}`, state: judging(total, seen), facts };
}

function judging(total, seen) {
  if (total.silent) return bad(`silent since ${moment(total.silent_since)} although there is traffic`);
  if (total.lagging) return watch('behind the traffic; start more, or wait');
  if (seen?.degraded) return watch(`degraded: ${reasonWords(seen.degraded)}`);
  return seen ? ok('judges') : unknown('no verdict since the gateway started');
}

function reviewer({ name, model, reason }) {
  if (name === 'on') return [model ?? NO_DATA];
  if (name === 'trouble') return ['not asked', reason];
  return name === 'absent' ? ['none', reason] : ['not known'];
}

const idleAnalyzer = (tier, { reviewers }) => ({
  name: `analyzer, ${tier}`,
  state: unknown(sentence(reviewingOf(reviewers, tier).reason ?? 'it judges nothing and does not say why')),
  facts: [],
});

const noAnalyzer = (total) => ({
  name: 'analyzers',
  state: total?.requests > 0 ? bad('there is traffic and no verdict yet') : unknown('no verdict yet'),
  facts: [],
});

function metrics(total, { tiles, now }) {
  const name = 'metrics-streams';
  if (!tiles?.as_of) return { name, state: unknown('no window yet'), facts: [] };
  const age = since(tiles.as_of, now);
  const state = age > LATELY_MS ? bad(`no window for ${duration(age)}`) : total?.lagging ? watch('behind the traffic') : ok('counts');
  const lag = total?.lag ?? null;
  return {
    name,
    state,
    facts: [['Newest window', `${duration(age)} ago`], ['Lag', lag === null ? 'not known' : `${count(lag)} events`], ['Too late for their second', count(total?.late ?? null)]],
  };
}

function gateway({ status }) {
  const waiting = status.readers.filter((reader) => reader.waiting_for !== null);
  const state = waiting.length > 0 ? bad(`waits: ${waiting.map((reader) => reader.name).join(', ')}`) : ok('reads what comes');
  const { feed } = status;
  return {
    name: 'ws-gateway',
    state,
    facts: [['Open sockets', count(status.sessions)], ['Left out of feeds', count(feed.stream_skipped)], ['Frames dropped', count(feed.frames_dropped)]],
  };
}

function page({ link, tiles, status, gaps, monotonicNow, wallNow }) {
  const words = linkWords(link, tiles, status, monotonicNow, wallNow);
  const text = [words.text, words.detail].filter(Boolean).join(', ');
  const kind = { live: 'ok', wait: 'watch', down: 'bad' }[words.name];
  return { name: 'this page', state: { kind, words: text }, facts: [['Round trip', millis(link.rttMs)], ['Gaps since it opened', gapWords(gaps)]] };
}

function gapWords(gaps) {
  if (gaps.length === 0) return 'none';
  return `${count(gaps.length)}, the last ${gaps[0].reason.replaceAll('_', ' ')} at ${moment(gaps[0].timestamp)}`;
}
