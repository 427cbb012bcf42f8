/**
 * What STOP shows (law L3). A wish is not an answer: until the device says that the power is off, nothing here
 * says so, and when no answer comes within a second the person is told to cut the power. The wish is repeated
 * until it is answered.
 */

/** An unanswered STOP is called so after this long. */
export const answerAllowedMs = 1000;
/** An unanswered STOP is sent again this often. */
export const repeatMs = 700;

export type StopView =
  | { readonly kind: 'ready' }
  | { readonly kind: 'stopping'; readonly sinceMs: number }
  /** The power was proven off this long after the press. */
  | { readonly kind: 'stopped'; readonly tookMs: number }
  | { readonly kind: 'unconfirmed'; readonly sinceMs: number };

export type StopEvent =
  | { readonly type: 'pressed'; readonly nowMs: number }
  /** The device answered; `off` only where it has proof that the power is off. */
  | { readonly type: 'answered'; readonly off: boolean; readonly nowMs: number }
  | { readonly type: 'time'; readonly nowMs: number }
  /** A new treatment has begun, or the person has read it. */
  | { readonly type: 'cleared' };

export const stopReady: StopView = Object.freeze({ kind: 'ready' });

export function reduceStop(view: StopView, event: StopEvent): StopView {
  switch (event.type) {
    case 'pressed':
      return isAsking(view) ? view : { kind: 'stopping', sinceMs: event.nowMs };
    case 'answered':
      if (!isAsking(view) || !event.off) return view;
      return { kind: 'stopped', tookMs: Math.max(0, event.nowMs - view.sinceMs) };
    case 'time':
      if (view.kind !== 'stopping') return view;
      // In time needs a proof: a clock that is no number counts as late.
      return event.nowMs - view.sinceMs < answerAllowedMs
        ? view
        : { kind: 'unconfirmed', sinceMs: view.sinceMs };
    case 'cleared':
      return isAsking(view) ? view : stopReady;
  }
}

/** It has been wished for, and nobody has proven it yet. */
export const isAsking = (
  view: StopView,
): view is Extract<StopView, { kind: 'stopping' | 'unconfirmed' }> =>
  view.kind === 'stopping' || view.kind === 'unconfirmed';
