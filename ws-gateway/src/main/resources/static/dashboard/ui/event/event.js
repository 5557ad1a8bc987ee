import { html } from 'lit';
import { ApiError, get } from '../../net/api.js';
import { joined } from '../../state/event.js';
import { feed } from '../../state/feed.js';
import { tiles } from '../../state/live.js';
import { route, showPanel } from '../../state/route.js';
import { Element } from '../element.js';
import { icon } from '../icons.js';
import { askForToken } from '../token/token.js';
import { PacedWatch, Watch } from '../watch.js';
import './deeds.js';
import { facts, truthOf } from './facts.js';
import { findingsTable } from './findings.js';
import { canonicalText, requestText } from './request.js';
import { timelineList } from './timeline.js';
import { headline, verdictList } from './verdicts.js';

const ASKING = { state: 'asking', json: null, error: null };

/** One event and everything that is known of it: at once what the feed has, then what the topics hold. */
class EventDetail extends Element {
  #watch = new Watch(this, route);
  #feedWatch = new PacedWatch(this, 500, feed, tiles);
  #shown = null;
  #rows = new Map();
  #answer = ASKING;
  #wasOpen = false;

  /** The parameters of the event that the address names; null when it names none. */
  get #named() {
    const { panel, id, client, at } = route.value.params;
    return panel === 'event' && id ? { panel, id, client, at } : null;
  }

  willUpdate() {
    const named = this.#named;
    if (named && JSON.stringify(named) !== JSON.stringify(this.#shown)) {
      this.#rows.clear();
      this.#ask(named);
    }
    this.#shown = named;
    if (!named) return;
    // Kept here, since the feed forgets.
    for (const row of feed.value.ofEvent(named.id)) this.#rows.set(row.key, row);
  }

  async #ask(named) {
    const key = JSON.stringify(named);
    this.#answer = ASKING;
    const tell = (answer) => {
      if (key !== JSON.stringify(this.#shown)) return;
      this.#answer = answer;
      this.requestUpdate();
    };
    const query = new URLSearchParams({ client_ip: named.client ?? '', observed_at: named.at ?? '' });
    try {
      tell({ state: 'found', json: await get(`/api/events/${encodeURIComponent(named.id)}?${query}`), error: null });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      tell({ state: error.status === 404 ? 'missing' : 'failed', json: null, error });
    }
  }

  updated() {
    const open = this.#named !== null;
    if (open === this.#wasOpen) return;
    this.#wasOpen = open;
    if (open) this.querySelector('h2').focus({ preventScroll: true });
    else if (document.activeElement === document.body) document.querySelector('.feed-scroll')?.focus({ preventScroll: true });
  }

  render() {
    const named = this.#named;
    if (!named) return '';
    const { json } = this.#answer;
    const { request, whole, tiers, main, first, findings } = joined([...this.#rows.values()], json, tiles.value?.tier);
    return html`
      <header class="heading">
        <h2 tabindex="-1">Event</h2>
        <button type="button" class="button" aria-label="Close" title="Esc" @click=${() => showPanel({})}>${icon('close')}</button>
      </header>
      ${main ? headline(main) : ''}
      ${truthOf(json?.truth)}
      ${this.#state(named, request !== null)}
      ${request
        ? html`
          <kg-event-deeds .request=${request} .link=${named}></kg-event-deeds>
          ${requestText(request, whole, findings)}
          ${whole ? canonicalText(json.canonical ?? {}) : ''}
          ${main ? findingsTable(findings) : ''}
          ${tiers.length > 0 ? verdictList(tiers) : html`<p class="quiet">No tier has judged it, as far as is known.</p>`}
          ${timelineList(request, main, first)}
          ${facts(request, tiers, json)}`
        : ''}`;
  }

  #state(named, known) {
    const { state, json, error } = this.#answer;
    if (state === 'asking') return html`<p class="quiet" role="status">Looking it up in Kafka.</p>`;
    if (state === 'found') return json.complete ? '' : html`<p class="quiet">Not all records were looked at, so there may be more verdicts.</p>`;
    const only = known ? ' Below is only what the feed knows.' : '';
    if (state === 'missing') return html`<p class=${known ? 'quiet' : 'failed'} role="status">The gateway does not find it: ${error.message}.${only}</p>`;
    return html`
      <div class="failed" role="alert"><p>It could not be looked up: ${error.message}.${only}</p>
        ${error.status === 401 ? askForToken(() => this.#again(named)) : html`<button type="button" class="button" @click=${() => this.#again(named)}>Try again</button>`}
      </div>`;
  }

  #again(named) {
    this.#ask(named);
    this.requestUpdate();
  }
}

customElements.define('kg-event', EventDetail);
