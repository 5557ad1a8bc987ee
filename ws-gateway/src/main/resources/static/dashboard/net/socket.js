const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 5000;
// A gateway that stops spreads its clients over at most this time, see kongguard.gateway.reconnect-within.
const LONGEST_ASKED_MS = 10 * 60_000;

/** The pause that the server asks for in the text of its close frame; null when it asks for none. */
function askedPause(reason) {
  const asked = /reconnect in (\d{1,7}) ms/.exec(reason);
  return asked ? Math.min(LONGEST_ASKED_MS, Number(asked[1])) : null;
}

/** Keeps one socket open: gives every frame to `onFrame`, and `{open, retryAt}` to `onLink` when that changes. */
export function connect(url, onFrame, onLink) {
  let pause = FIRST_PAUSE_MS;

  function open() {
    onLink({ open: false, retryAt: null });
    const socket = new WebSocket(url);
    socket.onmessage = (message) => {
      let frame;
      try {
        frame = JSON.parse(message.data);
      } catch {
        return;
      }
      if (frame.type === 'connection') {
        pause = FIRST_PAUSE_MS;
        onLink({ open: true, retryAt: null });
      }
      onFrame(frame);
    };
    socket.onclose = (close) => {
      const wait = askedPause(close.reason) ?? pause;
      onLink({ open: false, retryAt: Date.now() + wait });
      setTimeout(open, wait);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    };
  }

  open();
}
