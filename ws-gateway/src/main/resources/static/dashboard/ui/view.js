import { route } from '../state/route.js';
import { Element } from './element.js';
import { Watch } from './watch.js';

/** An element that draws nothing while its view or panel is closed, and all at once when it is opened. */
export class View extends Element {
  #route = new Watch(this, route);

  shouldUpdate() {
    return this.shown;
  }

  get shown() {
    return this.closest('[hidden]') === null;
  }
}
