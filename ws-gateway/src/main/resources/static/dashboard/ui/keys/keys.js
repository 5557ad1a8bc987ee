import { html } from 'lit';
import { Element } from '../element.js';

export const KEYS = [
  ['?', 'This list'],
  ['1 - 5', 'Overview, incidents, sources, runs, pipeline'],
  ['a', 'Attack control'],
  ['Space', 'Pause the feed, or go on'],
  ['/', 'Search in the feed'],
  ['j, k', 'Next, previous verdict'],
  ['Enter', 'Open the verdict'],
  ['Esc', 'Close the panel; then go back to the newest verdict'],
  ['p', 'Larger type, for an audience'],
];

/** The list of keys. */
class Keys extends Element {
  render() {
    return html`
      <dialog aria-labelledby="keys-title">
        <h2 id="keys-title">Keys</h2>
        <dl>${KEYS.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`)}</dl>
        <form method="dialog"><button class="button">Close</button></form>
      </dialog>`;
  }
}

export function showKeys() {
  const dialog = document.querySelector('kg-keys dialog');
  if (dialog && !dialog.open) dialog.showModal();
}

customElements.define('kg-keys', Keys);
