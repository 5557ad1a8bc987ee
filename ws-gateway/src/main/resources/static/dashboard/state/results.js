import { Signal } from './signal.js';

const COUNTED_AFTER_MS = 10_000;

/**
 * What each tier made of runs, by run id: `tiers` (WindowJson by tier; empty while nothing was counted), `at` (gateway's clock) of the
 * answer, `error` when the last question failed.
 */
export const results = new Signal({});

export function setResult(id, result) {
  results.value = { ...results.value, [id]: result };
}

export const isOver = (run) => !['queued', 'running'].includes(run.state ?? run.status);

/** Whether a result does not change any more: asked a while after the run's end, when its last events have been counted. Pure. */
export function isSettled(run, result) {
  return Boolean(result && run.end_time && isOver(run) && result.at - Date.parse(run.end_time) > COUNTED_AFTER_MS);
}

/**
 * One row for each tier that a run names or that judged it. `why` says why there are no numbers, else null; numbers that need labels are
 * null without. Pure. @param {string[]} known tiers that were ever heard of
 */
export function tierRows(targets, tiers, known) {
  return [...new Set([...targets, ...Object.keys(tiers)])].map((tier) => {
    const window = tiers[tier];
    if (!window) return { tier, why: known.includes(tier) ? 'nothing counted yet' : 'off: no analyzer of this tier is running' };
    const truth = window.truth;
    return {
      tier,
      why: null,
      labelled: Boolean(truth),
      judged: window.requests,
      stopped: window.blocked,
      caught: truth?.true_positives ?? null,
      through: truth?.false_negatives ?? null,
      alarms: truth?.false_positives ?? null,
      harmless: truth ? truth.false_positives + truth.true_negatives : null,
      detection: hundred(truth?.recall),
      p95: window.latency?.p95_ms ?? null,
    };
  });
}

/** For each true type of attack and each tier that judges: caught and missed. Most frequent type first. Pure. */
export function typeRows(tiers) {
  const judges = Object.keys(tiers).filter((tier) => tier !== 'unprotected');
  const rows = new Map();
  for (const tier of judges) {
    for (const [type, truth] of Object.entries(tiers[tier].truth_by_type ?? {})) {
      // What harmless requests were only called was not there.
      if (truth.true_positives + truth.false_negatives === 0) continue;
      const row = rows.get(type) ?? { type, of: {} };
      row.of[tier] = { caught: truth.true_positives, missed: truth.false_negatives };
      rows.set(type, row);
    }
  }
  const size = (row) => Math.max(...Object.values(row.of).map((one) => one.caught + one.missed));
  return { judges, rows: [...rows.values()].sort((a, b) => size(b) - size(a) || a.type.localeCompare(b.type)) };
}

const hundred = (ratio) => (ratio === null || ratio === undefined ? null : ratio * 100);
