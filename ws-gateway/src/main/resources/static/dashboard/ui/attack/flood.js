import { html } from 'lit';
import { ApiError, post } from '../../net/api.js';
import { askRunsNow } from '../../app.js';
import { bodyOf, order, problemsOf } from '../../state/order.js';
import { View } from '../view.js';
import { Watch } from '../watch.js';
import './curve.js';
import { durationField, intensityField, more, strategyField, tiersField } from './fields.js';
import { problem } from './problem.js';

// The gateway's name for a field of the form, where it has another one.
const FIELDS = { target: 'targets', intensity: 'rate' };

/** Orders a flood. What stands in it outlives the panel. */
class Flood extends View {
  #watch = new Watch(this, order);
  #launching = false;
  #refused = null;
  #error = null;

  render() {
    const wrong = { ...problemsOf(order.value), ...this.#refused };
    return html`
      <section aria-labelledby="flood-title">
        <h3 id="flood-title">Flood</h3>
        <form class="flood" novalidate @submit=${this.#launch} @input=${this.#touched}>
          ${intensityField(order.value, wrong)} ${strategyField(order.value)} ${durationField(order.value, wrong)} ${tiersField(order.value, wrong)}
          ${more(order.value, wrong)}
          <kg-curve></kg-curve>
          ${problem(this.#error, () => this.#send())}
          <button class="button primary" ?disabled=${this.#launching || Object.keys(wrong).length > 0}>${this.#launching ? 'Launching' : 'Launch'}</button>
        </form>
      </section>`;
  }

  #touched() {
    this.#refused = null;
    this.#error = null;
    this.requestUpdate();
  }

  #launch(event) {
    event.preventDefault();
    this.#send();
  }

  async #send() {
    if (this.#launching) return;
    this.#launching = true;
    this.#touched();
    try {
      await post('/api/attack/flood', bodyOf(order.value));
      askRunsNow();
      document.getElementById('panel').scrollTop = 0;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.field === null) this.#error = error;
      else this.#refused = { [FIELDS[error.field] ?? error.field]: error.message };
    } finally {
      this.#launching = false;
      this.requestUpdate();
    }
  }
}

customElements.define('kg-flood', Flood);
