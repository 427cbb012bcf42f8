/** SREG of the AVR: its place in data memory and its arithmetic flags (AVR Instruction Set Manual). */
export const statusRegister = 0x5f;

/** Arithmetic flags, by bit. */
export const flagBits = { c: 0, z: 1, n: 2, v: 3, s: 4, h: 5 } as const;
export type Flag = keyof typeof flagBits;
export const flagNames: readonly Flag[] = ['c', 'z', 'n', 'v', 's', 'h'];
/** Bit of the global interrupt enable. */
export const interruptEnable = 7;

/**
 * Compiled code keeps for each flag a value that shows it, as arithmetic leaves it: in this bit, or for the zero flag in
 * being zero.
 */
export const shownIn = { c: 8, n: 7, v: 7, s: 7, h: 1 } as const;
