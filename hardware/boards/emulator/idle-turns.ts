/**
 * Which blocks, where they jump to their own begin, do the same in each turn until an interrupt or an
 * event changes what they read: loops that wait for a byte in memory. It shows in their text. They write
 * registers and flags only, and read no register or flag that they write later in the turn.
 */
import { first, second, upper } from './instruction-word.ts';
import type { Block, Step } from './block.ts';
import type { Flag } from './status-register.ts';
import { statusRegister } from './status-register.ts';

/** Data addresses below are the 32 registers. */
const registers = 32;

interface Registers {
  readonly reads: readonly number[];
  readonly writes: readonly number[];
}

const both = (word: number): readonly number[] => [first(word), second(word)];

/** Instructions that a loop which waits is made of (AVR Instruction Set Manual). Any other makes it one that does not. */
const touched: readonly (readonly [
  mask: number,
  match: number,
  of: (word: number) => Registers,
])[] = [
  // LDS, IN, MOV, LDI
  [0xfe0f, 0x9000, (i) => ({ reads: [], writes: [first(i)] })],
  [0xf800, 0xb000, (i) => ({ reads: [], writes: [first(i)] })],
  [0xfc00, 0x2c00, (i) => ({ reads: [second(i)], writes: [first(i)] })],
  [0xf000, 0xe000, (i) => ({ reads: [], writes: [upper(i)] })],
  // SUB, AND, OR, EOR
  [0xfc00, 0x1800, (i) => ({ reads: both(i), writes: [first(i)] })],
  [0xfc00, 0x2000, (i) => ({ reads: both(i), writes: [first(i)] })],
  [0xfc00, 0x2800, (i) => ({ reads: both(i), writes: [first(i)] })],
  [0xfc00, 0x2400, (i) => ({ reads: both(i), writes: [first(i)] })],
  // SUBI, SBCI, ANDI, ORI
  [0xf000, 0x5000, (i) => ({ reads: [upper(i)], writes: [upper(i)] })],
  [0xf000, 0x4000, (i) => ({ reads: [upper(i)], writes: [upper(i)] })],
  [0xf000, 0x7000, (i) => ({ reads: [upper(i)], writes: [upper(i)] })],
  [0xf000, 0x6000, (i) => ({ reads: [upper(i)], writes: [upper(i)] })],
  // CP, CPC, CPI
  [0xfc00, 0x1400, (i) => ({ reads: both(i), writes: [] })],
  [0xfc00, 0x0400, (i) => ({ reads: both(i), writes: [] })],
  [0xf000, 0x3000, (i) => ({ reads: [upper(i)], writes: [] })],
  // RJMP, BRBS, BRBC, SBRC, SBRS, SBIC, SBIS
  [0xf000, 0xc000, () => ({ reads: [], writes: [] })],
  [0xf800, 0xf000, () => ({ reads: [], writes: [] })],
  [0xfc08, 0xfc00, (i) => ({ reads: [first(i)], writes: [] })],
  [0xfd00, 0x9900, () => ({ reads: [], writes: [] })],
];

const registersOf = ({ word }: Step): Registers | undefined =>
  touched.find(([mask, match]) => (word & mask) === match)?.[2](word);

/** By its address a register is read that the loop may write. */
const readsOwnWork = (plain: Step['plain']): boolean =>
  plain?.address !== undefined && (plain.address < registers || plain.address === statusRegister);

export function hasIdleTurns({ steps, start }: Block): boolean {
  if (!steps.some(({ jump }) => jump?.target === start)) return false;
  const touches = steps.map(registersOf);
  const writes = new Set(touches.flatMap((step) => step?.writes ?? []));
  const setsFlags = new Set(steps.flatMap(({ plain }) => Object.keys(plain?.sets ?? {})));
  const fresh = new Set<number | string>();
  return steps.every(({ plain, jump }, index) => {
    const step = touches[index];
    if (step === undefined || readsOwnWork(plain)) return false;
    const flags: readonly Flag[] = plain?.reads ?? jump?.reads ?? [];
    const known =
      step.reads.every((register) => fresh.has(register) || !writes.has(register)) &&
      flags.every((flag) => fresh.has(flag) || !setsFlags.has(flag));
    for (const written of [...step.writes, ...Object.keys(plain?.sets ?? {})]) fresh.add(written);
    return known;
  });
}
