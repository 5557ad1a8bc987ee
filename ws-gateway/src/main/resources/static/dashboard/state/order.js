import { Signal } from './signal.js';

/** Requests per second, by name, see RunOrder.Intensity. */
export const INTENSITIES = { low: 10, medium: 50, high: 200, extreme: 1000 };

export const STRATEGIES = {
  blended: 'The target rate; 70 % harmless requests, 30 % attacks. Shows false alarms too.',
  sustained: 'The target rate from start to end; attacks only.',
  wave: 'Between 10 % and 190 % of the target, every 10 s; attacks only.',
  escalation: 'From 10 % to all of the target in a straight line; attacks only.',
  stealth: 'Under a tenth of the target; encoded attacks, each from another address.',
};

export const RUN_TIERS = ['unprotected', 'local', 'cloud'];

export const ATTACK_TYPES = [
  'sql_injection', 'nosql_injection', 'xss', 'command_injection', 'path_traversal', 'ldap_injection', 'ssti', 'xxe', 'ssrf', 'rce', 'crlf_injection',
  'business_logic', 'ransomware_c2', 'ddos', 'credential_stuffing', 'brute_force', 'scanning', 'api_abuse',
];

export const LIMITS = { minSeconds: 5, maxSeconds: 300, maxRate: 100_000, endpoints: 20, endpointLength: 256 };

const BLANK = { intensity: 'medium', rate: '50', strategy: 'blended', duration: '60', targets: RUN_TIERS, types: [], endpoints: '', via: 'topic', seed: '', more: false };

/**
 * The flood that the form asks for, as it stands in its fields: numbers are texts; `intensity` is `custom` when `rate` counts;
 * `endpoints` one a line; an empty `seed` is a new one each time; `more` whether the rarer fields are open. Outlives the panel.
 */
export const order = new Signal(BLANK);

export function setOrder(change) {
  const it = order.value;
  if (Object.keys(change).some((field) => it[field] !== change[field])) order.value = { ...it, ...change };
}

const endpointsOf = (text) => text.split(/\s+/).filter((path) => path !== '');
const isWhole = (text, low, high) => /^\d+$/.test(text.trim()) && Number(text) >= low && Number(text) <= high;

/** The FloodRequest of /openapi.yaml. Pure; of an order without problems. */
export function bodyOf(it) {
  const body = { strategy: it.strategy, duration: Number(it.duration), targets: it.targets, via: it.via };
  if (it.intensity === 'custom') body.rate = Number(it.rate);
  else body.intensity = it.intensity;
  if (it.types.length > 0) body.types = it.types;
  if (it.endpoints.trim() !== '') body.endpoints = endpointsOf(it.endpoints);
  if (it.seed.trim() !== '') body.seed = Number(it.seed);
  return body;
}

/** The order that a past run had, seed and all. Pure. */
export function orderOf(config) {
  return {
    ...BLANK,
    ...config,
    rate: String(config.rate),
    duration: String(config.duration),
    types: config.types ?? [],
    endpoints: (config.endpoints ?? []).join('\n'),
    seed: String(config.seed),
    via: config.via ?? BLANK.via,
    more: true,
  };
}

/** What is wrong, in words, by field; empty when it can be sent. Pure. */
export function problemsOf(it) {
  const problems = {};
  const rate = Number(it.rate);
  if (it.intensity === 'custom' && !(rate > 0 && rate <= LIMITS.maxRate)) problems.rate = `A rate above 0 and at most ${LIMITS.maxRate} a second`;
  if (!isWhole(it.duration, LIMITS.minSeconds, LIMITS.maxSeconds)) problems.duration = `Whole seconds from ${LIMITS.minSeconds} to ${LIMITS.maxSeconds}`;
  if (it.targets.length === 0) problems.targets = 'At least one tier';
  if (it.seed.trim() !== '' && !isWhole(it.seed, 0, Number.MAX_SAFE_INTEGER)) problems.seed = `A whole number up to ${Number.MAX_SAFE_INTEGER}, or nothing`;
  const paths = endpointsOf(it.endpoints);
  if (paths.length > LIMITS.endpoints) problems.endpoints = `At most ${LIMITS.endpoints} paths`;
  else if (!paths.every((path) => path.length <= LIMITS.endpointLength && /^\/[!-~]*$/.test(path) && !/[?#]/.test(path))) {
    problems.endpoints = 'Paths begin with a slash and have neither ? nor #, such as /api/users';
  }
  return problems;
}
