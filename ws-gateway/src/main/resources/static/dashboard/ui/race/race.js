import { html, nothing } from 'lit';
import { get } from '../../net/api.js';
import { poll } from '../../net/poll.js';
import { clock, count } from '../../state/format.js';
import { isCurrent, link } from '../../state/link.js';
import { judgedSince, reviewers, runs, status } from '../../state/live.js';
import { lanes, resultOf, resultOfRange, stateOf } from '../../state/race.js';
import { reviewingOf, spending } from '../../state/reviewers.js';
import { visible } from '../../state/visible.js';
import { gatewayNow, RANGES, windows } from '../../state/windows.js';
import { Element } from '../element.js';
import { icon } from '../icons.js';
import { Watch } from '../watch.js';
import { barOf, ROWS } from './rows.js';

const RUN_EVERY_MS = 1500;
const STATE_ICONS = { silent: 'warning', lagging: 'warning', degraded: 'warning', waiting: 'info', off: 'info' };

/** The same traffic as each tier decided it, side by side. */
class Race extends Element {
  static properties = { scope: { state: true }, run: { state: true } };
  #watch = new Watch(this, status, windows, runs, link, reviewers, judgedSince);
  #askRun = null;

  constructor() {
    super();
    this.scope = 'total';
    this.run = null;
  }

  render() {
    const total = status.value?.tiers;
    return html`
      <header>
        <h2 title="The same traffic, as each tier decided it">Tier race</h2>
        ${this.#scopes()}
      </header>
      ${total ? this.#table(total) : html`<p class="empty">connecting…</p>`}`;
  }

  #scopes() {
    const newest = runs.value.list?.[0];
    const range = RANGES[windows.value.range]?.name;
    const names = [['total', 'Since start', 'Since the first record'], ['range', range ?? 'Range', 'The span of the charts'], ['run', 'Newest run', newest ? `Only requests of run ${newest.run_id}` : 'Nothing was simulated yet']];
    return html`<div class="choices" role="group" aria-label="What the race counts">
      ${names.map(([scope, name, title]) => html`<button type="button" class="choice" title=${title} aria-pressed=${String(this.scope === scope)}
        ?disabled=${scope === 'run' && !newest} @click=${() => this.#choose(scope)}>${name}</button>`)}
    </div>`;
  }

  #choose(scope) {
    this.scope = scope;
    if (scope !== 'run') return;
    if (this.#askRun) this.#askRun();
    else this.#askRun = poll(() => this.#ask(), () => (this.scope === 'run' && this.isConnected ? RUN_EVERY_MS : null));
  }

  async #ask() {
    const id = runs.value.list?.[0]?.run_id;
    if (this.scope !== 'run' || id === undefined) return;
    try {
      this.run = { id, tiers: (await get(`/api/metrics/runs/${id}`)).tiers, error: null };
    } catch (error) {
      // A run that just began was not counted yet.
      this.run = { id, tiers: error.status === 404 ? {} : this.run?.id === id ? this.run.tiers : {}, error: error.status === 404 ? null : error };
    }
  }

  #resultOf(tier, total) {
    if (this.scope === 'range') {
      const list = windows.value.tiers?.[tier]?.windows;
      return list ? resultOfRange(list) : null;
    }
    const counted = this.scope === 'run' ? this.run?.tiers[tier] : total[tier];
    return counted ? resultOf(counted) : null;
  }

  #table(total) {
    const analyzers = status.value.analyzers ?? {};
    const columns = lanes({ ...total, ...analyzers }).map((tier) => this.#column(tier, total, analyzers[tier]));
    const results = columns.flatMap(({ result }) => result ?? []);
    return html`
      ${this.scope === 'run' && this.run?.error ? html`<p class="failed">${this.run.error.message}</p>` : nothing}
      ${this.#isOld() ? html`<p class="old-note">Not connected. As of ${clock(status.value.timestamp)}.</p>` : nothing}
      <table class="lanes" ?data-old=${this.#isOld()}>
        <thead><tr><td></td>${columns.map(({ tier, state }) => html`<th scope="col" data-state=${state.name}><b title=${tier}>${tier}</b>${state.name === 'off' ? nothing : html`<span class="state" title=${state.words}>${STATE_ICONS[state.name] ? icon(STATE_ICONS[state.name]) : nothing} ${state.words}</span>`}</th>`)}</tr></thead>
        <tbody>${ROWS.map((row, index) => html`<tr data-row=${row.key}>
          <th scope="row" title=${row.title}>${row.key === 'p95' && this.scope === 'range' ? 'p95, worst window' : row.name}</th>
          ${columns.map((column) => this.#cell(row, index, column, results))}
        </tr>`)}</tbody>
      </table>`;
  }

  #column(tier, total, analyzer) {
    const reviewing = reviewingOf(reviewers.value.list, tier);
    return {
      tier,
      analyzer,
      reviewing: { ...reviewing, spent: spending(reviewers.value.list, tier, gatewayNow()), judged: judgedSince.value[tier] ?? null },
      state: stateOf(tier, total[tier], analyzer, reviewing, { count, clock }),
      result: this.#resultOf(tier, total),
    };
  }

  #cell(row, index, { tier, state, result, analyzer, reviewing }, results) {
    if (state.name === 'off' || result === null) {
      return index > 0 ? nothing : html`<td class="off" rowspan=${ROWS.length}>${icon('info')}<p>${state.name === 'off' ? visible(state.words) : this.#nothingWords()}</p></td>`;
    }
    const bar = barOf(row, result, results);
    const small = row.small?.(result, analyzer, reviewing);
    const words = small ? html` <small>${small}</small>` : nothing;
    return html`<td class="number" title=${row.hint?.(result, reviewing) ?? nothing}>
      <span class="figure ${bar === null && row.bar ? 'words' : ''}">${row.write(result, tier, analyzer, reviewing)}</span>
      ${bar === null ? words : html`<span class="gauge"><svg class="bar ${row.kind}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6"></rect><rect width=${(bar * 100).toFixed(1)} height="6"></rect></svg>${words}</span>`}
    </td>`;
  }

  #isOld() {
    return !isCurrent(link.value, performance.now());
  }

  #nothingWords() {
    if (this.scope === 'run') return this.run ? 'Nothing of this run was counted.' : 'Asking…';
    return windows.value.error ? 'The gateway was not reached.' : 'Filling from history…';
  }
}

customElements.define('kg-race', Race);
