/** The judges of simulated treatments are put to the test themselves: each lie about the pins, the time or the dose is named. */
import { describe, expect, it } from 'vitest';
import type { PinTruth, PlantTruth } from '../../hardware/boards/board.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { PlantParameters } from '../../hardware/plant/parameters.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import {
  JudgedDose,
  cem43MinutesPerMinute,
  doseObjection,
  mayBeFull,
} from '../../src/evidence/judged-dose.ts';
import type { ChargedDose } from '../../src/evidence/judged-dose.ts';
import { LawWatch } from '../../src/evidence/law-watch.ts';
import { SkinUnderPlate } from '../../src/evidence/simulated-treatment.ts';
import { openVirtualTreatment } from '../../src/evidence/virtual-treatment.ts';
import { presetOf } from '../../src/limits/presets.ts';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';
import type { Happening } from '../../src/treatment/host/run.ts';
import { pinsAtRest } from '../emulated/bench-world.ts';
import { at, openRig } from '../treatment/rig.ts';

interface Judging {
  readonly ticks?: number;
  readonly everyMs?: number;
  readonly plate?: { readonly minC: number; readonly maxC: number } | null;
  /** What the plant is like, tick after tick. */
  readonly truths?: Partial<PlantTruth>[];
}

/** What the judge says of a companion that is in a state, with the pins as they are, tick after tick. */
async function judged(
  state: SessionState,
  pins: Partial<PinTruth>,
  { ticks = 2, everyMs = 50, plate = null, truths = [] }: Judging = {},
): Promise<string[]> {
  const { companion } = await openRig();
  const watch = new LawWatch({ maxHeatDuty: 0.4, plate });
  const simulation = companion.board.simulation!;
  let untilMs = 0;
  const board = {
    ...companion.board,
    simulation: {
      ...simulation,
      pins: () => ({ ...pinsAtRest, ...pins, untilMs: (untilMs += everyMs) }),
      truth: () => ({ ...simulation.truth(), ...truths.shift() }),
    },
  };
  const seen = new Proxy(companion, {
    get: (target, name) => {
      if (name === 'board') return board;
      return name === 'state' ? state : Reflect.get(target, name, target);
    },
  });
  for (let tick = 0; tick < ticks; tick += 1) watch.look(seen, false);
  return watch.violations.map(({ law }) => law);
}

describe('a law that is broken', () => {
  const on = { bridgeEnabled: true, relayClosed: true };
  it.each<[string, Partial<PinTruth>, string]>([
    ['heat at rest', { ...on, heatDuty: 0.1 }, 'L1'],
    ['a relay that is closed at rest', { relayClosed: true }, 'L8'],
    ['a bridge that is enabled at rest', { bridgeEnabled: true }, 'L8'],
    ['cold at rest', { ...on, coolDuty: 0.1 }, 'L8'],
    ['both sides at once', { ...on, coolDuty: 0.1, heatDuty: 0.1 }, 'I2'],
    ['more heat than the rig may have', { ...on, heatDuty: 0.5 }, 'I3'],
    ['a fan that stands still', { fanRunning: false }, 'L8 fan'],
  ])('%s is seen at the pins', async (_what, pins, law) => {
    expect(await judged('idle', pins)).toContain(law);
  });

  it.each<[SessionState, Partial<PinTruth>, string]>([
    ['treating.cold', { ...on, heatDuty: 0.1 }, 'L1'],
    ['awaitingContact', { ...on, heatDuty: 0.1 }, 'L1'],
    ['selfTest', { ...on, coolDuty: 0.51 }, 'I3'],
    ...(
      ['screening', 'declined', 'paused', 'checking', 'settling', 'ended', 'faulted'] as const
    ).flatMap((state): [SessionState, Partial<PinTruth>, string][] => [
      [state, { relayClosed: true }, 'L8'],
      [state, { bridgeEnabled: true }, 'L8'],
      [state, { ...on, coolDuty: 0.1 }, 'L8'],
      [state, { ...on, heatDuty: 0.1 }, 'L1'],
    ]),
  ])('in %s, %o is %s', async (state, pins, law) => {
    expect(await judged(state, pins)).toContain(law);
  });

  it.each<[SessionState, Partial<PinTruth>]>([
    ['idle', {}],
    ['selfTest', { ...on, coolDuty: 0.5 }],
    ['preparing', { ...on, coolDuty: 1 }],
    ['treating.cold', { ...on, coolDuty: 1 }],
    ['treating.hot', { ...on, heatDuty: 0.4 }],
  ])('what may be in %s is none: %o', async (state, pins) => {
    expect(await judged(state, pins)).toEqual([]);
  });

  const plate = { minC: 4, maxC: 45 };
  const [bare, fed, hot] = [
    { coolRailV: 0, heatRailV: 0, hottestC: 46 },
    { coolRailV: 12, heatRailV: 5, hottestC: 40 },
    { coolRailV: 0, heatRailV: 0, hottestC: 45.1 },
  ];
  it.each<[string, Partial<PlantTruth>[], string[]]>([
    ['nothing of a plate that only its own heatsink has warmed', [bare, bare], []],
    ['I6 of one that was fed before', [fed, hot], ['I6']],
    ['I6 of one that is fed, whatever the pins say', [bare, { ...bare, heatRailV: 5 }], ['I6']],
    ['I6 of one whose rails nobody knows', [{ ...bare, coolRailV: Number.NaN }], ['I6']],
  ])('is %s', async (_what, truths, laws) => {
    expect(await judged('faulted', {}, { plate, ticks: truths.length, truths })).toEqual(laws);
  });

  const minutes = (count: number) => ({ ticks: count + 1, everyMs: 60_000 });
  it('is a phase that is driven for more than 20 minutes, by the clock of the world', async () => {
    const cold = { ...on, coolDuty: 1 };
    expect(await judged('treating.cold', cold, minutes(20))).toEqual([]);
    expect(await judged('treating.cold', cold, minutes(21))).toEqual(['phase length']);
    // Time alone drives nothing.
    expect(await judged('treating.cold', {}, minutes(200))).toEqual([]);
  });

  const coldPlate: Partial<PlantTruth> = { coldestC: 12, hottestC: 12.5 };
  const warmPlate: Partial<PlantTruth> = { coldestC: 30, hottestC: 30.5 };
  const held = (...spells: readonly (readonly [Partial<PlantTruth>, number])[]) =>
    // The first tick is where the world's clock begins.
    [coldPlate, ...spells.flatMap(([truth, count]) => Array.from({ length: count }, () => truth))];
  it.each<[string, SessionState, Partial<PlantTruth>[], string[]]>([
    ['no cold of 15 minutes', 'treating.cold', held([coldPlate, 15]), []],
    [
      'cold of 16 minutes without a break',
      'treating.cold',
      held([coldPlate, 16]),
      ['unbroken cold'],
    ],
    [
      'no cold that heat has broken',
      'treating.hot',
      held([coldPlate, 10], [warmPlate, 1], [coldPlate, 10]),
      [],
    ],
    [
      'cold that no heat has broken',
      'treating.hot',
      held([coldPlate, 10], [{ ...warmPlate, hottestC: 29.9 }, 5], [coldPlate, 10]),
      ['unbroken cold'],
    ],
    ['none of a plate that nothing drives', 'paused', held([coldPlate, 40]), []],
  ])('is %s', async (_what, state, truths, laws) => {
    const ticks = truths.length;
    expect(await judged(state, {}, { ticks, everyMs: 60_000, truths })).toEqual(laws);
  });

  it('is a treatment that is driven after more than 91 minutes', async () => {
    const cold = { ...on, coolDuty: 1 };
    expect(await judged('treating.cold', cold, minutes(92))).not.toContain('session length');
    expect(await judged('treating.cold', cold, minutes(93))).toContain('session length');
  });
});

const { parameters } = rigs.reference;

describe('the heat dose by its definition', () => {
  it.each([
    [43, 1],
    [44, 2],
    [45, 4],
    [42, 1 / 4],
    [41, 1 / 16],
    [39, 1 / 256],
  ])('a minute at %d °C is %d minutes at 43', (plateC, expected) => {
    expect(cem43MinutesPerMinute(plateC)).toBeCloseTo(expected, 12);
  });
});

describe('what a device may charge', () => {
  const held = (plateC: number, of: PlantParameters): JudgedDose['bounds'] => {
    const dose = new JudgedDose(of);
    for (let minute = 0; minute < 10; minute += 1) dose.add(plateC, 1);
    return dose.bounds;
  };
  const beads = (bead: Partial<PlantParameters['sensors']['plateA']>): PlantParameters => {
    const { plateA, plateB } = parameters.sensors;
    return {
      ...parameters,
      sensors: {
        ...parameters.sensors,
        plateA: { ...plateA, ...bead },
        plateB: { ...plateB, ...bead },
      },
    };
  };

  it('lies about what the plate gave, within a fifth where the sensors are without error', () => {
    const { trueCem43Min, cem43Min } = held(41, beads({ stemError: 0 }));
    expect(trueCem43Min).toBeCloseTo(10 / 16, 12);
    expect(cem43Min.least).toBeGreaterThan(0.8 * trueCem43Min);
    expect(cem43Min.least).toBeLessThan(trueCem43Min);
    expect(cem43Min.most).toBeGreaterThan(trueCem43Min);
    expect(cem43Min.most).toBeLessThan(1.3 * trueCem43Min);
  });

  it('follows what its beads read: 1 % of resistance more is a quarter of a degree less', () => {
    const [right, low] = [1, 1.01].map((resistanceFactor) => held(41, beads({ resistanceFactor })));
    expect(low!.cem43Min.least / right!.cem43Min.least).toBeCloseTo(4 ** -0.25, 1);
    expect(low!.trueCem43Min).toBe(right!.trueCem43Min);
  });

  it.each([
    [12, 10, 10],
    [20, 10, 10],
    [23, 0, 0],
  ])('ten minutes at %d °C are %d to %d cold minutes', (plateC, least, most) => {
    const { coldMinutes } = held(plateC, parameters);
    expect(coldMinutes.least).toBeCloseTo(least, 0);
    expect(coldMinutes.most).toBeCloseTo(most, 0);
  });

  it('is at most what any clinic may allow, whatever the sensors say', () => {
    const bounds = held(43, parameters);
    const charged = { cem43Min: 8, coldMinutes: 0 };
    expect(doseObjection(charged, bounds)).toContain('more than 9');
  });

  it.each<[cem43Min: number, coldMinutes: number, is: boolean]>([
    [9, 45, false],
    [9, 12, false],
    [9, 10.2, false],
    [9, 10, true],
    [9, Number.NaN, false],
    [1e-15, 45, true],
  ])(
    'fills caps of %d CEM43 min and %d cold min by ten cold minutes: %s',
    (cem43Min, coldMinutes, is) => {
      expect(mayBeFull({ cem43Min, coldMinutes }, held(10, parameters))).toBe(is);
    },
  );
});

/** A short treatment with a pause in the cold and one in the heat, and what a sound device may have charged for it. */
async function pausedTreatment() {
  const { prescription } = presetOf('seed-spasm')!;
  const { companion, run } = await openVirtualTreatment({
    seed: 3,
    rig: rigs.reference,
    prescription: {
      ...prescription,
      rotations: 1,
      cold: { setpointC: 10, minutes: 5 },
      hot: { setpointC: 41, minutes: 6 },
      finalCold: { minutes: 5 },
    },
  });
  const skin = new SkinUnderPlate(parameters);
  const watch = new LawWatch({
    maxHeatDuty: rigs.reference.heatDutyCap,
    plate: { minC: 7, maxC: 43 },
  });
  let pausedColdMinutes = 0;
  const pause = (atS: number): Happening[] => [
    at(atS, { type: 'PAUSE' }),
    at(atS + 200, { type: 'RESUME' }),
  ];
  const summary = await run(
    automaticOperator(false, 'test'),
    [...pause(250), ...pause(800)],
    () => {
      skin.look(companion);
      watch.look(companion, false);
      const isCold = companion.board.simulation!.truth().plateC <= 21;
      if (companion.state === 'paused' && isCold) pausedColdMinutes += 0.05 / 60;
    },
  );
  return {
    charged: companion.treatment.dose,
    bounds: skin.bounds,
    pausedColdMinutes,
    summary,
    watch,
  };
}

describe('a whole treatment with pauses', async () => {
  const { charged, bounds, pausedColdMinutes, summary, watch } = await pausedTreatment();

  it('breaks no law', () => {
    expect(watch.violations).toEqual([]);
  });

  it('charges a dose within its bounds, pauses and all', () => {
    expect(summary.outcome).toBe('completed');
    expect(charged.cem43Min).toBeGreaterThan(0.1);
    expect(pausedColdMinutes).toBeGreaterThan(0.4);
    expect(doseObjection(charged, bounds)).toBeNull();
  });

  it.each<[string, (dose: ChargedDose) => Partial<ChargedDose>, string]>([
    ['a heat dose 6.5 times too small', ({ cem43Min }) => ({ cem43Min: cem43Min / 6.5 }), 'CEM43'],
    ['one a third too small', ({ cem43Min }) => ({ cem43Min: cem43Min / 1.5 }), 'CEM43'],
    ['one half as large again', ({ cem43Min }) => ({ cem43Min: cem43Min * 1.5 }), 'CEM43'],
    ['one that is no number', () => ({ cem43Min: Number.NaN }), 'CEM43'],
    ['half of the cold minutes', ({ coldMinutes }) => ({ coldMinutes: coldMinutes / 2 }), 'cold'],
    [
      'cold minutes that are not counted in a pause',
      ({ coldMinutes }) => ({ coldMinutes: coldMinutes - pausedColdMinutes }),
      'cold',
    ],
    [
      'cold minutes of the hot phase too',
      ({ coldMinutes }) => ({ coldMinutes: coldMinutes + 6 }),
      'cold',
    ],
    ['cold minutes that are no number', () => ({ coldMinutes: Number.NaN }), 'cold'],
  ])('%s is objected to', (_what, lie, named) => {
    expect(doseObjection({ ...charged, ...lie(charged) }, bounds)).toContain(named);
  });
});
