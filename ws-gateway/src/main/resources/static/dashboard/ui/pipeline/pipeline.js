import { html, nothing } from 'lit';
import { gatewayNow } from '../../state/windows.js';
import { clock } from '../../state/format.js';
import { isCurrent, link } from '../../state/link.js';
import { gaps, reviewers, status, tiles } from '../../state/live.js';
import { Rates } from '../../state/rates.js';
import { stages } from '../../state/stages.js';
import { visible } from '../../state/visible.js';
import { icon } from '../icons.js';
import { View } from '../view.js';
import { EverySecond, Watch } from '../watch.js';
import { letters } from './letters.js';
import { readers } from './readers.js';
import './reviewers.js';

const ICONS = { ok: 'allow', watch: 'warning', bad: 'block', unknown: 'info' };

/** The way of an event and how each stage of it does. */
class Pipeline extends View {
  #watch = new Watch(this, status, link, letters, reviewers);
  #rates = new Rates();
  #clock = new EverySecond(this);

  render() {
    if (status.value === null) return html`<h2>Pipeline</h2><p class="empty">Waiting for the first status</p>`;
    const lane = stages({
      status: status.value,
      tiles: tiles.value,
      link: link.value,
      gaps: gaps.value,
      reviewers: reviewers.value.list,
      deadLetters: letters.value.answer,
      now: gatewayNow(),
      monotonicNow: performance.now(),
      wallNow: Date.now(),
      rates: this.#rates,
    });
    return html`
      <header class="heading"><h2>Pipeline</h2><p class="quiet number">As of ${clock(status.value.timestamp)}${isCurrent(link.value, performance.now()) ? '' : ', not current'}. <a href="/actuator/health" target="_blank" rel="noopener">Health</a></p></header>
      <ol class="lane">${lane.map(place)}</ol>
      <kg-reviewers class="card"></kg-reviewers>
      <div class="row pair">${readers(status.value.readers)}<kg-dead-letters class="card"></kg-dead-letters></div>`;
  }
}

const place = ({ via, stages: here }) => html`
  <li>
    ${via === null ? '' : html`<p class="via"><span class="mono">${via}</span><svg viewBox="0 0 40 10" width="40" height="10" aria-hidden="true"><path d="M0 5h32M28 1l6 4-6 4" fill="none" stroke="currentColor" stroke-width="1.6"></path></svg></p>`}
    <div class="here">${here.map(stage)}</div>
  </li>`;

const stage = ({ name, state, facts }) => html`
  <article class="stage" data-state=${state.kind}>
    <h3>${name}</h3>
    <p class="how">${icon(ICONS[state.kind])} ${visible(state.words)}</p>
    ${facts.length === 0 ? '' : html`<dl>${facts.map(([fact, text, whole]) => html`<div><dt>${fact}</dt><dd class="number" title=${whole ? visible(whole) : nothing}>${visible(text)}</dd></div>`)}</dl>`}
  </article>`;

customElements.define('kg-pipeline', Pipeline);
