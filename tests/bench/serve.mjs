/**
 * Measures, for this machine: what the dashboard costs. A treatment at ×1 on the simulated device, watched by nobody and
 * by twenty pages: how late its ticks are, how much of a processor server and device process take, and their memory.
 * Asserts nothing.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoIn } from './demo.mjs';

const folder = mkdtempSync(join(tmpdir(), 'contrast-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** As many ticks as the device process remembers. */
const watchedMs = 110_000;
const pages = 20;
const clockTicksPerS = 100;

const { server, url, headers, post } = await demoIn(folder);
const device = async () => (await fetch(`${url}/api/v1/device`, { headers })).json();

/** Seconds of processor time of a process so far, and its memory in MB. */
function usage(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const memory = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const megabytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(memory)[1]) / 1024;
  const cpuS = (Number(fields[11]) + Number(fields[12])) / clockTicksPerS;
  // Both processes are one program: what they share is there once (PSS), and RSS would count it twice.
  return { cpuS, rssMb: megabytes('Rss'), pssMb: megabytes('Pss') };
}

const watch = () =>
  new Promise((resolve) => {
    const page = request(`${url}/api/v1/events`, { headers }, (response) => {
      response.resume();
      resolve(page);
    });
    page.on('error', () => {});
    page.end();
  });

async function measured(what) {
  const { processId } = await device();
  const pids = [server.pid, processId];
  const before = pids.map(usage);
  const startMs = performance.now();
  await sleep(watchedMs);
  const seconds = (performance.now() - startMs) / 1000;
  const { loop } = await device();
  const after = pids.map(usage);
  const share = after.map(({ cpuS }, index) => (100 * (cpuS - before[index].cpuS)) / seconds);
  const both = ([one, other], digits) =>
    `${(one + other).toFixed(digits)} (${one.toFixed(digits)} + ${other.toFixed(digits)})`;
  console.log(
    `${what.padEnd(22)} ticks late: median ${loop.medianMs} ms, p99 ${loop.p99Ms} ms, most ${loop.maxMs} ms` +
      `   processor ${both(share, 1)} %   memory ${both(
        after.map(({ pssMb }) => pssMb),
        0,
      )} MB, resident ${both(
        after.map(({ rssMb }) => rssMb),
        0,
      )} MB`,
  );
}

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}; server + device process`,
);
const screening = { answers: 'all-clear' };
await post('/api/v1/treatments', { prescription: { preset: 'seed-spasm' }, screening });
await sleep(5000);
await measured('nobody watches');
const open = await Promise.all(Array.from({ length: pages }, watch));
await measured(`${pages} pages watch`);
for (const page of open) page.destroy();
server.kill('SIGTERM');
