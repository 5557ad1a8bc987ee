import { ACTIONS } from './format.js';

/** Types that a filter can name, as on the wire. */
export const TYPES = [
  'sql_injection', 'xss', 'path_traversal', 'command_injection', 'ldap_injection', 'nosql_injection', 'ssti', 'xxe', 'ssrf', 'rce',
  'crlf_injection', 'business_logic', 'ransomware_c2', 'ddos', 'credential_stuffing', 'brute_force', 'scanning', 'api_abuse', 'prompt_injection',
  'none',
];

/** What the gateway is asked for, see StreamParameters of /asyncapi.yaml; lists are arrays. */
export const EVERYTHING = { tier: [], min_score: 0, type: [], action: [], source: [], path: '' };

// Less than the gateway takes (32 values, 1024 characters for each name): what it refuses would never connect.
const MAX_VALUES = 16;
const MAX_NAME = 50;
const MAX_PATH = 1000;

/** The filter that an address asks for; what cannot be used in it is left out. Pure. @param {URLSearchParams} params */
export function parseFilter(params) {
  const score = Number(params.get('min_score') ?? 0);
  return {
    tier: list(params, 'tier'),
    min_score: score >= 0 && score <= 1 ? score : 0,
    type: list(params, 'type').filter((type) => TYPES.includes(type)),
    action: list(params, 'action').filter((action) => ACTIONS.includes(action)),
    source: list(params, 'source'),
    path: (params.get('path') ?? '').slice(0, MAX_PATH),
  };
}

function list(params, name) {
  const values = params.getAll(name).flatMap((text) => text.split(',')).map((text) => text.trim().slice(0, MAX_NAME));
  return [...new Set(values.filter((text) => text !== ''))].slice(0, MAX_VALUES);
}

/** The same as part of an address; empty when it asks for everything. */
export function filterQuery(filter, search) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    const text = String(value);
    if (text !== '' && text !== '0') query.set(name, text);
  }
  if (search) query.set('q', search);
  return query.toString();
}

/** How many parts of the filter ask for less than everything. */
export const narrowed = (filter) => Object.keys(EVERYTHING).filter((name) => String(filter[name]) !== String(EVERYTHING[name])).length;

/** Whether the gateway would send this verdict. Pure. */
export function matches(filter, verdict) {
  const any = (wanted, value) => wanted.length === 0 || wanted.includes(value);
  return any(filter.tier, verdict.tier)
    && verdict.threat_score >= filter.min_score
    && any(filter.type, verdict.threat_type)
    && any(filter.action, verdict.recommended_action)
    && any(filter.source, verdict.source)
    && verdict.path.startsWith(filter.path);
}
