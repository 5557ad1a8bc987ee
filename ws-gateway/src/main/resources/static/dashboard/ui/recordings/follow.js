import { get } from '../../net/api.js';
import { poll } from '../../net/poll.js';
import { recordings, replays } from '../../state/recordings.js';
import { route } from '../../state/route.js';

const EVERY_MS = 1000;

/** Asks while somebody looks. */
async function ask() {
  if (route.value.view !== 'runs') return;
  await Promise.all([
    askInto(recordings, '/api/recordings', (answer) => ({ list: answer.recordings, runs: answer.runs })),
    askInto(replays, '/api/replays', (answer) => ({ list: answer.replays })),
  ]);
}

async function askInto(signal, path, parts) {
  try {
    signal.value = { ...parts(await get(path)), error: null };
  } catch (error) {
    signal.value = { ...signal.value, error };
  }
}

export const askRecordingsNow = poll(ask, () => EVERY_MS);
route.subscribe(() => askRecordingsNow());
