import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { post } from '../../net/api.js';
import { clock, count, millis, moment, rate } from '../../state/format.js';
import { current, lagOf, replays, shareOf } from '../../state/recordings.js';
import { isOver } from '../../state/results.js';
import { routeHash } from '../../state/route.js';
import { gatewayNow } from '../../state/windows.js';
import { problem } from '../attack/problem.js';
import { stateWord } from '../attack/words.js';
import { icon } from '../icons.js';
import { View } from '../view.js';
import { Watch } from '../watch.js';
import { askRecordingsNow } from './follow.js';
import { speedName } from './words.js';

const STEPS = 1000;

/** Replays that go on, whoever started them, and those that ended within the last minute: where they are, and how they are steered. */
class Playing extends View {
  #watch = new Watch(this, replays);
  #errors = new Map();
  // Where somebody holds the handle; the next answer must not take it away from him.
  #held = new Map();

  render() {
    const { list, error } = replays.value;
    const live = current(list ?? [], gatewayNow());
    return html`${error ? problem(error) : ''}${repeat(live, (one) => one.run_id, (one) => this.#replay(one))}`;
  }

  #replay(one) {
    const over = isOver(one);
    return html`
      <article class="run" aria-label="Replay ${one.run_id}">
        <header>
          <strong role="status">${stateWord(one.paused && !over ? { ...one, state: 'paused' } : one)}</strong>
          <span class="quiet">${one.recording ?? 'a file of the command line'}${one.speed === null ? '' : `, ${speedName(one.speed)}`}${one.loops > 1 ? `, loop ${count((one.loop ?? 0) + 1)} of ${count(one.loops)}` : ''}</span>
          ${over ? '' : this.#buttons(one)}
        </header>
        ${this.#slider(one, over)}
        <p class="number">${place(one)}</p>
        <p class="number quiet">${count(one.sent)} sent${over ? '' : one.paused ? ', paused' : `, ${rate(one.current_rps)}/s now, ${lagOf(one, millis)}`}, ${count(one.late)} late, ${count(one.errors)} failed${one.skipped > 0 ? `, ${count(one.skipped)} left out` : ''}
          <a href=${routeHash('runs', { run: one.run_id })}>results</a></p>
        ${one.reason ? html`<p class="saturated">${icon('warning')} ${one.saturated ? 'Could not keep its pace: ' : ''}${one.reason}</p>` : ''}
        ${problem(this.#errors.get(one.run_id))}
      </article>`;
  }

  #buttons(one) {
    const button = (what, name, body, kind = '') => html`<button class="button ${kind}" type="button" @click=${() => this.#ask(one, what, body)}>${name}</button>`;
    return html`
      <span class="deck">
        ${button('seek', '-10 s', { by: '-10s' })}
        ${one.paused ? button('resume', html`${icon('play')} Resume`) : button('pause', html`${icon('pause')} Pause`)}
        ${button('seek', '+10 s', { by: '10s' })}
        ${button('stop', 'Stop', {}, 'danger')}
      </span>`;
  }

  #slider(one, over) {
    const share = this.#held.get(one.run_id) ?? shareOf(one);
    if (share === null) return one.position === null || over ? '' : html`<progress aria-label="Position"></progress>`;
    return over
      ? html`<progress aria-label="Position" max="1" .value=${share}></progress>`
      : html`<input class="position" type="range" min="0" max=${STEPS} aria-label="Position" aria-valuetext=${`record ${count(one.position)} of ${count(one.records)}`}
          .value=${String(Math.round(share * STEPS))} @input=${(event) => this.#held.set(one.run_id, event.target.value / STEPS)} @change=${(event) => this.#seek(one, event.target.value / STEPS)} ?disabled=${over || nothing}>`;
  }

  async #seek(one, fraction) {
    await this.#ask(one, 'seek', { fraction });
    this.#held.delete(one.run_id);
  }

  async #ask(one, what, body = {}) {
    this.#errors.delete(one.run_id);
    try {
      await post(`/api/replays/${one.run_id}/${what}`, body);
    } catch (error) {
      this.#errors.set(one.run_id, error);
    }
    this.requestUpdate();
    askRecordingsNow();
  }
}

function place(one) {
  if (one.position === null) return 'Not begun';
  const of = one.records === null ? '' : ` of ${count(one.records)}`;
  const at = one.recording_time === null ? '' : `, at ${moment(one.recording_time)} of the recording`;
  const ends = one.last_time === null ? '' : `, which ends at ${clock(one.last_time)}`;
  return `Record ${count(one.position)}${of}${at}${at ? ends : ''}`;
}

customElements.define('kg-playing', Playing);
