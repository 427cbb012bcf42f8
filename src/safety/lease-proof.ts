/**
 * The last stage of the self-test on a guarded board: the host falls silent while a small cool pulse is on, and the
 * board must cut the power by itself, in time (law L5, hazard H03). Only then is it armed for the treatment. Nobody is
 * on the plate yet.
 */
import type { Fact } from '../words/facts.ts';
import type { GuardReading } from './readings.ts';

export type LeaseStage = 'lease' | 'leaseClear' | 'rearm';

/** Power after the last renewal, as the board's report of its end arrives here. */
const droppedWithinMs = 500;
/** Without a report for this long the power is taken away by the host, and the board has failed. */
const watchedMs = 700;
const answerAllowedMs = 2000;

export type LeaseVerdict =
  | { readonly course: 'wait' }
  | { readonly course: 'go on' }
  | { readonly course: 'fail'; readonly reason: Fact };

const wait: LeaseVerdict = { course: 'wait' };
const goOn: LeaseVerdict = { course: 'go on' };
const fail = (reason: Fact): LeaseVerdict => ({ course: 'fail', reason });

/** What a stage has come to after `stageMs`. Pure. */
export function judgeLease(stage: LeaseStage, guard: GuardReading, stageMs: number): LeaseVerdict {
  if (guard.state === 'tripped' && guard.reason !== 'lease-lost')
    return fail({ kind: 'board-found', cause: guard.found });
  switch (stage) {
    case 'lease':
      return judgeDrop(guard, stageMs);
    case 'leaseClear':
      if (guard.state === 'idle') return goOn;
      return stageMs < answerAllowedMs ? wait : fail({ kind: 'lease-not-cleared' });
    case 'rearm':
      if (guard.state === 'armed') return goOn;
      return stageMs < answerAllowedMs ? wait : fail({ kind: 'lease-not-rearmed' });
  }
}

function judgeDrop(guard: GuardReading, stageMs: number): LeaseVerdict {
  if (guard.state !== 'tripped') {
    if (guard.state === 'armed' && stageMs < watchedMs) return wait;
    return fail({ kind: 'lease-kept', value: stageMs, unit: 'ms', limit: droppedWithinMs });
  }
  const tookMs = guard.trippedAtMs - guard.renewedAtMs;
  if (!(tookMs >= 0 && tookMs <= droppedWithinMs)) {
    return fail({ kind: 'lease-late', value: tookMs, unit: 'ms', limit: droppedWithinMs });
  }
  return guard.powerOff ? goOn : fail({ kind: 'lease-drives' });
}
