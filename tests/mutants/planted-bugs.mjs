/**
 * Plants ten bugs that a device like this has had, one after the other, in a copy of the project, and says which layers of
 * the evidence catch each. A bug has to compile, and a layer that catches one has to pass without it: otherwise neither is
 * worth anything. Exit code 1 if a bug is caught by no layer.
 * `node tests/mutants/planted-bugs.mjs [NUMBER …] [--workers N] [--first] [--json FILE]`; with `--first` a bug that one
 * layer has caught is left at that.
 */
import { parseArgs } from 'node:util';
import { openWorkshop, outcomeOf, sourceOf, together, writeJson } from './workshop.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    workers: { type: 'string', default: '2' },
    first: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

const bugs = [
  {
    what: 'heat is allowed in a cold phase',
    path: 'machines/session.ts',
    from: /(cold: \{\s*meta: \{ permission: )'cool'/,
    to: "$1'heatAndCool'",
  },
  {
    what: 'the final cold is skipped on an early end',
    path: 'machines/session.ts',
    from: "{ guard: 'coldFinishOwed', ...finalCold },",
    to: '',
  },
  {
    what: 'a trip does not latch',
    path: 'machines/session.ts',
    from: "on: { RESET: { guard: 'resetAllowed'",
    to: "on: { RESUME: { target: 'preparing' }, RESET: { guard: 'resetAllowed'",
  },
  {
    what: 'the age of a reading is checked against ten times its limit',
    path: 'src/safety/readings.ts',
    from: 'staleAfterMs = 300',
    to: 'staleAfterMs = 3000',
  },
  {
    what: 'the gate is passed by for one tick on a resume',
    path: 'src/treatment/tick.ts',
    from: '      drive: gate.drive,\n      powered: gate.powered,',
    to: "      drive: input.commands.some(({ event }) => event.type === 'RESUME') ? wish.requested : gate.drive,\n      powered: gate.powered,",
  },
  {
    what: 'the dose is not counted while paused',
    path: 'src/treatment/tick.ts',
    from: 'if (!session.context.reachedSkin) return',
    to: "if (!session.context.reachedSkin || stateOf(session) === 'paused') return",
  },
  {
    what: 'the lease is renewed from a timer',
    path: 'hardware/parts/device.ts',
    from: '    this.allOff();\n  }',
    to: "    this.allOff();\n    setInterval(() => this.#tellGuard('renew', this.#powered ?? false, this.#relayClosed ?? false), 50).unref();\n  }",
  },
  {
    what: 'a reading that is no number is taken for cool',
    path: 'src/safety/rules.ts',
    from: 'if (Number.isFinite(celsius) && celsius < 43) return null;',
    to: 'if (!(celsius >= 43)) return null;',
  },
  {
    what: 'a reset needs no self-test',
    path: 'machines/session.ts',
    from: "RESET: { guard: 'resetAllowed', target: 'idle', actions: 'rest' }",
    to: "RESET: { guard: 'resetAllowed', target: 'preparing', actions: 'rest' }",
  },
  {
    what: 'both sides of the bridge are on at a reversal',
    path: 'hardware/parts/bridge.ts',
    from: 'this.#board.analogWrite(this.#pins.bridgeHeat, 0);\n      this.#board.analogWrite(this.#pins.bridgeCool, -count);',
    to: 'this.#board.analogWrite(this.#pins.bridgeCool, -count);',
  },
];

/** One layer, one processor: two run at once. */
const vitest = (...tests) => [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--bail=1',
  '--maxWorkers=1',
  ...tests,
];

/** The quick ones first; a bug may be caught by several. */
const layers = [
  [
    'rules, gate and parts',
    vitest(
      'tests/safety',
      'tests/hardware',
      'tests/guard/rules.test.ts',
      'tests/guard/session.test.ts',
      'tests/guard/lost-host.test.ts',
    ),
  ],
  ['rules of the source', vitest('tests/structure')],
  ['meeting deadlines', vitest('tests/paths/deadlines.test.ts')],
  [
    'every state × every event',
    vitest('tests/machines', 'tests/paths/every-event.test.ts', 'tests/paths/tables.test.ts'),
  ],
  [
    'treatments, tick by tick',
    vitest(
      'tests/guard/treatment.test.ts',
      'tests/treatment/person.test.ts',
      'tests/treatment/self-test.test.ts',
    ),
  ],
  [
    'transitions and their pairs',
    vitest('tests/paths/pairs.test.ts', 'tests/paths/refusals.test.ts'),
  ],
  ['operator paths', vitest('tests/paths/operator.test.ts')],
  ['seeded treatments', ['src/cli/contrast.mjs', 'simulate', '--treatments', '40']],
];
const layerLimitMs = 900_000;

async function run(workshop, [name, args], what) {
  const startedAt = performance.now();
  const outcome = await outcomeOf(workshop.folder, args, layerLimitMs);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  process.stderr.write(`${what}: ${name}: ${outcome} (${seconds} s)\n`);
  return outcome === 'passed';
}

/** Once, so that no two layers compile at once; and a bug that does not compile would be caught by every layer. */
async function compile(workshop, what) {
  const outcome = await outcomeOf(
    workshop.folder,
    ['src/cli/contrast.mjs', '--version'],
    layerLimitMs,
  );
  if (outcome !== 'passed') throw new Error(`${what}: it does not compile`);
}

/** The layers that have been seen to pass without a bug. */
const proven = new Map();

async function prove(sound, layer) {
  const [name] = layer;
  if (!proven.has(name)) proven.set(name, run(sound, layer, 'no bug'));
  if (!(await proven.get(name))) throw new Error(`fails without any bug: ${name}`);
}

/** The layers that do not pass in the spoilt copy and do in the sound one, in their order. */
async function caughtBy(spoilt, sound, what) {
  const caught = [];
  await compile(spoilt, what);
  await together(layers, Number(options.workers), async (queue) => {
    for (const layer of queue) {
      if (options.first && caught.length > 0) return;
      if (await run(spoilt, layer, what)) continue;
      await prove(sound, layer);
      caught.push(layer[0]);
    }
  });
  return layers.map(([name]) => name).filter((name) => caught.includes(name));
}

function planted({ path, from, to }, number) {
  const sound = sourceOf(path);
  const broken = sound.replace(from, to);
  if (broken === sound) throw new Error(`bug ${number} cannot be planted: ${path} has changed`);
  return broken;
}

const wanted = positionals.map(Number);
const chosen = bugs
  .map((bug, index) => ({ ...bug, number: index + 1 }))
  .filter(({ number }) => wanted.length === 0 || wanted.includes(number));
const [spoilt, sound] = [openWorkshop(), openWorkshop()];
const results = [];
try {
  await compile(sound, 'no bug');
  for (const bug of chosen) {
    const { number, what, path } = bug;
    spoilt.spoil(path, planted(bug, number));
    const caught = await caughtBy(spoilt, sound, `bug ${number}`);
    spoilt.mend(path);
    results.push({ number, what, path, caughtBy: caught });
    process.stdout.write(`${number}. ${what}: ${caught.join('; ') || 'NOT CAUGHT'}\n`);
    if (options.json !== undefined) writeJson(options.json, { bugs: results });
  }
} finally {
  spoilt.close();
  sound.close();
}
process.exitCode = results.length > 0 && results.every((one) => one.caughtBy.length > 0) ? 0 : 1;
