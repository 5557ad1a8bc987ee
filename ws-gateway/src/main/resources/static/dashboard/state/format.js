// How numbers and times are written, everywhere alike. What is not known is written in words, never as a number.
const COUNT = new Intl.NumberFormat('en-US');
const COMPACT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });
const ONE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const SCORE = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const MINUTE = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });
const INSTANT = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 });

export const NO_DATA = 'no data';

const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);

export const count = (value) => (known(value) ? COUNT.format(value) : NO_DATA);
/** 1,234,567 as 1.2M, where there is little room; the exact number belongs in a title beside it. */
export const compact = (value) => (known(value) ? (Math.abs(value) < 100_000 ? COUNT.format(value) : COMPACT.format(value)) : NO_DATA);
/** @param {number|null} value from 0 to 1 */
export const score = (value) => (known(value) ? SCORE.format(value) : NO_DATA);
export const rate = (value) => (known(value) ? ONE.format(value) : NO_DATA);
/** @param {number|null} value from 0 to 100 */
export const percent = (value) => (known(value) ? `${PERCENT.format(value)} %` : NO_DATA);

export const NO_PRICE = 'no price configured';
const CENTS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const PARTS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', minimumFractionDigits: 0, maximumSignificantDigits: 2 });

/** What a model cost, which for one call is a small part of a cent. @param {number|null} value US dollars; null without a price */
export function usd(value) {
  if (!known(value)) return NO_PRICE;
  return value >= 0.01 ? CENTS.format(value) : PARTS.format(value);
}

/** @param {number|null} value milliseconds */
export function millis(value) {
  if (!known(value)) return NO_DATA;
  if (value >= 1000) return `${ONE.format(value / 1000)} s`;
  // Percentiles are true to one in a hundred.
  return `${value >= 100 ? COUNT.format(Math.round(value)) : ONE.format(value)} ms`;
}

/** @param {string|number|null} value ISO text or epoch milliseconds */
export const clock = (value) => (known(value) ? CLOCK.format(new Date(value)) : NO_DATA);
/** Without seconds, for axes. */
export const minute = (value) => (known(value) ? MINUTE.format(new Date(value)) : NO_DATA);
/** To the millisecond. */
export const instant = (value) => (known(value) ? INSTANT.format(new Date(value)) : NO_DATA);
export const moment = (value) => (known(value) ? MOMENT.format(new Date(value)) : NO_DATA);

/** How long, in the largest sensible unit. @param {number} ms */
export function duration(ms) {
  if (!known(ms)) return NO_DATA;
  const s = Math.max(0, Math.round(ms / 1000));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
}

/** sql_injection as "SQL injection". */
export function typeName(type) {
  if (!type || type === 'none') return 'none';
  const words = type.replaceAll('_', ' ');
  const short = /^(sql|nosql|xss|xxe|ssrf|ldap|ssti|crlf|http|api|csrf|rce|ddos)\b/;
  return words.replace(short, (word) => (word === 'nosql' ? 'NoSQL' : word.toUpperCase())).replace(/^[a-z]/, (c) => c.toUpperCase());
}

export const ACTIONS = ['block', 'rate_limit', 'monitor', 'allow'];
const ACTION_NAMES = { block: 'Block', rate_limit: 'Rate limit', monitor: 'Monitor', allow: 'Allow' };
export const actionName = (action) => ACTION_NAMES[action] ?? String(action);
