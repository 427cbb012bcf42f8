/** What rules share: remedies, and readings in words. */
import type { Finding } from './interlocks.ts';
import type { Channel } from './readings.ts';

export const callService =
  'Take the plate off the skin. Have the device checked before it is used again.';
export const removePlate = 'Take the plate off the skin and look at the skin.';

/** Of a sensor that nobody can read. */
export const noTemperature = 'no temperature';

export const degrees = (celsius: number): string =>
  Number.isFinite(celsius) ? `${celsius.toFixed(1)} °C` : noTemperature;

/** The first channel about which `finding` has something to say. */
export function firstOf(
  names: readonly Channel[],
  finding: (channel: Channel) => Finding | null,
): Finding | null {
  for (const name of names) {
    const found = finding(name);
    if (found !== null) return found;
  }
  return null;
}
