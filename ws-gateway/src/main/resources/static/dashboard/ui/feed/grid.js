import { html, nothing } from 'lit';
import { count } from '../../state/format.js';
import { feed, feedSearch } from '../../state/feed.js';
import { route, showEvent } from '../../state/route.js';
import { found } from '../../state/search.js';
import { Element } from '../element.js';
import { PacedWatch, Watch } from '../watch.js';
import { COLUMNS, row } from './row.js';

// Drawn beyond both edges, so that a fast scroll shows no blank.
const MARGIN_ROWS = 6;
// A row that moves cannot be clicked, so the view stands still while the pointer moves over it.
const POINTER_REST_MS = 2500;
const DRAWN_EVERY_MS = 250;
const MOVES = { ArrowDown: 1, ArrowUp: -1 };

/**
 * The rows, newest on top, of which only those in view are in the page. Who scrolls down, points at rows or walks through them with
 * keys looks at rows that stand still until they come back to the top.
 */
class FeedGrid extends Element {
  #watch = new Watch(this, feedSearch, route);
  #rowsWatch = new PacedWatch(this, DRAWN_EVERY_MS, feed);
  #height = 30;
  #drawn = [];
  #rows = 0;
  #first = 0;
  #cursor = null;
  #away = false;
  #pointing = false;
  #rest = null;
  #resized = new ResizeObserver((sizes) => this.#measured(sizes));
  #sample = null;
  #search = '';

  connectedCallback() {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
    clearTimeout(this.#rest);
    feed.update((it) => it.hold(false));
  }

  #measured(sizes) {
    const ofRow = sizes.find((size) => size.target === this.#sample)?.borderBoxSize[0].blockSize;
    if (ofRow) this.#height = ofRow;
    this.requestUpdate();
  }

  /** Moves the cursor by so many rows. */
  move(by) {
    if (this.#cursor === null) feed.update((it) => it.hold(true));
    const rows = found(feed.value.shown, feedSearch.value);
    if (rows.length === 0) return;
    const at = this.#cursor === null ? -1 : rows.length - 1 - rows.findIndex((it) => it.key === this.#cursor);
    const next = Math.max(0, Math.min(rows.length - 1, at >= rows.length ? 0 : at + by));
    this.#cursor = rows[rows.length - 1 - next].key;
    this.#hold();
    this.#show(next);
    this.requestUpdate();
  }

  /** Opens the row at the cursor. */
  open() {
    const chosen = this.#cursor === null ? null : feed.value.shown.find((it) => it.key === this.#cursor);
    if (chosen) showEvent(chosen);
  }

  /** Back to the top and to what is live. */
  release() {
    this.#cursor = null;
    this.#pointing = false;
    this.#away = false;
    const scroller = this.#scroller;
    if (scroller) scroller.scrollTop = 0;
    this.#hold();
  }

  get #scroller() {
    return this.querySelector('.feed-scroll');
  }

  #hold() {
    const on = this.#away || this.#pointing || this.#cursor !== null;
    if (on !== feed.value.held) feed.update((it) => it.hold(on));
  }

  #show(index) {
    const scroller = this.#scroller;
    const top = index * this.#height;
    const room = scroller.clientHeight - this.querySelector('.feed-head').offsetHeight - this.#height;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    if (top > scroller.scrollTop + room) scroller.scrollTop = top - room;
    this.scrollIntoView({ block: 'nearest' });
  }

  #scrolled = () => {
    this.#away = this.#scroller.scrollTop > this.#height / 2;
    this.#hold();
    this.requestUpdate();
  };

  #pointed = (event) => {
    if (event.pointerType !== 'mouse') return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(this.#left, POINTER_REST_MS);
    this.#pointing = true;
    this.#hold();
  };

  #left = () => {
    this.#pointing = false;
    this.#hold();
  };

  #clicked = (event) => {
    const index = event.target.closest('.feed-row')?.dataset.index;
    const chosen = index === undefined ? null : this.#drawn[index];
    if (chosen) showEvent(chosen);
  };

  #keyed = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in MOVES) this.move(MOVES[event.key]);
    else if (event.key === 'Home') this.release();
    else if (event.key === 'Enter') this.open();
    else if (event.key === ' ') feed.update((it) => it.pause(!it.paused));
    else if (event.key === 'Escape' && this.#cursor !== null) this.release();
    else return;
    event.preventDefault();
  };

  render() {
    if (this.#search !== feedSearch.value) {
      this.#search = feedSearch.value;
      if (this.#scroller) this.#scroller.scrollTop = 0;
    }
    const { newer, held, paused } = feed.value;
    const rows = found(feed.value.shown, feedSearch.value);
    const scroller = this.#scroller;
    const top = Math.floor((scroller?.scrollTop ?? 0) / this.#height);
    const first = Math.max(0, top - MARGIN_ROWS);
    const last = Math.min(rows.length, top + Math.ceil((scroller?.clientHeight ?? 0) / this.#height) + MARGIN_ROWS);
    const { panel, id } = route.value.params;
    const drawn = [];
    for (let i = first; i < last; i++) drawn[i] = rows[rows.length - 1 - i];
    this.#drawn = drawn;
    this.#rows = rows.length;
    this.#first = first;
    const cursor = drawn.find((it) => it?.key === this.#cursor);
    return html`
      ${held && !paused && newer > 0
        ? html`<button type="button" class="button primary feed-newer number" @click=${() => this.release()}>${count(newer)} newer</button>`
        : ''}
      <div class="feed-scroll" role="grid" tabindex="0" aria-label="Verdicts, newest first" aria-rowcount=${rows.length + 1}
        aria-activedescendant=${cursor ? `feed-row-${cursor.number}` : nothing}
        @scroll=${this.#scrolled} @pointermove=${this.#pointed} @pointerleave=${this.#left} @click=${this.#clicked} @keydown=${this.#keyed}>
        <div class="feed-head" role="row" aria-rowindex="1">
          ${COLUMNS.map(([name, title]) => html`<span role="columnheader" class=${name}>${title}</span>`)}
        </div>
        <div class="feed-space" role="rowgroup">
          <div class="feed-window" role="presentation">
            ${drawn.slice(first).map((it, i) => row(it, first + i, panel === 'event' && it.event_id === id, it === cursor))}
          </div>
        </div>
      </div>`;
  }

  updated() {
    // Asking for its height here would have the page laid out twice.
    const sample = this.querySelector('.feed-row');
    if (sample !== this.#sample) {
      if (this.#sample) this.#resized.unobserve(this.#sample);
      if (sample) this.#resized.observe(sample);
      this.#sample = sample;
    }
    this.querySelector('.feed-space').style.height = `${this.#rows * this.#height}px`;
    this.querySelector('.feed-window').style.transform = `translateY(${this.#first * this.#height}px)`;
  }
}

customElements.define('kg-feed-grid', FeedGrid);
