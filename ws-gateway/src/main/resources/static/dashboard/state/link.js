import { Signal } from './signal.js';

const STALE_AFTER_MS = 5000;
const SAMPLE_SPAN_MS = 5000;

/**
 * The connection: `phase` connecting | replaying | live | reconnecting; `retryAt` (epoch ms) while waiting; `rttMs` of the last ping;
 * `frameAt` (monotonic ms) of the last frame.
 */
export const link = new Signal({ phase: 'connecting', retryAt: null, rttMs: null, frameAt: null });

let taken = [];

/** Notes that so many verdicts came and so many were left out. */
export function noteBatch(shown, skipped, now) {
  taken = taken.filter((one) => now - one.at < SAMPLE_SPAN_MS);
  taken.push({ at: now, shown, skipped });
}

/** One in how many verdicts is shown lately; 1 when all are. */
export function sampling(now) {
  let shown = 0;
  let skipped = 0;
  for (const one of taken) {
    if (now - one.at < SAMPLE_SPAN_MS) {
      shown += one.shown;
      skipped += one.skipped;
    }
  }
  return skipped === 0 ? 1 : (shown + skipped) / Math.max(1, shown);
}

/** Whether what is shown is what is. @param {{phase: string, frameAt: number|null}} state @param {number} now monotonic ms */
export const isCurrent = ({ phase, frameAt }, now) => (phase === 'live' || phase === 'replaying') && frameAt !== null && now - frameAt <= STALE_AFTER_MS;

/** What to say of the connection: `name` for the colour, `text`, `detail` that changes every second. */
export function linkWords(state, tiles, status, monotonicNow, wallNow) {
  if (state.phase === 'reconnecting' && state.retryAt !== null) {
    const s = Math.max(0, Math.ceil((state.retryAt - wallNow) / 1000));
    return { name: 'down', text: 'Disconnected', detail: `reconnecting in ${s} s` };
  }
  if (state.phase === 'connecting' || state.phase === 'reconnecting') return { name: 'wait', text: 'Connecting', detail: '' };
  if (state.frameAt !== null && monotonicNow - state.frameAt > STALE_AFTER_MS) {
    return { name: 'wait', text: 'Stale', detail: `nothing heard for ${Math.round((monotonicNow - state.frameAt) / 1000)} s` };
  }
  const waiting = status?.readers?.filter((reader) => reader.waiting_for !== null) ?? [];
  if (waiting.length > 0) return { name: 'down', text: 'Kafka is not answering', detail: 'numbers stand still' };
  if (state.phase === 'replaying') return { name: 'wait', text: 'Replaying', detail: 'what was missed' };
  if (tiles && !tiles.as_of) return { name: 'wait', text: 'Connected', detail: 'no metrics yet' };
  const sampled = sampling(monotonicNow);
  return { name: 'live', text: 'Live', detail: sampled >= 1.05 ? `feed sampled 1:${sampled.toFixed(sampled < 10 ? 1 : 0)}` : '' };
}
