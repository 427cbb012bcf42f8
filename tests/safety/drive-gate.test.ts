import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permissions } from '../../machines/permission.ts';
import {
  coolFloorC,
  gateAtRest,
  heatCeilingC,
  minimumDwellMs,
  passGate,
  reversalZeroMs,
} from '../../src/safety/drive-gate.ts';
import type { GateInput, GateState } from '../../src/safety/drive-gate.ts';

const anyNumber = fc.oneof(
  fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 1, -1),
);
const anyCelsius = fc.oneof(
  fc.double({ min: 0, max: 60, noNaN: true }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);
const anyInput = fc.record({
  requested: anyNumber,
  permission: fc.constantFrom(...permissions),
  interlocksClear: fc.boolean(),
  hottestC: anyCelsius,
  coldestC: anyCelsius,
});
const limits = { maxHeatDuty: 0.4, maxCoolDuty: 1 };
const tickMs = 50;

const neutral = (requested: number) => ({
  requested,
  permission: 'heatAndCool' as const,
  interlocksClear: true,
  hottestC: 30,
  coldestC: 30,
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
          if (output.drive > 0) {
            expect(input.permission).toBe('heatAndCool');
            expect(input.hottestC).toBeLessThan(heatCeilingC);
            expect(output.drive).toBeLessThanOrEqual(Math.min(limits.maxHeatDuty, input.requested));
          } else {
            expect(input.permission).not.toBe('none');
            expect(input.coldestC).toBeGreaterThan(coolFloorC);
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
            expect(nowMs - lastDrivenMs).toBeGreaterThanOrEqual(reversalZeroMs);
            expect(nowMs - begunMs).toBeGreaterThanOrEqual(minimumDwellMs);
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
    expect(outputs[2]?.output).toMatchObject({
      drive: 0,
      refusal: expect.stringContaining('10 s'),
    });
  });

  it('lets nothing through for a rig whose caps are no numbers', () => {
    const state: GateState = { ...gateAtRest, atMs: 950 };
    const output = passGate(
      state,
      { ...neutral(0.3), nowMs: 1000 },
      { maxHeatDuty: Number.NaN, maxCoolDuty: Number.NaN },
    );
    expect(output.drive).toBe(0);
    expect(output.refusal).not.toBeNull();
  });

  it('rises no faster than full duty in a second, falls at once, and does arrive', () => {
    const wish = (requested: number) => ({
      requested,
      permission: 'cool' as const,
      interlocksClear: true,
      hottestC: 30,
      coldestC: 30,
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
    const { output } = through([
      { requested: 0.5, permission: 'cool', interlocksClear: true, hottestC: 30, coldestC: 30 },
    ])[0]!;
    expect(output.refusal).toContain('hot phase');
  });
});
