import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { count, duration, moment, percent, rate } from '../../state/format.js';
import { runs, status } from '../../state/live.js';
import { results, tierRows } from '../../state/results.js';
import { route, routeHash, showPanel } from '../../state/route.js';
import { icon } from '../icons.js';
import { View } from '../view.js';
import { Watch } from '../watch.js';
import { problem } from './problem.js';
import { runResult } from './result.js';
import { stateWord } from './words.js';

const HEADS = { Started: '', Strategy: '', Rate: '', Length: 'number', Sent: 'number', State: '', Detection: '' };

/** Runs of the simulator, newest first; a row opens what each tier made of it. */
class RunList extends View {
  #watch = new Watch(this, runs, status, results);

  render() {
    const { list, error } = runs.value;
    return html`
      <header class="heading">
        <h2>Runs</h2>
        <p class="quiet">The newest hundred, as long as their topic keeps them: a week. Results are kept for a day.</p>
      </header>
      ${error ? problem(error) : ''}
      ${list === null ? (error ? '' : html`<p class="empty">Asking for runs</p>`) : list.length === 0 ? this.#none() : this.#table(list)}`;
  }

  #none() {
    return html`
      <div class="empty">
        <p>No run yet.</p>
        <button class="button primary" type="button" @click=${() => showPanel({ panel: 'attack' })}>${icon('bolt')} Attack yourself</button>
      </div>`;
  }

  #table(list) {
    return html`
      <div class="card scrolled" tabindex="0" role="region" aria-label="Runs">
        <table class="runs folding">
          <thead><tr>${Object.entries(HEADS).map(([head, kind]) => html`<th scope="col" class=${kind}>${head}</th>`)}</tr></thead>
          <tbody>${repeat(list, (run) => run.run_id, (run) => this.#row(run))}</tbody>
        </table>
      </div>`;
  }

  #row(run) {
    const open = route.value.params.run === String(run.run_id);
    const live = status.value?.runs.find((one) => one.run_id === run.run_id);
    const newest = { ...run, ...(live && { sent: live.sent, planned: live.planned, status: live.state, reason: live.reason, saturated: live.saturated }) };
    return html`
      <tr>
        <td><button class="link number" type="button" aria-expanded=${String(open)} title="Run ${run.run_id}" @click=${() => this.#toggle(run, open)}>${moment(run.start_time)}</button></td>
        <td>${run.strategy}${run.config.recording ? html` <span class="quiet">of ${run.config.recording}</span>` : ''}</td>
        <td class="nowrap">${run.intensity === 'custom' ? '' : run.intensity} <span class="quiet number">${rate(run.config.rate)}/s</span></td>
        <td class="nowrap number">${duration(run.duration * 1000)}</td>
        <td class="nowrap number">${newest.planned === null ? count(newest.sent) : `${count(newest.sent)} of ${count(newest.planned)}`}</td>
        <td class="nowrap">${stateWord(newest)}</td>
        <td data-unit="caught">${this.#detection(run)}</td>
      </tr>
      ${open ? html`<tr class="opened"><td colspan=${Object.keys(HEADS).length}>${runResult(newest, results.value[run.run_id])}</td></tr>` : ''}`;
  }

  #detection(run) {
    const result = results.value[run.run_id];
    if (!result) return html`<span class="quiet">asking</span>`;
    if (result.error) return html`<span class="quiet">cannot be had</span>`;
    const rows = tierRows([], result.tiers, []).filter((row) => row.tier !== 'unprotected');
    if (rows.length === 0) return html`<span class="quiet">none kept</span>`;
    return rows.map((row) => html`<span class="nowrap number">${row.tier} ${!row.labelled ? 'no labels' : row.detection === null ? 'no attacks' : percent(row.detection)}</span> `);
  }

  #toggle(run, open) {
    const { run: opened, ...params } = route.value.params;
    location.hash = routeHash('runs', open ? params : { ...params, run: run.run_id });
  }
}

customElements.define('kg-runs', RunList);
