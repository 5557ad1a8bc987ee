import { html } from 'lit';
import { setToken } from '../../net/api.js';

/** A field for the token of the gateway, for after a 401. @param {() => void} again what to try with it */
export const askForToken = (again) => html`
  <form class="token-form" @submit=${(event) => {
    event.preventDefault();
    // It may stand inside of the form that was refused.
    event.stopPropagation();
    setToken(new FormData(event.target).get('token'));
    event.target.reset();
    again();
  }}>
    <label>Token of the gateway <input type="password" name="token" required maxlength="1000" autocomplete="off"></label>
    <button class="button" type="submit">Use it</button>
    <p class="quiet">Kept in this page only, until it is closed.</p>
  </form>`;
