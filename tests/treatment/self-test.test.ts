import { describe, expect, it } from 'vitest';
import { fault, openRig } from './rig.ts';

describe('the self-test before each treatment', () => {
  it('passes on a sound device, drives no more than a short cool pulse, and closes the relay only for the second', async () => {
    const rig = await openRig();
    const drives = new Set<number>();
    let lastS = 0;
    rig.onTick.push(({ state, treatment, elapsedS }) => {
      if (state !== 'selfTest') return;
      drives.add(Math.sign(treatment.gate.drive));
      lastS = elapsedS;
      expect(treatment.gate.drive).toBeGreaterThanOrEqual(-0.5);
    });
    expect((await rig.run()).outcome).toBe('completed');
    expect(drives).toEqual(new Set([0, -1]));
    expect(lastS).toBeLessThan(15);
  });

  it.each([
    ['polarity-reversed', /wired the wrong way round|up while cooled/],
    ['relay-welded', /relay is welded/],
    ['leg-a-stuck-low', /the modules took -?\d\.\d A of what was driven; .* \d\.\d A or more/],
    ['plate-a-detached', /sensor/],
    ['heatsink-detached', /heatsink/],
    ['plate-a-open', /sensor A/],
    ['heatsink-frozen', /heatsink/],
  ])('%s from the start does not get through', async (id, words) => {
    const rig = await openRig();
    const summary = await rig.run([fault(0, id)]);
    expect(summary.outcome, summary.reason).toBe('faulted');
    expect(summary.reason).toMatch(words);
    expect(rig.states()).not.toContain('awaitingContact');
    expect(summary.plant!.plateMaxC).toBeLessThan(43);
  });

  it('finds a leg that is stuck low by the plate where nobody sees the current', async () => {
    const rig = await openRig({ sees: { moduleCurrent: false } });
    const { outcome, reason } = await rig.run([fault(0, 'leg-a-stuck-low')]);
    expect([outcome, reason]).toEqual(['faulted', expect.stringMatching(/only .* colder/)]);
  });

  it('does not let a treatment begin while the stop loop is open', async () => {
    const rig = await openRig();
    const summary = await rig.run([
      { atS: 0, happen: ({ board }) => board.simulation?.setStopPressed(true) },
    ]);
    expect(['stopped', 'faulted']).toContain(summary.outcome);
    expect(rig.states()).not.toContain('preparing');
  });
});
