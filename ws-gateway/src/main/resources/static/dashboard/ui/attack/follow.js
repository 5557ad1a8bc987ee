import { poll } from '../../net/poll.js';
import { askResult } from '../../net/results.js';
import { runs, status } from '../../state/live.js';
import { isSettled, results } from '../../state/results.js';
import { route } from '../../state/route.js';

const EVERY_MS = 1000;
// Old results come a few at a time, so that opening the list is no flood of its own.
const AT_ONCE = 4;

/** The runs whose results somebody looks at and that may still change. */
function wanted() {
  const { view, params } = route.value;
  const past = view === 'runs' ? (runs.value.list ?? []) : [];
  const live = view === 'runs' || params.panel === 'attack' ? (status.value?.runs ?? []) : [];
  const ids = live.map((run) => run.run_id);
  const missing = past.filter((run) => !ids.includes(run.run_id) && !results.value[run.run_id]).slice(0, AT_ONCE);
  const open = past.filter((run) => String(run.run_id) === params.run && !isSettled(run, results.value[run.run_id]));
  return new Set([...ids, ...missing.map((run) => run.run_id), ...open.map((run) => run.run_id)]);
}

const ask = poll(() => Promise.all([...wanted()].map(askResult)), () => EVERY_MS);
route.subscribe(ask);
