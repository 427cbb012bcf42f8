/**
 * Where every press of STOP arrives, whichever way it came. Presses of the same moment are one STOP with one proof: a
 * thousand of them are a thousand answers, and one line of the record.
 */
import type { StopAnswer } from '../contract/answers.ts';
import type { Stopped } from '../../treatment/host/stop-proof.ts';
import { confirmedAnswer, presserWords, unconfirmedAnswer } from './stop-words.ts';
import type { Presser } from './stop-words.ts';

export interface StopDeskParts {
  /** Switches everything off before it returns; resolves when the pins prove it. */
  readonly stop: (who: string) => Promise<Stopped>;
  /** Somebody who is known by name has pressed in the same moment as another one: for the record. */
  readonly alsoPressed?: (who: string) => void;
  /** A monotonic clock, milliseconds. */
  readonly nowMs: () => number;
  readonly withinMs?: number;
}

/** A person waits for so long; then the power is to be cut by hand. */
export const confirmedWithinMs = 3000;
/** A press that comes so much later is a wish of its own. */
const oneMomentMs = 200;

/** In one moment; nobody needs the record to name more. */
const mostNamed = 8;

interface Present {
  readonly sinceMs: number;
  readonly stopped: Promise<Stopped>;
  readonly pressers: Set<string>;
}

export class StopDesk {
  readonly #parts: StopDeskParts;
  readonly #withinMs: number;
  #present: Present | null = null;

  constructor(parts: StopDeskParts) {
    this.#parts = parts;
    this.#withinMs = parts.withinMs ?? confirmedWithinMs;
  }

  async press(presser: Presser): Promise<StopAnswer> {
    const { nowMs } = this.#parts;
    const sinceMs = nowMs();
    const stopped = this.#stopped(presser, sinceMs);
    const late = new Promise<null>((resolve) => {
      setTimeout(resolve, this.#withinMs, null).unref();
    });
    const proof = await Promise.race([stopped.catch(() => null), late]);
    const tookMs = nowMs() - sinceMs;
    return proof === null ? unconfirmedAnswer(tookMs) : confirmedAnswer(proof, tookMs);
  }

  #stopped(presser: Presser, sinceMs: number): Promise<Stopped> {
    const who = presserWords(presser);
    const before = this.#present;
    if (before !== null && sinceMs - before.sinceMs < oneMomentMs) {
      // A page presses at two doors at once, and only the server knows whose page it is.
      const news = presser.name !== null && !before.pressers.has(who);
      if (news && before.pressers.size < mostNamed) {
        before.pressers.add(who);
        this.#parts.alsoPressed?.(who);
      }
      return before.stopped;
    }
    const present = { sinceMs, stopped: this.#parts.stop(who), pressers: new Set([who]) };
    this.#present = present;
    const over = (): void => {
      if (this.#present === present) this.#present = null;
    };
    void present.stopped.then(over, over);
    return present.stopped;
  }
}
