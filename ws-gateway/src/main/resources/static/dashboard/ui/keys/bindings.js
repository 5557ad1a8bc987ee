import { prefs, setPref } from '../../state/prefs.js';
import { route, showPanel, showView, VIEWS } from '../../state/route.js';
import { showKeys } from './keys.js';

/**
 * One key, one deed, nowhere while a person writes. What belongs to the feed goes to it as a `kg-key` event whose detail is `pause`,
 * `search`, `next`, `previous`, `open` or `release`; while the feed is not to be seen, its keys do what they do in any page.
 */
const DEEDS = {
  '?': showKeys,
  a: () => showPanel(route.value.params.panel === 'attack' ? {} : { panel: 'attack' }),
  p: () => setPref('presentation', !prefs.value.presentation),
  Escape: () => (route.value.params.panel ? showPanel({}) : toFeed('release')),
  ' ': () => toFeed('pause'),
  '/': () => toFeed('search'),
  j: () => toFeed('next'),
  k: () => toFeed('previous'),
  Enter: () => toFeed('open'),
};
for (const [index, view] of VIEWS.entries()) DEEDS[String(index + 1)] = () => showView(view);

function toFeed(detail) {
  const feed = document.querySelector('kg-feed');
  if (!feed?.checkVisibility()) return false;
  feed.dispatchEvent(new CustomEvent('kg-key', { detail }));
  return true;
}

export function bindKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    // It closes itself at Escape, unless somebody prevents that.
    if (document.querySelector('dialog[open]')) return;
    const writing = event.target.closest?.('input, textarea, select');
    const pressing = (event.key === ' ' || event.key === 'Enter') && event.target.closest?.('button, a, summary, [role="button"], [tabindex="0"]');
    const deed = DEEDS[event.key];
    if (!deed || pressing || (writing && event.key !== 'Escape')) return;
    if (deed() !== false) event.preventDefault();
  });
}
