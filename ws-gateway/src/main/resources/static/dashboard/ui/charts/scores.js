import { html } from 'lit';
import { compact, count, NO_DATA } from '../../state/format.js';
import { sum } from '../../state/series.js';
import { RANGES, windows } from '../../state/windows.js';
import { Chart } from './chart.js';

const TENTHS = 10;
// Thresholds of the policy as it is delivered; tenths below them are coloured by what they lead to.
const ACTION_OF_TENTH = ['allow', 'allow', 'allow', 'monitor', 'monitor', 'monitor', 'rate_limit', 'rate_limit', 'block', 'block'];

/** How the scores of the span are spread. Heights are logarithmic, since threats are few among many. */
class ScoresChart extends Chart {
  heading = 'Scores';
  all = { requests: 0, score_counts: null };

  get unit() {
    const name = RANGES[windows.value.range]?.name;
    return name ? `last ${name}, logarithmic, thresholds as delivered` : '';
  }

  get emptyWords() {
    return this.all.requests > 0 ? 'No data: these windows do not tell how scores are spread.' : super.emptyWords;
  }

  take(list) {
    this.all = sum(list);
  }

  isEmpty() {
    return this.all.score_counts === null || this.all.score_counts.every((n) => n === 0);
  }

  figure(waiting) {
    const counts = waiting || this.isEmpty() ? null : this.all.score_counts;
    const most = counts ? Math.log1p(Math.max(...counts)) : 1;
    const high = (n) => (n === 0 ? 0 : Math.max(2, (Math.log1p(n) / most) * 100));
    return html`
      <div class="tenths" aria-hidden="true">
        ${Array.from({ length: TENTHS }, (_, tenth) => {
          const n = counts?.[tenth] ?? null;
          const height = n === null ? 0 : high(n);
          return html`<div class="tenth" data-action=${ACTION_OF_TENTH[tenth]} title=${n === null ? NO_DATA : `${rangeOf(tenth)}: ${count(n)}`}>
            <span class="number">${n === null ? '' : compact(n)}</span>
            <svg viewBox="0 0 10 100" preserveAspectRatio="none"><rect y=${(100 - height).toFixed(1)} width="10" height=${height.toFixed(1)}></rect></svg>
            <span class="from number">${(tenth / TENTHS).toFixed(1)}</span>
          </div>`;
        })}
        ${counts === null ? '' : html`<i class="threshold at-monitor"><span>monitor</span></i><i class="threshold at-limit"><span>limit</span></i><i class="threshold at-block"><span>block</span></i>`}
      </div>
      ${counts === null ? '' : html`<div class="unseen"><table><caption>Requests by score</caption><tbody>${counts.map((n, tenth) => html`<tr><th scope="row">${rangeOf(tenth)}</th><td>${count(n)}</td></tr>`)}</tbody></table></div>`}`;
  }
}

const rangeOf = (tenth) => `${(tenth / TENTHS).toFixed(1)} to ${tenth === TENTHS - 1 ? '1.0' : `below ${((tenth + 1) / TENTHS).toFixed(1)}`}`;

customElements.define('kg-scores-chart', ScoresChart);
