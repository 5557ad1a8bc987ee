import { html } from 'lit';
import { actionName, ACTIONS, count, score, typeName } from '../../state/format.js';
import { everything, feed, feedFilter, feedSearch } from '../../state/feed.js';
import { narrowed, TYPES } from '../../state/filter.js';
import { status } from '../../state/live.js';
import { visible } from '../../state/visible.js';
import { windows } from '../../state/windows.js';
import { Element } from '../element.js';
import { icon } from '../icons.js';
import { PacedWatch, Watch } from '../watch.js';
import { picker } from './picker.js';

const PATH_PAUSE_MS = 400;

/** What one can do with the feed: pause it, look for something, ask for less of it. */
class FeedTools extends Element {
  #watch = new Watch(this, feedFilter, feedSearch);
  #feedWatch = new PacedWatch(this, 250, feed, status);
  #open = false;
  #score = null;
  #timer = null;

  #ask(part) {
    feedFilter.value = { ...feedFilter.value, ...part };
  }

  #toggle(action) {
    const { action: chosen } = feedFilter.value;
    this.#ask({ action: chosen.includes(action) ? chosen.filter((it) => it !== action) : [...chosen, action] });
  }

  #askPathSoon = (event) => {
    clearTimeout(this.#timer);
    const path = event.target.value.trim();
    this.#timer = setTimeout(() => path !== feedFilter.value.path && this.#ask({ path }), PATH_PAUSE_MS);
  };

  #searchKey(event) {
    if (event.key !== 'Escape') return;
    // Elsewhere it closes the panel.
    event.stopPropagation();
    event.preventDefault();
    feedSearch.value = '';
    event.target.blur();
  }

  render() {
    const { paused, newer } = feed.value;
    const filter = feedFilter.value;
    const parts = narrowed(filter);
    return html`
      <div class="feed-tools">
        <button type="button" class="button feed-pause" aria-pressed=${String(paused)} title="Space" @click=${() => feed.update((it) => it.pause(!it.paused))}>
          ${icon(paused ? 'play' : 'pause')} <span class="number">${paused ? `Paused, ${count(newer)} newer` : 'Pause'}</span>
        </button>
        <input type="search" aria-label="Search in the feed" placeholder="Search (/)" maxlength="200" .value=${feedSearch.value}
          @input=${(event) => { feedSearch.value = event.target.value; }} @keydown=${this.#searchKey}>
        <button type="button" class="button feed-more" aria-expanded=${String(this.#open)} @click=${() => { this.#open = !this.#open; this.requestUpdate(); }}>
          Filters${parts > 0 ? ` (${count(parts)})` : ''}
        </button>
        <div class="feed-filters" role="group" aria-label="Filters" ?data-open=${this.#open}>
          <span class="feed-actions" role="group" aria-label="Action">
            ${ACTIONS.map((action) => html`
              <button type="button" class="button" data-action=${action} aria-pressed=${String(filter.action.includes(action))} @click=${() => this.#toggle(action)}>
                <span class="action">${icon(action)}${actionName(action)}</span>
              </button>`)}
          </span>
          ${picker('Type', TYPES.map((type) => [type, typeName(type)]), filter.type, (type) => this.#ask({ type }))}
          ${picker('Tier', named(tiers(), filter.tier), filter.tier, (tier) => this.#ask({ tier }))}
          ${picker('Source', named(sources(), filter.source), filter.source, (source) => this.#ask({ source }))}
          <label class="feed-score">Score from
            <input type="range" min="0" max="1" step="0.05" .value=${String(filter.min_score)}
              @input=${(event) => { this.#score = Number(event.target.value); this.requestUpdate(); }}
              @change=${(event) => { this.#score = null; this.#ask({ min_score: Number(event.target.value) }); }}>
            <output class="number">${score(this.#score ?? filter.min_score)}</output>
          </label>
          <input type="text" aria-label="Path begins with" placeholder="Path begins with" maxlength="1000" .value=${filter.path} @input=${this.#askPathSoon}>
          ${parts > 0 || feedSearch.value ? html`<button type="button" class="button" @click=${everything}>Reset</button>` : ''}
        </div>
      </div>`;
  }
}

/** Names that exist, and those that an address asks for although nothing of them was seen. */
const named = (seen, chosen) => [...new Set([...seen, ...chosen])].sort().map((name) => [name, visible(name)]);

const tiers = () => Object.keys(status.value?.analyzers ?? {});
const sources = () => [...feed.value.sources, ...Object.keys(windows.value.tiers?.unprotected?.total?.origins ?? {})];

customElements.define('kg-feed-tools', FeedTools);
