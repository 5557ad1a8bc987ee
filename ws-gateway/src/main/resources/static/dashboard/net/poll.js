/**
 * Asks again and again, one question at a time, and rests while nobody looks at the page. `delay()` is the pause until the next
 * question; null ends it. Returns a function that asks at once.
 */
export function poll(ask, delay) {
  let timer = null;
  let asking = false;
  let wanted = false;

  async function now() {
    clearTimeout(timer);
    if (asking) {
      wanted = true;
      return;
    }
    asking = true;
    try {
      await ask();
    } finally {
      asking = false;
      const again = wanted;
      wanted = false;
      if (again) now();
      else next();
    }
  }

  function next() {
    const pause = delay();
    if (pause !== null && !document.hidden) timer = setTimeout(now, pause);
  }

  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) now();
  });
  now();
  return now;
}
