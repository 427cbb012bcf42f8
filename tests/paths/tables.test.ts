/**
 * What becomes of each event in each state, written down by hand for all three machines: an event more or less, a
 * guard dropped or a target moved changes a line. Nothing in the tables is computed from the machines.
 */
import { initialTransition, transition } from 'xstate';
import { afterAll, describe, expect, it } from 'vitest';
import { decide } from '../../machines/decide.ts';
import { stateOf } from '../../machines/dispositions.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import { interlockEventTypes, interlockMachine } from '../../machines/interlock.ts';
import type { InterlockEvent } from '../../machines/interlock.ts';
import { linkEventTypes, linkMachine } from '../../machines/link.ts';
import type { LinkEvent } from '../../machines/link.ts';
import { sessionEventTypes } from '../../machines/session-events.ts';
import { figures } from '../evidence/figures.ts';
import { exploreSession, sessionEvents } from '../machines/explore.ts';
import { canReach, explore } from './graph.ts';

interface Row {
  /** Whatever it carries. */
  readonly takes: string;
  /** Where a guard allows it; refused otherwise. */
  readonly guards?: string;
  /** Never taken, and no mistake of the sender. */
  readonly ignores?: string;
  /** Where a guard allows it; ignored otherwise. */
  readonly ignoresUnlessGuarded?: string;
}

const always = 'STOP TRIP LINK_LOST';

/** What is not named is refused, and the record says so. */
const sessionTable: Readonly<Record<SessionState, Row>> = {
  idle: { takes: always, guards: 'PRESCRIBE', ignores: 'SETTLED' },
  screening: { takes: `CANCEL ${always}`, guards: 'SCREENED' },
  declined: { takes: 'ACKNOWLEDGE TRIP LINK_LOST', ignores: 'STOP' },
  selfTest: { takes: `SELF_TEST_PASSED SELF_TEST_FAILED CANCEL ${always}` },
  preparing: { takes: `PLATE_READY CANCEL ${always}`, ignores: 'SELF_TEST_PASSED' },
  awaitingContact: { takes: `CONTACT_CONFIRMED CANCEL ${always}`, ignores: 'PLATE_READY' },
  'treating.cold': {
    takes: `PAUSE CHECK_DUE ${always}`,
    ignores: 'CONTACT_CONFIRMED',
    ignoresUnlessGuarded: 'PHASE_ELAPSED END_EARLY SKIN_ANSWERED',
  },
  'treating.hot': {
    takes: `PAUSE CHECK_DUE END_EARLY ${always}`,
    ignoresUnlessGuarded: 'PHASE_ELAPSED HEAT_GIVEN SKIN_ANSWERED',
  },
  paused: {
    takes: `RESUME PAUSE_EXPIRED END_EARLY ${always}`,
    ignores: 'PAUSE CHECK_DUE PHASE_ELAPSED',
    ignoresUnlessGuarded: 'SKIN_ANSWERED',
  },
  checking: {
    takes: `CHECK_EXPIRED ${always}`,
    ignores: 'CHECK_DUE PHASE_ELAPSED',
    ignoresUnlessGuarded: 'PAUSE END_EARLY SKIN_ANSWERED',
  },
  settling: {
    takes: 'SETTLED TRIP LINK_LOST',
    ignores: 'STOP PHASE_ELAPSED END_EARLY SKIN_ANSWERED',
  },
  ended: { takes: 'ACKNOWLEDGE TRIP LINK_LOST', ignores: 'STOP SETTLED SKIN_ANSWERED' },
  faulted: { takes: '', guards: 'RESET', ignores: 'STOP TRIP LINK_LOST SETTLED SKIN_ANSWERED' },
};

const dispositionsOf = (row: Row, type: string): string[] => {
  const names = (list = ''): boolean => list.split(' ').includes(type);
  if (names(row.takes)) return ['taken'];
  if (names(row.guards)) return ['refused', 'taken'];
  if (names(row.ignores)) return ['ignored'];
  return names(row.ignoresUnlessGuarded) ? ['ignored', 'taken'] : ['refused'];
};

describe('the session', () => {
  const graph = exploreSession(2);
  const cells = Object.entries(sessionTable).flatMap(([state, row]) =>
    sessionEventTypes.map((type) => [state, type, dispositionsOf(row, type)] as const),
  );

  let checked = 0;
  afterAll(() => {
    figures('tables', { cells: { done: checked, of: cells.length } });
  });

  it.each(cells)('in %s: %s', (state, type, expected) => {
    const seen = new Set<string>();
    for (const snapshot of graph.states.values()) {
      if (stateOf(snapshot) !== state) continue;
      for (const event of sessionEvents(2)) {
        if (event.type === type) seen.add(decide(snapshot, event).disposition);
      }
    }
    expect([...seen].toSorted()).toEqual(expected);
    checked += 1;
  });
});

const person = { type: 'RESET', person: 'A. Smith', causeGone: true } as const;
const interlockEvents: readonly InterlockEvent[] = [
  { type: 'FOUND' },
  { type: 'GONE' },
  { type: 'HELD' },
  person,
  { ...person, causeGone: false },
  { ...person, person: '' },
  { ...person, person: ' \t' },
];

describe('the latch of an interlock (L7)', () => {
  const graph = explore(interlockMachine, interlockEvents);
  const targets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    clear: { FOUND: 'suspect' },
    suspect: { GONE: 'clear', HELD: 'tripped' },
    tripped: { RESET: 'clear' },
  };

  it('moves as written down, and as nothing else', () => {
    expect([...graph.states.values()].map(({ value }) => value)).toEqual(Object.keys(targets));
    expect(new Set(interlockEvents.map(({ type }) => type))).toEqual(new Set(interlockEventTypes));
    for (const snapshot of graph.states.values()) {
      for (const event of interlockEvents) {
        const allowed = event.type !== 'RESET' || event === person;
        const target = allowed ? targets[snapshot.value]?.[event.type] : undefined;
        const [next, actions] = transition(interlockMachine, snapshot, event);
        expect(next.value, `${snapshot.value} ${event.type}`).toBe(target ?? snapshot.value);
        if (target === undefined) expect(next).toBe(snapshot);
        expect(actions).toEqual([]);
      }
    }
  });

  it('can be cleared from every state', () => {
    expect(canReach(graph, graph.root).size).toBe(3);
  });
});

const linkEvents: readonly LinkEvent[] = [
  { type: 'OPEN' },
  { type: 'CONNECTED' },
  { type: 'IDENTIFIED', guarded: true },
  { type: 'IDENTIFIED', guarded: false },
  { type: 'LOST', reason: 'cable' },
];

describe('the link to the board', () => {
  const graph = explore(linkMachine, linkEvents);
  /** The fourth is an identification as unguarded. */
  const targets: Readonly<Record<string, readonly (string | null)[]>> = {
    offline: ['opening', null, null, null, null],
    opening: [null, 'identifying', null, null, 'lost'],
    identifying: [null, null, 'guarded', 'unguarded', 'lost'],
    guarded: [null, null, null, null, 'lost'],
    unguarded: [null, null, null, null, 'lost'],
    lost: [null, null, null, null, null],
  };

  it('moves as written down, and is lost for good', () => {
    const reached = [...graph.states.values()];
    expect(new Set(reached.map(({ value }) => value))).toEqual(new Set(Object.keys(targets)));
    expect(new Set(linkEvents.map(({ type }) => type))).toEqual(new Set(linkEventTypes));
    for (const snapshot of reached) {
      linkEvents.forEach((event, index) => {
        const target = targets[snapshot.value]?.[index];
        const [next] = transition(linkMachine, snapshot, event);
        expect(next.value, `${snapshot.value} ${event.type}`).toBe(target ?? snapshot.value);
        expect(next.context.reason).toBe(next.value === 'lost' ? 'cable' : null);
      });
    }
  });

  it('can be lost from every state, and that is its rest', () => {
    const [key, lost] = [...graph.states].find(([, { value }]) => value === 'lost')!;
    expect(canReach(graph, key)).toEqual(new Set(graph.states.keys()));
    // A second loss does not overwrite why the first one happened.
    const [again] = transition(linkMachine, lost, { type: 'LOST', reason: 'again' });
    expect(again.context.reason).toBe('cable');
    expect(initialTransition(linkMachine)[0].value).toBe('offline');
  });
});
