import { html } from 'lit';
import { ApiError, post } from '../../net/api.js';
import { curl } from '../../state/curl.js';
import { routeHash } from '../../state/route.js';
import { Element } from '../element.js';
import { askForToken } from '../token/token.js';

const SAID = { false_positive: 'false positive', confirmed_threat: 'confirmed threat' };

/** What one can do with an event. */
class EventDeeds extends Element {
  static properties = { request: { attribute: false }, link: { attribute: false } };
  #answer = '';
  #id = null;

  willUpdate() {
    if (this.#id === this.request.event_id) return;
    this.#id = this.request.event_id;
    this.#answer = '';
  }

  async #say(word) {
    const id = this.#id;
    this.#tell(id, html`<p role="status">Recording.</p>`);
    try {
      const answer = await post(`/feedback?${new URLSearchParams({ threat_id: id, [word]: 'true' })}`);
      this.#tell(id, html`<p role="status">${answer.status === 'recorded' ? `Recorded as ${SAID[word]}; accuracy counts it from now on.` : 'The gateway recorded nothing.'}</p>`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#tell(id, html`<p class="failed" role="alert">Not recorded: ${error.message}</p>${error.status === 401 ? askForToken(() => this.#say(word)) : ''}`);
    }
  }

  async #copy(text, what) {
    const id = this.#id;
    try {
      await navigator.clipboard.writeText(text);
      this.#tell(id, html`<p role="status">${what} copied.</p>`);
    } catch {
      // Browsers keep the clipboard from pages that came over plain HTTP from elsewhere.
      this.#tell(id, html`<label class="by-hand">The browser does not let the page copy; here it is:
        <textarea readonly rows="5" .value=${text} @focus=${(event) => event.target.select()}></textarea></label>`);
    }
  }

  /** Unless another event is shown by now. */
  #tell(id, answer) {
    if (id !== this.#id) return;
    this.#answer = answer;
    this.requestUpdate();
  }

  render() {
    const address = () => `${location.origin}${location.pathname}${routeHash('overview', this.link)}`;
    return html`
      <div class="deeds">
        <button type="button" class="button" @click=${() => this.#say('false_positive')}>False positive</button>
        <button type="button" class="button" @click=${() => this.#say('confirmed_threat')}>Confirm threat</button>
        <button type="button" class="button" @click=${() => this.#copy(curl(this.request), 'Command')}>Copy as curl</button>
        <button type="button" class="button" @click=${() => this.#copy(address(), 'Link')}>Copy link</button>
      </div>
      ${this.#answer}`;
  }
}

customElements.define('kg-event-deeds', EventDeeds);
