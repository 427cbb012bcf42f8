/** How often somebody may try a password or a code. Counted by name and by address, so that neither way is free. */
import { Refusal } from '../refusal.ts';

/** Five at once, then one every ten seconds. */
const atOnce = 5;
const oneEveryMs = 10_000;
const mostKeys = 10_000;

export class Attempts {
  readonly #nowMs: () => number;
  /** When the last allowance of a key will be back. */
  readonly #fullAtMs = new Map<string, number>();

  /** @param nowMs a monotonic wall clock */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Takes one attempt from each key. @throws Refusal TOO_MANY_ATTEMPTS, with nothing taken */
  take(keys: readonly string[]): void {
    const waitMs = Math.max(...keys.map((key) => this.#waitMs(key)));
    if (waitMs > 0) throw new TooMany(Math.ceil(waitMs / 1000));
    for (const key of keys) {
      this.#fullAtMs.set(key, Math.max(this.#nowMs(), this.#fullAtMs.get(key) ?? 0) + oneEveryMs);
    }
    this.#forget();
  }

  /** Somebody proved who they are: their failures are forgotten. */
  clear(keys: readonly string[]): void {
    for (const key of keys) this.#fullAtMs.delete(key);
  }

  #waitMs(key: string): number {
    const owedMs = (this.#fullAtMs.get(key) ?? 0) - this.#nowMs();
    return owedMs - (atOnce - 1) * oneEveryMs;
  }

  #forget(): void {
    if (this.#fullAtMs.size < mostKeys) return;
    const nowMs = this.#nowMs();
    for (const [key, fullAtMs] of this.#fullAtMs) if (fullAtMs <= nowMs) this.#fullAtMs.delete(key);
  }
}

export class TooMany extends Refusal {
  readonly retryAfterS: number;

  constructor(retryAfterS: number) {
    super('TOO_MANY_ATTEMPTS', {
      what: 'too many attempts',
      fix: `Try again in ${retryAfterS} s. STOP needs no session.`,
    });
    this.retryAfterS = retryAfterS;
  }
}
