/** STOP has a wire of its own: what remains of it with a board that does nothing any more. */
import { expect, describe, it } from 'vitest';
import { SimulatedDevice } from '../../hardware/boards/simulated-device.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';

const pins = defaultPinMap;
/** A chip that died with its pins high: one side, bridge and relay. */
const dead = (side: number) => ({
  duty: (pin: number) => (pin === side ? 1 : 0),
  level: (pin: number) => pin === pins.bridgeEnable || pin === pins.relay,
});

describe('the stop button', () => {
  it.each([
    ['heat', pins.bridgeHeat, 1, 3],
    ['cold', pins.bridgeCool, -1, 7],
  ])('ends full %s of a board that is dead', (_what, side, sign, leastC) => {
    const world = new SimulatedDevice(rigs.reference.parameters, pins, 1);
    world.advance(6000, dead(side));
    const before = world.simulation.truth().plateC;
    expect((before - 25) * sign).toBeGreaterThan(leastC);
    world.simulation.setStopPressed(true);
    world.advance(6000 + 30_000, dead(side));
    const after = world.simulation.truth().plateC;
    // Back towards the room, instead of on.
    expect((after - before) * sign).toBeLessThan(0);
  });

  it('opens a relay whose driver is stuck, and cannot open one that is welded', () => {
    const railsAfter = (id: string): number => {
      const world = new SimulatedDevice(rigs.reference.parameters, pins, 1);
      const off = { duty: () => 0, level: () => false };
      world.simulation.injectFault(id);
      world.advance(100, off);
      expect(world.analogVolts(pins.coolRail)).toBeGreaterThan(2.5);
      world.simulation.setStopPressed(true);
      world.advance(400, off);
      return world.analogVolts(pins.coolRail);
    };
    expect(railsAfter('relay-driver-stuck')).toBeLessThan(0.1);
    expect(railsAfter('relay-welded')).toBeGreaterThan(2.5);
  });
});
