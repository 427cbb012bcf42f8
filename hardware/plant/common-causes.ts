/**
 * One cause that befalls several sensors alike: two beads protect against one that fails, not against these. Each is one
 * fault. Those that can be of any size are in `sized-causes.ts`.
 */
import type { FaultSettings, SensorFaults } from './fault-settings.ts';

export interface CommonCause {
  readonly id: string;
  readonly description: string;
  readonly settings: FaultSettings;
}

const bothBeads = (
  id: string,
  description: string,
  sensor: Partial<SensorFaults>,
): CommonCause => ({
  id,
  description,
  settings: { sensors: { plateA: sensor, plateB: sensor } },
});

/** Sold beside each other, alike to the eye, and the same at 25 °C. */
const otherKind = { betaFactor: 3435 / 3950 };
/** A regulator of its own instead of the board's 5 V, either way. */
const dividerFactors = [
  ['low', 0.92],
  ['high', 1.087],
] as const;

export const commonCauses: readonly CommonCause[] = [
  {
    id: 'beads-other-kind',
    description: 'all beads are of B 3435 instead of 3950: 41 °C reads as 39 °C',
    settings: { sensors: { plateA: otherKind, plateB: otherKind, heatsink: otherKind } },
  },
  bothBeads('plate-beads-half-out', 'both plate beads half out of their holes', { stemShare: 0.2 }),
  bothBeads('plate-beads-slow', 'both plate beads lag seven times as long', { lagFactor: 7 }),
  bothBeads('plate-beads-drifting', 'both plate beads read 0.1 °C lower every minute', {
    driftCPerMinute: -0.1,
  }),
  ...dividerFactors.map(([name, dividerSupplyFactor]) => ({
    id: `divider-supply-${name}`,
    description: `the dividers are fed with ${dividerSupplyFactor} of what the converter compares with`,
    settings: { dividerSupplyFactor },
  })),
];
