/**
 * All that is known of one event: what the feed has of it, and what GET /api/events/{id} answered, if it did. Pure.
 *
 * `request` is the whole TrafficEvent, or what a verdict repeats of it; null when nothing is known. `tiers`: for each, its revisions,
 * newest first. `main` is the newest verdict of the primary tier, or of another that spoke; `first` the first answer of its tier, null when
 * it is not known.
 */
export function joined(rows, answer, primary) {
  const all = new Map();
  for (const verdict of [...(answer?.verdicts ?? []), ...rows]) {
    const key = `${verdict.tier}/${verdict.revision}`;
    all.set(key, { ...all.get(key), ...verdict });
  }
  const byTier = new Map();
  for (const verdict of [...all.values()].sort((a, b) => b.revision - a.revision)) {
    byTier.set(verdict.tier, [...(byTier.get(verdict.tier) ?? []), verdict]);
  }
  const tiers = [...byTier].map(([tier, revisions]) => ({ tier, revisions })).sort((a, b) => (a.tier < b.tier ? -1 : 1));
  const main = byTier.get(primary)?.[0] ?? tiers[0]?.revisions[0] ?? null;
  const first = byTier.get(main?.tier)?.find(({ revision }) => revision === 0) ?? null;
  return { request: request(answer?.event ?? main), whole: Boolean(answer?.event), tiers, main, first, findings: findingsOf(tiers) };
}

/** With the fields that a topic leaves out when they are empty. */
const request = (known) => known && { method: '', query: '', headers: {}, redacted: [], flags: [], ...known };

/** The evidence of all tiers, what several found once, strongest first. */
function findingsOf(tiers) {
  const found = new Map();
  for (const { revisions } of tiers) {
    for (const it of revisions[0].findings) {
      const key = JSON.stringify([it.detector, it.type, it.field, it.offset, it.length, it.evidence]);
      if (!(found.get(key)?.weight >= it.weight)) found.set(key, it);
    }
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight);
}

/**
 * The stations of an event, each with `at` (epoch ms, null when not known) and `gap` since the one before (ms; null when not known).
 * A negative gap says that two clocks differ.
 */
export function timeline(request, main, first) {
  const stations = [
    { name: 'observed', at: ms(request?.observed_at) },
    { name: 'received', at: ms(request?.received_at) },
    { name: 'judged', at: ms(first?.judged_at) },
    ...(main?.revision > 0 ? [{ name: 'revised', at: ms(main.judged_at) }] : []),
    { name: 'seen', at: main?.seen_at ?? null },
  ];
  return stations.map((station, i) => {
    const before = i === 0 ? null : stations[i - 1].at;
    return { ...station, gap: before === null || station.at === null ? null : station.at - before };
  });
}

/** The answers of one tier in order, each with `gap` since the one before (ms; null when that is not known). Pure. */
export function answers(revisions) {
  const inOrder = [...revisions].reverse();
  return inOrder.map((verdict, i) => {
    const before = inOrder[i - 1];
    return { verdict, gap: before?.revision === verdict.revision - 1 ? ms(verdict.judged_at) - ms(before.judged_at) : null };
  });
}

const ms = (iso) => (iso === undefined || iso === null ? null : Date.parse(iso));
