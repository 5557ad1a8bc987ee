import { html } from 'lit';
import { millis } from '../../state/format.js';
import { niceCeiling } from '../../state/series.js';
import { TimeChart } from './time.js';

// Told apart by dashes too.
const LINES = [
  { name: 'p99', key: 'p99_ms', colour: 'block', dash: [2, 3] },
  { name: 'p95', key: 'p95_ms', colour: 'slow', dash: [7, 3] },
  { name: 'p50', key: 'p50_ms', colour: 'accent', dash: [] },
];
const LEAST_MS = 10;

const mark = ({ dash, colour }) => html`<svg class="dash" data-colour=${colour} viewBox="0 0 22 6" width="22" height="6"><path d="M0 3h22" stroke-dasharray=${dash.join(' ') || 'none'}></path></svg>`;

/** From ingest to verdict, of each window by itself. A second without requests has no latency. */
class LatencyChart extends TimeChart {
  heading = 'Latency';
  shows = 'from ingest to verdict';
  lines = LINES.map((line) => ({ name: line.name, mark: mark(line), write: (window) => (window.latency ? millis(window.latency[line.key]) : '') }));

  note(window) {
    return window !== null && !window.latency ? 'no requests' : super.note(window);
  }

  columns(placed) {
    return LINES.map(({ key }) => placed.map((window) => window?.latency?.[key] ?? null));
  }

  make(colours) {
    return {
      series: LINES.map(({ name, colour, dash }) => ({ label: name, stroke: colours[colour], width: 1.5, dash, points: { show: true, size: 3, fill: colours[colour], filter: alone } })),
      y: { range: (_, __, most) => [0, niceCeiling(most ?? 0, LEAST_MS)], write: millis },
    };
  }
}

/** Points without a neighbour, which no line would show. */
function alone(plot, series) {
  const values = plot.data[series];
  const found = [];
  values.forEach((value, place) => {
    if (value !== null && (values[place - 1] ?? null) === null && (values[place + 1] ?? null) === null) found.push(place);
  });
  return found;
}

customElements.define('kg-latency-chart', LatencyChart);
