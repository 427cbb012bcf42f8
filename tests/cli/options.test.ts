/**
 * Every option of the commands that drive or serve a device: its default, and what it changes that somebody can see. A new
 * option without a row fails.
 */
import { english } from '../../src/words/tongue.ts';
import { unknownClock } from '../../src/records/clock.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InvalidArgumentError } from 'commander';
import { noteSkinAfter, parseSkinAfter } from '../../src/cli/run-skin-after.ts';
import { programFor } from '../../src/cli/main.ts';
import { contrast, freePort, project, recordIn, scratch, start } from './contrast.ts';

const terminal = {
  out: () => {},
  err: () => {},
  interactive: false,
  colour: false,
  columns: 80,
  tongue: english,
};

async function optionsOf(command: string): Promise<Record<string, unknown>> {
  const program = await programFor(terminal, command);
  const found = program.commands.find((one) => one.name() === command)!;
  return Object.fromEntries(
    found.options.map(({ long, defaultValue }) => [long, (defaultValue as unknown) ?? null]),
  );
}

const address = {
  '--host': '127.0.0.1',
  '--port': 8080,
  '--stop-port': null,
  '--name': [],
  '--trust-proxy': [],
};
const defaults = {
  run: {
    '--board': 'simulated',
    '--rig': 'reference',
    '--bench': false,
    '--prescription': 'seed-spasm',
    '--limits': null,
    '--speed': 1,
    '--seed': 1,
    '--fault': [],
    '--act': [],
    '--records': null,
    '--stop-port': null,
    '--yes': false,
    '--json': false,
    '--site': null,
    '--answers': null,
    '--skin-after': null,
    '--clinician': null,
    '--confirmed-by': null,
    '--override': null,
    '--reset-by': null,
    '--password-file': null,
    '--history': false,
  },
  serve: {
    ...address,
    '--rig': 'reference',
    '--seed': 1,
    '--board': 'simulated',
    '--bench': false,
    '--limits': null,
    '--speed': 1,
    '--records': null,
    '--history': false,
  },
  demo: {
    ...address,
    '--rig': 'reference',
    '--seed': 1,
    '--speed': 60,
    '--records': null,
    '--role': 'engineer',
  },
  simulate: {
    '--treatments': 300,
    '--seed': 1,
    '--json': false,
    '--seek': false,
    '--method': null,
    '--compare': false,
    '--seconds': null,
    '--stop-at-first': false,
    '--corpus': null,
    '--plot': null,
    '--replay': null,
    '--workers': null,
  },
} as const;

/** Where the effect is shown that is not shown below: a test there gives the option. */
const shownIn: Readonly<Record<string, string>> = {
  'run --board': 'tests/emulated/guard-treatment.test.ts',
  'run --bench': 'tests/cli/readiness.test.ts',
  'run --answers': 'tests/cli/screening.test.ts',
  'run --clinician': 'tests/cli/screening.test.ts',
  'run --override': 'tests/cli/screening.test.ts',
  'run --password-file': 'tests/cli/names.test.ts',
  'run --reset-by': 'tests/cli/names.test.ts',
  'run --confirmed-by': 'tests/cli/screening.test.ts',
  'run --history': 'tests/cli/screening.test.ts',
  'run --fault': 'tests/cli/run.test.ts',
  'run --speed': 'tests/cli/run.test.ts',
};

/** Given below, and looked for. */
const shownHere: readonly string[] = [
  'run --skin-after',
  'run --stop-port',
  'run --rig',
  'run --prescription',
  'run --limits',
  'run --seed',
  'run --act',
  'run --records',
  'run --yes',
  'run --json',
  'run --site',
  'demo --host',
  'demo --port',
  'demo --stop-port',
  'demo --seed',
  'demo --speed',
  'demo --rig',
  'demo --role',
  'demo --records',
];

const quick = ['run', '--speed', 'max', '--yes', '--json', '--act', 'stop@40'];

describe('the options', () => {
  it.each([
    ['fine', 'fine', []],
    ['not-sure', 'notSure', []],
    ['wrong:pain', 'wrong', ['pain']],
    ['wrong', 'wrong', []],
    ['wrong:', null, []],
    ['fine:pain', null, []],
    ['wrong:pain:blister', null, []],
    ['numb', null, []],
  ])('--skin-after %s says %s %j', (text, answer, findings) => {
    if (answer === null) expect(() => parseSkinAfter(text)).toThrow(InvalidArgumentError);
    else expect(parseSkinAfter(text)).toEqual({ answer, findings });
  });

  it.each(['wrong:blister', 'not-sure'])(
    '--skin-after %s is not dropped where nobody asks',
    (text) => {
      const clock = unknownClock;
      const place = { folder: scratch(), site: 'calf-left', nowMs: Date.now(), clock };
      const note = (said: string) => () => {
        noteSkinAfter(place, 'people', { said: parseSkinAfter(said), by: 'a' });
      };
      expect(note(text)).toThrow(/noted nowhere/);
      expect(note('fine')).not.toThrow();
    },
  );

  it.each(['run', 'serve', 'demo', 'simulate'] as const)(
    'of `%s` have the defaults that are documented',
    async (command) => {
      expect(await optionsOf(command)).toEqual(defaults[command]);
    },
  );

  it('of `run` are each shown to have an effect', async () => {
    for (const option of Object.keys(await optionsOf('run'))) {
      const name = `run ${option}`;
      if (shownHere.includes(name)) continue;
      const path = shownIn[name];
      expect(path, name).toBeDefined();
      expect([name, readFileSync(join(project, path!), 'utf8').includes(`'${option}'`)]).toEqual([
        name,
        true,
      ]);
    }
  });

  it('of `run` come into the record: device, seed, limits, prescription, site, acts', async () => {
    const stopPort = await freePort();
    const [plain, chosen] = [scratch(), scratch()];
    const limits = join(chosen, 'limits.yaml');
    writeFileSync(limits, 'cem43PerSessionMin: 1.5\n');
    expect(contrast([...quick, '--records', plain]).code).toBe(4);
    const ran = contrast([
      ...quick,
      '--records',
      chosen,
      '--seed',
      '7',
      '--rig',
      'heat12V',
      '--limits',
      limits,
      '--prescription',
      'seed-spasm-gentle',
      '--site',
      'calf-left',
      '--act',
      'press-stop-button@30',
      '--stop-port',
      String(stopPort),
    ]);
    expect([ran.code, ran.err]).toEqual([4, '']);
    expect(ran.out).toContain(`POST to 127.0.0.1:${stopPort}`);
    const [usual, other] = [recordIn(plain), recordIn(chosen)];
    expect(usual[0]).toMatchObject({
      seed: 1,
      site: 'unspecified',
      rig: { id: 'reference' },
      limits: { cem43PerSessionMin: 2 },
    });
    expect(other[0]).toMatchObject({
      seed: 7,
      site: 'calf-left',
      rig: { id: 'heat12V' },
      limits: { cem43PerSessionMin: 1.5 },
    });
    expect(other[0]!['prescription']).not.toEqual(usual[0]!['prescription']);
    const stopAt = (lines: typeof usual): unknown =>
      lines.find(({ event }) => event === 'STOP')!['t'];
    expect([stopAt(usual), stopAt(other)].map((t) => Math.round(Number(t)))).toEqual([40, 30]);
  });

  it('of `run` make the seed the noise: the same again, and another one otherwise', () => {
    const readings = (seed: string): unknown[] => {
      const folder = scratch();
      contrast([...quick, '--records', folder, '--seed', seed]);
      return recordIn(folder)
        .filter(({ type }) => type === 'sample')
        .map(({ plateAC }) => plateAC);
    };
    const [two, again, three] = [readings('2'), readings('2'), readings('3')];
    expect(again).toEqual(two);
    expect(three).not.toEqual(two);
  });
});

it('of `demo`: where it listens, who one is, and which device it is', async () => {
  const [port, stopPort] = [await freePort(), await freePort()];
  const records = scratch();
  const running = start([
    'demo',
    '--host',
    'localhost',
    '--port',
    String(port),
    '--stop-port',
    String(stopPort),
    '--role',
    'viewer',
    '--seed',
    '9',
    '--speed',
    '30',
    '--rig',
    'heat12V',
    '--records',
    records,
  ]);
  let said = '';
  running.child.stdout!.on('data', (text: string) => (said += text));
  await running.saw(/Ctrl-C stops/);
  const base = `http://127.0.0.1:${port}`;
  const code = /\/enter\/(\w+)/.exec(said)?.[1] ?? '';
  const entered = await fetch(`${base}/enter/${code}`, { redirect: 'manual' });
  const headers = { cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0]! };
  const get = async (path: string): Promise<unknown> =>
    (await fetch(`${base}/api/v1/${path}`, { headers })).json();
  const [session, state] = [await get('session'), await get('state')];
  running.child.kill('SIGINT');
  const { out, code: exitCode } = await running.ended;
  expect(exitCode).toBe(0);
  expect(session).toMatchObject({ person: { role: 'viewer' } });
  expect(state).toMatchObject({ stopPort, simulation: { speed: 30, rig: 'heat12V', seed: 9 } });
  expect(out).toContain(`POST to port ${stopPort} of the same address`);
  expect(out).toContain(`Records: ${records}`);
});
