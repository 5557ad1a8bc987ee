import { count, millis, NO_DATA, percent } from '../../state/format.js';
import { UNPROTECTED } from '../../state/race.js';

const NO_LABELS = 'no labels yet';
const share = (part, whole) => (part === null || !whole ? null : percent((part / whole) * 100));
// Models say who provides them before the slash.
const runsHere = (analyzer) => analyzer?.model?.startsWith('local/') === true;
const counted = (name) => (result) => (result[name] === null ? NO_LABELS : count(result[name]));

/** The lines of the race: how each is written, and which number its bar shows, of which `most` of all tiers is the full width. */
export const ROWS = [
  { key: 'gotThrough', name: 'Got through', title: 'Attacks, known by their label, that were neither blocked nor slowed', write: counted('gotThrough'),
    small: (result) => share(result.gotThrough, result.attacks), bar: 'gotThrough', of: 'attacks', kind: 'bad' },
  { key: 'caught', name: 'Caught', title: 'Attacks, known by their label, that were blocked or slowed', write: counted('caught'),
    small: (result) => share(result.caught, result.attacks), bar: 'caught', of: 'attacks', kind: 'good' },
  { key: 'falseAlarms', name: 'False alarms', title: 'Harmless requests, known by their label, that were blocked or slowed', write: counted('falseAlarms'),
    small: (result) => (result.benign === 0 ? 'of 0 harmless' : share(result.falseAlarms, result.benign)), bar: 'falseAlarms', of: 'benign', kind: 'wrong' },
  { key: 'accuracy', name: 'Accuracy', title: 'Labelled requests that were decided rightly', write: (result) => (result.accuracy === null ? NO_LABELS : percent(result.accuracy)),
    hint: (result) => `${count(result.labelled)} of ${count(result.judged)} are labelled`, bar: 'accuracy', most: 100, kind: 'plain' },
  { key: 'judged', name: 'Judged', title: 'Requests, labelled or not', write: (result) => count(result.judged) },
  { key: 'p95', name: 'p95', title: 'From ingest to verdict', write: (result, tier) => (tier === UNPROTECTED ? 'no judge' : millis(result.p95)) },
  { key: 'cost', name: 'Cost per 1,000', title: 'What a provider charges for a thousand requests', write: (_, tier, analyzer) => (tier === UNPROTECTED || runsHere(analyzer) ? 'none' : NO_DATA),
    small: (_, analyzer) => (runsHere(analyzer) ? 'runs here' : null) },
];


/** How much of the full width each tier's bar has in this row, 0-1; null when it has none. */
export function barOf(row, result, results) {
  if (!row.bar || result[row.bar] === null) return null;
  const most = row.most ?? Math.max(...results.map((other) => other[row.of] ?? 0));
  return most > 0 ? result[row.bar] / most : 0;
}
