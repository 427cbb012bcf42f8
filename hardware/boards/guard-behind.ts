/** Whether a guard answers on a link that stands. */
import { firmwareName } from '../firmware/firmware-version.ts';
import { GuardLink } from '../guard/guard-link.ts';
import type { FirmataLink, LinkTime } from '../johnny-five/firmata-link.ts';

/** The firmware's name is a claim; what follows is the proof (law L10). */
const claimsToGuard = ({ firmware }: FirmataLink): boolean =>
  firmware.split(/[ .]/)[0] === firmwareName;

/**
 * @param nonce any whole number, a new one for each opening
 * @param number 1 … 2³² − 1, by chance: of a board that was never given one
 * @returns undefined where the firmware is another one: an unguarded board
 * @throws CompanionError GUARD_SILENT, GUARD_VERSION where it claims to be a guard and does not prove it
 */
export async function guardBehind(
  link: FirmataLink,
  port: string,
  time: LinkTime,
  nonce: number,
  number: number,
): Promise<GuardLink | undefined> {
  if (!claimsToGuard(link)) return undefined;
  const guard = new GuardLink(link.guardWire, port, () => time.nowMs());
  const pass = (): Promise<void> => time.pass();
  await guard.identify(nonce, pass);
  await guard.number(number, pass);
  return guard;
}

/** For people and records. */
export const firmwareWords = (
  link: FirmataLink | undefined,
  guard: GuardLink | undefined,
): string =>
  guard === undefined ? (link?.firmware ?? 'unknown') : `${firmwareName} ${guard.firmware}`;
