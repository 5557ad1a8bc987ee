import { html } from 'lit';
import { Element } from '../element.js';

class SourceList extends Element {
  render() {
    return html`<h2>Sources</h2>`;
  }
}

customElements.define('kg-sources', SourceList);
