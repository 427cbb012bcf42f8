/** Before anything is driven: do the sensors make sense, and can the patient stop it? */
import { channelNames, channels, isValid } from './readings.ts';
import type { Readings } from './readings.ts';

/** All of it must hold this long without a break, and must do so within the time allowed. */
export const selfTestHoldMs = 1000;
export const selfTestAllowedMs = 10_000;

const agreeWithinC = 1;
const heatsinkBelowC = 45;

/** The first reason against starting, in words; null only where all is proven well. */
export function selfTestObjection(readings: Readings, nowMs: number): string | null {
  for (const channel of channels) {
    if (!isValid(readings[channel], nowMs))
      return `${channelNames[channel]} gives no valid reading`;
  }
  const apartC = Math.abs(readings.plateA.celsius - readings.plateB.celsius);
  if (!(apartC < agreeWithinC)) {
    return `the plate sensors differ by ${apartC.toFixed(1)} °C at rest; ${agreeWithinC} °C is allowed`;
  }
  if (!(readings.heatsink.celsius < heatsinkBelowC)) {
    return `the heatsink is at ${readings.heatsink.celsius.toFixed(1)} °C; let it cool below ${heatsinkBelowC} °C`;
  }
  return readings.stopLoopClosed ? null : 'the stop loop is open';
}
