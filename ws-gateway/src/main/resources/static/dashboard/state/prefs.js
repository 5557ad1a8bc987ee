import { Signal } from './signal.js';

const KEY = 'kong-guard-dashboard';

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    // Storage may be forbidden, or hold what another version wrote.
    return {};
  }
}

/** What a person chose, kept in this browser: `theme` auto | light | dark, `presentation`, `range` (a name of RANGES). */
export const prefs = new Signal({ theme: 'auto', presentation: false, range: '5m', ...stored() });

prefs.subscribe((value) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(value));
  } catch {
    // Then it is forgotten with the page.
  }
});

export function setPref(name, value) {
  prefs.value = { ...prefs.value, [name]: value };
}
