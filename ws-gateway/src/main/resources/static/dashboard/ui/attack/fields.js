import { html, nothing } from 'lit';
import { rate, typeName } from '../../state/format.js';
import { status } from '../../state/live.js';
import { ATTACK_TYPES, INTENSITIES, LIMITS, RUN_TIERS, setOrder, STRATEGIES } from '../../state/order.js';

const wrongText = (wrong, field) => (wrong[field] ? html`<span class="wrong" id="wrong-${field}" role="alert">${wrong[field]}</span>` : '');

const toggled = (list, value, on) => (on ? [...list, value] : list.filter((one) => one !== value));

function radio(name, value, chosen, content) {
  return html`<label><input type="radio" name=${name} value=${value} .checked=${value === chosen} @change=${() => setOrder({ [name]: value })}>${content}</label>`;
}

function text(name, it, wrong, label, size) {
  return html`
    <label>${label}
      <input type="text" inputmode="decimal" name=${name} size=${size} autocomplete="off" .value=${it[name]} aria-invalid=${wrong[name] ? 'true' : 'false'}
        aria-describedby=${wrong[name] ? `wrong-${name}` : nothing} @input=${(event) => setOrder({ [name]: event.target.value })}>
    </label>`;
}

export const intensityField = (it, wrong) => html`
  <fieldset>
    <legend>Intensity</legend>
    <div class="picks">
      ${Object.entries(INTENSITIES).map(([name, perSecond]) => radio('intensity', name, it.intensity, html`${name} <span class="quiet number">${rate(perSecond)}/s</span>`))}
      ${radio('intensity', 'custom', it.intensity, 'own rate')}
    </div>
    ${it.intensity === 'custom' ? text('rate', it, wrong, 'Requests per second', 8) : ''} ${wrongText(wrong, 'rate')}
  </fieldset>`;

export const strategyField = (it) => html`
  <fieldset>
    <legend>Strategy</legend>
    <div class="strategies">
      ${Object.entries(STRATEGIES).map(([name, what]) => radio('strategy', name, it.strategy, html`<span>${name} <span class="quiet">${what}</span></span>`))}
    </div>
  </fieldset>`;

export const durationField = (it, wrong) => html`
  <div class="field">${text('duration', it, wrong, `Duration in seconds, ${LIMITS.minSeconds} to ${LIMITS.maxSeconds}`, 5)} ${wrongText(wrong, 'duration')}</div>`;

export const tiersField = (it, wrong) => {
  const known = Object.keys(status.value?.tiers ?? {});
  return html`
    <fieldset>
      <legend>Tiers to report</legend>
      <div class="picks">
        ${RUN_TIERS.map((tier) => html`
          <label><input type="checkbox" .checked=${it.targets.includes(tier)} @change=${(event) => setOrder({ targets: toggled(it.targets, tier, event.target.checked) })}>
            ${tier} ${status.value === null || known.includes(tier) ? '' : html`<span class="quiet">(off)</span>`}</label>`)}
      </div>
      <p class="quiet">Every tier that runs judges all traffic in any case.</p>
      ${wrongText(wrong, 'targets')}
    </fieldset>`;
};

export const more = (it, wrong) => html`
  <details .open=${it.more} @toggle=${(event) => setOrder({ more: event.target.open })}>
    <summary>Types, endpoints, seed, way</summary>
    <fieldset>
      <legend>Types of attack; none chosen is a mix of all</legend>
      <div class="picks">
        ${ATTACK_TYPES.map((type) => html`
          <label><input type="checkbox" .checked=${it.types.includes(type)} @change=${(event) => setOrder({ types: toggled(it.types, type, event.target.checked) })}> ${typeName(type)}</label>`)}
      </div>
      ${wrongText(wrong, 'types')}
    </fieldset>
    <label class="field">Endpoints to attack, one a line; none is what the generator chooses
      <textarea rows="2" spellcheck="false" .value=${it.endpoints} aria-invalid=${wrong.endpoints ? 'true' : 'false'} @input=${(event) => setOrder({ endpoints: event.target.value })}></textarea>
    </label>
    ${wrongText(wrong, 'endpoints')}
    <div class="field">${text('seed', it, wrong, 'Seed; the same one gives the same requests, none is new each time', 18)} ${wrongText(wrong, 'seed')}</div>
    <fieldset>
      <legend>Way</legend>
      <div class="strategies">
        ${radio('via', 'topic', it.via, html`<span>topic <span class="quiet">As a gateway would have logged them, with their truth.</span></span>`)}
        ${radio('via', 'gateway', it.via, html`<span>gateway <span class="quiet">Real HTTP to the configured gateway; what it logs carries no truth.</span></span>`)}
      </div>
      ${wrongText(wrong, 'via')}
    </fieldset>
  </details>`;
