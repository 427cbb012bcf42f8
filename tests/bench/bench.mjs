/**
 * Measures, for this machine: how fast a whole default treatment runs through Johnny-Five on the simulated and on the
 * emulated board, what one tick costs, and how much memory `contrast run` takes at its peak. Asserts nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../src/cli/build.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'contrast-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const sorted = (values) => values.toSorted((a, b) => a - b);
const quantile = (values, q) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(q * values.length))];
const median = (values) => quantile(values, 0.5);
const row = (what, value, aim = '') =>
  console.log(`${what.padEnd(58)} ${value.padStart(12)}   ${aim}`);

await build();
const load = (path) => import(join(project, 'dist', path));
const { openDevice } = await load('src/treatment/open-device.js');
const { prepareTreatment } = await load('src/treatment/prepare.js');
const { Companion } = await load('src/treatment/companion.js');
const { runTreatment } = await load('src/treatment/host/run.js');
const { paced } = await load('src/treatment/pacing.js');
const { automaticOperator } = await load('src/treatment/automatic-operator.js');
const { rigs } = await load('hardware/plant/rigs.js');
const { defaultPinMap } = await load('hardware/parts/pin-map.js');
const { openJournal } = await load('src/records/journal.js');
const { recordHeader } = await load('src/treatment/record-header.js');

/** One default treatment, journal included; milliseconds of wall time and of each tick. */
async function treatment(board) {
  const rig = rigs.reference;
  const prescribed = prepareTreatment('seed-spasm', undefined, rig);
  const opened = await openDevice({ board, pins: defaultPinMap, rig, seed: 1 });
  const bench = board !== 'simulated';
  const journal = openJournal({
    folder,
    header: recordHeader(opened.board.identity, prescribed, rig, {
      version: '0',
      seed: 1,
      bench,
      settled: [],
      count: null,
      options: { speed: 'max' },
    }),
    startedAt: new Date(),
    utcNow: () => new Date(),
  });
  const ticks = [];
  const companion = new Companion({ ...opened, config: prescribed.config, journal });
  const tick = companion.tick.bind(companion);
  companion.tick = (lateMs) => {
    const from = performance.now();
    tick(lateMs);
    ticks.push(performance.now() - from);
  };
  companion.send({
    who: 'bench',
    event: { type: 'PRESCRIBE', rotations: prescribed.prescription.rotations },
  });
  const from = performance.now();
  await runTreatment(companion, {
    pacer: paced('max'),
    operator: automaticOperator(bench),
    happenings: [],
    onTick: () => {},
    leaveNow: () => false,
    wallNowMs: () => performance.now(),
  });
  const wallMs = performance.now() - from;
  const { outcome, durationS } = companion.summary();
  await journal.close();
  await opened.board.close();
  if (outcome !== 'completed') throw new Error(`the treatment on ${board} ended ${outcome}`);
  return { speed: durationS / (wallMs / 1000), ticks };
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model}\n`);
const simulated = [];
for (let run = 0; run < 5; run += 1) simulated.push(await treatment('simulated'));
const warm = simulated.slice(1);
row(
  'simulated: treatment seconds per second, median of 4',
  median(warm.map(({ speed }) => speed)).toFixed(0),
  'aim ≥ 3000',
);
const ticks = warm.flatMap(({ ticks: all }) => all).map((ms) => ms * 1000);
row('one tick without the plant: median', `${median(ticks).toFixed(1)} µs`);
row('one tick without the plant: 99th percentile', `${quantile(ticks, 0.99).toFixed(1)} µs`);
const emulated = await treatment('emulated-standard');
row('emulated-standard: treatment seconds per second', emulated.speed.toFixed(0), 'aim ≥ 100');
const guarded = await treatment('emulated');
row('emulated (guarded): treatment seconds per second', guarded.speed.toFixed(0), 'aim ≥ 80');

const program = `const { main } = await import(${JSON.stringify(join(project, 'dist/src/cli/main.js'))});
await main(process.argv);
process.stderr.write(String(process.resourceUsage().maxRSS));`;
for (const args of [[], ['--board', 'emulated-standard', '--bench', '--act', 'stop@120']]) {
  const { stderr } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      program,
      '--',
      'contrast',
      'run',
      '--speed',
      'max',
      '--yes',
      '--json',
      '--records',
      folder,
      ...args,
    ],
    { encoding: 'utf8' },
  );
  row(
    `peak memory of \`contrast run ${args.slice(0, 2).join(' ')}\``,
    `${(Number(stderr) / 1024).toFixed(0)} MB`,
    'aim ≤ 150 MB',
  );
}
