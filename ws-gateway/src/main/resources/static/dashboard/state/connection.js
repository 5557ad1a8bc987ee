const STALE_AFTER_MS = 5000;

/**
 * What to say about the connection: `name` (connecting, live, stale, reconnecting), `text`, and `detail` that changes
 * every second. The age of the metrics is measured on the server's clock, which the browser's need not agree with.
 */
export function connectionState(link, monotonicNow, wallNow) {
  if (link.retryAt !== null) {
    const seconds = Math.max(0, Math.ceil((link.retryAt - wallNow) / 1000));
    return { name: 'reconnecting', text: 'Disconnected', detail: `reconnecting in ${seconds} s` };
  }
  if (!link.open) return { name: 'connecting', text: 'Connecting', detail: '' };
  if (!link.metrics?.as_of) return { name: 'stale', text: 'Connected, no metrics yet', detail: '' };
  const age = link.sentAt - Date.parse(link.metrics.as_of) + (monotonicNow - link.receivedAt);
  if (age > STALE_AFTER_MS) {
    return { name: 'stale', text: 'Metrics stale', detail: `for ${Math.round(age / 1000)} s` };
  }
  return { name: 'live', text: 'Live', detail: '' };
}
