import { Signal } from './signal.js';

export const MAX_ROWS = 5000;

/**
 * The verdicts that came, newest last; one row for each event and tier, whose revisions replace one another in place.
 *
 * `rows` (verdicts of the wire, with `key` and `number`), `skipped` that were left out since the page opened, `paused`, and while paused
 * `held`: how many came since.
 */
export class Feed {
  rows = [];
  skipped = 0;
  paused = false;
  held = 0;
  #frozen = null;
  #byKey = new Map();
  #count = 0;

  /** @param {{verdicts: object[], skipped: number}} batch */
  take(batch) {
    this.skipped += batch.skipped;
    for (const verdict of batch.verdicts) this.#add(verdict);
    if (this.rows.length > MAX_ROWS * 1.2) {
      for (const old of this.rows.splice(0, this.rows.length - MAX_ROWS)) {
        if (this.#byKey.get(old.key) === old) this.#byKey.delete(old.key);
      }
    }
  }

  /** Verdicts that a gap frame counted; null when it knew only offsets. */
  miss(skipped) {
    this.skipped += skipped ?? 0;
  }

  pause() {
    if (this.paused) return;
    this.paused = true;
    this.held = 0;
    this.#frozen = this.rows.slice(-MAX_ROWS);
  }

  resume() {
    this.paused = false;
    this.held = 0;
    this.#frozen = null;
  }

  clear() {
    this.rows = [];
    this.#byKey.clear();
    if (this.paused) this.#frozen = [];
    this.held = 0;
  }

  /** Oldest first. While paused these stand still. */
  get shown() {
    return this.#frozen ?? this.rows;
  }

  find(key) {
    return this.#byKey.get(key) ?? null;
  }

  #add(verdict) {
    const key = `${verdict.tier}/${verdict.event_id}`;
    const known = this.#byKey.get(key);
    if (known) {
      // What is replayed after a reconnect may be older than what is known.
      if (verdict.revision > known.revision) Object.assign(known, verdict, { revised: true });
      return;
    }
    const row = { ...verdict, key, number: this.#count++ };
    this.#byKey.set(key, row);
    this.rows.push(row);
    if (this.paused) this.held++;
  }
}

export const feed = new Signal(new Feed());

/** What the gateway is asked for, see StreamParameters of /asyncapi.yaml; lists are arrays. */
export const EVERYTHING = { tier: [], min_score: 0, type: [], action: [], source: [], path: '' };
export const feedFilter = new Signal(EVERYTHING);
