/** What the companion must be in each state of the operator model: its word, its pins, its record and its refusals. */
import { expect } from 'vitest';
import type { SessionState } from '../../machines/dispositions.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { objectionToPins } from './laws.ts';
import type { OperatorContext, OperatorEventType } from './operator-model.ts';
import type { Operator } from './operator.ts';

/** What the companion calls the states of the model. */
export const stateNames: Readonly<Record<string, SessionState>> = {
  rest: 'idle',
  screening: 'screening',
  declined: 'declined',
  testing: 'selfTest',
  cooling: 'preparing',
  waiting: 'awaitingContact',
  cold: 'treating.cold',
  closing: 'treating.cold',
  lastCold: 'treating.cold',
  hot: 'treating.hot',
  coldOver: 'checking',
  hotOver: 'checking',
  hotOverEnding: 'checking',
  coldPaused: 'paused',
  hotPaused: 'paused',
  closingPaused: 'paused',
  lastColdPaused: 'paused',
  settling: 'settling',
  over: 'ended',
  faulted: 'faulted',
};

/** What people may wish, and the event of the model that it is. */
const wishes: readonly (readonly [OperatorEventType, SessionEvent])[] = [
  ['PRESCRIBE', { type: 'PRESCRIBE', rotations: 2 }],
  ['ADMITTED', { type: 'SCREENED', result: 'clear', clinician: 'Dr. Roe' }],
  ['LAID_ON_SKIN', { type: 'CONTACT_CONFIRMED' }],
  ['CALLED_OFF', { type: 'CANCEL', reason: 'no reason' }],
  ['PAUSED', { type: 'PAUSE' }],
  ['RESUMED', { type: 'RESUME' }],
  ['SKIN_IS_WRONG', { type: 'SKIN_ANSWERED', answer: 'wrong', findings: ['pain'] }],
  ['ENDED_EARLY', { type: 'END_EARLY' }],
  ['ACKNOWLEDGED', { type: 'ACKNOWLEDGE' }],
  ['RESET', { type: 'RESET', person: 'A. Smith', causeGone: true }],
];

export interface Where {
  /** The state of the model. */
  readonly name: string;
  readonly context: OperatorContext;
  readonly can: (event: { readonly type: OperatorEventType }) => boolean;
}

/** @throws AssertionError where the companion is not what the model says */
export function expectToBe(operator: Operator, { name, context, can }: Where): void {
  const { bench } = operator;
  // Where nobody said whether it is hot, the pause is a skin check.
  const state = operator.isUnanswered ? 'checking' : stateNames[name]!;
  const { reason } = bench.companion.treatment.session.context;
  expect(bench.state, reason ?? name).toBe(state);
  expect(objectionToPins(state, bench.pins), name).toBeNull();
  if (state.startsWith('treating')) expectPhase(operator, context.phase);
  if (name === 'over') expectOutcome(operator, context);
  // An owed cold finish that is paused may be left by ending early as well: it goes on. And whoever pauses in a check is
  // heard: that it is a pause then is a cause of the answer.
  const heard: readonly string[] = ['lastColdPaused ENDED_EARLY', 'checking PAUSED'];
  const refused = wishes.filter(
    ([type]) =>
      !can({ type }) && !heard.includes(`${name} ${type}`) && !heard.includes(`${state} ${type}`),
  );
  for (const [, event] of refused) bench.wish(event);
  // RESET needs a name even where it is allowed.
  bench.wish({ type: 'RESET', person: ' ', causeGone: true });
  operator.run(1);
  expect(bench.state, `nothing of ${refused.map(([type]) => type).join()} may count`).toBe(state);
}

/** L2: odd phases are cold, and the record says which one runs. */
function expectPhase({ bench }: Operator, phase: number): void {
  const began = bench.entries.findLast(({ type }) => type === 'phase');
  expect(began?.fields).toMatchObject({ phase, kind: phase % 2 === 1 ? 'cold' : 'hot' });
}

/**
 * L2: the cold finish is delivered wherever heat was given, or the record says that it was not. L13: completed is what
 * was delivered.
 */
function expectOutcome(
  { bench, missing }: Operator,
  { phase, ending, cold }: OperatorContext,
): void {
  const summary = bench.companion.summary();
  const owed = phase >= 2;
  const skipped = owed && (cold === 'none' || (cold === 'last' && missing === 'last missed'));
  const outcomes = {
    'to the end': missing === 'none missed' ? 'completed' : 'undelivered',
    'left alone': 'ended early',
    'ended early': 'ended early',
    hurt: 'ended early',
    stopped: 'stopped',
  } as const;
  const alarms = bench.companion.treatment.alarms.alarms.map(({ id }) => id);
  if (ending === 'left alone') expect(alarms).toContain('pause-expired');
  if (ending === 'hurt') expect(alarms).toContain('skin-reaction');
  expect(summary).toMatchObject({
    outcome: ending === null ? null : outcomes[ending],
    rule: null,
    coldFinish: owed ? !skipped : null,
  });
  expect(summary.reason.includes('cold finish not delivered')).toBe(skipped);
}
