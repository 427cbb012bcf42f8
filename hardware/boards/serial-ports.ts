/** Which serial ports exist, by the names that stay the same when boards are plugged in another order. */
import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Where udev names a port after the board behind it: the name stays with the board. */
const stableNames = 'serial/by-id';

/** What USB serial adapters and Arduino-class boards are called where no stable name exists. */
const likelyPorts = /^(ttyACM|ttyUSB|cu\.usbmodem|cu\.usbserial)/;

/**
 * Candidates for `auto`, stable names first. Empty where there is none; never throws.
 * @param devices where the system lists its devices
 */
export function serialPorts(devices = '/dev'): string[] {
  const byId = stablePorts(devices);
  const named = new Set(byId.map(targetOf));
  const others = namesIn(devices)
    .filter((name) => likelyPorts.test(name))
    .map((name) => join(devices, name))
    .filter((path) => !named.has(path));
  return [...byId, ...others];
}

/** The stable name of a port, for people and records; the path itself where it has none. */
export const stableNameOf = (path: string, devices = '/dev'): string =>
  stablePorts(devices).find((name) => targetOf(name) === targetOf(path)) ?? path;

const stablePorts = (devices: string): string[] =>
  namesIn(join(devices, stableNames)).map((name) => join(devices, stableNames, name));

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
