import { describe, expect, it } from 'vitest';
import { decide, freshSession } from '../../machines/decide.ts';
import type { SessionSnapshot } from '../../machines/decide.ts';
import { ignored, stateOf } from '../../machines/dispositions.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import { permissionOf } from '../../machines/permission.ts';
import { lastPhaseOf, sessionEventTypes } from '../../machines/session-events.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { exploreSession } from './explore.ts';

const explored = [1, 2].map(exploreSession);
const pairs = explored.flatMap(({ snapshots, events }) =>
  snapshots.flatMap((snapshot) => events.map((event) => ({ snapshot, event }))),
);
const after = (events: readonly SessionEvent[], from: SessionSnapshot = freshSession()) =>
  events.reduce((snapshot, event) => decide(snapshot, event).snapshot, from);

const toFirstCold: SessionEvent[] = [
  { type: 'PRESCRIBE', rotations: 3 },
  { type: 'SCREENED', result: 'clear' },
  { type: 'SELF_TEST_PASSED' },
  { type: 'PLATE_READY' },
  { type: 'CONTACT_CONFIRMED' },
];
const elapsed = (phase: number): SessionEvent => ({ type: 'PHASE_ELAPSED', phase });

describe('every reachable state against every event', () => {
  it('reaches every state of the chart', () => {
    const reached = new Set(explored.flatMap(({ snapshots }) => snapshots.map(stateOf)));
    expect(reached).toEqual(new Set(Object.keys(ignored)));
    expect(new Set(pairs.map(({ event }) => event.type))).toEqual(new Set(sessionEventTypes));
  });

  it('permits heat in the hot phase and nowhere else (L1)', () => {
    for (const { snapshots } of explored) {
      for (const snapshot of snapshots) {
        const heats = permissionOf(snapshot) === 'heatAndCool';
        expect(heats, stateOf(snapshot)).toBe(stateOf(snapshot) === 'treating.hot');
        if (heats) expect(snapshot.context.phase % 2).toBe(0);
      }
    }
  });

  it('STOP, TRIP and LINK_LOST leave nothing permitted, in every state (L3, L4)', () => {
    for (const { snapshot, event } of pairs) {
      if (!['STOP', 'TRIP', 'LINK_LOST'].includes(event.type)) continue;
      expect(permissionOf(decide(snapshot, event).snapshot), stateOf(snapshot)).toBe('none');
    }
  });

  it('latches: a faulted session moves by a named reset with the cause gone, and by nothing else (L7)', () => {
    for (const { snapshot, event } of pairs) {
      if (stateOf(snapshot) !== 'faulted') continue;
      const next = decide(snapshot, event).snapshot;
      const mayLeave = event.type === 'RESET' && event.causeGone && event.person.trim() !== '';
      expect(stateOf(next)).toBe(mayLeave ? 'idle' : 'faulted');
      if (!mayLeave) expect(next.context).toEqual(snapshot.context);
    }
  });

  it('never energises on an event that only ends, stops or resets something', () => {
    const energising = new Set([
      'SCREENED',
      'SELF_TEST_PASSED',
      'PLATE_READY',
      'CONTACT_CONFIRMED',
      'PHASE_ELAPSED',
      'RESUME',
    ]);
    // The two that owe a cold finish may cool, never heat (L2).
    const owing = new Set(['END_EARLY', 'PAUSE_EXPIRED']);
    for (const { snapshot, event } of pairs) {
      if (permissionOf(snapshot) !== 'none') continue;
      const next = permissionOf(decide(snapshot, event).snapshot);
      if (next === 'none' || energising.has(event.type)) continue;
      expect(owing.has(event.type) && next === 'cool', `${stateOf(snapshot)} ${event.type}`).toBe(
        true,
      );
    }
  });

  it('drops no event in silence: it is taken, listed as ignored, or refused', () => {
    for (const { snapshot, event } of pairs) {
      const { snapshot: next, disposition } = decide(snapshot, event);
      const listed = ignored[stateOf(snapshot)][event.type] !== undefined;
      if (snapshot.can(event)) expect(disposition).toBe('taken');
      else {
        expect(disposition).toBe(listed ? 'ignored' : 'refused');
        expect(next).toBe(snapshot);
      }
    }
  });

  it('can always come to rest', () => {
    for (const { snapshots } of explored) {
      for (const snapshot of snapshots) {
        const rested = after(
          [
            { type: 'STOP', by: 'test' },
            { type: 'SETTLED' },
            { type: 'ACKNOWLEDGE' },
            { type: 'RESET', person: 'A. Smith', causeGone: true },
          ],
          snapshot,
        );
        expect(stateOf(rested), stateOf(snapshot)).toBe('idle');
        expect(rested.context).toEqual(freshSession().context);
      }
    }
  });

  it('is never "completed" without the whole cold finish, and never after a fault', () => {
    for (const { snapshots } of explored) {
      for (const { value, context } of snapshots) {
        if (context.outcome === 'completed') {
          expect(
            context.coldFinishDelivered && context.phase === lastPhaseOf(context.rotations),
          ).toBe(true);
        }
        if (value === 'faulted') expect(context.outcome).toBe('faulted');
      }
    }
  });
});

describe('the treatment', () => {
  it('runs cold, hot, cold, hot, cold, hot, cold and ends completed', () => {
    let session = after(toFirstCold);
    const seen: SessionState[] = [];
    for (let phase = 1; phase <= 7; phase += 1) {
      seen.push(stateOf(session));
      session = after([elapsed(phase)], session);
    }
    const [c, h] = ['treating.cold', 'treating.hot'];
    expect(seen).toEqual([c, h, c, h, c, h, c]);
    expect(stateOf(session)).toBe('settling');
    expect(session.context).toMatchObject({ outcome: 'completed', coldFinishDelivered: true });
  });

  it('is not moved on by a late duplicate of the end of a phase', () => {
    const hot = after([...toFirstCold, elapsed(1)]);
    expect(decide(hot, elapsed(1)).disposition).toBe('ignored');
  });

  it.each<[string, SessionEvent[], SessionState, boolean]>([
    ['before any heat', [], 'settling', false],
    ['in a hot phase', [elapsed(1)], 'treating.cold', true],
    ['in a later cold phase', [elapsed(1), elapsed(2)], 'treating.cold', true],
    ['in a pause of a hot phase', [elapsed(1), { type: 'PAUSE' }], 'treating.cold', true],
    ['in a pause before any heat', [{ type: 'PAUSE' }], 'settling', false],
  ])('ending early %s owes what L2 says', (_when, events, expected, owed) => {
    const ended = after([...toFirstCold, ...events, { type: 'END_EARLY' }]);
    expect(stateOf(ended)).toBe(expected);
    expect(ended.context.outcome).toBe('ended early');
    if (!owed) return;
    const finished = after([elapsed(ended.context.phase)], ended);
    expect(stateOf(finished)).toBe('settling');
    expect(finished.context).toMatchObject({ outcome: 'ended early', coldFinishDelivered: true });
  });

  it('an expired pause ends it as ending early does (L2)', () => {
    const paused = after([...toFirstCold, elapsed(1), { type: 'ATTENTION_LOST' }]);
    const expired = after([{ type: 'PAUSE_EXPIRED' }], paused);
    expect(stateOf(expired)).toBe('treating.cold');
    expect(expired.context.ending).toBe(true);
  });

  it('STOP after ending early skips the rest, and says stopped', () => {
    const stopped = after([
      ...toFirstCold,
      elapsed(1),
      { type: 'END_EARLY' },
      { type: 'STOP', by: 'the patient' },
    ]);
    expect(stopped.context).toMatchObject({
      outcome: 'stopped',
      reason: 'stopped by the patient',
      heated: true,
      coldFinishDelivered: false,
    });
  });

  it('asks for a named clinician where the screening needs one', () => {
    const asked = after([toFirstCold[0]!, { type: 'SCREENED', result: 'needsClinician' }]);
    expect(stateOf(after([{ type: 'SCREENED', result: 'clear' }], asked))).toBe('screening');
    expect(
      stateOf(after([{ type: 'SCREENED', result: 'clear', clinician: 'Dr. Roe' }], asked)),
    ).toBe('selfTest');
  });
});

describe('permissionOf', () => {
  const speaking = (status: string, ...said: (string | undefined)[]) => ({
    status,
    getMeta: () =>
      Object.fromEntries(said.map((permission, at) => [at, permission && { permission }])) as never,
  });
  it('takes the most restrictive word, and none where nobody spoke or the machine is not active', () => {
    expect(permissionOf(speaking('active'))).toBe('none');
    expect(permissionOf(speaking('active', 'heatAndCool', 'cool'))).toBe('cool');
    expect(permissionOf(speaking('active', 'heatAndCool', undefined))).toBe('none');
    expect(permissionOf(speaking('error', 'heatAndCool'))).toBe('none');
  });
});
