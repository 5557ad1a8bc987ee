import { gatewayNow } from '../state/windows.js';
import { results, setResult } from '../state/results.js';
import { get } from './api.js';

/** Asks what each tier made of a run, and keeps the answer. @param {number|string} id */
export async function askResult(id) {
  const known = results.value[id]?.tiers ?? {};
  try {
    setResult(id, { tiers: await tiersOf(id, known), at: gatewayNow(), error: null });
  } catch (error) {
    setResult(id, { tiers: known, at: gatewayNow(), error });
  }
}

/** By tier; empty when no event of the run was counted, which is no error as long as the run is known. */
export async function tiersOf(id, known = {}) {
  if (Object.keys(known).length === 0) {
    const summary = await get(`/api/attack/flood/results/${id}`);
    if (summary.total_requests === 0) return {};
  }
  return (await get(`/api/metrics/runs/${id}`)).tiers;
}
