import { html } from 'lit';
import { count } from '../../state/format.js';
import { icon } from '../icons.js';

/** What this gateway reads from Kafka, and what each reader waits for. @param {object[]} all of a status frame */
export function readers(all) {
  const waiting = all.filter((reader) => reader.waiting_for !== null).length;
  return html`
    <section class="card scrolled" tabindex="0" aria-label="Kafka, as this gateway reads it">
      <header><h3>Kafka, as this gateway reads it</h3><span class="quiet">${waiting === 0 ? 'all readers read what comes' : `${count(waiting)} of ${count(all.length)} wait`}</span></header>
      <table>
        <thead><tr><th scope="col">Topic</th><th scope="col">State</th><th scope="col" class="number">Behind</th></tr></thead>
        <tbody>${all.map(row)}</tbody>
      </table>
    </section>`;
}

const row = (reader) => html`
  <tr data-state=${reader.waiting_for === null ? 'ok' : 'bad'}>
    <td class="mono">${reader.name}</td>
    <td><span class="how">${reader.waiting_for === null ? html`${icon('allow')} reads` : html`${icon('block')} waits for ${reader.waiting_for}`}</span></td>
    <td class="number nowrap">${reader.behind === null ? 'not known' : count(reader.behind)}</td>
  </tr>`;
