import { html } from 'lit';
import { count, percent } from '../../state/format.js';
import { bar } from '../bar.js';
import { counted, mergeCounts, mergeTops } from '../../state/tops.js';

const WHAT = {
  top_sources: { head: 'Client', all: 'Top clients', some: (tier) => `Top clients that ${tier} did not allow` },
  top_targets: { head: 'Method and path', all: 'Top targets', some: (tier) => `Top targets of what ${tier} did not allow` },
};

/** The most frequent clients or targets of a tier, with what is not known of their counts. */
export function topTable(tier, field, windows) {
  const { head, all, some } = WHAT[field];
  const rows = mergeTops(windows.map((window) => window[field]).filter(Boolean));
  const whole = counted(tier, windows);
  const title = tier === 'unprotected' ? all : some(tier);
  return html`
    <section class="card scrolled" tabindex="0" aria-label=${title}>
      <header><h3>${title}</h3><span class="quiet number">of ${count(whole)}</span></header>
      ${rows.length === 0 ? html`<p class="quiet">None in this time.</p>` : html`
        <table>
          <thead><tr><th scope="col">${head}</th><th scope="col" class="number">Requests</th><th scope="col" class="number">Share</th></tr></thead>
          <tbody>${rows.map((row) => html`
            <tr><td class="mono name" title=${row.name}>${row.name}</td><td class="number nowrap">${range(row)}</td><td class="number nowrap">${share(row.least, whole, rows[0].least)}</td></tr>`)}
          </tbody>
        </table>
        ${rows.some((row) => row.most > row.least) ? html`<p class="quiet">The true count is between the two: sketches of a minute do not tell every name.</p>` : ''}`}
    </section>`;
}

const range = (row) => (row.most > row.least ? html`${count(row.least)} <span class="quiet">to ${count(row.most)}</span>` : count(row.least));

/** Requests by a name that windows have whole; what was blocked is the judging tiers' word. */
export function namesTable(title, head, field, all, tiers) {
  const rows = mergeCounts(all, field);
  const whole = rows.reduce((sum, row) => sum + row.requests, 0);
  const judges = field === 'status_classes' ? [] : Object.keys(tiers).filter((tier) => tier !== 'unprotected');
  const stopped = judges.map((tier) => new Map(mergeCounts(tiers[tier], field).map((row) => [row.name, row.blocked])));
  return html`
    <section class="card scrolled" tabindex="0" aria-label=${title}>
      <header><h3>${title}</h3></header>
      ${rows.length === 0 ? html`<p class="quiet">None in this time.</p>` : html`
        <table>
          <thead><tr><th scope="col">${head}</th><th scope="col" class="number">Requests</th>${judges.map((tier) => html`<th scope="col" class="number" title="Blocked or slowed by ${tier}">${tier} stopped</th>`)}<th scope="col" class="number">Share</th></tr></thead>
          <tbody>${rows.map((row) => html`
            <tr><td class="mono name" title=${row.name}>${row.name}</td><td class="number">${count(row.requests)}</td>
              ${stopped.map((of) => html`<td class="number">${count(of.get(row.name) ?? 0)}</td>`)}<td class="number nowrap">${share(row.requests, whole, rows[0].requests)}</td></tr>`)}
          </tbody>
        </table>`}
    </section>`;
}

/** The share in words, and a bar that compares it with the largest. */
const share = (part, whole, largest) => (whole === 0 ? '' : html`${bar(part / largest)} ${percent((100 * part) / whole)}`);
