/**
 * What may be on the pins in each state of the session, written down from the laws and not from the machine, so that the
 * two can disagree: L1, heat in a hot phase of a running treatment and nowhere else; L8, elsewhere nothing is energised.
 */
import type { SessionState } from '../../machines/dispositions.ts';

export interface Power {
  /** Most duty on either side of the bridge, 0…1. */
  readonly cool: number;
  readonly heat: number;
}

const off: Power = { cool: 0, heat: 0 };
const cooling: Power = { cool: 1, heat: 0 };

/** The pulse of the self-test is half of full cooling. */
export const powerIn: Readonly<Record<SessionState, Power>> = {
  idle: off,
  screening: off,
  declined: off,
  selfTest: { cool: 0.5, heat: 0 },
  preparing: cooling,
  awaitingContact: cooling,
  'treating.cold': cooling,
  'treating.hot': { cool: 1, heat: 1 },
  paused: off,
  checking: off,
  settling: off,
  ended: off,
  faulted: off,
};
