/**
 * How long another process may be silent, counted only while this one was awake. A judge that slept (a frozen server, a
 * computer in suspend) has heard nothing because it did not listen: before it judges, it reads what was said meanwhile, and
 * it judges only after two looks that were both on time.
 */

/** What a judge knows. Pure data. */
export interface Silence {
  /** Of the last look, on a monotonic clock. */
  readonly lookedAtMs: number;
  /** How long nothing was heard, as far as this process was awake to hear it. */
  readonly silentMs: number;
  /** Looks in a row that were on time and found it silent for too long. */
  readonly found: number;
}

export const listening = (nowMs: number): Silence => ({
  lookedAtMs: nowMs,
  silentMs: 0,
  found: 0,
});

/** A look that comes so much later than planned says that the judge slept. */
const lateByLooks = 2;
/** Twice on time. */
const findingsNeeded = 2;

/** One look, planned every `everyMs`. What passed while nobody looked does not count. */
export function nextSilence(
  before: Silence,
  { nowMs, everyMs, allowedMs }: { nowMs: number; everyMs: number; allowedMs: number },
): Silence {
  const sinceMs = nowMs - before.lookedAtMs;
  const onTime = sinceMs >= 0 && sinceMs < lateByLooks * everyMs;
  if (!onTime) return { lookedAtMs: nowMs, silentMs: before.silentMs, found: 0 };
  const silentMs = before.silentMs + sinceMs;
  return { lookedAtMs: nowMs, silentMs, found: silentMs >= allowedMs ? before.found + 1 : 0 };
}

export const isJudged = ({ found }: Silence): boolean => found >= findingsNeeded;

export interface PatienceOptions {
  readonly everyMs: number;
  readonly allowedMs: () => number;
  readonly onSilent: () => void;
}

/** How often to look where so much is allowed in all. */
export const lookEveryMs = (allowedMs: number): number =>
  Math.max(20, Math.min(500, allowedMs / 4));

/** The shell around it: a timer, and a turn for what waits to be read before each look. */
export class Patience {
  readonly #options: PatienceOptions;
  readonly #timer: NodeJS.Timeout;
  #silence = listening(performance.now());
  #ended = false;

  constructor(options: PatienceOptions) {
    this.#options = options;
    this.#timer = setInterval(() => {
      this.#afterReading(() => {
        this.#look();
      });
    }, options.everyMs);
  }

  /** Something was heard. */
  heard(): void {
    this.#silence = listening(performance.now());
  }

  end(): void {
    clearInterval(this.#timer);
    this.#ended = true;
  }

  /** Two turns of the event loop: messages that lie in the channel are read in the first, at the latest. */
  #afterReading(look: () => void): void {
    setImmediate(() => {
      setImmediate(look);
    });
  }

  #look(): void {
    if (this.#ended) return;
    const { everyMs, allowedMs, onSilent } = this.#options;
    const now = { nowMs: performance.now(), everyMs, allowedMs: allowedMs() };
    this.#silence = nextSilence(this.#silence, now);
    if (!isJudged(this.#silence)) return;
    this.end();
    onSilent();
  }
}
