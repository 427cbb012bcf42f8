import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driveOf, heldPlant } from '../../hardware/plant/experiment.ts';
import { node } from '../../hardware/plant/network.ts';
import { Plant } from '../../hardware/plant/plant.ts';
import { Random } from '../../hardware/plant/random.ts';
import { rigIds, rigs } from '../../hardware/plant/rigs.ts';
import { drawPlantParameters } from '../../hardware/plant/tolerances.ts';
import { SteadyStates } from '../../src/plant-trials/steady.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('a steady state', () => {
  it('does not move, on any rig within tolerance, at any contact, duty and drive mode', () => {
    const modes = fc.constantFrom('pwmBrake' as const, 'pwmCoast' as const, 'direct' as const);
    const seeds = fc.integer({ min: 0, max: 9999 });
    fc.assert(
      fc.property(
        fc.constantFrom(...rigIds),
        seeds,
        modes,
        unit,
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.boolean(),
        (id, seed, driveMode, contact, duty, hasEdge) => {
          const drawn = drawPlantParameters(new Random(seed), rigs[id].parameters);
          const edge = hasEdge ? { capacityJPerK: 24, couplingWPerK: 12, areaShare: 0.5 } : null;
          const parameters = {
            ...drawn,
            power: { ...drawn.power, driveMode },
            plate: { ...drawn.plate, edge },
            cutOut: null,
            // In a room that changes nothing stands still.
            ambient: { ...drawn.ambient, driftCPerHour: 0, stepK: 0 },
          };
          const { state } = new SteadyStates(parameters, { contact, fanRunning: true }).at(duty);
          const plant = new Plant(parameters, new Random(1));
          plant.setContact(contact);
          plant.network.state.set(state);
          for (let second = 0; second < 20; second += 1) plant.advance(1, driveOf(duty));
          for (const [place, celsius] of plant.network.state.entries()) {
            if (place !== node.edge || hasEdge) expect(celsius).toBeCloseTo(state[place]!, 5);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is where a plant that was held for fifty minutes stands', () => {
    const { parameters, heatDutyCap } = rigs.heat12V;
    const steady = new SteadyStates(parameters, { contact: 1, fanRunning: true });
    const found = steady.hold(10, heatDutyCap);
    const held = heldPlant(parameters, 10);
    expect(found?.plateC).toBeCloseTo(10, 5);
    for (const place of [node.face, node.junction, node.sink, node.skin, node.skin + 5]) {
      expect(found?.state[place]).toBeCloseTo(held.network.state[place]!, 3);
    }
  });
});

describe('a hold', () => {
  /** A strong current source: past the best duty more power heats the sink more than it cools. */
  const strong = {
    ...rigs.reference.parameters.power,
    driveMode: 'direct' as const,
    coolRailV: 24,
    currentLimitA: 10,
  };
  /** A weak heatsink: a little duty warms the plate, much cools it. */
  const weak = { ...rigs.reference.parameters.heatsink, fanOnKPerW: 0.8 };
  const devices = {
    reference: rigs.reference.parameters,
    strong: { ...rigs.reference.parameters, power: strong },
    weak: { ...rigs.reference.parameters, heatsink: weak },
  };
  const statesOf = (id: keyof typeof devices): SteadyStates =>
    new SteadyStates(devices[id], { contact: 1, fanRunning: true });

  it('is coldest where no other duty is colder', () => {
    expect(statesOf('reference').coldest().duty).toBe(-1);
    expect(statesOf('weak').coldest().duty).toBe(-1);
    expect(statesOf('weak').at(-0.5).plateC).toBeGreaterThan(statesOf('weak').at(0).plateC + 5);
    const { duty } = statesOf('strong').coldest();
    expect(duty).toBeGreaterThan(-0.9);
    expect(duty).toBeLessThan(-0.1);
    for (const id of ['reference', 'strong', 'weak'] as const) {
      const steady = statesOf(id);
      const coldestC = steady.coldest().plateC;
      for (let at = 0; at <= 200; at += 1) {
        expect(steady.at(-at / 200).plateC).toBeGreaterThanOrEqual(coldestC - 1e-9);
      }
    }
  });

  it('takes the least duty, and none beyond what the device can reach', () => {
    const ids = fc.constantFrom('reference' as const, 'strong' as const, 'weak' as const);
    fc.assert(
      fc.property(ids, unit, unit, (id, share, cap) => {
        const steady = statesOf(id);
        const [coldest, hottest] = [steady.coldest(), steady.hottest(cap)];
        const plateC = coldest.plateC + share * (hottest.plateC - coldest.plateC);
        const found = steady.hold(plateC, cap);
        expect(found?.plateC).toBeCloseTo(plateC, 5);
        expect(found?.duty).toBeGreaterThanOrEqual(-1);
        expect(found?.duty).toBeLessThanOrEqual(cap);
        const side = Math.sign(plateC - steady.at(0).plateC);
        for (let at = 1; at < 20; at += 1) {
          const less = steady.at((found!.duty * at) / 20);
          expect((plateC - less.plateC) * side).toBeGreaterThan(-1e-5);
        }
        expect(steady.hold(hottest.plateC + 0.1, cap)).toBeUndefined();
        expect(steady.hold(coldest.plateC - 0.1, cap)).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });
});
