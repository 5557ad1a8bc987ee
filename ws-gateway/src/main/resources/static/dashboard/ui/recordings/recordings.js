import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { post } from '../../net/api.js';
import { count, duration, moment, rate } from '../../state/format.js';
import { begun, labelsOf, openDraft, recordings, SPEEDS } from '../../state/recordings.js';
import { gatewayNow } from '../../state/windows.js';
import { problem } from '../attack/problem.js';
import { stateWord } from '../attack/words.js';
import { icon } from '../icons.js';
import { View } from '../view.js';
import { Watch } from '../watch.js';
import { askRecordingsNow } from './follow.js';
import './playing.js';
import './record.js';
import { size } from './words.js';

const HEADS = { Name: '', Recorded: '', 'Traffic of': '', Events: 'number', Labels: '', Size: 'number', Replay: '' };
const FIRST = 10;

/** Recordings of ingest, newest first, and what one does with them. */
class Recordings extends View {
  #watch = new Watch(this, recordings);
  #speeds = new Map();
  #errors = new Map();
  #all = false;

  render() {
    const { list, runs, error } = recordings.value;
    const now = gatewayNow();
    return html`
      <header class="heading">
        <h2>Recordings</h2>
        <button class="button" type="button" @click=${() => openDraft()}>${icon('record')} Record</button>
      </header>
      <kg-record></kg-record>
      ${error ? problem(error) : ''}
      ${begun(runs, now).map((run) => going(run))}
      <kg-playing></kg-playing>
      ${list === null ? (error ? '' : html`<p class="empty">Asking for recordings</p>`) : list.length === 0 ? none() : this.#table(list)}`;
  }

  #table(list) {
    const shown = this.#all ? list : list.slice(0, FIRST);
    return html`
      <div class="card scrolled" tabindex="0" role="region" aria-label="Recordings">
        <table class="folding">
          <thead><tr>${Object.entries(HEADS).map(([head, kind]) => html`<th scope="col" class=${kind}>${head}</th>`)}</tr></thead>
          <tbody>${repeat(shown, (one) => one.name, (one) => this.#row(one))}</tbody>
        </table>
        ${shown.length === list.length ? '' : html`<p><button class="link" type="button" @click=${() => this.#showAll()}>${count(list.length - shown.length)} more</button></p>`}
      </div>`;
  }

  #row(one) {
    return html`
      <tr>
        <td class="name mono">${one.name}</td>
        <td class="nowrap" title=${asked(one)}>${moment(one.created_at ?? one.modified_at)}</td>
        <td class="nowrap">${one.first_time === null ? (one.records === 0 ? 'nothing' : 'time not known') : html`${moment(one.first_time)} <span class="quiet">${duration(Date.parse(one.last_time) - Date.parse(one.first_time))}</span>`}</td>
        <td class="nowrap number" data-unit=${one.events === null ? nothing : one.events === 1 ? 'event' : 'events'}>${one.events === null ? (one.problem ? 'not counted' : 'being counted') : count(one.events)}</td>
        <td>${labels(one)}${one.anonymised ? html` <span class="quiet">anonymised</span>` : ''}</td>
        <td class="nowrap number">${size(one.bytes)}</td>
        <td class="nowrap">${one.created_at === null ? '' : this.#play(one)}</td>
      </tr>
      ${one.problem || this.#errors.has(one.name) ? html`<tr class="opened"><td colspan=${Object.keys(HEADS).length}>${one.problem ? html`<p class="saturated">${icon('warning')} ${one.problem}</p>` : ''}${problem(this.#errors.get(one.name), () => this.#replay(one))}</td></tr>` : ''}`;
  }

  #play(one) {
    const speed = this.#speeds.get(one.name) ?? 1;
    return html`
      <span class="deck">
        <select aria-label="Speed of ${one.name}" @change=${(event) => this.#speeds.set(one.name, Number(event.target.value))}>
          ${SPEEDS.map((value) => html`<option value=${value} ?selected=${value === speed}>${value === 0 ? 'no waiting' : `${rate(value)} ×`}</option>`)}
        </select>
        <button class="button" type="button" aria-label="Replay ${one.name}" @click=${() => this.#replay(one)}>${icon('play')} Replay</button>
      </span>`;
  }

  async #replay(one) {
    this.#errors.delete(one.name);
    try {
      await post('/api/replays', { recording: one.name, speed: this.#speeds.get(one.name) ?? 1 });
    } catch (error) {
      this.#errors.set(one.name, error);
    }
    this.requestUpdate();
    askRecordingsNow();
  }

  #showAll() {
    this.#all = true;
    this.requestUpdate();
  }
}

const none = () => html`<p class="empty">No recording yet. One keeps traffic as it was, to be played again: against another model, or for somebody else to see.</p>`;

function going(run) {
  const share = run.of > 0 ? Math.min(1, run.read / run.of) : null;
  return html`
    <article class="run" aria-label="Recording ${run.name}">
      <header><strong role="status">${stateWord(run)}</strong> <span class="quiet">recording ${run.name}</span></header>
      ${['queued', 'running'].includes(run.state) ? (share === null ? html`<progress aria-label="Read"></progress>` : html`<progress aria-label="Read" max="1" .value=${share}></progress>`) : ''}
      ${run.read === null ? '' : html`<p class="number">${count(run.records)} recorded, ${count(run.read)} of ${count(run.of)} read, ${size(run.bytes)}</p>`}
      ${run.reason ? html`<p class="saturated">${icon('warning')} ${run.reason}</p>` : ''}
    </article>`;
}

/** What was asked for, in the words of the options. */
function asked(one) {
  const parts = Object.entries(one.selection).map(([name, value]) => `${name} ${value}`);
  return `${one.source ?? 'no recording'}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

function labels(one) {
  const known = labelsOf(one);
  if (known === null || one.events === 0) return '';
  if (known.unlabelled === one.events) return html`<span class="quiet">no labels</span>`;
  return html`<span class="number">${count(known.attacks)} ${known.attacks === 1 ? 'attack' : 'attacks'}, ${count(known.benign)} benign${known.unlabelled > 0 ? `, ${count(known.unlabelled)} without` : ''}</span>`;
}

customElements.define('kg-recordings', Recordings);
