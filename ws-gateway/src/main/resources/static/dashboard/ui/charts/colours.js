// A canvas cannot use custom properties, so they are asked of an element for the theme that is on.
const NAMES = ['text', 'quiet', 'line', 'card', 'accent', 'block', 'slow', 'watch', 'pass'];

/** @param {Element} place where the colours are used @returns {Record<string, string>} each as rgb(r, g, b) */
export function coloursOf(place) {
  const probe = document.createElement('span');
  place.append(probe);
  const colours = {};
  for (const name of NAMES) {
    probe.style.color = `var(--${name})`;
    colours[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return colours;
}

/** @param {string} colour as rgb(r, g, b) @param {number} alpha 0-1 */
export const soft = (colour, alpha) => colour.replace('rgb(', 'rgba(').replace(')', `, ${alpha})`);
