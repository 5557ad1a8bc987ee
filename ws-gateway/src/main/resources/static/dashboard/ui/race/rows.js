import { clock, count, millis, NO_DATA, percent, usd } from '../../state/format.js';
import { UNPROTECTED } from '../../state/race.js';
import { visible } from '../../state/visible.js';

const NO_LABELS = 'no labels yet';
const share = (part, whole) => (part === null || !whole ? null : percent((part / whole) * 100));
// Models say who provides them before the slash.
const runsHere = (analyzer) => analyzer?.model?.startsWith('local/') === true;
const counted = (name) => (result) => (result[name] === null ? NO_LABELS : count(result[name]));

const REVIEWING = { unknown: 'not known', gone: 'not known, silent', absent: 'no reviewer', trouble: 'not asked' };

/** Whether it is known how much was judged since reviewers count. What waited before that is reviewed too, but counted earlier, by its own time. */
const fits = ({ spent, judged }) => spent !== null && judged?.from === spent.from && judged.requests >= (spent.reviewed ?? 0);

/** Of what was judged since reviewers count, where that is known. */
function reviewed({ name, spent, judged }) {
  if (name !== 'on') return REVIEWING[name];
  return spent?.reviewed === null || !fits({ spent, judged }) ? NO_DATA : (share(spent.reviewed, judged.requests) ?? 'none judged yet');
}

function cost(tier, analyzer, { name, spent, judged }) {
  if (tier === UNPROTECTED || (name === 'absent' && runsHere(analyzer))) return 'none';
  if (spent === null) return NO_DATA;
  if (spent.cost === null) return usd(null);
  return fits({ spent, judged }) && judged.requests > 0 ? usd((spent.cost / judged.requests) * 1000) : NO_DATA;
}

function costHint({ spent, judged }) {
  if (!fits({ spent, judged })) return null;
  return `${usd(spent.cost)} for ${count(judged.requests)} requests judged since ${clock(spent.from)}`;
}

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
  { key: 'reviewed', name: 'Second opinions', title: 'Requests that a model was asked about, or another of the same payload', write: (_, tier, __, reviewing) => (tier === UNPROTECTED ? 'none' : reviewed(reviewing)),
    small: (_, __, reviewing) => (reviewing.model === null ? null : visible(reviewing.model)), hint: (_, reviewing) => reviewing.reason && visible(reviewing.reason) },
  { key: 'cost', name: 'Cost per 1,000', title: 'What models charged for a thousand judged requests', write: (_, tier, analyzer, reviewing) => cost(tier, analyzer, reviewing),
    small: (_, analyzer, reviewing) => (reviewing.name === 'absent' && runsHere(analyzer) ? 'runs here' : null), hint: (_, reviewing) => costHint(reviewing) },
];


/** How much of the full width each tier's bar has in this row, 0-1; null when it has none. */
export function barOf(row, result, results) {
  if (!row.bar || result[row.bar] === null) return null;
  const most = row.most ?? Math.max(...results.map((other) => other[row.of] ?? 0));
  return most > 0 ? result[row.bar] / most : 0;
}
