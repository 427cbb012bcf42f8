import { english } from '../../src/words/facts.ts';
import { describe, expect, it } from 'vitest';
import { isOnHold } from '../../machines/dispositions.ts';
import type { SkinAnswer } from '../../machines/skin-answers.ts';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';
import type { Operator } from '../../src/treatment/host/run.ts';
import { questionNow } from '../../src/treatment/skin-check.ts';
import { at, fault, openRig } from './rig.ts';
import type { Rig } from './rig.ts';

const automatic = automaticOperator(false);
const onState: Operator['onState'] = (state, companion) => {
  automatic.onState(state, companion);
};

/** Starts like anybody, and then never says anything of the skin. */
const asleep: Operator = { onState };

/** Says at each skin check what is next of these, and fine when there is no more. */
function saying(...answers: readonly SkinAnswer[]): Operator {
  const left = [...answers];
  return {
    onState,
    onTick(companion) {
      const question = questionNow(companion.treatment);
      if (question === null) return;
      const answer = question === 'skin' ? (left.shift() ?? 'fine') : 'fine';
      companion.answerSkinCheck('the patient', answer, answer === 'wrong' ? ['blister'] : []);
    },
  };
}

const answersOf = (rig: Rig) =>
  rig.entries.flatMap(({ entry, t }) => (entry.type === 'skin' ? [{ t, ...entry.fields }] : []));
const timesOf = (rig: Rig, to: string): number[] =>
  rig.entries.flatMap(({ entry, t }) =>
    entry.type === 'state' && entry.fields.to === to ? [t] : [],
  );

/** L1, L2: whatever is asked with the power off gets no power. */
function watchPower(rig: Rig): { checked: number; hottestC: number; coldestC: number } {
  const seen = {
    checked: 0,
    hottestC: Number.NEGATIVE_INFINITY,
    coldestC: Number.POSITIVE_INFINITY,
  };
  rig.onTick.push(({ state, appliedDrive, powered, board }) => {
    if (state !== 'checking') return;
    seen.checked += 1;
    expect({ appliedDrive, powered }).toEqual({ appliedDrive: 0, powered: false });
    const { plateC } = board.simulation!.truth();
    seen.hottestC = Math.max(seen.hottestC, plateC);
    seen.coldestC = Math.min(seen.coldestC, plateC);
  });
  return seen;
}

describe('the skin check after every phase', () => {
  it('is asked six times in seven phases, in heat in passing, and at the end, and recorded', async () => {
    const rig = await openRig();
    const summary = await rig.run();
    expect(summary.outcome).toBe('completed');
    expect(answersOf(rig).map(({ question, phase }) => `${question} ${phase}`)).toEqual([
      'skin 1',
      'warm 2',
      'skin 2',
      'skin 3',
      'warm 4',
      'skin 4',
      'skin 5',
      'warm 6',
      'skin 6',
      'closing 7',
    ]);
    expect(new Set(answersOf(rig).map(({ by, answer }) => `${by} ${answer}`))).toEqual(
      new Set(['--yes fine']),
    );
    const [hotAt] = timesOf(rig, 'treating.hot');
    const warm = answersOf(rig).find(({ question }) => question === 'warm');
    expect(warm!.t - hotAt!).toBeCloseTo(150, 0);
  });

  it('is asked in the middle of each phase as well, for a person who needs it', async () => {
    const rig = await openRig({ checksTwiceAsOften: true });
    expect((await rig.run()).outcome).toBe('completed');
    const within = rig.entries.flatMap(({ entry, t }) =>
      entry.type === 'state' && entry.fields.event === 'CHECK_DUE' ? [t] : [],
    );
    expect(within).toHaveLength(7);
    expect(timesOf(rig, 'checking')).toHaveLength(13);
  });

  it('gives no power while it waits, and goes on from wherever the plate is', async () => {
    const rig = await openRig();
    const seen = watchPower(rig);
    const slow: Operator = {
      onState,
      onTick(companion) {
        const { skinCheck, nowMs } = companion.treatment;
        if (skinCheck !== null && nowMs - skinCheck.askedMs >= 50_000)
          companion.answerSkinCheck('the patient');
      },
    };
    expect((await rig.run([], slow)).outcome).toBe('completed');
    expect(seen.checked).toBeGreaterThan(6 * 900);
    // It drifts toward the skin and the room, and is never driven there.
    expect(seen.coldestC).toBeGreaterThan(11);
    expect(seen.hottestC).toBeLessThan(41);
  });

  it('that nobody answers is an alarm after a minute, and ends it after five, as L2 says', async () => {
    const rig = await openRig();
    const summary = await rig.run([], asleep);
    const [checkedAt] = timesOf(rig, 'checking');
    const [settlingAt] = timesOf(rig, 'settling');
    expect(settlingAt! - checkedAt!).toBeCloseTo(300, 1);
    expect(rig.states()).not.toContain('treating.hot');
    expect(summary).toMatchObject({ outcome: 'ended early', coldFinish: null });
    expect(summary.reason).toContain('nobody could say in time');
  });

  it.each(['notSure', 'numb'] as const)(
    'after %s waits two minutes, is deaf to "fine" before, and heats nobody',
    async (doubt) => {
      const rig = await openRig();
      const seen = watchPower(rig);
      let hasDoubted = false;
      const eager: Operator = {
        onState,
        onTick(companion) {
          if (companion.state === 'checking') {
            companion.answerSkinCheck('the patient', hasDoubted ? 'fine' : doubt);
            hasDoubted = true;
          } else if (questionNow(companion.treatment) !== null)
            companion.answerSkinCheck('the patient');
        },
      };
      expect((await rig.run([], eager)).outcome).toBe('completed');
      const [first, second] = answersOf(rig);
      expect([first!.answer, second!.answer]).toEqual([doubt, 'fine']);
      expect(second!.t - first!.t).toBeCloseTo(120, 0);
      expect(seen.hottestC).toBeLessThan(41);
      const refused = rig.entries.filter(
        ({ entry }) => entry.type === 'command' && !entry.fields.accepted,
      );
      expect(refused.length).toBeGreaterThan(2000);
    },
  );

  it('doubted for ten minutes ends it', async () => {
    const rig = await openRig();
    const summary = await rig.run([], saying(...Array.from({ length: 9 }, () => 'numb' as const)));
    const [checkedAt] = timesOf(rig, 'checking');
    expect(timesOf(rig, 'settling')[0]! - checkedAt!).toBeCloseTo(600, 0);
    expect(summary).toMatchObject({ outcome: 'ended early', coldFinish: null });
  });

  it.each([
    [[], 1, null],
    [['fine'], 2, false],
    [['fine', 'fine'], 3, true],
  ] as const)(
    'that finds something wrong after %j ends it in phase %d',
    async (fine, phase, finish) => {
      const rig = await openRig();
      const summary = await rig.run([], saying(...fine, 'wrong'));
      expect(summary).toMatchObject({ outcome: 'ended early', coldFinish: finish, rule: null });
      expect(summary.reason).toContain('something is wrong with the skin');
      expect(answersOf(rig).at(-1)).toMatchObject({
        by: 'the patient',
        question: 'skin',
        phase,
        answer: 'wrong',
        findings: ['blister'],
      });
      const states = rig.states();
      expect(states.slice(states.lastIndexOf('checking'))).toEqual([
        'checking',
        'settling',
        'ended',
      ]);
      expect(rig.companion.treatment.alarms.alarms.map(({ id }) => id)).toContain('skin-reaction');
    },
  );

  /** Ends early once, in the check after the first hot phase, and then answers so. */
  const endingEarly = (...answers: readonly SkinAnswer[]): Operator => {
    const left: SkinAnswer[] = [...answers];
    let ended = false;
    return {
      onState,
      onTick(companion) {
        const { treatment, state } = companion;
        if (state === 'checking' && treatment.session.context.phase === 2 && !ended) {
          companion.send({ who: 'the patient', event: { type: 'END_EARLY' } });
          ended = true;
          return;
        }
        const question = questionNow(treatment);
        if (question === null || (ended && question !== 'closing' && left.length === 0)) return;
        const answer = ended && question === 'skin' ? left.shift()! : 'fine';
        companion.answerSkinCheck('the patient', answer, answer === 'wrong' ? ['blister'] : []);
      },
    };
  };

  it.each<[string, SkinAnswer[], boolean, string | null]>([
    ['fine', ['fine'], true, null],
    ['fine after a doubt', ['notSure', 'numb', 'fine'], true, null],
    ['wrong', ['wrong'], false, 'skin-reaction'],
    ['wrong after a doubt', ['notSure', 'wrong'], false, 'skin-reaction'],
    ['nothing', [], false, 'pause-expired'],
  ])(
    'gives whoever ends early in it the cold finish once the answer is fine: %s',
    async (_what, answers, finish, alarm) => {
      const rig = await openRig();
      watchPower(rig);
      const summary = await rig.run([], endingEarly(...answers));
      expect(summary).toMatchObject({ outcome: 'ended early', coldFinish: finish, rule: null });
      const states = rig.states();
      const after = states.slice(states.lastIndexOf('checking') + 1);
      expect(after).toEqual(
        finish ? ['treating.cold', 'settling', 'ended'] : ['settling', 'ended'],
      );
      const alarms = rig.companion.treatment.alarms.alarms;
      const told = alarms.find(({ id }) => id === alarm);
      expect(told?.detail ?? null).toEqual(alarm === null ? null : { kind: 'cold-finish-missed' });
      expect(summary.reason.includes('cold finish not delivered')).toBe(!finish);
    },
  );

  it('in a pause leaves it a pause, without power, until somebody resumes', async () => {
    const rig = await openRig();
    const heard: [number, string][] = [];
    rig.onTick.push(({ state, powered, elapsedS }) => {
      if (elapsedS > 905 && elapsedS < 1100) heard.push([elapsedS, `${state} ${powered}`]);
    });
    const summary = await rig.run(
      [
        at(900, { type: 'PAUSE' }),
        at(901, { type: 'SKIN_ANSWERED', answer: 'notSure', findings: [] }),
        at(1100, { type: 'RESUME' }),
      ],
      automatic,
    );
    const states = new Set(heard.map(([, what]) => what));
    expect(states).toEqual(new Set(['checking false', 'paused false']));
    expect(summary.outcome).toBe('completed');
  });

  it.each<[string, number, number]>([
    ['while the plate settles', 0, 1],
    ['after it has settled', 60, 1],
    ['after a trip', 0, 2],
  ])(
    'at the end that finds something wrong raises the same alarm, %s',
    async (when, afterS, faults) => {
      const rig = await openRig();
      const said: string[] = [];
      const late: Operator = {
        onState,
        onTick(companion) {
          const { treatment } = companion;
          const waitedMs = treatment.nowMs - (treatment.skinCheck?.askedMs ?? Number.NaN);
          if (questionNow(treatment) !== 'closing' || waitedMs < afterS * 1000) return;
          if (said.length === 0) companion.answerSkinCheck('the patient', 'wrong', ['blister']);
          said.push(companion.state);
        },
      };
      const ends = faults === 2 ? fault(700, 'plate-a-open') : at(700, { type: 'STOP', by: 'x' });
      await rig.run([ends], late);
      expect(said[0], when).toBe(faults === 2 ? 'faulted' : afterS === 0 ? 'settling' : 'ended');
      const alarm = rig.companion.treatment.alarms.alarms.find(({ id }) => id === 'skin-reaction');
      expect(alarm?.definition.remedy).toContain(
        'nobody is treated there before a clinician has looked at the skin',
      );
    },
  );

  it('that finds something wrong that nobody has named stays wrong, whatever is said then', async () => {
    const rig = await openRig();
    const asked: string[] = [];
    const taken: Operator = {
      onState,
      onTick(companion) {
        const question = questionNow(companion.treatment);
        if (question !== 'what') {
          if (question !== null && asked.length === 0)
            companion.answerSkinCheck('the patient', question === 'closing' ? 'wrong' : 'fine');
          return;
        }
        const next = (['fine', 'notSure', 'numb', 'wrong'] as const)[asked.length];
        if (next === undefined) return;
        asked.push(next);
        companion.answerSkinCheck('the patient', next, next === 'wrong' ? ['blister'] : []);
      },
    };
    const summary = await rig.run([at(700, { type: 'STOP', by: 'x' })], taken);
    expect(asked).toEqual(['fine', 'notSure', 'numb', 'wrong']);
    expect(summary.skin).toEqual({ reacted: true, atEnd: 'wrong' });
    expect(answersOf(rig).slice(-2)).toMatchObject([
      { question: 'closing', answer: 'wrong', findings: [] },
      { question: 'what', answer: 'wrong', findings: ['blister'] },
    ]);
    const refused = rig.entries.flatMap(({ entry }) =>
      entry.type === 'command' && !entry.fields.accepted ? [entry.fields.why] : [],
    );
    expect(refused).toHaveLength(3);
    for (const why of refused) expect(why && english.whole(why)).toMatch(/say what is wrong/);
  });

  it('leaves room for the cold finish in the longest session that is allowed (L2)', async () => {
    const rig = await openRig();
    const summary = await rig.run([], saying('fine', 'notSure', 'notSure', 'notSure', 'notSure'));
    // 70 min and four looks of two minutes: it still fits.
    expect(summary).toMatchObject({ outcome: 'completed', coldFinish: true });
    expect(rig.companion.treatment.clocks.sessionMs).toBeLessThan(90 * 60_000);
  });

  it('is not asked on the bench, where there is no skin', async () => {
    const rig = await openRig();
    const summary = await rig.run([at(3000, { type: 'STOP', by: 'test' })], {
      onState(state, companion) {
        if (state === 'screening')
          companion.send({ who: 'x', event: { type: 'SCREENED', result: 'noPatient' } });
        if (state === 'awaitingContact')
          companion.send({ who: 'x', event: { type: 'CONTACT_CONFIRMED' } });
      },
    });
    expect(summary.reason).toContain('stopped by test');
    expect(rig.states().some((state) => isOnHold(state as 'paused'))).toBe(false);
    expect(answersOf(rig)).toEqual([]);
  });
});

describe('whether it is warm, and not hot', () => {
  it.each<[string, Parameters<Rig['run']>[0]]>([
    ['nothing was felt', [at(900, { type: 'SKIN_ANSWERED', answer: 'numb', findings: [] })]],
    ['nobody was sure', [at(900, { type: 'SKIN_ANSWERED', answer: 'notSure', findings: [] })]],
    ['a pause', [at(900, { type: 'PAUSE' }), at(960, { type: 'RESUME' })]],
  ])('is asked anew once the plate heats again, after %s', async (_what, acts) => {
    const rig = await openRig();
    expect((await rig.run(acts)).outcome).toBe('completed');
    const ofPhase = answersOf(rig).filter(({ phase }) => phase === 2);
    const warm = ofPhase.filter(({ question }) => question === 'warm').map(({ t }) => t);
    const [first, again] = timesOf(rig, 'treating.hot');
    expect([warm.length, warm[0]! < 900, first! < 900, again! > 900]).toEqual([
      2,
      true,
      true,
      true,
    ]);
    expect(warm[1]! - again!).toBeCloseTo(150, 0);
  });

  it('is asked anew where less heat is left than that, half-way through what is left', async () => {
    const rig = await openRig();
    const acts = [at(1225, { type: 'PAUSE' }), at(1230, { type: 'RESUME' })];
    expect((await rig.run(acts)).outcome).toBe('completed');
    const resumedAt = timesOf(rig, 'treating.hot')[1]!;
    const overAt = timesOf(rig, 'checking').find((t) => t > resumedAt)!;
    const warm = answersOf(rig).filter(({ question, phase }) => question === 'warm' && phase === 2);
    expect(warm).toHaveLength(2);
    expect(warm[1]!.t).toBeGreaterThan(resumedAt);
    expect(warm[1]!.t).toBeLessThan(overAt);
    expect(overAt - resumedAt).toBeLessThan(150);
  });

  it('takes the power after a minute without an answer, and goes on with one', async () => {
    const rig = await openRig();
    let late = false;
    const dozing: Operator = {
      onState,
      onTick(companion) {
        const { skinCheck } = companion.treatment;
        if (questionNow(companion.treatment) === 'warm') return;
        if (companion.state === 'checking' && companion.treatment.session.context.phase === 2)
          late ||= !companion.treatment.session.context.phaseOver;
        if (skinCheck !== null) companion.answerSkinCheck('the patient');
      },
    };
    const summary = await rig.run([], dozing);
    expect(late).toBe(true);
    const [hotAt] = timesOf(rig, 'treating.hot');
    const [, checkedAt] = timesOf(rig, 'checking');
    expect(checkedAt! - hotAt!).toBeCloseTo(210, 0);
    expect(summary.outcome).toBe('completed');
  });

  it('that is asked when somebody ends early is answered before the cold finish', async () => {
    const rig = await openRig();
    const seen = watchPower(rig);
    let endedS = Number.NaN;
    const ends: Operator = {
      onState,
      onTick(companion) {
        const { treatment, state, elapsedS } = companion;
        const question = questionNow(treatment);
        if (question === 'warm' && Number.isNaN(endedS)) {
          endedS = elapsedS;
          companion.send({ who: 'the patient', event: { type: 'END_EARLY' } });
        } else if (state === 'checking' && elapsedS - endedS < 30) return;
        else if (question !== null) companion.answerSkinCheck('the patient');
      },
    };
    const summary = await rig.run([], ends);
    expect(summary).toMatchObject({ outcome: 'ended early', coldFinish: true });
    expect(seen.checked).toBeGreaterThan(590);
    const states = rig.states();
    expect(states.slice(-5)).toEqual([
      'treating.hot',
      'checking',
      'treating.cold',
      'settling',
      'ended',
    ]);
  });

  it('that is not so takes the power at once', async () => {
    const rig = await openRig();
    const hurt: Operator = {
      onState,
      onTick(companion) {
        const question = questionNow(companion.treatment);
        if (question === 'warm') companion.answerSkinCheck('the patient', 'wrong', ['pain']);
        else if (question !== null) companion.answerSkinCheck('the patient');
      },
    };
    expect(await rig.run([], hurt)).toMatchObject({ outcome: 'ended early', coldFinish: false });
    const [hotAt] = timesOf(rig, 'treating.hot');
    expect(timesOf(rig, 'settling')[0]! - hotAt!).toBeCloseTo(150, 0);
  });
});
