/**
 * WebAssembly as bytes: the few instructions that compiled AVR code consists of, and the module around
 * it (WebAssembly Core Specification, binary format). Every value is an i32.
 */

/** A part of a function. An expression leaves one value on the stack, a statement none. */
export type Code = readonly number[];
/** Where an expression may stand, a number is a constant. */
export type Expression = Code | number;

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest];
}

/** Signed LEB128. */
function signed(value: number): number[] {
  const bytes = [];
  let rest = value;
  for (; rest < -64 || rest > 63; rest >>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest & 0x7f];
}

export const constant = (value: number): Code => [0x41, ...signed(value)];
const code = (value: Expression): Code => (typeof value === 'number' ? constant(value) : value);
const unary =
  (opcode: number) =>
  (a: Expression): Code => [...code(a), opcode];
const binary =
  (opcode: number) =>
  (a: Expression, b: Expression): Code => [...code(a), ...code(b), opcode];

export const isZero = unary(0x45);
export const signOfByte = unary(0xc0);
export const isEqual = binary(0x46);
export const isLess = binary(0x48);
export const isGreater = binary(0x4a);
export const isAboveUnsigned = binary(0x4b);
export const add = binary(0x6a);
export const subtract = binary(0x6b);
export const multiply = binary(0x6c);
export const remainder = binary(0x70);
export const and = binary(0x71);
export const or = binary(0x72);
export const xor = binary(0x73);
export const shiftLeft = binary(0x74);
export const shiftRight = binary(0x76);
/** Bit by its number, 0 or 1. */
export const bitOf = (value: Expression, bit: number): Code =>
  and(bit === 0 ? value : shiftRight(value, bit), 1);
export const not = (value: Expression): Code => xor(value, -1);

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Expression): Code => [
  ...code(value),
  0x21,
  ...unsigned(local),
];

/** A byte of the memory at a constant address behind a computed one. */
export const byteAt = (offset: number, base: Expression = 0): Code => [
  ...code(base),
  0x2d,
  0,
  ...unsigned(offset),
];
export const storeByte = (offset: number, value: Expression, base: Expression = 0): Code => [
  ...code(base),
  ...code(value),
  0x3a,
  0,
  ...unsigned(offset),
];
/** Two bytes, the low one first. */
export const wordAt = (offset: number): Code => [...code(0), 0x2f, 0, ...unsigned(offset)];
export const storeWord = (offset: number, value: Expression): Code => [
  ...code(0),
  ...code(value),
  0x3b,
  0,
  ...unsigned(offset),
];
/** Four bytes. */
export const longAt = (offset: number, base: Expression = 0): Code => [
  ...code(base),
  0x28,
  0,
  ...unsigned(offset),
];
export const storeLong = (offset: number, value: Expression): Code => [
  ...code(0),
  ...code(value),
  0x36,
  0,
  ...unsigned(offset),
];

const empty = 0x40;
export const openBlock: Code = [0x02, empty];
export const end: Code = [0x0b];
export const openLoop: Code = [0x03, empty];
export const when = (condition: Expression, then: Code): Code => [
  ...code(condition),
  0x04,
  empty,
  ...then,
  ...end,
];
/** Goes behind the block, or to the begin of the loop, that many levels further out. */
export const branch = (depth: number): Code => [0x0c, ...unsigned(depth)];
/** To the depth at that place in the list; the last one stands for all others as well. */
export const branchTable = (index: Expression, depths: readonly number[]): Code => [
  ...code(index),
  0x0e,
  ...unsigned(depths.length - 1),
  ...depths.flatMap((depth) => unsigned(depth)),
];
/** Calls the function at that place of the table, with three values; leaves one. */
export const callTable = (place: Expression, values: readonly [Code, Code, Code]): Code => [
  ...values.flat(),
  ...code(place),
  0x11,
  0,
  0,
];

const i32 = 0x7f;
const functionType = 0x60;
const functionReference = 0x70;

const items = (each: readonly (readonly number[])[]): number[] => [
  ...unsigned(each.length),
  ...each.flat(),
];

const text = (name: string): number[] => [...unsigned(name.length), ...Buffer.from(name, 'latin1')];

/** A function of three values that gives one. */
export interface WasmFunction {
  /** Its text in pieces, as a large one is worth copying only once. */
  readonly body: readonly (Code | Uint8Array)[];
  /** Beside its parameters. */
  readonly locals: number;
}

function sized(parts: readonly (Uint8Array | readonly number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => new Uint8Array(part)));
  return Buffer.concat([Uint8Array.of(...unsigned(content.length)), content]);
}

/**
 * A module that works on the imported memory `host.memory` and exports the first function as `run`. The others stand in
 * the table, from place 1 on.
 */
export function moduleOf(functions: readonly WasmFunction[], memoryPages: number): Uint8Array {
  const types = items([[functionType, 3, i32, i32, i32, 1, i32]]);
  const imports = items([[...text('host'), ...text('memory'), 2, 0, ...unsigned(memoryPages)]]);
  const elements = functions.slice(1).map((_, index) => unsigned(index + 1));
  const bodies = functions.map(({ body, locals }) =>
    sized([[1, ...unsigned(locals), i32], ...body, end]),
  );
  const sections: readonly (readonly [id: number, ...parts: (Uint8Array | Code)[]])[] = [
    [1, types],
    [2, imports],
    [3, items(functions.map(() => [0]))],
    [4, items([[functionReference, 0, ...unsigned(functions.length)]])],
    [7, items([[...text('run'), 0, 0]])],
    [9, items([[0, ...code(1), ...end, ...items(elements)]])],
    [10, unsigned(bodies.length), ...bodies],
  ];
  return Buffer.concat([
    Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0),
    ...sections.flatMap(([id, ...parts]) => [Uint8Array.of(id), sized(parts)]),
  ]);
}
