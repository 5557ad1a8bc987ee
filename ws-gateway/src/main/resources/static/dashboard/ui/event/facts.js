import { html } from 'lit';
import { count, millis, typeName } from '../../state/format.js';
import { routeHash } from '../../state/route.js';
import { visible } from '../../state/visible.js';

const position = (at, topic) => `${topic} / partition ${at.partition} / offset ${at.offset}`;

/** Whether it was an attack, when that is known. @param {{label: string, type: string, run: string|null}|null} truth */
export function truthOf(truth) {
  if (!truth) return '';
  const what = truth.label === 'attack' ? `attack, ${typeName(truth.type)}` : 'benign';
  const run = truth.run ? html`, sent by <a href=${routeHash('runs', { run: truth.run })}>run ${visible(truth.run)}</a>` : '';
  return html`<p class="truth">Really: <b>${what}</b>${run}. No judge saw this.</p>`;
}

/** What else is known. @param {object|null} answer of GET /api/events/{id} */
export function facts(request, tiers, answer) {
  const rows = [
    ['Client', request.client_ip],
    ['Forwarded for', request.forwarded_for],
    ['Consumer', request.consumer],
    ['Source', request.source],
    ['Route', request.route],
    ['Service', request.service],
    ['Answered', answered(request)],
    ['Latency', latency(request.latency)],
    ['Size', size(request)],
    ['TLS', request.tls && [request.tls.version, request.tls.cipher, request.tls.sni].filter(Boolean).join(', ')],
    ['Trace', request.trace_id],
    ['Redacted', request.redacted.join(', ')],
    ['Noticed', request.flags.join(', ')],
    ['Event', request.event_id],
    ['Lies in', answer?.position && position(answer.position, answer.position.topic)],
    ...tiers.flatMap(({ tier, revisions }) => revisions
      .filter((verdict) => verdict.position)
      .map((verdict) => [`Verdict of ${tier}${verdict.revision > 0 ? `, revision ${verdict.revision}` : ''}`, position(verdict.position, 'threat.verdicts')])),
  ];
  return html`
    <section aria-labelledby="event-facts">
      <h3 id="event-facts">Facts</h3>
      <dl class="facts">${rows.filter(([, value]) => value).map(([name, value]) => html`<dt class="quiet">${visible(name)}</dt><dd>${visible(value)}</dd>`)}</dl>
    </section>`;
}

function answered(request) {
  if (request.status === null || request.status === undefined) return 'status unknown';
  const by = request.decided_by ? `, by ${request.decided_by}` : '';
  const upstream = request.upstream_status && request.upstream_status !== request.status ? `, upstream ${request.upstream_status}` : '';
  return `${request.status}${by}${upstream}`;
}

function latency(known) {
  if (!known) return null;
  const parts = [['in all', known.total_ms], ['gateway', known.gateway_ms], ['upstream', known.upstream_ms]];
  return parts.filter(([, ms]) => ms !== undefined && ms !== null).map(([name, ms]) => `${millis(ms)} ${name}`).join(', ');
}

function size({ bytes_in: taken, bytes_out: given }) {
  const parts = [['in', taken], ['out', given]];
  return parts.filter(([, bytes]) => bytes !== undefined && bytes !== null).map(([name, bytes]) => `${count(bytes)} bytes ${name}`).join(', ');
}
