/** What all AVR instructions have in common: their WebAssembly, and the fields of their words (AVR Instruction Set Manual). */
import type { Flag } from './status-register.ts';
import type { Code } from './wasm-code.ts';

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

export const first = (word: number): number => (word & 0x1f0) >> 4;
export const second = (word: number): number => (word & 0xf) | ((word & 0x200) >> 5);
export const upper = (word: number): number => ((word & 0xf0) >> 4) + 16;
export const upperThree = (word: number): number => ((word & 0x70) >> 4) + 16;
export const constant = (word: number): number => (word & 0xf) | ((word & 0xf00) >> 4);
export const ioAddress = (word: number): number => ((word & 0xf) | ((word & 0x600) >> 5)) + 32;
export const pair = (word: number): number => 2 * ((word & 0x30) >> 4) + 24;
export const smallConstant = (word: number): number => (word & 0xf) | ((word & 0xc0) >> 2);
export const displacement = (word: number): number =>
  (word & 7) | ((word & 0xc00) >> 7) | ((word & 0x2000) >> 8);
export const bit = (word: number): number => word & 7;

export const plain = (cycles: number, body: Code): InstructionCode => ({ cycles, body });
