/** Lets a Lit element draw again, in its own time, when one of these signals changes. */
export class Watch {
  #host;
  #signals;
  #ends = [];

  constructor(host, ...signals) {
    this.#host = host;
    this.#signals = signals;
    host.addController(this);
  }

  hostConnected() {
    this.#ends = this.#signals.map((signal) => signal.subscribe(() => this.#host.requestUpdate()));
  }

  hostDisconnected() {
    for (const end of this.#ends) end();
  }
}

/** Lets an element draw again every second: what is said of time goes on when nothing comes. */
export class EverySecond {
  #host;
  #timer = null;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#timer = setInterval(() => this.#host.requestUpdate(), 1000);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
  }
}

/** What Watch does, at most once per so many milliseconds: a person cannot read what changes faster, and painting it is what a page costs. */
export class PacedWatch {
  #host;
  #pauseMs;
  #signals;
  #ends = [];
  #drawnAt = -Infinity;
  #timer = null;

  constructor(host, pauseMs, ...signals) {
    this.#host = host;
    this.#pauseMs = pauseMs;
    this.#signals = signals;
    host.addController(this);
  }

  hostConnected() {
    this.#ends = this.#signals.map((signal) => signal.subscribe(() => this.#changed()));
  }

  hostDisconnected() {
    for (const end of this.#ends) end();
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  #changed() {
    if (this.#timer !== null) return;
    const wait = this.#drawnAt + this.#pauseMs - performance.now();
    this.#timer = setTimeout(() => this.#draw(), Math.max(0, wait));
  }

  #draw() {
    this.#timer = null;
    this.#drawnAt = performance.now();
    this.#host.requestUpdate();
  }
}
