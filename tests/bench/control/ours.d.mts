import type { GateLimits } from '../../../src/safety/drive-gate.ts';
import type { gateAtRest, passGate } from '../../../src/safety/drive-gate.ts';
import type { Readings } from '../../../src/safety/readings.ts';
import type { DriveConfig, stepDrive } from '../../../src/treatment/drive.ts';

interface BenchmarkInput {
  readonly readings: Readings;
  readonly order: {
    readonly targetC: number;
    readonly rampCPerS: number;
    readonly hot: boolean;
    /** Nothing is permitted, as while the skin is looked at. */
    readonly off?: boolean;
  };
  readonly dtS: number;
  readonly appliedDrive: number;
  readonly nowMs: number;
}

export function ours(
  product: {
    readonly gateAtRest: typeof gateAtRest;
    readonly passGate: typeof passGate;
    readonly stepDrive: typeof stepDrive;
  },
  given: { readonly parameters: DriveConfig['controller']; readonly limits: GateLimits },
): { tick(input: BenchmarkInput): { drive: number; refused: boolean } };
