import { firstRevision } from '../../src/safety/readings.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { decide, freshSession } from '../../machines/decide.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { defaultClinicLimits } from '../../src/limits/clinic.ts';
import {
  owedAfterPausesMs,
  owedMsOf,
  rampAccelerationCPerS2,
  rampMsOf,
} from '../../src/limits/owed.ts';
import { planOf } from '../../src/limits/plan.ts';
import type { Prescription } from '../../src/limits/plan.ts';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';
import { Companion } from '../../src/treatment/companion.ts';
import { deliveryAfter, noDelivery, phasesDelivered } from '../../src/treatment/delivery.ts';
import type { Delivery } from '../../src/treatment/delivery.ts';
import { openDevice } from '../../src/treatment/open-device.ts';
import { prescribe } from '../../src/treatment/prepare.ts';
import { runTreatment } from '../../src/treatment/host/run.ts';
import type { Happening } from '../../src/treatment/host/run.ts';
import type { Entry } from '../../src/treatment/state.ts';
import { exitCodeOfOutcome } from '../../src/treatment/summary.ts';
import type { Summary } from '../../src/treatment/summary.ts';
import { at } from './rig.ts';

const short: Prescription = {
  name: 'short',
  rotations: 1,
  cold: { setpointC: 12, minutes: 5 },
  hot: { setpointC: 40, minutes: 6 },
  finalCold: { minutes: 5 },
  rampCPerS: 0.25,
};

/** A device that gives no heat to a plate this warm, and no cold to one this cold, and says so of its pins. */
async function treatedWith(
  { warmestC = Infinity, coldestC = -Infinity },
  happenings: readonly Happening[] = [],
): Promise<{ summary: Summary; entries: Entry[] }> {
  const rig = rigs.reference;
  const { config } = prescribe(short.name, short, defaultClinicLimits, rig);
  const opened = await openDevice({ board: 'simulated', pins: defaultPinMap, rig, seed: 1 });
  const { device } = opened;
  const actuate = device.actuate.bind(device);
  const plateC = (): number => opened.board.simulation!.truth().plateC;
  let onSkin = false;
  device.actuate = (wish, nowMs) => {
    const isTooMuch = onSkin && (wish.drive > 0 ? plateC() >= warmestC : plateC() <= coldestC);
    return actuate(isTooMuch ? { ...wish, drive: 0 } : wish, nowMs);
  };
  const entries: Entry[] = [];
  const companion = new Companion({
    ...opened,
    config,
    journal: {
      id: 'delivery',
      path: 'memory',
      failure: undefined,
      lastHash: '',
      onReserve: false,
      append: () => {},
      flush: () => Promise.resolve(),
      close: () => Promise.resolve(),
    },
    onEntry: (entry) => {
      entries.push(entry);
      // The first cold phase is given as it should be.
      if (entry.type === 'phase' && entry.fields.phase > 1) onSkin = true;
    },
  });
  companion.send({ who: 'test', event: { type: 'PRESCRIBE', rotations: short.rotations } });
  await runTreatment(companion, {
    pacer: { until: () => undefined },
    operator: automaticOperator(false),
    happenings,
    onTick: () => {},
    leaveNow: () => false,
    wallNowMs: () => 0,
  });
  return { summary: companion.summary(), entries };
}

describe('a treatment that ran to its end', () => {
  it('on a device that gives what is asked is completed, and every phase was measured', async () => {
    const { summary, entries } = await treatedWith({});
    expect(summary).toMatchObject({
      outcome: 'completed',
      reason: 'the whole prescription was delivered',
      coldFinish: true,
    });
    expect(exitCodeOfOutcome(summary.outcome)).toBe(0);
    expect(summary.phases.map(({ phase, kind }) => `${phase} ${kind}`)).toEqual([
      '1 cold',
      '2 hot',
      '3 cold',
    ]);
    for (const { delivered, inBandMin, owedMin } of summary.phases) {
      expect(delivered).toBe(true);
      expect(inBandMin).toBeGreaterThan(owedMin);
      expect(inBandMin).toBeLessThanOrEqual(6);
    }
    expect(entries.filter(({ type }) => type === 'trip')).toEqual([]);
  });

  it.each([
    ['never reaches 39.5 °C', { warmestC: 39.2 }],
    ['is held at 38.5 °C', { warmestC: 38.5 }],
  ])('with a hot phase of 40 °C that %s is never completed: exit code 7', async (_what, device) => {
    const { summary } = await treatedWith(device);
    expect(summary.outcome).toBe('undelivered');
    expect(exitCodeOfOutcome(summary.outcome)).toBe(7);
    expect(summary.phases.map(({ delivered }) => delivered)).toEqual([true, false, true]);
    expect(summary.phases[1]).toMatchObject({ inBandMin: 0, setpointC: 40 });
    expect(summary.reason).toContain('phase 2 (hot) was at 40 °C for 0.0 min');
    expect(summary.coldFinish).toBe(true);
  });

  it.each([
    ['hot phase that is held at 37 °C', { warmestC: 37 }],
    ['cold phase that is held at 15 °C', { coldestC: 15 }],
  ])(
    'with a %s, far from its ramp, is ended within a minute of getting there',
    async (_what, device) => {
      const { summary } = await treatedWith(device);
      expect(summary).toMatchObject({ outcome: 'faulted', rule: 'off-course' });
    },
  );

  it('with a last cold phase that is not cold has no cold finish either (L2)', async () => {
    const { summary } = await treatedWith({ coldestC: 13.5 });
    expect(summary).toMatchObject({ outcome: 'undelivered', coldFinish: false });
    expect(summary.reason).toContain('phase 3 (cold)');
    expect(summary.reason).toContain('cold finish not delivered');
  });
});

describe('a treatment that was cut off', () => {
  it('says what was measured of each phase that began', async () => {
    const { summary } = await treatedWith({}, [at(600, { type: 'STOP', by: 'test' })]);
    expect(summary.outcome).toBe('stopped');
    expect(summary.phases.map(({ phase, delivered }) => [phase, delivered])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(summary.phases[1]!.inBandMin).toBeGreaterThan(0);
  });

  it('before the skin was reached has no phase', async () => {
    const { summary } = await treatedWith({}, [at(15, { type: 'STOP', by: 'test' })]);
    expect(summary).toMatchObject({ outcome: 'stopped', phases: [] });
  });
});

describe('a pause in a hot phase of 40 °C', () => {
  const pausedFor = (seconds: number) =>
    treatedWith({}, [at(600, { type: 'PAUSE' }), at(600 + seconds, { type: 'RESUME' })]);

  it.each([80, 280])(
    'of %d s takes nothing but the way back, and the outcome says so',
    async (s) => {
      const undisturbed = (await treatedWith({})).summary;
      const { summary } = await pausedFor(s);
      expect(summary.outcome).toBe('completed');
      const [, hot] = summary.phases;
      const lostS = (undisturbed.phases[1]!.inBandMin - hot!.inBandMin) * 60;
      // The plate has come down to what skin and room make of it, and the ramp brings it back.
      expect(lostS).toBeGreaterThan(10);
      expect(lostS).toBeLessThan(50);
      // The clock of the phase stood still.
      expect(summary.durationS - undisturbed.durationS).toBeCloseTo(s, 0);
      expect(hot).toMatchObject({ delivered: true });
      const lessS = Math.round((hot!.owedMin - hot!.inBandMin) * 60);
      expect(lessS).toBeGreaterThan(0);
      expect(summary.reason).toBe(
        `the whole prescription was delivered; phase 2 (hot) had ${lessS} s less, for the way back after a pause`,
      );
    },
  );

  it('of a moment takes less than a device needs to settle, and says nothing', async () => {
    const { summary } = await pausedFor(2);
    expect(summary.reason).toBe('the whole prescription was delivered');
    expect(summary.phases[1]!.inBandMin).toBeGreaterThan(summary.phases[1]!.owedMin);
  });

  it('excuses nothing that the device itself does not give', async () => {
    const { summary } = await treatedWith({ warmestC: 39.2 }, [
      at(600, { type: 'PAUSE' }),
      at(680, { type: 'RESUME' }),
    ]);
    expect(summary.outcome).toBe('undelivered');
  });
});

const plan = planOf(short);
const toHot: SessionEvent[] = [
  { type: 'PRESCRIBE', rotations: 1 },
  { type: 'SCREENED', result: 'clear' },
  { type: 'SELF_TEST_PASSED' },
  { type: 'PLATE_READY' },
  { type: 'CONTACT_CONFIRMED' },
  { type: 'PHASE_ELAPSED', phase: 1, delivered: true },
  { type: 'SKIN_ANSWERED', answer: 'fine', findings: [] },
];
const after = (events: readonly SessionEvent[]) =>
  events.reduce((so, event) => decide(so, event).snapshot, freshSession());
const hot = after(toHot);
const paused = after([...toHot, { type: 'PAUSE' }]);

const nothingGiven = { inBandMs: 0, waysBackMs: 0 };

/** Ten seconds at these readings, in ticks. */
function countedMs(aC: number, bC: number, session = hot, count = 400, dtMs = 50): number {
  let delivery: Delivery = { ...noDelivery, phase: 2, past: [nothingGiven] };
  for (let nowMs = 0; nowMs < 10_000; nowMs += dtMs) {
    const reading = (celsius: number) => ({ celsius, count, atMs: nowMs - 20 });
    delivery = deliveryAfter(
      { session, delivery },
      {
        plateA: reading(aC),
        plateB: reading(bC),
        heatsink: reading(30),
        ...firstRevision,
        stopLoopClosed: true,
        pinsDiffer: null,
        guard: null,
      },
      nowMs,
      dtMs,
      plan,
    );
  }
  return delivery.inBandMs;
}

describe('a moment of a hot phase of 40 °C', () => {
  it.each([
    ['at the setpoint', countedMs(40, 40), 10_000],
    ['at the lower edge, by the hotter reading', countedMs(39.5, 38.6), 10_000],
    ['just below it', countedMs(39.49, 39.49), 0],
    ['just above the band', countedMs(40.51, 40), 0],
    ['with the other reading too far away', countedMs(40, 38.4), 0],
    ['with one reading that is no number', countedMs(40, Number.NaN), 0],
    ['with a wire that is open', countedMs(40, 40, hot, 1020), 0],
    ['in a pause', countedMs(40, 40, paused), 0],
    ['between ticks that are far apart', countedMs(40, 40, hot, 400, 1000), 0],
  ])('%s counts or does not', (_what, ms, expected) => {
    expect(ms).toBe(expected);
  });
});

describe('the way back after a pause', () => {
  /** A hot phase at 40 °C for so long, then paused down to a temperature, and resumed, so many times. */
  function waysBackMs(inBandMs: number, pausedAtC: number, times = 1): number {
    let delivery: Delivery = { ...noDelivery, phase: 2, past: [nothingGiven], inBandMs };
    let nowMs = 0;
    for (let time = 0; time < times; time += 1) {
      for (const session of [paused, paused, hot, hot]) {
        nowMs += 20_000;
        const reading = { celsius: pausedAtC, count: 400, atMs: nowMs - 20 };
        const readings = {
          plateA: reading,
          plateB: reading,
          heatsink: { ...reading, celsius: 30 },
          ...firstRevision,
          stopLoopClosed: true,
          pinsDiffer: null,
          guard: null,
        };
        delivery = deliveryAfter({ session, delivery }, readings, nowMs, 50, plan);
      }
    }
    return delivery.waysBackMs;
  }

  it.each([
    ['as long as the ramp, from where the plate is', waysBackMs(60_000, 33), rampMsOf(7, 0.25)],
    ['counted for each pause, once', waysBackMs(60_000, 33, 3), 3 * rampMsOf(7, 0.25)],
    ['nothing where the phase was on its first ramp yet', waysBackMs(0, 33), 0],
    ['nothing where nobody knows where the plate is', waysBackMs(60_000, Number.NaN), 0],
  ])('is %s', (_what, ms, expected) => {
    expect(ms).toBeCloseTo(expected, 3);
  });

  it('never leaves less than three quarters owed', () => {
    expect(owedAfterPausesMs(400_000, 30_000)).toBe(370_000);
    expect(owedAfterPausesMs(400_000, 100_000)).toBe(300_000);
    expect(owedAfterPausesMs(400_000, 300_000)).toBe(300_000);
  });
});

describe('what a phase owes', () => {
  it('is more than nothing, at most its dwell, and no less for a longer one', () => {
    const dwell = fc.double({ min: 60_000, max: 1_200_000, noNaN: true });
    const way = fc.double({ min: -34, max: 34, noNaN: true });
    const rate = fc.double({ min: 0.1, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(dwell, way, rate, fc.double({ min: 0, max: 60_000, noNaN: true }), (...of) => {
        const [dwellMs, wayC, rampCPerS, moreMs] = of;
        const owed = owedMsOf(dwellMs, wayC, rampCPerS);
        expect(owed).toBeGreaterThan(0);
        expect(owed).toBeLessThanOrEqual(dwellMs);
        if (dwellMs > rampMsOf(wayC, rampCPerS)) {
          expect(owedMsOf(dwellMs + moreMs, wayC, rampCPerS)).toBeGreaterThanOrEqual(owed);
        }
      }),
    );
  });

  it('is all of it where the ramp leaves nothing, or nobody knows: that cannot be delivered', () => {
    expect(owedMsOf(60_000, 28, 0.1)).toBe(60_000);
    expect(owedMsOf(60_000, Number.NaN, 0.25)).toBe(60_000);
    expect(owedMsOf(60_000, 28, 0)).toBe(60_000);
  });

  it('of the standard treatment is 9.5 min of cold at first, then 7.6 min of each 10', () => {
    const ten = planOf({
      ...short,
      cold: { setpointC: 12, minutes: 10 },
      hot: { setpointC: 40, minutes: 10 },
    });
    expect(ten.phases.map(({ owedMs }) => Math.round(owedMs / 1000))).toEqual([570, 456, 156]);
  });

  it('follows the ramp of the controller', () => {
    const { config } = prescribe(short.name, short, defaultClinicLimits, rigs.reference);
    expect(rampAccelerationCPerS2).toBe(config.controller.accelerationCPerS2);
  });

  it('is told for the phases of a session, and for none before the skin', () => {
    const delivery = {
      ...noDelivery,
      phase: 2,
      past: [{ ...nothingGiven, inBandMs: 300_000 }],
      inBandMs: 60_000,
    };
    expect(phasesDelivered({ session: hot, delivery }, plan)).toMatchObject([
      { phase: 1, kind: 'cold', inBandMin: 5, delivered: true },
      { phase: 2, kind: 'hot', inBandMin: 1, delivered: false },
    ]);
    expect(phasesDelivered({ session: freshSession(), delivery: noDelivery }, plan)).toEqual([]);
  });
});
