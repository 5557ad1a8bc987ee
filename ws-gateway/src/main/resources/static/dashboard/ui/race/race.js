import { html } from 'lit';
import { Element } from '../element.js';

class Race extends Element {
  render() {
    return html`<h2>Tier race</h2>`;
  }
}

customElements.define('kg-race', Race);
