import { html } from 'lit';
import { count, millis, percent } from '../../state/format.js';
import { status } from '../../state/live.js';
import { tierRows } from '../../state/results.js';

const MEASURES = [
  ['Requests', 'Requests of this run that the tier has judged so far', (row) => count(row.judged)],
  ['Stopped', 'Requests that it blocked or slowed, whatever they are', (row) => count(row.stopped)],
  ['Caught', 'Attacks that it blocked or slowed', (row) => labelled(row, count(row.caught))],
  ['Got through', 'Attacks that it let pass', (row) => labelled(row, count(row.through))],
  ['False alarms', 'Harmless requests that it blocked or slowed', (row) => labelled(row, falseAlarms(row))],
  ['Detection', 'Attacks caught, of all attacks', (row) => labelled(row, row.detection === null ? 'no attacks' : percent(row.detection))],
  ['Latency p95', 'From ingest to verdict', (row) => (row.tier === 'unprotected' ? 'no judge' : millis(row.p95))],
];

// Recorded traffic may have no labels, and then nobody knows what it was.
const labelled = (row, words) => (row.labelled ? words : 'no labels');

function falseAlarms(row) {
  if (row.harmless === 0) return 'none sent';
  return row.harmless === null ? count(null) : `${count(row.alarms)} of ${count(row.harmless)}`;
}

/** What each tier made of a run, side by side. @param {{targets: string[], via: string}} config @param {object} tiers see results */
export function tierTable(config, tiers) {
  if (config.via === 'gateway' && Object.keys(tiers).length === 0) {
    return html`<p class="quiet">Its requests went to the gateway, whose log carries no truth. They count on the overview, not here.</p>`;
  }
  const rows = tierRows(config.targets, tiers, Object.keys(status.value?.tiers ?? {}));
  const counted = rows.filter((row) => row.why === null);
  return html`
    ${counted.length === 0 ? '' : html`
      <table class="tiers">
        <thead><tr><th scope="col"><span class="unseen">Measure</span></th>${counted.map((row) => html`<th scope="col" class="number">${row.tier}</th>`)}</tr></thead>
        <tbody>${MEASURES.map(([name, what, text]) => html`
          <tr><th scope="row" title=${what}>${name}</th>${counted.map((row) => html`<td class="number">${text(row)}</td>`)}</tr>`)}
        </tbody>
      </table>`}
    ${rows.filter((row) => row.why !== null).map((row) => html`<p class="quiet">${row.tier}: ${row.why}</p>`)}`;
}
