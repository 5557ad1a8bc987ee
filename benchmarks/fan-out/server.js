'use strict';

// Broadcasts RATE frames per second, each of BYTES bytes, to everyone at PORT; beside them one small frame per second, as
// the gateway does. Each frame is made into bytes once, as the documentation of ws shows it.
const { WebSocketServer, WebSocket } = require('ws');

const [port, rate, bytes, metricsBytes] = process.argv.slice(2).map(Number);
const server = new WebSocketServer({ host: '127.0.0.1', port, perMessageDeflate: false, backlog: 4096 });

function broadcast(type, size) {
  const start = `{"type":"${type}","event_id":"t${process.hrtime.bigint()}","fill":"`;
  const frame = Buffer.from(`${start}${'x'.repeat(Math.max(0, size - start.length - 2))}"}`);
  for (const client of server.clients) {
    if (client.readyState === WebSocket.OPEN) client.send(frame, { binary: false });
  }
}

server.on('connection', (client) => client.on('error', () => client.terminate()));
// It begins when it is told to, so that a server which is busy already is no hindrance to those who still come.
process.stdin.once('data', () => {
  let sent = 0;
  const started = performance.now();
  // By the clock, so that a late timer loses no frame.
  setInterval(() => {
    const due = Math.floor(((performance.now() - started) * rate) / 1000);
    for (; sent < due; sent++) broadcast('threat_analysis', bytes);
  }, 1000 / rate);
  setInterval(() => broadcast('metrics', metricsBytes), 1000);
});
