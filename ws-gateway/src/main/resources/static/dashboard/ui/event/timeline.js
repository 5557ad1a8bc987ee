import { html } from 'lit';
import { instant, millis } from '../../state/format.js';
import { timeline } from '../../state/event.js';
import { windows } from '../../state/windows.js';

const NAMES = {
  observed: 'Seen by the gateway',
  received: 'Received by ingest',
  judged: 'Judged',
  revised: 'Reviewed',
  seen: 'On this screen',
};
const CLOCKS = {
  observed: 'when the call began, by the gateway’s clock',
  received: 'by the clock of ingest',
  judged: 'by the clock of the analyzer',
  revised: 'by the clock of the reviewing analyzer',
  seen: 'by the clock of this computer',
};

// Below that it may be the time that an answer takes.
const CLOCKS_DIFFER_MS = 1000;

/** From the gateway to this screen. */
export const timelineList = (request, main, first) => html`
  <section aria-labelledby="event-timeline">
    <h3 id="event-timeline">Timeline</h3>
    <ol class="timeline">
      ${timeline(request, main, first).map(({ name, at, gap }) => html`
        <li>
          <b>${NAMES[name]}</b> <span class="number gap">${between(gap)}</span><br>
          <span class="quiet number">${at === null ? unknown(name) : html`${instant(at)}, ${CLOCKS[name]}${name === 'seen' ? ahead(windows.value.aheadMs) : ''}`}</span>
          ${name === 'observed' && request.latency?.total_ms !== undefined ? html`<br><span class="quiet number">the call took ${millis(request.latency.total_ms)}; it is logged when it is over</span>` : ''}
        </li>`)}
    </ol>
  </section>`;

function between(gap) {
  if (gap === null) return '';
  return gap < 0 ? `${millis(-gap)} earlier, so the clocks differ` : `+ ${millis(gap)}`;
}

function ahead(ms) {
  if (ms === null || Math.abs(ms) < CLOCKS_DIFFER_MS) return '';
  return `, which is about ${millis(Math.abs(ms))} ${ms > 0 ? 'behind' : 'ahead of'} the gateway’s`;
}

const unknown = (name) => (name === 'seen' ? 'not live: it was here before the page was, or came by a link' : 'not known');
