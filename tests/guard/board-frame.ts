/** A frame as the board sends it: written by the specification, for the host's own half has no need to. */
import { crc16, openSeed, packFields } from '../../hardware/guard/frames.ts';
import type { BoardFrameName } from '../../hardware/guard/frames.ts';
import { boardFrames } from '../../hardware/guard/protocol.ts';

/** @param challenge of the session; what a board says of itself is under the open seed, unless `seed` is given */
export function boardFrame(
  name: BoardFrameName,
  fields: Readonly<Record<string, number>>,
  challenge: number,
  seed = name === 'identity' ? openSeed : challenge,
): number[] {
  const { id, fields: layout } = boardFrames[name];
  const body = [id, ...packFields(layout, fields)];
  const crc = crc16(body, seed);
  return [...body, crc & 127, (crc >> 7) & 127, crc >> 14];
}
