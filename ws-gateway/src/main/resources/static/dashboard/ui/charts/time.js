import { html, nothing } from 'lit';
import { clock } from '../../state/format.js';
import { gridOf, onGrid, timesOf } from '../../state/series.js';
import { gatewayNow, RANGES } from '../../state/windows.js';
import { Chart } from './chart.js';
import { Plot } from './plot.js';

const ROWS_FOR_READERS = 10;
const DARK = matchMedia('(prefers-color-scheme: dark)');

/**
 * A chart over time. A kind of it gives what it `shows`, `lines` ({name, mark, write(window)}), `make(colours, remPx)` for the plot, and
 * `columns(placed)`: a column of numbers for each series.
 */
export class TimeChart extends Chart {
  static properties = { pointed: { state: true } };
  #plot = null;
  #themed = () => this.requestUpdate();
  #drawn = null;
  grid = null;
  placed = [];

  constructor() {
    super();
    this.pointed = null;
  }

  connectedCallback() {
    super.connectedCallback();
    DARK.addEventListener('change', this.#themed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    DARK.removeEventListener('change', this.#themed);
    this.#plot?.end();
    this.#plot = null;
  }

  take(list, state) {
    this.grid = gridOf(RANGES[state.range], gatewayNow());
    this.placed = onGrid(list, this.grid);
  }

  isEmpty() {
    return this.placed.every((window) => window === null || window.requests === 0);
  }

  updated(changed) {
    if (this.grid === null) return;
    const place = this.querySelector('.plot');
    this.#plot ??= new Plot(place, (colours, remPx) => this.make(colours, remPx), (at) => {
      this.pointed = at;
    });
    // What is pointed at changes the legend only.
    if (changed.size === 1 && changed.has('pointed') && this.#drawn === this.placed) return;
    this.#drawn = this.placed;
    this.#plot.draw([timesOf(this.grid), ...this.columns(this.placed)], [this.grid.from / 1000, this.grid.to / 1000]);
  }

  figure() {
    const window = this.placed.at(this.#pointsAt() ?? -1) ?? null;
    return html`
      <div class="legend" aria-hidden="true">
        <ul>${this.lines.map((line) => html`<li>${line.mark} ${line.name} <b class="number">${window ? line.write(window) : ''}</b></li>`)}${this.extra ?? nothing}</ul>
      </div>
      <div class="plot"></div>
      ${this.#forReaders()}`;
  }

  /** Where in time one points, or else what the chart shows. */
  get unit() {
    const place = this.#pointsAt();
    if (place === null) return this.shows;
    const note = this.note(this.placed[place]);
    return html`<span class="number">at ${clock(this.grid.from + place * this.grid.stepMs)}</span>${note ? `, ${note}` : ''}`;
  }

  #pointsAt() {
    return this.pointed !== null && this.pointed < this.placed.length ? this.pointed : null;
  }

  /** What is to be said of a window beside its numbers. */
  note(window) {
    return window === null ? 'not counted' : '';
  }

  /** The same in a few rows, for who does not see the drawing. */
  #forReaders() {
    if (this.grid === null) return nothing;
    const every = Math.ceil(this.placed.length / ROWS_FOR_READERS);
    const places = this.placed.map((_, place) => place).filter((place) => (this.placed.length - 1 - place) % every === 0);
    return html`<div class="unseen"><table>
      <caption>${this.heading}, ${this.shows}: every ${every}th of ${this.placed.length} windows</caption>
      <thead><tr><th scope="col">Time</th>${this.lines.map((line) => html`<th scope="col">${line.name}</th>`)}</tr></thead>
      <tbody>${places.map((place) => {
        const window = this.placed[place];
        return html`<tr><th scope="row">${clock(this.grid.from + place * this.grid.stepMs)}</th>${this.lines.map((line) => html`<td>${window ? line.write(window) : 'not counted'}</td>`)}</tr>`;
      })}</tbody>
    </table></div>`;
  }
}
