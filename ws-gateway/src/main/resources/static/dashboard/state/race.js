import { reasonName, sentence } from './reasons.js';
import { accuracy, labelled, sum } from './series.js';

export const UNPROTECTED = 'unprotected';
const LANES = [UNPROTECTED, 'local', 'cloud'];

/** Tiers from left to right: the three that are always told of, then any other. */
export const lanes = (known) => [...LANES, ...Object.keys(known ?? {}).filter((tier) => !LANES.includes(tier)).sort()];

/** What one tier made of the events of a window, a total or a run. Null is what is not known. */
export function resultOf(counted) {
  const truth = labelled(counted.truth) > 0 ? counted.truth : null;
  return {
    judged: counted.requests,
    labelled: labelled(truth),
    attacks: truth && truth.true_positives + truth.false_negatives,
    gotThrough: truth && truth.false_negatives,
    caught: truth && truth.true_positives,
    falseAlarms: truth && truth.false_positives,
    benign: truth && truth.false_positives + truth.true_negatives,
    accuracy: accuracy(truth),
    p95: counted.latency?.p95_ms ?? null,
  };
}

/** The same of many windows. Percentiles cannot be added up, so `p95` is the worst of a window. */
export function resultOfRange(list) {
  const worst = (list ?? []).reduce((ms, window) => Math.max(ms, window.latency?.p95_ms ?? -1), -1);
  return resultOf({ ...sum(list), latency: worst < 0 ? null : { p95_ms: worst } });
}

/**
 * How a tier is: `name` baseline | judging | waiting | off | silent | lagging | degraded, and `words`.
 * @param {string} tier @param {Record<string, any>|undefined} total of the status frame @param {Record<string, any>|undefined} analyzer of it
 * @param {{judges: boolean|null, reason: string|null}} reviewing of state/reviewers.js
 * @param {{count: (n: number) => string, clock: (at: string) => string}} write
 */
export function stateOf(tier, total, analyzer, reviewing, { count, clock }) {
  if (tier === UNPROTECTED) return { name: 'baseline', words: 'everything passes' };
  if (reviewing.judges === false) return { name: 'off', words: sentence(reviewing.reason ?? 'it judges nothing and does not say why') };
  if (!total && !analyzer) return { name: 'off', words: `Not configured: no analyzer has ever judged as “${tier}”.` };
  if (total?.silent) return { name: 'silent', words: `silent since ${clock(total.silent_since)} although there is traffic` };
  if (analyzer?.degraded) return { name: 'degraded', words: `degraded: ${reasonName(analyzer.degraded)}` };
  if (total?.lagging) return { name: 'lagging', words: `behind: ${count(total.lag)} wait` };
  if (!total || total.requests === 0) return { name: 'waiting', words: 'no verdict yet' };
  return { name: 'judging', words: analyzer?.model ?? 'judging' };
}
