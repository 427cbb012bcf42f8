import { inWords } from '../words/in-words.ts';
import { describe, expect, it } from 'vitest';
import { decide, freshSession } from '../../machines/decide.ts';
import type { SessionSnapshot } from '../../machines/decide.ts';
import { stateOf } from '../../machines/dispositions.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import { permissionOf } from '../../machines/permission.ts';
import { sessionMachine } from '../../machines/session.ts';
import { lastPhaseOf, maxRotations, ranToItsEnd } from '../../machines/session-events.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { settableBounds } from '../../src/limits/envelope.ts';
import { planOf, rotationsOf } from '../../src/limits/plan.ts';
import type { SkinAnswer } from '../../machines/skin-answers.ts';

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

const says = (answer: SkinAnswer): SessionEvent => ({
  type: 'SKIN_ANSWERED',
  answer,
  findings: answer === 'wrong' ? ['blister'] : [],
});
const heat: SessionEvent = { type: 'HEAT_GIVEN' };
/** The end of a phase, in which a hot one has heated, and the skin that is fine after it. */
const over = (phase: number, delivered = true): SessionEvent[] => [
  ...(phase % 2 === 0 ? [heat] : []),
  elapsed(phase, delivered),
  says('fine'),
];
/** In the first hot phase, once the plate is warm. */
const toHeat: SessionEvent[] = [...over(1), heat];

describe('the treatment', () => {
  it('runs cold, hot, cold, hot, cold, hot, cold and ends completed', () => {
    let session = after(toFirstCold);
    const seen: SessionState[] = [];
    for (let phase = 1; phase <= 7; phase += 1) {
      seen.push(stateOf(session));
      session = after(phase < 7 ? over(phase) : [elapsed(phase)], session);
    }
    const [c, h] = ['treating.cold', 'treating.hot'];
    expect(seen).toEqual([c, h, c, h, c, h, c]);
    expect(stateOf(session)).toBe('settling');
    expect(session.context).toMatchObject({ outcome: 'completed', coldFinish: 'delivered' });
  });

  it.each<[string, SessionEvent[]]>([
    ['has run to its end', [...[1, 2, 3, 4, 5, 6].flatMap((phase) => over(phase)), elapsed(7)]],
    ['was stopped', [stop]],
    ['was stopped while the skin was looked at', [elapsed(1), stop]],
    ['was stopped in a pause', [{ type: 'PAUSE' }, stop]],
  ])('that %s waits for nobody and nothing any more', (_, events) => {
    const { context } = after([...toFirstCold, ...events]);
    expect(context.outcome).not.toBeNull();
    expect(context).toMatchObject({
      phaseOver: false,
      resumeAwaited: false,
      endsAfterCheck: false,
      person: false,
      awaitingClinician: false,
    });
  });

  it('whose screening is clear waits for no clinician', () => {
    const asked = after([
      { type: 'PRESCRIBE', rotations: 3 },
      { type: 'SCREENED', result: 'needsClinician' },
    ]);
    expect(asked.context.awaitingClinician).toBe(true);
    const decided = { type: 'SCREENED', result: 'clear', clinician: 'Dr. Ada Osei' } as const;
    const clear = after([decided], asked);
    expect(clear.context).toMatchObject({ awaitingClinician: false, person: true });
  });

  it('has no more pairs than 90 minutes hold of phases of 3', () => {
    expect(lastPhaseOf(maxRotations) * 3).toBeLessThanOrEqual(90);
    expect(lastPhaseOf(maxRotations + 1) * 3).toBeGreaterThan(90);
  });

  it.each([
    ['completed', true],
    ['undelivered', true],
    ['ended early', false],
    ['stopped', false],
    ['faulted', false],
    [null, false],
  ] as const)('that is %s ran to its end: %s', (outcome, ran) => {
    expect(ranToItsEnd({ outcome })).toBe(ran);
  });

  it('begins cold wherever a way into it names no phase (L2)', () => {
    expect(sessionMachine.config.states?.['treating']?.initial).toBe('cold');
  });

  it('is not moved on by a late duplicate of the end of a phase', () => {
    const hot = after([...toFirstCold, ...over(1)]);
    expect(decide(hot, elapsed(1)).disposition).toBe('ignored');
  });

  it.each<[string, SessionEvent[], SessionState, boolean]>([
    ['before any heat', [], 'settling', false],
    ['in a hot phase that is not warm yet', over(1), 'settling', false],
    ['in a hot phase', toHeat, 'treating.cold', true],
    ['in a later cold phase', [...over(1), ...over(2)], 'treating.cold', true],
    ['in the check after the first cold', [elapsed(1)], 'settling', false],
    ['in a pause of a hot phase', [...toHeat, { type: 'PAUSE' }], 'treating.cold', true],
    [
      'in a pause of a hot phase that is not warm yet',
      [...over(1), { type: 'PAUSE' }],
      'settling',
      false,
    ],
    ['in a pause before any heat', [{ type: 'PAUSE' }], 'settling', false],
  ])('ending early %s owes what L2 says', (_when, events, expected, owed) => {
    const ended = after([...toFirstCold, ...events, { type: 'END_EARLY' }]);
    expect(stateOf(ended)).toBe(expected);
    expect(ended.context.outcome).toBe('ended early');
    if (!owed) return;
    const finished = after([elapsed(ended.context.phase)], ended);
    expect(stateOf(finished)).toBe('settling');
    expect(finished.context).toMatchObject({ outcome: 'ended early', coldFinish: 'delivered' });
  });

  it.each<[string, SessionEvent[]]>([
    ['before any heat', []],
    ['of a hot phase', toHeat],
    ['of a later cold phase', [...over(1), ...over(2)]],
    ['of the owed cold finish', [...toHeat, { type: 'END_EARLY' }]],
    ['of the last phase', [1, 2, 3, 4, 5, 6].flatMap((phase) => over(phase))],
  ])(
    'a pause %s that nobody ended goes to power off: nobody is cooled unwatched (L2)',
    (_of, so) => {
      for (const [hold, end] of [
        [{ type: 'PAUSE' }, { type: 'PAUSE_EXPIRED' }],
        [{ type: 'CHECK_DUE' }, { type: 'CHECK_EXPIRED' }],
      ] as const) {
        const expired = after([...toFirstCold, ...so, hold, end]);
        expect(stateOf(expired)).toBe('settling');
        expect(permissionOf(expired)).toBe('none');
        expect(expired.context).toMatchObject({
          outcome: 'ended early',
          unattended: true,
          coldFinish: so.includes(heat) ? 'owed' : 'none',
        });
      }
    },
  );

  it.each([1, 2, 3, 4, 5, 6, 7])('with phase %d not delivered is not completed (L13)', (missed) => {
    const events = [1, 2, 3, 4, 5, 6, 7].flatMap((phase) => over(phase, phase !== missed));
    const { context } = after([...toFirstCold, ...events]);
    expect(context).toMatchObject({
      outcome: 'undelivered',
      coldFinish: missed === 7 ? 'owed' : 'delivered',
      rule: null,
    });
    expect(inWords(context)['reason']).toContain('not every phase was delivered');
  });

  it.each<[string, SessionEvent[], number]>([
    ['after a hot phase', [elapsed(2)], 3],
    ['within a hot phase', [{ type: 'CHECK_DUE' }], 3],
    ['after a doubt in a hot phase', [says('notSure')], 3],
    ['from a pause', [{ type: 'PAUSE' }, says('notSure')], 3],
    ['in a later cold phase', [...over(2), { type: 'CHECK_DUE' }], 3],
  ])('ending early in a check %s cools nobody before the skin is fine', (_when, events, phase) => {
    const checking = after([...toFirstCold, ...toHeat, ...events]);
    const asked = after([{ type: 'END_EARLY' }], checking);
    expect([stateOf(asked), permissionOf(asked)]).toEqual(['checking', 'none']);
    expect(decide(asked, { type: 'END_EARLY' }).disposition).toBe('ignored');
    for (const doubt of ['notSure', 'numb'] as const)
      expect(permissionOf(after([says(doubt), says(doubt)], asked))).toBe('none');
    const wrong = after([says('wrong')], asked);
    expect(stateOf(wrong)).toBe('settling');
    expect(inWords(wrong.context)).toMatchObject({
      reason: 'something is wrong with the skin',
      coldFinish: 'owed',
    });
    const left = after([{ type: 'CHECK_EXPIRED' }], asked);
    expect(stateOf(left)).toBe('settling');
    expect(left.context).toMatchObject({ unattended: true, coldFinish: 'owed' });
    const finishing = after([says('fine')], asked);
    expect(stateOf(finishing)).toBe('treating.cold');
    expect(finishing.context).toMatchObject({ phase, ending: true, endsAfterCheck: false });
    const ended = after([elapsed(phase)], finishing);
    expect(inWords(ended.context)).toMatchObject({
      outcome: 'ended early',
      reason: 'ended early by the operator',
      coldFinish: 'delivered',
    });
  });

  it('ending early twice, in a check of the last cold, changes nothing', () => {
    const ending = after([...toFirstCold, ...toHeat, { type: 'END_EARLY' }, says('notSure')]);
    expect(decide(ending, { type: 'END_EARLY' })).toMatchObject({
      snapshot: ending,
      disposition: 'ignored',
    });
    expect(stateOf(after([says('fine')], ending))).toBe('treating.cold');
  });

  it('without a rotation is a cold finish alone: one cold phase, no heat', () => {
    const [, ...rest] = toFirstCold;
    const cold = after([{ type: 'PRESCRIBE', rotations: 0 }, ...rest]);
    expect(stateOf(cold)).toBe('treating.cold');
    const ended = after([elapsed(1)], cold);
    expect(stateOf(ended)).toBe('settling');
    expect(ended.context).toMatchObject({ outcome: 'completed', coldFinish: 'none' });
  });

  it('STOP after ending early skips the rest, and says stopped', () => {
    const stopped = after([
      ...toFirstCold,
      ...toHeat,
      { type: 'END_EARLY' },
      { type: 'STOP', by: 'the patient' },
    ]);
    expect(inWords(stopped.context)).toMatchObject({
      outcome: 'stopped',
      reason: 'stopped by the patient',
      coldFinish: 'owed',
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
      person: false,
      phase: 0,
      phaseOver: false,
      resumeAwaited: false,
      endsAfterCheck: false,
      reachedSkin: false,
      coldFinish: 'none',
      ending: false,
      missed: false,
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
  const heated = [...toFirstCold, ...toHeat];
  const whole = [1, 2, 3, 4, 5, 6, 7].flatMap((phase) => over(phase));
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
      'whose skin check nobody answered',
      [...heated, elapsed(2), { type: 'CHECK_EXPIRED' }],
      {
        outcome: 'ended early',
        reason: 'nobody could say in time that the skin is fine',
        rule: null,
        unattended: true,
        coldFinish: 'owed',
      },
    ],
    [
      'whose skin reacted',
      [...heated, elapsed(2), says('wrong')],
      {
        outcome: 'ended early',
        reason: 'something is wrong with the skin',
        rule: null,
        unattended: false,
        coldFinish: 'owed',
      },
    ],
    [
      'that was completed',
      [...toFirstCold, ...whole],
      { outcome: 'completed', reason: 'the whole prescription was delivered', rule: null },
    ],
  ])('%s says so, and why', (_what, events, expected) => {
    expect(inWords(after(events).context)).toMatchObject(expected);
  });
});

describe('every state', () => {
  const [prescribed, screened, tested, ready] = [1, 2, 3, 4].map((n) => toFirstCold.slice(0, n));
  const hot = [...toFirstCold, ...over(1)];
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
    ['checking', [...toFirstCold, elapsed(1)], 'none'],
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
      ...[1, 2, 3].slice(0, phase - 1).flatMap((before) => over(before)),
    ]);
    const resumed = after([{ type: 'PAUSE' }, { type: 'RESUME' }], running);
    expect(stateOf(resumed)).toBe(phase % 2 === 1 ? 'treating.cold' : 'treating.hot');
    expect(resumed.context).toEqual(running.context);
  });
});

describe('the skin check between two phases', () => {
  it.each([
    [1, 'treating.hot'],
    [2, 'treating.cold'],
    [3, 'treating.hot'],
    [6, 'treating.cold'],
  ] as const)('after phase %d has the power off until the skin is fine', (phase, next) => {
    const before = Array.from({ length: phase - 1 }, (_, index) => over(index + 1)).flat();
    const checking = after([...toFirstCold, ...before, elapsed(phase)]);
    expect(stateOf(checking)).toBe('checking');
    expect(permissionOf(checking)).toBe('none');
    expect(checking.context).toMatchObject({ phase, phaseOver: true });
    for (const doubt of ['notSure', 'numb'] as const)
      expect(after([says(doubt), says(doubt)], checking).context).toEqual(checking.context);
    const going = after([says('fine')], checking);
    expect(stateOf(going)).toBe(next);
    expect(going.context).toMatchObject({ phase: phase + 1, phaseOver: false });
  });

  it('after the first cold has given no heat yet: ending there owes nothing', () => {
    for (const way of [[elapsed(1)], over(1)])
      expect(after([...toFirstCold, ...way]).context.coldFinish).toBe('none');
    expect(after([...toFirstCold, ...toHeat]).context.coldFinish).toBe('owed');
  });

  it('after a later cold owes no second one to whoever ends early there (L2)', () => {
    const ended = after([
      ...toFirstCold,
      ...over(1),
      ...over(2),
      elapsed(3),
      { type: 'END_EARLY' },
    ]);
    expect(stateOf(ended)).toBe('settling');
    expect(ended.context).toMatchObject({ outcome: 'ended early', coldFinish: 'delivered' });
    // Nor where it was not all delivered: its time is over, and the record says what it lacked.
    const short = after([
      ...toFirstCold,
      ...over(1),
      ...over(2),
      elapsed(3, false),
      { type: 'END_EARLY' },
    ]);
    expect(stateOf(short)).toBe('settling');
    expect(short.context).toMatchObject({ outcome: 'ended early', coldFinish: 'owed' });
  });

  it('is owed anew by the heat of a later phase, not by its beginning', () => {
    const again = [...toFirstCold, ...over(1), ...over(2), ...over(3)];
    const soon = after([...again, { type: 'END_EARLY' }]);
    expect(stateOf(soon)).toBe('settling');
    expect(soon.context).toMatchObject({ outcome: 'ended early', coldFinish: 'delivered' });
    const later = after([...again, heat, { type: 'END_EARLY' }]);
    expect(stateOf(later)).toBe('treating.cold');
    expect(later.context).toMatchObject({ phase: 5, ending: true, coldFinish: 'owed' });
    expect(decide(after([...again, heat]), heat).disposition).toBe('ignored');
  });

  it('is not there on the bench, where there is no skin', () => {
    const bench = toFirstCold.map((event) =>
      event.type === 'SCREENED' ? ({ type: 'SCREENED', result: 'noPatient' } as const) : event,
    );
    expect(stateOf(after([...bench, elapsed(1)]))).toBe('treating.hot');
    expect(stateOf(after([...bench, elapsed(1), elapsed(2)]))).toBe('treating.cold');
  });

  it.each(['treating.cold', 'treating.hot', 'paused', 'checking'])(
    'a doubt in %s takes the power, and something wrong ends it',
    (state) => {
      const hot = [...toFirstCold, ...over(1)];
      const ways: Readonly<Record<string, SessionEvent[]>> = {
        'treating.cold': toFirstCold,
        'treating.hot': hot,
        paused: [...hot, { type: 'PAUSE' }],
        checking: [...hot, { type: 'CHECK_DUE' }],
      };
      const now = after(ways[state]!);
      expect(stateOf(now)).toBe(state);
      expect(stateOf(after([says('notSure')], now))).toBe('checking');
      const wrong = after([says('wrong')], now);
      expect(stateOf(wrong)).toBe('settling');
      expect(wrong.context).toMatchObject({ outcome: 'ended early' });
    },
  );

  it.each<[string, SessionEvent[]]>([
    ['of a cold phase', []],
    ['of a hot phase', over(1)],
    ['of the owed cold finish', [...toHeat, { type: 'END_EARLY' }]],
  ])('in a pause %s goes back to the pause, and only RESUME goes on', (_of, events) => {
    const running = after([...toFirstCold, ...events]);
    const paused = after([{ type: 'PAUSE' }], running);
    for (const doubt of ['notSure', 'numb'] as const) {
      const back = after([says(doubt), says('fine')], paused);
      expect([stateOf(back), permissionOf(back)]).toEqual(['paused', 'none']);
      const resumed = after([{ type: 'RESUME' }], back);
      expect(resumed.value).toEqual(running.value);
      expect(resumed.context).toEqual(running.context);
    }
  });

  it.each<[string, SessionEvent[], SessionState, number]>([
    ['the first cold', [elapsed(1)], 'treating.hot', 2],
    ['a hot phase', [...over(1), elapsed(2)], 'treating.cold', 3],
    ['a later cold', [...over(1), ...over(2), elapsed(3)], 'treating.hot', 4],
  ])(
    'after %s in which somebody pauses is a pause once it is answered',
    (_of, events, to, phase) => {
      const checking = after([...toFirstCold, ...events]);
      const held = after([{ type: 'PAUSE' }], checking);
      expect(stateOf(held)).toBe('checking');
      expect(decide(held, { type: 'PAUSE' }).disposition).toBe('ignored');
      const paused = after([says('fine')], held);
      expect(stateOf(paused)).toBe('paused');
      // It is looked at once more, and still nothing goes on by itself.
      expect(stateOf(after([says('notSure'), says('fine')], paused))).toBe('paused');
      const resumed = after([{ type: 'RESUME' }], paused);
      expect(stateOf(resumed)).toBe(to);
      expect(resumed.context).toMatchObject({ phase, phaseOver: false });
      expect(resumed.context).toEqual(after([says('fine')], checking).context);
    },
  );

  it('in which somebody ends early and then pauses still ends cold, and heats nobody', () => {
    const held = after([
      ...toFirstCold,
      ...toHeat,
      elapsed(2),
      { type: 'END_EARLY' },
      { type: 'PAUSE' },
    ]);
    const paused = after([says('fine')], held);
    expect(stateOf(paused)).toBe('paused');
    for (const event of [{ type: 'RESUME' }, { type: 'END_EARLY' }] as const) {
      const ending = after([event], paused);
      expect(stateOf(ending)).toBe('treating.cold');
      expect(ending.context).toMatchObject({ phase: 3, ending: true });
    }
  });

  it('within a phase goes back into it', () => {
    for (const way of [toFirstCold, [...toFirstCold, ...over(1)]]) {
      const running = after(way);
      const back = after([{ type: 'CHECK_DUE' }, says('fine')], running);
      expect(back.value).toEqual(running.value);
      expect(back.context).toEqual(running.context);
    }
  });

  it('takes no word that is none of the four', () => {
    const checking = after([...toFirstCold, elapsed(1)]);
    const odd = { type: 'SKIN_ANSWERED', answer: 'yes', findings: [] } as unknown as SessionEvent;
    expect(decide(checking, odd)).toEqual({ snapshot: checking, disposition: 'ignored' });
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
