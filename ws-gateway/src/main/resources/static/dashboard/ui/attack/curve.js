import { html, svg } from 'lit';
import { ApiError, get } from '../../net/api.js';
import { count, rate } from '../../state/format.js';
import { order, problemsOf } from '../../state/order.js';
import { View } from '../view.js';
import { Watch } from '../watch.js';

const WIDTH = 300;
const HEIGHT = 56;
const TYPING_MS = 250;

/** How many requests are due in each second of the order, as the simulator would plan it. */
class Curve extends View {
  #watch = new Watch(this, order);
  #asked = '';
  #plan = null;
  #timer = null;

  willUpdate() {
    const question = questionOf(order.value);
    if (question === this.#asked) return;
    this.#asked = question;
    clearTimeout(this.#timer);
    if (question !== null) this.#timer = setTimeout(() => this.#ask(question), TYPING_MS);
  }

  async #ask(question) {
    let plan = null;
    try {
      plan = await get(`/api/attack/flood/preview?${question}`);
    } catch (error) {
      // A preview that cannot be had is not shown; the launch says what is wrong.
      if (!(error instanceof ApiError)) throw error;
    }
    if (question === this.#asked) {
      this.#plan = plan;
      this.requestUpdate();
    }
  }

  render() {
    if (this.#plan === null || this.#asked === null) return '';
    const { rates, planned, duration } = this.#plan;
    const most = Math.max(...rates, 1);
    const words = `${count(planned)} requests in ${count(duration)} s, at most ${rate(most)} in one second`;
    return html`
      <figure class="curve">
        <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="Planned rate: ${words}">
          ${svg`<path d=${area(rates, most)}></path>`}
        </svg>
        <figcaption class="quiet number">${words}</figcaption>
      </figure>`;
  }
}

/** Null while the order has problems of its own. */
function questionOf(it) {
  const problems = problemsOf(it);
  if (problems.rate || problems.duration) return null;
  const query = { strategy: it.strategy, duration: it.duration.trim() };
  if (it.intensity === 'custom') query.rate = it.rate.trim();
  else query.intensity = it.intensity;
  return String(new URLSearchParams(query));
}

function area(rates, most) {
  const step = WIDTH / rates.length;
  const y = (value) => (HEIGHT - 2 - (value / most) * (HEIGHT - 6)).toFixed(1);
  const steps = rates.map((value, i) => `L${(i * step).toFixed(1)} ${y(value)}H${((i + 1) * step).toFixed(1)}`);
  return `M0 ${HEIGHT}${steps.join('')}V${HEIGHT}Z`;
}

customElements.define('kg-curve', Curve);
