/**
 * What a guarded board remembers without power: its number, how many treatments were begun on it, and the end of its
 * newest record. The board keeps it and judges nothing by it; the host asks whether a record is missing (law L14).
 */
import type { BoardFields, HostFields } from './frames.ts';
import { memoryConditions } from './protocol.ts';
import type { MemoryCondition } from './protocol.ts';

export interface BoardMemory {
  readonly condition: MemoryCondition;
  /** Of the board: eight hexadecimal digits; null: it has none. */
  readonly number: string | null;
  /** Treatments begun on it. */
  readonly begun: number;
  /** The first 32 hexadecimal digits of the hash of the newest line of its newest record; null: it knows of none. */
  readonly lastHash: string | null;
}

export type MemoryFields = Omit<HostFields<'remember'>, 'sequence'>;

const digitsOf = (value: number): string => value.toString(16).padStart(8, '0');
const noHash = '0'.repeat(32);
/** Hexadecimal digits that a board keeps of a hash. */
export const keptHashDigits = noHash.length;

/** One more than the largest number that a board may have; 0 is none. */
export const boardNumbers = 2 ** 32;

/** Null for a condition that this version does not know. */
export function memoryIn(fields: BoardFields<'memory'>): BoardMemory | null {
  const condition = memoryConditions[fields.condition];
  if (condition === undefined) return null;
  const { number, begun, hash0, hash1, hash2, hash3 } = fields;
  const hash = [hash0, hash1, hash2, hash3].map(digitsOf).join('');
  return {
    condition,
    number: number === 0 ? null : digitsOf(number),
    begun,
    lastHash: hash === noHash ? null : hash,
  };
}

/** What a board is told to remember. @throws RangeError where the number or the hash is none */
export function memoryFieldsOf({ number, begun, lastHash }: BoardMemory): MemoryFields {
  const hash = lastHash ?? noHash;
  if (!/^[0-9a-f]{32}$/.test(hash)) throw new RangeError(`not the beginning of a hash: ${hash}`);
  if (number === null || !/^[0-9a-f]{8}$/.test(number)) {
    throw new RangeError(`not the number of a board: ${number}`);
  }
  const part = (index: number): number => Number.parseInt(hash.slice(index * 8, index * 8 + 8), 16);
  return {
    number: Number.parseInt(number, 16),
    begun,
    hash0: part(0),
    hash1: part(1),
    hash2: part(2),
    hash3: part(3),
  };
}

/** @param drawn 1 … 2³² − 1 */
export const boardNumberOf = (drawn: number): string => digitsOf(drawn);

/** What a board that has never been told anything is told first. */
export const firstMemory = (drawn: number): BoardMemory => ({
  condition: 'kept',
  number: boardNumberOf(drawn),
  begun: 0,
  lastHash: null,
});

export const sameMemory = (a: BoardMemory | null, b: BoardMemory | null): boolean =>
  a?.condition === b?.condition &&
  a?.number === b?.number &&
  a?.begun === b?.begun &&
  a?.lastHash === b?.lastHash;
