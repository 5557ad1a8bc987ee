import { html } from 'lit';
import { Element } from '../element.js';

class LatencyChart extends Element {
  render() {
    return html`<h2>Latency</h2>`;
  }
}

customElements.define('kg-latency-chart', LatencyChart);
