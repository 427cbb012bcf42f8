/** STOP on the wire (law L3): sent at once, without a session, and again until the device has confirmed it. */
import type { StopAnswer } from '../../server/contract/answers.ts';
import { isAsking, reduceStop, repeatMs, stopReady } from '../state/stop.ts';
import type { StopEvent, StopView } from '../state/stop.ts';
import { addressOf } from './api.ts';

type Listener = (view: StopView) => void;

/** One wish is given up after this long, so that the next one can go out. */
const oneAnswerAllowedMs = 5000;

export class Stopper {
  #view: StopView = stopReady;
  #timer: number | undefined;
  readonly #onView: Listener;

  constructor(onView: Listener) {
    this.#onView = onView;
  }

  get view(): StopView {
    return this.#view;
  }

  /** Also where one is under way: another press is another wish. */
  press(): void {
    this.#hear({ type: 'pressed', nowMs: performance.now() });
    void this.#send();
    this.#timer ??= window.setInterval(() => {
      this.#hear({ type: 'time', nowMs: performance.now() });
      void this.#send();
    }, repeatMs / 2);
  }

  /** A new treatment has begun: what was stopped before is over. */
  clear(): void {
    this.#hear({ type: 'cleared' });
  }

  #lastSentMs = -Infinity;

  async #send(): Promise<void> {
    const nowMs = performance.now();
    if (!isAsking(this.#view) || nowMs - this.#lastSentMs < repeatMs) return;
    this.#lastSentMs = nowMs;
    try {
      const response = await fetch(addressOf('/stop'), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
        keepalive: true,
        signal: AbortSignal.timeout(oneAnswerAllowedMs),
      });
      const answer = (await response.json()) as Partial<StopAnswer>;
      const off = response.ok && answer.confirmed === true;
      this.#hear({ type: 'answered', off, nowMs: performance.now() });
    } catch {
      // No answer is no proof; the next wish is on its way.
    }
  }

  #hear(event: StopEvent): void {
    const before = this.#view;
    this.#view = reduceStop(before, event);
    if (!isAsking(this.#view)) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    if (this.#view !== before) this.#onView(this.#view);
  }
}
