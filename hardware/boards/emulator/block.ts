/** What a program is cut into: runs of instructions that are entered only at their begin. */
import type { InstructionCode } from './instruction-word.ts';
import type { JumpCode } from './jump-code.ts';

/** One instruction: what it does, or where it goes. */
export interface Step {
  readonly at: number;
  readonly word: number;
  /** The word address of the instruction behind it. */
  readonly next: number;
  readonly plain?: InstructionCode;
  readonly jump?: JumpCode;
  /** Data address whose reading is to be noted. */
  readonly noted?: number;
}

export interface Block {
  readonly start: number;
  readonly steps: readonly Step[];
  /** Where the program goes on behind the last step, unless that jumps. */
  readonly end: number;
  /** An event may come behind any instruction: else the block is left to avr8js where one comes before it would end. */
  readonly stopsAnywhere?: true;
}
