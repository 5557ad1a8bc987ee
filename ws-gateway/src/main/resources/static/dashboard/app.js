import { get } from './net/api.js';
import { poll } from './net/poll.js';
import { askJudged } from './net/spending.js';
import { Stream } from './net/stream.js';
import { feed, feedFilter } from './state/feed.js';
import { link, noteBatch } from './state/link.js';
import { gaps, incidents, reviewers, runs, status, tiles } from './state/live.js';
import { prefs } from './state/prefs.js';
import { withCircuits } from './state/reviewers.js';
import { parseRoute, route } from './state/route.js';
import { answered, askFrom, gatewayNow, rangeName, RANGES, windows } from './state/windows.js';
import './ui/header/header.js';
import './ui/header/notices.js';
import './ui/tiles/tiles.js';
import './ui/race/race.js';
import './ui/charts/traffic.js';
import './ui/charts/latency.js';
import './ui/charts/types.js';
import './ui/charts/scores.js';
import './ui/feed/feed.js';
import './ui/event/event.js';
import './ui/attack/attack.js';
import './ui/attack/runs.js';
import './ui/recordings/recordings.js';
import './ui/incidents/incidents.js';
import './ui/sources/sources.js';
import './ui/pipeline/pipeline.js';
import './ui/keys/keys.js';
import { bindKeys } from './ui/keys/bindings.js';

// More rows than a person can follow; the gateway shows threats first and says how many it left out.
const FEED_RATE = 200;
const MAX_GAPS = 20;
const INCIDENTS_EVERY_MS = 3000;
const RUNS_EVERY_MS = 3000;
const REVIEWERS_EVERY_MS = 3000;
const JUDGED_EVERY_MS = 15_000;
const CLOCKS_AGREE_MS = 5000;

function onFrame(frame) {
  link.value.frameAt = performance.now();
  if (frame.type === 'hello' || frame.type === 'metrics') tiles.value = frame.metrics;
  if (frame.type === 'status') status.value = frame;
  if (frame.type === 'batch') {
    noteBatch(frame.verdicts.length, frame.skipped, performance.now());
    if (frame.verdicts.length > 0 || frame.skipped > 0) feed.update((it) => it.take(frame));
  }
  // Until then verdicts come that the filter before let through.
  if (frame.type === 'subscribed') feed.update((it) => it.keep(feedFilter.value));
  if (frame.type === 'gap') {
    feed.update((it) => it.miss(frame.skipped));
    gaps.value = [frame, ...gaps.value].slice(0, MAX_GAPS);
  }
}

// Of each window; hundreds are asked for at once.
const WINDOW_FIELDS = 'requests,blocked,allowed,rps,actions,threat_types,latency,truth,score_counts,lag';

const asked = () => ({ ...feedFilter.value, rate: FEED_RATE });
const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
const stream = new Stream(`${scheme}//${location.host}/stream`, asked(), onFrame, (change) => {
  // Most batches only say again that all is well.
  if (Object.entries(change).some(([name, value]) => link.value[name] !== value)) link.value = { ...link.value, ...change };
});
feedFilter.subscribe(() => {
  stream.subscribe(asked());
  feed.update((it) => it.keep(feedFilter.value));
});
stream.open();

async function askWindows() {
  const name = rangeName(prefs.value.range);
  const first = windows.value.aheadMs === null;
  try {
    const from = Math.round(askFrom(windows.value, name, gatewayNow()));
    const answer = await get(`/api/metrics?step=${RANGES[name].step}&from=${from}&fields=${WINDOW_FIELDS}`);
    windows.value = answered(windows.value, name, answer, Date.now());
  } catch (error) {
    windows.value = { ...windows.value, error };
    return;
  }
  if (first && Math.abs(windows.value.aheadMs) > CLOCKS_AGREE_MS) {
    // The first question was about another time than was meant.
    windows.value = { ...windows.value, range: null };
    await askWindows();
  }
}

const askWindowsNow = poll(askWindows, () => RANGES[rangeName(prefs.value.range)].refreshMs);
poll(askInto(incidents, '/api/incidents?limit=200', (answer) => answer.incidents), () => INCIDENTS_EVERY_MS);
export const askRunsNow = poll(askInto(runs, '/api/attack/runs', (answer) => answer), () => RUNS_EVERY_MS);
poll(askInto(reviewers, '/api/tiers', (answer) => withCircuits(reviewers.value.list, answer.tiers)), () => REVIEWERS_EVERY_MS);
poll(askJudged, () => (reviewers.value.list === null ? REVIEWERS_EVERY_MS : JUDGED_EVERY_MS));

function askInto(signal, path, listOf) {
  return async () => {
    try {
      signal.value = { list: listOf(await get(path)), error: null };
    } catch (error) {
      signal.value = { list: signal.value.list, error };
    }
  };
}

let range = prefs.value.range;
prefs.subscribe((value) => {
  applyPrefs(value);
  if (value.range !== range) {
    range = value.range;
    askWindowsNow();
  }
});
applyPrefs(prefs.value);

function applyPrefs(value) {
  const root = document.documentElement;
  if (value.theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = value.theme;
  root.toggleAttribute('data-presentation', value.presentation);
}

function applyRoute() {
  for (const view of document.querySelectorAll('[data-view]')) view.hidden = view.dataset.view !== route.value.view;
  const { panel } = route.value.params;
  document.getElementById('panel').hidden = panel !== 'attack' && panel !== 'event';
  document.querySelector('kg-event').hidden = panel !== 'event';
  document.querySelector('kg-attack').hidden = panel !== 'attack';
}

addEventListener('hashchange', () => {
  route.value = parseRoute(location.hash);
});
route.subscribe(applyRoute);
applyRoute();
bindKeys();
