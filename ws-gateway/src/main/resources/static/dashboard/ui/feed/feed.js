import { html } from 'lit';
import { ApiError, post } from '../../net/api.js';
import { count } from '../../state/format.js';
import { feed, feedFilter, feedSearch } from '../../state/feed.js';
import { filterQuery } from '../../state/filter.js';
import { gapWords } from '../../state/gap.js';
import { link } from '../../state/link.js';
import { gaps, tiles } from '../../state/live.js';
import { found } from '../../state/search.js';
import { Element } from '../element.js';
import { icon } from '../icons.js';
import { askForToken } from '../token/token.js';
import { PacedWatch, Watch } from '../watch.js';
import { empty } from './empty.js';
import './grid.js';
import './tools.js';

const DRAWN_EVERY_MS = 250;
// Browsers let a page write its address only so often.
const ADDRESS_PAUSE_MS = 300;

/** The threat feed: what was judged, as it comes. */
class FeedPart extends Element {
  #watch = new Watch(this, feedFilter, feedSearch, gaps);
  #feedWatch = new PacedWatch(this, DRAWN_EVERY_MS, feed, link, tiles);
  #sent = '';
  #timer = null;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener('kg-key', (event) => this.#keyed(event.detail));
    feedFilter.subscribe(() => this.#writeAddressSoon());
    feedSearch.subscribe(() => this.#writeAddressSoon());
    // An entry of the history has the filter of its time, and the page the one of now.
    addEventListener('popstate', () => this.#writeAddressSoon());
  }

  #writeAddressSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const query = filterQuery(feedFilter.value, feedSearch.value);
      history.replaceState(history.state, '', `${location.pathname}${query ? `?${query}` : ''}${location.hash}`);
    }, ADDRESS_PAUSE_MS);
  }

  #keyed(deed) {
    const grid = this.querySelector('kg-feed-grid');
    if (deed === 'pause') feed.update((it) => it.pause(!it.paused));
    if (deed === 'search') this.querySelector('input[type="search"]').focus();
    if (deed === 'next') grid?.move(1);
    if (deed === 'previous') grid?.move(-1);
    if (deed === 'open') grid?.open();
    if (deed === 'release') grid?.release();
  }

  #attack = async () => {
    this.#say(html`<p role="status">Sending.</p>`);
    try {
      await post('/api/attack/quick', { type: 'sql' });
      this.#say(html`<p role="status">Sent. Its verdict comes when it is judged.</p>`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#say(html`<p class="failed" role="alert">Not sent: ${error.message}</p>${error.status === 401 ? askForToken(this.#attack) : ''}`);
    }
  };

  #say(sent) {
    this.#sent = sent;
    this.requestUpdate();
  }

  render() {
    const { shown, skipped } = feed.value;
    const rows = found(shown, feedSearch.value);
    if (rows.length > 0) this.#sent = '';
    return html`
      <header>
        <h2>Threat feed</h2>
        <p class="quiet number">
          ${feedSearch.value ? html`${count(rows.length)} of ${count(shown.length)} match` : html`${count(shown.length)} verdicts`}${skipped > 0 ? html`; ${count(skipped)} left out since the page opened, threats are shown first` : ''}
        </p>
      </header>
      <kg-feed-tools></kg-feed-tools>
      ${this.#gaps(gaps.value)}
      ${rows.length > 0 ? html`<kg-feed-grid></kg-feed-grid>` : empty(this.#attack, this.#sent)}`;
  }

  #gaps([newest, ...before]) {
    if (!newest) return '';
    const words = html`${icon('warning')} ${gapWords(newest)}`;
    if (before.length === 0) return html`<p class="feed-gaps">${words}</p>`;
    return html`
      <details class="feed-gaps"><summary>${words} <span class="quiet">${count(before.length)} more before</span></summary>
        <ul>${before.map((gap) => html`<li>${gapWords(gap)}</li>`)}</ul>
      </details>`;
  }
}

customElements.define('kg-feed', FeedPart);
