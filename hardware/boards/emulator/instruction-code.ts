/**
 * AVR instructions as WebAssembly, for those in which firmware spends nearly all its time (AVR
 * Instruction Set Manual). Results equal those of avr8js, its half-carry from bit 0 included.
 */
import {
  a,
  b,
  layout,
  local,
  p,
  pointerPlus,
  q,
  register,
  registerPair,
  setLocal,
  setRegister,
  setRegisterPair,
  stack,
  stackAddress,
  t,
} from './machine.ts';
import type { Flag } from './status-register.ts';
import { flagNames, interruptEnable, shownIn, statusRegister } from './status-register.ts';
import type { Code } from './wasm-code.ts';
import * as w from './wasm-code.ts';

export interface InstructionCode {
  readonly cycles: number;
  readonly body: Code;
  /**
   * What shows each flag that the instruction sets (see `shownIn`). It is made of `a`, `b`, `t` as `body` leaves them, and
   * of flags that the instruction reads, so that it need not be worked out where nobody asks for it.
   */
  readonly sets?: Partial<Record<Flag, Code>>;
  readonly reads?: readonly Flag[];
  /** Data address that it reads or writes, where the instruction holds it. */
  readonly address?: number;
  readonly writes?: true;
  /** Interrupts may be allowed from here on. */
  readonly allows?: true;
  /** Reads or writes data memory at the pointer `p`, which is this. */
  readonly pointer?: Code;
  readonly words?: 2;
}

type Translator = (word: number, nextWord: number) => InstructionCode;

const first = (word: number): number => (word & 0x1f0) >> 4;
const second = (word: number): number => (word & 0xf) | ((word & 0x200) >> 5);
const upper = (word: number): number => ((word & 0xf0) >> 4) + 16;
const upperThree = (word: number): number => ((word & 0x70) >> 4) + 16;
const constant = (word: number): number => (word & 0xf) | ((word & 0xf00) >> 4);
const ioAddress = (word: number): number => ((word & 0xf) | ((word & 0x600) >> 5)) + 32;
const pair = (word: number): number => 2 * ((word & 0x30) >> 4) + 24;
const smallConstant = (word: number): number => (word & 0xf) | ((word & 0xc0) >> 2);
const displacement = (word: number): number =>
  (word & 7) | ((word & 0xc00) >> 7) | ((word & 0x2000) >> 8);
const bit = (word: number): number => word & 7;
const [x, y, z] = [26, 28, 30] as const;

const never = w.constant(0);
const always = w.constant(-1);
const shown = (flag: Flag): Code => w.get(local[flag]);
const carry = w.bitOf(shown('c'), shownIn.c);

/** Zero, negative, overflow and sign: of a byte, and of a value whose bit 7 tells the overflow. */
const signs = (result: Code, overflow: Code): Partial<Record<Flag, Code>> => ({
  z: w.and(result, 0xff),
  n: result,
  v: overflow,
  s: w.xor(result, overflow),
});

/** Of a sum or difference of two bytes: a carry into a bit is where it differs from what its operands give alone. */
const carries = w.xor(w.xor(a, b), t);
const arithmetic: Partial<Record<Flag, Code>> = {
  ...signs(t, w.xor(carries, w.shiftRight(carries, 1))),
  h: carries,
  c: t,
};
/** The high byte of a word, for what shows in bit 7 of a byte. */
const high = (value: Code): Code => w.shiftRight(value, 8);

const plain = (cycles: number, body: Code): InstructionCode => ({ cycles, body });

function sum(to: number, from: number, withCarry: boolean): InstructionCode {
  const result = w.add(a, b);
  return {
    cycles: 1,
    body: [
      ...setLocal('a', register(to)),
      ...setLocal('b', register(from)),
      ...setLocal('t', withCarry ? w.add(result, carry) : result),
      ...setRegister(to, t),
    ],
    sets: arithmetic,
    reads: withCarry ? ['c'] : [],
  };
}

/** `chained` subtracts the carry too, and zero then means that all bytes so far were zero. */
function difference(
  from: number,
  value: Code,
  { chained, stored }: { chained: boolean; stored: boolean },
): InstructionCode {
  const result = w.subtract(a, b);
  return {
    cycles: 1,
    body: [
      ...setLocal('a', register(from)),
      ...setLocal('b', value),
      ...setLocal('t', chained ? w.subtract(result, carry) : result),
      ...(stored ? setRegister(from, t) : []),
    ],
    // As avr8js has it: a borrow that leaves a byte of zero does not show as zero.
    sets: { ...arithmetic, z: chained ? w.or(t, shown('z')) : t },
    reads: chained ? ['c', 'z'] : [],
  };
}

function logic(to: number, value: Code): InstructionCode {
  const body = [...setLocal('t', value), ...setRegister(to, t)];
  return { cycles: 1, body, sets: { ...signs(t, never), z: t, s: t } };
}

function step(to: number, change: 1 | -1): InstructionCode {
  return {
    cycles: 1,
    body: [
      ...setLocal('a', register(to)),
      ...setLocal('t', w.add(a, change)),
      ...setRegister(to, t),
    ],
    // It overflows where the sign changes, but for the step over zero.
    sets: signs(t, change === 1 ? w.and(t, w.not(a)) : w.and(a, w.not(t))),
  };
}

function shiftedRight(to: number, topBit: Code, reads: readonly Flag[]): InstructionCode {
  const dropped = w.shiftLeft(a, shownIn.c);
  return {
    cycles: 1,
    body: [
      ...setLocal('a', register(to)),
      ...setLocal('t', w.or(w.shiftRight(a, 1), topBit)),
      ...setRegister(to, t),
    ],
    sets: { ...signs(t, w.xor(t, w.shiftLeft(a, 7))), c: dropped },
    reads,
  };
}

function addWord(word: number): InstructionCode {
  const low = pair(word);
  return {
    cycles: 2,
    body: [
      ...setLocal('a', registerPair(low)),
      ...setLocal('t', w.add(a, smallConstant(word))),
      ...setRegisterPair(low, t),
    ],
    sets: {
      ...signs(high(t), high(w.and(w.not(a), t))),
      z: w.and(t, 0xffff),
      c: high(t),
    },
  };
}

function subtractWord(word: number): InstructionCode {
  const low = pair(word);
  return {
    cycles: 2,
    body: [
      ...setLocal('a', registerPair(low)),
      ...setLocal('t', w.subtract(a, smallConstant(word))),
      ...setRegisterPair(low, t),
    ],
    sets: {
      ...signs(high(t), high(w.and(a, w.not(t)))),
      z: t,
      h: w.xor(w.xor(a, smallConstant(word)), t),
      c: high(t),
    },
  };
}

/** At a pointer register and a displacement. */
const load = (word: number, low: number, beyond = displacement(word)): InstructionCode => ({
  cycles: 2,
  pointer: pointerPlus(low, beyond),
  body: setRegister(first(word), w.byteAt(0, p)),
});

const store = (word: number, low: number, beyond = displacement(word)): InstructionCode => ({
  cycles: 2,
  pointer: pointerPlus(low, beyond),
  body: w.storeByte(0, register(first(word)), p),
});

/** The pointer moves on by one afterwards. */
const loadNext = (word: number, low: number): InstructionCode => ({
  cycles: 2,
  pointer: registerPair(low),
  body: [
    ...setRegister(first(word), w.byteAt(0, p)),
    ...setLocal('q', w.add(p, 1)),
    ...setRegisterPair(low, q),
  ],
});

const storeNext = (word: number, low: number): InstructionCode => ({
  cycles: 2,
  pointer: registerPair(low),
  body: [
    ...w.storeByte(0, register(first(word)), p),
    ...setLocal('q', w.add(p, 1)),
    ...setRegisterPair(low, q),
  ],
});

/** The pointer moves back by one first. */
const loadBefore = (word: number, low: number): InstructionCode => ({
  cycles: 2,
  pointer: w.and(w.subtract(registerPair(low), 1), 0xffff),
  body: [...setRegisterPair(low, p), ...setRegister(first(word), w.byteAt(0, p))],
});

const storeBefore = (word: number, low: number): InstructionCode => ({
  cycles: 2,
  pointer: w.and(w.subtract(registerPair(low), 1), 0xffff),
  body: [
    ...setLocal('q', register(first(word))),
    ...setRegisterPair(low, p),
    ...w.storeByte(0, q, p),
  ],
});

const push = (word: number): InstructionCode => ({
  cycles: 2,
  pointer: stack,
  body: [
    ...w.storeByte(0, register(first(word)), p),
    ...w.storeWord(stackAddress, w.subtract(p, 1)),
  ],
});

const pop = (word: number): InstructionCode => ({
  cycles: 2,
  pointer: w.add(stack, 1),
  body: [...w.storeWord(stackAddress, p), ...setRegister(first(word), w.byteAt(0, p))],
});

function product(left: Code, right: Code): InstructionCode {
  return {
    cycles: 2,
    body: [...setLocal('t', w.multiply(left, right)), ...setRegisterPair(0, t)],
    sets: { z: w.and(t, 0xffff), c: w.shiftRight(t, 15 - shownIn.c) },
  };
}

const complement = (to: number): InstructionCode => ({
  cycles: 1,
  body: [...setLocal('t', w.subtract(255, register(to))), ...setRegister(to, t)],
  sets: { ...signs(t, never), s: t, c: always },
});

/** As avr8js has it: the overflow of −128 does not show. */
const negation = (to: number): InstructionCode => ({
  cycles: 1,
  body: [...setLocal('a', register(to)), ...setLocal('t', w.subtract(0, a)), ...setRegister(to, t)],
  sets: {
    ...signs(t, never),
    h: w.shiftLeft(a, shownIn.h),
    c: t,
  },
});

function swap(to: number): InstructionCode {
  const swapped = w.or(w.shiftLeft(q, 4), w.shiftRight(q, 4));
  return plain(1, [...setLocal('q', register(to)), ...setRegister(to, swapped)]);
}

const signedRegister = (number: number): Code => w.signOfByte(register(number));

/** The bit that BST and BLD carry from one register to another lies in the status register. */
const carriedBit = 6;

function copyBit(to: number, toBit: number, from: number, fromBit: number): InstructionCode {
  const others = w.and(register(to), ~(1 << toBit) & 0xff);
  const copied = w.shiftLeft(w.bitOf(register(from), fromBit), toBit);
  return plain(1, setRegister(to, w.or(others, copied)));
}

function setStatusBit(word: number, value: 0 | 1): InstructionCode {
  const at = (word & 0x70) >> 4;
  const name = flagNames[at];
  if (name !== undefined)
    return {
      cycles: 1,
      body: [],
      sets: { [name]: (value === 1) === (name !== 'z') ? always : never },
    };
  const status = register(statusRegister);
  const changed = value === 1 ? w.or(status, 1 << at) : w.and(status, ~(1 << at) & 0xff);
  const allows = value === 1 && at === interruptEnable;
  const body = setRegister(statusRegister, changed);
  return { cycles: 1, body, ...(allows ? { allows } : {}) };
}

function programByte(to: number, movesOn: boolean): InstructionCode {
  const byte = setRegister(to, w.byteAt(layout.flash, q));
  const moved = movesOn ? [...setLocal('p', w.add(q, 1)), ...setRegisterPair(z, p)] : [];
  return plain(3, [...setLocal('q', registerPair(z)), ...byte, ...moved]);
}

function moveWord(word: number): InstructionCode {
  const from = 2 * (word & 0xf);
  const to = 2 * ((word & 0xf0) >> 4);
  return plain(1, [...setRegister(to, register(from)), ...setRegister(to + 1, register(from + 1))]);
}

const loadFrom = (address: number, word: number): InstructionCode => ({
  cycles: 1,
  address,
  body: setRegister(first(word), register(address)),
});

const storeTo = (address: number, word: number): InstructionCode => ({
  cycles: 1,
  address,
  writes: true,
  body: setRegister(address, register(first(word))),
});

const subtraction =
  (chained: boolean, stored: boolean): Translator =>
  (word) =>
    difference(first(word), register(second(word)), { chained, stored });
const subtractionOfConstant =
  (chained: boolean, stored: boolean): Translator =>
  (word) =>
    difference(upper(word), w.constant(constant(word)), { chained, stored });

const translators: readonly (readonly [mask: number, match: number, translate: Translator])[] = [
  [0xffff, 0x0000, () => plain(1, [])],
  [0xfc00, 0x0c00, (i) => sum(first(i), second(i), false)],
  [0xfc00, 0x1c00, (i) => sum(first(i), second(i), true)],
  [0xfc00, 0x1800, subtraction(false, true)],
  [0xfc00, 0x0800, subtraction(true, true)],
  [0xfc00, 0x1400, subtraction(false, false)],
  [0xfc00, 0x0400, subtraction(true, false)],
  [0xf000, 0x5000, subtractionOfConstant(false, true)],
  [0xf000, 0x4000, subtractionOfConstant(true, true)],
  [0xf000, 0x3000, subtractionOfConstant(false, false)],
  [0xfc00, 0x2000, (i) => logic(first(i), w.and(register(first(i)), register(second(i))))],
  [0xfc00, 0x2800, (i) => logic(first(i), w.or(register(first(i)), register(second(i))))],
  [0xfc00, 0x2400, (i) => logic(first(i), w.xor(register(first(i)), register(second(i))))],
  [0xf000, 0x7000, (i) => logic(upper(i), w.and(register(upper(i)), constant(i)))],
  [0xf000, 0x6000, (i) => logic(upper(i), w.or(register(upper(i)), constant(i)))],
  [0xfe0f, 0x9403, (i) => step(first(i), 1)],
  [0xfe0f, 0x940a, (i) => step(first(i), -1)],
  [0xfe0f, 0x9406, (i) => shiftedRight(first(i), never, [])],
  [0xfe0f, 0x9405, (i) => shiftedRight(first(i), w.and(a, 0x80), [])],
  [0xfe0f, 0x9407, (i) => shiftedRight(first(i), w.shiftLeft(carry, 7), ['c'])],
  [0xfe0f, 0x9400, (i) => complement(first(i))],
  [0xfe0f, 0x9401, (i) => negation(first(i))],
  [0xfe0f, 0x9402, (i) => swap(first(i))],
  [0xfc00, 0x9c00, (i) => product(register(first(i)), register(second(i)))],
  [0xff00, 0x0200, (i) => product(signedRegister(upper(i)), signedRegister((i & 0xf) + 16))],
  [0xff88, 0x0300, (i) => product(signedRegister(upperThree(i)), register(bit(i) + 16))],
  [0xfe08, 0xfa00, (i) => copyBit(statusRegister, carriedBit, first(i), bit(i))],
  [0xfe08, 0xf800, (i) => copyBit(first(i), bit(i), statusRegister, carriedBit)],
  [0xff8f, 0x9408, (i) => setStatusBit(i, 1)],
  [0xff8f, 0x9488, (i) => setStatusBit(i, 0)],
  [0xfe0f, 0x9004, (i) => programByte(first(i), false)],
  [0xfe0f, 0x9005, (i) => programByte(first(i), true)],
  [0xff00, 0x9600, addWord],
  [0xff00, 0x9700, subtractWord],
  [0xfc00, 0x2c00, (i) => plain(1, setRegister(first(i), register(second(i))))],
  [0xff00, 0x0100, moveWord],
  [0xf000, 0xe000, (i) => plain(1, setRegister(upper(i), constant(i)))],
  [0xfe0f, 0x920f, push],
  [0xfe0f, 0x900f, pop],
  [0xfe0f, 0x9000, (i, next) => ({ ...loadFrom(next, i), cycles: 2, words: 2 })],
  [0xfe0f, 0x9200, (i, next) => ({ ...storeTo(next, i), cycles: 2, words: 2 })],
  [0xf800, 0xb000, (i) => loadFrom(ioAddress(i), i)],
  [0xf800, 0xb800, (i) => storeTo(ioAddress(i), i)],
  [0xd208, 0x8008, (i) => load(i, y)],
  [0xd208, 0x8000, (i) => load(i, z)],
  [0xfe0f, 0x900c, (i) => load(i, x, 0)],
  [0xfe0f, 0x900e, (i) => loadBefore(i, x)],
  [0xfe0f, 0x900a, (i) => loadBefore(i, y)],
  [0xfe0f, 0x9002, (i) => loadBefore(i, z)],
  [0xfe0f, 0x920e, (i) => storeBefore(i, x)],
  [0xfe0f, 0x920a, (i) => storeBefore(i, y)],
  [0xfe0f, 0x9202, (i) => storeBefore(i, z)],
  [0xfe0f, 0x900d, (i) => loadNext(i, x)],
  [0xfe0f, 0x9009, (i) => loadNext(i, y)],
  [0xfe0f, 0x9001, (i) => loadNext(i, z)],
  [0xfe0f, 0x920d, (i) => storeNext(i, x)],
  [0xfe0f, 0x9209, (i) => storeNext(i, y)],
  [0xfe0f, 0x9201, (i) => storeNext(i, z)],
  [0xd208, 0x8208, (i) => store(i, y)],
  [0xd208, 0x8200, (i) => store(i, z)],
  [0xfe0f, 0x920c, (i) => store(i, x, 0)],
];

/** An instruction that does not jump; undefined for all that are left to avr8js. */
export function instructionCode(word: number, nextWord: number): InstructionCode | undefined {
  const found = translators.find(([mask, match]) => (word & mask) === match);
  return found?.[2](word, nextWord);
}
