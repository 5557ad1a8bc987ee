import { text } from './text.js';

const line = document.getElementById('connection');
const name = document.getElementById('connection-text');
const detail = document.getElementById('connection-detail');

export function showConnection(state) {
  line.dataset.state = state.name;
  text(name, state.text);
  text(detail, state.detail);
}
