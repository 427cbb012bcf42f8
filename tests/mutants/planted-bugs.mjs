/**
 * Plants ten bugs that a device like this has had, one after the other, in a copy of the project, and says which layer of
 * the evidence catches each. Exit code 1 if one is caught by none. `node tests/mutants/planted-bugs.mjs [NUMBER …]`.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = join(dirname(fileURLToPath(import.meta.url)), '../..');

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
    to: "    this.allOff();\n    setInterval(() => guard?.act('renew', { coolCount: 0, heatCount: 0, enabled: false, relayClosed: false }), 50).unref();\n  }",
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

const vitest = (folder, tests) => [
  process.execPath,
  [join(folder, 'node_modules/vitest/vitest.mjs'), 'run', '--bail', '1', ...tests],
];
/** The quick ones first; a bug may be caught by several. */
const layers = [
  [
    'A  every state × every event',
    (folder) =>
      vitest(folder, [
        'tests/machines',
        'tests/paths/every-event.test.ts',
        'tests/paths/tables.test.ts',
      ]),
  ],
  ['F  meeting deadlines', (folder) => vitest(folder, ['tests/paths/deadlines.test.ts'])],
  [
    '   rules, gate and parts',
    (folder) =>
      vitest(folder, [
        'tests/safety',
        'tests/hardware',
        'tests/guard',
        'tests/structure',
        'tests/treatment/bad-samples.test.ts',
        'tests/treatment/person.test.ts',
        'tests/treatment/self-test.test.ts',
      ]),
  ],
  [
    'BC transitions and pairs',
    (folder) => vitest(folder, ['tests/paths/pairs.test.ts', 'tests/paths/refusals.test.ts']),
  ],
  ['D  operator paths', (folder) => vitest(folder, ['tests/paths/operator.test.ts'])],
  [
    'E  seeded treatments',
    (folder) => [
      process.execPath,
      [join(folder, 'src/cli/contrast.mjs'), 'simulate', '--treatments', '40'],
    ],
  ],
];

const passes = ([command, args], folder) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: folder, stdio: 'ignore' });
    const limit = setTimeout(() => child.kill('SIGKILL'), 600_000);
    child.on('exit', (code) => {
      clearTimeout(limit);
      resolve(code === 0);
    });
  });

/** A copy of the project in which bugs can be planted; git is there for the tests that list files. */
function workshop() {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-bugs-'));
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: project,
    encoding: 'utf8',
  });
  for (const path of listed.split('\n').filter((name) => name !== '')) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(project, path), join(folder, path));
  }
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  execFileSync('git', ['init', '-q'], { cwd: folder });
  return folder;
}

const folder = workshop();
let missed = 0;
try {
  const wanted = process.argv.slice(2).map(Number);
  for (const [index, { what, path, from, to }] of bugs.entries()) {
    if (wanted.length > 0 && !wanted.includes(index + 1)) continue;
    const file = join(folder, path);
    const sound = readFileSync(file, 'utf8');
    const broken = sound.replace(from, to);
    if (broken === sound)
      throw new Error(`bug ${index + 1} cannot be planted: ${path} has changed`);
    writeFileSync(file, broken);
    const caught = [];
    for (const [name, command] of layers) {
      if (!(await passes(command(folder), folder))) caught.push(name.trim());
    }
    writeFileSync(file, sound);
    if (caught.length === 0) missed += 1;
    process.stdout.write(`${index + 1}. ${what}: ${caught.join('; ') || 'NOT CAUGHT'}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = missed === 0 ? 0 : 1;
