import { html } from 'lit';
import { ApiError, post } from '../../net/api.js';
import { askRunsNow } from '../../app.js';
import { status } from '../../state/live.js';
import { bodyOf, order, problemsOf, setOrder } from '../../state/order.js';
import { View } from '../view.js';
import { Watch } from '../watch.js';
import './curve.js';
import { durationField, intensityField, more, strategyField, tiersField } from './fields.js';
import { problem } from './problem.js';

// The gateway's name for a field of the form, where it has another one.
const FIELDS = { target: 'targets', intensity: 'rate' };
const RARE = ['types', 'endpoints', 'seed', 'via'];
const SHOWN = ['rate', 'duration', 'targets', ...RARE];

/** Orders a flood. What stands in it outlives the panel. */
class Flood extends View {
  #watch = new Watch(this, order, status);
  #launching = false;
  #refused = { order: null, wrong: {}, error: null };

  render() {
    const it = order.value;
    // What was said of another order means nothing to this one.
    const refused = this.#refused.order === it ? this.#refused : { wrong: {}, error: null };
    const wrong = { ...refused.wrong, ...problemsOf(it) };
    return html`
      <section aria-labelledby="flood-title">
        <h3 id="flood-title">Flood</h3>
        <form class="flood" novalidate @submit=${this.#launch}>
          ${intensityField(it, wrong)} ${strategyField(it)} ${durationField(it, wrong)}
          <kg-curve></kg-curve>
          ${tiersField(it, wrong)} ${more(it, wrong)}
          ${problem(refused.error, () => this.#send())}
          <div class="launch">
            <button class="button primary" ?disabled=${this.#launching || Object.keys(problemsOf(it)).length > 0}>${this.#launching ? 'Launching' : 'Launch'}</button>
          </div>
        </form>
      </section>`;
  }

  #launch(event) {
    event.preventDefault();
    this.#send();
  }

  async #send() {
    if (this.#launching) return;
    const it = order.value;
    this.#launching = true;
    this.#refused = { order: null, wrong: {}, error: null };
    this.requestUpdate();
    try {
      await post('/api/attack/flood', bodyOf(it));
      askRunsNow();
      document.getElementById('panel').scrollTop = 0;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const field = FIELDS[error.field] ?? error.field;
      if (RARE.includes(field)) setOrder({ more: true });
      const told = SHOWN.includes(field) ? { wrong: { [field]: error.message }, error: null } : { wrong: {}, error };
      this.#refused = { order: order.value, ...told };
    } finally {
      this.#launching = false;
      this.requestUpdate();
    }
  }
}

customElements.define('kg-flood', Flood);
