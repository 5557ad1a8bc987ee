import { Signal } from './signal.js';

/** The newest tiles, as of frames of type hello and metrics (schema Tiles of /asyncapi.yaml); null before the first. */
export const tiles = new Signal(null);

/** The newest status frame; null before the first. */
export const status = new Signal(null);

/** What the gateway said it leaves out: the last gap frames, newest first, at most 20. */
export const gaps = new Signal([]);

/** Answers of GET that several parts show; each null before the first answer, `error` when the last question failed. */
export const incidents = new Signal({ list: null, error: null });
export const runs = new Signal({ list: null, error: null });

/** What analyzers told of their reviewers, with `open_since` of state/reviewers.js. */
export const reviewers = new Signal({ list: null, error: null });

/** By tier that is reviewed: `from` (epoch ms) and the `requests` that it judged since. */
export const judgedSince = new Signal({});
