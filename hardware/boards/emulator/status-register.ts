/** SREG of the AVR: its place in data memory and its arithmetic flags (AVR Instruction Set Manual). */
export const statusRegister = 0x5f;
/** Data addresses below are registers; RAM begins here. */
export const ioEnd = 0x100;

/** Arithmetic flags, by bit. */
export const flagBits = { c: 0, z: 1, n: 2, v: 3, s: 4, h: 5 } as const;
export type Flag = keyof typeof flagBits;
/** In the order in which their texts are evaluated: sign is n ^ v, and zero and carry use what was. */
export const flagsInOrder: readonly Flag[] = ['h', 'v', 'n', 's', 'z', 'c'];
