import { clock, count } from './format.js';

const REASONS = {
  slow: 'this page read too slowly',
  expired: 'Kafka no longer keeps them',
  too_far_behind: 'there were too many to catch up with',
  unknown_cursor: 'the gateway does not know the place where this page left off',
  unreadable: 'Kafka did not answer',
};

/** What a gap frame of /stream says, in words. Pure. */
export function gapWords(gap) {
  const reason = REASONS[gap.reason] ?? gap.reason;
  if (gap.skipped !== null) return `${clock(gap.timestamp)}: ${count(gap.skipped)} verdicts left out, since ${reason}.`;
  if (gap.offsets !== null) return `${clock(gap.timestamp)}: at most ${count(gap.offsets)} verdicts are missing, since ${reason}.`;
  return `${clock(gap.timestamp)}: some verdicts are missing, nobody knows how many, since ${reason}.`;
}
