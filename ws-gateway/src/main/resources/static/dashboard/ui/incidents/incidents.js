import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { gatewayNow } from '../../state/windows.js';
import { count, duration, moment, score } from '../../state/format.js';
import { incidents } from '../../state/live.js';
import { bar } from '../bar.js';
import { icon } from '../icons.js';
import { View } from '../view.js';
import { Watch } from '../watch.js';
import { details } from './details.js';
import { isGoingOn, KINDS, worstTypes } from './words.js';

const HEADS = { 'What they share': '', Kind: '', Called: '', Alerts: 'number', Clients: 'number', 'Last alert': 'number', 'Worst score': 'number' };

/** Attack campaigns: many alerts, one line each. */
class IncidentList extends View {
  #watch = new Watch(this, incidents);
  #open = new Set();

  render() {
    const { list, error } = incidents.value;
    const now = gatewayNow();
    return html`
      <header class="heading">
        <h2>Incidents</h2>
        ${!list?.length ? '' : html`<p class="quiet number">${count(list.length)} known, ${count(list.filter((one) => isGoingOn(one, now)).length)} of them with an alert within the last minute</p>`}
      </header>
      ${error ? html`<p class="failed" role="alert">${icon('warning')} Incidents cannot be had now: ${error.message}. ${list?.length ? 'Below is what was known before.' : ''}</p>` : ''}
      ${list === null ? (error ? '' : html`<p class="empty">Asking for incidents</p>`) : list.length === 0 ? none() : this.#table(list, now)}`;
  }

  #table(list, now) {
    return html`
      <div class="card scrolled" tabindex="0" role="region" aria-label="Incidents">
        <table class="folding">
          <thead><tr>${Object.entries(HEADS).map(([head, kind]) => html`<th scope="col" class=${kind}>${head}</th>`)}</tr></thead>
          <tbody>${repeat(list, (one) => one.id, (one) => this.#row(one, now))}</tbody>
        </table>
      </div>`;
  }

  #row(one, now) {
    const open = this.#open.has(one.id);
    const kind = KINDS[one.kind];
    return html`
      <tr>
        <td><button class="link campaign mono" type="button" aria-expanded=${String(open)} @click=${() => this.#toggle(one.id)}>${one.campaign}</button></td>
        <td class="nowrap" title=${kind?.what ?? ''}>${kind?.name ?? one.kind}</td>
        <td>${worstTypes(one)}</td>
        <td class="nowrap number" data-unit=${one.alerts === 1 ? 'alert' : 'alerts'}>${count(one.alerts)}</td>
        <td class="nowrap number" data-unit=${one.source_count === 1 ? 'client' : 'clients'}>${one.more_sources ? 'over ' : ''}${count(one.source_count)}</td>
        <td class="nowrap number" title=${moment(one.last_seen)}>
          ${isGoingOn(one, now) ? html`<span class="going">${icon('bolt')} ${duration(now - Date.parse(one.last_seen))} ago</span>` : html`${duration(now - Date.parse(one.last_seen))} ago`}
        </td>
        <td class="nowrap number">${bar(one.max_score)} ${score(one.max_score)}</td>
      </tr>
      ${open ? html`<tr class="opened"><td colspan=${Object.keys(HEADS).length}>${details(one)}</td></tr>` : ''}`;
  }

  #toggle(id) {
    if (!this.#open.delete(id)) this.#open.add(id);
    this.requestUpdate();
  }
}

const none = () => html`<p class="empty">No incident. One begins when a client, or a payload from several clients, raises an alert.</p>`;

customElements.define('kg-incidents', IncidentList);
