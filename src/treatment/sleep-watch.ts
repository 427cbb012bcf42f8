/**
 * Whether the computer slept between two ticks. The clock that paces a tick stands still in suspend, so that the tick after
 * it does not look late; a second clock goes on. What it went on by is how late the tick is.
 */
import { uptime } from 'node:os';

/** Both in milliseconds, from beginnings of their own. */
export interface TwoClocks {
  /** Stands while the computer sleeps. */
  readonly awakeMs: number;
  /** Goes on while it sleeps, and is put right by nobody. */
  readonly sinceBootMs: number;
}

/** The second clock is read in hundredths of a second, and the two are not read at the same moment. */
const disagreementMs = 200;

/** How long it slept from the first reading to the second; 0 where it did not. */
export function sleptMs(before: TwoClocks, now: TwoClocks): number {
  const awakeMs = now.awakeMs - before.awakeMs;
  const sleptForMs = now.sinceBootMs - before.sinceBootMs - awakeMs;
  return sleptForMs > disagreementMs ? sleptForMs : 0;
}

/** Reading the second clock costs something; a board in virtual time ticks thousands of times a second. */
const looksEveryMs = 40;

export class SleepWatch {
  readonly #awakeNowMs: () => number;
  readonly #sinceBootMs: () => number;
  #before: TwoClocks;

  constructor(awakeNowMs: () => number, sinceBootMs: () => number) {
    this.#awakeNowMs = awakeNowMs;
    this.#sinceBootMs = sinceBootMs;
    this.#before = this.#read();
  }

  #read(): TwoClocks {
    return { awakeMs: this.#awakeNowMs(), sinceBootMs: this.#sinceBootMs() };
  }

  /** How long the computer slept since the last look, milliseconds. */
  look(): number {
    if (this.#awakeNowMs() - this.#before.awakeMs < looksEveryMs) return 0;
    const now = this.#read();
    const slept = sleptMs(this.#before, now);
    this.#before = now;
    return slept;
  }
}

/** The second clock of this computer, milliseconds. */
export const sinceBootMs = (): number => uptime() * 1000;

/** Watches this computer from now on. */
export const watchSleep = (): SleepWatch => new SleepWatch(() => performance.now(), sinceBootMs);
