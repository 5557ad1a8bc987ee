import { html } from 'lit';
import { gatewayNow } from '../../state/windows.js';
import { count, duration, moment } from '../../state/format.js';
import { icon } from '../icons.js';

const LATELY_MS = 60_000;

/** What sends events to us, since the first record. @param {object} total of tier unprotected */
export function origins(total) {
  const rows = Object.entries(total.origins ?? {}).sort((a, b) => b[1].requests - a[1].requests);
  return html`
    <section class="card scrolled" tabindex="0" aria-label="Origins">
      <header><h3>Where events come from</h3><span class="quiet">since the first record</span></header>
      ${rows.length === 0 ? html`<p class="quiet">Nothing has come yet.</p>` : html`
        <table>
          <thead><tr><th scope="col">Origin</th><th scope="col" class="number">Requests</th><th scope="col" class="number">Newest event</th><th scope="col">State</th></tr></thead>
          <tbody>${rows.map(row)}</tbody>
        </table>`}
    </section>`;
}

function row([name, origin]) {
  const age = gatewayNow() - Date.parse(origin.last_event_at);
  return html`
    <tr><td class="mono">${name}</td><td class="number">${count(origin.requests)}</td>
      <td class="number nowrap" title=${moment(origin.last_event_at)}>${duration(age)} ago</td><td>${stateOf(origin, age)}</td></tr>`;
}

function stateOf(origin, age) {
  if (origin.silent) return html`<span class="silent">${icon('warning')} silent since ${moment(origin.silent_since)}</span>`;
  if (age < LATELY_MS) return html`<span class="sends">${icon('allow')} sends</span>`;
  return html`<span class="quiet">sends nothing now</span>`;
}
