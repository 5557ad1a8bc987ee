import { rate } from '../../state/format.js';

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** 1,234,567 as 1.2 MB. @param {number} bytes */
export function size(bytes) {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${rate(value)} ${UNITS[unit]}`;
}

export const speedName = (speed) => (speed === 0 ? 'as fast as possible' : `${rate(speed)} × speed`);
