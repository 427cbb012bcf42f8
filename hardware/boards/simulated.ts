/** The simulated board: Johnny-Five on an in-memory Uno, with the device's world behind its pins. */
import five from '../johnny-five/five.ts';
import { FivePins } from '../johnny-five/five-pins.ts';
import type { BoardPins } from '../port/board-pins.ts';
import type { Board, BoardIdentity, Simulation } from './board.ts';
import type { DeviceWorld } from './device-world.ts';
import { clockJumpMs, delayMs, jitterMostMs, stallMs, withLinkFaults } from './link-faults.ts';
import { Random } from '../plant/random.ts';
import { SimulatedIo } from './simulated-io.ts';

/** The firmware's loop: an input is looked at this often. */
const loopPassMs = 1;

export class SimulatedBoard implements Board {
  readonly virtual = true;
  readonly samplingIntervalMs = 25;
  readonly simulation: Simulation;
  readonly identity: BoardIdentity = {
    kind: 'simulated',
    port: 'simulated device',
    firmware: 'none (simulated)',
    guarded: false,
    imaginary: true,
    memory: null,
  };
  readonly #world: DeviceWorld;
  readonly #io: SimulatedIo;
  #nowMs = 0;
  #lost = false;
  #silentUntilMs = 0;
  /** Passes that saw a change while the link was slow: what they had to say arrives late. */
  #unheardMs: number[] = [];
  #stallMs = 0;
  #jitter: Random | null = null;
  #clockOffsetMs = 0;
  #nextReportMs = 0;
  #onLost: (reason: string) => void = () => {};

  constructor(world: DeviceWorld) {
    this.#world = world;
    this.#io = new SimulatedIo(world);
    this.simulation = withLinkFaults(
      world.simulation,
      {
        'link-lost': () => {
          this.#loseLink();
        },
        'link-garbled': () => {
          this.#io.garbled = true;
        },
        'link-delayed': () => {
          this.#silentUntilMs = this.#nowMs + delayMs;
        },
        'host-stalled': () => {
          this.#stallMs = stallMs;
        },
        'clock-jump': () => {
          this.#clockOffsetMs += clockJumpMs;
        },
        'host-jitters': () => {
          this.#jitter = new Random(0).split('jitter');
        },
        'board-browns-out': () => {
          this.#io.forget();
        },
      },
      {
        'host-jitters': () => {
          this.#jitter = null;
        },
        'board-browns-out': () => {
          this.#io.wake();
        },
        'link-garbled': () => {
          this.#io.garbled = false;
        },
      },
    );
  }

  async open(): Promise<BoardPins> {
    const board = new five.Board({
      io: this.#io,
      repl: false,
      debug: false,
      sigint: false,
    } as object);
    const ready = new Promise<void>((resolve) => {
      board.on('ready', () => {
        resolve();
      });
    });
    this.#io.start();
    await ready;
    return new FivePins(board);
  }

  fanTurnsPerS(): number {
    return this.#world.fanTurnsPerS?.() ?? Number.NaN;
  }

  nowMs(): number {
    return this.#nowMs + this.#clockOffsetMs;
  }

  advanceTo(askedMs: number): void {
    const jitterMs = this.#jitter === null ? 0 : jitterMostMs * this.#jitter.unit();
    const untilMs = askedMs - this.#clockOffsetMs + this.#stallMs + jitterMs;
    this.#stallMs = 0;
    // What a hand has done since the last pass.
    this.#lookAtInputs(this.#nowMs);
    while (this.#nextReportMs <= untilMs) {
      this.#lookAtInputsUntil(this.#nextReportMs);
      this.#nowMs = this.#nextReportMs;
      this.#world.advance(this.#nowMs, this.#io);
      if (!this.#lost && this.#nowMs >= this.#silentUntilMs) {
        this.#hear();
        this.#io.report();
      }
      this.#nextReportMs += this.samplingIntervalMs;
    }
    this.#lookAtInputsUntil(untilMs);
    if (untilMs > this.#nowMs) {
      this.#nowMs = untilMs;
      this.#world.advance(untilMs, this.#io);
    }
  }

  /** Between two rounds of reports only a change is news: each is seen by the next pass of the loop. */
  #lookAtInputsUntil(untilMs: number): void {
    const world = this.#world;
    for (let atMs = this.#nowMs; ;) {
      const changeMs = world.nextInputChangeMs?.(atMs) ?? Number.POSITIVE_INFINITY;
      atMs = Math.ceil(changeMs / loopPassMs) * loopPassMs;
      if (!(atMs < untilMs)) return;
      this.#lookAtInputs(atMs);
    }
  }

  #lookAtInputs(atMs: number): void {
    if (this.#lost) return;
    this.#nowMs = atMs;
    this.#unheardMs.push(atMs);
    if (atMs >= this.#silentUntilMs) this.#hear();
  }

  #hear(): void {
    for (const passMs of this.#unheardMs.splice(0)) this.#io.reportDigital(passMs);
  }

  /** The cable is pulled: reports stop, and the pins keep what they had. */
  #loseLink(): void {
    if (this.#lost) return;
    this.#lost = true;
    this.#io.cut();
    this.#onLost('the cable was pulled');
  }

  onLost(listener: (reason: string) => void): void {
    this.#onLost = listener;
  }

  close(): Promise<void> {
    this.#io.removeAllListeners();
    return Promise.resolve();
  }
}
