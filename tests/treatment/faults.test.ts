import { describe, expect, it } from 'vitest';
import { CompanionError } from '../../src/errors.ts';
import { automaticOperator } from '../../src/cli/run-operator.ts';
import type { Happening } from '../../src/treatment/run.ts';
import { at, fault, openRig } from './rig.ts';

/** Fault, when, and the rule that must name it. 900 s is in a hot phase, 300 s and 1500 s in cold ones. */
const faults: [id: string, atS: number, rule: string][] = [
  ['plate-a-open', 900, 'sensor-open'],
  ['plate-b-open', 300, 'sensor-open'],
  ['heatsink-open', 900, 'sensor-open'],
  ['plate-a-short', 900, 'sensor-short'],
  ['plate-b-short', 1500, 'sensor-short'],
  ['plate-a-detached', 900, 'sensors-disagree'],
  ['bridge-stuck-heat', 900, 'too-fast'],
  ['bridge-stuck-cool', 900, 'wrong-way'],
  ['bridge-stuck-cool', 1500, 'plate-cold'],
  ['plate-a-frozen', 900, 'sensor-frozen'],
  ['plate-b-noisy', 900, 'sensor-jump'],
  ['polarity-reversed', 900, 'wrong-way'],
  ['leg-a-stuck-low', 1220, 'no-response'],
  ['sensors-swapped', 900, 'sensor-jump'],
  ['fan-stopped', 300, 'heatsink-hot'],
  ['link-lost', 900, 'link-lost'],
  ['link-garbled', 900, 'sensor-jump'],
  ['link-delayed', 900, 'sensor-stale'],
  ['host-stalled', 900, 'loop-late'],
  ['clock-jump', 900, 'sensor-stale'],
];

describe('a fault', () => {
  it.each(faults)(
    '%s at %d s ends as faulted by %s, and the plate harms nobody',
    async (id, atS, rule) => {
      const rig = await openRig({ seed: 3 });
      const summary = await rig.run([fault(atS, id)]);
      expect(summary).toMatchObject({ outcome: 'faulted', rule });
      expect(summary.plant?.plateMaxC).toBeLessThanOrEqual(45);
      expect(summary.plant?.plateMinC).toBeGreaterThanOrEqual(4);
      if (id === 'link-lost') return;
      const trip = rig.entries.find(({ entry }) => entry.type === 'trip');
      expect(trip?.entry.fields).toMatchObject({ rule });
      expect(rig.companion.treatment.gate.drive).toBe(0);
    },
  );

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
    const failure = new CompanionError('RECORD_UNWRITABLE', { what: 'the disk is full' });
    const rig = await openRig({ failAtLine: 900, failure });
    const summary = await rig.run();
    expect(summary).toMatchObject({ outcome: 'faulted', rule: 'record-lost' });
    expect(summary.reason).toContain('the disk is full');
  });

  it('a plate that does not get colder is a fault, not a wait', async () => {
    const rig = await openRig();
    const summary = await rig.run([fault(14, 'leg-a-stuck-low')]);
    expect(summary).toMatchObject({ outcome: 'faulted', rule: 'no-response' });
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
