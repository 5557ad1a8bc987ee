import { status } from './live.js';

/** The gateway's clock in epoch ms, to compare with its instants; ours before it said anything. At most a second old. */
export function gatewayNow() {
  return status.value ? Date.parse(status.value.timestamp) : Date.now();
}
