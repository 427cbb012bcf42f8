/** Which serial ports exist, by the names that stay the same when boards are plugged in another order. */
import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

const stableNames = '/dev/serial/by-id';

/** What USB serial adapters and Arduino-class boards are called where no stable name exists. */
const likelyPorts = /^(ttyACM|ttyUSB|cu\.usbmodem|cu\.usbserial)/;

/** Candidates for `auto`, stable names first. Empty where there is none; never throws. */
export function serialPorts(): string[] {
  const byId = namesIn(stableNames).map((name) => join(stableNames, name));
  const named = new Set(byId.map(targetOf));
  const others = namesIn('/dev')
    .filter((name) => likelyPorts.test(name))
    .map((name) => join('/dev', name))
    .filter((path) => !named.has(path));
  return [...byId, ...others];
}

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
