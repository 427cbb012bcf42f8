/**
 * Two deadlines in the same tick, one tick before and one tick after each other, for all that can be due in a state:
 * heat never outlasts its phase, the cold finish is kept, and within a tick the more urgent one counts.
 */
import { describe, expect, it } from 'vitest';
import { figures } from '../evidence/figures.ts';
import { awaitingContact, preparing, treating } from './clockwork.ts';
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
const asked: readonly DeadlineName[] = ['answer', 'skinCheck'];
const inPause: readonly DeadlineName[] = [
  ...always,
  'finalColdDue',
  'pauseEnd',
  'resume',
  'endEarly',
  'coldDose',
];

/** Long enough into a phase for the drive to be up. */
const hot = (phase: number): Clockwork => treating(phase).at(38).run(40);
const endingEarly = (): Clockwork => hot(2).wish({ type: 'END_EARLY' });

const situations: Readonly<Record<string, Situation>> = {
  preparing: {
    now: preparing().at(14).near(12.3),
    due: [...always, 'ready', 'notReady', 'cancel'],
  },
  awaitingContact: { now: awaitingContact(), due: [...always, 'contact', 'noContact', 'cancel'] },
  'the first cold phase': { now: treating(1), due: inColdPhase },
  'a hot phase': { now: hot(2), due: [...inPhase, ...asked, 'heatDose'] },
  'a later cold phase': { now: treating(3), due: [...inColdPhase, ...asked] },
  'the last hot phase': { now: hot(4), due: [...inPhase, ...asked, 'heatDose'] },
  'the last cold phase': { now: treating(5), due: [...inLastPhase, ...asked] },
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
  const { phase, ending } = state.session.context;
  return { state: name, phase, ending, asked: state.skinCheckSinceMs !== null, overdosed: false };
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
  const expected = expectedAfter(startOf(start), dues);
  const { context } = reached.state.session;
  const words = dues.map(({ deadline, inTicks }) => `${deadline.name} in ${inTicks}`).join(', ');
  expect({ state: reached.name, phase: context.phase, ending: context.ending }, words).toEqual({
    state: expected.state,
    phase: expected.phase,
    ending: expected.ending,
  });
  // L2: whoever was heated and left the skin without the cold finish was stopped, or left alone, and it is said.
  const left = ['settling', 'ended'].includes(reached.name);
  if (left && context.heated && !context.coldFinishDelivered) {
    expect(context.outcome, words).toBe(context.unattended ? 'ended early' : 'stopped');
  }
}

const sums = { pairs: 0, meetings: 0 };

describe('two deadlines meet', () => {
  it.each(Object.entries(situations))('in %s', (_name, { now, due }) => {
    // A skin check that nobody watches is answered, so that only what is due can happen.
    const quiet = now.tick({ answered: true });
    for (const [index, first] of due.entries()) {
      for (const second of due.slice(index + 1)) {
        const both: readonly Deadline[] = [deadlines[first], deadlines[second]];
        const start = [first, second].includes('skinCheck') ? now.tick() : quiet;
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
    expect(sums).toEqual({ pairs: 444, meetings: 1332 });
  });
});

describe('a deadline alone', () => {
  const alone = Object.entries(situations).flatMap(([name, { now, due }]) =>
    due.map((deadline) => [deadline, name, now] as const),
  );
  it.each(alone)('%s in %s comes in its tick, and not before', (name, where, now) => {
    const deadline: Deadline = deadlines[name];
    const start = name === 'skinCheck' ? now.tick() : now.tick({ answered: true });
    // A situation that has faulted on its way says nothing of its deadlines.
    if (where !== 'faulted') expect(start.name).not.toBe('faulted');
    expectLawful(start, [{ deadline, inTicks: meetingTick }]);
    expectLawful(start, [{ deadline, inTicks: watchedTicks }]);
    // One tick too late to be seen: nothing has happened yet.
    if (deadline.set === undefined) return;
    const untouched = reachedAfter(start, [{ deadline, inTicks: watchedTicks + 1 }]);
    expect(startOf(untouched)).toEqual(startOf(start));
  });
});
