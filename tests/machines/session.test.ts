import { describe, expect, it } from 'vitest';
import { decide, freshSession } from '../../machines/decide.ts';
import type { SessionSnapshot } from '../../machines/decide.ts';
import { stateOf } from '../../machines/dispositions.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import { permissionOf } from '../../machines/permission.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { settableBounds } from '../../src/limits/envelope.ts';
import { planOf, rotationsOf } from '../../src/limits/plan.ts';

const after = (events: readonly SessionEvent[], from: SessionSnapshot = freshSession()) =>
  events.reduce((snapshot, event) => decide(snapshot, event).snapshot, from);

const toFirstCold: SessionEvent[] = [
  { type: 'PRESCRIBE', rotations: 3 },
  { type: 'SCREENED', result: 'clear' },
  { type: 'SELF_TEST_PASSED' },
  { type: 'PLATE_READY' },
  { type: 'CONTACT_CONFIRMED' },
];
const stop: SessionEvent = { type: 'STOP', by: 'the patient' };
const elapsed = (phase: number, delivered = true): SessionEvent => ({
  type: 'PHASE_ELAPSED',
  phase,
  delivered,
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

  it.each<[string, SessionEvent[]]>([
    ['before any heat', []],
    ['of a hot phase', [elapsed(1)]],
    ['of a later cold phase', [elapsed(1), elapsed(2)]],
    ['of the owed cold finish', [elapsed(1), { type: 'END_EARLY' }]],
    ['of the last phase', [1, 2, 3, 4, 5, 6].map((phase) => elapsed(phase))],
  ])(
    'a pause %s that nobody ended goes to power off: nobody is cooled unwatched (L2)',
    (_of, so) => {
      for (const pause of [{ type: 'PAUSE' }, { type: 'ATTENTION_LOST' }] as const) {
        const expired = after([...toFirstCold, ...so, pause, { type: 'PAUSE_EXPIRED' }]);
        expect(stateOf(expired)).toBe('settling');
        expect(permissionOf(expired)).toBe('none');
        expect(expired.context).toMatchObject({
          outcome: 'ended early',
          unattended: true,
          coldFinishDelivered: false,
        });
      }
    },
  );

  it.each([1, 2, 3, 4, 5, 6, 7])('with phase %d not delivered is not completed (L13)', (missed) => {
    const events = [1, 2, 3, 4, 5, 6, 7].map((phase) => elapsed(phase, phase !== missed));
    const { context } = after([...toFirstCold, ...events]);
    expect(context).toMatchObject({
      outcome: 'undelivered',
      coldFinishDelivered: missed !== 7,
      rule: null,
    });
    expect(context.reason).toContain('not every phase was delivered');
  });

  it('without a rotation is a cold finish alone: one cold phase, no heat', () => {
    const [, ...rest] = toFirstCold;
    const cold = after([{ type: 'PRESCRIBE', rotations: 0 }, ...rest]);
    expect(stateOf(cold)).toBe('treating.cold');
    const ended = after([elapsed(1)], cold);
    expect(stateOf(ended)).toBe('settling');
    expect(ended.context).toMatchObject({ outcome: 'completed', heated: false });
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

describe('a prescription', () => {
  const { min, max } = settableBounds.rotations;
  const allowed = Array.from({ length: max - min + 1 }, (_, more) => min + more);

  it.each(allowed)('of %d rotations, as a plan may have, is taken', (rotations) => {
    const phase = { setpointC: 12, minutes: 3 };
    const hot = { ...phase, setpointC: 40 };
    const plan = planOf({
      name: 'drawn',
      rotations,
      cold: phase,
      hot,
      finalCold: { minutes: 3 },
      rampCPerS: 0.25,
    });
    expect(rotationsOf(plan)).toBe(rotations);
    expect(stateOf(after([{ type: 'PRESCRIBE', rotations }]))).toBe('screening');
  });

  it.each([max + 1, 1.5, -1, Number.NaN, Infinity])('of %d rotations is refused', (rotations) => {
    const refused = decide(freshSession(), { type: 'PRESCRIBE', rotations });
    expect(refused).toMatchObject({ disposition: 'refused', snapshot: { value: 'idle' } });
  });
});

describe('a session at rest', () => {
  it('knows nothing of any treatment, also after a reset or an end', () => {
    const rest = {
      rotations: 0,
      phase: 0,
      reachedSkin: false,
      heated: false,
      ending: false,
      missed: false,
      coldFinishDelivered: false,
      unattended: false,
      awaitingClinician: false,
      outcome: null,
      reason: null,
      rule: null,
    };
    expect(freshSession().context).toEqual(rest);
    expect(after(toFirstCold.slice(0, 1)).context).toEqual({ ...rest, rotations: 3 });
    const ended = after([...toFirstCold, stop, { type: 'SETTLED' }]);
    expect(after([{ type: 'ACKNOWLEDGE' }], ended).context).toEqual(rest);
    const tripped = after([...toFirstCold, { type: 'TRIP', rule: 'dose', reason: 'too much' }]);
    const reset: SessionEvent = { type: 'RESET', person: 'A. Smith', causeGone: true };
    expect(after([reset], tripped).context).toEqual(rest);
  });
});

describe('the end of a session', () => {
  const heated = [...toFirstCold, elapsed(1)];
  const whole = [1, 2, 3, 4, 5, 6, 7].map((phase) => elapsed(phase));
  const contraindicated: SessionEvent = { type: 'SCREENED', result: 'contraindicated' };
  it.each<[string, SessionEvent[], object]>([
    [
      'that was declined',
      [toFirstCold[0]!, contraindicated],
      { outcome: 'declined', reason: 'the screening found a contraindication', rule: null },
    ],
    ...[1, 2, 3, 4].map((steps): [string, SessionEvent[], object] => [
      `that was called off after ${steps} steps`,
      [...toFirstCold.slice(0, steps), { type: 'CANCEL', reason: 'the plate is dirty' }],
      { outcome: 'ended early', reason: 'the plate is dirty', rule: null },
    ]),
    [
      'whose self-test failed',
      [...toFirstCold.slice(0, 2), { type: 'SELF_TEST_FAILED', reason: 'a welded relay' }],
      { outcome: 'faulted', reason: 'the self-test failed: a welded relay', rule: 'self-test' },
    ],
    [
      'that was stopped',
      [...toFirstCold, stop],
      { outcome: 'stopped', reason: 'stopped by the patient', rule: null },
    ],
    [
      'that tripped',
      [...heated, { type: 'TRIP', rule: 'dose', reason: 'too much heat' }],
      { outcome: 'faulted', reason: 'too much heat', rule: 'dose' },
    ],
    [
      'that lost its link',
      [...heated, { type: 'LINK_LOST', reason: 'no cable' }],
      {
        outcome: 'faulted',
        reason: 'the link to the board was lost: no cable',
        rule: 'link-lost',
      },
    ],
    [
      'that was ended before heat',
      [...toFirstCold, { type: 'END_EARLY' }],
      { outcome: 'ended early', reason: 'ended early by the operator', rule: null },
    ],
    [
      'that was ended in heat',
      [...heated, { type: 'END_EARLY' }, elapsed(3)],
      { outcome: 'ended early', reason: 'ended early by the operator', rule: null },
    ],
    [
      'whose pause nobody ended',
      [...heated, { type: 'PAUSE' }, { type: 'PAUSE_EXPIRED' }],
      { outcome: 'ended early', reason: 'the pause lasted too long', rule: null },
    ],
    [
      'that was completed',
      [...toFirstCold, ...whole],
      { outcome: 'completed', reason: 'the whole prescription was delivered', rule: null },
    ],
  ])('%s says so, and why', (_what, events, expected) => {
    expect(after(events).context).toMatchObject(expected);
  });
});

describe('every state', () => {
  const [prescribed, screened, tested, ready] = [1, 2, 3, 4].map((n) => toFirstCold.slice(0, n));
  const hot = [...toFirstCold, elapsed(1)];
  it.each<[SessionState, SessionEvent[], string]>([
    ['idle', [], 'none'],
    ['screening', prescribed!, 'none'],
    ['declined', [...prescribed!, { type: 'SCREENED', result: 'contraindicated' }], 'none'],
    ['selfTest', screened!, 'coolPulse'],
    ['preparing', tested!, 'cool'],
    ['awaitingContact', ready!, 'cool'],
    ['treating.cold', toFirstCold, 'cool'],
    ['treating.hot', hot, 'heatAndCool'],
    ['paused', [...hot, { type: 'PAUSE' }], 'none'],
    ['settling', [...hot, stop], 'none'],
    ['ended', [...hot, stop, { type: 'SETTLED' }], 'none'],
    ['faulted', [...hot, { type: 'LINK_LOST', reason: 'no cable' }], 'none'],
  ])('%s permits what was decided (L1)', (state, events, permission) => {
    const snapshot = after(events);
    expect(stateOf(snapshot)).toBe(state);
    expect(permissionOf(snapshot)).toBe(permission);
  });

  it.each([1, 2, 3, 4])('a pause goes on in the phase that it broke: %d', (phase) => {
    const running = after([
      ...toFirstCold,
      ...[1, 2, 3].slice(0, phase - 1).map((before) => elapsed(before)),
    ]);
    const resumed = after([{ type: 'PAUSE' }, { type: 'RESUME' }], running);
    expect(stateOf(resumed)).toBe(phase % 2 === 1 ? 'treating.cold' : 'treating.hot');
    expect(resumed.context).toEqual(running.context);
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
