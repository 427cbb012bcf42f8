/**
 * AVR instructions that decide where the program goes on, as WebAssembly (AVR Instruction Set Manual).
 */
import { first, second } from './instruction-word.ts';
import { flashWords, local, p, register, registerPair, stack, stackAddress } from './machine.ts';
import type { Flag } from './status-register.ts';
import { flagNames, interruptEnable, shownIn, statusRegister } from './status-register.ts';
import type { Code } from './wasm-code.ts';
import * as w from './wasm-code.ts';

export interface JumpCode {
  readonly cycles: number;
  /** To do first. */
  readonly body?: Code;
  /** Where the stack is read or written: there and one below. It becomes `p`. */
  readonly stackAt?: Code;
  /** Where the program goes on: a word address, or what computes one. */
  readonly target: number | Code;
  /** Holds where the program goes there; else it goes on with the next instruction. */
  readonly condition?: Code;
  /** Cycles more if the condition holds. */
  readonly extraCycles?: number;
  readonly reads?: readonly Flag[];
  /** Data address that the condition reads. */
  readonly address?: number;
  /** Interrupts may be allowed from here on. */
  readonly allows?: true;
}

const mask = flashWords - 1;
const pointerZ = w.and(registerPair(30), mask);

/** The jump at a word address; undefined for what is none, or is left to avr8js. */
export function jumpCode(word: number, at: number, flash: Uint16Array): JumpCode | undefined {
  const wordAt = (address: number): number => flash[address & mask] ?? 0;
  const relative = at + 1 + (word & 0x7ff) - (word & 0x800);
  if ((word & 0xf000) === 0xc000) return { cycles: 2, target: relative & mask };
  if ((word & 0xf000) === 0xd000) return call(3, relative & mask, at + 1);
  if ((word & 0xfe0e) === 0x940c) return { cycles: 3, target: wordAt(at + 1) & mask };
  if ((word & 0xfe0e) === 0x940e) return call(4, wordAt(at + 1) & mask, at + 2);
  if (word === 0x9508) return comeBack;
  if (word === 0x9518) return comeBackFromInterrupt;
  if (word === 0x9409) return { cycles: 2, target: pointerZ };
  if (word === 0x9509) return call(3, pointerZ, at + 1);
  if ((word & 0xf800) === 0xf000) return conditional(word, at);
  return skip(word, at, isTwoWords(wordAt(at + 1)) ? 2 : 1);
}

function call(cycles: number, target: number | Code, back: number): JumpCode {
  const body = [
    ...w.storeByte(0, back & 0xff, p),
    ...w.storeByte(0, (back >> 8) & 0xff, w.subtract(p, 1)),
    ...w.storeWord(stackAddress, w.subtract(p, 2)),
  ];
  return { cycles, stackAt: stack, body, target };
}

const comeBack: JumpCode = {
  cycles: 4,
  stackAt: w.add(stack, 2),
  body: w.storeWord(stackAddress, p),
  target: w.and(w.or(w.byteAt(0, p), w.shiftLeft(w.byteAt(0, w.subtract(p, 1)), 8)), mask),
};

const comeBackFromInterrupt: JumpCode = {
  ...comeBack,
  body: [
    ...w.storeWord(stackAddress, p),
    ...w.storeByte(statusRegister, w.or(register(statusRegister), 1 << interruptEnable)),
  ],
  allows: true,
};

/** BRBS and BRBC. */
function conditional(word: number, at: number): JumpCode {
  const target = (at + 1 + ((word & 0x1f8) >> 3) - ((word & 0x200) >> 3)) & mask;
  const rest = { cycles: 1, target, extraCycles: 1 };
  const isSet = (word & 0x400) === 0;
  const bit = word & 7;
  const flag = flagNames[bit];
  if (flag === 'z') {
    const shown = w.get(local.z);
    return { ...rest, condition: isSet ? w.isZero(shown) : shown, reads: [flag] };
  }
  const value =
    flag === undefined
      ? w.bitOf(register(statusRegister), bit)
      : w.bitOf(w.get(local[flag]), shownIn[flag]);
  const reads = flag === undefined ? [] : [flag];
  return { ...rest, condition: isSet ? value : w.isZero(value), reads };
}

/** CPSE, SBRC, SBRS, SBIC, SBIS: skip the next instruction, of one or two words. */
function skip(word: number, at: number, size: number): JumpCode | undefined {
  const rest = { cycles: 1, target: (at + 1 + size) & mask, extraCycles: size };
  const bit = (address: number): Code => w.bitOf(register(address), word & 7);
  if ((word & 0xfc00) === 0x1000) {
    return { ...rest, condition: w.isEqual(register(first(word)), register(second(word))) };
  }
  if ((word & 0xfe08) === 0xfc00) return { ...rest, condition: w.isZero(bit(first(word))) };
  if ((word & 0xfe08) === 0xfe00) return { ...rest, condition: bit(first(word)) };
  const address = ((word & 0xf8) >> 3) + 32;
  if ((word & 0xff00) === 0x9900) return { ...rest, address, condition: w.isZero(bit(address)) };
  if ((word & 0xff00) === 0x9b00) return { ...rest, address, condition: bit(address) };
  return undefined;
}

/** LDS, STS, JMP, CALL. */
function isTwoWords(word: number): boolean {
  return (word & 0xfc0f) === 0x9000 || (word & 0xfe0c) === 0x940c;
}
