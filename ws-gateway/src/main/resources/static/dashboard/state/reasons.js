// Why a model did not answer, by the code that verdicts and reviewers tell.
const REASONS = {
  budget: 'the budget is spent',
  busy: 'no place became free in time',
  circuit_open: 'the circuit was open, since it had failed too often',
  timeout: 'no answer came in time',
  rate_limited: 'the provider took no more requests',
  unavailable: 'the provider was not reached, or failed',
  unauthorized: 'the provider did not accept the key',
  rejected: 'the provider did not take the question',
  unreadable: 'the response could not be read',
  refused: 'the model declined to answer',
  schema_ignored: 'the model did not keep to the form of an answer',
  interrupted: 'the service stopped',
};

/** In plain words; a reason that is not known here stays as it is. Pure. */
export const reasonWords = (code) => (Object.hasOwn(REASONS, code) ? REASONS[code] : String(code));

/** As short as its code. Pure. */
export const reasonName = (code) => String(code).replaceAll('_', ' ');

/** Failures of a model, most frequent first. @param {Record<string, number>} failed by code @returns {[string, number][]} */
export const failures = (failed) => Object.entries(failed).filter(([, times]) => times > 0).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));

/** With a capital first and a stop last, whoever wrote it. Pure. */
export const sentence = (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;
