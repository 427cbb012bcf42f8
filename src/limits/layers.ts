/** Every layer of limits side by side, each inside the next (law L6). */
import type { ClinicLimits } from './clinic.ts';
import type { EnvelopeName, FixedBound } from './envelope.ts';
import { deviceEnvelope } from './envelope.ts';
import { firmwareBoundOf } from './firmware-bounds.ts';

export interface Ends {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** One limit in all its layers. `clinic` is missing where a clinic cannot set it. */
export interface LimitLayers {
  readonly field: EnvelopeName;
  readonly label: string;
  readonly unit: string;
  readonly clinic?: Ends | number;
  readonly device: Ends;
  readonly firmware?: Ends;
  readonly reason: string;
  readonly source: string;
}

const ends = ({ min, max }: Ends): Ends => ({ min, max });

/** Every limit of the device, with what the clinic and the firmware make of it. */
export function limitLayers(limits: ClinicLimits): LimitLayers[] {
  const clinic: Partial<Record<EnvelopeName, Ends | number>> = { ...limits };
  return Object.entries<FixedBound>(deviceEnvelope).map(([name, bound]) => {
    const field = name as EnvelopeName;
    const firmware = firmwareBoundOf(field);
    const set = clinic[field];
    const { label, unit, reason, source } = bound;
    return {
      field,
      label,
      unit,
      ...(set === undefined ? {} : { clinic: set }),
      device: ends(bound),
      ...(firmware === undefined ? {} : { firmware: ends(firmware) }),
      reason,
      source,
    };
  });
}
