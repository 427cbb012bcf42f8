/** The doctor's judgement: from made-up facts, one thing wrong at a time. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noiseLimitLsb } from '../../src/safety/noise.ts';
import { boardChecks } from '../../src/doctor/board-checks.ts';
import type { BoardSituation } from '../../src/doctor/board-checks.ts';
import type { BoardFacts } from '../../src/doctor/board-facts.ts';
import { examine } from '../../src/doctor/check.ts';
import type { Check, Verdict } from '../../src/doctor/check.ts';
import { computerChecks } from '../../src/doctor/computer-checks.ts';
import type { ComputerFacts } from '../../src/doctor/computer-facts.ts';
import { portChecks } from '../../src/doctor/port-checks.ts';
import type { PortFacts } from '../../src/doctor/port-facts.ts';
import { healthyBoard, healthyComputer, noon, noisyBy } from './facts.ts';

const memory =
  (part: Partial<NonNullable<BoardFacts['identity']['memory']>>) =>
  ({ facts, ...situation }: BoardSituation): BoardSituation => ({
    ...situation,
    facts: {
      ...facts,
      identity: {
        ...facts.identity,
        memory: { condition: 'kept', number: '12ab34cd', begun: 7, lastHash: null, ...part },
      },
    },
  });

type Wrong<Facts> = readonly [
  name: string,
  verdict: Verdict,
  words: RegExp,
  change: (facts: Facts) => Facts,
];

/** Exactly one line changes, to the verdict and words that belong to what was broken. */
function expectOnly(
  before: readonly Check[],
  after: readonly Check[],
  wanted: { name: string; verdict: Verdict; words: RegExp },
): void {
  const { name, verdict, words } = wanted;
  const changed = after.filter((check, index) => check.verdict !== before[index]?.verdict);
  expect(changed).toEqual([
    { name, verdict, finding: expect.stringMatching(words), fix: expect.stringMatching(/\w/) },
  ]);
}

const records = (part: Partial<ComputerFacts['records']>) => (facts: ComputerFacts) => ({
  ...facts,
  records: { ...facts.records, ...part },
});
const newest = (kind: 'altered' | 'truncated' | 'unreadable') =>
  records({ newest: { id: 'r', kind, words: `${kind} at line 7`, atMs: noon } });

const wrongComputers: readonly Wrong<ComputerFacts>[] = [
  ['Node', 'fail', /v20\.18\.9/, (facts) => ({ ...facts, node: '20.18.9' })],
  ['Node', 'fail', /v18/, (facts) => ({ ...facts, node: '18.99.0' })],
  ['Node', 'fail', /nonsense/, (facts) => ({ ...facts, node: 'nonsense' })],
  [
    'program',
    'warn',
    /newer/,
    (facts) => ({ ...facts, program: { ...facts.program, build: 'stale' } }),
  ],
  [
    'program',
    'fail',
    /not compiled/,
    (facts) => ({ ...facts, program: { version: '1', build: 'missing', builtMs: null } }),
  ],
  ['clock', 'fail', /before this program/, (facts) => ({ ...facts, wallMs: 0 })],
  ['clock', 'fail', /no time/, (facts) => ({ ...facts, wallMs: Number.NaN })],
  [
    'clock',
    'fail',
    /before the newest record/,
    records({ newest: { id: 'r', kind: 'intact', words: 'intact', atMs: noon + 90_000 } }),
  ],
  ['records', 'fail', /EROFS/, records({ problem: 'EROFS: read-only' })],
  ['disk', 'warn', /100 MB/, records({ freeBytes: 100e6 })],
  ['disk', 'fail', /49 MB/, records({ freeBytes: 49.9e6 })],
  ['disk', 'warn', /not known/, records({ freeBytes: null })],
  ['newest record', 'warn', /truncated/, newest('truncated')],
  ['newest record', 'fail', /altered at line 7/, newest('altered')],
  ['newest record', 'fail', /unreadable/, newest('unreadable')],
  [
    'limits',
    'fail',
    /hotSetpointC/,
    (facts) => ({ ...facts, limits: { file: 'a.yaml', problem: 'a.yaml:3:1 hotSetpointC' } }),
  ],
];

const board = (part: Partial<BoardFacts>) => (situation: BoardSituation) => ({
  ...situation,
  facts: { ...situation.facts, ...part },
});
const counted = (channel: keyof BoardFacts['counts'], values: readonly number[]) =>
  board({ counts: { ...healthyBoard.facts.counts, [channel]: values } });
const seen = (channel: keyof BoardFacts['seen'], values: readonly number[]) =>
  board({ seen: { ...healthyBoard.facts.seen, [channel]: values } });
const lease = (proof: NonNullable<BoardFacts['lease']>) => board({ lease: proof });
const guard = (part: Partial<NonNullable<BoardFacts['guard']>>) =>
  board({ guard: { ...healthyBoard.facts.guard!, ...part } });

const wrongBoards: readonly Wrong<BoardSituation>[] = [
  [
    'guard',
    'fail',
    /tripped.*reads 44\.2 °C.*44\.0 °C/,
    guard({
      state: 'tripped',
      found: {
        kind: 'board-cut',
        rule: 'plate-hot',
        cause: { kind: 'reads', channel: 'plateA', value: 44.2, unit: '°C', limit: 44 },
      },
    }),
  ],
  ['firmware', 'fail', /build 99999999; .*0123abcd/, board({ buildHash: '99999999' })],
  ['firmware', 'fail', /unknown/, board({ buildHash: null })],
  ['firmware', 'warn', /no firmware/, (situation) => ({ ...situation, committed: null })],
  ['heatsink sensor', 'fail', /no plausible/, seen('heatsink', [Number.NaN])],
  ['heatsink sensor', 'fail', /no plausible/, seen('heatsink', [22, Number.NaN, 22])],
  ['heatsink sensor', 'fail', /no plausible/, seen('heatsink', [])],
  ['heatsink sensor', 'fail', /no plausible/, seen('heatsink', [-40, -40])],
  ['heatsink sensor', 'fail', /noise 2\.0.* 2 LSB is allowed/, counted('heatsink', noisyBy(2))],
  ['plate sensor A', 'fail', /noise 4\.1/, counted('plateA', noisyBy(4))],
  ['plate sensor A', 'fail', /noise NaN/, counted('plateA', [500, 501])],
  ['heatsink sensor', 'warn', /one value, repeated/, counted('heatsink', noisyBy(0))],
  ['agreement', 'warn', /1\.20 °C apart/, seen('plateB', [23.15, 23.25])],
  ['agreement', 'fail', /1\.60 °C apart/, seen('plateB', [20.35, 20.45])],
  ['module current', 'fail', /^0\.8 A.* 0\.7 A/, board({ moduleCurrentA: 0.75 })],
  ['module current', 'fail', /^-10\.8 A/, board({ moduleCurrentA: -10.76 })],
  ['module current', 'fail', /^NaN A/, board({ moduleCurrentA: Number.NaN })],
  ['stop loop', 'fail', /open/, board({ stopLoopClosed: false })],
  [
    'relay',
    'fail',
    /pin D9 holds 12/,
    board({ pinsDiffer: { kind: 'pin-differs', pin: 9, value: 12, unit: 'count', wrote: 0 } }),
  ],
  ['relay', 'fail', /power is on/, guard({ powerOff: false })],
  ['lease', 'fail', /stayed on for 1500 ms/, lease({ kind: 'kept', forMs: 1500 })],
  ['lease', 'fail', /not proven: stop/, lease({ kind: 'not-armed', because: 'stop loop' })],
  [
    'lease',
    'fail',
    /tripped on plate-hot/,
    lease({ kind: 'tripped-otherwise', reason: 'plate-hot', finding: 'hot' }),
  ],
  [
    'lease',
    'warn',
    /not proven: the cooling rail has 0\.0 V$/,
    lease({ kind: 'no-supply', finding: 'the cooling rail has 0.0 V', cleared: true }),
  ],
  [
    'lease',
    'warn',
    /still latched/,
    lease({ kind: 'no-supply', finding: 'the cooling rail has 0.0 V', cleared: false }),
  ],
  ['memory', 'warn', /damaged/, memory({ condition: 'damaged', number: null })],
  ['memory', 'warn', /did not keep/, memory({ condition: 'blank', number: null })],
  ['lease', 'warn', /latched/, lease({ kind: 'dropped', afterMs: 450, cleared: false })],
  ['time', 'warn', /900 ms/, board({ clockSlipMs: -900 })],
];

describe('the memory of the board', () => {
  const found = (situation: BoardSituation) =>
    examine(boardChecks, situation).find(({ name }) => name === 'memory');

  it('is shown: the number of the device, and how many treatments were begun on it', () => {
    expect(found(healthyBoard)).toMatchObject({
      verdict: 'ok',
      finding: 'device number 12ab34cd, 7 treatments begun',
    });
  });

  it('is none on the simulated device, which says so, and none on a board with other firmware', () => {
    const without = (kind: 'simulated' | 'serial') =>
      found({
        ...healthyBoard,
        facts: {
          ...healthyBoard.facts,
          identity: { ...healthyBoard.facts.identity, kind, guarded: false, memory: null },
        },
      });
    expect(without('simulated')).toMatchObject({
      verdict: 'ok',
      finding: expect.stringContaining('remembers nothing'),
    });
    expect(without('serial')).toMatchObject({ verdict: 'warn' });
  });
});

describe('the computer', () => {
  const healthy = examine(computerChecks, healthyComputer);

  it('is ok where nothing is wrong', () => {
    expect(healthy.filter(({ verdict }) => verdict !== 'ok')).toEqual([]);
    expect(healthy).toHaveLength(computerChecks.length);
  });

  it.each(wrongComputers)('%s: %s, saying %s', (name, verdict, words, change) => {
    const after = examine(computerChecks, change(healthyComputer));
    expectOnly(healthy, after, { name, verdict, words });
  });

  it('takes every Node from 20.19 on, and none before', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (major, minor, patch) => {
        const [node] = examine(computerChecks, {
          ...healthyComputer,
          node: `${major}.${minor}.${patch}`,
        });
        expect(node?.verdict === 'ok').toBe(major * 1000 + minor >= 20_019);
      }),
    );
  });
});

describe('the board', () => {
  const healthy = examine(boardChecks, healthyBoard);

  it('fails nothing where nothing is wrong, and is honest about what it cannot see', () => {
    expect(healthy.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    const warned = healthy.filter(({ verdict }) => verdict === 'warn');
    expect(warned.map(({ name }) => name)).toEqual(['calibration', 'fan', 'rules']);
    expect(warned.find(({ name }) => name === 'rules')?.finding).toContain('supply-low');
    expect(warned.find(({ name }) => name === 'calibration')?.finding).toContain(
      'never calibrated',
    );
  });

  it.each(wrongBoards)('%s: %s, saying %s', (name, verdict, words, change) => {
    expectOnly(healthy, examine(boardChecks, change(healthyBoard)), { name, verdict, words });
  });

  it('measures noise at rest, says so, and allows what self-test and rules allow', () => {
    const found = (lsb: number) =>
      examine(boardChecks, counted('heatsink', noisyBy(lsb))(healthyBoard)).find(
        ({ name }) => name === 'heatsink sensor',
      );
    expect(found(0.4)).toMatchObject({
      verdict: 'ok',
      finding: expect.stringMatching(/noise 0\.41 LSB rms without current; the self-test/),
    });
    expect(found(noiseLimitLsb - 0.1)?.verdict).toBe('ok');
    expect(found(noiseLimitLsb)?.verdict).toBe('fail');
  });

  it('believes a lease up to half a second, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 600 }), (afterMs) => {
        const checks = examine(
          boardChecks,
          lease({ kind: 'dropped', afterMs, cleared: true })(healthyBoard),
        );
        const verdict = checks.find(({ name }) => name === 'lease')?.verdict;
        expect(verdict).toBe(afterMs <= 500 ? 'ok' : 'fail');
      }),
      { examples: [[500], [501]] },
    );
  });

  it('says of an unguarded board what it does when the computer dies, and claims no lease', () => {
    const { identity } = healthyBoard.facts;
    const checks = examine(
      boardChecks,
      board({
        identity: { ...identity, guarded: false, firmware: 'StandardFirmata.ino 2.4' },
        guard: null,
        lease: null,
        buildHash: null,
      })(healthyBoard),
    );
    const found = checks.find(({ name }) => name === 'guard');
    expect(found).toMatchObject({ verdict: 'warn' });
    expect(found?.finding).toMatch(/78 % duty, was at 78 % 70 minutes later/);
    expect(checks.map(({ name }) => name)).not.toContain('lease');
    expect(checks.map(({ name }) => name)).not.toContain('firmware');
  });
});

describe('a port', () => {
  const usable: PortFacts = {
    path: '/dev/ttyACM0',
    exists: true,
    allowed: true,
    group: 'dialout',
    heldBy: null,
  };
  const wrongPorts: readonly (readonly [Partial<PortFacts>, RegExp, RegExp])[] = [
    [{ exists: false }, /no such port/, /Plug/],
    [{ allowed: false }, /ann may not use it/, /usermod -aG dialout ann/],
    [{ allowed: false, group: 'root' }, /may not use/, /Ask/],
    [{ heldBy: { pid: 7, command: 'node' } }, /in use by node \(process 7\)/, /End that program/],
  ];

  it('is ok where it can be used', () => {
    const [check] = portChecks({ board: 'auto', user: 'ann', ports: [usable] });
    expect(check).toMatchObject({ verdict: 'ok' });
  });

  it.each(wrongPorts)('%j fails where it is needed, and only warns where it is not', (...wrong) => {
    const [part, finding, fix] = wrong;
    const ports = [{ ...usable, ...part }];
    const [needed] = portChecks({ board: usable.path, user: 'ann', ports });
    expect(needed).toMatchObject({
      verdict: 'fail',
      finding: expect.stringMatching(finding),
      fix: expect.stringMatching(fix),
    });
    const [bystander] = portChecks({ board: 'simulated', user: 'ann', ports });
    expect(bystander).toMatchObject({ verdict: 'warn' });
  });

  it('is missed where a board is wanted, and not where none is', () => {
    const none = { user: 'ann', ports: [] };
    expect(portChecks({ board: 'auto', ...none })[0]).toMatchObject({ verdict: 'fail' });
    expect(portChecks({ board: 'emulated', ...none })[0]).toMatchObject({ verdict: 'ok' });
  });
});
