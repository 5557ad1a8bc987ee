import { html } from 'lit';
import { Element } from '../element.js';

class RunList extends Element {
  render() {
    return html`<h2>Runs</h2>`;
  }
}

customElements.define('kg-runs', RunList);
