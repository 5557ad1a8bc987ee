import { svg, html } from 'lit';

// Each has an outline of its own, so that they differ without their colours.
const SHAPES = {
  block: svg`<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor"/><path d="M5 5l6 6M11 5l-6 6" stroke="var(--card)" stroke-width="1.8"/>`,
  rate_limit: svg`<path d="M2 1h12v2l-4.5 5L14 13v2H2v-2l4.5-5L2 3z" fill="currentColor"/>`,
  monitor: svg`<path d="M8 1l7 7-7 7-7-7z" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="8" cy="8" r="2" fill="currentColor"/>`,
  allow: svg`<path d="M2 8.5l4 4 8-9" fill="none" stroke="currentColor" stroke-width="2.4"/>`,
  again: svg`<path d="M1 8c3.4-5.4 10.6-5.4 14 0-3.4 5.4-10.6 5.4-14 0z" fill="none" stroke="currentColor" stroke-width="1.6"/><circle cx="8" cy="8" r="2.4" fill="currentColor"/>`,
  to: svg`<path d="M1.5 8h12M9 3.5L13.5 8 9 12.5" fill="none" stroke="currentColor" stroke-width="1.8"/>`,
  warning: svg`<path d="M8 1l7.5 14H.5z" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 6v4M8 12v1.4" stroke="currentColor" stroke-width="1.8"/>`,
  info: svg`<circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 7v5M8 4v1.6" stroke="currentColor" stroke-width="1.8"/>`,
  close: svg`<path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="1.8"/>`,
  pause: svg`<path d="M4 2h3v12H4zM9 2h3v12H9z" fill="currentColor"/>`,
  play: svg`<path d="M4 2l10 6-10 6z" fill="currentColor"/>`,
  record: svg`<circle cx="8" cy="8" r="5.5" fill="currentColor"/>`,
  bolt: svg`<path d="M9 1L3 9h4l-1 6 7-9H8z" fill="currentColor"/>`,
};

/** An icon that a word beside it explains; screen readers skip it. */
export const icon = (name) => html`<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">${SHAPES[name] ?? SHAPES.info}</svg>`;
