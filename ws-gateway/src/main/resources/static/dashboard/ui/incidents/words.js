import { count, typeName } from '../../state/format.js';

const GOING_ON_MS = 60_000;
const NAMED = 3;

export const KINDS = {
  source: { name: 'client', what: 'Alerts of one client, without a long pause' },
  payload: { name: 'payload', what: 'The same payload from several clients; digits and literals are collapsed' },
};

/** Whether an alert came within the last minute. The pause that ends an incident is metrics-streams' own, which does not tell it. */
export const isGoingOn = (incident, now) => now - Date.parse(incident.last_seen) < GOING_ON_MS;

/** What its alerts were called, most frequent first. */
export const typesOf = (incident) => Object.entries(incident.threat_types).sort((a, b) => b[1] - a[1]);

export function worstTypes(incident) {
  const types = typesOf(incident);
  const more = types.length > NAMED ? `, ${count(types.length - NAMED)} more` : '';
  return types.slice(0, NAMED).map(([type]) => typeName(type)).join(', ') + more;
}
