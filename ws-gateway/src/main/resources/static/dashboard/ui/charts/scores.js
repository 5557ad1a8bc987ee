import { html } from 'lit';
import { Element } from '../element.js';

class ScoresChart extends Element {
  render() {
    return html`<h2>Scores</h2>`;
  }
}

customElements.define('kg-scores-chart', ScoresChart);
