import { html, nothing } from 'lit';
import { clock } from '../../state/format.js';
import { tiles } from '../../state/live.js';
import { prefs } from '../../state/prefs.js';
import { rangeName, RANGES, windows } from '../../state/windows.js';
import { Element } from '../element.js';
import { Watch } from '../watch.js';

/**
 * What charts have in common: the windows of the primary tier over the chosen span, and what is said when there are none.
 *
 * A kind of chart gives `heading`, `unit`, `figure()` and `isEmpty()`; `take(list, state)` is called with new windows before it draws.
 */
export class Chart extends Element {
  #watch = new Watch(this, windows, prefs);
  #taken = null;
  #counted = false;

  connectedCallback() {
    super.connectedCallback();
    if (tiles.value !== null) return;
    const end = tiles.subscribe(() => {
      end();
      this.requestUpdate();
    });
  }

  willUpdate() {
    const state = windows.value;
    // After a failed question the last drawing stays as it was.
    if (this.tier === null || state.tiers === null || (state.error !== null && this.#taken !== null) || state === this.#taken) return;
    this.#taken = state;
    const list = state.tiers[this.tier]?.windows ?? [];
    this.#counted = list.length > 0;
    this.take(list, state);
  }

  get tier() {
    return tiles.value?.tier ?? null;
  }

  get tools() {
    return nothing;
  }

  render() {
    const { error, asOf, range } = windows.value;
    const wanted = rangeName(prefs.value.range);
    const waiting = this.#taken === null;
    const words = this.#words(waiting, error);
    return html`
      <header><h2>${this.heading} <span class="quiet">${this.unit}</span></h2>${this.tools}</header>
      <div class="figure-area" ?data-old=${error !== null && !waiting}>
        ${this.figure(waiting)}
        ${words ? html`<p class="over" role="status">${words}</p>` : nothing}
        ${error && !waiting ? html`<p class="old-note">${error.message}. As of ${clock(asOf)}.</p>` : nothing}
        ${!error && range !== wanted && !waiting ? html`<p class="old-note">Filling ${RANGES[wanted].name} from history…</p>` : nothing}
      </div>`;
  }

  #words(waiting, error) {
    if (waiting) return error ? `${error.message}.` : 'Filling from history…';
    // The note below says already that the gateway was not reached.
    return this.isEmpty() && !error ? this.emptyWords : null;
  }

  get emptyWords() {
    const span = RANGES[windows.value.range]?.name ?? '';
    return this.#counted ? `No traffic in the last ${span}.` : `Nothing was counted in the last ${span}: metrics-streams did not run, or its windows are no longer kept.`;
  }
}
