import { connect } from './net/socket.js';
import { applyFrame, emptyFeed } from './state/feed.js';
import { connectionState } from './state/connection.js';
import { tileTexts } from './state/tiles.js';
import { showConnection } from './ui/connection.js';
import { showFeed } from './ui/feed.js';
import { showTiles } from './ui/tiles.js';

// A person reads a table that changes four times a second; more often it flickers.
const FEED_INTERVAL_MS = 250;
const SECOND_MS = 1000;

const feed = emptyFeed();
const link = { open: false, retryAt: null, metrics: null, sentAt: null, receivedAt: null };
let feedShownAt = -Infinity;
let drawing = false;
let feedTimer = null;

function onFrame(frame) {
  if (frame.metrics) {
    // A verdict carries the tiles of its own tick, so the newest frame of any type is right.
    Object.assign(link, { metrics: frame.metrics, receivedAt: performance.now() });
    if (frame.type !== 'threat_analysis') link.sentAt = Date.parse(frame.timestamp);
  }
  applyFrame(feed, frame);
  draw();
}

function onLink(change) {
  Object.assign(link, change);
  draw();
}

function draw() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame((now) => {
    drawing = false;
    const state = connectionState(link, now, Date.now());
    showConnection(state);
    showTiles(tileTexts(link.metrics), state.name !== 'live');
    if (now - feedShownAt >= FEED_INTERVAL_MS) {
      feedShownAt = now;
      showFeed(feed, link.metrics !== null);
    } else if (feedTimer === null) {
      feedTimer = setTimeout(() => {
        feedTimer = null;
        draw();
      }, FEED_INTERVAL_MS);
    }
  });
}

const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
connect(`${scheme}//${location.host}/ws`, onFrame, onLink);
// Staleness and the countdown go on when no frame comes.
setInterval(draw, SECOND_MS);
