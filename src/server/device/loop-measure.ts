/** How late the ticks of the last minute or two were, on the wall clock. Shown; nothing is decided by it. */
const kept = 2048;

export interface LoopLateness {
  readonly ticks: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

export class LoopMeasure {
  readonly #lateMs = new Float64Array(kept);
  #count = 0;

  note(lateMs: number): void {
    this.#lateMs[this.#count % kept] = lateMs;
    this.#count += 1;
  }

  /** All ticks so far. */
  get count(): number {
    return this.#count;
  }

  /** Null before the first tick. */
  lateness(): LoopLateness | null {
    const ticks = Math.min(this.#count, kept);
    const sorted = this.#lateMs.slice(0, ticks).toSorted();
    const at = (share: number): number => {
      const lateMs = sorted[Math.min(ticks - 1, Math.floor(share * ticks))] ?? 0;
      return Math.round(lateMs * 100) / 100;
    };
    return ticks === 0 ? null : { ticks, medianMs: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
  }
}
