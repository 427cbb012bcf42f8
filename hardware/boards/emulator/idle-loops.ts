/**
 * Finds idle loops and skips them exactly.
 *
 * A program that waits runs in a loop. When it comes back to the head of a loop with every register
 * and every byte of RAM as they were one turn before, and nothing touched a peripheral in between,
 * then each further turn is the same until the next clock event: whole turns are added to the cycle
 * counter instead of being executed. Compare matches that only toggle pins, on ports that the loop
 * does not read, happen on the way.
 */
import type { CPU } from 'avr8js';
import type { Atmega328p } from './atmega328p.ts';
import type { ClockEvent, CpuInternals } from './avr8js-internals.ts';
import type { WasmMemory } from './engine.ts';
import { flashWords, layout } from './machine.ts';

const pcicrAddress = 0x68;
const eimskAddress = 0x3d;
/** From a port's PIN register to its PORT (ATmega328P datasheet). */
const portAbovePin = 2;
/** Data addresses below it can be noted. */
const notedRegisters = 0x40;
/** I/O registers that a timer event can change: PIN and TIFR. */
const pinsAndFlags = [0x20, 0x40] as const;
/** A loop that never came back unchanged in this many turns counts something: it is not idle. */
const patienceTurns = 200;
/** By then all other heads on the way round an idle loop have been met. */
const hitsToSettle = 20;

interface Snapshot {
  readonly memory: Buffer;
  readonly pinsAndFlags: Uint8Array;
  cycles: number;
  disturbances: number;
  /** How often the loop was found idle, and how often something had changed. */
  hits: number;
  changes: number;
}

export class IdleLoops {
  /** 1 at the word addresses where the program may come back to the head of an idle loop. */
  readonly #heads: Uint8Array;
  /** 1 for each PIN register that compiled code has read since it was last looked at. */
  readonly #noted: Uint8Array;
  /** Cycle at which the program last read each PIN register, or a little later. */
  readonly #readAt = new Map<number, number>();
  readonly #chip: Atmega328p;
  readonly #cpu: CPU;
  readonly #queue: CpuInternals;
  readonly #memory: Buffer;
  readonly #pinAddresses: readonly number[];
  readonly #pinsAndFlags: Uint8Array;
  readonly #snapshots = new Map<number, Snapshot>();
  /** Counts all that a turn of an idle loop must be free of. */
  #disturbances = 0;

  constructor(chip: Atmega328p, memory: WasmMemory) {
    this.#heads = new Uint8Array(memory.buffer, layout.heads, flashWords);
    this.#noted = new Uint8Array(memory.buffer, layout.noted, notedRegisters);
    this.#chip = chip;
    this.#cpu = chip.cpu;
    this.#queue = chip.cpu as unknown as CpuInternals;
    this.#pinAddresses = Object.values(chip.ports).map(({ portConfig }) => portConfig.PIN);
    const { data } = chip.cpu;
    this.#memory = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    this.#pinsAndFlags = data.subarray(...pinsAndFlags);
    this.#watchPeripherals();
  }

  /** An event or an interrupt has come in between. */
  disturb(): void {
    this.#disturbances++;
  }

  /** The program stands at a head: skips if the loop is idle, up to the next event or the target. */
  visit(targetCycles: number): void {
    const { pc, cycles } = this.#cpu;
    this.#takeNotes();
    const snapshot = this.#snapshots.get(pc);
    if (snapshot === undefined) {
      this.#snapshots.set(pc, this.#takeSnapshot());
      return;
    }
    if (snapshot.disturbances === this.#disturbances && snapshot.memory.equals(this.#memory)) {
      if (snapshot.hits < hitsToSettle) this.#dropOthersSince(pc, snapshot.cycles);
      snapshot.hits++;
      this.#skip(snapshot, targetCycles);
      return;
    }
    snapshot.changes++;
    if (snapshot.hits === 0 && snapshot.changes > patienceTurns) this.#drop(pc);
    snapshot.memory.set(this.#memory);
    snapshot.cycles = cycles;
    snapshot.disturbances = this.#disturbances;
  }

  #skip(snapshot: Snapshot, targetCycles: number): void {
    const cpu = this.#cpu;
    const start = cpu.cycles;
    const turnCycles = start - snapshot.cycles;
    let event = this.#queue.nextClockEvent;
    while (event !== null && event.cycles < targetCycles && this.#isUnseen(event, snapshot)) {
      cpu.cycles = Math.max(start, event.cycles);
      cpu.tick();
      event = this.#queue.nextClockEvent;
    }
    const limit = event === null ? targetCycles : Math.min(event.cycles, targetCycles);
    const turns = Math.max(0, Math.ceil((limit - start) / turnCycles) - 1);
    cpu.cycles = start + turns * turnCycles;
    snapshot.cycles = cpu.cycles;
    snapshot.pinsAndFlags.set(this.#pinsAndFlags);
  }

  /** A compare match that raises no interrupt and shows only on a port that the loop does not read. */
  #isUnseen(event: ClockEvent, { cycles }: Snapshot): boolean {
    const { data } = this.#cpu;
    if (data[pcicrAddress] !== 0 || data[eimskAddress] !== 0) return false;
    const timer = this.#chip.timers.find((candidate) => candidate.owns(event.callback));
    if (timer === undefined || timer.nextInterrupts) return false;
    return timer.drivenPorts.every(
      (port) => (this.#readAt.get(port - portAbovePin) ?? -1) < cycles,
    );
  }

  /** One head is enough for a loop; the others that were passed in this turn only cost time. */
  #dropOthersSince(pc: number, cycles: number): void {
    for (const [other, snapshot] of this.#snapshots) {
      if (other !== pc && snapshot.cycles >= cycles && this.#heads[other] === 1) this.#drop(other);
    }
  }

  #drop(pc: number): void {
    this.#heads[pc] = 0;
    this.#snapshots.delete(pc);
  }

  /** What was read up to now was read now at the latest. */
  #takeNotes(): void {
    for (const address of this.#pinAddresses) {
      if (this.#noted[address] !== 1) continue;
      this.#noted[address] = 0;
      this.#readAt.set(address, this.#cpu.cycles);
    }
  }

  #takeSnapshot(): Snapshot {
    const memory = Buffer.from(this.#memory);
    return {
      memory,
      pinsAndFlags: memory.subarray(...pinsAndFlags),
      cycles: this.#cpu.cycles,
      disturbances: this.#disturbances,
      hits: 0,
      changes: 0,
    };
  }

  /** Every access to a hooked register is a disturbance, but for reading pins, which is noted. */
  #watchPeripherals(): void {
    const { readHooks, writeHooks, data } = this.#cpu;
    for (let address = 0; address < data.length; address++) {
      const read = readHooks[address];
      if (read !== undefined) {
        readHooks[address] = (at) => {
          this.#disturbances++;
          return read(at);
        };
      }
      const write = writeHooks[address];
      if (write !== undefined) {
        writeHooks[address] = (value, oldValue, at, mask) => {
          this.#disturbances++;
          return write(value, oldValue, at, mask);
        };
      }
    }
    for (const { portConfig } of Object.values(this.#chip.ports)) {
      readHooks[portConfig.PIN] = (at) => {
        this.#readAt.set(at, this.#cpu.cycles);
        return data[at] ?? 0;
      };
    }
    const petWatchdog = this.#cpu.onWatchdogReset;
    this.#cpu.onWatchdogReset = () => {
      this.#disturbances++;
      petWatchdog();
    };
  }
}

/** Marks the words of a program that a jump or branch reaches backwards: the heads of its loops. */
export function loopHeads(flash: Uint16Array): Uint8Array {
  const heads = new Uint8Array(flash.length);
  flash.forEach((word, at) => {
    const target = jumpTarget(word, at, flash[at + 1] ?? 0);
    if (target !== undefined && target >= 0 && target <= at) heads[target] = 1;
  });
  return heads;
}

/** Target of RJMP, BRBS, BRBC and JMP (AVR Instruction Set Manual); undefined for other words. */
function jumpTarget(word: number, at: number, nextWord: number): number | undefined {
  if ((word & 0xf000) === 0xc000) return at + 1 + (word & 0x7ff) - (word & 0x800);
  if ((word & 0xf800) === 0xf000) return at + 1 + ((word & 0x1f8) >> 3) - ((word & 0x200) >> 3);
  return (word & 0xfe0e) === 0x940c ? nextWord : undefined;
}
