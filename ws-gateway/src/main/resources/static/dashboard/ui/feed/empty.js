import { html } from 'lit';
import { count } from '../../state/format.js';
import { everything, feed, feedFilter, feedSearch } from '../../state/feed.js';
import { narrowed } from '../../state/filter.js';
import { link } from '../../state/link.js';
import { tiles } from '../../state/live.js';
import { visible } from '../../state/visible.js';
import { icon } from '../icons.js';

const CURL = `curl http://localhost:18001/ingest/kong -H 'Content-Type: application/json' \\
  -d '{"client_ip":"203.0.113.7","request":{"method":"GET","uri":"/users?id=1%27%20OR%20%271%27=%271"}}'`;

/** Why there are no rows, and what to do about it. @param {() => void} attack sends one @param sent what became of it */
export function empty(attack, sent) {
  if (feed.value.shown.length > 0) {
    return html`<div class="empty"><p>None of the ${count(feed.value.shown.length)} verdicts here contains “${visible(feedSearch.value)}”.</p>
      <button class="button" type="button" @click=${() => { feedSearch.value = ''; }}>Clear the search</button></div>`;
  }
  if (link.value.phase !== 'live' && link.value.phase !== 'replaying') {
    return html`<div class="empty"><p>${link.value.phase === 'connecting' ? 'Connecting to the gateway.' : 'Not connected; what is missed meanwhile comes afterwards.'}</p></div>`;
  }
  if (narrowed(feedFilter.value) > 0) {
    return html`<div class="empty"><p>No verdict has come that the filter lets through.</p>
      <button class="button" type="button" @click=${everything}>Show everything</button></div>`;
  }
  return html`
    <div class="empty first">
      <p>${tiles.value?.total_requests === 0 ? 'No traffic has been judged yet.' : 'Nothing has been judged since this page was opened.'}
        Send a request to ingest and its verdict appears here:</p>
      <pre tabindex="0" aria-label="Command"><code>${CURL}</code></pre>
      <p><button class="button primary" type="button" @click=${attack}>${icon('bolt')} Send one attack</button> a SQL injection, marked as simulated</p>
      ${sent}
    </div>`;
}
