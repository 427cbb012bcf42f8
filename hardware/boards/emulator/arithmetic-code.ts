/**
 * AVR instructions that compute and set flags, as WebAssembly (AVR Instruction Set Manual). Results equal those of avr8js,
 * its half-carry from bit 0 included.
 */
import type { InstructionCode } from './instruction-word.ts';
import { pair, smallConstant } from './instruction-word.ts';
import {
  a,
  b,
  local,
  register,
  registerPair,
  setLocal,
  setRegister,
  setRegisterPair,
  t,
} from './machine.ts';
import type { Flag } from './status-register.ts';
import { shownIn } from './status-register.ts';
import type { Code } from './wasm-code.ts';
import * as w from './wasm-code.ts';

export const never = w.constant(0);
export const always = w.constant(-1);
const shown = (flag: Flag): Code => w.get(local[flag]);
export const carry = w.bitOf(shown('c'), shownIn.c);

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

export function sum(to: number, from: number, withCarry: boolean): InstructionCode {
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
export function difference(
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

export function logic(to: number, value: Code): InstructionCode {
  const body = [...setLocal('t', value), ...setRegister(to, t)];
  return { cycles: 1, body, sets: { ...signs(t, never), z: t, s: t } };
}

export function step(to: number, change: 1 | -1): InstructionCode {
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

export function shiftedRight(to: number, topBit: Code, reads: readonly Flag[]): InstructionCode {
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

export function addWord(word: number): InstructionCode {
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

export function subtractWord(word: number): InstructionCode {
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

export function product(left: Code, right: Code): InstructionCode {
  return {
    cycles: 2,
    body: [...setLocal('t', w.multiply(left, right)), ...setRegisterPair(0, t)],
    sets: { z: w.and(t, 0xffff), c: w.shiftRight(t, 15 - shownIn.c) },
  };
}

export const complement = (to: number): InstructionCode => ({
  cycles: 1,
  body: [...setLocal('t', w.subtract(255, register(to))), ...setRegister(to, t)],
  sets: { ...signs(t, never), s: t, c: always },
});

/** As avr8js has it: the overflow of −128 does not show. */
export const negation = (to: number): InstructionCode => ({
  cycles: 1,
  body: [...setLocal('a', register(to)), ...setLocal('t', w.subtract(0, a)), ...setRegister(to, t)],
  sets: {
    ...signs(t, never),
    h: w.shiftLeft(a, shownIn.h),
    c: t,
  },
});
