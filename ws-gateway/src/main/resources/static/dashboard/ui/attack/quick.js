import { html } from 'lit';
import { post } from '../../net/api.js';
import { feed } from '../../state/feed.js';
import { actionName, millis, typeName } from '../../state/format.js';
import { showEvent } from '../../state/route.js';
import { tiersOf } from '../../net/results.js';
import { icon } from '../icons.js';
import { View } from '../view.js';
import { problem } from './problem.js';

const ATTACKS = {
  sql: 'SQL injection',
  xss: 'XSS',
  cmd_injection: 'Command injection',
  path: 'Path traversal',
  ldap_injection: 'LDAP injection',
  business_logic: 'Business logic',
  ransomware: 'Ransomware',
  normal: 'Normal request',
};
// Then the windows are asked: the feed may be filtered, or have left it out.
const PATIENCE_MS = 4000;
const LOOKED_FOR_MS = 30_000;

/** One request at a click, and what each tier made of it. */
class Quick extends View {
  #shots = new Map();
  #sending = null;
  #error = null;
  #end = null;

  connectedCallback() {
    super.connectedCallback();
    this.#end = feed.subscribe((it) => this.#look(it));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#end();
  }

  render() {
    return html`
      <section aria-labelledby="quick-title">
        <h3 id="quick-title">One request</h3>
        ${problem(this.#error, () => this.#send(this.#error.attack))}
        <ul class="quick">
          ${Object.entries(ATTACKS).map(([attack, name]) => html`
            <li>
              <button class="button" type="button" ?disabled=${this.#sending !== null} @click=${() => this.#send(attack)}>${name}</button>
              <span role="status">${this.#told(attack)}</span>
            </li>`)}
        </ul>
      </section>`;
  }

  async #send(attack) {
    if (this.#sending !== null) return;
    const shot = { clickedAt: performance.now(), verdicts: [], late: null };
    this.#sending = attack;
    this.#error = null;
    this.#shots.set(attack, shot);
    this.requestUpdate();
    try {
      Object.assign(shot, await post('/api/attack/quick', { type: attack }));
      this.#look(feed.value);
      setTimeout(() => this.#ask(shot), PATIENCE_MS);
    } catch (error) {
      this.#shots.delete(attack);
      this.#error = Object.assign(error, { attack });
    }
    this.#sending = null;
    this.requestUpdate();
  }

  /** Verdicts come in batches like any other; each tier's is looked for until it is there. */
  #look(it) {
    for (const shot of this.#shots.values()) {
      if (!shot.event_id || performance.now() - shot.clickedAt > LOOKED_FOR_MS) continue;
      for (const row of it.rows) {
        if (row.event_id !== shot.event_id || shot.verdicts.some((one) => one.tier === row.tier)) continue;
        shot.verdicts.push({ ...row, ms: performance.now() - shot.clickedAt });
        this.requestUpdate();
      }
    }
  }

  async #ask(shot) {
    if (shot.verdicts.length > 0) return;
    try {
      const tiers = Object.values(await tiersOf(shot.run_id)).filter((window) => window.tier !== 'unprotected');
      shot.late = tiers.map((window) => ({ tier: window.tier, action: Object.keys(window.actions).find((name) => window.actions[name] > 0) }));
    } catch (error) {
      shot.failed = error.message;
    }
    this.requestUpdate();
  }

  #told(attack) {
    const shot = this.#shots.get(attack);
    if (!shot) return '';
    if (!shot.event_id) return html`<span class="quiet">sending</span>`;
    if (shot.verdicts.length > 0) return shot.verdicts.map(verdictOf);
    if (shot.failed) return html`${icon('warning')} sent; what became of it cannot be had: ${shot.failed}`;
    if (shot.late === null) return html`<span class="quiet">sent, waiting for its verdict</span>`;
    if (shot.late.length === 0) return html`${icon('warning')} no verdict yet; is an analyzer running?`;
    return shot.late.map(({ tier, action }) => html`<span class="verdict">${actionOf(action)} <span class="quiet">by ${tier}; not shown in the feed</span></span>`);
  }
}

const actionOf = (action) => html`<span class="action" data-action=${action}>${icon(action)} ${actionName(action)}</span>`;

const verdictOf = (verdict) => html`
  <span class="verdict">
    ${actionOf(verdict.recommended_action)}
    <button class="link" type="button" @click=${() => showEvent(verdict)}>${typeName(verdict.threat_type)}</button>
    <span class="quiet number" title="From the click to the screen">${verdict.tier}, ${millis(Math.round(verdict.ms))}</span>
  </span>`;

customElements.define('kg-quick', Quick);
