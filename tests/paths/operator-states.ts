/** What the companion must be in each state of the operator model: its word, its pins, its record and its refusals. */
import { expect } from 'vitest';
import type { SessionState } from '../../machines/dispositions.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import type { Alarm } from '../../src/safety/alarms.ts';
import type { Entry } from '../../src/treatment/state.ts';
import { objectionToPins } from './laws.ts';
import type { OperatorContext, OperatorEventType } from './operator-model.ts';
import type { Operator } from './operator.ts';
import { prescribedC } from './oracle.ts';

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
  warm: 'treating.hot',
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

/** As long as the longest silence between two pulses of a burst. */
const heardTicks = 12;

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
  expect(bench.state, reason?.kind ?? name).toBe(state);
  expect(objectionToPins(state, bench.pins), name).toBeNull();
  if (state.startsWith('treating')) expectPhase(operator, context.phase);
  expectAlarms(operator, name, context);
  if (name === 'over') expectOutcome(operator, context);
  if (name === 'faulted') expectFault(operator);
  expect(bench.entries.findLast(({ type }) => type === 'state')?.fields, name).toMatchObject(
    name === 'rest' && bench.ticks < 2 ? {} : { to: state },
  );
  // An owed cold finish that is paused may be left by ending early as well: it goes on. And whoever pauses in a check is
  // heard: that it is a pause then is a cause of the answer. A pause before the plate is warm is not in the model.
  const heard: readonly string[] = ['lastColdPaused ENDED_EARLY', 'checking PAUSED', 'hot PAUSED'];
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

/** L2: odd phases are cold, and the record says which one runs, and how cold or hot it is to be. */
function expectPhase({ bench }: Operator, phase: number): void {
  const began = bench.entries.findLast(({ type }) => type === 'phase');
  const kind = phase % 2 === 1 ? 'cold' : 'hot';
  expect(began?.fields).toMatchObject({ phase, kind, setpointC: prescribedC[kind] });
}

/** What each fault of a walk trips on. A stall is seen by the loop itself or by the age of the readings. */
const rulesOfFaults: Readonly<Record<string, readonly string[]>> = {
  stall: ['loop-late', 'sensor-stale'],
  wire: ['sensor-open'],
  // Held for long enough, it is also a reading that is frozen.
  'held heatsink': ['self-test', 'sensor-frozen'],
};
const alsoSaid: Readonly<Record<string, readonly string[]>> = {
  stall: ['loop-late', 'loop-slow', 'sensor-stale'],
  wire: ['sensor-jump'],
};
const priorityOf = (rule: string): string => (rule === 'self-test' ? 'medium' : 'high');

const sinceStart = ({ bench }: Operator): Entry[] =>
  bench.entries.slice(
    bench.entries.findLastIndex(({ type, fields }) => type === 'state' && fields.from === 'idle'),
  );

/** L7, L11: a fault is recorded as one, by its rule, with its reading; nobody is told that it was completed. */
function expectFault(operator: Operator): void {
  const { bench, fault } = operator;
  const summary = bench.companion.summary();
  expect(summary.outcome).toBe('faulted');
  expect(rulesOfFaults[fault ?? '']).toContain(summary.rule);
  expect(summary.reason.length).toBeGreaterThan(10);
  const trips = sinceStart(operator).flatMap(({ type, fields }) =>
    type === 'trip' ? [fields.rule] : [],
  );
  expect(trips).toContain(summary.rule);
}

const unseen = ({ bench }: Operator): readonly Alarm[] =>
  bench.companion.treatment.alarms.alarms.filter(
    ({ acknowledgedBy, goneMs }) => acknowledgedBy === null && goneMs === null,
  );

const isSkinWrong = ({ bench }: Operator): boolean =>
  bench.entries.some(({ type, fields }) => type === 'skin' && fields.answer === 'wrong');

/** What must be said in a state, and what else may be: all else is one alarm too many. */
function alarmsIn(operator: Operator, name: string, { ending, phase }: OperatorContext) {
  const closing = name === 'settling' || name === 'over';
  const must = [
    ...(name === 'faulted' ? [operator.bench.companion.summary().rule ?? 'no rule'] : []),
    ...(name === 'settling' && ending === 'left alone' ? ['pause-expired'] : []),
    ...(name === 'settling' && ending === 'hurt' ? ['skin-reaction'] : []),
    ...(operator.isUnanswered ? ['attention-lost'] : []),
  ];
  const may = [
    ...must,
    // A stall is seen three times, and a wire is open for a moment as well.
    ...(name === 'faulted' ? (alsoSaid[operator.fault ?? ''] ?? []) : []),
    // The model has forgotten the phase of a fault.
    ...(phase > 1 || name === 'faulted' ? ['phase-change'] : []),
    // Somebody has said that something is wrong with the skin: said until somebody has seen it, in a new treatment as well.
    ...(isSkinWrong(operator) ? ['skin-reaction'] : []),
    // Wherever the plate is not proven safe to touch, as with a broken wire.
    ...(name === 'faulted' || closing ? ['remove-plate'] : []),
    // Of the work before: it says so, and takes nothing away.
    'heatsink-unjudged',
  ];
  return { must, may };
}

/** Said, heard and seen; then somebody says that they have seen it, and it is silent and still shown. */
function expectAlarms(operator: Operator, name: string, context: OperatorContext): void {
  const { bench } = operator;
  const { must, may } = alarmsIn(operator, name, context);
  const ids = unseen(operator).map(({ id }) => id);
  expect(ids, name).toEqual(expect.arrayContaining(must));
  expect(
    ids.filter((id) => !may.includes(id)),
    name,
  ).toEqual([]);
  const isOff = name === 'faulted' || name === 'settling' || name === 'over';
  if (!isOff || ids.length === 0) return;
  if (name === 'faulted') {
    const { definition, id } = unseen(operator).find((one) => must.includes(one.id))!;
    expect(definition).toMatchObject({
      latching: true,
      priority: priorityOf(id),
    });
    // It has only just happened: the first pulse, and the first flash.
    expect(bench.pins).toMatchObject({ buzzer: true, light: true });
  }
  operator.run(1);
  bench.acknowledgeAlarms();
  operator.run(1);
  const isHeard: boolean[] = [];
  for (let tick = 0; tick < heardTicks; tick += 1) {
    operator.run(1);
    isHeard.push(bench.pins.buzzer);
  }
  expect(isHeard, `${name}: silenced`).not.toContain(true);
  expect(
    bench.companion.treatment.alarms.alarms.map(({ id }) => id),
    `${name}: still shown`,
  ).toEqual(expect.arrayContaining(name === 'faulted' ? must : []));
}

/**
 * L2: the cold finish is delivered wherever heat was given, or the record says that it was not. L13: completed is what
 * was delivered.
 */
function expectOutcome({ bench, missing }: Operator, { ending, finish }: OperatorContext): void {
  const summary = bench.companion.summary();
  const skipped = finish === 'owed' || (finish === 'last' && missing === 'last missed');
  const outcomes = {
    'to the end': missing === 'none missed' ? 'completed' : 'undelivered',
    'left alone': 'ended early',
    'ended early': 'ended early',
    hurt: 'ended early',
    stopped: 'stopped',
  } as const;
  expect(summary).toMatchObject({
    outcome: ending === null ? null : outcomes[ending],
    rule: null,
    coldFinish: finish === 'not owed' ? null : !skipped,
  });
  expect(summary.reason.includes('cold finish not delivered')).toBe(skipped);
}
