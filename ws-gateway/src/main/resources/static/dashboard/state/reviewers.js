import { duration } from './format.js';
import { sentence } from './reasons.js';

// How tiers are reviewed, told from the reports of GET /api/tiers (TierStatus of /openapi.yaml). Everything here is pure.
const DAY_MS = 86_400_000;

/** The reports with `open_since` at each model: when its circuit was seen to open, null when it is closed or was open before we looked. */
export function withCircuits(before, reports) {
  const circuits = new Map();
  for (const report of before ?? []) for (const model of report.models) circuits.set(circuitKey(report, model), model);
  const since = (report, model) => {
    const known = circuits.get(circuitKey(report, model));
    if (model.breaker === 'closed' || !known) return null;
    return known.breaker === 'closed' ? report.at : known.open_since;
  };
  return reports.map((report) => ({ ...report, models: report.models.map((model) => ({ ...model, open_since: since(report, model) })) }));
}

const circuitKey = (report, model) => JSON.stringify([report.tier, report.instance, model.model]);

/**
 * How a tier is reviewed: `name` unknown | gone | absent | trouble | on, `judges` whether it judges at all (null when nobody says),
 * `reason` a sentence or null, `model` that is asked first or null.
 * @param {object[]|null} reports
 */
export function reviewingOf(reports, tier) {
  const all = (reports ?? []).filter((report) => report.tier === tier);
  if (all.length === 0) return { name: 'unknown', judges: null, reason: null, model: null };
  const live = all.filter((report) => !report.gone);
  if (live.length === 0) return { name: 'gone', judges: null, reason: null, model: firstModel(all) };
  const judges = live.some((report) => report.judges);
  const asking = live.filter((report) => report.configured);
  if (asking.length === 0) return { name: 'absent', judges, reason: live[0].reason, model: null };
  const trouble = asking.find((report) => report.reason !== null);
  return { name: trouble ? 'trouble' : 'on', judges, reason: trouble?.reason ?? null, model: firstModel(asking) };
}

const firstModel = (reports) => reports.find((report) => report.models.length > 0)?.models[0].model ?? null;

/** Tiers that do not judge, as far as their analyzers say. */
export const idleTiers = (reports) => [...new Set((reports ?? []).map(({ tier }) => tier))].filter((tier) => reviewingOf(reports, tier).judges === false);

/**
 * What reviewers of a tier did `from` (epoch ms) on: `cost` in US dollars, null when no price is configured, and `reviewed` events, null when it
 * is not known. Null when nobody reviews. Windows are kept for a day, so what began earlier is told of this day in UTC alone.
 */
export function spending(reports, tier, now) {
  const asking = (reports ?? []).filter((report) => report.tier === tier && report.configured);
  if (asking.length === 0) return null;
  const models = asking.flatMap((report) => report.models);
  const priced = models.some((model) => model.cost_usd !== null) && models.every((model) => model.cost_usd !== null || model.calls === 0);
  const from = Math.min(...asking.map((report) => Date.parse(report.since)));
  if (now - from <= DAY_MS) {
    return { from, cost: priced ? sum(models, (model) => model.cost_usd ?? 0) : null, reviewed: sum(asking, ({ memory }) => (memory ? memory.asked + memory.remembered + memory.waited : 0)) };
  }
  const midnight = Math.floor(now / DAY_MS) * DAY_MS;
  const today = asking.filter((report) => Date.parse(report.at) >= midnight);
  if (today.length === 0) return null;
  return { from: midnight, cost: priced ? sum(today, ({ budget }) => budget?.cost_today ?? 0) : null, reviewed: null };
}

const sum = (list, of) => list.reduce((total, one) => total + of(one), 0);

/** What is left of a budget, each `{name, left, most}`; `most` null for no limit. */
export function budgetLeft(budget) {
  const left = (name, used, most) => ({ name, left: most === null ? null : Math.max(0, most - used), most });
  return [
    { ...left('Calls this minute', budget.calls_this_minute, budget.calls_per_minute), money: false },
    { ...left('Calls today', budget.calls_today, budget.calls_per_day), money: false },
    { ...left('Cost today', budget.cost_today, budget.cost_per_day), money: true },
  ];
}

/** Limits of a day that are reached; those of a minute pass before they are read. */
const spentToday = ({ budget }) => budget !== null && budgetLeft(budget).slice(1).some(({ left }) => left === 0);

/** What has to be known before one believes that verdicts were reviewed, a sentence for each tier in trouble. */
export function troubleWords(reports, now) {
  const found = new Map();
  for (const report of (reports ?? []).filter((one) => one.configured && !one.gone)) {
    const words = troubleOf(report, now);
    if (words !== null && !found.has(report.tier)) found.set(report.tier, `Reviewers of tier ${report.tier}: ${words}`);
  }
  return [...found.values()];
}

function troubleOf(report, now) {
  if (report.reason !== null) return `not asked: ${sentence(report.reason)}`;
  if (spentToday(report)) return 'the budget of today is spent; local verdicts stand until midnight UTC.';
  const [first, ...others] = report.models;
  if (!first || first.breaker !== 'open') return null;
  const next = others.find((model) => model.breaker !== 'open');
  const stands = next ? `${next.model} is asked instead` : 'local verdicts stand';
  return `circuit of ${first.model} open${openFor(first, now)}; ${stands}.`;
}

/** How long a circuit has not been closed, where that was seen. */
export const openFor = (model, now) => (model.open_since ? ` since ${duration(now - Date.parse(model.open_since))}` : '');
