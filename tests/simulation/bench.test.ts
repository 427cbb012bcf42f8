/** Conditions of the bench and a hand at it, in a whole treatment. */
import { describe, expect, it } from 'vitest';
import { rigs } from '../../hardware/plant/rigs.ts';
import { isCondition } from '../../hardware/plant/faults.ts';
import { openVirtualTreatment } from '../../src/evidence/virtual-treatment.ts';
import { contrast, scratch } from '../cli/contrast.ts';
import { openRig } from '../treatment/rig.ts';

const opened = (conditions: readonly string[]) =>
  openVirtualTreatment({ seed: 1, rig: rigs.reference, prescription: 'seed-spasm', conditions });

describe('what the bench has been like', () => {
  it.each([
    ['room-9', 9, 9],
    ['room-35', 35, 35],
    ['warm-restart', 29, 39],
  ])('%s is so in the very first readings', async (id, plateC, heatsinkC) => {
    const { companion } = await opened([id]);
    await companion.board.advanceTo(companion.board.nowMs() + 50);
    companion.tick(0);
    const { readings } = companion.treatment;
    expect(readings!.plateA.celsius).toBeCloseTo(plateC, 0);
    expect(readings!.plateB.celsius).toBeCloseTo(plateC, 0);
    expect(readings!.heatsink.celsius).toBeCloseTo(heatsinkC, 0);
  });

  it('is told from what befalls a device', () => {
    expect(['room-9', 'sun', 'warm-restart'].every(isCondition)).toBe(true);
    expect(['plate-a-open', 'fan-stopped', 'noise-white-3', ''].some(isCondition)).toBe(false);
  });
});

describe('a press of the stop button', () => {
  it('of 30 ms between two ticks stops the treatment', async () => {
    const rig = await openRig();
    const summary = await rig.run([
      { atS: 300, happen: ({ board }) => board.simulation!.setStopPressed(true, 30) },
    ]);
    expect(summary).toMatchObject({ outcome: 'stopped', reason: 'stopped by the stop button' });
    const stopped = rig.entries.find(
      ({ entry }) => entry.type === 'state' && entry.fields.to === 'settling',
    );
    expect(stopped!.t).toBeCloseTo(300.05, 3);
  });

  it('can be asked for on the command line', () => {
    const args = ['run', '--speed', 'max', '--yes', '--json', '--act', 'tap-stop-button@30'];
    const run = contrast([...args, '--records', scratch()]);
    expect(run.code).toBe(4);
    expect(run.out).toContain('stopped by the stop button');
  });
});
