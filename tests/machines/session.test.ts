import { describe, expect, it } from 'vitest';
import { decide, freshSession } from '../../machines/decide.ts';
import type { SessionSnapshot } from '../../machines/decide.ts';
import { stateOf } from '../../machines/dispositions.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import { permissionOf } from '../../machines/permission.ts';
import type { SessionEvent } from '../../machines/session-events.ts';

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
