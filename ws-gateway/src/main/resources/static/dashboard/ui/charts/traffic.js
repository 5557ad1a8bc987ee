import { html } from 'lit';
import uPlot from 'uplot';
import { actionName, ACTIONS, rate } from '../../state/format.js';
import { runs } from '../../state/live.js';
import { prefs, setPref } from '../../state/prefs.js';
import { niceCeiling } from '../../state/series.js';
import { gatewayNow, rangeName, RANGES } from '../../state/windows.js';
import { icon } from '../icons.js';
import { Watch } from '../watch.js';
import { soft } from './colours.js';
import { TimeChart } from './time.js';

const COLOURS = { block: 'block', rate_limit: 'slow', monitor: 'watch', allow: 'pass' };
const OPACITY = { block: 0.85, rate_limit: 0.75, monitor: 0.55, allow: 0.28 };
const LEAST_RATE = 5;

/** Requests per second by what was decided, stacked, the worst at the bottom where its line is easiest to follow. */
class TrafficChart extends TimeChart {
  #watchRuns = new Watch(this, runs);
  heading = 'Traffic';
  lines = ACTIONS.map((action) => ({ name: actionName(action), mark: html`<span class="action" data-action=${action}>${icon(action)}</span>`, write: (window) => rate(perSecond(window, action)) }));

  get shows() {
    return `requests per second by action${this.tier ? `, tier ${this.tier}` : ''}`;
  }

  get tools() {
    return html`<div class="choices" role="group" aria-label="Span of the charts">
      ${Object.entries(RANGES).map(([name, range]) => html`<button type="button" class="choice" aria-pressed=${String(rangeName(prefs.value.range) === name)} @click=${() => setPref('range', name)}>${range.name}</button>`)}
    </div>`;
  }

  get extra() {
    return this.#runsShown().length > 0 ? html`<li class="runs-mark">${icon('bolt')} simulator run</li>` : null;
  }

  columns(placed) {
    const sums = new Array(placed.length).fill(0);
    return ACTIONS.map((action) => placed.map((window, place) => (window ? (sums[place] += perSecond(window, action)) : null))).reverse();
  }

  make(colours, remPx) {
    const topDown = [...ACTIONS].reverse();
    const stepped = uPlot.paths.stepped({ align: 1 });
    const fillOf = (action) => soft(colours[COLOURS[action]], OPACITY[action]);
    return {
      // Only the sum has a line: at zero it tells a second without requests from one that was not counted.
      series: topDown.map((action) => ({ label: action, stroke: colours[COLOURS[action]], width: action === 'allow' ? 1 : 0, paths: stepped, fill: fillOf(action) })),
      bands: topDown.slice(1).map((_, above) => ({ series: [above + 1, above + 2] })),
      y: { range: (_, __, most) => [0, niceCeiling(most ?? 0, LEAST_RATE)], write: rate },
      hooks: { drawClear: [(plot) => this.#markRuns(plot, colours, remPx)] },
    };
  }

  #runsShown() {
    if (this.grid === null) return [];
    return (runs.value.list ?? [])
      .map((run) => ({ from: Date.parse(run.start_time), to: run.end_time ? Date.parse(run.end_time) : gatewayNow(), strategy: run.strategy, intensity: run.intensity }))
      .filter((run) => run.to > this.grid.from && run.from < this.grid.to);
  }

  #markRuns(plot, colours, remPx) {
    const { ctx, bbox } = plot;
    const scale = devicePixelRatio;
    ctx.save();
    ctx.font = `${Math.round(remPx * 0.79 * scale)}px system-ui, sans-serif`;
    ctx.textBaseline = 'top';
    ctx.textAlign = 'left';
    for (const run of this.#runsShown()) {
      const x = Math.max(bbox.left, plot.valToPos(run.from / 1000, 'x', true));
      const width = Math.min(bbox.left + bbox.width, plot.valToPos(run.to / 1000, 'x', true)) - x;
      if (width <= 0) continue;
      ctx.fillStyle = soft(colours.accent, 0.1);
      ctx.fillRect(x, bbox.top, width, bbox.height);
      ctx.fillStyle = colours.accent;
      ctx.fillRect(x, bbox.top, width, 2 * scale);
      const words = `${run.strategy} ${run.intensity ?? ''}`;
      if (ctx.measureText(words).width + 8 * scale < width) ctx.fillText(words, x + 4 * scale, bbox.top + 5 * scale);
    }
    ctx.restore();
  }
}

function perSecond(window, action) {
  return ((window.actions?.[action] ?? 0) * 1000) / window.ms;
}

customElements.define('kg-traffic-chart', TrafficChart);
