/**
 * STOP on the wire (law L3): sent at once, without a session, to every door that the device has, and again until one
 * has confirmed it. The device process has a port of its own: another pool of connections, which neither a busy server
 * nor this browser's other tabs stand in front of.
 */
import type { StopAnswer } from '../../server/contract/answers.ts';
import { isAsking, reduceStop, repeatMs, stopReady } from '../state/stop.ts';
import type { StopEvent, StopView } from '../state/stop.ts';

/** One wish is given up after this long, so that the next one can go out. */
const oneAnswerAllowedMs = 5000;

export interface StopWire {
  /** Where STOP is heard now; the first is the server that brought this page. */
  readonly doors: () => readonly string[];
  readonly onView: (view: StopView) => void;
  /** Monotonic, milliseconds. */
  readonly nowMs: () => number;
}

export class Stopper {
  #view: StopView = stopReady;
  #timer: ReturnType<typeof setInterval> | undefined;
  #lastSentMs = -Infinity;
  readonly #wire: StopWire;

  constructor(wire: StopWire) {
    this.#wire = wire;
  }

  get view(): StopView {
    return this.#view;
  }

  /** Also where one is under way: another press is another wish. @throws where it cannot even be sent */
  press(): void {
    this.#hear({ type: 'pressed', nowMs: this.#wire.nowMs() });
    this.#send();
    this.#timer ??= setInterval(() => {
      this.#hear({ type: 'time', nowMs: this.#wire.nowMs() });
      this.#send();
    }, repeatMs / 2);
  }

  /** A new treatment has begun: what was stopped before is over. */
  clear(): void {
    this.#hear({ type: 'cleared' });
  }

  #send(): void {
    const nowMs = this.#wire.nowMs();
    if (!isAsking(this.#view) || nowMs - this.#lastSentMs < repeatMs) return;
    this.#lastSentMs = nowMs;
    for (const door of this.#wire.doors()) void this.#knock(door);
  }

  async #knock(door: string): Promise<void> {
    const giveUp = new AbortController();
    const timer = setTimeout(() => {
      giveUp.abort();
    }, oneAnswerAllowedMs);
    try {
      // Plain, so that no browser asks the other port for leave first; and it goes out even while the page is left.
      const response = await fetch(door, {
        method: 'POST',
        keepalive: true,
        signal: giveUp.signal,
      });
      const answer = (await response.json()) as Partial<StopAnswer> | null;
      const off = response.ok && answer?.confirmed === true;
      this.#hear({ type: 'answered', off, nowMs: this.#wire.nowMs() });
    } catch {
      // No answer is no proof; the next wish is on its way.
    } finally {
      clearTimeout(timer);
    }
  }

  #hear(event: StopEvent): void {
    const before = this.#view;
    this.#view = reduceStop(before, event);
    if (!isAsking(this.#view)) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    if (this.#view !== before) this.#wire.onView(this.#view);
  }
}
