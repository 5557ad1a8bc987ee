import { html } from 'lit';
import { showPanel } from '../../state/route.js';
import { icon } from '../icons.js';
import { View } from '../view.js';
import './flood.js';
import './follow.js';
import './live.js';
import './quick.js';

/** The panel from which one attacks oneself. */
class AttackControl extends View {
  render() {
    return html`
      <header class="heading">
        <h2>Attack control</h2>
        <button class="button" type="button" aria-label="Close attack control" title="Close (Esc)" @click=${() => showPanel()}>${icon('close')}</button>
      </header>
      <p class="quiet">Sends generated requests through the real pipeline, from ingest to this screen. Their truth travels where no judge sees it.</p>
      <kg-live-runs></kg-live-runs>
      <kg-quick></kg-quick>
      <kg-flood></kg-flood>`;
  }
}

customElements.define('kg-attack', AttackControl);
