import { actionName, score } from './format.js';
import { reasonWords } from './reasons.js';

/**
 * What became of a verdict when it was reviewed: `first` | `unanswered` | `limited` | `raised` | `lowered` | `confirmed`; `replaced`
 * when it does not say how it came about. Pure.
 */
export function outcome(verdict) {
  const { revision, review } = verdict;
  if (revision === 0) return 'first';
  if (!review) return 'replaced';
  if (review.origin === 'none') return 'unanswered';
  if (review.limited !== null) return 'limited';
  if (score(verdict.threat_score) === score(review.score_before)) return 'confirmed';
  return verdict.threat_score > review.score_before ? 'raised' : 'lowered';
}

/** Why the verdict is not what the tier was configured for; null when it is. Pure. */
export function degradedWords(verdict) {
  if (!verdict.degraded) return null;
  const why = reasonWords(verdict.degraded);
  const told = outcome(verdict);
  if (told === 'first') return `a fallback answered: ${why}`;
  return told === 'unanswered' ? `nobody answered: ${why}` : `a fallback answered, since of the first model: ${why}`;
}

const CHANGES = {
  raised: ({ before, now }) => `Raised from ${before} to ${now}.`,
  lowered: ({ before, now }) => `Lowered from ${before} to ${now}.`,
  confirmed: ({ now }) => `Agrees with ${now}.`,
  limited: ({ before, now, answered, why }) => `Answered ${answered}, ${before === now ? `and ${now} stands` : `which made ${now} of ${before}`}: ${why}`,
  unanswered: ({ now }) => `The answer before stands, at ${now}.`,
  replaced: () => 'Replaces the answer before; how it came about is not told.',
};

/** What was answered against what was made of it; null for a first answer. Pure. */
export function changeWords(verdict) {
  const told = outcome(verdict);
  if (told === 'first') return null;
  const { review } = verdict;
  return CHANGES[told]({
    before: score(review?.score_before),
    now: score(verdict.threat_score),
    answered: score(review?.score_answered),
    why: review?.limited,
  });
}

/**
 * What a row says of its second opinion: `kind` changed | same | unanswered, `words`, and `from`, the action before when it was another.
 * Null when there is none. Pure.
 */
export function mark(row) {
  const told = outcome(row);
  if (told === 'first') return null;
  if (told === 'unanswered') return { kind: 'unanswered', from: null, words: `not reviewed: ${row.degraded ? reasonWords(row.degraded) : 'nobody answered'}` };
  const from = row.was && row.was.recommended_action !== row.recommended_action ? row.was.recommended_action : null;
  const was = from === null ? '' : `was ${actionName(from)}, `;
  return { kind: from === null ? 'same' : 'changed', from, words: `${was}reviewed by ${row.ai_model}. ${changeWords(row)}` };
}
