import { text } from './text.js';

const list = document.getElementById('tiles');
const tiles = [...list.querySelectorAll('[data-tile]')];

export function showTiles(texts, stale) {
  list.classList.toggle('stale', stale);
  for (const tile of tiles) {
    const value = texts[tile.dataset.tile];
    tile.dataset.known = value === null ? 'no' : 'yes';
    text(tile, value === undefined ? '-' : (value ?? 'no data'));
  }
}
