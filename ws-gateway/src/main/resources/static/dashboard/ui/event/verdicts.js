import { html } from 'lit';
import { actionName, count, instant, millis, percent, score, typeName } from '../../state/format.js';
import { visible } from '../../state/visible.js';
import { icon } from '../icons.js';

const action = (verdict) => html`<span class="action" data-action=${verdict.recommended_action}>${icon(verdict.recommended_action)}${actionName(verdict.recommended_action)}</span>`;

/** The verdict that counts, large. */
export const headline = (verdict) => html`
  <div class="headline" data-action=${verdict.recommended_action}>
    <p class="big">${action(verdict)} <span class="number">${score(verdict.threat_score)}</span> <span>${verdict.threat_type === 'none' ? 'nothing found' : typeName(verdict.threat_type)}</span></p>
    <p class="quiet">says tier ${visible(verdict.tier)}, ${percent(verdict.confidence * 100)} sure of its action</p>
    <p>${visible(verdict.reasoning)}</p>
  </div>`;

/** What each tier said, and what it said before. */
export const verdictList = (tiers) => html`
  <section aria-labelledby="event-verdicts">
    <h3 id="event-verdicts">Verdicts</h3>
    ${tiers.map(({ tier, revisions: [newest, ...before] }) => html`
      <article class="verdict">
        <h4>Tier ${visible(tier)}</h4>
        ${one(newest)}
        ${before.length > 0
          ? html`<details><summary>${count(before.length)} before</summary>${before.map(one)}</details>`
          : ''}
      </article>`)}
  </section>`;

const one = (verdict) => html`
  <p>${action(verdict)} <span class="number">${score(verdict.threat_score)}</span> ${typeName(verdict.threat_type)}, ${percent(verdict.confidence * 100)} sure</p>
  ${verdict.degraded ? html`<p class="watch">${icon('warning')} A fallback answered: ${visible(verdict.degraded)}</p>` : ''}
  <p>${visible(verdict.reasoning)}</p>
  <p class="quiet"><span class="mono">${visible(verdict.ai_model)}</span>, ${verdict.revision === 0 ? 'first answer' : `revision ${count(verdict.revision)}`}, ${instant(verdict.judged_at)}, scored in ${verdict.processing_time_ms < 0.1 ? `less than ${millis(0.1)}` : millis(verdict.processing_time_ms)}</p>`;
