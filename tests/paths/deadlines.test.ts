/**
 * Two deadlines in the same tick, one tick before and one tick after each other, for all that can be due in a state:
 * heat never outlasts its phase, the cold finish is kept, and within a tick the more urgent one counts.
 */
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../machines/session-events.ts';
import { figures } from '../evidence/figures.ts';
import { awaitingContact, dwellMs, preparing, treating } from './clockwork.ts';
import type { Clockwork } from './clockwork.ts';
import { deadlines, isDriven } from './deadlines.ts';
import type { Deadline, DeadlineName, Expected } from './deadlines.ts';

interface Situation {
  /** A moment of it, a few ticks old. */
  readonly now: Clockwork;
  readonly due: readonly DeadlineName[];
}

const always: readonly DeadlineName[] = ['lateLoop', 'linkLost', 'stop'];
const inPhase: readonly DeadlineName[] = [
  ...always,
  'finalColdDue',
  'oneWayLimit',
  'pause',
  'endEarly',
  'phaseEnd',
];
const inColdPhase: readonly DeadlineName[] = [...inPhase, 'coldDose'];
/** Before it, the session limit cannot be reached: the final cold comes first. */
const inLastPhase = [...inColdPhase, 'sessionLimit' as const].filter(
  (name) => name !== 'finalColdDue',
);
const said: readonly DeadlineName[] = ['skinFine', 'skinUnsure', 'skinWrong'];
const inHotPhase: readonly DeadlineName[] = [...inPhase, ...said, 'warmUnanswered', 'heatDose'];
const inCheck: readonly DeadlineName[] = [
  ...always,
  ...said,
  'finalColdDue',
  'checkEnd',
  'doubtEnd',
  'pause',
  'resume',
  'endEarly',
  'coldDose',
];
const inPause: readonly DeadlineName[] = [
  ...always,
  ...said,
  'finalColdDue',
  'pauseEnd',
  'resume',
  'endEarly',
  'coldDose',
];

/** Long enough into a phase for the drive to be up. */
const hot = (phase: number): Clockwork => treating(phase).at(38).run(40);
const unsure: SessionEvent = { type: 'SKIN_ANSWERED', answer: 'notSure', findings: [] };
/** The phase is over, and the skin check after it is open. */
const checkAfter = (phase: number): Clockwork => treating(phase).with({ phaseMs: dwellMs }).tick();
const endingEarly = (): Clockwork => hot(2).wish({ type: 'END_EARLY' });

const situations: Readonly<Record<string, Situation>> = {
  preparing: {
    now: preparing().at(14).near(12.3),
    due: [...always, 'ready', 'notReady', 'cancel'],
  },
  awaitingContact: { now: awaitingContact(), due: [...always, 'contact', 'noContact', 'cancel'] },
  'the first cold phase': { now: treating(1), due: inColdPhase },
  'a hot phase that is not warm yet': { now: treating(2).run(40), due: inHotPhase },
  'a later hot phase that is not warm yet': { now: treating(4).run(40), due: inHotPhase },
  'a pause of a hot phase that is not warm yet': {
    now: treating(2).run(40).wish({ type: 'PAUSE' }),
    due: inPause,
  },
  'a check of a hot phase that is not warm yet': {
    now: treating(2).run(40).wish(unsure),
    due: inCheck,
  },
  'a hot phase': { now: hot(2), due: inHotPhase },
  'a later cold phase': { now: treating(3), due: [...inColdPhase, ...said] },
  'the last hot phase': { now: hot(4), due: inHotPhase },
  'the last cold phase': { now: treating(5), due: [...inLastPhase, ...said] },
  'the check after the first cold phase': { now: checkAfter(1), due: inCheck },
  'the check after a hot phase': { now: checkAfter(2).at(12), due: inCheck },
  'the check after a later cold phase': { now: checkAfter(3), due: inCheck },
  'the check before the last cold phase': { now: checkAfter(4).at(12), due: inCheck },
  'a check in which somebody ended early': {
    now: checkAfter(2).at(12).wish({ type: 'END_EARLY' }),
    due: inCheck,
  },
  'a check from a pause': {
    now: hot(2).wish({ type: 'PAUSE' }).at(12).wish(unsure),
    due: inCheck,
  },
  'a pause after a check': {
    now: checkAfter(1).wish({ type: 'PAUSE' }).tick({ answered: true }),
    due: inPause,
  },
  'the owed cold finish': { now: endingEarly().at(12), due: inLastPhase },
  'a pause before any heat': { now: treating(1).wish({ type: 'PAUSE' }), due: inPause },
  'a pause of a hot phase': { now: hot(2).wish({ type: 'PAUSE' }).at(12), due: inPause },
  'a pause of the last cold phase': { now: treating(5).wish({ type: 'PAUSE' }), due: inPause },
  'a pause of the owed cold finish': {
    now: endingEarly().wish({ type: 'PAUSE' }).at(12),
    due: inPause,
  },
  settling: {
    now: treating(1).wish({ type: 'STOP', by: 'the patient' }).at(12).at(25),
    due: [...always, 'settled', 'notSettled'],
  },
};

interface Due {
  readonly deadline: Deadline;
  readonly inTicks: number;
}

const meetingTick = 4;
const watchedTicks = 10;

/** By the laws: tick by tick, and within a tick by urgency. */
function expectedAfter(start: Expected, dues: readonly Due[]): Expected {
  let now = start;
  for (let tick = 1; tick <= watchedTicks; tick += 1) {
    const wasDriven = isDriven(now);
    const here = dues
      .filter(({ inTicks }) => inTicks === tick)
      .toSorted((a, b) => a.deadline.urgency - b.deadline.urgency);
    for (const { deadline } of here.filter((due) => due.deadline.urgency === 0)) {
      now = deadline.react(now, start.phase);
    }
    if (now.overdosed && wasDriven) now = { ...now, state: 'faulted' };
    for (const { deadline } of here.filter((due) => due.deadline.urgency > 0)) {
      now = deadline.react(now, start.phase);
    }
  }
  return now;
}

function startOf({ name, state }: Clockwork): Expected {
  const { phase, ending, coldFinish } = state.session.context;
  const over = state.session.context.phaseOver;
  return {
    state: name,
    phase,
    ending,
    owed: coldFinish === 'owed',
    over,
    asked: false,
    held: name === 'paused' || state.session.context.resumeAwaited,
    endsLater: state.session.context.endsAfterCheck,
    again: (state.skinCheck?.askedMs ?? 0) > state.nowMs,
    late: false,
    overdosed: false,
  };
}

/** The tick itself; the law of every state's power is checked in each. */
function reachedAfter(start: Clockwork, dues: readonly Due[]): Clockwork {
  let now = dues.reduce((so, { deadline, inTicks }) => deadline.set?.(so, inTicks) ?? so, start);
  for (let tick = 1; tick <= watchedTicks; tick += 1) {
    const outside = dues
      .filter(({ inTicks }) => inTicks === tick)
      .map(({ deadline }) => deadline.outside ?? {});
    const wishes = outside.flatMap((one) => one.wishes ?? []);
    now = now.tick(Object.assign({}, ...outside, { wishes }));
  }
  return now;
}

function expectLawful(start: Clockwork, dues: readonly Due[]): void {
  const reached = reachedAfter(start, dues);
  const late = dues.some(({ deadline }) => deadline === deadlines.sessionLimit);
  // Late in a hot phase it has been asked.
  const asked = dues.some(
    ({ deadline }) => deadline === deadlines.warmUnanswered || deadline === deadlines.phaseEnd,
  );
  const from = startOf(start);
  const again = from.again && !dues.some(({ deadline }) => deadline === deadlines.checkEnd);
  const expected = expectedAfter({ ...from, late, asked, again }, dues);
  const { context } = reached.state.session;
  const words = dues.map(({ deadline, inTicks }) => `${deadline.name} in ${inTicks}`).join(', ');
  expect({ state: reached.name, phase: context.phase, ending: context.ending }, words).toEqual({
    state: expected.state,
    phase: expected.phase,
    ending: expected.ending,
  });
  // L2: whoever was heated and left the skin without the cold finish was stopped, left alone or hurt, and it is said.
  const left = ['settling', 'ended'].includes(reached.name);
  if (left && context.coldFinish === 'owed') {
    const isEarly = context.unattended || context.reason?.kind === 'skin-wrong';
    expect(context.outcome, words).toBe(isEarly ? 'ended early' : 'stopped');
  }
}

const sums = { pairs: 0, meetings: 0 };

describe('two deadlines meet', () => {
  it.each(Object.entries(situations))('in %s', (_name, { now, due }) => {
    const start = now.tick();
    for (const [index, first] of due.entries()) {
      for (const second of due.slice(index + 1)) {
        const both: readonly Deadline[] = [deadlines[first], deadlines[second]];
        sums.pairs += 1;
        for (const later of [-1, 0, 1]) {
          expectLawful(start, [
            { deadline: both[0]!, inTicks: meetingTick },
            { deadline: both[1]!, inTicks: meetingTick + later },
          ]);
          sums.meetings += 1;
        }
      }
    }
  });

  it('in every situation, with every deadline', () => {
    const tried = new Set(Object.values(situations).flatMap(({ due }) => due));
    figures('deadlines', {
      situations: Object.keys(situations).length,
      kinds: { done: tried.size, of: Object.keys(deadlines).length },
      pairs: {
        done: sums.pairs,
        of: Object.values(situations).reduce(
          (sum, { due }) => sum + (due.length * (due.length - 1)) / 2,
          0,
        ),
      },
      meetings: sums.meetings,
    });
    expect(tried).toEqual(new Set(Object.keys(deadlines)));
    process.stdout.write(
      `deadlines: ${Object.keys(situations).length} situations, ${sums.pairs} pairs, ${sums.meetings} meetings\n`,
    );
    expect(sums).toEqual({ pairs: 1432, meetings: 4296 });
  });
});

describe('a deadline alone', () => {
  const alone = Object.entries(situations).flatMap(([name, { now, due }]) =>
    due.map((deadline) => [deadline, name, now] as const),
  );
  it.each(alone)('%s in %s comes in its tick, and not before', (name, where, now) => {
    const deadline: Deadline = deadlines[name];
    const start = now.tick();
    // A situation that has faulted on its way says nothing of its deadlines.
    if (where !== 'faulted') expect(start.name).not.toBe('faulted');
    expectLawful(start, [{ deadline, inTicks: meetingTick }]);
    expectLawful(start, [{ deadline, inTicks: watchedTicks }]);
    // One tick too late to be seen: nothing has happened yet.
    if (deadline.set === undefined) return;
    const untouched = reachedAfter(start, [{ deadline, inTicks: watchedTicks + 1 }]);
    const { again } = startOf(start);
    expect({ ...startOf(untouched), again }).toEqual(startOf(start));
  });
});
