import { html } from 'lit';
import { count } from '../../state/format.js';
import { marked, pointsInto } from '../../state/marks.js';
import { visible, visibleLines } from '../../state/visible.js';

const pieces = (text, part, findings, shown = visible) => marked(text, part, findings)
  .map(({ text: piece, weight }) => (weight > 0 ? html`<mark>${shown(piece)}</mark>` : shown(piece)));

/** The request as text, with its offending parts marked. @param {boolean} whole whether headers and body are known */
export function requestText(request, whole, findings) {
  const version = request.http_version ? ` HTTP/${visible(request.http_version)}` : '';
  const query = request.query === '' ? '' : html`?${pieces(request.query, 'query', findings)}`;
  return html`
    <section aria-labelledby="event-request">
      <h3 id="event-request">Request</h3>
      <pre class="raw" tabindex="0" aria-labelledby="event-request"><b>${visible(request.method) || 'method unknown'}</b> ${pieces(request.path, 'path', findings)}${query}${version}
host: ${request.host ? visible(request.host) : 'unknown'}</pre>
      ${whole ? html`${headers(request.headers, findings)}${body(request, findings)}` : ''}
      ${findings.some((it) => it.offset < 0) ? html`<p class="quiet">Some evidence has no single place that could be marked; the findings below have it all.</p>` : ''}
    </section>`;
}

function headers(all, findings) {
  const entries = Object.entries(all);
  if (entries.length === 0) return html`<p class="quiet">No headers were logged.</p>`;
  const partOf = (name) => (name === 'cookie' ? 'cookie' : `header.${name}`);
  const accused = entries.filter(([name]) => findings.some((it) => pointsInto(partOf(name), it))).length;
  return html`
    <details ?open=${accused > 0}>
      <summary>${count(entries.length)} headers${accused > 0 ? `, ${count(accused)} with findings` : ''}</summary>
      <pre class="raw" tabindex="0" aria-label="Headers">${entries.map(([name, value]) => html`<span class="quiet">${visible(name)}:</span> ${pieces(value, partOf(name), findings)}\n`)}</pre>
    </details>`;
}

function body(request, findings) {
  if (!request.body) return html`<p class="quiet">No body was logged.</p>`;
  const accused = findings.some((it) => pointsInto('body', it));
  return html`
    <details ?open=${accused}>
      <summary>Body, ${count(request.body.length)} characters${request.body_truncated ? ', cut by ingest' : ''}${accused ? ', with findings' : ''}</summary>
      <pre class="raw" tabindex="0" aria-label="Body">${pieces(request.body, 'body', findings, visibleLines)}</pre>
    </details>`;
}

/** What detection read, where that is not what was sent. @param {Record<string, string>} canonical by field */
export function canonicalText(canonical) {
  const entries = Object.entries(canonical);
  return html`
    <section aria-labelledby="event-canonical">
      <h3 id="event-canonical">Decoded</h3>
      ${entries.length === 0
        ? html`<p class="quiet">Nothing was encoded.</p>`
        : html`<dl class="decoded">${entries.map(([field, text]) => html`<dt class="quiet">${visible(field)}</dt><dd><pre class="raw" tabindex="0" aria-label="Decoded ${visible(field)}">${visibleLines(text)}</pre></dd>`)}</dl>`}
    </section>`;
}
