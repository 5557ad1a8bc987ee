import { html } from 'lit';
import { get } from '../../net/api.js';
import { poll } from '../../net/poll.js';
import { gatewayNow } from '../../state/windows.js';
import { status } from '../../state/live.js';
import { icon } from '../icons.js';
import { View } from '../view.js';
import { Watch } from '../watch.js';
import { origins } from './origins.js';
import { namesTable, topTable } from './tables.js';

const FIELDS = 'requests,actions,top_sources,top_targets,routes,services,status_classes';
const SPANS = {
  '5m': { name: 'the last 5 min', ms: 300_000, everyMs: 5000 },
  '15m': { name: 'the last 15 min', ms: 900_000, everyMs: 5000 },
  '1h': { name: 'the last hour', ms: 3_600_000, everyMs: 15_000 },
  '6h': { name: 'the last 6 hours', ms: 21_600_000, everyMs: 60_000 },
  all: { name: 'everything since the first record', ms: null, everyMs: 5000 },
};
const RESTING_MS = 1000;

/** Who sends, what is aimed at, and through which routes. */
class SourceList extends View {
  #watch = new Watch(this, status);
  #span = '15m';
  #tiers = null;
  #error = null;
  #askedAt = -Infinity;
  #now = null;

  firstUpdated() {
    this.#now = poll(() => this.#ask(), () => RESTING_MS);
  }

  async #ask() {
    const span = SPANS[this.#span];
    if (!this.shown || span.ms === null || performance.now() - this.#askedAt < span.everyMs) return;
    this.#askedAt = performance.now();
    const asked = this.#span;
    try {
      // Windows of a minute are the shortest that tell names.
      const answer = await get(`/api/metrics?step=1m&from=${gatewayNow() - span.ms}&fields=${FIELDS}`);
      if (asked !== this.#span) return;
      this.#tiers = Object.fromEntries(Object.entries(answer.tiers).map(([name, tier]) => [name, tier.windows]));
      this.#error = null;
    } catch (error) {
      this.#error = error;
    }
    this.requestUpdate();
  }

  render() {
    const totals = status.value?.tiers ?? null;
    const tiers = SPANS[this.#span].ms === null ? totals && wrapped(totals) : this.#tiers;
    return html`
      <header class="heading">
        <h2>Sources and targets</h2>
        <label>of <select @change=${(event) => this.#choose(event.target.value)}>
          ${Object.entries(SPANS).map(([key, { name }]) => html`<option value=${key} ?selected=${key === this.#span}>${name}</option>`)}
        </select></label>
      </header>
      ${this.#error ? html`<p class="failed" role="alert">${icon('warning')} Not to be had now: ${this.#error.message}. ${tiers === null ? '' : 'Below is what was known before.'}</p>` : ''}
      ${totals?.unprotected ? origins(totals.unprotected) : ''}
      ${tiers === null ? (this.#error ? '' : html`<p class="empty">Asking for windows</p>`) : this.#tables(tiers)}`;
  }

  #tables(tiers) {
    const all = tiers.unprotected ?? [];
    const names = Object.keys(tiers).sort((a, b) => (b === 'unprotected') - (a === 'unprotected') || a.localeCompare(b));
    if (!names.some((name) => tiers[name].some((window) => window.requests > 0))) return html`<p class="empty">No traffic in this time.</p>`;
    return html`
      ${names.map((name) => html`<div class="row pair">${topTable(name, 'top_sources', tiers[name])} ${topTable(name, 'top_targets', tiers[name])}</div>`)}
      <div class="row thirds">
        ${namesTable('Routes', 'Route', 'routes', all, tiers)} ${namesTable('Services', 'Service', 'services', all, tiers)} ${namesTable('Answers', 'Status', 'status_classes', all, tiers)}
      </div>`;
  }

  #choose(span) {
    this.#span = span;
    this.#tiers = null;
    this.#askedAt = -Infinity;
    this.#now();
    this.requestUpdate();
  }
}

const wrapped = (totals) => Object.fromEntries(Object.entries(totals).map(([name, total]) => [name, [total]]));

customElements.define('kg-sources', SourceList);
