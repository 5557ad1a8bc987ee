import { html } from 'lit';
import { count, millis, usd } from '../../state/format.js';
import { visible } from '../../state/visible.js';

const ORIGINS = {
  asked: 'asked about this event',
  remembered: 'remembered: it was asked about another event of the same payload',
  none: 'no answer',
};

/** How a second opinion came about. @param {object|null} review of a verdict, null in a first answer */
export function howReviewed(review) {
  if (!review) return '';
  const rows = [
    ['Why', review.reason],
    ['Answer', ORIGINS[review.origin] ?? review.origin],
    // What nobody was asked cost nothing.
    ...(review.latency_ms + review.input_tokens + review.output_tokens === 0 ? [] : [
      ['Tokens', `${count(review.input_tokens)} in, ${count(review.output_tokens)} out`],
      ['Cost', usd(review.cost_usd)],
      ['It took', millis(review.latency_ms)],
    ]),
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => html`<dt class="quiet">${name}</dt><dd class="number">${visible(value)}</dd>`)}</dl>`;
}
