import { gateInWords } from '../words/in-words.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permissions } from '../../machines/permission.ts';
import { gateAtRest, openDirections, passGate } from '../../src/safety/drive-gate.ts';
import type { GateInput, GateState } from '../../src/safety/drive-gate.ts';

const anyNumber = fc.oneof(
  fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 1, -1),
);
const anyCelsius = fc.oneof(
  fc.double({ min: 0, max: 60, noNaN: true }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);
const anyWay = fc.oneof(
  fc.record({ fromC: anyCelsius, setpointC: anyCelsius, targetC: anyCelsius }),
  fc.constantFrom(12, 40).map((targetC) => ({ fromC: 25, setpointC: targetC, targetC })),
  fc.constant(null),
);
const anyInput = fc.record({
  requested: anyNumber,
  permission: fc.constantFrom(...permissions),
  interlocksClear: fc.boolean(),
  hottestC: anyCelsius,
  coldestC: anyCelsius,
  way: anyWay,
});
const limits = { maxHeatDuty: 0.4, maxCoolDuty: 1, coldestSetpointC: 12, hottestSetpointC: 40 };
const caps = (maxHeatDuty: number, maxCoolDuty: number) => ({
  ...limits,
  maxHeatDuty,
  maxCoolDuty,
});
const tickMs = 50;

/** A plate on its way to where a drive leads. */
const wayOf = (requested: number) => {
  const targetC = requested < 0 ? 12 : 40;
  return { fromC: 25, setpointC: targetC, targetC };
};

const neutral = (requested: number) => ({
  requested,
  permission: 'heatAndCool' as const,
  interlocksClear: true,
  hottestC: 30,
  coldestC: 30,
  way: wayOf(requested),
});

/** Runs a sequence of wishes through the gate, a tick apart. */
function through(inputs: readonly Omit<GateInput, 'nowMs'>[]) {
  let state: GateState = gateAtRest;
  return inputs.map((input, index) => {
    const nowMs = 1000 + index * tickMs;
    const output = passGate(state, { ...input, nowMs }, limits);
    state = output.state;
    return { input, nowMs, output };
  });
}

describe('the drive gate, for any sequence of wishes', () => {
  const sequences = fc.array(anyInput, { minLength: 1, maxLength: 60 });

  it('lets power through only with permission, clear interlocks and both readings proven', () => {
    fc.assert(
      fc.property(sequences, (inputs) => {
        for (const { input, output } of through(inputs)) {
          if (output.drive === 0) continue;
          expect(Number.isFinite(output.drive)).toBe(true);
          expect(output.powered).toBe(true);
          expect(input.interlocksClear).toBe(true);
          expect(Number.isFinite(input.hottestC) && Number.isFinite(input.coldestC)).toBe(true);
          if (input.permission !== 'coolPulse') {
            const { fromC, setpointC, targetC } = input.way!;
            expect(setpointC).toBeGreaterThanOrEqual(Math.min(fromC, targetC) - 1e-6);
            expect(setpointC).toBeLessThanOrEqual(Math.max(fromC, targetC) + 1e-6);
            expect(targetC >= 12 && targetC <= 40).toBe(true);
          }
          if (output.drive > 0) {
            expect(input.permission).toBe('heatAndCool');
            // One noisy reading up to the trip does not cut the heat: the filtered ones have their own test.
            expect(input.hottestC).toBeLessThan(43);
            expect(output.state.hottestC).toBeLessThan(42.5);
            expect(output.drive).toBeLessThanOrEqual(Math.min(limits.maxHeatDuty, input.requested));
          } else {
            expect(input.permission).not.toBe('none');
            expect(input.coldestC).toBeGreaterThan(7);
            expect(output.state.coldestC).toBeGreaterThan(7.5);
            expect(output.drive).toBeGreaterThanOrEqual(
              Math.max(-limits.maxCoolDuty, input.requested),
            );
          }
        }
      }),
    );
  });

  it('is unpowered wherever nothing is permitted or a plate reading is missing', () => {
    fc.assert(
      fc.property(sequences, (inputs) => {
        for (const { input, output } of through(inputs)) {
          const proven = Number.isFinite(input.hottestC) && Number.isFinite(input.coldestC);
          if (input.permission === 'none' || !proven) expect(output.powered).toBe(false);
        }
      }),
    );
  });

  it('reverses only after ten seconds one way and half a second at zero, and then does (H12)', () => {
    const wishes = fc.array(
      fc.record({
        drive: fc.constantFrom(-1, -0.5, 0, 0.3, 1),
        ticks: fc.integer({ min: 1, max: 240 }),
      }),
      { minLength: 2, maxLength: 12 },
    );
    let reversals = 0;
    fc.assert(
      fc.property(wishes, (steps) => {
        const inputs = steps.flatMap(({ drive, ticks }) =>
          Array.from({ length: ticks }, () => neutral(drive)),
        );
        let lastSign = 0;
        let lastDrivenMs = Number.NEGATIVE_INFINITY;
        let begunMs = Number.NEGATIVE_INFINITY;
        for (const { nowMs, output } of through(inputs)) {
          if (output.drive === 0) continue;
          const sign = Math.sign(output.drive);
          if (lastSign !== 0 && sign !== lastSign) {
            reversals += 1;
            expect(nowMs - lastDrivenMs).toBeGreaterThanOrEqual(500);
            expect(nowMs - begunMs).toBeGreaterThanOrEqual(10_000);
          }
          if (sign !== lastSign) begunMs = nowMs;
          lastSign = sign;
          lastDrivenMs = nowMs;
        }
      }),
    );
    expect(reversals).toBeGreaterThan(0);
  });

  it('records a reversal that comes too soon as refused, and lets nothing through meanwhile', () => {
    const outputs = through([neutral(0.3), neutral(0.3), neutral(-0.5)]);
    expect(outputs[1]?.output.drive).toBeGreaterThan(0);
    expect(gateInWords(outputs[2]!.output)).toMatchObject({
      drive: 0,
      refusal: expect.stringContaining('10 s'),
    });
  });

  it('lets nothing through for a rig whose caps are no numbers', () => {
    const state: GateState = { ...gateAtRest, atMs: 950 };
    const output = passGate(state, { ...neutral(0.3), nowMs: 1000 }, caps(Number.NaN, Number.NaN));
    expect(gateInWords(output)).toMatchObject({
      drive: 0,
      powered: true,
      refusal: 'the rig has no cap',
    });
  });

  it('rises no faster than full duty in a second, falls at once, and does arrive', () => {
    const wish = (requested: number) => ({
      requested,
      permission: 'cool' as const,
      interlocksClear: true,
      hottestC: 30,
      coldestC: 30,
      way: wayOf(requested),
    });
    const outputs = through([...Array.from({ length: 30 }, () => wish(-1)), wish(-0.1)]).map(
      ({ output }) => output.drive,
    );
    outputs
      .slice(1, 30)
      .forEach((drive, index) =>
        expect(outputs[index]! - drive).toBeLessThanOrEqual(tickMs / 1000 + 1 / 255),
      );
    expect(outputs[29]).toBe(-1);
    expect(outputs[30]).toBeCloseTo(-25 / 255, 10);
  });

  it('says why it refuses', () => {
    const { output } = through([{ ...neutral(0.5), permission: 'cool' }])[0]!;
    expect(gateInWords(output).refusal).toContain('hot phase');
  });
});

/** A gate that let through nothing since 50 ms, unless said otherwise, one tick later. */
const nowMs = 60_000;
const pass = (state: Partial<GateState>, input: Partial<GateInput>, within = limits) =>
  passGate(
    { ...gateAtRest, atMs: nowMs - tickMs, ...state },
    { ...neutral(input.requested ?? 0), nowMs, ...input },
    within,
  );

describe('the setpoint, looked at again in the gate (L6, L13)', () => {
  const at = (way: GateInput['way'], requested: number, plateC = 25) =>
    pass({}, { requested, way, hottestC: plateC, coldestC: plateC });
  it.each<[what: string, way: GateInput['way'], requested: number, refusal: RegExp | null]>([
    ['on its way', { fromC: 12, setpointC: 26, targetC: 40 }, 0.3, null],
    ['at its start', { fromC: 12, setpointC: 12, targetC: 40 }, 0.3, null],
    ['at its target', { fromC: 12, setpointC: 40, targetC: 40 }, 0.3, null],
    [
      'a rounding error behind its start',
      { fromC: 12, setpointC: 12 - 1e-6, targetC: 36 },
      0.3,
      null,
    ],
    ['further behind it', { fromC: 12, setpointC: 12 - 1.05e-6, targetC: 36 }, 0.3, /left its way/],
    [
      'a rounding error beyond its target',
      { fromC: 12, setpointC: 36 + 1e-6, targetC: 36 },
      0.3,
      null,
    ],
    ['further beyond it', { fromC: 12, setpointC: 36 + 1.05e-6, targetC: 36 }, 0.3, /left its way/],
    ['behind its start', { fromC: 12, setpointC: 11.9, targetC: 40 }, 0.3, /left its way/],
    ['beyond its target', { fromC: 12, setpointC: 40.1, targetC: 40 }, 0.3, /left its way/],
    ['no number', { fromC: 12, setpointC: Number.NaN, targetC: 40 }, 0.3, /left its way/],
    ['from nowhere', { fromC: Number.NaN, setpointC: 30, targetC: 40 }, 0.3, /left its way/],
    ['to what nobody prescribed', { fromC: 12, setpointC: 30, targetC: 40.5 }, 0.3, /left its way/],
    ['to colder than prescribed', { fromC: 25, setpointC: 20, targetC: 11 }, -0.3, /left its way/],
    ['missing', null, 0.3, /no setpoint/],
    ['missing, to cool', null, -0.3, /no setpoint/],
    ['from too hot, down', { fromC: 44, setpointC: 43, targetC: 12 }, -0.3, null],
    [
      'from too hot, with heat',
      { fromC: 44, setpointC: 43, targetC: 12 },
      0.3,
      /beyond the target/,
    ],
  ])('%s', (_what, way, requested, refusal) => {
    const output = at(way, requested);
    if (refusal === null)
      expect(gateInWords(output)).toMatchObject({
        drive: requested < 0 ? -12 / 255 : 12 / 255,
        refusal,
      });
    else
      expect(gateInWords(output)).toMatchObject({
        drive: 0,
        refusal: expect.stringMatching(refusal),
      });
  });

  it('lets the pulse of the self-test through without one, and nothing else', () => {
    const pulse = { requested: -0.3, way: null };
    expect(pass({}, { ...pulse, permission: 'coolPulse' }).drive).toBe(-12 / 255);
    expect(pass({}, { ...pulse, permission: 'cool' }).drive).toBe(0);
  });

  it.each([
    [40.99, 0.3, 12 / 255],
    [41, 0.3, 0],
    [11.01, -0.3, -12 / 255],
    [11, -0.3, 0],
  ])(
    'drives a plate at %s °C, already past its target, no further by %s',
    (plateC, requested, drive) => {
      expect(at(wayOf(requested), requested, plateC).drive).toBe(drive);
    },
  );

  it('does not chop the heat for one noisy reading near the ceiling, and does for a lasting one', () => {
    const hot = { ...neutral(0.3), hottestC: 42, coldestC: 39 };
    const spike = { ...hot, hottestC: 42.8 };
    const once = through([hot, hot, spike, hot]).map(({ output }) => output.refusal);
    expect(once).toEqual([null, null, null, null]);
    const lasting = through([hot, ...Array.from({ length: 12 }, () => spike)]).map(
      ({ output }) => output,
    );
    expect(gateInWords(lasting.at(-1)!)).toMatchObject({
      drive: 0,
      refusal: expect.stringContaining('42.5'),
    });
    expect(through([hot, { ...hot, hottestC: 43 }])[1]!.output).toMatchObject({ drive: 0 });
  });
});

describe('the directions that the gate would let through', () => {
  it.each([
    [0, 0, { heat: true, cool: true }],
    [1, 9999, { heat: true, cool: false }],
    [1, 10_000, { heat: true, cool: true }],
    [-1, 9999, { heat: false, cool: true }],
    [-1, 10_000, { heat: true, cool: true }],
    [-1, Number.NaN, { heat: false, cool: true }],
  ])('direction %s begun %s ms ago', (direction, sinceMs, open) => {
    const state = { ...gateAtRest, direction, directionSinceMs: nowMs - sinceMs };
    expect(openDirections(state, nowMs)).toEqual(open);
    // What it says is what the gate does, but for the pause at zero.
    for (const requested of [0.3, -0.3]) {
      const { refusal } = pass(state, { requested });
      expect(refusal === null).toBe(requested > 0 ? open.heat : open.cool);
    }
  });
});

describe('the limits of the drive gate, each on both of its sides', () => {
  it.each([
    ['heats at 42.49 °C', { requested: 0.3, hottestC: 42.49 }, 12 / 255, null],
    ['does not heat at 42.5 °C', { requested: 0.3, hottestC: 42.5 }, 0, /42.5 °C or above/],
    ['cools at 42.5 °C', { requested: -0.3, hottestC: 42.5 }, -12 / 255, null],
    ['cools at 7.51 °C', { requested: -0.3, coldestC: 7.51 }, -12 / 255, null],
    ['does not cool at 7.5 °C', { requested: -0.3, coldestC: 7.5 }, 0, /7.5 °C or below/],
    ['heats at 7.5 °C', { requested: 0.3, coldestC: 7.5 }, 12 / 255, null],
  ])('%s', (_what, input, drive, refusal) => {
    const output = pass({}, input);
    expect(output.drive).toBe(drive);
    expect(output.powered).toBe(true);
    if (refusal === null) expect(output.refusal).toBeNull();
    else expect(gateInWords(output).refusal).toMatch(refusal);
  });

  it.each<[what: string, before: Partial<GateState>, input: Partial<GateInput>, drive: number]>([
    ['heats at 42.99 °C', { hottestC: 42 }, { requested: 0.3, hottestC: 42.99 }, 12 / 255],
    ['does not heat at 43 °C', { hottestC: 42 }, { requested: 0.3, hottestC: 43 }, 0],
    ['cools at 7.01 °C', { coldestC: 8 }, { requested: -0.3, coldestC: 7.01 }, -12 / 255],
    ['does not cool at 7 °C', { coldestC: 8 }, { requested: -0.3, coldestC: 7 }, 0],
  ])('%s that a single reading shows', (_what, before, input, drive) => {
    expect(pass(before, input).drive).toBe(drive);
  });

  it('filters the span of the plate over 200 ms', () => {
    const before = { hottestC: 40, coldestC: 20 };
    const { state } = pass(before, { requested: 0, hottestC: 41, coldestC: 19 });
    // A fifth of the way in a tick of 50 ms.
    expect(state.hottestC).toBeCloseTo(40.2, 9);
    expect(state.coldestC).toBeCloseTo(19.8, 9);
  });

  it('takes the readings as they are where nobody knows how old those before are', () => {
    const before = { atMs: Number.NaN, hottestC: 40, coldestC: 20 };
    const { state } = pass(before, { requested: 0, hottestC: 41, coldestC: 19 });
    expect(state).toMatchObject({ hottestC: 41, coldestC: 19 });
  });

  it.each([
    ['zero for 500 ms, begun 10 s ago', 500, 10_000, -12 / 255, null],
    ['zero for 499 ms', 499, 10_000, 0, null],
    ['begun 9.999 s ago', 500, 9999, 0, 'the direction was changed less than 10 s ago'],
    ['begun at no time', 500, Number.NaN, 0, 'the direction was changed less than 10 s ago'],
  ])('from heat to cool: %s (H12)', (_what, zeroMs, begunMs, drive, refusal) => {
    const heated = {
      direction: 1,
      zeroSinceMs: nowMs - zeroMs,
      directionSinceMs: nowMs - begunMs,
    };
    const output = pass(heated, { requested: -0.3 });
    expect(gateInWords(output)).toMatchObject({ drive, refusal, powered: true });
    // The same direction again needs no wait.
    expect(pass(heated, { requested: 0.3 }).drive).toBe(12 / 255);
  });

  it('counts the ten seconds from the first drive in a direction, and the half second from its end', () => {
    const begun = pass({}, { requested: 0.3 }).state;
    expect(begun).toMatchObject({ direction: 1, directionSinceMs: nowMs });
    const kept = passGate(begun, { ...neutral(0.3), nowMs: nowMs + 50 }, limits).state;
    expect(kept).toMatchObject({ directionSinceMs: nowMs });
    const stopped = passGate(kept, { ...neutral(0), nowMs: nowMs + 100 }, limits).state;
    const still = passGate(stopped, { ...neutral(0), nowMs: nowMs + 150 }, limits).state;
    expect(still).toMatchObject({ drive: 0, zeroSinceMs: nowMs + 100, direction: 1 });
  });

  it.each([
    ['a tenth of full duty in 100 ms', 100, 25 / 255],
    ['a fifth in 200 ms', 200, 51 / 255],
    ['a quarter in 250 ms', 250, 63 / 255],
    ['no more than a quarter after a gap of any length', 10_000, 63 / 255],
    ['nothing in no time', 0, 0],
    ['nothing when time runs backward', -50, 0],
    ['nothing when the time is not known', Number.NaN, 0],
  ])('rises by %s', (_what, elapsedMs, drive) => {
    const from = { atMs: nowMs - elapsedMs };
    const output = pass(from, { requested: 1 }, caps(1, 1));
    expect(output).toMatchObject({ drive, powered: true, refusal: null });
    expect(Math.abs(pass(from, { requested: -1 }).drive)).toBe(drive);
  });

  it.each([
    ['heat', 1, 'heatAndCool', 102 / 255],
    ['cool', -1, 'heatAndCool', -1],
    ['the self-test, by half', -1, 'coolPulse', -127 / 255],
  ] as const)('caps %s', (_what, requested, permission, drive) => {
    const direction = Math.sign(requested);
    expect(pass({ drive: direction, direction }, { requested, permission }).drive).toBe(drive);
  });

  it('rounds toward zero to the 255 steps of the bridge, and lets each step through as it is', () => {
    const driven = { drive: 1, direction: 1 };
    expect(pass(driven, { requested: 0.5 }, caps(1, 1)).drive).toBe(127 / 255);
    for (let step = 1; step <= 255; step += 1) {
      expect(pass(driven, { requested: step / 255 }, caps(1, 1)).drive).toBe(step / 255);
    }
  });

  it.each([Number.NaN, Infinity, -Infinity])('takes a wish of %d for no wish', (requested) => {
    expect(gateInWords(pass({ drive: 0.3, direction: 1 }, { requested }))).toMatchObject({
      drive: 0,
      refusal: 'the controller asked for a drive that is no number',
    });
  });

  it.each<[what: string, input: Partial<GateInput>]>([
    ['nothing is permitted', { permission: 'none' }],
    ['heat is not permitted', { permission: 'cool' }],
    ['a reading is missing', { hottestC: Number.NaN }],
    ['the plate is too hot', { hottestC: 44 }],
    ['the plate is too cold', { coldestC: 6 }],
    ['an interlock is not clear', { interlocksClear: false }],
  ])('refuses nothing to who wants nothing, and power to who wants any: %s', (_what, input) => {
    expect(pass({}, { ...input, requested: 0 })).toMatchObject({ drive: 0, refusal: null });
    const wants = input.coldestC === 6 ? -0.3 : 0.3;
    expect(gateInWords(pass({}, { ...input, requested: wants }))).toMatchObject({
      drive: 0,
      refusal: expect.stringMatching(/./),
    });
  });
});
