import { Signal } from './signal.js';

/**
 * Spans that charts can show, and the windows they are made of. `step` is asked of /api/metrics; `refreshMs` is how often what changed
 * lately is asked again; `againMs` how far back, since a late event or an operator's word changes windows that are over.
 */
export const RANGES = {
  '5m': { ms: 300_000, step: '1s', stepMs: 1000, refreshMs: 1000, againMs: 20_000, name: '5 min' },
  '15m': { ms: 900_000, step: '1s', stepMs: 1000, refreshMs: 1000, againMs: 20_000, name: '15 min' },
  '1h': { ms: 3_600_000, step: '10s', stepMs: 10_000, refreshMs: 5000, againMs: 60_000, name: '1 h' },
  '6h': { ms: 21_600_000, step: '1m', stepMs: 60_000, refreshMs: 15_000, againMs: 300_000, name: '6 h' },
  '24h': { ms: 86_400_000, step: '1m', stepMs: 60_000, refreshMs: 30_000, againMs: 300_000, name: '24 h' },
};

const FIRST_RANGE = '5m';

/** The name itself, or one that exists: what a browser remembers may be of another version. */
export const rangeName = (name) => (Object.hasOwn(RANGES, name) ? name : FIRST_RANGE);

// Analyzers that are behind fill windows long after their time, and so does a gateway that has just started.
const WHOLE_EVERY = 60;

/**
 * `range` whose windows these are; `tiers`: by name, `total` and `windows` oldest first (WindowJson of /openapi.yaml, with `at` in epoch
 * ms and `ms`, its length); both null before the first answer; `error` when the last question failed, and then the rest is what was known before; `asOf`: the
 * gateway's time of the last answer, epoch ms, `wholeAt` of the last that had all of the span; `aheadMs`: how far its clock is ahead of
 * ours, null before the first answer.
 */
export const windows = new Signal({ range: null, tiers: null, error: null, asOf: null, wholeAt: null, aheadMs: null });

/** The gateway's time, as far as its answers told. */
export const gatewayNow = () => Date.now() + (windows.value.aheadMs ?? 0);

/** From when on windows are to be asked: all of the span, or what came or changed since the last answer. Pure. */
export function askFrom(state, name, now) {
  const range = RANGES[name];
  const whole = state.range !== name || state.error !== null || now - state.wholeAt >= WHOLE_EVERY * range.refreshMs;
  const since = whole ? -Infinity : Math.min(now, state.asOf) - range.againMs;
  return Math.max(now - range.ms, since);
}

/** The state after an answer that came at `now` of our clock. Pure. */
export function answered(state, name, answer, now) {
  const { ms, stepMs } = RANGES[name];
  const asOf = Date.parse(answer.to);
  const oldest = asOf - ms;
  const whole = state.range !== name || Date.parse(answer.from) <= oldest + stepMs;
  const tiers = merge(whole ? null : state.tiers, answer, oldest);
  return { range: name, tiers, error: null, asOf, wholeAt: whole ? asOf : state.wholeAt, aheadMs: asOf - now };
}

/** Puts newer windows over older ones and drops what is out of the span. Pure. */
export function merge(tiers, answer, oldest) {
  const merged = {};
  for (const [name, tier] of Object.entries(answer.tiers)) {
    const fresh = tier.windows.map((window) => ({ ...window, at: Date.parse(window.start), ms: answer.window_ms }));
    const from = fresh.length > 0 ? fresh[0].at : Infinity;
    const kept = (tiers?.[name]?.windows ?? []).filter((window) => window.at >= oldest && window.at < from);
    merged[name] = { total: tier.total, windows: [...kept, ...fresh.filter((window) => window.at >= oldest)] };
  }
  return merged;
}
