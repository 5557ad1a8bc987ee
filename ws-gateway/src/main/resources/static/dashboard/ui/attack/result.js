import { html } from 'lit';
import { count, moment, percent, rate, typeName } from '../../state/format.js';
import { orderOf, order } from '../../state/order.js';
import { openDraft } from '../../state/recordings.js';
import { typeRows } from '../../state/results.js';
import { showPanel } from '../../state/route.js';
import { bar } from '../bar.js';
import { icon } from '../icons.js';
import { tierTable } from './tiers.js';

/** All that is known of a run: its order, how it went, and what each tier made of each type. */
export function runResult(run, result) {
  const { config } = run;
  return html`
    <div class="result">
      <dl class="facts">
        <dt>Run</dt><dd class="mono">${run.run_id}</dd>
        <dt>From, to</dt><dd class="number">${moment(run.start_time)} - ${run.end_time ? moment(run.end_time) : 'not ended'}</dd>
        ${config.strategy === 'replay' ? played(config) : ordered(config)}
        <dt>Late, failed</dt><dd class="number">${count(run.late)} left over 100 ms late, ${count(run.errors)} could not be sent${config.via === 'gateway' ? `, ${count(run.refused)} refused by the gateway` : ''}</dd>
      </dl>
      ${run.reason ? html`<p class="saturated">${icon('warning')} ${run.saturated ? 'Could not keep its plan: ' : ''}${run.reason}</p>` : ''}
      ${numbers(config, result)}
      <span class="buttons">
        ${config.strategy === 'replay' ? '' : html`<button class="button" type="button" title="Fills the form with this order and its seed" @click=${() => again(config)}>${icon('play')} Run again</button>`}
        <button class="button" type="button" @click=${() => openDraft({ of: 'run', kind: 'run', id: run.run_id, name: `run-${run.run_id}` })}>${icon('record')} Record its events</button>
      </span>
    </div>`;
}

const played = (config) => html`
  <dt>Recording</dt><dd class="mono">${config.recording ?? 'a file of the command line'}</dd>
  <dt>Mean rate</dt><dd class="number">${rate(config.rate)}/s</dd>`;

const ordered = (config) => html`
  <dt>Target</dt><dd class="number">${rate(config.rate)}/s</dd>
  <dt>Types</dt><dd>${config.types.length === 0 ? 'a mix of all' : config.types.map(typeName).join(', ')}</dd>
  <dt>Endpoints</dt><dd class="mono">${config.endpoints.length === 0 ? 'chosen by the generator' : config.endpoints.join(' ')}</dd>
  <dt>Seed</dt><dd class="mono">${config.seed}</dd>
  <dt>Way</dt><dd>${config.via}</dd>`;

function numbers(config, result) {
  if (!result) return html`<p class="quiet">Asking for its results</p>`;
  const failed = result.error ? html`<p class="quiet">Its results cannot be had now: ${result.error.message}</p>` : '';
  if (Object.keys(result.tiers).length === 0 && config.via === 'topic') {
    return result.error ? failed : html`<p class="quiet">Nothing of it is counted: not yet, or not any more, since results are kept for a day.</p>`;
  }
  return html`${failed}<div class="tables" tabindex="0" role="region" aria-label="Results"><div>${tierTable(config, result.tiers)}</div>${typeTable(result.tiers)}</div>`;
}

function typeTable(tiers) {
  const { judges, rows } = typeRows(tiers);
  if (rows.length === 0) return '';
  return html`
    <table class="types">
      <thead><tr><th scope="col">What it really was</th>${judges.map((tier) => html`<th scope="col" class="number">${tier} caught</th><th scope="col" class="number">missed</th><th scope="col" class="number">share</th>`)}</tr></thead>
      <tbody>${rows.map(({ type, of }) => html`<tr><th scope="row">${typeName(type)}</th>${judges.map((tier) => cells(of[tier]))}</tr>`)}</tbody>
    </table>`;
}

function cells(tally) {
  if (!tally) return html`<td class="number quiet" colspan="3">not judged</td>`;
  const share = tally.caught / (tally.caught + tally.missed);
  return html`
    <td class="number">${count(tally.caught)}</td><td class="number">${count(tally.missed)}</td>
    <td class="number nowrap">${bar(share)} ${percent(100 * share)}</td>`;
}

function again(config) {
  order.value = orderOf(config);
  showPanel({ panel: 'attack' });
}
