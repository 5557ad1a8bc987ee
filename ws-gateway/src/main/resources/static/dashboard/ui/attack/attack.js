import { html } from 'lit';
import { route, showPanel } from '../../state/route.js';
import { icon } from '../icons.js';
import { View } from '../view.js';
import './flood.js';
import './follow.js';
import './live.js';
import './quick.js';

const isOpen = () => route.value.params.panel === 'attack';

/** The panel from which one attacks oneself. The keyboard follows it when it opens, and goes back when it closes. */
class AttackControl extends View {
  #open = isOpen();
  #end = null;

  connectedCallback() {
    super.connectedCallback();
    this.#end = route.subscribe(() => this.#moveFocus());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#end();
  }

  render() {
    return html`
      <header class="heading">
        <h2 tabindex="-1">Attack control</h2>
        <button class="button" type="button" aria-label="Close attack control" title="Close (Esc)" @click=${() => showPanel()}>${icon('close')}</button>
      </header>
      <p class="quiet">Sends generated requests through the real pipeline, from ingest to this screen. Their truth travels where no judge sees it.</p>
      <kg-live-runs></kg-live-runs>
      <kg-quick></kg-quick>
      <kg-flood></kg-flood>`;
  }

  async #moveFocus() {
    const was = this.#open;
    this.#open = isOpen();
    if (this.#open === was) return;
    if (this.#open) {
      await this.updateComplete;
      this.querySelector('h2')?.focus({ preventScroll: true });
    } else if (this.contains(document.activeElement) || document.activeElement === document.body) {
      document.querySelector('kg-header [aria-expanded]')?.focus();
    }
  }
}

customElements.define('kg-attack', AttackControl);
