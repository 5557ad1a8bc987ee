import { html } from 'lit';
import { Element } from '../element.js';

class TrafficChart extends Element {
  render() {
    return html`<h2>Traffic</h2>`;
  }
}

customElements.define('kg-traffic-chart', TrafficChart);
