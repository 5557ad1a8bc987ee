import { html } from 'lit';
import { actionName, clock, score, typeName } from '../../state/format.js';
import { marked, pointsInto } from '../../state/marks.js';
import { degradedWords, mark } from '../../state/review.js';
import { visible } from '../../state/visible.js';
import { icon } from '../icons.js';

// Longer texts are cut by the column; the event has them whole.
const MAX_SHOWN = 160;
const LONG = 32;
const UNKNOWN = 'unknown';

export const COLUMNS = [
  ['c-time', 'Time'],
  ['c-verb', 'Action'],
  ['c-score', 'Score'],
  ['c-type', 'Type'],
  ['c-request', 'Request'],
  ['c-client', 'Client'],
  ['c-status', 'Status'],
  ['c-tier', 'Tier'],
  ['c-why', 'Reasoning'],
];

/** A score as number and length. */
export const bar = (value) => html`<span class="number">${score(value)}</span><svg class="score-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="6" fill="var(--line)"/><rect width=${Math.round(value * 100)} height="6" fill="currentColor"/></svg>`;

/** One verdict. @param {number} index its place, 0 on top */
export function row(verdict, index, isOpen, isCursor) {
  const action = verdict.recommended_action;
  const quiet = action === 'allow' ? 'quiet' : '';
  const reviewed = mark(verdict);
  return html`
    <div role="row" class="feed-row ${isCursor ? 'cursor' : ''}" id="feed-row-${verdict.number}" data-action=${action} data-index=${index} aria-rowindex=${index + 2} aria-selected=${String(isOpen)}>
      <span role="gridcell" class="c-time number quiet">${clock(verdict.observed_at)}</span>
      <span role="gridcell" class="c-verb">${verb(action, reviewed)}</span>
      <span role="gridcell" class="c-score">${bar(verdict.threat_score)}</span>
      <span role="gridcell" class="c-type ${quiet}">${typeName(verdict.threat_type)}</span>
      <span role="gridcell" class="c-request mono ${quiet}"><b>${visible(verdict.method)}</b> ${request(verdict)}</span>
      <span role="gridcell" class="c-client mono">${visible(verdict.client_ip)}</span>
      <span role="gridcell" class="c-status number ${verdict.status === null ? 'quiet' : ''}">${verdict.status ?? UNKNOWN}</span>
      <span role="gridcell" class="c-tier">${visible(verdict.tier)}${verdict.degraded && reviewed?.kind !== 'unanswered' ? html` <span class="degraded" title=${visible(degradedWords(verdict))}>${icon('warning')}<span class="unseen">degraded</span></span>` : ''}</span>
      <span role="gridcell" class="c-why quiet">${visible(verdict.reasoning.slice(0, MAX_SHOWN))}</span>
    </div>`;
}

/** The action, and what became of it when somebody looked again. */
function verb(action, reviewed) {
  const now = html`<span class="action">${icon(action)}${actionName(action)}</span>`;
  if (reviewed === null) return now;
  const words = visible(reviewed.words);
  if (reviewed.kind !== 'changed') {
    return html`${now}<span class="reviewed ${reviewed.kind}" title=${words}>${icon(reviewed.kind === 'same' ? 'again' : 'warning')}<span class="unseen">, ${words}</span></span>`;
  }
  return html`<span class="reviewed" title=${words}><span class="action was" data-action=${reviewed.from}>${icon(reviewed.from)}</span>${icon('to')}</span>${now}<span class="unseen">, ${words}</span>`;
}

const REQUESTS = new WeakMap();

function request(verdict) {
  const known = REQUESTS.get(verdict);
  if (known?.revision === verdict.revision) return known.parts;
  const parts = [pieces('path', verdict), verdict.query === '' ? '' : ['?', pieces('query', verdict)], elsewhere(verdict.findings)];
  REQUESTS.set(verdict, { revision: verdict.revision, parts });
  return parts;
}

/** Begins near the evidence, which may stand far behind in a long text. */
function pieces(part, { [part]: text, findings }) {
  return marked(text, part, findings).map(({ text: piece, weight }, i, all) => {
    if (weight > 0) return html`<mark>${visible(piece.slice(0, MAX_SHOWN))}</mark>`;
    const long = i < all.length - 1 && piece.length > LONG;
    return visible(long ? `${piece.slice(0, LONG / 2)}…${piece.slice(-LONG / 4)}` : piece.slice(0, MAX_SHOWN));
  });
}

/** The strongest evidence, when it is neither in the path nor in the query. */
function elsewhere(findings) {
  const strongest = findings.find((it) => it.evidence !== '');
  if (!strongest || pointsInto('path', strongest) || pointsInto('query', strongest)) return '';
  return html` <span class="quiet">${visible(strongest.field)}:</span> <mark>${visible(strongest.evidence.slice(0, MAX_SHOWN))}</mark>`;
}
