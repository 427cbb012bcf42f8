/**
 * Every reachable state of the session against every event, with the payloads on both sides of each guard, by the pure
 * `decide`: the laws hold on each, and no event is dropped in silence.
 */
import { describe, expect, it } from 'vitest';
import { decide, freshSession } from '../../machines/decide.ts';
import type { SessionSnapshot } from '../../machines/decide.ts';
import { ignored, isOnSkin, stateOf } from '../../machines/dispositions.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import { permissionOf } from '../../machines/permission.ts';
import { lastPhaseOf, maxRotations, sessionEventTypes } from '../../machines/session-events.ts';
import type { SessionEvent, SessionEventType } from '../../machines/session-events.ts';
import { figures } from '../evidence/figures.ts';
import { exploreSession, sessionEvents } from '../machines/explore.ts';
import { canReach, reachedOver } from './graph.ts';

/** More payloads than the graph is explored with: none of these may open a door that the others do not. */
const moreEvents: readonly SessionEvent[] = [
  ...[-1, maxRotations, maxRotations + 1, Number.NEGATIVE_INFINITY].map(
    (rotations): SessionEvent => ({
      type: 'PRESCRIBE',
      rotations,
    }),
  ),
  ...[-1, 1.5, 24, 25, Number.POSITIVE_INFINITY].map((phase): SessionEvent => ({
    type: 'PHASE_ELAPSED',
    phase,
    delivered: true,
  })),
  { type: 'SCREENED', result: 'contraindicated', clinician: 'Dr. Roe' },
  { type: 'STOP', by: '' },
  { type: 'RESET', person: ' \t', causeGone: true },
];

/** A situation is what decides: the words of a reason and the name of a rule are only told. */
function situationOf(snapshot: SessionSnapshot): string {
  const { reason: _words, rule: _name, ...decides } = snapshot.context;
  return JSON.stringify([stateOf(snapshot), decides]);
}

const graphs = [0, 1, 2, 3].map(exploreSession);
const snapshots = graphs.flatMap(({ states }) => [...states.values()]);

interface Move {
  readonly from: SessionSnapshot;
  readonly event: SessionEvent;
  readonly to: SessionSnapshot;
  readonly disposition: 'taken' | 'ignored' | 'refused';
  /** `treating.hot PAUSE`: where it happened. */
  readonly at: string;
}

const moves: readonly Move[] = graphs.flatMap(({ states }, index) =>
  [...states.values()].flatMap((from) =>
    [...sessionEvents(index), ...moreEvents].map((event) => {
      const { snapshot: to, disposition } = decide(from, event);
      return { from, event, to, disposition, at: `${stateOf(from)} ${event.type}` };
    }),
  ),
);
const taken = moves.filter(({ disposition }) => disposition === 'taken');
const onSkin = (snapshot: SessionSnapshot): boolean => isOnSkin(stateOf(snapshot));

it('reaches every state of the chart, and has not shrunk', () => {
  expect(new Set(snapshots.map(stateOf))).toEqual(new Set(Object.keys(ignored)));
  expect(new Set(moves.map(({ event }) => event.type))).toEqual(new Set(sessionEventTypes));
  const situations = new Set(snapshots.map(situationOf));
  const edges = graphs.map(({ out }) => [...out.values()].flat().length);
  process.stdout.write(
    `session, 0 to 3 rotations: ${situations.size} situations, ${snapshots.length} snapshots, ${edges.join(' + ')} transitions, ${moves.length} checks\n`,
  );
  figures('every-event', {
    namedStates: {
      done: new Set(snapshots.map(stateOf)).size,
      of: Object.keys(ignored).length,
    },
    eventTypes: {
      done: new Set(moves.map(({ event }) => event.type)).size,
      of: sessionEventTypes.length,
    },
    situations: situations.size,
    transitions: edges.reduce((sum, some) => sum + some, 0),
    checks: moves.length,
  });
  expect(graphs.map(({ states }) => states.size)).toEqual([45, 271, 520, 769]);
  expect(edges).toEqual([184, 1266, 2490, 3714]);
});

it('goes the same way from what differs in words alone', () => {
  const ways = new Map<string, string>();
  for (const { from, event, to, disposition } of moves) {
    const question = `${situationOf(from)} ${JSON.stringify(event)}`;
    const way = `${disposition} ${situationOf(to)}`;
    expect(ways.get(question) ?? way).toBe(way);
    ways.set(question, way);
  }
  expect(ways.size).toBeLessThan(moves.length);
});

describe('heat (L1)', () => {
  it('is permitted in the hot phase of a running treatment, and nowhere else', () => {
    for (const snapshot of snapshots) {
      const heats = permissionOf(snapshot) === 'heatAndCool';
      expect(heats, stateOf(snapshot)).toBe(stateOf(snapshot) === 'treating.hot');
      if (!heats) continue;
      expect(snapshot.context).toMatchObject({ reachedSkin: true, ending: false });
      expect(snapshot.context.phase % 2).toBe(0);
    }
  });

  it('begins at the end of a cold phase, after a person’s skin was fine, or where a hot one was held up', () => {
    for (const { from, event, to, at } of taken) {
      if (stateOf(to) !== 'treating.hot') continue;
      const { person, phaseOver, phase } = from.context;
      // Nobody's skin is heated before somebody said that it is fine.
      const begins = person
        ? ['checking SKIN_ANSWERED', 'paused RESUME']
        : ['treating.cold PHASE_ELAPSED'];
      const goesOn = ['paused RESUME', 'checking SKIN_ANSWERED', 'treating.hot HEAT_GIVEN'];
      if (to.context.phase > phase) {
        expect(begins).toContain(at);
        expect(to.context.phase - phase, at).toBe(1);
        expect(phaseOver).toBe(person);
      } else expect(goesOn).toContain(at);
      if (event.type === 'SKIN_ANSWERED') expect(event.answer).toBe('fine');
    }
  });
});

describe('cold first, cold last (L2)', () => {
  it('reaches the skin cold, in phase 1, and by a confirmed contact only', () => {
    for (const { from, to, at } of taken) {
      if (!onSkin(to) || onSkin(from)) continue;
      expect(at).toBe('awaitingContact CONTACT_CONFIRMED');
      expect(stateOf(to)).toBe('treating.cold');
      expect(to.context).toMatchObject({ phase: 1, reachedSkin: true, coldFinish: 'none' });
    }
  });

  it('after any heat leaves the skin through the end of a last cold phase, or by STOP, trip, lost link, hurt skin or a wait that nobody ended', () => {
    // Hurt skin is cooled no more than skin that nobody watches.
    const short = new Set<SessionEventType>([
      'STOP',
      'TRIP',
      'LINK_LOST',
      'PAUSE_EXPIRED',
      'CHECK_EXPIRED',
      'SKIN_ANSWERED',
    ]);
    for (const { from, event, to, at } of taken) {
      if (!onSkin(from) || onSkin(to)) continue;
      const { coldFinish, phaseOver, ending, phase, rotations } = from.context;
      const measured = event.type === 'PHASE_ELAPSED' && event.delivered;
      const given = measured && coldFinish === 'owed' ? 'delivered' : coldFinish;
      expect(to.context.coldFinish, at).toBe(given);
      if (coldFinish !== 'owed' || short.has(event.type)) continue;
      // The cold phase after the heat has had its time, whatever was delivered in it.
      if (phaseOver && phase % 2 === 1) {
        expect(['checking END_EARLY', 'paused END_EARLY']).toContain(at);
        continue;
      }
      expect(at).toBe('treating.cold PHASE_ELAPSED');
      expect(phase % 2 === 1 && (ending || phase === lastPhaseOf(rotations)), at).toBe(true);
    }
  });

  it('gives whoever ends early no cold but what heat owes: never a cold phase upon another (Bassett 1992)', () => {
    let owing = 0;
    for (const { from, event, to, at } of taken) {
      if (event.type !== 'END_EARLY' || !onSkin(to)) continue;
      const { coldFinish, phase, phaseOver } = from.context;
      expect(coldFinish, at).toBe('owed');
      expect(phaseOver && phase % 2 === 1, at).toBe(false);
      owing += 1;
    }
    expect(owing).toBeGreaterThan(0);
  });

  it('is owed from the heat of a hot phase on, and by nothing else', () => {
    for (const { from, event, to, at } of taken) {
      const [before, after] = [from.context.coldFinish, to.context.coldFinish];
      if (event.type === 'HEAT_GIVEN') {
        expect(at).toBe('treating.hot HEAT_GIVEN');
        expect([before, after]).not.toEqual(['owed', 'owed']);
        expect({ ...to.context, coldFinish: before }).toEqual(from.context);
        expect(to.value).toEqual(from.value);
      }
      if (after !== 'owed' || before === 'owed' || event.type === 'HEAT_GIVEN') continue;
      // A whole hot phase: the skin has come back in it, however warm the plate was.
      expect(at).toBe('treating.hot PHASE_ELAPSED');
    }
  });

  it('is "completed" after the whole prescription only, and "faulted" whenever the power was taken away', () => {
    for (const { context, value } of snapshots) {
      if (context.outcome === 'completed') {
        expect(context.coldFinish).not.toBe('owed');
        expect(context.missed).toBe(false);
        expect(context.phase).toBe(lastPhaseOf(context.rotations));
      }
      if (context.outcome === 'undelivered') expect(context.missed).toBe(true);
      if (value === 'faulted') expect(context.outcome).toBe('faulted');
    }
  });
});

describe('STOP (L3)', () => {
  it('is never refused, and leaves nothing permitted', () => {
    for (const { event, to, disposition, at } of moves) {
      if (event.type !== 'STOP') continue;
      expect(disposition, at).not.toBe('refused');
      expect(permissionOf(to), at).toBe('none');
    }
  });

  it('ends every session that still runs, and says who', () => {
    const over = new Set<SessionState>(['declined', 'settling', 'ended', 'faulted']);
    for (const { from, event, to, at } of moves) {
      if (event.type !== 'STOP' || over.has(stateOf(from))) continue;
      expect(stateOf(to), at).toBe('settling');
      expect(to.context).toMatchObject({
        outcome: 'stopped',
        reason: { kind: 'stopped-by', by: event.by },
      });
    }
  });
});

describe('a trip (L4, L7)', () => {
  it('latches from every state, as a lost link does, and the first one counts', () => {
    for (const { from, event, to, at } of moves) {
      if (event.type !== 'TRIP' && event.type !== 'LINK_LOST') continue;
      expect(stateOf(to), at).toBe('faulted');
      const rule = event.type === 'TRIP' ? event.rule : 'link-lost';
      expect(to.context.rule, at).toBe(stateOf(from) === 'faulted' ? from.context.rule : rule);
    }
  });

  it('is left by a named reset with the cause gone, by nothing else, and to a session that knows nothing of it', () => {
    for (const { from, event, to } of moves) {
      if (stateOf(from) !== 'faulted') continue;
      const mayLeave = event.type === 'RESET' && event.causeGone && event.person.trim() !== '';
      if (!mayLeave) expect(to).toBe(from);
      else {
        expect(to.value).toBe('idle');
        expect(to.context).toEqual(freshSession().context);
      }
    }
  });

  it('nothing but the pulse of the self-test is permitted before the self-test has passed', () => {
    for (const graph of graphs) {
      const untested = reachedOver(graph, ({ type }) => type !== 'SELF_TEST_PASSED');
      const permitted = new Set([...untested].map((key) => permissionOf(graph.states.get(key)!)));
      expect(permitted).toEqual(new Set(['none', 'coolPulse']));
    }
  });

  it('no event that only ends, stops or resets something energises', () => {
    const energising = new Set<SessionEventType>(['SCREENED', 'RESUME', 'SKIN_ANSWERED']);
    // Who ends early is there, and is owed a cold finish: it may cool, never heat (L2).
    const owing = new Set<SessionEventType>(['END_EARLY']);
    // But from a pause alone: where the skin is in doubt nothing but the answer gives power.
    expect(new Set(taken.filter(isOwing).map(({ at }) => at))).toEqual(
      new Set(['paused END_EARLY']),
    );
    for (const { from, event, to, at } of taken) {
      if (permissionOf(from) !== 'none' || permissionOf(to) === 'none') continue;
      if (owing.has(event.type)) expect(permissionOf(to), at).toBe('cool');
      else expect(energising.has(event.type), at).toBe(true);
    }
  });
});

const isOwing = ({ event, from, to }: Move): boolean =>
  event.type === 'END_EARLY' && permissionOf(from) === 'none' && permissionOf(to) !== 'none';

describe('the skin check', () => {
  it('is left toward power by "fine" alone, and not where somebody has paused', () => {
    for (const { from, event, to, at } of taken) {
      if (stateOf(from) !== 'checking' || permissionOf(to) === 'none') continue;
      expect(event, at).toMatchObject({ type: 'SKIN_ANSWERED', answer: 'fine' });
      expect(from.context.resumeAwaited).toBe(false);
      if (from.context.endsAfterCheck) expect(permissionOf(to)).toBe('cool');
    }
  });

  it('between two phases is answered before any pause can come there', () => {
    for (const { from, event, to, at } of taken) {
      if (stateOf(to) !== 'paused' || !to.context.phaseOver || stateOf(from) === 'paused') continue;
      expect(at).toBe('checking SKIN_ANSWERED');
      expect(event).toMatchObject({ answer: 'fine' });
    }
  });

  it('of somebody who ended early heats nobody any more', () => {
    const heats = (snapshot: SessionSnapshot): boolean => permissionOf(snapshot) === 'heatAndCool';
    for (const graph of graphs)
      for (const [key, { context }] of graph.states) {
        if (!context.endsAfterCheck) continue;
        const later = [...reachedFrom(graph, key)].map((one) => graph.states.get(one)!);
        expect(later.some(heats)).toBe(false);
      }
  });
});

/** Within this treatment. */
function reachedFrom({ out, states }: (typeof graphs)[number], start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const at of reached)
    for (const { to } of out.get(at) ?? []) if (onSkin(states.get(to)!)) reached.add(to);
  return reached;
}

describe('liveness', () => {
  it('rest can be reached from every state', () => {
    for (const graph of graphs) {
      expect(canReach(graph, graph.root)).toEqual(new Set(graph.states.keys()));
    }
  });

  it('is one STOP, a safe plate and a named person away', () => {
    const home: readonly SessionEvent[] = [
      { type: 'STOP', by: 'test' },
      { type: 'SETTLED' },
      { type: 'ACKNOWLEDGE' },
      { type: 'RESET', person: 'A. Smith', causeGone: true },
    ];
    for (const snapshot of snapshots) {
      const rested = home.reduce((so, event) => decide(so, event).snapshot, snapshot);
      expect(stateOf(rested), stateOf(snapshot)).toBe('idle');
      expect(rested.context).toEqual(freshSession().context);
    }
  });
});

describe('no event is dropped in silence', () => {
  it('is taken, or leaves the very same snapshot and is ignored with a reason or refused', () => {
    for (const { from, event, to, disposition, at } of moves) {
      const reason = ignored[stateOf(from)][event.type];
      if (disposition === 'taken') expect(from.can(event), at).toBe(true);
      else {
        expect(to).toBe(from);
        expect(disposition, at).toBe(reason === undefined ? 'refused' : 'ignored');
      }
    }
  });

  it('the list of what is ignored has no entry that never applies', () => {
    const applied = new Set(
      moves.filter((move) => move.disposition === 'ignored').map(({ at }) => at),
    );
    const listed = Object.entries(ignored).flatMap(([state, types]) =>
      Object.keys(types).map((type) => `${state} ${type}`),
    );
    expect(listed.filter((at) => !applied.has(at))).toEqual([]);
  });
});
