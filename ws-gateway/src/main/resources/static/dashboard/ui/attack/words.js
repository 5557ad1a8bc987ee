import { html } from 'lit';
import { icon } from '../icons.js';

export const STATES = { queued: 'Queued', running: 'Running', paused: 'Paused', completed: 'Completed', stopped: 'Stopped', failed: 'Failed' };
const ICONS = { queued: 'info', running: 'play', paused: 'pause', completed: 'allow', stopped: 'pause', failed: 'warning' };

/** How a run stands: an icon and a word, and whether it kept its plan. */
export function stateWord(run) {
  const state = run.state ?? run.status;
  return html`<span class="state" data-run=${state}>${icon(ICONS[state])} ${STATES[state] ?? state}${run.saturated ? ', saturated' : ''}</span>`;
}
