const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 5000;

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
    socket.onclose = () => {
      onLink({ open: false, retryAt: Date.now() + pause });
      setTimeout(open, pause);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    };
  }

  open();
}
