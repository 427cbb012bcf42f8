import { describe, expect, it } from 'vitest';
import { linkFaults } from '../../hardware/boards/link-faults.ts';
import { plantFaults } from '../../hardware/plant/faults.ts';
import { disturbanceExpectations } from '../../src/evidence/disturbance-expectations.ts';
import {
  commonCauseExpectations,
  witnessExpectations,
} from '../../src/evidence/part-expectations.ts';
import { worldExpectations } from '../../src/evidence/world-expectations.ts';
import { faultsOf } from '../../src/evidence/fault-expectations.ts';
import { allFaults, faultTrials } from '../../src/evidence/fault-table.ts';
import { presetOf } from '../../src/limits/presets.ts';
import { faultMoments, objectionTo, runFaultTrial } from '../../src/evidence/fault-trial.ts';
import { CompanionError } from '../../src/errors.ts';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';
import type { Happening } from '../../src/treatment/host/run.ts';
import { Random } from '../../hardware/plant/random.ts';
import { sessionEvents } from '../machines/explore.ts';
import { at, fault, openRig } from './rig.ts';

/** Many of these run to the end of the treatment, and the causes among them are replayed one by one as well. */
const inTurn = Object.keys({
  ...disturbanceExpectations,
  ...commonCauseExpectations,
  ...witnessExpectations,
  ...worldExpectations,
});

/**
 * One device for each, and one rotation; `contrast faults` tries many more, on two devices, in whole treatments. What a
 * bench does, and what befalls several sensors or their witness, strikes at one moment each, in turn.
 */
const trials = faultTrials(allFaults, ['reference'], 1).filter((trial) => {
  const turn = inTurn.indexOf(trial.fault);
  return turn < 0 || faultMoments[turn % faultMoments.length] === trial.moment;
});
const oneRotation = { ...presetOf('seed-spasm')!.prescription, rotations: 1 };

describe('a fault', () => {
  it.each(trials)('$fault, in $moment, comes to what it must', async (trial) => {
    const { objection } = await runFaultTrial(trial, oneRotation);
    expect(objection).toBeNull();
  });

  it('has its expectation written down, each fault of the simulator', () => {
    const offered = [...plantFaults, ...linkFaults].map(({ id }) => id);
    expect(new Set(allFaults.flatMap(faultsOf))).toEqual(new Set(offered));
  });

  it('that nobody can stop, or that the wrong rule names, is objected to', async () => {
    const result = await runFaultTrial({
      fault: 'bridge-stuck-heat',
      rig: 'reference',
      moment: 'hot',
      seed: 1,
    });
    expect(objectionTo({ ...result, plateMaxC: 45.1 })).toContain('45.1');
    expect(objectionTo({ ...result, plateMinC: 3.9 })).toContain('3.9');
    expect(objectionTo({ ...result, trueCem43Min: 9 })).toBeNull();
    expect(objectionTo({ ...result, trueCem43Min: 9.01 })).toContain('9.0 CEM43');
    expect(objectionTo({ ...result, plateMaxC: Number.NaN })).not.toBeNull();
    expect(objectionTo({ ...result, outcome: 'completed' })).toContain('no rule');
    expect(objectionTo({ ...result, rule: 'dose' })).toContain('does not name');
  });

  it('latches: whoever wishes what, nothing is driven again (L7)', async () => {
    const rig = await openRig();
    const wishes = [
      'RESUME',
      'PAUSE',
      'END_EARLY',
      'ACKNOWLEDGE',
      'SETTLED',
      'PLATE_READY',
      'CONTACT_CONFIRMED',
    ] as const;
    const drives: number[] = [];
    rig.onTick.push(({ state, treatment }) => {
      if (state === 'faulted') drives.push(treatment.gate.drive);
    });
    const summary = await rig.run([
      fault(900, 'plate-a-open'),
      ...wishes.map((type) => at(901, { type })),
      at(902, { type: 'RESET', person: '', causeGone: true }),
      at(902, { type: 'RESET', person: 'A. Smith', causeGone: false }),
    ]);
    expect(summary.outcome).toBe('faulted');
    expect(drives.length).toBeGreaterThan(100);
    expect(drives.every((drive) => drive === 0)).toBe(true);
  });

  it('gives no energy again before a named reset with the cause gone and a passed self-test (L7)', async () => {
    let afterReset = 0;
    for (const seed of [1, 2, 3, 4]) {
      const random = new Random(seed).split('wishes');
      const rig = await openRig({ seed });
      // One that passes by itself, and one that stays.
      const cause = seed % 2 === 0 ? 'plate-a-open' : 'host-stalled';
      const wishes = sessionEvents(3).filter(({ type }) => !['TRIP', 'LINK_LOST'].includes(type));
      let ticks = 0;
      let tripped = false;
      rig.onTick.push((companion) => {
        const { state, treatment } = companion;
        const { drive } = treatment.gate;
        tripped ||= rig.entries.some(({ entry }) => entry.type === 'trip');
        if (!tripped) return;
        ticks += 1;
        // In the end somebody goes home.
        if (ticks > 4000) {
          for (const event of [
            { type: 'RESET', person: 'A. Smith', causeGone: true },
            { type: 'PRESCRIBE', rotations: 3 },
            { type: 'STOP', by: 'anybody' },
          ] as const)
            companion.send({ who: 'anybody', event });
        } else if (random.unit() < 0.1) {
          companion.send({ who: 'anybody', event: wishes[random.below(wishes.length)]! });
        }
        if (drive === 0) return;
        afterReset += 1;
        const sinceTrip = rig.entries.slice(
          rig.entries.findLastIndex(({ entry }) => entry.type === 'trip'),
        );
        const moves = sinceTrip.flatMap(({ entry }) =>
          entry.type === 'state' ? [`${entry.fields.from} ${entry.fields.event}`] : [],
        );
        expect(moves).toContain('faulted RESET');
        expect(cause).toBe('host-stalled');
        if (state === 'selfTest') expect(drive).toBeGreaterThanOrEqual(-0.5);
        else expect(moves).toContain('selfTest SELF_TEST_PASSED');
      });
      await rig.run([fault(300, cause)]);
    }
    expect(afterReset).toBeGreaterThan(0);
  });

  it('a lost link leaves the pins as they were: no host can make them safe (why L5 and L10)', async () => {
    // In a cold phase, at 12 °C: a plate that is really off warms up on the skin, one still driven does not.
    const plateAfter = async (happening: Happening): Promise<number> => {
      const rig = await openRig();
      await rig.run([happening]);
      const { board } = rig.companion;
      await board.advanceTo(board.nowMs() + 300_000);
      return board.simulation!.truth().plateC;
    };
    expect(await plateAfter(at(300, { type: 'STOP', by: 'test' }))).toBeGreaterThan(20);
    expect(await plateAfter(fault(300, 'link-lost'))).toBeLessThan(14);
  });

  it('a record that cannot be written any more takes the power away (L11)', async () => {
    const failure = new CompanionError('RECORD_UNWRITABLE', { what: 'the disk is full', fix: 'x' });
    const rig = await openRig({ failAtLine: 900, failure });
    const summary = await rig.run();
    expect(summary).toMatchObject({ outcome: 'faulted', rule: 'record-lost' });
    expect(summary.reason).toContain('the disk is full');
  });

  it('a plate that does not get colder is a fault, not a wait', async () => {
    for (const [moduleCurrent, rule] of [
      [false, 'no-response'],
      [true, 'current-missing'],
    ] as const) {
      const rig = await openRig({ sees: { moduleCurrent } });
      const summary = await rig.run([fault(14, 'leg-a-stuck-low')]);
      expect(summary).toMatchObject({ outcome: 'faulted', rule });
    }
  });

  it('sensors that disagree at rest do not pass the self-test', async () => {
    const rig = await openRig();
    const operator = automaticOperator(false);
    const summary = await rig.run([fault(0, 'plate-a-leakage')], operator);
    expect(summary).toMatchObject({ outcome: 'faulted' });
    expect(['self-test', 'sensors-disagree']).toContain(summary.rule);
    expect(rig.states()).not.toContain('preparing');
  });
});
