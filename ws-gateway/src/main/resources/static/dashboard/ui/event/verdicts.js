import { html } from 'lit';
import { answers } from '../../state/event.js';
import { actionName, count, instant, millis, percent, score, typeName } from '../../state/format.js';
import { sentence } from '../../state/reasons.js';
import { changeWords, degradedWords, outcome } from '../../state/review.js';
import { visible } from '../../state/visible.js';
import { icon } from '../icons.js';
import { howReviewed } from './review.js';

const ICONS = { first: 'bolt', unanswered: 'warning', limited: 'info' };
const action = (verdict) => html`<span class="action" data-action=${verdict.recommended_action}>${icon(verdict.recommended_action)}${actionName(verdict.recommended_action)}</span>`;

/** The verdict that counts, large. */
export const headline = (verdict) => html`
  <div class="headline" data-action=${verdict.recommended_action}>
    <p class="big">${action(verdict)} <span class="number">${score(verdict.threat_score)}</span> <span>${verdict.threat_type === 'none' ? 'nothing found' : typeName(verdict.threat_type)}</span></p>
    <p class="quiet">says tier ${visible(verdict.tier)}${reviewedBy(verdict)}, ${percent(verdict.confidence * 100)} sure of its action</p>
    <p>${visible(verdict.reasoning)}</p>
  </div>`;

function reviewedBy(verdict) {
  if (verdict.revision === 0) return '';
  return outcome(verdict) === 'unanswered' ? ', not reviewed' : html`, reviewed by ${visible(verdict.ai_model)}`;
}

/** What each tier said at once, and what became of it. */
export const verdictList = (tiers) => html`
  <section aria-labelledby="event-verdicts">
    <h3 id="event-verdicts">Verdicts</h3>
    ${tiers.map(({ tier, revisions }) => html`
      <article class="verdict">
        <h4>Tier ${visible(tier)}</h4>
        <ol class="answers">${answers(revisions).map(one)}</ol>
      </article>`)}
  </section>`;

const one = ({ verdict, gap }) => html`
  <li data-outcome=${outcome(verdict)}>
    <span class="when">${icon(ICONS[outcome(verdict)] ?? 'again')}</span>
    <p class="quiet">${nameOf(verdict)}<span class="number">${later(gap)}</span></p>
    ${outcome(verdict) === 'unanswered' ? nothingNew(verdict) : answer(verdict)}
    ${howReviewed(verdict.review)}
    <p class="quiet"><span class="mono">${visible(verdict.ai_model)}</span>, ${instant(verdict.judged_at)}${verdict.revision === 0 ? scored(verdict.processing_time_ms) : ''}</p>
  </li>`;

function nameOf(verdict) {
  if (verdict.revision === 0) return 'At once';
  const name = outcome(verdict) === 'unanswered' ? 'No second opinion' : 'Second opinion';
  return verdict.revision > 1 ? `${name}, revision ${count(verdict.revision)}` : name;
}

const answer = (verdict) => html`
  <p>${action(verdict)} <span class="number">${score(verdict.threat_score)}</span> ${typeName(verdict.threat_type)}, ${percent(verdict.confidence * 100)} sure</p>
  ${verdict.revision === 0 ? '' : html`<p class="change">${visible(changeWords(verdict))}</p>`}
  ${fallback(verdict)}
  <p class="said">${visible(verdict.reasoning)}</p>`;

const nothingNew = (verdict) => html`${fallback(verdict)}<p>${changeWords(verdict)}</p>`;
const fallback = (verdict) => (verdict.degraded ? html`<p class="watch">${icon('warning')} ${visible(sentence(degradedWords(verdict)))}</p>` : '');
const later = (gap) => (gap === null ? '' : gap < 0 ? `, ${millis(-gap)} earlier, so the clocks differ` : `, ${millis(gap)} later`);
const scored = (ms) => `, scored in ${ms < 0.1 ? `less than ${millis(0.1)}` : millis(ms)}`;
