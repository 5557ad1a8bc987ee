import { MAX_ROWS, showsDemo, shownRows } from '../state/feed.js';
import { text } from './text.js';

const table = document.getElementById('feed');
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
  let next = table.tBodies[0] ?? null;
  for (const row of rows) {
    const known = drawn.get(row.key);
    const current = known?.revision === row.revision;
    const element = current ? known.element : draw(row);
    if (known?.element === next) next = next.nextElementSibling;
    else if (current) table.insertBefore(element, next);
    if (!current) {
      known?.element.remove();
      table.insertBefore(element, next);
      drawn.set(row.key, { revision: row.revision, element });
    }
  }
}

function note(count, missed) {
  const shown = count === MAX_ROWS ? `newest ${MAX_ROWS}` : '';
  const left = missed > 0 ? `${COUNT.format(missed)} skipped, threats are shown first` : '';
  return [shown, left].filter(Boolean).join('; ');
}

/** One verdict: a body of its own, so that its second row, when it is open, moves with the first. */
function draw(row) {
  const body = make('tbody');
  body.dataset.action = row.action;
  const type = row.threat_type.replaceAll('_', ' ');
  const badge = make('span', ACTIONS[row.action] ?? row.action);
  badge.className = 'badge';
  const opener = make('button', `${row.method} ${row.query ? `${row.path}?${row.query}` : row.path}`);
  opener.type = 'button';
  opener.setAttribute('aria-expanded', 'false');
  opener.addEventListener('click', () => toggle(body, opener, row));
  const line = make('tr');
  line.append(
    cell('time', TIME.format(new Date(row.timestamp))),
    cell('action', '', badge),
    cell('score', row.threat_score.toFixed(2)),
    cell('type', type),
    cell('request', '', opener),
    cell('client', row.client_ip),
    cell('status', row.status ?? '-'),
    cell('reasoning', row.reasoning),
  );
  body.append(line);
  return body;
}

function toggle(body, opener, row) {
  const open = body.rows.length === 1;
  opener.setAttribute('aria-expanded', String(open));
  if (open) body.append(detailsOf(row));
  else body.rows[1].remove();
}

/** A narrow screen hides columns, and spanning more than there are would squeeze the rest. */
function visibleColumns() {
  return [...table.tHead.rows[0].cells].filter((head) => head.offsetWidth > 0).length;
}

addEventListener('resize', () => {
  for (const details of table.querySelectorAll('td.details')) details.colSpan = visibleColumns();
});

function detailsOf(row) {
  const list = make('dl');
  list.className = 'more';
  const facts = {
    Method: row.method, Path: row.path, Query: row.query, Reasoning: row.reasoning, Type: row.threat_type,
    Score: row.threat_score, Confidence: row.confidence, Client: row.client_ip, Status: row.status ?? 'unknown',
    Time: row.timestamp, Tier: row.tier, Source: row.source, Event: row.event_id, Degraded: row.degraded,
  };
  for (const [name, value] of Object.entries(facts)) {
    if (value !== undefined && value !== null && value !== '') list.append(make('dt', name), make('dd', value));
  }
  const only = cell('details', '', list);
  only.colSpan = visibleColumns();
  const line = make('tr');
  line.append(only);
  return line;
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
