/**
 * The whole companion on the simulated board, moved tick by tick: wishes, hands, faults and time go in, and after every
 * tick the pins are held to the laws. What the companion decides by itself is never sent, only brought about.
 */
import type { Board } from '../../hardware/boards/board.ts';
import { EmulatedGuardBoard } from '../../hardware/boards/emulated-guard.ts';
import { loadGuardFirmware } from '../../hardware/boards/emulator/guard-image.ts';
import { SimulatedBoard } from '../../hardware/boards/simulated.ts';
import { SimulatedDevice } from '../../hardware/boards/simulated-device.ts';
import type { DeviceWorld, PinReader } from '../../hardware/boards/device-world.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import type { Journal } from '../../src/records/journal.ts';
import { planOf } from '../../src/limits/plan.ts';
import { Companion, tickMs } from '../../src/treatment/companion.ts';
import { deviceOn } from '../../src/treatment/open-device.ts';
import { prepareTreatment } from '../../src/treatment/prepare.ts';
import type { Entry } from '../../src/treatment/state.ts';
import { ModelBoard } from '../guard/model-board.ts';
import { objectionToPins, pinsOf } from './laws.ts';
import type { Pins } from './laws.ts';
import type { Missing } from './operator-script.ts';

/** Two are as quick as the plant: the simulated one, and one with a model of the guard on it. The third is the chip. */
export type BenchBoard = 'simulated' | 'guarded' | 'emulated';

const boards: Readonly<Record<BenchBoard, (world: OpenWorld) => Board>> = {
  simulated: (world) => new SimulatedBoard(world),
  guarded: (world) => new ModelBoard('reference', 1, world),
  emulated: (world) => new EmulatedGuardBoard({ program: loadGuardFirmware(), world }),
};
/** What the companion has sent in its tick is on the pins of the chip by then, its slow serial line and a mean included. */
const landsWithinMs = 30;

/** Longer than a lease: the guard has dropped the power when the computer comes back. */
const stallMs = 1000;

type Spoilt = 'nothing' | 'plate sensor open' | 'heatsink sensor held';

/** A room in which the plate is at rest near its cold setpoint: no path waits for it to get there. */
const roomC = 30;
const { parameters } = rigs.reference;
const coolRoom = { ...parameters, ambient: { ...parameters.ambient, temperatureC: roomC } };
const coldC = 26.2;

/** The mean of a duty over so many slices of time, which are no whole number of periods: it may be a fortieth above it. */
const meanSlices = 4;
const meanShare = 1 / 1.025;

/** The pins of a chip on which a duty is the mean since it was last read: once a slice, whoever asks. */
class ChipPins {
  readonly #last = new Map<number, number[]>();

  /** What the device is driven with in this slice. */
  slice(pins: PinReader): PinReader {
    const read = new Map<number, number>();
    const duty = (pin: number): number => {
      const known = read.get(pin) ?? pins.duty(pin);
      if (!read.has(pin)) {
        read.set(pin, known);
        this.#last.set(pin, [...(this.#last.get(pin) ?? []), known].slice(-meanSlices));
      }
      return known;
    };
    return {
      duty,
      level: (pin) => pins.level(pin),
      lineHeld: () => pins.lineHeld?.() ?? true,
    };
  }

  /** What a judge sees: off is off, in each slice. */
  duty(pin: number): number {
    const last = this.#last.get(pin) ?? [];
    return (meanShare * last.reduce((sum, one) => sum + one, 0)) / Math.max(1, last.length);
  }
}

/** The simulated device, with the pins in view and two sensor faults that also go away again. */
class OpenWorld implements DeviceWorld {
  readonly #device = new SimulatedDevice(coolRoom, defaultPinMap, 1);
  readonly simulation = this.#device.simulation;
  pins: PinReader | null = null;
  spoilt: Spoilt = 'nothing';
  chip: ChipPins | null = null;
  #heldVolts = Number.NaN;

  advance(untilMs: number, pins: PinReader): void {
    const once = this.chip?.slice(pins) ?? pins;
    const { chip } = this;
    this.pins = chip === null ? pins : { ...once, duty: (pin) => chip.duty(pin) };
    this.#device.advance(untilMs, once);
  }

  analogVolts(channel: number, atMs?: number, driven?: boolean): number {
    const volts = this.#device.analogVolts(channel, atMs, driven);
    if (this.spoilt === 'plate sensor open' && channel === defaultPinMap.plateA) return 5;
    if (channel !== defaultPinMap.heatsink) return volts;
    if (this.spoilt !== 'heatsink sensor held') this.#heldVolts = volts;
    return this.#heldVolts;
  }

  digitalInput(pin: number): boolean | undefined {
    return this.#device.digitalInput(pin);
  }

  fanTurnsPerS(): number {
    return this.#device.fanTurnsPerS();
  }
}

const memoryJournal = (): Journal => ({
  id: 'bench',
  path: 'memory',
  failure: undefined,
  lastHash: '',
  onReserve: false,
  append: () => {},
  flush: () => Promise.resolve(),
  close: () => Promise.resolve(),
});

const prescribed = prepareTreatment('seed-spasm', undefined, rigs.reference);

/** @param dwellsMs of the phases, cold first and cold last: far shorter than any limit allows, for the sake of speed */
function configFor(dwellsMs: readonly number[], missing: Missing) {
  const plan = planOf({
    name: 'paths',
    rotations: (dwellsMs.length - 1) / 2,
    cold: { setpointC: coldC, minutes: 1 },
    hot: { setpointC: 38, minutes: 1 },
    finalCold: { minutes: 1 },
    rampCPerS: 0.5,
  });
  const last = dwellsMs.length - 1;
  const missed = { 'none missed': null, 'first missed': 0, 'last missed': last }[missing];
  // No such phase can be delivered: they owe nothing, or what nobody can give.
  const phases = plan.phases.map((phase, index) => ({
    ...phase,
    dwellMs: dwellsMs[index]!,
    owedMs: index === missed ? Number.POSITIVE_INFINITY : 0,
  }));
  // Heat counts as soon as the plate is warm: that it takes half a minute of it is asked elsewhere.
  return { ...prescribed.config, plan: { ...plan, phases }, heatCountsMs: 0 };
}

const dozeStepMs = 1000;
const restAtMostMs = 300_000;

export class Bench {
  readonly companion: Companion;
  readonly kind: BenchBoard;
  /** Everything that went into the record. */
  readonly entries: readonly Entry[];
  ticks = 0;
  /** Ticks in which heat was really on, and in which cooling was. */
  heating = 0;
  cooling = 0;
  /** Is asked after every tick what is missing, beside what is there and may not be. */
  witness: ((bench: Bench, afterMs: number) => string | null) | null = null;
  readonly #world: OpenWorld;
  readonly #landsMs: number;
  #linkLost = false;
  /** Of the time to the next tick, what has passed already. */
  #landedMs = 0;
  #stalledMs = 0;

  private constructor(
    companion: Companion,
    world: OpenWorld,
    entries: readonly Entry[],
    kind: BenchBoard,
  ) {
    this.kind = kind;
    this.#landsMs = kind === 'emulated' ? landsWithinMs : 0;
    this.companion = companion;
    this.#world = world;
    this.entries = entries;
  }

  static async open(
    dwellsMs: readonly number[],
    missing: Missing = 'none missed',
    kind: BenchBoard = 'simulated',
  ): Promise<Bench> {
    const world = new OpenWorld();
    if (kind === 'emulated') world.chip = new ChipPins();
    const board = boards[kind](world);
    const device = await deviceOn(board, defaultPinMap);
    const entries: Entry[] = [];
    const companion = new Companion({
      ...device,
      config: configFor(dwellsMs, missing),
      journal: memoryJournal(),
      onEntry: (entry) => entries.push(entry),
    });
    return new Bench(companion, world, entries, kind);
  }

  get state(): SessionState {
    return this.companion.state;
  }

  get pins(): Pins {
    const { pins } = this.#world;
    if (pins === null) throw new Error('the world has not run yet');
    return pinsOf(pins);
  }

  /** One tick as the companion's own loop does it, and the law of the pins after it. */
  async tick(afterMs = tickMs): Promise<void> {
    const { board } = this.companion;
    const plannedMs = board.nowMs() + afterMs - this.#landedMs;
    await board.advanceTo(plannedMs + this.#stalledMs);
    this.#stalledMs = 0;
    this.companion.tick(Math.max(0, board.nowMs() - plannedMs));
    this.#landedMs = this.#landsMs;
    if (this.#landsMs > 0) await board.advanceTo(board.nowMs() + this.#landsMs);
    this.ticks += 1;
    const { pins, state } = this;
    if (pins.heat > 0) this.heating += 1;
    if (pins.cool > 0) this.cooling += 1;
    const objection =
      (this.#linkLost ? this.#objectionWithoutLink() : objectionToPins(state, pins)) ??
      this.witness?.(this, afterMs) ??
      null;
    if (objection !== null) throw new Error(`in ${state}, tick ${this.ticks}: ${objection}`);
  }

  /** Over a lost link no host can change a pin: the board's own lease answers for that (L5, L10). */
  #objectionWithoutLink(): string | null {
    const { drive } = this.companion.treatment.gate;
    return drive === 0 ? null : `the gate lets ${drive} through`;
  }

  async run(ms: number): Promise<void> {
    for (let passedMs = 0; passedMs < ms; passedMs += tickMs) await this.tick();
  }

  /** Lets time pass until it has happened; at most so long. */
  async until(happened: () => boolean, mostMs: number): Promise<void> {
    for (let passedMs = 0; passedMs < mostMs; passedMs += tickMs) {
      if (happened()) return;
      await this.tick();
    }
    if (!happened()) throw new Error(`nothing came of ${mostMs / 1000} s in ${this.state}`);
  }

  /** Time in which nothing is driven, by far fewer ticks than there are; where each tick counts, they are run. */
  async doze(ms: number): Promise<void> {
    // The lease of the chip runs on, whatever is driven.
    if (this.kind === 'emulated') {
      await this.run(ms);
      return;
    }
    for (let passedMs = 0; passedMs < ms; passedMs += dozeStepMs) await this.tick(dozeStepMs);
  }

  /** The device comes to rest. */
  async rest(): Promise<void> {
    for (let passedMs = 0; passedMs < restAtMostMs && !this.#isAtRest(); passedMs += dozeStepMs) {
      await this.doze(dozeStepMs);
    }
  }

  #isAtRest(): boolean {
    const { plateC, heatsinkC } = this.#world.simulation.truth();
    return Math.abs(plateC - roomC) < 2 && Math.abs(heatsinkC - roomC) < 1;
  }

  /** A wish, heard in the next tick. */
  wish(event: SessionEvent): void {
    this.companion.send({ who: 'operator', event });
  }

  layOnSkin(): void {
    this.#world.simulation.setContact(true);
  }

  liftOff(): void {
    this.#world.simulation.setContact(false);
  }

  /** Somebody says that they have seen what is shown; heard in the next tick. */
  acknowledgeAlarms(): void {
    this.companion.acknowledgeAlarms('A. Smith');
  }

  /** The plate's own temperature. */
  get plateC(): number {
    return this.#world.simulation.truth().plateC;
  }

  /** The button on the board, pressed for as long as a hand is on it. */
  holdStop(pressed: boolean): void {
    this.#world.simulation.setStopPressed(pressed);
  }

  spoil(what: Spoilt): void {
    this.#world.spoilt = what;
  }

  fault(id: 'host-stalled' | 'link-delayed' | 'link-lost'): void {
    // The simulated board stalls by itself; on any other it is the computer that comes late.
    if (this.companion.board.guard !== undefined && id === 'host-stalled') {
      this.#stalledMs = stallMs;
      return;
    }
    if (id === 'link-lost') this.#linkLost = true;
    this.companion.board.simulation?.injectFault(id);
  }

  close(): Promise<void> {
    return this.companion.board.close();
  }
}
