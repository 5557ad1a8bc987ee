// The dashboard under load: node soak.js [URL of a running system] [events per second] [minutes].
const { chromium } = require('playwright-core');

const [base = 'http://localhost:3000', rate = '1000', minutes = '10'] = process.argv.slice(2);
// The longest run that the simulator takes.
const RUN_SECONDS = 300;

/** Counts frames and long tasks inside of the page. */
function observe() {
  window.soak = { frames: 0, longTasks: [], rows: 0 };
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.soak.longTasks.push(Math.round(task.duration));
  }).observe({ type: 'longtask' });
  const count = () => {
    window.soak.frames++;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
}

async function flood() {
  const answer = await fetch(`${base}/api/attack/flood`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ rate: Number(rate), strategy: 'blended', duration: RUN_SECONDS }),
  });
  if (!answer.ok) throw new Error(`The flood was refused: ${answer.status} ${await answer.text()}`);
}

async function main() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const problems = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.addInitScript(observe);
  await page.goto(`${base}/dashboard`);
  const devtools = await page.context().newCDPSession(page);
  const began = Date.now();
  console.log('minute  heap MB  DOM nodes  frames/s  tasks > 50 ms  > 100 ms  longest ms  total requests  server events/s');
  for (let minute = 0; minute <= Number(minutes); minute++) {
    if (minute > 0) {
      if ((minute - 1) % (RUN_SECONDS / 60) === 0) await flood();
      await page.waitForTimeout(1000);
      await page.evaluate(() => Object.assign(window.soak, { frames: 0, longTasks: [] }));
      await page.waitForTimeout(began + minute * 60_000 - Date.now());
    }
    const seen = await page.evaluate(() => window.soak);
    const metrics = await (await fetch(`${base}/api/metrics?step=1m&tier=local&fields=requests,rps`)).json();
    const windows = metrics.tiers.local?.windows ?? [];
    // Collecting stops the page; the wait below keeps that pause out of the next minute.
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    const { nodes } = await devtools.send('Memory.getDOMCounters');
    console.log([
      String(minute).padStart(6),
      (usedSize / 1e6).toFixed(1).padStart(8),
      String(nodes).padStart(10),
      (seen.frames / 60).toFixed(1).padStart(9),
      String(seen.longTasks.length).padStart(14),
      String(seen.longTasks.filter((ms) => ms > 100).length).padStart(9),
      String(Math.max(0, ...seen.longTasks)).padStart(11),
      String(metrics.tiers.local?.total?.requests ?? 0).padStart(15),
      String(Math.round(windows.at(-2)?.rps ?? 0)).padStart(16),
    ].join(' '));
  }
  if (problems.length > 0) console.log('Errors of the page:', problems);
  await browser.close();
}

main();
