import { html } from 'lit';
import { Element } from '../element.js';

class EventDetail extends Element {
  render() {
    return html`<h2>Event</h2>`;
  }
}

customElements.define('kg-event', EventDetail);
