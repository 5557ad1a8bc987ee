import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { post } from '../../net/api.js';
import { clock, count, rate } from '../../state/format.js';
import { isCurrent, link } from '../../state/link.js';
import { runs, status } from '../../state/live.js';
import { isOver, results } from '../../state/results.js';
import { routeHash } from '../../state/route.js';
import { icon } from '../icons.js';
import { View } from '../view.js';
import { Watch } from '../watch.js';
import { problem } from './problem.js';
import { tierTable } from './tiers.js';
import { stateWord } from './words.js';

/** Runs that go on, whoever started them, and those that ended within the last minute. */
class LiveRuns extends View {
  #watch = new Watch(this, link, status, runs, results);
  #stopping = new Set();
  #errors = new Map();

  render() {
    const live = status.value?.runs ?? [];
    return live.length === 0 ? '' : html`
      <section aria-labelledby="live-title">
        <h3 id="live-title">${isCurrent(link.value, performance.now()) ? 'Now' : `As of ${clock(status.value.timestamp)}, not connected`}</h3>
        ${repeat(live, (run) => run.run_id, (run) => this.#run(run))}
      </section>`;
  }

  #run(run) {
    const config = runs.value.list?.find((one) => one.run_id === run.run_id)?.config ?? { targets: [], via: 'topic' };
    const result = results.value[run.run_id];
    const share = run.planned > 0 ? Math.min(1, run.sent / run.planned) : null;
    return html`
      <article class="run" aria-label="Run ${run.run_id}">
        <header>
          <strong role="status">${stateWord(run)}</strong>
          <span class="quiet">${run.strategy}${config.rate ? `, ${rate(config.rate)}/s` : ''}</span>
          ${isOver(run) ? '' : html`
            <button class="button danger" type="button" ?disabled=${this.#stopping.has(run.run_id)} @click=${() => this.#stop(run.run_id)}>Stop</button>`}
        </header>
        ${share === null ? html`<progress aria-label="Sent"></progress>` : html`<progress aria-label="Sent" max="1" .value=${share}></progress>`}
        <p class="number">${count(run.sent)}${share === null ? '' : ` of ${count(run.planned)}`} sent${isOver(run) ? '' : `, ${rate(run.current_rps)}/s now`}
          <a href=${routeHash('runs', { panel: 'attack', run: run.run_id })}>details</a></p>
        ${run.reason ? html`<p class="saturated">${icon('warning')} ${run.saturated ? 'Could not keep its plan: ' : ''}${run.reason}</p>` : ''}
        ${problem(this.#errors.get(run.run_id), () => this.#stop(run.run_id))}
        ${result?.error ? html`<p class="quiet">Its results cannot be had now: ${result.error.message}</p>` : ''}
        ${result ? tierTable(config, result.tiers) : ''}
      </article>`;
  }

  async #stop(id) {
    this.#stopping.add(id);
    this.#errors.delete(id);
    this.requestUpdate();
    try {
      await post(`/api/attack/flood/stop/${id}`);
    } catch (error) {
      this.#stopping.delete(id);
      this.#errors.set(id, error);
    }
    this.requestUpdate();
  }
}

customElements.define('kg-live-runs', LiveRuns);
