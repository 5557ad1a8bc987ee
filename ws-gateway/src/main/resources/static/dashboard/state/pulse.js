import { tiles } from './live.js';

const SPAN_MS = 5000;
// Fewer says nothing about a share.
const FEWEST = 10;
const HIGH_SHARE = 0.25;

/** What happened within the last seconds, told from tiles that come many times a second. Times are monotonic ms. */
export class Pulse {
  #samples = [];
  #asOf = null;
  #movedAt = null;

  /** @param {{total_requests: number, threats_blocked: number, as_of: string|null}} numbers @param {number} at */
  take({ total_requests: requests, threats_blocked: blocked, as_of: asOf }, at) {
    if (asOf !== this.#asOf) {
      this.#asOf = asOf;
      this.#movedAt = at;
    }
    const last = this.#samples.at(-1);
    // A restart of the counts, or a pause of ours, is no rate.
    if (last && (requests < last.requests || at - last.at > SPAN_MS)) this.#samples = [];
    this.#samples.push({ at, requests, blocked });
    while (this.#samples.length > 2 && at - this.#samples[1].at >= SPAN_MS) this.#samples.shift();
  }

  /** `share` of the requests that were blocked, 0-1, and `blockedPerSecond`; null until seconds have passed. `high`: an attack, by the looks. */
  recent() {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || last.at - first.at < 1000) return null;
    const requests = last.requests - first.requests;
    const blocked = last.blocked - first.blocked;
    const share = requests === 0 ? 0 : blocked / requests;
    return { share, blockedPerSecond: blocked / ((last.at - first.at) / 1000), high: blocked >= FEWEST && share >= HIGH_SHARE };
  }

  /** For how long metrics wrote nothing new, as far as we heard; null before the first. */
  stillForMs(at) {
    return this.#movedAt === null || this.#asOf === null ? null : at - this.#movedAt;
  }
}

export const pulse = new Pulse();
tiles.subscribe((value) => pulse.take(value, performance.now()));
