/**
 * What the board judges besides its beads: each check trips within its time, on the core and on the emulated chip, and not
 * just inside of its limit; a part that is not there is not judged, and takes warmth and cold with it (laws L4, L6).
 */
import { describe, expect, test } from 'vitest';
import { allParts, checkTiming, partBits, partMask } from '../../hardware/guard/board-checks.ts';
import type { BoardPart } from '../../hardware/guard/board-checks.ts';
import { guardTiming } from '../../hardware/guard/protocol.ts';
import type { GuardReason } from '../../hardware/guard/protocol.ts';
import { withoutWitnessCounts } from '../../src/firmware/checks-text.ts';
import { burntInLimits } from '../../src/firmware/generate.ts';
import { CoreBench, useCore } from './core-bench.ts';
import {
  allPartsLimits,
  fullCool,
  fullHeat,
  readyMs,
  wholeDevice,
  witnessCountOf,
} from './guard-bench.ts';
import type { DriveWish, GuardBench, OtherInputs } from './guard-bench.ts';
import { hasCompiler } from './tools.ts';
import { UnoBench } from './uno-bench.ts';

/** From one look at a channel to the next, and the pass in which it is judged. */
const lookMs = 19;
const relayAlone: DriveWish = { relay: 1 };
const cooling: DriveWish = { cool: 128, enable: 1, relay: 1 };
const held: DriveWish = { enable: 1, relay: 1 };

interface Check {
  readonly what: string;
  readonly plates?: number;
  readonly drive?: DriveWish;
  readonly wrong: Partial<OtherInputs>;
  readonly reason: GuardReason;
  readonly channel: number;
  readonly withinMs: number;
}

const { supplyLowMs, supplyHighMs, railEmptyMs, railConfirmMs, converterMs, loopPulseMs } =
  checkTiming;
/** Counts at 42 and at 6.5 °C. */
const [warm, cold] = [342, 706];
const rail = (open: number, closed: number): { open: number; closed: number } => ({ open, closed });
const currentMs = checkTiming.currentConfirmMs + lookMs;
const welded = railEmptyMs + 2 * railConfirmMs;

const checks: readonly Check[] = [
  {
    what: 'a witness that is open',
    wrong: { witness: 1023 },
    reason: 'sensor-open',
    channel: 3,
    withinMs: guardTiming.confirmMs,
  },
  {
    what: 'a witness that is shorted',
    wrong: { witness: 0 },
    reason: 'sensor-short',
    channel: 3,
    withinMs: guardTiming.confirmMs,
  },
  {
    what: 'a witness 3.7 °C above the beads',
    wrong: { witness: witnessCountOf(28.6) },
    reason: 'witness-disagrees',
    channel: 3,
    withinMs: checkTiming.witnessApartMs + 200,
  },
  {
    what: 'a witness 3.7 °C below the beads',
    wrong: { witness: witnessCountOf(21.3) },
    reason: 'witness-disagrees',
    channel: 3,
    withinMs: checkTiming.witnessApartMs + 200,
  },
  {
    what: 'a witness that has come 2.4 °C apart since arming',
    wrong: { witness: witnessCountOf(27.4) },
    reason: 'witness-disagrees',
    channel: 3,
    withinMs: checkTiming.witnessDriftMs + 200,
  },
  {
    what: 'a witness at 47 °C',
    plates: warm,
    wrong: { witness: witnessCountOf(47) },
    reason: 'plate-hot',
    channel: 3,
    withinMs: checkTiming.witnessAloneMs + 140,
  },
  {
    what: 'a witness at 1 °C',
    plates: cold,
    wrong: { witness: witnessCountOf(1) },
    reason: 'plate-cold',
    channel: 3,
    withinMs: checkTiming.witnessAloneMs + 140,
  },
  {
    what: 'the heating contact welded',
    wrong: { heatRail: rail(238, 252) },
    reason: 'relay-welded',
    channel: 4,
    withinMs: welded,
  },
  {
    what: 'the cooling contact welded',
    wrong: { coolRail: rail(572, 572) },
    reason: 'relay-welded',
    channel: 5,
    withinMs: welded,
  },
  {
    what: 'no heating supply',
    drive: relayAlone,
    wrong: { heatRail: rail(0, 0) },
    reason: 'supply-low',
    channel: 4,
    withinMs: supplyLowMs,
  },
  {
    what: 'a cooling supply of 9 V',
    drive: cooling,
    wrong: { coolRail: rail(0, 428) },
    reason: 'supply-low',
    channel: 5,
    withinMs: supplyLowMs,
  },
  {
    what: 'a heating supply of 7 V',
    drive: fullHeat,
    wrong: { heatRail: rail(0, 333) },
    reason: 'supply-high',
    channel: 4,
    withinMs: supplyHighMs,
  },
  {
    what: 'a cooling supply of 19 V',
    drive: cooling,
    wrong: { coolRail: rail(0, 905) },
    reason: 'supply-high',
    channel: 5,
    withinMs: supplyHighMs + lookMs,
  },
  {
    what: 'a shorted high side, with the bridge disabled',
    drive: relayAlone,
    wrong: { heatRail: rail(0, 538) },
    reason: 'bridge-shorted',
    channel: 4,
    withinMs: supplyHighMs,
  },
  {
    what: 'the heating rail lifted for half of each period, while it cools',
    drive: cooling,
    wrong: { heatRail: rail(0, 390) },
    reason: 'bridge-shorted',
    channel: 4,
    withinMs: supplyHighMs,
  },
  {
    what: 'the heating rail lifted to 11 V at full heat',
    drive: fullHeat,
    wrong: { heatRail: rail(0, 524) },
    reason: 'bridge-shorted',
    channel: 4,
    withinMs: supplyHighMs,
  },
  {
    what: 'a heating supply of 12 V, with the bridge disabled',
    drive: relayAlone,
    wrong: { heatRail: rail(0, 572) },
    reason: 'supply-high',
    channel: 4,
    withinMs: supplyHighMs,
  },
  {
    what: 'a heating supply of 12 V, while it cools',
    drive: cooling,
    wrong: { heatRail: rail(0, 572) },
    reason: 'supply-high',
    channel: 4,
    withinMs: supplyHighMs,
  },
  {
    what: 'an inner reference that is off',
    wrong: { bandGap: 190 },
    reason: 'converter',
    channel: 14,
    withinMs: converterMs,
  },
  {
    what: 'an inner reference that has moved by 4 %',
    wrong: { bandGap: 234 },
    reason: 'converter',
    channel: 14,
    withinMs: converterMs,
  },
  {
    what: 'a ground of 4 counts',
    wrong: { ground: 4 },
    reason: 'converter',
    channel: 15,
    withinMs: converterMs,
  },
  {
    what: 'a known resistor that reads 340',
    wrong: { known: 340 },
    reason: 'converter',
    channel: 7,
    withinMs: 16 * 16.4,
  },
  {
    what: 'a known resistor that moves by 7 counts while cooling',
    drive: fullCool,
    wrong: { known: 334 },
    reason: 'ground',
    channel: 7,
    withinMs: converterMs + 16 * 16.4,
  },
  {
    what: 'the same downwards while heating',
    drive: fullHeat,
    wrong: { known: 323 },
    reason: 'ground',
    channel: 7,
    withinMs: converterMs + 16 * 16.4,
  },
  {
    what: 'a current with the second relay still open',
    drive: relayAlone,
    wrong: { current: 420 },
    reason: 'relay-welded',
    channel: 6,
    withinMs: checkTiming.lineProofMs,
  },
  {
    what: 'a current of heat while it cools',
    drive: cooling,
    wrong: { current: 420 },
    reason: 'bridge-shorted',
    channel: 6,
    withinMs: currentMs,
  },
  {
    what: 'full cooling while it hardly cools',
    drive: { cool: 20, enable: 1, relay: 1 },
    wrong: { current: 733 },
    reason: 'bridge-shorted',
    channel: 6,
    withinMs: currentMs,
  },
  {
    what: 'no current while it cools',
    drive: cooling,
    wrong: { line: 'open' },
    reason: 'module-open',
    channel: 6,
    withinMs: currentMs + 60,
  },
  {
    what: 'no current at full heat',
    drive: fullHeat,
    wrong: { line: 'open' },
    reason: 'module-open',
    channel: 6,
    withinMs: currentMs + 60,
  },
  {
    what: 'a current sensor that is dead',
    drive: cooling,
    wrong: { current: 0 },
    reason: 'sensor-short',
    channel: 6,
    withinMs: currentMs,
  },
  {
    what: 'a fan that stands',
    wrong: { fanTurns: false },
    reason: 'fan-stalled',
    channel: 0,
    withinMs: 3 * checkTiming.fanWindowMs,
  },
  {
    what: 'a stop loop that is shorted',
    wrong: { loopFollows: false },
    reason: 'stop-loop-shorted',
    channel: 0,
    withinMs: 3 * loopPulseMs,
  },
];

function armedAs(bench: GuardBench, { plates = 512, drive = {} }: Partial<Check>): void {
  bench.counts = [plates, plates, 512];
  bench.start();
  bench.drive(drive, 1200);
  expect([bench.state, bench.finding]).toEqual(['armed', ['none', 0, 0, 0]]);
}

/** The host goes on with the drive, and judges nothing. Milliseconds until it tripped. */
function untilTripped(bench: GuardBench, drive: DriveWish, mostMs: number): number {
  const fromMs = bench.nowMs;
  while (bench.state === 'armed' && bench.nowMs - fromMs < mostMs) bench.drive(drive, 10, 10);
  return bench.nowMs - fromMs;
}

function tripsInTime(bench: GuardBench, check: Check): void {
  armedAs(bench, check);
  bench.others = { ...bench.others, ...check.wrong };
  const tookMs = untilTripped(bench, check.drive ?? {}, 11_000);
  expect([bench.reason, bench.host.status?.channel]).toEqual([check.reason, check.channel]);
  expect(bench.safe).toBe(true);
  expect(tookMs).toBeLessThanOrEqual(check.withinMs + lookMs + 12);
}

test.each(checks)('$what, on the emulated chip: $reason', (check) => {
  tripsInTime(new UnoBench(), check);
});

describe.runIf(hasCompiler)('the core, compiled for this computer', () => {
  const core = useCore();
  const bench = (): CoreBench => new CoreBench(core());

  test.each(checks)('$what: $reason within its time', (check) => {
    tripsInTime(bench(), check);
  });

  /** What only a drive shows, or a comparison with the moment of arming, is found again by the next self-test. */
  const lasting = checks.filter(
    ({ what, reason, drive }) =>
      drive === undefined && reason !== 'fan-stalled' && !what.includes('has moved'),
  );

  test.each(lasting)('$what: cannot be cleared while it lasts', (check) => {
    const board = bench();
    tripsInTime(board, check);
    board.pass(readyMs);
    board.clear(check.reason);
    expect(board.finding.slice(0, 2)).toEqual([check.reason, check.channel]);
    board.others = wholeDevice();
    board.pass(readyMs);
    board.clear(check.reason);
    expect(board.state).toBe('idle');
  });

  test.each<[string, Partial<OtherInputs>]>([
    // With the tolerance of a whole device, from its making on.
    ['a witness 1.3 °C above', { witness: witnessCountOf(26.3) }],
    ['a witness 1.3 °C below', { witness: witnessCountOf(23.7) }],
    ['rails that are nearly empty', { heatRail: rail(70, 252), coolRail: rail(70, 572) }],
    ['supplies at their least', { heatRail: rail(0, 204), coolRail: rail(0, 466) }],
    ['supplies at their most', { heatRail: rail(0, 292), coolRail: rail(0, 688) }],
    ['an inner reference of 1.0 V', { bandGap: 205 }],
    ['a ground of 3 counts', { ground: 3 }],
    ['a known resistor at its end', { known: 332 }],
  ])('%s trips nothing, driven either way', (_what, others) => {
    for (const wish of [relayAlone, fullHeat, fullCool]) {
      const board = bench();
      board.others = { ...board.others, ...others };
      armedAs(board, { drive: wish });
      board.drive(wish, 6000);
      expect(board.finding).toEqual(['none', 0, 0, 0]);
    }
  });

  const weakly: DriveWish = { cool: 26, enable: 1, relay: 1 };
  /** Nothing lifts the rail between two drives, and only its own supply beyond what a diode lets past. */
  test.each<[what: string, reason: GuardReason, drive: DriveWish, cool: number, heat: number]>([
    ['bridge disabled, 0.7 of the other rail', 'bridge-shorted', relayAlone, 572, 402],
    ['bridge disabled, less', 'supply-high', relayAlone, 572, 401],
    ['bridge disabled, 0.965 of it', 'bridge-shorted', relayAlone, 572, 551],
    ['bridge disabled, more', 'supply-high', relayAlone, 572, 552],
    ['full heat, 0.7', 'bridge-shorted', fullHeat, 572, 402],
    ['full heat, less', 'supply-high', fullHeat, 572, 401],
    ['full heat, 0.965', 'bridge-shorted', fullHeat, 572, 551],
    ['full heat, more', 'supply-high', fullHeat, 572, 552],
    ['full heat, 0.965 of a weak cooling supply', 'bridge-shorted', fullHeat, 466, 449],
    ['full heat, more than that', 'supply-high', fullHeat, 466, 450],
    ['full cooling, 0.7', 'bridge-shorted', fullCool, 572, 402],
    ['full cooling, less', 'supply-high', fullCool, 572, 401],
    ['half cooling, half of the way to 0.7', 'bridge-shorted', cooling, 572, 301],
    ['half cooling, less', 'supply-high', cooling, 572, 300],
    ['half cooling, 0.965', 'bridge-shorted', cooling, 572, 551],
    ['half cooling, more', 'supply-high', cooling, 572, 552],
    ['weak cooling, a tenth of the way to 0.965', 'bridge-shorted', weakly, 572, 321],
    ['weak cooling, more', 'supply-high', weakly, 572, 322],
    ['weak cooling, just less than what stays between pulses', 'supply-high', weakly, 572, 401],
    ['weak cooling, what stays between pulses', 'bridge-shorted', weakly, 572, 402],
    ['bridge enabled, nothing driven, 0.7', 'supply-high', held, 572, 402],
    ['bridge enabled, nothing driven, 0.965', 'supply-high', held, 572, 551],
  ])('a high heating rail, %s: %s', (_what, reason, drive, cool, heat) => {
    const board = bench();
    board.others = { ...board.others, coolRail: rail(0, cool) };
    armedAs(board, { drive });
    board.others = { ...board.others, heatRail: rail(0, heat) };
    untilTripped(board, drive, 1000);
    expect(board.finding).toEqual([reason, 4, heat, 295]);
  });

  test('a ground of 2 mΩ trips nothing at any drive, neither the resistor nor the witness', () => {
    // 4.4 counts at full cooling, 1.8 at full heat.
    for (const [wish, counts] of [
      [fullCool, 4],
      [fullHeat, 2],
      [fullCool, -4],
      [fullHeat, -2],
    ] as const) {
      const board = bench();
      armedAs(board, { drive: wish });
      board.others = {
        ...board.others,
        known: 327 + counts,
        witness: witnessCountOf(25) + counts,
      };
      board.drive(wish, 6000);
      expect([wish, board.finding]).toEqual([wish, ['none', 0, 0, 0]]);
    }
  });

  test('a contact that does not open trips without anybody arming', () => {
    const board = bench();
    board.pass(readyMs);
    board.hello();
    board.claim();
    expect(board.state).toBe('idle');
    board.others = { ...board.others, heatRail: rail(238, 252) };
    board.pass(200);
    expect(board.finding).toEqual(['relay-welded', 4, 238, 75]);
  });

  describe('the relay in the modules’ line', () => {
    const inSession = (line: OtherInputs['line'], parts = partMask(allParts)): CoreBench => {
      const board = bench();
      board.others = { ...board.others, line };
      board.pass(readyMs);
      board.hello();
      board.send(board.host.frame('narrow', { ...allPartsLimits, parts }));
      board.arm();
      return board;
    };

    test.each([cooling, fullHeat])('is proven open by the first drive: %o', (wish) => {
      const board = inSession('welded');
      board.drive(relayAlone, 1000);
      expect(board.state).toBe('armed');
      const tookMs = untilTripped(board, wish, 1000);
      expect([board.reason, board.host.status?.channel]).toEqual(['relay-welded', 6]);
      expect(tookMs).toBeLessThanOrEqual(checkTiming.lineProofMs);
      expect(board.safe).toBe(true);
    });

    test('closes once it is proven, and within a fifth of a second', () => {
      const board = inSession('works');
      board.drive(cooling, 6000);
      expect(board.finding).toEqual(['none', 0, 0, 0]);
    });

    test('is proven at each arming anew', () => {
      const board = inSession('works');
      board.drive(cooling, 1000);
      board.send(board.host.frame('disarm', {}));
      board.pass(50);
      board.others = { ...board.others, line: 'welded' };
      board.arm();
      untilTripped(board, cooling, 1000);
      expect([board.reason, board.host.status?.channel]).toEqual(['relay-welded', 6]);
    });

    test('a drive too weak to show anything is not kept waiting for a proof', () => {
      const board = inSession('works');
      board.drive({ cool: 30, enable: 1, relay: 1 }, checkTiming.lineWeakMs + 200);
      board.others = { ...board.others, line: 'welded' };
      board.drive(cooling, 3000);
      expect(board.finding).toEqual(['none', 0, 0, 0]);
    });

    test.each<BoardPart>(['secondRelay', 'moduleCurrent'])(
      'is not proven where %s is not named',
      (part) => {
        const board = inSession('welded', partMask(allParts) - partBits[part]);
        board.drive(cooling, 3000);
        expect(board.finding).toEqual(['none', 0, 0, 0]);
      },
    );
  });

  test('a fan that was told to stop has two windows to come up to speed', () => {
    const board = bench();
    armedAs(board, {});
    board.others = { ...board.others, fanTurns: false };
    board.drive({}, checkTiming.fanWindowMs);
    board.others = { ...board.others, fanTurns: true };
    board.drive({}, 4 * checkTiming.fanWindowMs);
    expect(board.state).toBe('armed');
    expect(board.host.status?.fanEdges).toBeGreaterThan(200);
  });

  describe('a part that the host has not named', () => {
    const bare = {
      ...burntInLimits,
      ceilingCounts: withoutWitnessCounts.bareCeilingCounts,
      floorCounts: withoutWitnessCounts.bareFloorCounts,
    };
    const inSession = (
      limits: typeof burntInLimits,
      others: Partial<OtherInputs> = {},
    ): CoreBench => {
      const board = bench();
      board.others = { ...board.others, ...others };
      board.pass(readyMs);
      board.hello();
      board.send(board.host.frame('narrow', limits));
      board.arm();
      return board;
    };
    /** As a board of the first revision reads its free inputs. */
    const nothing: Partial<OtherInputs> = {
      witness: 0,
      heatRail: rail(300, 300),
      coolRail: rail(900, 900),
      known: 700,
      fanTurns: false,
      loopFollows: false,
    };

    test('is not judged: a board of the first revision arms within the narrower limits', () => {
      const board = inSession(bare, nothing);
      expect(board.state).toBe('armed');
      board.drive(fullHeat, 8000);
      expect(board.finding).toEqual(['none', 0, 0, 0]);
    });

    test.each([
      ['as they are burnt in', burntInLimits],
      ['with a ceiling of more than 41 °C', { ...bare, ceilingCounts: bare.ceilingCounts - 1 }],
      ['with a floor of less than 10 °C', { ...bare, floorCounts: bare.floorCounts + 1 }],
      [
        'with every part but the witness',
        { ...allPartsLimits, parts: partMask(allParts) - partBits.witness },
      ],
    ])('without a witness no limits arm %s', (_what, limits) => {
      expect(inSession(limits).state).toBe('idle');
      expect(inSession({ ...limits, parts: limits.parts | partBits.witness }).state).toBe('armed');
    });

    test.each<[BoardPart, Partial<OtherInputs>]>([
      ['witness', { witness: witnessCountOf(29) }],
      ['witness', { witness: 1023 }],
      ['rails', { heatRail: rail(238, 252) }],
      ['rails', { coolRail: rail(572, 572) }],
      ['knownResistor', { known: 340 }],
      ['loopDrive', { loopFollows: false }],
      ['moduleCurrent', { current: 560 }],
    ])('but one that is named and not sound does not arm: %s', (part, others) => {
      const parts = partBits[part];
      expect(inSession({ ...bare, parts }, others).state).not.toBe('armed');
      expect(inSession({ ...bare, parts: partMask(allParts) - parts }, others).state).toBe('armed');
    });
  });
});
