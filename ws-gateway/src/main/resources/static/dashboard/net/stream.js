const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5000;
// A gateway that stops spreads its clients over at most this time, see kongguard.gateway.reconnect-within.
const LONGEST_ASKED_MS = 10 * 60_000;
const PING_EVERY_MS = 5000;
// A status comes every second; a socket that says nothing for so long is dead, whatever the browser believes.
const SILENCE_MS = 10_000;
// What a page that was just opened is filled with; at most 500 are to be had.
const HISTORY = 200;

/** The pause that the server asks for in the text of its close frame; null when it asks for none. */
export function askedPause(reason) {
  const asked = /reconnect in (\d{1,7}) ms/.exec(reason);
  return asked ? Math.min(LONGEST_ASKED_MS, Number(asked[1])) : null;
}

/**
 * Keeps one /stream socket open and, after a break, goes on from the last cursor, so that nothing is missed and nothing comes twice.
 * What it tells: `onFrame(frame)` for every frame; `onLink({phase, retryAt?, rttMs?})` with phase connecting, replaying, live or
 * reconnecting.
 */
export class Stream {
  #url;
  #onFrame;
  #onLink;
  #filter;
  #socket = null;
  #cursor = null;
  #pause = FIRST_PAUSE_MS;
  #heardAt = 0;
  #pings = new Map();
  #retry = null;

  constructor(url, filter, onFrame, onLink) {
    this.#url = url;
    this.#filter = filter;
    this.#onFrame = onFrame;
    this.#onLink = onLink;
  }

  open() {
    clearTimeout(this.#retry);
    this.#onLink({ phase: this.#cursor === null ? 'connecting' : 'reconnecting', retryAt: null });
    const socket = new WebSocket(`${this.#url}?${this.#query()}`);
    this.#socket = socket;
    this.#heardAt = performance.now();
    const beat = setInterval(() => this.#beat(socket), PING_EVERY_MS);
    socket.onmessage = (message) => {
      if (socket === this.#socket) this.#take(message.data);
    };
    socket.onclose = (close) => {
      clearInterval(beat);
      if (socket === this.#socket) this.#again(askedPause(close.reason), close.reason);
    };
  }

  /** Asks for other verdicts from now on. @param {object} filter see SubscribeFrame in /asyncapi.yaml */
  subscribe(filter) {
    this.#filter = filter;
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ type: 'subscribe', filter }));
  }

  #query() {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(this.#filter)) {
      const text = String(value);
      if (text !== '') query.set(name, text);
    }
    if (this.#cursor === null) query.set('history', HISTORY);
    else query.set('cursor', this.#cursor);
    return query;
  }

  #take(text) {
    let frame;
    try {
      frame = JSON.parse(text);
    } catch {
      // Not from our gateway: whatever it is, the next frame may be better.
      return;
    }
    this.#heardAt = performance.now();
    if (frame.cursor) this.#cursor = frame.cursor;
    if (frame.type === 'hello') {
      this.#pause = FIRST_PAUSE_MS;
      this.#onLink({ phase: frame.resume === 'resuming' ? 'replaying' : 'live', retryAt: null });
      this.#beat(this.#socket);
    } else if (frame.type === 'batch' && !frame.replayed) {
      this.#onLink({ phase: 'live', retryAt: null });
    } else if (frame.type === 'pong') {
      const sent = this.#pings.get(frame.id);
      this.#pings.clear();
      if (sent !== undefined) this.#onLink({ rttMs: performance.now() - sent });
    }
    this.#onFrame(frame);
  }

  #beat(socket) {
    if (socket !== this.#socket || socket.readyState !== WebSocket.OPEN) return;
    if (performance.now() - this.#heardAt > SILENCE_MS) {
      // close() alone may wait for an answer that never comes.
      socket.close();
      this.#again(null, 'nothing was heard');
      return;
    }
    const id = String(Math.random());
    this.#pings.set(id, performance.now());
    socket.send(JSON.stringify({ type: 'ping', id }));
  }

  #again(asked, reason) {
    this.#socket = null;
    this.#pings.clear();
    // Spread, since after a restart of the gateway everyone comes at once.
    const wait = asked ?? this.#pause * (0.75 + Math.random() / 2);
    this.#onLink({ phase: 'reconnecting', retryAt: Date.now() + wait, rttMs: null, reason });
    this.#retry = setTimeout(() => this.open(), wait);
    this.#pause = Math.min(LONGEST_PAUSE_MS, this.#pause * 2);
  }
}
