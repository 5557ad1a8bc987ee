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
