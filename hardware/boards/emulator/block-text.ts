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
  /** Of a conditional jump, what comes next where it is taken, as far as it belongs to the run. */
  readonly taken?: readonly Step[];
  /** Data address whose reading is to be noted. */
  readonly noted?: number;
}

/** The text of a run, and what whoever runs it has to know of it. */
export interface BlockText {
  /** The body of a function of `cpu`, `d`, `readAt` and `limit`: the cycle up to which a run that is a loop may go on. */
  readonly text: string;
  /** Cycles that one turn takes at most. */
  readonly cycles: number;
  /** Word addresses where it may end, as far as they are known. */
  readonly ends: readonly number[];
}

export class BlockWriter {
  readonly #steps: readonly Step[];
  readonly #lines: string[] = [];
  readonly #loopsTo: number | undefined;
  readonly #ends = new Set<number>();
  /** Flags that the run has set and the status register has not. */
  #changed = new Set<Flag>();
  #known = new Set<Flag>();
  #cycles = 0;
  #mostCycles = 0;

  /** @param loopsTo the run's own begin, where it may go on with its next turn by itself */
  constructor(steps: readonly Step[], loopsTo?: number) {
    this.#steps = steps;
    this.#loopsTo = loopsTo;
  }

  write(): BlockText {
    this.#lines.push(`${this.#exit(this.#trace(this.#steps))}return;`);
    const begin = `"use strict";let a=0,b=0,t=0,p=0,c=0,z=0,n=0,v=0,s=0,h=0;const last=limit-${this.#mostCycles};`;
    const text = [begin, 'for(;;){', ...this.#lines, '}'].join('\n');
    return { text, cycles: this.#mostCycles, ends: [...this.#ends] };
  }

  /** Returns where the program goes on behind these steps. */
  #trace(steps: readonly Step[]): number | string {
    const seen = flagsSeenAfter(steps);
    let next: number | string = 0;
    steps.forEach((step, index) => {
      this.#load(step.text?.reads ?? step.jump?.reads ?? []);
      next = step.next;
      if (step.noted !== undefined) this.#lines.push(`readAt[${step.noted}]=cpu.cycles;`);
      if (step.text !== undefined) this.#writeInstruction(step.at, step.text, seen[index]);
      if (step.jump !== undefined) next = this.#writeJump(step.jump, step.next, step.taken ?? []);
    });
    return next;
  }

  #writeInstruction(at: number, text: InstructionText, seen?: ReadonlySet<Flag>): void {
    if (text.pointer !== undefined) {
      this.#lines.push(`p=${text.pointer};`, `if(p<${ioEnd}){${this.#exit(at)}return;}`);
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
  #writeJump(jump: JumpText, next: number, taken: readonly Step[]): number | string {
    if (jump.body !== undefined) this.#lines.push(jump.body);
    this.#cycles += jump.cycles;
    if (jump.condition === undefined) return jump.target;
    // All flags can be seen at a jump: both ways begin with what is known here.
    const [changed, known, cycles] = [new Set(this.#changed), new Set(this.#known), this.#cycles];
    this.#cycles += jump.extraCycles ?? 0;
    this.#lines.push(`if(${jump.condition}){`);
    const target = taken.length === 0 ? jump.target : this.#trace(taken);
    this.#lines.push(`${this.#exit(target)}return;}`);
    [this.#changed, this.#known, this.#cycles] = [changed, known, cycles];
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

  /** Leaves everything as it is behind the run; a loop goes on where another turn fits. */
  #exit(target: number | string): string {
    this.#mostCycles = Math.max(this.#mostCycles, this.#cycles);
    if (typeof target === 'number') this.#ends.add(target);
    const left = `${this.#status()}cpu.pc=${target};cpu.cycles+=${this.#cycles};`;
    // An access that is left to avr8js ends a run where it began as well: that is no turn.
    const turned = target === this.#loopsTo && this.#cycles > 0;
    return turned ? `${left}if(cpu.cycles<=last)continue;` : left;
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
