const COUNT = new Intl.NumberFormat('en-US');
const RATE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const NO_DATA = null;

/** The text of each tile; null where nothing is known. */
export function tileTexts(metrics) {
  if (!metrics) return {};
  return {
    requests: COUNT.format(metrics.total_requests),
    blocked: COUNT.format(metrics.threats_blocked),
    allowed: COUNT.format(metrics.threats_allowed),
    rps: RATE.format(metrics.current_rps),
    // The protocol wants a number where there is none: the mean of no request.
    latency: metrics.total_requests === 0 ? NO_DATA : millis(metrics.avg_latency),
    p95: metrics.latency_p95 === null ? NO_DATA : millis(metrics.latency_p95),
    accuracy: metrics.ai_accuracy === null ? NO_DATA : `${RATE.format(metrics.ai_accuracy)} %`,
  };
}

function millis(value) {
  return value >= 1000 ? `${RATE.format(value / 1000)} s` : `${RATE.format(value)} ms`;
}
