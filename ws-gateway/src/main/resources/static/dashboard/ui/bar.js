import { html, svg } from 'lit';

const LENGTH = 100;

/** A bar that a number beside it explains; screen readers skip it. @param {number} share from 0 to 1 */
export const bar = (share) => html`
  <svg class="share-bar" viewBox="0 0 ${LENGTH} 8" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${Math.max(0, Math.min(1, share || 0)) * LENGTH} height="8"></rect>`}</svg>`;
