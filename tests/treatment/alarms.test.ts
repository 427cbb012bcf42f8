import { describe, expect, it } from 'vitest';
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

  it('a healthy treatment raises none', async () => {
    const rig = await openRig();
    const raised = new Set<string>();
    rig.onTick.push(({ treatment }) => {
      for (const { id } of treatment.alarms.alarms) raised.add(id);
    });
    await rig.run([at(3000, { type: 'STOP', by: 'test' })]);
    expect([...raised]).toEqual([]);
  });
});
