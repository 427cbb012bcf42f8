/** Pins of the controller board in the circuit: those of the pin map, and those of the guard. */
import type { PinMap } from '../../../../hardware/parts/pin-map.ts';
import { guardPins } from '../../../../hardware/guard/board-checks.ts';
import { pinLabel, pinRoles } from '../../../../hardware/parts/pin-map.ts';

/** Pins that the guard alone reads or drives: no host maps them. A6 and A7 are there on a Nano alone. */
const guardRoles = {
  knownResistor: `A${guardPins.knownResistor}`,
  pump: `D${guardPins.pump}`,
  stopLoopDrive: `D${guardPins.loopDrive}`,
} as const;

export interface BoardPin {
  readonly role: string;
  readonly pin: string;
  readonly net: string;
}

export const netOfRole = (role: string): string =>
  role.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

const mappedRoles = (pins: PinMap): string[] =>
  pinRoles.filter(({ role }) => pins[role] !== null).map(({ role }) => role);

export function boardPins(pins: PinMap): BoardPin[] {
  const mapped = new Set(mappedRoles(pins));
  const all = [
    ...pinRoles
      .filter(({ role }) => mapped.has(role))
      .map((role) => ({
        role: role.role,
        pin: pinLabel(role, pins),
        net: netOfRole(role.role),
      })),
    ...Object.entries(guardRoles).map(([role, pin]) => ({
      role,
      pin,
      net: netOfRole(role),
    })),
  ];
  const twice = all.find(({ pin }, index) => all.findIndex((other) => other.pin === pin) < index);
  if (twice !== undefined)
    throw new Error(`two signals want pin ${twice.pin}: ${twice.role} is one`);
  return all;
}
