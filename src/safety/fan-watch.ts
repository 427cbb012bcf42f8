/** For how long the fan has stood of late: one that stands and turns in quick succession cools as little as one that stands. */
import type { Permission } from '../../machines/permission.ts';

/** Half of what the fan of the device turns at. A blocked vent is not seen here: the heatsink's sensor sees that. */
export const fanLeastTurnsPerS = 12;
/** Seconds of standing, in all, that no fan of a healthy device comes to. */
export const fanStandsMs = 3000;
/** So much of the time for which it turns makes good for the time for which it stood: a fan may stand a fifth of all time. */
const madeGoodShare = 0.25;

export const isFanTurning = (fanTurnsPerS: number): boolean =>
  Number.isFinite(fanTurnsPerS) && fanTurnsPerS >= fanLeastTurnsPerS;

/**
 * @param stoodMs before this tick
 * @param fanTurnsPerS null where the board does not count
 * @returns 0 while nothing is permitted: the plate is off the skin then, or soon is
 */
export function fanStoodAfter(
  stoodMs: number,
  fanTurnsPerS: number | null,
  permission: Permission,
  dtMs: number,
): number {
  if (fanTurnsPerS === null || permission === 'none') return 0;
  if (!isFanTurning(fanTurnsPerS)) return stoodMs + dtMs;
  return Math.max(0, stoodMs - madeGoodShare * dtMs);
}
