/**
 * Clients who ask for everything that is public without a pause, read slowly, hold connections, list records and verify a
 * large one; and beside them a press of STOP now and then, by the device's own way and by the server's. A process of its
 * own, so that it takes nothing from the server but what a network takes. Told what to do by messages of its parent.
 */
import { request } from 'node:http';
import { createConnection } from 'node:net';

const routes = ['/', '/healthz', '/api/v1/session', '/api/v1/openapi.json', '/nowhere', '/enter/X'];
const closing = new Set();
const flood = { ended: false };

const ask = (url, path, options = {}) =>
  new Promise((resolve) => {
    const asked = request(`${url}${path}`, { agent: false, ...options }, (response) => {
      let text = '';
      response.on('data', (data) => (text += data));
      response.on('error', () => resolve(null));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    asked.on('error', () => resolve(null));
    asked.end();
  });

async function floods(url, number, headers) {
  for (let turn = number; !flood.ended; turn += 1) {
    if (headers !== undefined && turn % 3 === 0) {
      await ask(url, turn % 2 === 0 ? '/api/v1/records?limit=200' : '/api/v1/records/latest', {
        headers,
      });
    } else if (turn % 7 === 0) {
      await ask(url, '/api/v1/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      });
    } else {
      await ask(url, routes[turn % routes.length]);
    }
  }
}

/** Asks for much and takes nothing; or says half of a request and no more. */
function holds(url, stopPort, number) {
  const { hostname, port } = new URL(url);
  const where = number % 4 === 0 ? stopPort : port;
  const socket = createConnection({ host: hostname, port: Number(where) });
  closing.add(socket);
  socket.on('error', () => {});
  socket.on('close', () => {
    closing.delete(socket);
    if (!flood.ended) setTimeout(() => holds(url, stopPort, number), 20);
  });
  const whole = 'GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n';
  if (number % 2 === 0) socket.write(whole.slice(0, 30));
  else for (let times = 0; times < 20; times += 1) socket.write(whole);
  socket.pause();
}

/** No number where nobody answers. */
const ticksAt = async (stop) => JSON.parse((await ask(stop, '/'))?.text ?? '{}').ticks;

/** One press by each way: what was answered, how long it took, and how many ticks the device made meanwhile. */
async function press({ url, stop }) {
  const presses = {};
  for (const [way, base, path] of [
    ['device', stop, '/stop'],
    ['server', url, '/api/v1/stop'],
  ]) {
    const before = await ticksAt(stop);
    const startMs = performance.now();
    const reply = await ask(base, path, { method: 'POST' });
    const tookMs = performance.now() - startMs;
    const ticks = (await ticksAt(stop)) - before;
    presses[way] = { answer: reply === null ? null : JSON.parse(reply.text), tookMs, ticks };
  }
  return presses;
}

async function obey(message) {
  if (message.type === 'begin') {
    const { url, stop, clients, cookie } = message;
    const headers = cookie === undefined ? undefined : { cookie };
    const stopPort = new URL(stop).port;
    for (let number = 0; number < clients / 4; number += 1) holds(url, stopPort, number);
    // More than there are places at the device's own way.
    for (let number = 0; number < clients; number += 1) holds(url, stopPort, 4 * number);
    for (let number = 0; number < (3 * clients) / 4; number += 1) {
      void floods(url, number, number % 5 === 0 ? headers : undefined);
    }
    process.send({ type: 'begun' });
  }
  if (message.type === 'press') process.send({ type: 'pressed', presses: await press(message) });
  if (message.type === 'end') {
    flood.ended = true;
    for (const socket of closing) socket.destroy();
    process.disconnect();
  }
}

process.on('message', (message) => {
  void obey(message);
});
