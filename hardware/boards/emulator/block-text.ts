/**
 * Writes the JavaScript text of one run of instructions. Flags are kept in variables, and computed
 * only where something can still see them.
 */
import type { InstructionText } from './instruction-text.ts';
import type { JumpText } from './jump-text.ts';
import type { Flag } from './status-register.ts';
import { flagBits, flagsInOrder, ioEnd, statusRegister } from './status-register.ts';

/** One instruction of a run: what it does, or where it goes. */
export interface Step {
  readonly at: number;
  /** The word address of the instruction behind it. */
  readonly next: number;
  readonly text?: InstructionText;
  readonly jump?: JumpText;
  /** Data address whose reading is to be noted. */
  readonly noted?: number;
}

export class BlockWriter {
  readonly #steps: readonly Step[];
  readonly #lines: string[] = ['"use strict";let a=0,b=0,t=0,p=0,c=0,z=0,n=0,v=0,s=0,h=0;'];
  /** Flags that the run has set and the status register has not. */
  readonly #changed = new Set<Flag>();
  readonly #known = new Set<Flag>();
  #cycles = 0;
  #mostCycles = 0;

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  /**
   * The body of a function of `cpu`, `d` and `readAt`, the cycles that it takes at most, and where it
   * ends: a word address, or the text of one.
   */
  write(): { readonly text: string; readonly cycles: number; readonly next: number | string } {
    const seen = flagsSeenAfter(this.#steps);
    let next: number | string = 0;
    this.#steps.forEach((step, index) => {
      this.#load(step.text?.reads ?? step.jump?.reads ?? []);
      next = step.next;
      if (step.noted !== undefined) this.#lines.push(`readAt[${step.noted}]=cpu.cycles;`);
      if (step.text !== undefined) this.#writeInstruction(step.at, step.text, seen[index]);
      if (step.jump !== undefined) next = this.#writeJump(step.jump, step.next);
    });
    this.#lines.push(this.#exit(next, 0));
    return { text: this.#lines.join('\n'), cycles: this.#mostCycles, next };
  }

  #writeInstruction(at: number, text: InstructionText, seen?: ReadonlySet<Flag>): void {
    if (text.pointer !== undefined) {
      this.#lines.push(`p=${text.pointer};`, `if(p<${ioEnd}){${this.#exit(at, 0)}return;}`);
    }
    if (text.address === statusRegister && text.writes !== true) this.#lines.push(this.#status());
    if (text.address === statusRegister && text.writes === true) this.#changed.clear();
    this.#lines.push(text.body);
    this.#cycles += text.cycles;
    for (const flag of flagsInOrder) {
      const value = text.sets?.[flag];
      if (value === undefined) continue;
      this.#changed.add(flag);
      this.#known.add(flag);
      if (seen?.has(flag) === true) this.#lines.push(`${flag}=${value};`);
    }
  }

  /** Returns where the run goes on. */
  #writeJump(jump: JumpText, next: number): number | string {
    if (jump.body !== undefined) this.#lines.push(jump.body);
    this.#cycles += jump.cycles;
    if (jump.condition === undefined) return jump.target;
    const taken = this.#exit(jump.target, jump.extraCycles ?? 0);
    this.#lines.push(`if(${jump.condition}){${taken}return;}`);
    return next;
  }

  /** Brings flags that the run reads before it sets them from the status register. */
  #load(flags: readonly Flag[]): void {
    for (const flag of flags) {
      if (this.#known.has(flag)) continue;
      this.#known.add(flag);
      this.#lines.push(`${flag}=d[${statusRegister}]>>${flagBits[flag]}&1;`);
    }
  }

  #exit(target: number | string, extraCycles: number): string {
    const cycles = this.#cycles + extraCycles;
    this.#mostCycles = Math.max(this.#mostCycles, cycles);
    return `${this.#status()}cpu.pc=${target};cpu.cycles+=${cycles};`;
  }

  /** Puts the flags that the run has set into the status register. */
  #status(): string {
    if (this.#changed.size === 0) return '';
    let others = 0xff;
    const parts: string[] = [];
    for (const flag of this.#changed) {
      others &= ~(1 << flagBits[flag]);
      parts.push(`${flag}<<${flagBits[flag]}`);
    }
    return `d[${statusRegister}]=d[${statusRegister}]&${others}|${parts.join('|')};`;
  }
}

/** For each step, the flags that a later step, or whoever comes after the run, can still see. */
function flagsSeenAfter(steps: readonly Step[]): ReadonlySet<Flag>[] {
  const result: ReadonlySet<Flag>[] = [];
  let seen = new Set<Flag>(flagsInOrder);
  for (const { text, jump } of steps.toReversed()) {
    result.unshift(seen);
    seen = new Set(seen);
    for (const flag of flagsInOrder) if (text?.sets?.[flag] !== undefined) seen.delete(flag);
    for (const flag of text?.reads ?? []) seen.add(flag);
    // Wherever the run may end, and where the status register is read, all flags show.
    const mayEnd = jump?.condition !== undefined || text?.pointer !== undefined;
    if (text?.address === statusRegister && text.writes === true) seen = new Set();
    else if (mayEnd || text?.address === statusRegister) seen = new Set(flagsInOrder);
  }
  return result;
}
