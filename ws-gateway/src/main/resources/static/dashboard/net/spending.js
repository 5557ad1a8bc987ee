import { judgedSince, reviewers } from '../state/live.js';
import { sum } from '../state/series.js';
import { spending } from '../state/reviewers.js';
import { gatewayNow } from '../state/windows.js';
import { ApiError, get } from './api.js';

const MINUTE_MS = 60_000;

/** Asks how much the reviewed tiers judged since their reviewers count, to the minute. What is not answered stays as it was. */
export async function askJudged() {
  const now = gatewayNow();
  const tiers = new Set((reviewers.value.list ?? []).map(({ tier }) => tier));
  for (const tier of tiers) {
    const from = spending(reviewers.value.list, tier, now)?.from;
    if (from === undefined) continue;
    try {
      const asked = new URLSearchParams({ step: '1m', tier, fields: 'requests', from: String(Math.floor(from / MINUTE_MS) * MINUTE_MS) });
      const answer = await get(`/api/metrics?${asked}`);
      judgedSince.value = { ...judgedSince.value, [tier]: { from, requests: sum(answer.tiers[tier]?.windows).requests } };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }
}
