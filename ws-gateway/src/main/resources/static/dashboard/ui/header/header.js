import { html } from 'lit';
import { link, linkWords } from '../../state/link.js';
import { millis } from '../../state/format.js';
import { status, tiles } from '../../state/live.js';
import { prefs, setPref } from '../../state/prefs.js';
import { route, routeHash, showPanel, VIEWS } from '../../state/route.js';
import { Element } from '../element.js';
import { icon } from '../icons.js';
import { EverySecond, Watch } from '../watch.js';
import { showKeys } from '../keys/keys.js';

const VIEW_NAMES = { overview: 'Overview', incidents: 'Incidents', sources: 'Sources', runs: 'Runs', pipeline: 'Pipeline' };
const THEMES = { auto: 'Auto', light: 'Light', dark: 'Dark' };

/** The line on top: where one is, and whether what one sees is live. */
class Header extends Element {
  #watch = new Watch(this, link, tiles, status, prefs, route);
  #clock = new EverySecond(this);

  render() {
    const { view, params } = route.value;
    const words = linkWords(link.value, tiles.value, status.value, performance.now(), Date.now());
    const attacking = params.panel === 'attack';
    return html`
      <header class="top">
        <h1><img src="/dashboard/icon.svg" alt="" width="22" height="22">Kong Guard AI</h1>
        <nav aria-label="Views">
          ${VIEWS.map((name) => html`<a href=${routeHash(name, params)} aria-current=${name === view ? 'page' : 'false'}>${VIEW_NAMES[name]}</a>`)}
        </nav>
        <p id="connection" data-state=${words.name}>
          <span class="dot" aria-hidden="true"></span><span role="status">${words.text}</span>
          <span class="quiet number">${words.detail}</span>
          ${link.value.rttMs === null ? '' : html`<span class="quiet number" title="Round trip to the gateway and back">${millis(Math.max(0.1, link.value.rttMs))}</span>`}
        </p>
        <div class="tools">
          <button class="button" type="button" aria-pressed=${String(prefs.value.presentation)} title="Larger type, for an audience (p)"
            @click=${() => setPref('presentation', !prefs.value.presentation)}>Present</button>
          <select aria-label="Theme" @change=${(event) => setPref('theme', event.target.value)}>
            ${Object.entries(THEMES).map(([value, name]) => html`<option value=${value} ?selected=${prefs.value.theme === value}>${name}</option>`)}
          </select>
          <button class="button" type="button" aria-label="Keys" title="What the keys do (?)" @click=${showKeys}>?</button>
          <button class="button primary" type="button" aria-expanded=${String(attacking)} @click=${() => showPanel(attacking ? {} : { panel: 'attack' })}>${icon('bolt')} Attack</button>
        </div>
      </header>`;
  }
}

customElements.define('kg-header', Header);
