import { typeName } from './format.js';

// What was read of a row, until a revision changes it.
const TEXTS = new WeakMap();

/** The rows that contain every word, in any case, in the same order. @param {object[]} rows @param {string} search */
export function found(rows, search) {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return words.length === 0 ? rows : rows.filter((row) => words.every((word) => textOf(row).includes(word)));
}

function textOf(row) {
  const known = TEXTS.get(row);
  if (known?.revision === row.revision) return known.text;
  // The evidence is decoded, so that what one reads is found too.
  const parts = [
    row.method, row.path, row.query, row.client_ip, row.status, row.host, row.route, row.service, row.tier, row.source, row.threat_type,
    typeName(row.threat_type), row.recommended_action, row.reasoning, row.ai_model, row.event_id, ...row.findings.map((it) => it.evidence),
  ];
  const text = parts.filter((part) => part !== null && part !== undefined).join('\n').toLowerCase();
  TEXTS.set(row, { revision: row.revision, text });
  return text;
}
