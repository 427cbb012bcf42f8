/**
 * Runs a chip as avr8js would, only faster: compiled runs of instructions where nothing can come in
 * between, avr8js itself everywhere else, and idle loops skipped.
 */
import { avrInstruction } from 'avr8js';
import type { CPU } from 'avr8js';
import type { Atmega328p } from './atmega328p.ts';
import type { CpuInternals } from './avr8js-internals.ts';
import type { Access, Block } from './compiled-blocks.ts';
import { BlockCompiler, runStarts } from './compiled-blocks.ts';
import { IdleLoops } from './idle-loops.ts';
import { statusRegister } from './status-register.ts';

const interruptsEnabled = 0x80;
/** A place of the program is compiled when it has been passed this often. */
const passesToCompile = 50;

export class FastRunner {
  readonly #chip: Atmega328p;
  readonly #queue: CpuInternals;
  readonly #idle: IdleLoops;
  readonly #compiler: BlockCompiler;
  readonly #blocks: (Block | undefined)[];
  /** How often each place was passed; places where no run begins stay out of it. */
  readonly #passes: Uint8Array;
  readonly #starts: Uint8Array;

  constructor(chip: Atmega328p, flash: Uint16Array) {
    this.#chip = chip;
    this.#queue = chip.cpu as unknown as CpuInternals;
    this.#passes = new Uint8Array(flash.length);
    this.#starts = runStarts(flash);
    const accessTo = watchedAccess(chip);
    this.#idle = new IdleLoops(chip, flash, (head) => this.#forgetBlocksBefore(head));
    this.#compiler = new BlockCompiler(flash, this.#idle.heads, accessTo);
    this.#blocks = Array.from(flash, () => undefined);
  }

  /** Runs until `targetCycles`, or until the watchdog fires. */
  run(targetCycles: number): void {
    const { cpu } = this.#chip;
    const { heads } = this.#idle;
    while (cpu.cycles < targetCycles) {
      if (heads[cpu.pc] === 1) this.#idle.visit(targetCycles);
      if (!this.#runBlocks(cpu, targetCycles)) avrInstruction(cpu);
      if (!this.#isDue(cpu)) continue;
      cpu.tick();
      this.#idle.disturb();
      if (this.#chip.watchdogFired) return;
    }
  }

  /**
   * One compiled run after the other, up to the next event, to a loop head, or to what is not compiled. False where it
   * made no way.
   */
  #runBlocks(cpu: CPU, targetCycles: number): boolean {
    const { heads, readAt } = this.#idle;
    const { data } = cpu;
    const blocks = this.#blocks;
    const event = this.#queue.nextClockEvent;
    const limit = event === null ? targetCycles : Math.min(event.cycles, targetCycles);
    // While an interrupt waits, each run may be the one that allows it.
    const interrupted = cpu.nextInterrupt >= 0;
    const loopLimit = interrupted ? 0 : limit;
    const start = cpu.cycles;
    for (;;) {
      const { pc, cycles } = cpu;
      const block = blocks[pc];
      if (block === undefined) {
        if (cycles === start) this.#countPass(pc);
        break;
      }
      if (cycles + block.cycles > limit) break;
      block.run(cpu, data, readAt, loopLimit);
      if (interrupted || cpu.cycles === cycles || heads[cpu.pc] === 1) break;
    }
    return cpu.cycles !== start;
  }

  /** A clock event has come, or an interrupt may be served. */
  #isDue(cpu: CPU): boolean {
    const event = this.#queue.nextClockEvent;
    if (event !== null && event.cycles <= cpu.cycles) return true;
    if (cpu.nextInterrupt < 0) return false;
    return ((cpu.data[statusRegister] ?? 0) & interruptsEnabled) !== 0;
  }

  #countPass(pc: number): void {
    const passes = (this.#passes[pc] ?? 0) + 1;
    if (passes > passesToCompile || this.#starts[pc] === 0) return;
    this.#passes[pc] = passes;
    if (passes < passesToCompile) return;
    const block = this.#compiler.compile(pc);
    this.#blocks[pc] = block;
    for (const end of block?.ends ?? []) this.#starts[end] = 1;
    if (block !== undefined) return;
    // An instruction that is left to avr8js, of one word or two: a run begins behind it.
    const mask = this.#starts.length - 1;
    this.#starts[(pc + 1) & mask] = 1;
    this.#starts[(pc + 2) & mask] = 1;
  }

  /** A place is no loop head any more: runs that ended in front of it may go on, and its own may loop. */
  #forgetBlocksBefore(head: number): void {
    this.#blocks.forEach((block, pc) => {
      if (pc !== head && block?.ends.includes(head) !== true) return;
      this.#blocks[pc] = undefined;
      this.#passes[pc] = 0;
    });
  }
}

/** Which addresses have a peripheral behind them, asked before the runner adds its own hooks. */
function watchedAccess({ cpu, ports }: Atmega328p): (address: number, writes: boolean) => Access {
  const read = new Set(Object.keys(cpu.readHooks).map(Number));
  const written = new Set(Object.keys(cpu.writeHooks).map(Number));
  const pins = new Set<number>(Object.values(ports).map(({ portConfig }) => portConfig.PIN));
  return (address, writes) => {
    if (!writes && pins.has(address)) return 'noted';
    return (writes ? written : read).has(address) ? 'peripheral' : 'memory';
  };
}
