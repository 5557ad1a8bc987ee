import { html, nothing } from 'lit';
import { count, duration, millis, moment, NO_DATA, usd } from '../../state/format.js';
import { reviewers } from '../../state/live.js';
import { failures, reasonName, reasonWords, sentence } from '../../state/reasons.js';
import { budgetLeft, openFor } from '../../state/reviewers.js';
import { visible } from '../../state/visible.js';
import { gatewayNow } from '../../state/windows.js';
import { bar } from '../bar.js';
import { icon } from '../icons.js';
import { View } from '../view.js';
import { EverySecond, Watch } from '../watch.js';

const CIRCUITS = {
  closed: { kind: 'ok', name: 'closed', sign: 'allow', title: 'It is asked' },
  open: { kind: 'bad', name: 'open', sign: 'block', title: 'It failed too often and is not asked for a while' },
  half_open: { kind: 'watch', name: 'half open', sign: 'warning', title: 'A few questions try whether it answers again' },
};

/** Who is asked for second opinions, and how that goes, as each analyzer tells it. */
class Reviewers extends View {
  #watch = new Watch(this, reviewers);
  #clock = new EverySecond(this);

  render() {
    const { list, error } = reviewers.value;
    return html`
      <header class="heading"><h3>Reviewers</h3><p class="quiet">Models that are asked for second opinions, as each analyzer tells it</p></header>
      ${error === null ? '' : html`<p class="failed">${icon('warning')} Not to be had now: ${error.message}.${list === null ? '' : ' Below is what was known before.'}</p>`}
      ${list === null ? (error === null ? html`<p class="quiet">Asking</p>` : '') : list.length === 0 ? html`<p class="quiet">No analyzer has told of its reviewers yet.</p>` : list.map(report)}`;
  }
}

const report = (one) => {
  const { kind, sign, words } = stateOf(one);
  return html`
    <article class="reviewing" data-state=${kind} aria-label=${`Tier ${visible(one.tier)}`}>
      <header><h4>Tier ${visible(one.tier)}</h4><span class="mono quiet" title="Instance of the analyzer">${visible(one.instance)}</span></header>
      <p class="how">${icon(sign)} <span>${visible(words)}</span></p>
      ${one.models.length === 0 ? '' : models(one)}
      ${one.budget === null && one.memory === null ? '' : html`<div class="counts">${one.budget === null ? '' : budgetLeft(one.budget).map(meter)}${one.memory === null ? '' : memory(one)}</div>`}
    </article>`;
};

function stateOf({ gone, configured, judges, reason, at, since }) {
  if (gone) return { kind: 'unknown', sign: 'info', words: `Nothing heard for ${duration(gatewayNow() - Date.parse(at))}, so its analyzer is taken for gone. This is what it said last.` };
  const idle = judges ? '' : ' The tier judges nothing.';
  if (!configured) return { kind: 'unknown', sign: 'info', words: `${sentence(reason ?? 'there is no model to ask')}${idle}` };
  if (reason !== null) return { kind: 'watch', sign: 'warning', words: `Not asked: ${sentence(reason)}${idle}` };
  return { kind: 'ok', sign: 'allow', words: `Configured; counts since ${moment(since)}.${idle}` };
}

const models = (one) => html`
  <div class="scrolled" tabindex="0" role="region" aria-label="Models of tier ${visible(one.tier)}">
    <table class="folding">
      <thead><tr><th scope="col">Model, in the order asked</th><th scope="col">Circuit</th><th scope="col" class="number" title="Calls that wait for an answer, of places; and questions that wait for a place">In flight</th><th scope="col" class="number">Calls</th><th scope="col" class="number">Succeeded</th>
        <th scope="col">Failed</th><th scope="col" class="number">Mean latency</th><th scope="col" class="number">Tokens in / out</th><th scope="col" class="number">Cost</th></tr></thead>
      <tbody>${one.models.map((model, i) => row(model, i, one.gone))}</tbody>
    </table>
  </div>`;

function row(model, i, gone) {
  const circuit = CIRCUITS[model.breaker] ?? { kind: 'unknown', name: model.breaker, sign: 'info', title: nothing };
  return html`
    <tr>
      <td><span class="quiet">${count(i + 1)}.</span> <span class="mono">${visible(model.model)}</span></td>
      <td data-state=${circuit.kind} data-unit="circuit"><span class="how nowrap" title=${circuit.title}>${icon(circuit.sign)} ${visible(circuit.name)}${gone ? '' : openFor(model, gatewayNow())}</span></td>
      <td class="number nowrap" data-unit="in flight">${count(model.in_flight)} of ${count(model.capacity)}${model.queued > 0 ? `, ${count(model.queued)} queued` : ''}</td>
      <td class="number" data-unit="calls">${count(model.calls)}</td>
      <td class="number" data-unit="succeeded">${count(model.succeeded)}</td>
      <td data-unit="failed">${failed(model.failed)}</td>
      <td class="number nowrap" data-unit="mean latency">${model.latency_ms === null ? NO_DATA : millis(model.latency_ms)}</td>
      <td class="number nowrap" data-unit="tokens in / out">${count(model.input_tokens)} / ${count(model.output_tokens)}</td>
      <td class="number" data-unit="cost">${usd(model.cost_usd)}</td>
    </tr>
    ${model.last_error === null ? '' : html`<tr class="last-error"><td colspan="9">${icon('warning')} Last error: ${visible(model.last_error)}</td></tr>`}`;
}

function failed(byReason) {
  const list = failures(byReason);
  return list.length === 0 ? '0' : html`<ul class="failures">${list.map(([code, times]) => html`<li title=${visible(reasonWords(code))}>${count(times)} ${visible(reasonName(code))}</li>`)}</ul>`;
}

function meter({ name, left, most, money }) {
  const write = money ? usd : count;
  if (most === null) return html`<div class="meter"><span class="quiet">${name}</span><span>no limit</span></div>`;
  return html`
    <div class="meter" data-state=${left === 0 ? 'bad' : 'ok'}>
      <span class="quiet">${name}</span><span class="number how">${left === 0 ? html`${icon('warning')} spent, of ${write(most)}` : html`${write(left)} left of ${write(most)}`}</span>
      ${bar(most === 0 ? 0 : left / most)}
    </div>`;
}

const memory = ({ memory: { answers, asked, remembered, waited }, held }) => html`
  <dl class="memory">${[
    ['Answers remembered', answers, 'By payload skeleton, model and version of the prompt'],
    ['Questions asked', asked, 'That this analyzer put to a model'],
    ['Answered from memory', remembered, 'Events whose answer was known'],
    ['Waited for an answer', waited, 'Events about whose payload somebody was being asked'],
    ['Escalations held', held, 'That this analyzer works on now; others may wait in Kafka'],
  ].map(([name, value, title]) => html`<div title=${title}><dt class="quiet">${name}</dt><dd class="number">${count(value)}</dd></div>`)}</dl>`;

customElements.define('kg-reviewers', Reviewers);
