/** One entry of the hazard log. */
import type { HazardId } from '../../../src/safety/hazards.ts';
import type { ControlKey } from './control.ts';

/** The worst that is likely: it passes by itself; it heals; it may not heal, or somebody dies. */
export type Severity = 'minor' | 'reversible' | 'serious';

export interface Hazard {
  readonly severity: Severity;
  /** What happens to a person. */
  readonly harm: string;
  /** How it can come about in this device. */
  readonly cause: string;
  readonly controls: readonly ControlKey[];
  /** What remains with all controls in place. */
  readonly left: string;
  /** What neither program nor firmware can do: it takes a part, or a person. */
  readonly outside: string;
  /** Where the controls are weak: what would make them better. */
  readonly next?: string;
}

export type HazardLog = Readonly<Record<HazardId, Hazard>>;

export const keys = <Kind extends string>(kind: Kind, ...names: string[]): `${Kind}:${string}`[] =>
  names.map((name): `${Kind}:${string}` => `${kind}:${name}`);
