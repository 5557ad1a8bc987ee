import { html } from 'lit';

const HEIGHT = 24;
const PAD = 2;

/** A line of numbers without axes; where one is not known the line is broken. Hidden from screen readers, who get the numbers. */
export function spark(line, fromZero = true) {
  const path = pathOf(line, fromZero);
  return html`<svg class="spark" viewBox="0 0 ${Math.max(1, line.length - 1)} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    <path class="area" d=${path.area}></path><path class="line" d=${path.line}></path>
  </svg>`;
}

/** Pure. @param {(number|null)[]} line */
export function pathOf(line, fromZero) {
  const known = line.filter((value) => value !== null);
  const least = fromZero ? 0 : Math.min(...known);
  const span = Math.max(...known) - least || 1;
  const y = (value) => (HEIGHT - PAD - ((value - least) / span) * (HEIGHT - 2 * PAD)).toFixed(1);
  const runs = [];
  line.forEach((value, x) => {
    if (value === null) return;
    if (x === 0 || line[x - 1] === null) runs.push([]);
    runs.at(-1).push([x, y(value)]);
  });
  // A single point is drawn as one by its round cap.
  const stroke = (run) => `M${run.map((point) => point.join(' ')).join('L')}${run.length === 1 ? 'h.01' : ''}`;
  return {
    line: runs.map(stroke).join(''),
    area: runs.map((run) => `${stroke(run)}L${run.at(-1)[0]} ${HEIGHT}L${run[0][0]} ${HEIGHT}z`).join(''),
  };
}
