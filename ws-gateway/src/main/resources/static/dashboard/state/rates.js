const SPAN_MS = 5000;
// What was seen before nobody looked says nothing about now.
const LONGEST_PAUSE_MS = 15_000;

/** Rates of numbers that only grow, over about the last five seconds of the clock that comes with them. */
export class Rates {
  #seen = new Map();

  /** @param {string} name @param {number} value @param {number} at epoch ms @returns {number|null} per second; null until there are two */
  of(name, value, at) {
    const seen = this.#seen.get(name) ?? [];
    const last = seen.at(-1);
    // A count that falls, or a clock that goes back, was begun anew.
    if (last && (value < last.value || at < last.at || at - last.at > LONGEST_PAUSE_MS)) seen.length = 0;
    if (!last || at > last.at) seen.push({ value, at });
    while (seen.length > 2 && seen[1].at <= at - SPAN_MS) seen.shift();
    this.#seen.set(name, seen);
    const [first] = seen;
    return seen.length < 2 ? null : ((seen.at(-1).value - first.value) * 1000) / (seen.at(-1).at - first.at);
  }
}
