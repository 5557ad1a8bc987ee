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
