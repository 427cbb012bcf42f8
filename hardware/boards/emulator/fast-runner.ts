/**
 * Runs a chip as avr8js would, only faster: compiled code where nothing can come in between, avr8js
 * itself everywhere else, and idle loops skipped.
 */
import { avrInstruction } from 'avr8js';
import type { CPU } from 'avr8js';
import type { Atmega328p } from './atmega328p.ts';
import type { CpuInternals } from './avr8js-internals.ts';
import type { CompiledProgram } from './compiled-program.ts';
import { compileProgram, placeProgram } from './compiled-program.ts';
import type { Run, WasmMemory } from './engine.ts';
import { IdleLoops, loopHeads } from './idle-loops.ts';
import { flashWords, layout } from './machine.ts';
import type { AccessTo } from './program-blocks.ts';
import { interruptEnable, statusRegister } from './status-register.ts';

/** More would not fit into a variable of compiled code. */
const mostCycles = 1 << 30;

export class FastRunner {
  readonly #chip: Atmega328p;
  readonly #queue: CpuInternals;
  readonly #idle: IdleLoops;
  readonly #heads: Uint8Array;
  /** 0 where nothing compiled begins. */
  readonly #entries: Uint32Array;
  readonly #run: Run;
  /** Where the program goes on, and whether an interrupt waits. */
  readonly #cells: Int32Array;

  constructor(chip: Atmega328p, flash: Uint16Array, memory: WasmMemory) {
    this.#chip = chip;
    this.#queue = chip.cpu as unknown as CpuInternals;
    const program = programOf(flash, chip);
    this.#entries = program.entries;
    this.#run = placeProgram(program, memory);
    this.#heads = new Uint8Array(memory.buffer, layout.heads, flashWords);
    this.#cells = new Int32Array(memory.buffer, layout.next, 2);
    this.#idle = new IdleLoops(chip, memory);
  }

  /** Runs until `targetCycles`, or until the watchdog fires. */
  run(targetCycles: number): void {
    const { cpu } = this.#chip;
    while (cpu.cycles < targetCycles) {
      if (this.#heads[cpu.pc] === 1) this.#idle.visit(targetCycles);
      const start = cpu.cycles;
      this.#runCompiled(cpu, targetCycles);
      if (!this.#isDue(cpu)) {
        const goesOn = cpu.cycles >= targetCycles || this.#heads[cpu.pc] === 1;
        if (goesOn && cpu.cycles > start) continue;
        // What stopped here is not compiled, or an event comes before it would end.
        avrInstruction(cpu);
        if (!this.#isDue(cpu)) continue;
      }
      cpu.tick();
      this.#idle.disturb();
      if (this.#chip.watchdogFired) return;
    }
  }

  /** Up to the next event, to a loop head, or to what is not compiled. */
  #runCompiled(cpu: CPU, targetCycles: number): void {
    if (this.#entries[cpu.pc] === 0) return;
    const event = this.#queue.nextClockEvent;
    const limit = event === null ? targetCycles : Math.min(event.cycles, targetCycles);
    const budget = Math.min(Math.ceil(limit - cpu.cycles), mostCycles);
    this.#cells[1] = cpu.nextInterrupt >= 0 ? 1 : 0;
    const left = this.#run(cpu.pc, budget, this.#heads[cpu.pc] ?? 0);
    cpu.pc = (this.#cells[0] ?? 0) & (flashWords - 1);
    cpu.cycles += budget - left;
  }

  /** A clock event has come, or an interrupt may be served. */
  #isDue(cpu: CPU): boolean {
    const event = this.#queue.nextClockEvent;
    if (event !== null && event.cycles <= cpu.cycles) return true;
    if (cpu.nextInterrupt < 0) return false;
    return (((cpu.data[statusRegister] ?? 0) >> interruptEnable) & 1) !== 0;
  }
}

/** Programs by their text, for every chip of this process: two chips, and one before and after a reset, share it. */
const programs = new Map<string, CompiledProgram>();
const mostPrograms = 16;

function programOf(flash: Uint16Array, chip: Atmega328p): CompiledProgram {
  const text = Buffer.from(flash.buffer, flash.byteOffset, flash.byteLength).toString('latin1');
  const known = programs.get(text);
  if (known !== undefined) return known;
  const program = compileProgram(flash, watchedAccess(chip), loopHeads(flash));
  if (programs.size >= mostPrograms) programs.clear();
  programs.set(text, program);
  return program;
}

/** Which addresses have a peripheral behind them. */
function watchedAccess({ cpu, ports }: Atmega328p): AccessTo {
  const read = new Set(Object.keys(cpu.readHooks).map(Number));
  const written = new Set(Object.keys(cpu.writeHooks).map(Number));
  const pins = new Set<number>(Object.values(ports).map(({ portConfig }) => portConfig.PIN));
  return (address, writes) => {
    if (!writes && pins.has(address)) return 'noted';
    return (writes ? written : read).has(address) ? 'peripheral' : 'memory';
  };
}
