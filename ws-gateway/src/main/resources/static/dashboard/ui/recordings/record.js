import { html } from 'lit';
import { ApiError, post } from '../../net/api.js';
import { closeDraft, draft, MINUTES, nameProblem, recordingBody, setDraft } from '../../state/recordings.js';
import { gatewayNow } from '../../state/windows.js';
import { problem } from '../attack/problem.js';
import { View } from '../view.js';
import { Watch } from '../watch.js';
import { askRecordingsNow } from './follow.js';

/** The form that has something recorded: the last minutes, or what the row names that opened it. */
class Record extends View {
  #watch = new Watch(this, draft);
  #sending = false;
  #refused = { draft: null, error: null };
  #end = null;

  connectedCallback() {
    super.connectedCallback();
    let was = draft.value;
    this.#end = draft.subscribe(() => {
      if (was === null && draft.value !== null) this.#focus();
      was = draft.value;
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#end();
  }

  render() {
    const it = draft.value;
    if (it === null) return '';
    const wrong = nameProblem(it.name);
    const error = this.#refused.draft === it ? this.#refused.error : null;
    return html`
      <form class="record card" novalidate aria-label="Record" @submit=${this.#submit}>
        <fieldset>
          <legend>What</legend>
          <div class="picks">${choices(it)}</div>
        </fieldset>
        <label>Name <input type="text" name="recording" size="24" autocomplete="off" spellcheck="false" placeholder="after the present time" .value=${it.name} aria-invalid=${wrong ? 'true' : 'false'} @input=${(event) => setDraft({ name: event.target.value.trim() })}></label>
        <label><input type="checkbox" .checked=${it.verdicts} @change=${(event) => setDraft({ verdicts: event.target.checked })}> with verdicts</label>
        <label title="Addresses of clients become others, each always the same one"><input type="checkbox" .checked=${it.anonymise} @change=${(event) => setDraft({ anonymise: event.target.checked })}> anonymised</label>
        <span class="deck">
          <button class="button primary" ?disabled=${this.#sending || wrong !== ''}>${this.#sending ? 'Asking' : 'Record'}</button>
          <button class="button" type="button" @click=${closeDraft}>Cancel</button>
        </span>
        ${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : ''}
        ${problem(error, () => this.#send())}
      </form>`;
  }

  async #focus() {
    await this.updateComplete;
    this.scrollIntoView({ block: 'nearest' });
    this.querySelector(':checked')?.focus();
  }

  #submit(event) {
    event.preventDefault();
    this.#send();
  }

  async #send() {
    const it = draft.value;
    if (this.#sending || it === null) return;
    this.#sending = true;
    this.requestUpdate();
    try {
      await post('/api/recordings', recordingBody(it, gatewayNow()));
      closeDraft();
      askRecordingsNow();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#refused = { draft: it, error };
    } finally {
      this.#sending = false;
      this.requestUpdate();
    }
  }
}

function choices(it) {
  const pick = (chosen, words, change) => html`<label><input type="radio" name="what" .checked=${chosen} @change=${() => setDraft(change)}>${words}</label>`;
  return html`
    ${it.id === null ? '' : pick(it.of !== 'last', it.kind === 'run' ? `run ${it.id}` : 'the incident', { of: it.kind })}
    ${MINUTES.map((minutes) => pick(it.of === 'last' && it.minutes === minutes, `last ${minutes} min`, { of: 'last', minutes }))}`;
}

customElements.define('kg-record', Record);
