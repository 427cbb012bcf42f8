/** Which rules a device cannot judge, for want of a part: said wherever it is said what the device is. */
import type { firstRevision, Readings } from './readings.ts';
import { currentMissing, currentReversed, currentUndriven } from './rules-of-current.ts';
import { bridgeShorted, fanStalled, relayWelded, supplyHigh, supplyLow } from './rules-of-power.ts';
import { witnessDisagrees } from './rules-of-the-witness.ts';
import type { RuleId } from './trip-ids.ts';

/** Rules that need a part which this device does not have. Named, never passed. */
export function rulesNotFitted({
  witness,
  rails,
  moduleCurrent,
  fanTurnsPerS,
}: Pick<Readings, keyof typeof firstRevision>): readonly NotFitted[] {
  return [
    ...(witness === null ? [needsWitness] : []),
    ...(rails === null ? needRails : []),
    ...(moduleCurrent === null ? needCurrent : []),
    ...(fanTurnsPerS === null ? [needsTachometer] : []),
  ];
}

export interface NotFitted {
  readonly id: RuleId;
  readonly needs: string;
}

const needsWitness: NotFitted = {
  id: witnessDisagrees.id,
  needs: 'a witness in the plate; nothing else sees what befalls both beads alike',
};
const needRails: readonly NotFitted[] = [relayWelded, bridgeShorted, supplyLow, supplyHigh].map(
  ({ id }) => ({ id, needs: 'both rails behind the relay at the board' }),
);
const needCurrent: readonly NotFitted[] = [currentUndriven, currentReversed, currentMissing].map(
  ({ id }) => ({ id, needs: 'a current sensor in the line of the modules at the board' }),
);
const needsTachometer: NotFitted = {
  id: fanStalled.id,
  needs: 'a fan with a tachometer; heatsink-hot sees the effect',
};
