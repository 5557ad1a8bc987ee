import { html } from 'lit';
import { Element } from '../element.js';

class AttackControl extends Element {
  render() {
    return html`<h2>Attack control</h2>`;
  }
}

customElements.define('kg-attack', AttackControl);
