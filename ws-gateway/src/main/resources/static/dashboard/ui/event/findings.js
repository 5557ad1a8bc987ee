import { html } from 'lit';
import { count, typeName } from '../../state/format.js';
import { visible } from '../../state/visible.js';
import { bar } from '../feed/row.js';

/** The evidence, strongest first. */
export const findingsTable = (findings) => html`
  <section aria-labelledby="event-findings">
    <h3 id="event-findings">Findings</h3>
    ${findings.length === 0
      ? html`<p class="quiet">No detector found anything.</p>`
      : html`
        <table class="findings">
          <thead><tr><th scope="col">Weight</th><th scope="col">Where and who</th><th scope="col">Evidence</th></tr></thead>
          <tbody>${findings.map(finding)}</tbody>
        </table>`}
  </section>`;

const finding = (it) => html`
  <tr>
    <td class="weight"><span class="weighed">${bar(it.weight)}</span></td>
    <td><span class="mono">${visible(it.field)}</span>${it.offset >= 0 ? html` <span class="quiet number" title="First character, and how many">${count(it.offset)}+${count(it.length)}</span>` : html` <span class="quiet">no single place</span>`}<br>
      ${typeName(it.type)} <span class="quiet">by ${visible(it.detector)}</span></td>
    <td class="mono evidence">${it.evidence ? visible(it.evidence) : html`<span class="quiet">none</span>`}</td>
  </tr>`;
