/** The speed of a virtual board, which may change while it runs; a real board keeps its own time. */
import { paced } from '../../treatment/pacing.ts';
import type { Pacer } from '../../treatment/pacing.ts';

const fastestRest = 60;
/** A stall is not made up for: the pacer slips after so long. */
const forgottenMs = 250;

export class Pace {
  readonly #virtual: boolean;
  #speed: number;
  #pacer: Pacer;
  #fromMs: number;
  #fromWallMs = performance.now();
  #resting = true;

  constructor(virtual: boolean, speed: number, nowMs: number) {
    this.#virtual = virtual;
    this.#speed = virtual ? speed : 1;
    this.#pacer = this.#fresh();
    this.#fromMs = nowMs;
  }

  #fresh(): Pacer {
    return paced(this.#virtual ? this.#speedNow : 'max');
  }

  get #speedNow(): number {
    return this.#resting ? Math.min(this.#speed, fastestRest) : this.#speed;
  }

  /** At rest nothing is worth a whole processor. */
  rest(resting: boolean, nowMs: number): void {
    if (resting === this.#resting) return;
    this.#resting = resting;
    this.change(this.#speed, nowMs);
  }

  get speed(): number {
    return this.#speed;
  }

  /** From now on at this speed; also after the board's time went on without the pacer. */
  change(speed: number, nowMs: number): void {
    if (this.#virtual) this.#speed = speed;
    this.#pacer = this.#fresh();
    this.#fromMs = nowMs;
    this.#fromWallMs = performance.now();
  }

  /** How much later than the wall clock allows board time `atMs` is reached; after a long stall it counts anew. */
  lateMs(atMs: number): number {
    const lateMs = performance.now() - this.#fromWallMs - (atMs - this.#fromMs) / this.#speedNow;
    if (lateMs > forgottenMs) this.#fromWallMs += lateMs;
    return Math.max(0, lateMs);
  }

  /** Resolves when board time `atMs` may be reached. */
  until(atMs: number): Promise<void> | undefined {
    return this.#pacer.until(atMs - this.#fromMs);
  }
}
