/**
 * AVR instructions as WebAssembly, for those in which firmware spends nearly all its time (AVR
 * Instruction Set Manual).
 */
import * as arithmetic from './arithmetic-code.ts';
import { always, carry, never } from './arithmetic-code.ts';
import type { InstructionCode } from './instruction-word.ts';
import {
  bit,
  constant,
  first,
  ioAddress,
  plain,
  second,
  upper,
  upperThree,
} from './instruction-word.ts';
import { a, q, register, setLocal, setRegister } from './machine.ts';
import { flagNames, interruptEnable, statusRegister } from './status-register.ts';
import * as transfer from './transfer-code.ts';
import type { Code } from './wasm-code.ts';
import * as w from './wasm-code.ts';

type Translator = (word: number, nextWord: number) => InstructionCode;

/** Pointer registers. */
const [x, y, z] = [26, 28, 30] as const;

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
  if (name !== undefined) {
    const isShown = (value === 1) !== (name === 'z');
    return { cycles: 1, body: [], sets: { [name]: isShown ? always : never } };
  }
  const status = register(statusRegister);
  const changed = value === 1 ? w.or(status, 1 << at) : w.and(status, ~(1 << at) & 0xff);
  const allows = value === 1 && at === interruptEnable;
  const body = setRegister(statusRegister, changed);
  return { cycles: 1, body, ...(allows ? { allows } : {}) };
}

const subtraction =
  (chained: boolean, stored: boolean): Translator =>
  (word) =>
    arithmetic.difference(first(word), register(second(word)), { chained, stored });
const subtractionOfConstant =
  (chained: boolean, stored: boolean): Translator =>
  (word) =>
    arithmetic.difference(upper(word), w.constant(constant(word)), { chained, stored });

const translators: readonly (readonly [mask: number, match: number, translate: Translator])[] = [
  [0xffff, 0x0000, () => plain(1, [])],
  [0xfc00, 0x0c00, (i) => arithmetic.sum(first(i), second(i), false)],
  [0xfc00, 0x1c00, (i) => arithmetic.sum(first(i), second(i), true)],
  [0xfc00, 0x1800, subtraction(false, true)],
  [0xfc00, 0x0800, subtraction(true, true)],
  [0xfc00, 0x1400, subtraction(false, false)],
  [0xfc00, 0x0400, subtraction(true, false)],
  [0xf000, 0x5000, subtractionOfConstant(false, true)],
  [0xf000, 0x4000, subtractionOfConstant(true, true)],
  [0xf000, 0x3000, subtractionOfConstant(false, false)],
  [
    0xfc00,
    0x2000,
    (i) => arithmetic.logic(first(i), w.and(register(first(i)), register(second(i)))),
  ],
  [
    0xfc00,
    0x2800,
    (i) => arithmetic.logic(first(i), w.or(register(first(i)), register(second(i)))),
  ],
  [
    0xfc00,
    0x2400,
    (i) => arithmetic.logic(first(i), w.xor(register(first(i)), register(second(i)))),
  ],
  [0xf000, 0x7000, (i) => arithmetic.logic(upper(i), w.and(register(upper(i)), constant(i)))],
  [0xf000, 0x6000, (i) => arithmetic.logic(upper(i), w.or(register(upper(i)), constant(i)))],
  [0xfe0f, 0x9403, (i) => arithmetic.step(first(i), 1)],
  [0xfe0f, 0x940a, (i) => arithmetic.step(first(i), -1)],
  [0xfe0f, 0x9406, (i) => arithmetic.shiftedRight(first(i), never, [])],
  [0xfe0f, 0x9405, (i) => arithmetic.shiftedRight(first(i), w.and(a, 0x80), [])],
  [0xfe0f, 0x9407, (i) => arithmetic.shiftedRight(first(i), w.shiftLeft(carry, 7), ['c'])],
  [0xfe0f, 0x9400, (i) => arithmetic.complement(first(i))],
  [0xfe0f, 0x9401, (i) => arithmetic.negation(first(i))],
  [0xfe0f, 0x9402, (i) => swap(first(i))],
  [0xfc00, 0x9c00, (i) => arithmetic.product(register(first(i)), register(second(i)))],
  [
    0xff00,
    0x0200,
    (i) => arithmetic.product(signedRegister(upper(i)), signedRegister((i & 0xf) + 16)),
  ],
  [0xff88, 0x0300, (i) => arithmetic.product(signedRegister(upperThree(i)), register(bit(i) + 16))],
  [0xfe08, 0xfa00, (i) => copyBit(statusRegister, carriedBit, first(i), bit(i))],
  [0xfe08, 0xf800, (i) => copyBit(first(i), bit(i), statusRegister, carriedBit)],
  [0xff8f, 0x9408, (i) => setStatusBit(i, 1)],
  [0xff8f, 0x9488, (i) => setStatusBit(i, 0)],
  [0xfe0f, 0x9004, (i) => transfer.programByte(first(i), false)],
  [0xfe0f, 0x9005, (i) => transfer.programByte(first(i), true)],
  [0xff00, 0x9600, arithmetic.addWord],
  [0xff00, 0x9700, arithmetic.subtractWord],
  [0xfc00, 0x2c00, (i) => plain(1, setRegister(first(i), register(second(i))))],
  [0xff00, 0x0100, transfer.moveWord],
  [0xf000, 0xe000, (i) => plain(1, setRegister(upper(i), constant(i)))],
  [0xfe0f, 0x920f, transfer.push],
  [0xfe0f, 0x900f, transfer.pop],
  [0xfe0f, 0x9000, (i, next) => ({ ...transfer.loadFrom(next, i), cycles: 2, words: 2 })],
  [0xfe0f, 0x9200, (i, next) => ({ ...transfer.storeTo(next, i), cycles: 2, words: 2 })],
  [0xf800, 0xb000, (i) => transfer.loadFrom(ioAddress(i), i)],
  [0xf800, 0xb800, (i) => transfer.storeTo(ioAddress(i), i)],
  [0xd208, 0x8008, (i) => transfer.load(i, y)],
  [0xd208, 0x8000, (i) => transfer.load(i, z)],
  [0xfe0f, 0x900c, (i) => transfer.load(i, x, 0)],
  [0xfe0f, 0x900e, (i) => transfer.loadBefore(i, x)],
  [0xfe0f, 0x900a, (i) => transfer.loadBefore(i, y)],
  [0xfe0f, 0x9002, (i) => transfer.loadBefore(i, z)],
  [0xfe0f, 0x920e, (i) => transfer.storeBefore(i, x)],
  [0xfe0f, 0x920a, (i) => transfer.storeBefore(i, y)],
  [0xfe0f, 0x9202, (i) => transfer.storeBefore(i, z)],
  [0xfe0f, 0x900d, (i) => transfer.loadNext(i, x)],
  [0xfe0f, 0x9009, (i) => transfer.loadNext(i, y)],
  [0xfe0f, 0x9001, (i) => transfer.loadNext(i, z)],
  [0xfe0f, 0x920d, (i) => transfer.storeNext(i, x)],
  [0xfe0f, 0x9209, (i) => transfer.storeNext(i, y)],
  [0xfe0f, 0x9201, (i) => transfer.storeNext(i, z)],
  [0xd208, 0x8208, (i) => transfer.store(i, y)],
  [0xd208, 0x8200, (i) => transfer.store(i, z)],
  [0xfe0f, 0x920c, (i) => transfer.store(i, x, 0)],
];

/** An instruction that does not jump; undefined for all that are left to avr8js. */
export function instructionCode(word: number, nextWord: number): InstructionCode | undefined {
  const found = translators.find(([mask, match]) => (word & mask) === match);
  return found?.[2](word, nextWord);
}
