import { describe, expect, it } from 'vitest';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';
import type { Operator } from '../../src/treatment/run.ts';
import { at, openRig, shortPrescription } from './rig.ts';

/** Starts like anybody, and then never answers a skin check. */
const asleep: Operator = {
  onState(state, companion) {
    if (state === 'screening' || state === 'awaitingContact')
      automaticOperator(false).onState(state, companion);
  },
};

describe('the skin check after every phase', () => {
  it('is asked six times in seven phases, answered, and recorded', async () => {
    const rig = await openRig();
    expect((await rig.run()).outcome).toBe('completed');
    const answers = rig.entries.filter(
      ({ entry }) => entry.type === 'note' && entry.fields.text.includes('skin check'),
    );
    expect(answers).toHaveLength(6);
  });

  it('is asked in the middle of each phase as well, for a person who needs it', async () => {
    const rig = await openRig({ prescription: shortPrescription, checksTwiceAsOften: true });
    const asked: string[] = [];
    let pending = false;
    rig.onTick.push((companion) => {
      const { skinCheckSinceMs, session, clocks } = companion.treatment;
      if (skinCheckSinceMs !== null && !pending) {
        asked.push(`${session.context.phase} ${Math.round(clocks.phaseMs / 1000)}`);
      }
      pending = skinCheckSinceMs !== null;
      if (pending) companion.answerSkinCheck('operator');
    });
    expect((await rig.run()).outcome).toBe('completed');
    const all = [1, 2, 3].flatMap((phase) => [`${phase} 0`, `${phase} 90`]);
    // Nobody is asked before the first phase has begun.
    expect(asked).toEqual(all.slice(1));
  });

  it('pauses after a minute without an answer, and ends as L2 says when nobody comes', async () => {
    const rig = await openRig({ prescription: shortPrescription });
    const summary = await rig.run([], asleep);
    const paused = rig.entries.find(
      ({ entry }) => entry.type === 'state' && entry.fields.to === 'paused',
    );
    const hot = rig.entries.find(
      ({ entry }) => entry.type === 'state' && entry.fields.to === 'treating.hot',
    );
    expect(paused!.t - hot!.t).toBeCloseTo(60, 1);
    expect(summary.outcome).toBe('ended early');
    // Nobody is there to look at the skin: the power goes off, and no cold is given in place of a person.
    expect(summary.coldFinish).toBe(false);
    const states = rig.states();
    expect(states.slice(states.indexOf('paused'))).toEqual(['paused', 'settling', 'ended']);
  });

  it('goes on when the answer comes in the pause and somebody resumes', async () => {
    const rig = await openRig({ prescription: shortPrescription });
    let wasPaused = false;
    rig.onTick.push((companion) => {
      if (companion.state === 'paused') {
        wasPaused = true;
        companion.answerSkinCheck('operator');
        companion.send({ who: 'operator', event: { type: 'RESUME' } });
      }
    });
    expect((await rig.run([], asleep)).outcome).toBe('completed');
    expect(wasPaused).toBe(true);
  });

  it('is not asked on the bench, where there is no skin', async () => {
    const rig = await openRig({ prescription: shortPrescription });
    // The third phase is so old that an unanswered question would have paused it.
    const summary = await rig.run([at(560, { type: 'STOP', by: 'test' })], {
      onState(state, companion) {
        if (state === 'screening')
          companion.send({ who: 'x', event: { type: 'SCREENED', result: 'noPatient' } });
        if (state === 'awaitingContact')
          companion.send({ who: 'x', event: { type: 'CONTACT_CONFIRMED' } });
      },
    });
    expect(summary.reason).toContain('stopped by test');
    expect(rig.states()).not.toContain('paused');
  });
});
