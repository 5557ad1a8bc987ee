import { html, nothing } from 'lit';
import { count, typeName } from '../../state/format.js';
import { feedFilter } from '../../state/feed.js';
import { sum } from '../../state/series.js';
import { RANGES, windows } from '../../state/windows.js';
import { Watch } from '../watch.js';
import { Chart } from './chart.js';

const SHOWN = 8;

/** What the tier called the requests of the span, most frequent first. A type chosen here is what the feed shows. */
class TypesChart extends Chart {
  #watchFilter = new Watch(this, feedFilter);
  heading = 'Threat types';
  all = { requests: 0, threat_types: {} };

  get unit() {
    const name = RANGES[windows.value.range]?.name;
    return name ? `last ${name}` : '';
  }

  get emptyWords() {
    return this.all.requests === 0 ? super.emptyWords : `No threat among ${count(this.all.requests)} requests.`;
  }

  take(list) {
    this.all = sum(list);
    this.threats = Object.entries(this.all.threat_types).filter(([type, n]) => type !== 'none' && n > 0).sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]));
  }

  isEmpty() {
    return this.threats.length === 0;
  }

  figure(waiting) {
    if (waiting || this.threats.length === 0) return html`<div class="bars"></div>`;
    const most = this.threats[0][1];
    const more = this.threats.slice(SHOWN);
    return html`
      <ol class="bars">${this.threats.slice(0, SHOWN).map(([type, n]) => html`<li>
        <button type="button" class="name" title="Show only these in the feed" aria-pressed=${String(isOnly(type))} @click=${() => toggle(type)}>${typeName(type)}</button>
        <svg class="bar bad" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width=${((n / most) * 100).toFixed(1)} height="6"></rect></svg>
        <span class="number">${count(n)}</span>
      </li>`)}</ol>
      <p class="quiet number foot">${more.length > 0 ? html`${more.length} more types: ${count(more.reduce((n, [, of]) => n + of, 0))} · ` : nothing}no threat: ${count(this.all.threat_types.none ?? 0)}</p>`;
  }
}

const isOnly = (type) => feedFilter.value.type.length === 1 && feedFilter.value.type[0] === type;

function toggle(type) {
  feedFilter.value = { ...feedFilter.value, type: isOnly(type) ? [] : [type] };
}

customElements.define('kg-types-chart', TypesChart);
