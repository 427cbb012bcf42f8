/**
 * Writes one compiled function: a region, that is some blocks that follow each other in the program. It
 * goes on inside as long as the cycles left allow, and hands over where the program leaves the region.
 *
 * Flags are kept in variables. What the last arithmetic instruction says of them is worked out only
 * where something can see it: at the end of a block, or where the block is left in its middle.
 */
import { handOverFlags, loadFlags, storeFlags, takeOverFlags } from './flag-code.ts';
import type { InstructionCode } from './instruction-word.ts';
import type { JumpCode } from './jump-code.ts';
import {
  ioEnd,
  layout,
  local,
  localsBesideParameters,
  p,
  ramEnd,
  setLocal,
  stopMark,
} from './machine.ts';
import type { Block, Step } from './block.ts';
import type { Flag } from './status-register.ts';
import { flagNames, statusRegister } from './status-register.ts';
import type { Code, WasmFunction } from './wasm-code.ts';
import * as w from './wasm-code.ts';

const budget = w.get(local.budget);
const spend = (cycles: number): Code =>
  cycles === 0 ? [] : setLocal('budget', w.subtract(budget, cycles));

/** @param heads 1 at word addresses where the caller may want to see the program come by */
export function regionCode(blocks: readonly Block[], heads: Uint8Array): WasmFunction {
  const places = new Map(blocks.map(({ start }, index) => [start, index]));
  const bodies = blocks.map((block, index) =>
    new BlockWriter(block, index, places, heads[block.start] === 1).write(),
  );
  const depths = blocks.map((_, index) => index);
  const body = [
    takeOverFlags,
    // Two levels around those of the blocks: to leave the region, and to go back in it.
    w.openBlock,
    w.openLoop,
    ...blocks.map(() => w.openBlock),
    w.branchTable(w.get(local.next), depths),
    ...bodies.flatMap((code) => [w.end, code]),
    w.end,
    w.end,
    handOverFlags,
    w.storeLong(layout.next, w.get(local.next)),
    budget,
  ];
  return { body, locals: localsBesideParameters };
}

class BlockWriter {
  readonly #block: Block;
  readonly #index: number;
  readonly #places: ReadonlyMap<number, number>;
  readonly #isHead: boolean;
  readonly #code: number[] = [];
  /** Flags that the block has set and their variables have not. */
  readonly #pending = new Map<Flag, Code>();
  #cycles = 0;

  constructor(block: Block, index: number, places: ReadonlyMap<number, number>, isHead: boolean) {
    this.#block = block;
    this.#index = index;
    this.#places = places;
    this.#isHead = isHead;
  }

  write(): Uint8Array {
    const { steps, end, start, stopsAnywhere } = this.#block;
    const before = steps.slice(0, -1).reduce((sum, step) => sum + cyclesOf(step), 0);
    if (this.#isHead) this.#showAtHead();
    // The last instruction may begin as long as a cycle is left.
    const needed = stopsAnywhere === true ? 1 : before + 1;
    const stop = this.#leave(start | stopMark, 1);
    this.#code.push(...w.when(w.isLess(budget, needed), stop));
    for (const step of steps) {
      if (stopsAnywhere === true && step.at !== start) {
        this.#code.push(...w.when(w.isLess(budget, this.#cycles + 1), this.#stopAt(step.at)));
      }
      if (step.noted !== undefined) this.#code.push(...w.storeByte(layout.noted + step.noted, 1));
      if (step.plain !== undefined) this.#writeInstruction(step, step.plain);
      if (step.jump !== undefined) this.#writeJump(step, step.jump);
    }
    if (steps.at(-1)?.jump === undefined) {
      this.#code.push(...this.#flags(), ...this.#goTo(end, 0));
    }
    return new Uint8Array(this.#code);
  }

  #showAtHead(): void {
    const { start } = this.#block;
    const isWatched = w.isGreater(w.byteAt(layout.heads + start), w.get(local.pass));
    this.#code.push(...w.when(isWatched, this.#leave(start | stopMark, 1)), ...setLocal('pass', 0));
  }

  #writeInstruction({ at, next }: Step, plain: InstructionCode): void {
    const { address, writes, pointer, reads, sets, body, cycles, allows } = plain;
    const isStatus = address === statusRegister;
    if (pointer !== undefined) this.#guardPointer(at, pointer, ioEnd);
    if (isStatus && writes !== true) this.#code.push(...this.#takeFlags(), ...storeFlags);
    this.#code.push(...this.#takeFlags(reads));
    if (sets !== undefined) this.#code.push(...this.#takeFlagsBut(sets));
    this.#code.push(...body);
    this.#cycles += cycles;
    if (isStatus && writes === true) {
      this.#pending.clear();
      this.#code.push(...loadFlags);
    }
    for (const flag of flagNames) {
      const value = sets?.[flag];
      if (value !== undefined) this.#pending.set(flag, value);
    }
    if (allows === true || (isStatus && writes === true)) {
      this.#code.push(...w.when(w.longAt(layout.waiting), this.#stopAt(next)));
    }
  }

  #writeJump({ at, next }: Step, jump: JumpCode): void {
    if (jump.stackAt !== undefined) this.#guardPointer(at, jump.stackAt, ioEnd + 1);
    this.#code.push(...this.#flags(), ...(jump.body ?? []));
    this.#cycles += jump.cycles;
    if (jump.condition !== undefined) {
      const taken = this.#goTo(Number(jump.target), 1, jump.extraCycles);
      this.#code.push(...w.when(jump.condition, taken), ...this.#goTo(next, 0));
      return;
    }
    if (jump.allows === true) {
      // The caller sees whether an interrupt waits.
      const target = w.or(jump.target, w.shiftLeft(w.longAt(layout.waiting), stopBit));
      this.#code.push(...spend(this.#cycles), ...this.#leave(target, 0));
      return;
    }
    this.#code.push(...this.#goTo(jump.target, 0));
  }

  /** Leaves what is beside RAM to avr8js: registers with a peripheral behind, and nothing at all. */
  #guardPointer(at: number, pointer: Code, lowest: number): void {
    const isOutside = w.isAboveUnsigned(w.subtract(p, lowest), ramEnd - 1 - lowest);
    this.#code.push(...setLocal('p', pointer), ...w.when(isOutside, this.#stopAt(at)));
  }

  /** Hands over in the middle of the block; inside of a condition. */
  #stopAt(at: number): Code {
    return [...this.#flags(), ...spend(this.#cycles), ...this.#leave(at | stopMark, 1)];
  }

  /** To another block of the region, or out of it. */
  #goTo(target: number | Code, nested: number, extraCycles = 0): Code {
    const spent = spend(this.#cycles + extraCycles);
    const place = typeof target === 'number' ? this.#places.get(target) : undefined;
    if (place === undefined) return [...spent, ...this.#leave(target, nested)];
    if (place > this.#index) return [...spent, ...w.branch(place - this.#index - 1 + nested)];
    const isTurn = target === this.#block.start && this.#block.stopsAnywhere === true;
    const skipped = isTurn ? skipTurns(this.#cycles + extraCycles) : [];
    const again = w.branch(this.#places.size - 1 - this.#index + nested);
    return [...spent, ...skipped, ...setLocal('next', place), ...again];
  }

  #leave(target: number | Code, nested: number): Code {
    const out = w.branch(this.#places.size - this.#index + nested);
    return [...setLocal('next', target), ...out];
  }

  /** What brings the variables of these flags up to date, all flags by default. */
  #flags(flags: readonly Flag[] = flagNames): Code {
    return flags.flatMap((flag) => {
      const value = this.#pending.get(flag);
      return value === undefined ? [] : setLocal(flag, value);
    });
  }

  /** The same, to be done now. */
  #takeFlags(flags: readonly Flag[] = flagNames): Code {
    const code = this.#flags(flags);
    for (const flag of flags) this.#pending.delete(flag);
    return code;
  }

  /** Before other arithmetic begins: the flags that it leaves as they are. */
  #takeFlagsBut(sets: InstructionCode['sets']): Code {
    return this.#takeFlags(flagNames.filter((flag) => sets?.[flag] === undefined));
  }
}

const stopBit = Math.log2(stopMark);
const cyclesOf = ({ plain, jump }: Step): number => plain?.cycles ?? jump?.cycles ?? 0;

/** All whole turns that fit into what is left. */
const skipTurns = (turnCycles: number): Code =>
  w.when(w.isGreater(budget, 0), setLocal('budget', w.remainder(budget, turnCycles)));
