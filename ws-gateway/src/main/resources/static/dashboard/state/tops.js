/**
 * The most frequent names over several windows, from their sketches. Pure.
 *
 * A window tells at most ten names, each count at least right and at most `error` too low; a name it does not tell came at most `error`
 * oftener than the least it tells. So of each name we know a least and a most.
 *
 * @param {{error: number, heaviest: {name: string, count: number}[]}[]} tops
 * @returns {{name: string, least: number, most: number}[]} most frequent first, at most ten
 */
export function mergeTops(tops) {
  const names = new Set(tops.flatMap((top) => top.heaviest.map((one) => one.name)));
  const merged = [...names].map((name) => {
    let least = 0;
    let most = 0;
    for (const top of tops) {
      const told = top.heaviest.find((one) => one.name === name);
      least += told?.count ?? 0;
      most += told ? told.count + top.error : untold(top);
    }
    return { name, least, most };
  });
  return merged.sort((a, b) => b.least - a.least || a.name.localeCompare(b.name)).slice(0, SHOWN);
}

const SHOWN = 10;

function untold(top) {
  // Of fewer names than it could tell, all are told.
  return top.heaviest.length < SHOWN ? top.error : top.heaviest.at(-1).count + top.error;
}

/** Adds up tallies {requests, blocked} by name, or plain counts, over windows; most frequent first. Pure. */
export function mergeCounts(windows, field) {
  const sums = new Map();
  for (const window of windows) {
    for (const [name, value] of Object.entries(window[field] ?? {})) {
      const sum = sums.get(name) ?? { name, requests: 0, blocked: 0 };
      sum.requests += value.requests ?? value;
      sum.blocked += value.blocked ?? 0;
      sums.set(name, sum);
    }
  }
  return [...sums.values()].sort((a, b) => b.requests - a.requests || a.name.localeCompare(b.name));
}

/** What a tier's tops are a share of: all requests when nobody judges, else those that it did not allow. Pure. */
export function counted(tier, windows) {
  return windows.reduce((sum, window) => sum + window.requests - (tier === 'unprotected' ? 0 : (window.actions.allow ?? 0)), 0);
}
