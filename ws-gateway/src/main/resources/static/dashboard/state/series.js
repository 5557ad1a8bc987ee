// Windows as charts need them. Everything here is pure, and takes a field that is absent for what is not known.

// Verdicts and the tick of metrics take this long; a window that ended later may still grow, and would dent the line.
const SETTLED_AFTER_MS = 750;

/**
 * The places of a span's windows: `from` inclusive and `to` exclusive, epoch ms, whole windows that are over.
 * @param {{ms: number, stepMs: number}} range @param {number} now epoch ms
 */
export function gridOf(range, now) {
  const to = Math.floor((now - SETTLED_AFTER_MS) / range.stepMs) * range.stepMs;
  return { from: to - range.ms, to, stepMs: range.stepMs, length: range.ms / range.stepMs };
}

/** Each window at its place, null where there is none. @returns {(object|null)[]} */
export function onGrid(list, grid) {
  const placed = new Array(grid.length).fill(null);
  for (const window of list ?? []) {
    const place = Math.round((window.at - grid.from) / grid.stepMs);
    if (place >= 0 && place < grid.length) placed[place] = window;
  }
  return placed;
}

/** Starts of the windows in seconds, as uPlot has times. */
export const timesOf = (grid) => Array.from({ length: grid.length }, (_, place) => (grid.from + place * grid.stepMs) / 1000);

const TRUTH = ['true_positives', 'false_positives', 'true_negatives', 'false_negatives'];

/** What windows say together; `truth` null without labels, `score_counts` null when no window tells them. */
export function sum(list) {
  const all = { requests: 0, blocked: 0, actions: {}, threat_types: {}, truth: null, score_counts: null };
  for (const window of list ?? []) {
    all.requests += window.requests ?? 0;
    all.blocked += window.blocked ?? 0;
    addTo(all.actions, window.actions);
    addTo(all.threat_types, window.threat_types);
    if (window.truth) {
      all.truth ??= Object.fromEntries(TRUTH.map((name) => [name, 0]));
      for (const name of TRUTH) all.truth[name] += window.truth[name] ?? 0;
    }
    if (window.score_counts) {
      all.score_counts ??= window.score_counts.map(() => 0);
      window.score_counts.forEach((count, tenth) => {
        all.score_counts[tenth] += count;
      });
    }
  }
  return all;
}

function addTo(sums, counts) {
  for (const [name, count] of Object.entries(counts ?? {})) sums[name] = (sums[name] ?? 0) + count;
}

export const labelled = (truth) => (truth ? TRUTH.reduce((n, name) => n + truth[name], 0) : 0);

/** Percent of the labelled that were decided rightly; null without labels. */
export const accuracy = (truth) => {
  const n = labelled(truth);
  return n === 0 ? null : ((truth.true_positives + truth.true_negatives) / n) * 100;
};

/** The next round number that is not less, so that an axis stands still while values move below it. */
export function niceCeiling(value, least) {
  const wanted = Math.max(value, least);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((step) => step >= wanted * (1 - 1e-9));
}
