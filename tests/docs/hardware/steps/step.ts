/** One step of the bring-up: what to do, what must be seen, and what it means where it is not. */
import type { PinMap } from '../../../../hardware/parts/pin-map.ts';
import { boardPins } from '../circuit/board-pins.ts';

export interface Step {
  readonly title: string;
  readonly does: readonly string[];
  /** What must be there before the next step. */
  readonly see: readonly string[];
  readonly otherwise: string;
}

export type PinOf = (role: string) => string;

export function pinNames(pins: PinMap): PinOf {
  const all = boardPins(pins);
  return (role) => {
    const found = all.find((candidate) => candidate.role === role);
    if (found === undefined) throw new Error(`no pin has the role ${role}`);
    return found.pin;
  };
}
