/** AVR instructions that move bytes between registers and memory, as WebAssembly (AVR Instruction Set Manual). */
import type { InstructionCode } from './instruction-word.ts';
import { displacement, first, plain } from './instruction-word.ts';
import {
  layout,
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
} from './machine.ts';
import * as w from './wasm-code.ts';

/** At a pointer register and a displacement. */
export const load = (word: number, low: number, beyond = displacement(word)): InstructionCode => ({
  cycles: 2,
  pointer: pointerPlus(low, beyond),
  body: setRegister(first(word), w.byteAt(0, p)),
});

export const store = (word: number, low: number, beyond = displacement(word)): InstructionCode => ({
  cycles: 2,
  pointer: pointerPlus(low, beyond),
  body: w.storeByte(0, register(first(word)), p),
});

/** The pointer moves on by one afterwards. */
export const loadNext = (word: number, low: number): InstructionCode => ({
  cycles: 2,
  pointer: registerPair(low),
  body: [
    ...setRegister(first(word), w.byteAt(0, p)),
    ...setLocal('q', w.add(p, 1)),
    ...setRegisterPair(low, q),
  ],
});

export const storeNext = (word: number, low: number): InstructionCode => ({
  cycles: 2,
  pointer: registerPair(low),
  body: [
    ...w.storeByte(0, register(first(word)), p),
    ...setLocal('q', w.add(p, 1)),
    ...setRegisterPair(low, q),
  ],
});

/** The pointer moves back by one first. */
export const loadBefore = (word: number, low: number): InstructionCode => ({
  cycles: 2,
  pointer: w.and(w.subtract(registerPair(low), 1), 0xffff),
  body: [...setRegisterPair(low, p), ...setRegister(first(word), w.byteAt(0, p))],
});

export const storeBefore = (word: number, low: number): InstructionCode => ({
  cycles: 2,
  pointer: w.and(w.subtract(registerPair(low), 1), 0xffff),
  body: [
    ...setLocal('q', register(first(word))),
    ...setRegisterPair(low, p),
    ...w.storeByte(0, q, p),
  ],
});

export const push = (word: number): InstructionCode => ({
  cycles: 2,
  pointer: stack,
  body: [
    ...w.storeByte(0, register(first(word)), p),
    ...w.storeWord(stackAddress, w.subtract(p, 1)),
  ],
});

export const pop = (word: number): InstructionCode => ({
  cycles: 2,
  pointer: w.add(stack, 1),
  body: [...w.storeWord(stackAddress, p), ...setRegister(first(word), w.byteAt(0, p))],
});

const pointerZ = 30;

/** LPM. */
export function programByte(to: number, movesOn: boolean): InstructionCode {
  const byte = setRegister(to, w.byteAt(layout.flash, q));
  const moved = movesOn ? [...setLocal('p', w.add(q, 1)), ...setRegisterPair(pointerZ, p)] : [];
  return plain(3, [...setLocal('q', registerPair(pointerZ)), ...byte, ...moved]);
}

export function moveWord(word: number): InstructionCode {
  const from = 2 * (word & 0xf);
  const to = 2 * ((word & 0xf0) >> 4);
  return plain(1, [...setRegister(to, register(from)), ...setRegister(to + 1, register(from + 1))]);
}

export const loadFrom = (address: number, word: number): InstructionCode => ({
  cycles: 1,
  address,
  body: setRegister(first(word), register(address)),
});

export const storeTo = (address: number, word: number): InstructionCode => ({
  cycles: 1,
  address,
  writes: true,
  body: setRegister(address, register(first(word))),
});
