/**
 * What compiled AVR code works with: the memory that it shares with avr8js, and the variables of a
 * compiled function.
 */
import type { CPU } from 'avr8js';
import type { CpuMemory } from './avr8js-internals.ts';
import type { WasmMemory } from './engine.ts';
import { engine } from './engine.ts';
import type { Code } from './wasm-code.ts';
import {
  add,
  byteAt,
  get,
  or,
  set,
  shiftLeft,
  shiftRight,
  storeByte,
  wordAt,
} from './wasm-code.ts';

/** Words of flash; a power of two. */
export const flashWords = 0x4000;
/** A place of the program that is marked with it is where compiled code hands over to its caller. */
export const stopMark = flashWords;

/** Data addresses below are registers; RAM begins here, and ends there. */
export const ioEnd = 0x100;
export const ramEnd = 0x900;
const stackPointer = 0x5d;

/** Where things lie in the memory: data space first, and behind whatever a 16-bit pointer reaches. */
export const layout = {
  /** For each word of flash, 1 where the caller wants to see the program come by. */
  heads: 0x1_0000,
  /** For each word of flash, and again for those with the stop mark: which compiled code begins there, if any. */
  entries: 0x2_0000,
  flash: 0x4_0000,
  /** Where the program goes on. */
  next: 0x5_0000,
  /** 1 while an interrupt waits for being allowed. */
  waiting: 0x5_0004,
  /** What shows each flag, on the way from one region to the next. */
  flags: 0x5_0010,
  /** For each I/O register, 1 since compiled code has read it, where that is noted. */
  noted: 0x5_0100,
} as const;
export const memoryPages = 6;

/** Variables: the parameters of a compiled function, scratch, what the last arithmetic was done with, and the flags. */
export const local = {
  /** Where to go on: a block of this function; on the way out of it a place of the program. */
  next: 0,
  /** Cycles left. */
  budget: 1,
  /** 1 until the first head is passed. */
  pass: 2,
  p: 3,
  q: 4,
  a: 5,
  b: 6,
  t: 7,
  c: 8,
  z: 9,
  n: 10,
  v: 11,
  s: 12,
  h: 13,
} as const;
export const localsBesideParameters = 11;

/** The chip's data space moves into a memory that compiled code can work on. */
export function shareMemory(cpu: CPU): WasmMemory {
  const memory = new engine.Memory({ initial: memoryPages });
  const data = new Uint8Array(memory.buffer, 0, cpu.data.length);
  data.set(cpu.data);
  const moved: CpuMemory = {
    data,
    data16: new Uint16Array(memory.buffer, 0, data.length / 2),
    dataView: new DataView(memory.buffer, 0, data.length),
  };
  Object.assign(cpu, moved);
  new Uint8Array(memory.buffer).set(cpu.progBytes, layout.flash);
  return memory;
}

export const register = (number: number): Code => byteAt(number);
export const setRegister = (number: number, value: Code | number): Code => storeByte(number, value);
/** Registers are stored byte by byte, and read in that way too: the processor is slow to put bytes together. */
export const registerPair = (low: number): Code => or(byteAt(low), shiftLeft(byteAt(low + 1), 8));
export const setRegisterPair = (low: number, value: Code): Code => [
  ...storeByte(low, value),
  ...storeByte(low + 1, shiftRight(value, 8)),
];
export const stack = wordAt(stackPointer);
export const stackAddress = stackPointer;
export const pointerPlus = (low: number, displacement: number): Code =>
  displacement === 0 ? registerPair(low) : add(registerPair(low), displacement);

export const [p, q, a, b, t] = [local.p, local.q, local.a, local.b, local.t].map(get) as [
  Code,
  Code,
  Code,
  Code,
  Code,
];
export const setLocal = (name: keyof typeof local, value: Code | number): Code =>
  set(local[name], value);
