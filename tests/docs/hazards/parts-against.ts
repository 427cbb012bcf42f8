/** Parts of the list that stand against a hazard, by what the list itself says of them. */
import type { HazardId } from '../../../src/safety/hazards.ts';
import { parts } from '../hardware/parts.ts';

export const partsAgainst = (hazard: HazardId): `part:${string}`[] =>
  parts
    .filter(({ reasons }) => reasons.includes(hazard))
    .map(({ name }): `part:${string}` => `part:${name}`);
