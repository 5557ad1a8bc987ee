import { html } from 'lit';
import { Element } from '../element.js';

class TypesChart extends Element {
  render() {
    return html`<h2>Threat types</h2>`;
  }
}

customElements.define('kg-types-chart', TypesChart);
