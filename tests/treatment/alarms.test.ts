import { describe, expect, it } from 'vitest';
import { noAlarms } from '../../src/safety/alarms.ts';
import type { Reading } from '../../src/safety/readings.ts';
import { conditionsNow } from '../../src/treatment/alarm-conditions.ts';
import { alarmsAfter } from '../../src/treatment/alarm-course.ts';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';
import type { Happening, Operator } from '../../src/treatment/host/run.ts';
import { healthy, withReading } from '../safety/situations.ts';
import { at, fault, openRig } from './rig.ts';

describe('alarms of a treatment', () => {
  it('sound from the trip on, fall silent when somebody has seen them, and stay shown', async () => {
    const rig = await openRig();
    let silencedAtS = Number.NaN;
    rig.onTick.push((companion) => {
      if (companion.state !== 'faulted' || companion.elapsedS < 920 || Number.isFinite(silencedAtS))
        return;
      const [alarm] = companion.treatment.alarms.alarms;
      expect(alarm).toMatchObject({ id: 'sensor-open', acknowledgedBy: null });
      companion.acknowledgeAlarms('A. Smith');
      silencedAtS = companion.elapsedS;
    });
    const summary = await rig.run([fault(900, 'plate-a-open')]);
    expect(summary.rule).toBe('sensor-open');
    expect(silencedAtS).toBeGreaterThan(900);
    expect(rig.companion.treatment.alarms.alarms[0]).toMatchObject({
      id: 'sensor-open',
      acknowledgedBy: 'A. Smith',
      present: true,
    });
  });

  const raisedIn = async (happenings: readonly Happening[], operator?: Operator) => {
    const rig = await openRig();
    const raised = new Set<string>();
    rig.onTick.push(({ treatment }) => {
      for (const { id } of treatment.alarms.alarms) raised.add(id);
    });
    await rig.run(happenings, operator);
    return raised;
  };

  it('a healthy treatment only announces its phases', async () => {
    expect(await raisedIn([])).toEqual(new Set(['phase-change']));
  });

  it.each([
    ['plate-a-open', 'sensor-open'],
    ['plate-b-short', 'sensor-short'],
    ['heatsink-open', 'sensor-open'],
  ])('a broken wire is one alarm: %s', async (broken, named) => {
    const raised = await raisedIn([fault(900, broken)]);
    // What the treatment says of itself is no second cause.
    raised.delete('phase-change');
    raised.delete('remove-plate');
    expect([...raised]).toEqual([named]);
  });

  it('a broken wire that reads a hot plate when it is whole again is a second alarm', async () => {
    const rig = await openRig();
    await rig.run([fault(900, 'plate-a-open')]);
    const { treatment } = rig.companion;
    const alarmsWith = (plateA: Partial<Reading>, { alarms } = treatment) => {
      const situation = withReading('plateA', plateA);
      const nobody = { alarmsSeenBy: null, alarmSoundPausedBy: null };
      return alarmsAfter({ ...treatment, alarms }, [], situation, nobody).alarms.map(
        ({ id }) => id,
      );
    };
    const unread = { count: 1023, celsius: Number.NaN };
    expect(alarmsWith(unread)).not.toContain('plate-hot');
    expect(alarmsWith({ celsius: 43 })).toContain('plate-hot');
    expect(alarmsWith({ celsius: 43 })).not.toContain('plate-cold');
    // Where no rule names the cause, nothing is held back.
    expect(alarmsWith({ celsius: Number.NaN }, { ...treatment, alarms: noAlarms })).toEqual(
      expect.arrayContaining(['plate-hot', 'plate-cold', 'sensors-disagree']),
    );
  });

  it('a plate that is not safe to touch after a stop is said to be so', async () => {
    expect(await raisedIn([at(300, { type: 'STOP', by: 'test' })])).toEqual(
      new Set(['remove-plate']),
    );
  });

  it('a skin check that nobody answers is an alarm while the treatment waits', async () => {
    const operator = automaticOperator(false);
    const silent: Operator = {
      onState: (state, companion) => {
        if (!state.startsWith('treating')) operator.onState(state, companion);
      },
    };
    expect(await raisedIn([], silent)).toContain('attention-lost');
  });

  it('a plate near its trip, and a dose near its cap, are said before a rule acts', async () => {
    const rig = await openRig();
    await rig.run([at(900, { type: 'STOP', by: 'test' })]);
    const { treatment } = rig.companion;
    const reading = (celsius: number) => ({ celsius, count: 400, atMs: treatment.nowMs });
    const ids = (celsius: number, cem43Min: number, coldMinutes = 10): string[] =>
      conditionsNow(
        {
          ...treatment,
          readings: {
            ...treatment.readings!,
            plateA: reading(celsius),
            plateB: reading(celsius),
          },
        },
        { ...healthy, nowMs: treatment.nowMs, cem43Min, coldMinutes },
      ).map(({ id }) => id);
    expect(ids(42.4, 1.79)).toEqual([]);
    expect(ids(42.5, 1.79)).toEqual(['plate-near-limit']);
    expect(ids(7.5, 1.79)).toEqual(['plate-near-limit']);
    expect(ids(40, 1.8)).toEqual(['dose-near-limit']);
    expect(ids(40, 1, 40.5)).toEqual(['dose-near-limit']);
    // A dose that is no number is no proof; a plate that cannot be read is the sensor rules' to name.
    expect(ids(Number.NaN, Number.NaN)).toEqual(['dose-near-limit']);
  });
});
