import { html } from 'lit';
import { Element } from '../element.js';

class Tiles extends Element {
  render() {
    return html`<h2>Tiles</h2>`;
  }
}

customElements.define('kg-tiles', Tiles);
