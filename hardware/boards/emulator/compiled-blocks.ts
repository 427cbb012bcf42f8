/**
 * Runs of AVR instructions, each compiled to one JavaScript function. avr8js finds the meaning of an
 * instruction anew, by up to 99 comparisons, each time that it executes it; that is most of the time
 * that an emulated board costs. Within a run nothing can happen but the run itself: it touches no
 * register behind which a peripheral stands, and whoever calls it makes sure that it ends before the
 * next clock event. Whatever is not compiled is left to avr8js.
 */
import { compileFunction } from 'node:vm';
import type { CPU } from 'avr8js';
import { BlockWriter } from './block-text.ts';
import type { Step } from './block-text.ts';
import { instructionText } from './instruction-text.ts';
import { jumpText } from './jump-text.ts';
import { statusRegister } from './status-register.ts';

export interface Block {
  /**
   * Runs to an exit, or up to an access through a pointer into the I/O registers. A run that ends where it began goes on
   * by itself as long as another turn ends by `limit`.
   */
  readonly run: (cpu: CPU, data: Uint8Array, readAt: Float64Array, limit: number) => void;
  /** Cycles that one turn takes at most. */
  readonly cycles: number;
  /** Where the program may go on, as far as that is known before. */
  readonly ends: readonly number[];
}

/**
 * What stands behind a data address, for a program that reads or writes it. Where it is `noted`, a
 * run notes the cycle at which it read it.
 */
export type Access = 'memory' | 'peripheral' | 'noted';

/** Instructions on the longest way through a run, and on the ways that leave it by a jump, which branch again so often. */
const longestRun = 32;
const longestBranch = 12;
const mostBranches = 2;

/** How far a run is followed. */
interface Room {
  readonly length: number;
  readonly branches: number;
}

/**
 * Functions by their text, for every chip of this process. A run knows nothing but its arguments, so that two chips, and
 * one chip before and after a reset, may share it, with all that the engine has learnt about it.
 */
const functions = new Map<string, Block['run']>();
/** The guard's program comes to about a thousand; texts of many other programs would only be kept for nobody. */
const mostFunctions = 20_000;

function functionOf(text: string): Block['run'] {
  const known = functions.get(text);
  if (known !== undefined) return known;
  const run = compileFunction(text, ['cpu', 'd', 'readAt', 'limit']) as Block['run'];
  if (functions.size >= mostFunctions) functions.clear();
  functions.set(text, run);
  return run;
}

export class BlockCompiler {
  readonly #flash: Uint16Array;
  readonly #boundaries: Uint8Array;
  readonly #accessTo: (address: number, writes: boolean) => Access;

  /** @param boundaries 1 at word addresses that may begin a run and must not lie inside one */
  constructor(
    flash: Uint16Array,
    boundaries: Uint8Array,
    accessTo: (address: number, writes: boolean) => Access,
  ) {
    this.#flash = flash;
    this.#boundaries = boundaries;
    this.#accessTo = accessTo;
  }

  /** The run that begins at a word address; undefined where avr8js must execute the instruction. */
  compile(start: number): Block | undefined {
    const steps = this.#collect(start, { length: longestRun, branches: mostBranches });
    if (steps.length === 0) return undefined;
    // Whoever looks for idle loops wants to see each turn of one.
    const loopsTo = this.#boundaries[start] === 1 ? undefined : start;
    const { text, cycles, ends } = new BlockWriter(steps, loopsTo).write();
    return { run: functionOf(text), cycles, ends };
  }

  /** Follows the program over jumps and calls, and on both ways of a branch, to a limit. */
  #collect(start: number, room: Room, before: ReadonlySet<number> = new Set()): Step[] {
    const steps: Step[] = [];
    const visited = new Set(before);
    const mask = this.#flash.length - 1;
    let at = start;
    while (steps.length < room.length && !visited.has(at)) {
      if (visited.size > 0 && this.#boundaries[at] === 1) break;
      const step = this.#translate(at);
      if (step === undefined) break;
      const { text, jump } = step;
      const address = jump?.address ?? text?.address;
      const writes = text?.writes === true;
      const access = address === undefined ? 'memory' : this.#accessTo(address, writes);
      if (access === 'peripheral') break;
      visited.add(at);
      const taken = this.#taken(jump, room, steps.length, visited);
      const noted = access === 'noted' && address !== undefined ? { noted: address } : {};
      steps.push({ ...step, ...noted, taken });
      // Interrupts may be allowed from here on.
      if (writes && address === statusRegister) break;
      if (typeof jump?.target === 'string') break;
      at = jump !== undefined && jump.condition === undefined ? jump.target : step.next & mask;
    }
    return steps;
  }

  /** What comes next where a conditional jump is taken. */
  #taken(
    jump: Step['jump'],
    { length, branches }: Room,
    passed: number,
    visited: ReadonlySet<number>,
  ): readonly Step[] {
    if (jump?.condition === undefined || typeof jump.target !== 'number' || branches === 0)
      return [];
    const left = Math.min(longestBranch, length - passed - 1);
    return this.#collect(jump.target, { length: left, branches: branches - 1 }, visited);
  }

  #translate(at: number): Step | undefined {
    const mask = this.#flash.length - 1;
    const word = this.#flash[at] ?? 0;
    const jump = jumpText(word, at, this.#flash);
    if (jump !== undefined) return { at, next: (at + 1) & mask, jump };
    const text = instructionText(word, this.#flash[(at + 1) & mask] ?? 0);
    if (text === undefined) return undefined;
    return { at, next: (at + (text.words ?? 1)) & mask, text };
  }
}

/** Marks the words where runs begin: where jumps and branches go, and what stands behind them. */
export function runStarts(flash: Uint16Array): Uint8Array {
  const starts = new Uint8Array(flash.length);
  const mask = flash.length - 1;
  flash.forEach((word, at) => {
    const jump = jumpText(word, at, flash);
    if (jump === undefined) return;
    if (typeof jump.target === 'number') starts[jump.target] = 1;
    starts[(at + 1) & mask] = 1;
    starts[(at + 2) & mask] = 1;
  });
  return starts;
}
