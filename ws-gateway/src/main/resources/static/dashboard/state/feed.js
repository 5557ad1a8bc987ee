import { EVERYTHING, matches, parseFilter } from './filter.js';
import { Signal } from './signal.js';

export { EVERYTHING };
export const MAX_ROWS = 5000;
const MAX_SOURCES = 50;
const MAX_SEARCH = 200;

/**
 * The verdicts that came, newest last; one row for each event and tier, whose revisions replace one another in place.
 *
 * `rows` (verdicts of the wire, with `key`, `number`, `seen_at` in epoch ms, and `was`, the first answer of one that was reviewed, null
 * when there was none or it did not come), `skipped` that were left out since the page opened, `sources` that were seen. What is shown stands still while a person `paused` it or the view is `held`, for instance because it is
 * scrolled; `newer` is how many came since.
 */
export class Feed {
  rows = [];
  skipped = 0;
  sources = new Set();
  paused = false;
  held = false;
  newer = 0;
  #still = null;
  #byKey = new Map();
  #count = 0;

  /** @param {{verdicts: object[], skipped: number, replayed: boolean}} batch @param {number} now epoch ms */
  take(batch, now = Date.now()) {
    this.skipped += batch.skipped;
    for (const verdict of batch.verdicts) this.#add(verdict, batch.replayed ? null : now);
    if (this.rows.length > MAX_ROWS * 1.2) {
      for (const old of this.rows.splice(0, this.rows.length - MAX_ROWS)) this.#byKey.delete(old.key);
    }
  }

  /** Verdicts that a gap frame counted; null when it knew only offsets. */
  miss(skipped) {
    this.skipped += skipped ?? 0;
  }

  /** @param {boolean} on */
  pause(on) {
    this.paused = on;
    this.#stand();
  }

  /** @param {boolean} on */
  hold(on) {
    this.held = on;
    this.#stand();
  }

  /** Drops what another filter let in. */
  keep(filter) {
    this.rows = this.rows.filter((row) => matches(filter, row));
    this.#byKey = new Map(this.rows.map((row) => [row.key, row]));
    this.#still = this.#still && this.#still.filter((row) => matches(filter, row));
  }

  /** Oldest first. */
  get shown() {
    return this.#still ?? this.rows;
  }

  /** All rows of one event, a row for each tier. */
  ofEvent(id) {
    const found = new Map();
    for (const rows of [this.shown, this.rows]) {
      for (const row of rows) if (row.event_id === id) found.set(row.key, row);
    }
    return [...found.values()];
  }

  #stand() {
    if (!this.paused && !this.held) {
      this.#still = null;
      this.newer = 0;
    } else if (this.#still === null) {
      this.#still = this.rows.slice(-MAX_ROWS);
    }
  }

  #add(verdict, seenAt) {
    const key = `${verdict.tier}/${verdict.event_id}`;
    const known = this.#byKey.get(key);
    if (known) {
      // What is replayed after a reconnect may be older than what is known.
      if (verdict.revision > known.revision) Object.assign(known, verdict, { was: known.was ?? answerOf(known), seen_at: seenAt });
      else if (verdict.revision < known.revision) known.was ??= answerOf(verdict);
      return;
    }
    const row = { ...verdict, was: null, key, number: this.#count++, seen_at: seenAt };
    this.#byKey.set(key, row);
    this.rows.push(row);
    if (this.sources.size < MAX_SOURCES) this.sources.add(row.source);
    if (this.#still) this.newer++;
  }
}

const answerOf = ({ revision, recommended_action: action, threat_score: score }) => (revision === 0 ? { recommended_action: action, threat_score: score } : null);

export const feed = new Signal(new Feed());

const asked = new URLSearchParams(globalThis.location?.search ?? '');
export const feedFilter = new Signal(parseFilter(asked));

/** What is looked for among the rows. */
export const feedSearch = new Signal((asked.get('q') ?? '').slice(0, MAX_SEARCH));

export function everything() {
  feedSearch.value = '';
  feedFilter.value = EVERYTHING;
}
