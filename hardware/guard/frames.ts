/**
 * Frames of the guard protocol, to and from bytes. Pure; nothing here trusts what it is given: a frame with a wrong
 * length, a bit above the septet, or a CRC that does not fit is no frame at all.
 */
import { boardFrames, hostFrames } from './protocol.ts';
import type { FrameLayout } from './protocol.ts';

export type HostFrameName = keyof typeof hostFrames;
export type BoardFrameName = keyof typeof boardFrames;
export type HostFields<Name extends HostFrameName> = Readonly<
  Record<keyof (typeof hostFrames)[Name]['fields'], number>
>;
export type BoardFields<Name extends BoardFrameName> = Readonly<
  Record<keyof (typeof boardFrames)[Name]['fields'], number>
>;
export type BoardFrame = {
  [Name in BoardFrameName]: { readonly name: Name; readonly fields: BoardFields<Name> };
}[BoardFrameName];

/** Of frames that are exchanged before both sides know a challenge. */
export const openSeed = 0xffff;
const crcSeptets = 3;

/** CRC-16/CCITT (polynomial 0x1021, most significant bit first), from `seed`. */
export function crc16(septets: readonly number[], seed: number): number {
  let crc = seed & 0xffff;
  for (const septet of septets) {
    crc ^= septet << 8;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc & 0x8000) === 0 ? (crc << 1) & 0xffff : ((crc << 1) ^ 0x1021) & 0xffff;
    }
  }
  return crc;
}

function split(value: number, septets: number): number[] {
  const parts: number[] = [];
  let rest = value;
  for (let index = 0; index < septets; index++) {
    parts.push(rest % 128);
    rest = Math.floor(rest / 128);
  }
  if (!Number.isInteger(value) || value < 0 || rest !== 0) {
    throw new RangeError(`${value} does not fit ${septets} septets`);
  }
  return parts;
}

const join = (septets: readonly number[]): number =>
  septets.reduceRight((value, septet) => value * 128 + septet, 0);

/** Septets of a layout's fields, in the layout's order. @throws RangeError for a value that does not fit */
export function packFields(
  layout: FrameLayout,
  fields: Readonly<Record<string, number>>,
): number[] {
  return Object.entries(layout).flatMap(([name, septets]) =>
    split(fields[name] ?? Number.NaN, septets),
  );
}

/**
 * A host frame as the payload of a sysex message: id, fields, CRC, without 0xF0 and 0xF7.
 * @param challenge as the board's identity gave it; not used for `hello`
 */
export function encodeHostFrame<Name extends HostFrameName>(
  name: Name,
  fields: HostFields<Name>,
  challenge: number,
): number[] {
  const { id, fields: layout } = hostFrames[name];
  const body = [id, ...packFields(layout, fields)];
  return [...body, ...split(crc16(body, name === 'hello' ? openSeed : challenge), crcSeptets)];
}

/** The board's frame in a sysex payload (id first); null where it is none, or none of ours. */
export function decodeBoardFrame(payload: readonly number[], challenge: number): BoardFrame | null {
  if (!payload.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 128)) return null;
  for (const name of Object.keys(boardFrames) as BoardFrameName[]) {
    const { id, fields: layout } = boardFrames[name];
    if (payload[0] !== id) continue;
    const widths: [string, number][] = Object.entries(layout);
    const length = 1 + widths.reduce((sum, [, septets]) => sum + septets, 0);
    if (payload.length !== length + crcSeptets) return null;
    const seed = name === 'identity' ? openSeed : challenge;
    if (join(payload.slice(length)) !== crc16(payload.slice(0, length), seed)) return null;
    let at = 1;
    const fields: Record<string, number> = {};
    for (const [field, septets] of widths) {
      fields[field] = join(payload.slice(at, at + septets));
      at += septets;
    }
    return { name, fields } as unknown as BoardFrame;
  }
  return null;
}
