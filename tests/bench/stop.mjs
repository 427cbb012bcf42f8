/**
 * Measures, for this machine: how long STOP takes, from the press to the proof that the pins are off, by the device's own
 * way and by the server's, while nobody wants anything and while 200 clients want everything at once, with ten thousand
 * records and one of 120 MB to be listed and verified; and how late the ticks are meanwhile. A tick is 50 ms, and the
 * proof is read in the next one. Asserts nothing.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoIn } from './demo.mjs';

const folder = mkdtempSync(join(tmpdir(), 'contrast-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const clients = 200;
const presses = 100;
const records = 10_000;
const largeMb = 120;

const { server, url, text, headers, post } = await demoIn(folder);
const stop = `http://127.0.0.1:${/POST to port (\d+)/.exec(text)[1]}`;

/** The compiled sources are there once the command has run. */
const { encodeLine, recordFormat } = await import(
  new URL('../../dist/src/records/line-text.js', import.meta.url).href
);
function writeRecords() {
  for (let number = 0; number < records; number += 1) {
    const id = `20250101T${String(number).padStart(9, '0')}Z-bbbb`;
    writeFileSync(join(folder, `${id}.jsonl`), '');
  }
  // The newest of all: it is `latest`.
  const id = '20990101T000000000Z-aaaa';
  const file = openSync(join(folder, `${id}.jsonl`), 'w');
  const at = '2099-01-01T00:00:00.000Z';
  let previous = '';
  const write = (line) => {
    const encoded = encodeLine(previous, line);
    previous = encoded.hash;
    writeSync(file, encoded.text);
  };
  write({ seq: 0, t: 0, at, type: 'header', id, recordFormat });
  for (let seq = 1; seq <= largeMb * 4; seq += 1) {
    write({ seq, t: seq, at, type: 'note', by: 'bench', text: 'x'.repeat(250_000) });
  }
}

const clientProcess = () => fork(new URL('../server/flood.mjs', import.meta.url), { execArgv: [] });
async function asked(child, message) {
  const answered = once(child, 'message');
  child.send(message);
  return (await answered)[0];
}

const share = (sorted, part) =>
  sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(0);

async function measured(what) {
  const took = { device: [], server: [] };
  let unconfirmed = 0;
  for (let pressed = 0; pressed < presses; pressed += 1) {
    const said = await asked(pressing, { type: 'press', url, stop });
    for (const way of ['device', 'server']) {
      took[way].push(said.presses[way].tookMs);
      if (said.presses[way].answer?.confirmed !== true) unconfirmed += 1;
    }
    await sleep(20);
  }
  const figures = Object.entries(took).map(([way, all]) => {
    const sorted = all.toSorted((a, b) => a - b);
    return `by the ${way} p50 ${share(sorted, 0.5)}, p99 ${share(sorted, 0.99)}, most ${share(sorted, 1)} ms`;
  });
  const response = await fetch(`${url}/api/v1/device`, { headers });
  const loop = response.ok ? (await response.json()).loop : null;
  const late = loop === null ? 'not told' : `p99 ${loop.p99Ms}, most ${loop.maxMs} ms`;
  console.log(`${what.padEnd(20)} STOP ${figures.join('; ')}; not confirmed ${unconfirmed}`);
  console.log(`${''.padEnd(20)} ticks late: ${late}`);
}

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}`,
);
const screening = { answers: 'all-clear' };
await post('/api/v1/treatments', { prescription: { preset: 'seed-spasm' }, screening });
writeRecords();
const pressing = clientProcess();
await measured('nobody else');
const flooding = clientProcess();
await asked(flooding, { type: 'begin', url, stop, clients, cookie: headers.cookie });
await sleep(2000);
await measured(`${clients} clients`);
flooding.send({ type: 'end' });
pressing.disconnect();
server.kill('SIGTERM');
