import { html } from 'lit';
import { Element } from '../element.js';

class FeedTable extends Element {
  render() {
    return html`<h2>Threat feed</h2>`;
  }
}

customElements.define('kg-feed', FeedTable);
