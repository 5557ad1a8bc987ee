import { html } from 'lit';
import { count } from '../../state/format.js';

/**
 * Some of many. Nothing chosen means all.
 * @param {string} title @param {[string, string][]} options values and names @param {string[]} chosen @param {(chosen: string[]) => void} choose
 */
export function picker(title, options, chosen, choose) {
  const name = chosen.length === 1 ? (options.find(([value]) => value === chosen[0])?.[1] ?? chosen[0]) : count(chosen.length);
  return html`
    <details class="picker" name="feed-picker" @focusout=${left} @keydown=${escaped}>
      <summary class="button" ?data-chosen=${chosen.length > 0}>${title}${chosen.length > 0 ? `: ${name}` : ''}</summary>
      <fieldset tabindex="-1">
        <legend class="unseen">${title}</legend>
        ${options.length === 0 ? html`<p class="quiet">none seen yet</p>` : ''}
        ${options.map(([value, text]) => html`
          <label><input type="checkbox" .checked=${chosen.includes(value)}
            @change=${(event) => choose(event.target.checked ? [...chosen, value] : chosen.filter((it) => it !== value))}> ${text}</label>`)}
      </fieldset>
    </details>`;
}

function left(event) {
  if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
}

function escaped(event) {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.stopPropagation();
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary').focus();
}
