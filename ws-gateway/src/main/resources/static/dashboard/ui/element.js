import { LitElement } from 'lit';

/**
 * What our elements have in common: they draw into the page itself, so that its styles, ids and labels reach them, and at most
 * once per animation frame however often the state changes; not at all while they are not to be seen.
 */
export class Element extends LitElement {
  createRenderRoot() {
    // What the page itself says until the element can.
    this.replaceChildren();
    return this;
  }

  async scheduleUpdate() {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
    super.scheduleUpdate();
  }
}
