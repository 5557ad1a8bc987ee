import { html } from 'lit';
import { count, duration, moment, typeName } from '../../state/format.js';
import { EVERYTHING, feed, feedFilter } from '../../state/feed.js';
import { openDraft } from '../../state/recordings.js';
import { showEvent, showView } from '../../state/route.js';
import { KINDS, typesOf } from './words.js';

/** All that is known of an incident, and ways to its events. */
export function details(one) {
  const types = typesOf(one);
  return html`
    <div class="details">
      <dl class="facts">
        <dt>What</dt><dd>${KINDS[one.kind]?.what ?? one.kind}</dd>
        <dt>${one.kind === 'payload' ? 'Payload' : 'Client'}</dt><dd class="mono">${one.campaign}</dd>
        <dt>First, last alert</dt><dd class="number">${moment(one.first_seen)} - ${moment(one.last_seen)}, ${duration(Date.parse(one.last_seen) - Date.parse(one.first_seen))}</dd>
        <dt>Alerts called</dt><dd class="number">${types.map(([type, alerts]) => html`<span class="nowrap type">${typeName(type)} ${count(alerts)}</span>`)}</dd>
        ${one.kind === 'source' ? '' : html`<dt>Clients</dt><dd class="mono">${one.sources.join(' ')}${one.source_count > one.sources.length ? html` <span class="quiet">and ${one.more_sources ? 'at least ' : ''}${count(one.source_count - one.sources.length)} more</span>` : ''}</dd>`}
        <dt>Some of its events</dt><dd><ul class="events">${one.event_ids.map((id) => html`<li>${eventLink(one, id)}</li>`)}</ul></dd>
      </dl>
      <span class="buttons">
        <button class="button" type="button" @click=${() => showVerdicts(types)}>Show such verdicts live</button>
        <button class="button" type="button" @click=${() => record(one)}>Record its events</button>
      </span>
      <p class="quiet">Sets the feed to ${types.map(([type]) => typeName(type)).join(', ')}; of what is past, the events above can be opened.</p>
    </div>`;
}

/** An event is found by its client and time: known from the feed, or when the incident has one client only. */
function eventLink(one, id) {
  const seen = feed.value.rows.find((row) => row.event_id === id);
  const client = one.sources.length === 1 && one.source_count === 1 ? one.sources[0] : null;
  const event = seen ?? (client && { event_id: id, client_ip: client, observed_at: one.first_seen });
  if (!event) return html`<span class="mono">${id}</span>`;
  return html`<button class="link mono" type="button" @click=${() => showEvent(event)}>${id}</button>${seen ? html` <span class="mono quiet">${seen.method} ${seen.path}${seen.query ? `?${seen.query}` : ''}</span>` : ''}`;
}

function record(one) {
  openDraft({ of: 'incident', kind: 'incident', id: one.id });
  showView('runs');
}

function showVerdicts(types) {
  feedFilter.value = { ...EVERYTHING, type: types.map(([type]) => type) };
  showView('overview');
}
