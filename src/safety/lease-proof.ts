/**
 * The last stage of the self-test on a guarded board: the host falls silent while a small cool pulse is on, and the
 * board must cut the power by itself, in time (law L5, hazard H03). Only then is it armed for the treatment. Nobody is
 * on the plate yet.
 */
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
  | { readonly course: 'fail'; readonly reason: string };

const wait: LeaseVerdict = { course: 'wait' };
const goOn: LeaseVerdict = { course: 'go on' };
const fail = (reason: string): LeaseVerdict => ({ course: 'fail', reason });

/** What a stage has come to after `stageMs`. Pure. */
export function judgeLease(stage: LeaseStage, guard: GuardReading, stageMs: number): LeaseVerdict {
  if (guard.state === 'tripped' && guard.reason !== 'lease-lost') return fail(guard.finding);
  switch (stage) {
    case 'lease':
      return judgeDrop(guard, stageMs);
    case 'leaseClear':
      if (guard.state === 'idle') return goOn;
      return stageMs < answerAllowedMs
        ? wait
        : fail('the board did not let its trip be cleared after the test of its lease');
    case 'rearm':
      if (guard.state === 'armed') return goOn;
      return stageMs < answerAllowedMs
        ? wait
        : fail('the board did not arm itself again after the test of its lease');
  }
}

function judgeDrop(guard: GuardReading, stageMs: number): LeaseVerdict {
  if (guard.state !== 'tripped') {
    if (guard.state === 'armed' && stageMs < watchedMs) return wait;
    return fail(
      `the board kept its power for ${stageMs.toFixed(0)} ms without a renewal; ${droppedWithinMs} ms are allowed`,
    );
  }
  const tookMs = guard.trippedAtMs - guard.renewedAtMs;
  if (!(tookMs >= 0 && tookMs <= droppedWithinMs)) {
    return fail(
      `the board cut the power ${tookMs.toFixed(0)} ms after the last renewal; ${droppedWithinMs} ms are allowed`,
    );
  }
  return guard.powerOff
    ? goOn
    : fail('the board says that it cut the power, and its pins still drive');
}
