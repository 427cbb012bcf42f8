import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inShortHeatS } from '../treatment/rig.ts';
import { contrast, lastJson, launcher, recordIn, scratch, shortly, start } from './contrast.ts';

const quick = ['run', '--speed', 'max', '--yes'];
const inHeat = (what: string, laterS = 0): string => `${what}@${inShortHeatS + laterS}`;

describe('contrast run', () => {
  it('runs the default treatment, shows it, and keeps an intact record', () => {
    const folder = scratch();
    const ran = contrast([...quick, '--seed', '1', '--records', folder]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('SIMULATION');
    expect(ran.out).toContain('COMPLETED: the whole prescription was delivered');
    expect(ran.out).toContain('cold finish  delivered');
    expect(contrast(['records', 'verify', 'latest', '--records', folder])).toMatchObject({
      code: 0,
    });
    const csv = contrast([
      'records',
      'export',
      'latest',
      '--format',
      'csv',
      '--records',
      folder,
    ]).out;
    const [header, ...rows] = csv
      .trimEnd()
      .split('\n')
      .map((row) => row.trim());
    expect(header).toBe(
      't_s,state,phase,setpoint_c,plate_a_c,plate_b_c,heatsink_c,drive,cem43_min',
    );
    for (let phase = 1; phase <= 7; phase += 1) {
      const state = phase % 2 === 1 ? 'treating.cold' : 'treating.hot';
      expect(rows.filter((row) => row.includes(`,${state},${phase},`))).toHaveLength(600);
    }
  });

  it('prints one JSON object a line, and last the summary', () => {
    const ran = contrast([...quick, '--json', '--records', scratch()]);
    const lines = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string });
    expect(lines.filter(({ type }) => type === 'phase')).toHaveLength(7);
    expect(lines.at(-1)).toMatchObject({
      type: 'summary',
      outcome: 'completed',
      rule: null,
      coldFinish: true,
      plant: { plateMaxC: expect.any(Number), atMinS: expect.any(Number) },
    });
  });

  it.each([
    [['--act', inHeat('stop')], 4, 'stopped'],
    [['--act', inHeat('end-early')], 3, 'ended early'],
    [['--act', inHeat('press-stop-button')], 4, 'stopped'],
    [['--fault', inHeat('plate-a-open')], 5, 'faulted'],
    [['--fault', 'link-lost@150'], 5, 'faulted'],
    [['--act', inHeat('pause'), '--act', inHeat('resume', 30)], 0, 'completed'],
  ])('%j ends with exit code %d, %s', (args, code, outcome) => {
    const folder = scratch();
    const ran = contrast([...quick, ...shortly(), ...args, '--json', '--records', folder]);
    expect(ran.code).toBe(code);
    expect(lastJson(ran.out)).toMatchObject({ type: 'summary', outcome });
    expect(recordIn(folder).at(-1)).toMatchObject({ type: 'summary', outcome });
    expect(contrast(['records', 'verify', 'latest', '--records', folder]).code).toBe(0);
  });

  it('lists its faults, id first', () => {
    const ran = contrast(['run', '--fault', 'list']);
    expect(ran.code).toBe(0);
    const ids = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect(ids).toContain('bridge-stuck-heat');
    expect(ids).toContain('link-lost');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s is STOP: power off, exit code 4, an intact record',
    async (signal) => {
      const folder = scratch();
      const running = start(['run', '--speed', '60', '--yes', '--json', '--records', folder]);
      await running.saw(/"phase":1/);
      running.child.kill(signal);
      const { code, out } = await running.ended;
      expect(code).toBe(4);
      expect(lastJson(out)).toMatchObject({ outcome: 'stopped', coldFinish: null });
      expect(recordIn(folder).at(-1)).toMatchObject({ type: 'summary', outcome: 'stopped' });
      expect(contrast(['records', 'verify', 'latest', '--records', folder]).code).toBe(0);
    },
  );

  it('leaves whole lines behind when it is killed, and the record says that it was cut off', async () => {
    const folder = scratch();
    const running = start(['run', '--speed', '600', '--yes', '--json', '--records', folder]);
    await running.saw(/"phase":2/);
    running.child.kill('SIGKILL');
    await running.ended;
    const verified = contrast(['records', 'verify', 'latest', '--records', folder]);
    expect(verified.code).toBe(2);
    expect(verified.out + verified.err).toMatch(/truncated after line \d+/);
    expect(recordIn(folder).length).toBeGreaterThan(500);
  });

  it('goes on and keeps its record when nobody reads its output any more', async () => {
    const folder = scratch();
    const running = start([...quick, ...shortly(), '--records', folder]);
    running.child.stdout!.destroy();
    expect((await running.ended).code).toBe(0);
    expect(recordIn(folder).at(-1)).toMatchObject({ outcome: 'completed' });
  });
});

describe.runIf(existsSync('/dev/full'))('an output that takes nothing more', () => {
  const toFull = (args: readonly string[], both = false) =>
    spawnSync(
      'sh',
      [
        '-c',
        `"$0" "$@" >/dev/full${both ? ' 2>/dev/full' : ''}`,
        process.execPath,
        launcher,
        ...args,
      ],
      { encoding: 'utf8', input: '' },
    );

  it.each<[readonly string[], number, string]>([
    [[], 0, 'completed'],
    [['--json', '--fault', inHeat('plate-a-open')], 5, 'faulted'],
    [['--act', inHeat('stop')], 4, 'stopped'],
  ])(
    '%j: the treatment goes on, its record is whole, and the exit code says',
    (args, code, outcome) => {
      for (const both of [false, true]) {
        const folder = scratch();
        const ran = toFull([...quick, ...shortly(), ...args, '--records', folder], both);
        expect(ran.status).toBe(code);
        expect(recordIn(folder).at(-1)).toMatchObject({ type: 'summary', outcome });
        if (both) continue;
        expect(ran.stderr.match(/the output cannot be written \(ENOSPC\)/g)).toHaveLength(1);
      }
    },
  );

  it('is no success of a command whose output is all there is', () => {
    expect(toFull(['records', 'list', '--records', scratch()]).status).toBe(2);
  });
});

describe('time', () => {
  /** Time stamps of the record's own samples: treatment seconds against the wall clock of the same lines. */
  it.each([
    [1, 3],
    [60, 180],
  ])(
    '--speed %d makes treatment time run %d times as fast as the wall',
    async (speed, treatmentS) => {
      const folder = scratch();
      const running = start([
        'run',
        '--speed',
        String(speed),
        '--yes',
        '--json',
        '--records',
        folder,
        '--act',
        `stop@${treatmentS}`,
      ]);
      await running.ended;
      const samples = recordIn(folder).filter(({ type }) => type === 'sample');
      const [first, last] = [samples[0]!, samples.findLast(({ t }) => Number(t) <= treatmentS)!];
      const wallS = (Date.parse(String(last['at'])) - Date.parse(String(first['at']))) / 1000;
      const ratio = (Number(last['t']) - Number(first['t'])) / wallS;
      // A loaded machine can only be slower; never faster than asked for.
      expect(ratio).toBeLessThan(speed * 1.2);
      expect(ratio).toBeGreaterThan(speed * 0.3);
    },
  );
});
