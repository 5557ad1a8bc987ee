import uPlot from 'uplot';
import { minute } from '../../state/format.js';
import { coloursOf } from './colours.js';

/**
 * A uPlot over time that fits its place, has the colours and type of the page, and shares its cursor with the others.
 *
 * `make(colours)` gives `series`, and what else differs; `onCursor` is told the place in the data that is pointed at, or null.
 */
export class Plot {
  #place;
  #make;
  #onCursor;
  #uplot = null;
  #madeFor = '';
  #data = null;
  #span = null;
  #sizes = new ResizeObserver(() => this.#show());

  constructor(place, make, onCursor) {
    this.#place = place;
    this.#make = make;
    this.#onCursor = onCursor;
    this.#sizes.observe(place);
  }

  /** @param {(number|null)[][]} data times in seconds first @param {[number, number]} span of the time axis, seconds */
  draw(data, span) {
    this.#data = data;
    this.#span = span;
    this.#show(true);
  }

  end() {
    this.#sizes.disconnect();
    this.#uplot?.destroy();
    this.#uplot = null;
  }

  #show(changed = false) {
    const { clientWidth: width, clientHeight: height } = this.#place;
    if (width === 0 || height === 0 || this.#data === null) return;
    const { color } = getComputedStyle(this.#place);
    const remPx = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const wanted = `${color} ${remPx}`;
    if (this.#madeFor !== wanted) {
      this.#uplot?.destroy();
      this.#madeFor = wanted;
      this.#uplot = new uPlot(this.#options(width, height, remPx), this.#data, this.#place);
      return;
    }
    if (this.#uplot.width !== width || this.#uplot.height !== height) this.#uplot.setSize({ width, height });
    if (changed) this.#uplot.setData(this.#data);
  }

  #options(width, height, remPx) {
    const colours = coloursOf(this.#place);
    const { series, bands = [], y, hooks = {} } = this.#make(colours, remPx);
    const axis = {
      stroke: colours.quiet,
      font: `${Math.round(remPx * 0.82)}px system-ui, sans-serif`,
      grid: { stroke: colours.line, width: 1 },
      ticks: { show: false },
    };
    return {
      width,
      height,
      padding: [remPx * 0.6, remPx * 1.4, 0, 0],
      legend: { show: false },
      select: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 }, sync: { key: 'time', setSeries: false, scales: ['x', null] } },
      scales: { x: { range: () => this.#span }, y: { range: y.range } },
      axes: [
        { ...axis, size: remPx * 1.9, gap: 4, space: remPx * 5, grid: { show: false }, values: (_, splits) => splits.map((second) => minute(second * 1000)), incrs: [60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 14400] },
        { ...axis, size: remPx * 3.4, gap: 6, space: remPx * 2.4, values: (_, splits) => splits.map(y.write) },
      ],
      series: [{}, ...series.map((one) => ({ points: { show: false }, ...one }))],
      bands,
      hooks: { ...hooks, setCursor: [(plot) => this.#onCursor(plot.cursor.left < 0 ? null : (plot.cursor.idx ?? null))] },
    };
  }
}
