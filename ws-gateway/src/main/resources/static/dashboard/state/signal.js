/**
 * A value, and who wants to know when it changed. Listeners are called in the same turn; what draws waits for its frame by itself.
 * @template T
 */
export class Signal {
  #value;
  #listeners = new Set();

  /** @param {T} value */
  constructor(value) {
    this.#value = value;
  }

  get value() {
    return this.#value;
  }

  set value(value) {
    this.#value = value;
    this.#tell();
  }

  /** Changes the value where it stands, and tells. @param {(value: T) => void} change */
  update(change) {
    change(this.#value);
    this.#tell();
  }

  /** @param {(value: T) => void} listener @returns {() => void} ends it */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell() {
    for (const listener of this.#listeners) listener(this.#value);
  }
}
