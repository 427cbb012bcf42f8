import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { drivenFlows, noFlows, noPhases } from '../../hardware/plant/peltier.ts';
import { setPhases, soundLegs } from '../../hardware/plant/bridge.ts';
import { driveOf, heldPlant } from '../../hardware/plant/experiment.ts';
import { node } from '../../hardware/plant/network.ts';
import { rigIds, rigs } from '../../hardware/plant/rigs.ts';
import { parametersFor } from '../../src/control/controller-parameters.ts';
import type { ControllerInput } from '../../src/control/controller.ts';
import { startController, stepController } from '../../src/control/controller.ts';
import { driveForHeat } from '../../src/control/peltier-inverse.ts';
import { beginRamp, stepRamp } from '../../src/control/setpoint.ts';

vi.setConfig({ testTimeout: 120_000 });

const parameters = parametersFor(rigs.reference.parameters);
const sound: ControllerInput = {
  plateC: 25,
  otherPlateC: 25,
  heatsinkC: 28,
  targetC: 40,
  rampCPerS: 0.25,
  dtS: 0.05,
  appliedDrive: 0,
  authority: 'heatAndCool',
  maxHeatDuty: 1,
  maxCoolDuty: 1,
};
const numbers = [
  'plateC',
  'otherPlateC',
  'heatsinkC',
  'targetC',
  'rampCPerS',
  'dtS',
  'appliedDrive',
] as const;
const caps = ['maxHeatDuty', 'maxCoolDuty'] as const;
const notSound = [Number.NaN, Infinity, -Infinity, 1e300, 500, -500] as const;

/** Mostly a value in its range, now and then any number at all. */
const mostly = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 40, arbitrary: fc.double({ min, max, noNaN: true }) },
    { weight: 1, arbitrary: fc.double() },
  );

const inputs: fc.Arbitrary<ControllerInput> = fc.record({
  plateC: mostly(-20, 90),
  otherPlateC: mostly(-20, 90),
  heatsinkC: mostly(0, 90),
  targetC: mostly(5, 45),
  rampCPerS: mostly(0, 5),
  dtS: mostly(0, 0.6),
  appliedDrive: mostly(-1, 1),
  authority: fc.constantFrom('none', 'cool', 'heatAndCool'),
  maxHeatDuty: mostly(0, 1),
  maxCoolDuty: mostly(0, 1),
});

describe('the controller', () => {
  it.each([...numbers, ...caps].flatMap((name) => notSound.map((value) => [name, value] as const)))(
    'gives no drive when %s is %s, and recovers',
    (name, value) => {
      const before = stepController(parameters, startController(25), sound).state;
      const doubtful = stepController(parameters, before, { ...sound, [name]: value });
      expect(doubtful.drive).toBe(0);
      const after = stepController(parameters, doubtful.state, sound);
      expect(after.drive).not.toBe(0);
      const { ramp, estimate, ...others } = after.state;
      const entries = Object.values({ ...others, ...ramp, ...estimate });
      expect(entries.every((entry) => !Number.isNaN(entry))).toBe(true);
    },
  );

  it('stays within authority and caps, and never loses its footing, whatever it is told', () => {
    fc.assert(
      fc.property(fc.array(inputs, { maxLength: 40 }), (sequence) => {
        let state = startController(25);
        for (const input of sequence) {
          const out = stepController(parameters, state, input);
          const sides = { none: [0, 0], cool: [-1, 0], heatAndCool: [-1, 1] } as const;
          const [least, most] = sides[input.authority];
          const inAuthority = out.drive >= least && out.drive <= most;
          const inCaps =
            out.drive === 0 ||
            Math.abs(out.drive) <= (out.drive > 0 ? input.maxHeatDuty : input.maxCoolDuty);
          const { ramp, estimate, ...others } = out.state;
          const finite = Object.values({ ...others, ...ramp, ...estimate }).every(
            (entry) => typeof entry === 'boolean' || Number.isFinite(entry),
          );
          expect({ inAuthority, inCaps, finite }).toEqual({
            inAuthority: true,
            inCaps: true,
            finite: true,
          });
          state = out.state;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stands by what it decided where no time has passed, for a few steps', () => {
    let before = startController(25);
    for (let step = 0; step < 60; step += 1) {
      before = stepController(parameters, before, sound).state;
    }
    expect(before.drive).toBeGreaterThan(0);
    const now = { ...sound, dtS: 0 };
    let [state, drive] = [before, before.drive];
    for (let step = 1; step <= 4; step += 1) {
      ({ state, drive } = stepController(parameters, state, {
        ...now,
        dtS: step === 2 ? 4e-4 : 0,
      }));
      expect([drive, state.ramp, state.estimate]).toEqual([
        before.drive,
        before.ramp,
        before.estimate,
      ]);
    }
    // A clock that stands still for longer is a doubt.
    expect(stepController(parameters, state, now)).toMatchObject({
      drive: 0,
      state: { fresh: true },
    });
    const closed = stepController(parameters, before, { ...now, maxHeatDuty: 0 });
    expect(closed.drive).toBe(0);
    expect(stepController(parameters, before, { ...now, authority: 'cool' }).drive).toBe(0);
    expect(stepController(parameters, before, { ...now, targetC: 12 }).drive).toBe(0);
    expect(stepController(parameters, before, { ...now, plateC: Number.NaN }).drive).toBe(0);
    // Time goes on: so does the ramp, from where it was.
    const on = stepController(parameters, stepController(parameters, before, now).state, sound);
    expect(on.setpointC).toBeGreaterThan(before.ramp.setpointC);
    expect(on.state.stillSteps).toBe(0);
  });

  it('asks for no more cold on its way up from a plate that is colder than the target', () => {
    const cold = { ...sound, authority: 'cool', targetC: 12, heatsinkC: 15 } as const;
    const at = (plateC: number): ControllerInput => ({ ...cold, plateC, otherPlateC: plateC });
    // It falls as fast as the pulse of a self-test has left it.
    let state = stepController(parameters, startController(11.95), at(11.95)).state;
    let onItsWayUp = 0;
    for (let tick = 1; tick <= 100; tick += 1) {
      const out = stepController(parameters, state, at(11.95 - 0.02 * Math.min(tick, 5)));
      ({ state } = out);
      if (out.setpointC >= 12) continue;
      onItsWayUp += 1;
      expect(out.drive).toBeCloseTo(0, 12);
    }
    expect(onItsWayUp).toBeGreaterThan(10);
    // At the target, what is in excess is cooled away.
    expect(stepController(parameters, state, at(12.6)).drive).toBeLessThan(0);
  });

  it('starts its ramp again after a doubtful reading, and reads no slope into the gap', () => {
    const moving = stepController(parameters, startController(25), sound).state;
    const doubtful = stepController(parameters, moving, { ...sound, plateC: Number.NaN }).state;
    const after = stepController(parameters, doubtful, { ...sound, plateC: 30, otherPlateC: 30 });
    expect(after.state.estimate.plateC).toBe(30);
    expect(after.state.estimate.unknownW).toBe(moving.estimate.unknownW);
    expect(after.setpointC).toBeCloseTo(30, 1);
  });

  it('keeps the setpoint on the way from the plate to the target, whatever the readings say', () => {
    const noisy = fc.double({ min: -20, max: 90, noNaN: true });
    const target = fc.constantFrom(8, 12, 36, 40, 42);
    fc.assert(
      fc.property(noisy, target, fc.array(fc.tuple(noisy, noisy)), (startC, targetC, readings) => {
        const first = { ...sound, plateC: startC, otherPlateC: startC, targetC };
        let { state } = stepController(parameters, startController(startC), first);
        let lastC = startC;
        for (const [plateC, otherPlateC] of readings) {
          const out = stepController(parameters, state, { ...sound, plateC, otherPlateC, targetC });
          const onTheWay = (out.setpointC - lastC) * Math.sign(targetC - startC);
          expect(onTheWay).toBeGreaterThanOrEqual(0);
          expect((targetC - out.setpointC) * Math.sign(targetC - startC)).toBeGreaterThanOrEqual(0);
          lastC = out.setpointC;
          ({ state } = out);
        }
      }),
    );
  });

  it('does not ask for a direction that the gate has closed, and cools in heat only above target', () => {
    const celsius = fc.double({ min: 5, max: 50, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(celsius, { minLength: 1, maxLength: 60 }),
        fc.boolean(),
        (plates, closed) => {
          let state = startController(plates[0]!);
          for (const plateC of plates) {
            const maxHeatDuty = closed ? 0 : 1;
            const out = stepController(parameters, state, {
              ...sound,
              plateC,
              otherPlateC: plateC,
              maxHeatDuty,
            });
            if (closed) expect(out.drive).toBeLessThanOrEqual(0);
            if (out.drive < 0) expect(out.state.estimate.plateC).toBeGreaterThan(sound.targetC);
            ({ state } = out);
          }
        },
      ),
    );
  });

  it('is pure: the same state and input give the same answer, and neither is changed', () => {
    const state = Object.freeze(startController(20));
    const input = Object.freeze({ ...sound });
    const once = stepController(parameters, state, input);
    expect(stepController(parameters, state, input)).toEqual(once);
  });
});

describe('the inverted module', () => {
  it.each(rigIds)('finds the drive that the plant needs for the same heat, %s', (id) => {
    const { parameters: plant } = rigs[id];
    // Without joints, face and plate are one: what is left is the module itself.
    const nominal = { ...parametersFor(plant), plateJointWPerK: 1e12, sinkJointWPerK: 1e12 };
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.double({ min: 15, max: 60, noNaN: true }),
        (drive, plateC, sinkC) => {
          const phases = noPhases();
          setPhases(phases, plant, {
            highA: Math.max(-drive, 0),
            highB: Math.max(drive, 0),
            ...soundLegs,
            activeStrings: plant.array.parallelCount,
          });
          const flows = noFlows();
          drivenFlows(plant.module, plateC, sinkC, phases, flows);
          const wantedW = -plant.array.moduleCount * flows.takenW;
          expect(driveForHeat(nominal, wantedW, plateC, sinkC, 0)).toBeCloseTo(drive, 6);
        },
      ),
    );
  });
});

describe('the inverted device', () => {
  it.each([
    [40, -0.8],
    [12, 0.4],
    [25, -0.3],
  ])('knows how far faces and plate are apart, from %s °C at %s', (plateC, drive) => {
    const { parameters: nominal } = rigs.heat12V;
    const plant = heldPlant(nominal, plateC);
    for (let second = 0; second < 5; second += 1) plant.advance(1, driveOf(drive));
    const { state, flows } = plant.network;
    const wantedW = -nominal.array.moduleCount * flows.takenW;
    const found = driveForHeat(
      parametersFor(nominal),
      wantedW,
      state[node.plate]!,
      state[node.sink]!,
      drive,
    );
    expect(Math.abs(found - drive)).toBeLessThan(0.02);
  });
});

describe('the ramped setpoint', () => {
  it('keeps rate and acceleration, never passes the target, and arrives', () => {
    const celsius = fc.double({ min: 5, max: 45, noNaN: true });
    const rates = fc.double({ min: 0.05, max: 1, noNaN: true });
    const steps = fc.double({ min: 0.02, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(celsius, celsius, rates, steps, (fromC, targetC, rateCPerS, dtS) => {
        const accelerationCPerS2 = 0.15;
        let ramp = beginRamp(fromC, targetC);
        let [fastestCPerS, sharpestCPerS, furthestC] = [0, 0, -Infinity];
        const direction = Math.sign(targetC - fromC);
        const longestS =
          Math.abs(targetC - fromC) / rateCPerS + rateCPerS / accelerationCPerS2 + 20;
        for (let t = 0; t < longestS; t += dtS) {
          const next = stepRamp(ramp, rateCPerS, accelerationCPerS2, dtS);
          const arrived = next.setpointC === targetC;
          fastestCPerS = Math.max(fastestCPerS, Math.abs(next.rateCPerS));
          furthestC = Math.max(furthestC, (next.setpointC - targetC) * direction);
          const changeCPerS = arrived ? 0 : Math.abs(next.rateCPerS - ramp.rateCPerS);
          sharpestCPerS = Math.max(sharpestCPerS, changeCPerS);
          ramp = next;
        }
        expect(fastestCPerS).toBeLessThanOrEqual(rateCPerS + 1e-12);
        expect(sharpestCPerS).toBeLessThanOrEqual(accelerationCPerS2 * dtS + 1e-12);
        expect(furthestC).toBeLessThanOrEqual(1e-9);
        expect(ramp).toEqual({ fromC, targetC, setpointC: targetC, rateCPerS: 0 });
      }),
    );
  });
});
