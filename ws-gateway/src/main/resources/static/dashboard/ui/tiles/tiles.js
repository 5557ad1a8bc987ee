import { html } from 'lit';
import { clock } from '../../state/format.js';
import { isCurrent, link } from '../../state/link.js';
import { status, tiles } from '../../state/live.js';
import { pulse } from '../../state/pulse.js';
import { gatewayNow, windows } from '../../state/windows.js';
import { Element } from '../element.js';
import { icon } from '../icons.js';
import { EverySecond, Watch } from '../watch.js';
import { factsOf } from './facts.js';
import { spark } from './spark.js';

const STILL_AFTER_MS = 5000;
const TITLES = ['Total requests', 'Threats blocked', 'Allowed', 'Requests per second', 'Latency p50', 'AI accuracy'];

/** The numbers that one sees from across the room. Each says, when pointed at or reached by keyboard, what it is made of. */
class Tiles extends Element {
  static properties = { closed: { state: true } };
  #watch = new Watch(this, tiles, status, windows, link);
  #clock = new EverySecond(this);

  constructor() {
    super();
    this.closed = null;
  }

  render() {
    const numbers = tiles.value;
    if (numbers === null) return html`<div class="tiles">${TITLES.map((title) => this.#waiting(title))}</div>`;
    const now = performance.now();
    const old = this.#oldSince(numbers, now);
    const facts = factsOf(numbers, { windows: windows.value, status: status.value, recent: old ? null : pulse.recent(), now: gatewayNow() });
    return html`<div class="tiles" ?data-old=${old !== null}>${facts.map((fact) => this.#tile(fact, old))}</div>`;
  }

  #oldSince(numbers, now) {
    const still = pulse.stillForMs(now) > STILL_AFTER_MS;
    return isCurrent(link.value, now) && !still ? null : numbers.as_of ? `not live since ${clock(numbers.as_of)}` : 'not live';
  }

  #waiting(title) {
    return html`<section class="tile card"><h2>${title}</h2><p class="big words quiet">connecting…</p></section>`;
  }

  #tile(fact, old) {
    const { key, title, madeOf } = fact;
    return html`
      <section class="tile card" tabindex="0" data-tile=${key} ?data-vivid=${fact.vivid} ?data-closed=${this.closed === key}
        aria-labelledby="tile-${key}" aria-describedby="made-of-${key}"
        @keydown=${(event) => this.#close(event, key)} @pointerleave=${this.#reopen} @blur=${this.#reopen}>
        <h2 id="tile-${key}">${fact.icon ? icon(fact.icon) : ''}<span>${title}</span></h2>
        <p class="big number ${fact.inWords ? 'words' : ''}">${fact.value}</p>
        <p class="below number">${old ?? fact.below}</p>
        ${spark(fact.line, key !== 'total')}
        <div class="made-of" role="tooltip" id="made-of-${key}">
          <p>${madeOf.text}</p>
          <dl>${madeOf.facts.map(([name, value]) => html`<dt>${name}</dt><dd class="number">${value}</dd>`)}</dl>
        </div>
      </section>`;
  }

  #close(event, key) {
    if (event.key === 'Escape' && this.closed !== key) {
      event.stopPropagation();
      this.closed = key;
    }
  }

  #reopen = () => {
    this.closed = null;
  };
}

customElements.define('kg-tiles', Tiles);
