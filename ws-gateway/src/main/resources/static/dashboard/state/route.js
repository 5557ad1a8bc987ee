import { Signal } from './signal.js';

export const VIEWS = ['overview', 'incidents', 'sources', 'runs', 'pipeline'];

/**
 * What is shown, as the fragment of the address says: `#/VIEW?panel=attack` or `#/VIEW?panel=event&id=..&client=..&at=..`; a link to
 * it is the address of the page. `params` has everything behind the question mark.
 */
export function parseRoute(hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  return { view: VIEWS.includes(path) ? path : VIEWS[0], params: Object.fromEntries(new URLSearchParams(query)) };
}

export function routeHash(view, params) {
  const query = new URLSearchParams(params).toString();
  return `#/${view}${query ? `?${query}` : ''}`;
}

export const route = new Signal(parseRoute(globalThis.location?.hash ?? ''));

/** Goes to another view, keeping the panel. */
export function showView(view) {
  location.hash = routeHash(view, route.value.params);
}

/** Opens the panel, or closes it with no parameters. @param {Record<string, string>} params */
export function showPanel(params = {}) {
  location.hash = routeHash(route.value.view, params);
}

/** @param {{event_id: string, client_ip: string, observed_at: string}} event */
export function showEvent(event) {
  showPanel({ panel: 'event', id: event.event_id, client: event.client_ip, at: String(Date.parse(event.observed_at)) });
}
