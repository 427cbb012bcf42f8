/** Drives that a host may ask for, and what is in force at the pins. */
import * as fc from 'fast-check';
import { switchBits } from '../../hardware/guard/protocol.ts';
import type { CoreBench } from './core-bench.ts';
import type { DriveWish } from './guard-bench.ts';

const level = fc.constantFrom<0 | 1>(0, 1);
export const count = fc.integer({ min: 0, max: 255 });
/** A drive of one side, as the host may ask for. */
export const oneSided: fc.Arbitrary<DriveWish> = fc
  .tuple(fc.boolean(), count, level, level)
  .map(([heats, size, enable, relay]) => ({
    ...(heats ? { heat: size } : { cool: size }),
    enable,
    relay,
  }));
export const onPins = ({ cool = 0, heat = 0, enable = 0, relay = 0 }: DriveWish): number[] => [
  cool,
  heat,
  enable * switchBits.enable + relay * switchBits.relay,
];
export const inForce = (bench: CoreBench): number[] => [bench.cool, bench.heat, bench.switches];
