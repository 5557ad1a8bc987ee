import { html } from 'lit';
import { get } from '../../net/api.js';
import { poll } from '../../net/poll.js';
import { count, moment } from '../../state/format.js';
import { Signal } from '../../state/signal.js';
import { icon } from '../icons.js';
import { View } from '../view.js';
import { Watch } from '../watch.js';

const EVERY_MS = 5000;
const NEWEST = 50;

/** `answer` of /api/dead-letters, null before the first; `error` when the last question failed. */
export const letters = new Signal({ answer: null, error: null });

/** Records that could not be read, and why; never their bytes. */
class DeadLetters extends View {
  #watch = new Watch(this, letters);

  firstUpdated() {
    poll(() => this.#ask(), () => EVERY_MS);
  }

  async #ask() {
    if (!this.shown || letters.value.error?.status === 404) return;
    try {
      letters.value = { answer: await get(`/api/dead-letters?limit=${NEWEST}`), error: null };
    } catch (error) {
      letters.value = { ...letters.value, error };
    }
  }

  render() {
    const { answer, error } = letters.value;
    return html`
      <header><h3>Dead letters</h3>${answer === null ? '' : html`<span class="quiet number">${count(answer.count)} since ${moment(answer.since)}</span>`}</header>
      ${error === null ? '' : error.status === 404 ? html`<p class="quiet">This gateway does not tell of them.</p>` : html`<p class="failed">${icon('warning')} Not to be had now: ${error.message}.</p>`}
      ${answer === null ? (error === null ? html`<p class="quiet">Asking</p>` : '') : answer.count === 0 ? html`<p class="good">${icon('allow')} None. Everything that came could be read.</p>` : told(answer)}`;
  }
}

const told = (answer) => html`
  <div class="scrolled" tabindex="0" role="region" aria-label="Reasons">
    <table>
      <thead><tr><th scope="col">Why</th><th scope="col">From</th><th scope="col" class="number">How many</th><th scope="col" class="number">Last</th></tr></thead>
      <tbody>${answer.reasons.map((one) => html`<tr><td>${one.reason}</td><td class="mono">${one.source}</td><td class="number">${count(one.count)}</td><td class="number nowrap">${moment(one.last_at)}</td></tr>`)}</tbody>
    </table>
  </div>
  <details>
    <summary>The newest ${count(answer.dead_letters.length)}</summary>
    <div class="scrolled" tabindex="0" role="region" aria-label="Newest dead letters">
      <table>
        <thead><tr><th scope="col" class="number">When</th><th scope="col">From</th><th scope="col">Where</th><th scope="col">Why</th><th scope="col" class="number">Bytes</th><th scope="col">Record</th></tr></thead>
        <tbody>${answer.dead_letters.map(letter)}</tbody>
      </table>
    </div>
  </details>`;

const letter = (one) => html`
  <tr><td class="number nowrap">${moment(one.at)}</td><td class="mono">${one.source}</td><td class="mono">${one.position}</td><td>${one.reason}</td>
    <td class="number nowrap">${count(one.bytes)}${one.truncated ? ', cut' : ''}</td><td class="mono nowrap" title="Partition and offset in gateway.traffic.dlt">${one.partition}-${one.offset}</td></tr>`;

customElements.define('kg-dead-letters', DeadLetters);
