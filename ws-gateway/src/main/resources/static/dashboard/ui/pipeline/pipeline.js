import { html } from 'lit';
import { Element } from '../element.js';

class Pipeline extends Element {
  render() {
    return html`<h2>Pipeline</h2>`;
  }
}

customElements.define('kg-pipeline', Pipeline);
