/** How many requests one address may make: some at once, then so many a second. Nobody is asked to wait for STOP. */

export interface AllowanceLimits {
  readonly atOnce: number;
  readonly perS: number;
}

/** A page asks for some twenty things when it is opened; ten people behind one address open it at once. */
export const usualAllowance: AllowanceLimits = { atOnce: 300, perS: 100 };
const mostAddresses = 10_000;

export class Allowance {
  readonly #limits: AllowanceLimits;
  readonly #nowMs: () => number;
  /** When the last allowance of an address will be back. */
  readonly #fullAtMs = new Map<string, number>();

  /** @param nowMs a monotonic clock */
  constructor(limits: AllowanceLimits, nowMs: () => number) {
    this.#limits = limits;
    this.#nowMs = nowMs;
  }

  /** Takes one, where there is one left. */
  take(address: string): boolean {
    const { atOnce, perS } = this.#limits;
    const oneMs = 1000 / perS;
    const nowMs = this.#nowMs();
    const fullAtMs = Math.max(nowMs, this.#fullAtMs.get(address) ?? 0);
    if (fullAtMs - nowMs > (atOnce - 1) * oneMs) return false;
    if (this.#fullAtMs.size >= mostAddresses) this.#forget(nowMs);
    this.#fullAtMs.delete(address);
    this.#fullAtMs.set(address, fullAtMs + oneMs);
    return true;
  }

  /** What is full again says nothing; where nobody is, whoever came first is forgotten. */
  #forget(nowMs: number): void {
    for (const [address, fullAtMs] of this.#fullAtMs) {
      if (fullAtMs > nowMs && this.#fullAtMs.size < mostAddresses) return;
      this.#fullAtMs.delete(address);
    }
  }
}
