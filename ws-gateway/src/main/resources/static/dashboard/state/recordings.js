import { Signal } from './signal.js';

/** The answer of GET /api/recordings, and of GET /api/replays; each null before the first, `error` when the last question failed. */
export const recordings = new Signal({ list: null, runs: [], error: null });
export const replays = new Signal({ list: null, error: null });

const ENDED_SHOWN_MS = 60_000;
const UNTOLD_SHOWN_MS = 600_000;
const MINUTE_MS = 60_000;
const BEHIND_MS = 100;

export const MINUTES = [5, 15, 60];
/** 0 is as fast as possible. */
export const SPEEDS = [0.1, 0.5, 1, 2, 5, 10, 100, 0];

const BLANK = { of: 'last', minutes: 15, kind: null, id: null, name: '', verdicts: true, anonymise: false };

/**
 * What the form asks to be recorded: `of` is `last` (so many `minutes`), or the `kind` of what a row offered, `run` or `incident`, with its `id`; an empty name is chosen by
 * the gateway. Null while the form is closed.
 */
export const draft = new Signal(null);

export function openDraft(change = {}) {
  draft.value = { ...BLANK, ...change };
}

export function setDraft(change) {
  draft.value = { ...draft.value, ...change };
}

export const closeDraft = () => {
  draft.value = null;
};

/** What is wrong with a name, in words; empty when nothing is. Pure. */
export const nameProblem = (name) => (name === '' || /^[A-Za-z0-9][\w.-]{0,99}$/.test(name) ? '' : 'Letters, digits, dots, underscores and hyphens, beginning with a letter or a digit');

/** The RecordingRequest of /openapi.yaml. Pure. @param {number} now the gateway's clock */
export function recordingBody(it, now) {
  const body = { verdicts: it.verdicts, anonymise: it.anonymise };
  if (it.name !== '') body.name = it.name;
  if (it.of === 'last') body.from = Math.round(now - it.minutes * MINUTE_MS);
  if (it.of === 'run') body.runs = [String(it.id)];
  if (it.of === 'incident') body.incident = it.id;
  return body;
}

const isOver = (run) => !['queued', 'running'].includes(run.state);

/** What goes on, and what ended just now; of an end that nobody told, since it was asked for. Pure. */
export function current(list, now) {
  return list.filter((run) => !isOver(run) || (run.ended_at ? now - Date.parse(run.ended_at) < ENDED_SHOWN_MS : now - Date.parse(run.asked_at) < UNTOLD_SHOWN_MS));
}

/** Runs that record or tell why they could not; what was recorded is in the list. Pure. */
export const begun = (list, now) => current(list, now).filter((run) => !isOver(run) || run.reason);

/** From 0 to 1; null when it is not known. Pure. */
export const shareOf = (replay) => (replay.records > 0 ? Math.min(1, replay.position / replay.records) : null);

/** Whether and how far it is behind its time, in words. Pure. @param {(ms: number) => string} millis */
export function lagOf(replay, millis) {
  if (replay.speed === 0) return 'as fast as possible';
  return replay.behind_ms > BEHIND_MS ? `${millis(replay.behind_ms)} behind` : 'on time';
}

/** Events of a recording by label. Pure. @returns {{attacks, benign, unlabelled}|null} null while they are not counted */
export function labelsOf(recording) {
  if (recording.events === null) return null;
  return { attacks: recording.attacks, benign: recording.benign, unlabelled: recording.events - recording.attacks - recording.benign };
}
