import type { EnvelopeName } from './envelope.ts';

/**
 * The outermost software layer: what the guard firmware enforces by itself, whatever the host says (laws L5, L6).
 * Each bound names the entries of the device envelope that must lie inside it.
 */
export interface FirmwareBound {
  readonly label: string;
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  readonly encloses: readonly EnvelopeName[];
  readonly reason: string;
}

const bounds = {
  plateC: {
    label: 'Plate temperature, either bead',
    unit: '°C',
    min: 5,
    max: 44,
    encloses: ['coldSetpointC', 'hotSetpointC', 'neutralC', 'plateC', 'plateAtOnceC'],
    reason: 'behind the software trips; the thermal fuse near 45 °C is behind this one',
  },
  directionMinutes: {
    label: 'Unbroken drive in one direction',
    unit: 'min',
    max: 20,
    encloses: ['coldPhaseMinutes', 'hotPhaseMinutes'],
    reason: 'a host that hangs or lost its clock cannot lengthen a phase (hazard H25)',
  },
  sessionMinutes: {
    label: 'One treatment',
    unit: 'min',
    max: 95,
    encloses: ['sessionMinutes'],
    reason: 'counted by the board itself (hazard H25)',
  },
  plateHeatingCPerS: {
    label: 'Plate warming, either bead',
    unit: '°C/s',
    max: 1.25,
    encloses: ['rampCPerS', 'plateHeatingCPerS'],
    reason: 'behind the software trip of 1.0 °C/s; a 12 V bridge stuck on heat gives 2.9',
  },
  plateCoolingCPerS: {
    label: 'Plate cooling, either bead',
    unit: '°C/s',
    max: 2,
    encloses: ['plateCoolingCPerS'],
    reason: 'behind the software trip of 1.5 °C/s',
  },
  sensorCounts: {
    label: 'Analog reading of a bead, 10 k B3950 with 10 k pull-up',
    unit: 'counts',
    min: 130,
    max: 900,
    encloses: [],
    reason: 'outside lie an open or shorted sensor (hazards H05, H06)',
  },
  leaseMs: {
    label: 'Drive after the last valid renewal',
    unit: 'ms',
    max: 500,
    encloses: [],
    reason: 'one second of full heat on 12 V adds 2.9 °C (law L5, hazard H03)',
  },
  reversalRampMs: {
    label: 'Time from full power one way to full power the other way',
    unit: 'ms',
    min: 100,
    encloses: [],
    reason: 'a faster reversal cracks the modules (hazard H12)',
  },
} as const satisfies Record<string, FirmwareBound>;

for (const bound of Object.values(bounds)) Object.freeze(bound);
/** What the guard firmware enforces. Frozen. */
export const firmwareBounds = Object.freeze(bounds);

/** The firmware bound that encloses an entry of the device envelope, if there is one. */
export function firmwareBoundOf(name: EnvelopeName): FirmwareBound | undefined {
  return Object.values<FirmwareBound>(firmwareBounds).find((bound) =>
    bound.encloses.includes(name),
  );
}
