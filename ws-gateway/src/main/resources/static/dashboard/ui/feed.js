import { MAX_ROWS, showsDemo, shownRows } from '../state/feed.js';
import { text } from './text.js';

const table = document.getElementById('feed');
const body = table.tBodies[0];
const empty = document.getElementById('empty');
const demo = document.getElementById('demo');
const skipped = document.getElementById('skipped');
const drawn = new Map();

const COUNT = new Intl.NumberFormat('en-US');
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const ACTIONS = { block: 'BLOCK', rate_limit: 'RATE LIMIT', monitor: 'MONITOR', allow: 'ALLOW' };

export function showFeed(feed, greeted) {
  const rows = shownRows(feed);
  table.hidden = rows.length === 0;
  empty.hidden = !greeted || rows.length > 0;
  demo.hidden = !showsDemo(rows);
  text(skipped, note(rows.length, feed.skipped));

  const wanted = new Set(rows.map((row) => row.key));
  for (const [key, { element }] of drawn) {
    if (!wanted.has(key)) {
      element.remove();
      drawn.delete(key);
    }
  }
  let next = body.firstChild;
  for (const row of rows) {
    const element = elementOf(row);
    if (element === next) next = next.nextSibling;
    else body.insertBefore(element, next);
  }
}

function note(count, missed) {
  const shown = count === MAX_ROWS ? `newest ${MAX_ROWS}` : '';
  const left = missed > 0 ? `${COUNT.format(missed)} skipped, threats are shown first` : '';
  return [shown, left].filter(Boolean).join('; ');
}

function elementOf(row) {
  const known = drawn.get(row.key);
  if (known?.row === row) return known.element;
  const element = draw(row);
  known?.element.replaceWith(element);
  drawn.set(row.key, { row, element });
  return element;
}

function draw(row) {
  const line = make('tr');
  line.dataset.action = row.action;
  const score = row.threat_score.toFixed(2);
  const type = row.threat_type.replaceAll('_', ' ');
  const badge = make('span', ACTIONS[row.action] ?? row.action);
  badge.className = 'badge';
  line.append(
    cell('time', TIME.format(new Date(row.timestamp))),
    cell('action', '', badge),
    cell('score', score),
    cell('type', type),
    cell('request', '', request(row, score, type)),
    cell('client', row.client_ip),
    cell('status', row.status ?? '-'),
    cell('reasoning', row.reasoning),
  );
  return line;
}

function request(row, score, type) {
  const details = make('details');
  const url = row.query ? `${row.path}?${row.query}` : row.path;
  const more = make('dl');
  more.className = 'more';
  const facts = {
    Type: `${type}, score ${score}`, Reasoning: row.reasoning, Client: row.client_ip, Status: row.status ?? 'unknown',
    Tier: row.tier, Source: row.source, Event: row.event_id, Degraded: row.degraded,
  };
  for (const [name, value] of Object.entries(facts)) {
    if (value !== undefined && value !== null) more.append(make('dt', name), make('dd', value));
  }
  details.append(make('summary', `${row.method} ${url}`), more);
  return details;
}

function cell(name, content, child) {
  const element = make('td', content);
  element.className = name;
  if (child) element.append(child);
  else element.title = content;
  return element;
}

function make(tag, content = '') {
  const element = document.createElement(tag);
  element.textContent = content;
  return element;
}
