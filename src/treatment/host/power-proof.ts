/** Whether the power is off, as far as the board can tell: read back, never taken from what was written. */
import type { Board } from '../../../hardware/boards/board.ts';
import type { Readings } from '../../safety/readings.ts';

export interface PowerProof {
  /** Null where the board does not tell. */
  readonly relayOpen: boolean | null;
  readonly bridgeOff: boolean | null;
}

/** @param sinceMs what was reported before counts for nothing */
export function powerProof(board: Board, { guard }: Readings, sinceMs: number): PowerProof {
  if (board.simulation !== undefined) {
    const { relayClosed, bridgeEnabled, coolDuty, heatDuty } = board.simulation.pins();
    return { relayOpen: !relayClosed, bridgeOff: !bridgeEnabled || coolDuty + heatDuty === 0 };
  }
  if (guard !== null) {
    const proven = guard.atMs > sinceMs && guard.powerOff;
    return { relayOpen: proven, bridgeOff: proven };
  }
  return { relayOpen: null, bridgeOff: null };
}

/** The read-back asks for one pin after the other, each in every fifth tick. */
const readBackMs = 1000;

/** Proven off: by the pins where the board tells; else by a read-back that had time to find a difference. */
export function isProvenOff(
  { relayOpen, bridgeOff }: PowerProof,
  { pinsDiffer }: Readings,
  sinceMs: number,
  nowMs: number,
): boolean {
  if (relayOpen !== null && bridgeOff !== null) return relayOpen && bridgeOff;
  return pinsDiffer === null && nowMs - sinceMs >= readBackMs;
}
