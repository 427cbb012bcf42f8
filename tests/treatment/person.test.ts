import { describe, expect, it } from 'vitest';
import type { Prescription } from '../../src/limits/plan.ts';
import { tickMs } from '../../src/treatment/companion.ts';
import type { Companion } from '../../src/treatment/companion.ts';
import { at, inShortHeatS, openRig, shortPrescription } from './rig.ts';

/** In the default treatment phase 1 begins at about 57 s; hot phase 2 covers 700 to 1200 s in every seed. */
const inFirstCold = 300;
const inFirstHot = 900;
const inSecondCold = 1500;

/** Watches every tick: nothing is driven outside the states that permit it. */
function watchLaws(seen: { poweredStates: Set<string>; heatStates: Set<string> }) {
  return (companion: Companion): void => {
    const { drive } = companion.treatment.gate;
    if (drive !== 0) seen.poweredStates.add(companion.state);
    if (drive > 0) seen.heatStates.add(companion.state);
  };
}

describe('what a person does, shown by the record', () => {
  it.each([inFirstCold, inFirstHot, inSecondCold])(
    'STOP at %d s cuts power in that tick and is not completed (L3)',
    async (atS) => {
      const rig = await openRig();
      const drives: [number, number][] = [];
      rig.onTick.push(({ elapsedS, treatment }) => drives.push([elapsedS, treatment.gate.drive]));
      const summary = await rig.run([at(atS, { type: 'STOP', by: 'the patient' })]);
      expect(summary.outcome).toBe('stopped');
      expect(summary.reason).toContain('stopped by the patient');
      expect(summary.coldFinish).toBe(atS > inFirstCold ? false : null);
      if (atS > inFirstCold) expect(summary.reason).toContain('cold finish not delivered');
      const before = drives.filter(([t]) => t < atS);
      const after = drives.filter(([t]) => t >= atS);
      expect(before.some(([, drive]) => drive !== 0)).toBe(true);
      expect(after.length).toBeGreaterThan(10);
      expect(after.every(([, drive]) => drive === 0)).toBe(true);
    },
  );

  it('the stop button on the board does the same, and names itself', async () => {
    const rig = await openRig();
    const summary = await rig.run([
      { atS: inFirstHot, happen: ({ board }) => board.simulation?.setStopPressed(true) },
    ]);
    expect(summary).toMatchObject({ outcome: 'stopped', coldFinish: false });
    expect(summary.reason).toContain('the stop button');
  });

  it('END_EARLY before heat ends at once; the treatment reached the skin cold and leaves it cold (L2)', async () => {
    const rig = await openRig();
    const summary = await rig.run([at(inFirstCold, { type: 'END_EARLY' })]);
    expect(summary).toMatchObject({ outcome: 'ended early', coldFinish: null });
    expect(summary.durationS).toBeLessThan(inFirstCold + 120);
  });

  it('END_EARLY in heat goes to the whole final cold phase (L2)', async () => {
    const rig = await openRig();
    const summary = await rig.run([at(inFirstHot, { type: 'END_EARLY' })]);
    expect(summary).toMatchObject({ outcome: 'ended early', coldFinish: true });
    const cold = rig
      .samples()
      .filter(({ state, phase }) => state === 'treating.cold' && phase === 3);
    expect(cold).toHaveLength(600);
    expect(rig.states().slice(-3)).toEqual(['treating.cold', 'settling', 'ended']);
  });

  describe('END_EARLY soon after a cold phase', () => {
    const longPhases: Prescription = {
      name: 'long cold',
      rotations: 1,
      cold: { setpointC: 12, minutes: 15 },
      hot: { setpointC: 40, minutes: 10 },
      finalCold: { minutes: 15 },
      rampCPerS: 0.5,
    };
    /** Ends early so many seconds into a phase: how it ended, and the plant's longest stretch of cold on the skin. */
    async function endEarlyIn(phase: number, afterS: number, prescription: Prescription | string) {
      const rig = await openRig({ prescription });
      let [coldTicks, longestTicks, wished] = [0, 0, false];
      rig.onTick.push((companion) => {
        const { board, treatment, state } = companion;
        const { session, clocks } = treatment;
        if (session.context.reachedSkin && state.startsWith('treating')) {
          const isCold = board.simulation!.truth().plateC < 21;
          coldTicks = isCold ? coldTicks + 1 : 0;
          longestTicks = Math.max(longestTicks, coldTicks);
        }
        const due = session.context.phase === phase && clocks.phaseMs >= afterS * 1000;
        if (due && !wished) companion.send({ who: 'Ann', event: { type: 'END_EARLY' } });
        wished ||= due;
      });
      const { outcome, coldFinish } = await rig.run();
      return { outcome, coldFinish, coldMin: (longestTicks * tickMs) / 60_000 };
    }

    it.each([0.05, 5, 30, 95])(
      '%d s into the first heat gives no cold upon the cold: no heat was given yet',
      async (afterS) => {
        const ended = await endEarlyIn(2, afterS, 'seed-spasm');
        expect(ended).toMatchObject({ outcome: 'ended early', coldFinish: null });
        expect(ended.coldMin).toBeLessThan(10.7);
      },
    );

    it('in a later heat gives none either, for the cold finish of the heat before was given', async () => {
      const ended = await endEarlyIn(4, 10, 'seed-spasm');
      expect(ended).toMatchObject({ outcome: 'ended early', coldFinish: true });
      expect(ended.coldMin).toBeLessThan(10.7);
    });

    it.each([
      [10, null],
      [150, true],
    ])('of 15 minutes, %d s into heat, never makes one stretch of 30', async (afterS, finish) => {
      const ended = await endEarlyIn(2, afterS, longPhases);
      expect(ended).toMatchObject({ outcome: 'ended early', coldFinish: finish });
      expect(ended.coldMin).toBeLessThan(15.7);
    });
  });

  it('END_EARLY in a later cold phase makes that phase the final one, without starting it again', async () => {
    const rig = await openRig();
    const summary = await rig.run([at(inSecondCold, { type: 'END_EARLY' })]);
    expect(summary).toMatchObject({ outcome: 'ended early', coldFinish: true });
    const cold = rig
      .samples()
      .filter(({ state, phase }) => state === 'treating.cold' && phase === 3);
    expect(cold).toHaveLength(600);
  });

  it('PAUSE drives nothing and freezes the phase, not the dose; RESUME goes on with what is left', async () => {
    const rig = await openRig({ prescription: shortPrescription });
    const seen = { poweredStates: new Set<string>(), heatStates: new Set<string>() };
    rig.onTick.push(watchLaws(seen));
    const summary = await rig.run([
      at(inShortHeatS, { type: 'PAUSE' }),
      at(inShortHeatS + 60, { type: 'RESUME' }),
    ]);
    expect(summary).toMatchObject({ outcome: 'completed', coldFinish: true });
    const samples = rig.samples();
    const paused = samples.filter(({ state }) => state === 'paused');
    expect(paused).toHaveLength(60);
    expect(paused.every(({ drive }) => drive === 0)).toBe(true);
    expect(
      samples.filter(({ state, phase }) => state === 'treating.hot' && phase === 2),
    ).toHaveLength(180);
    expect(paused.at(-1)!.cem43Min).toBeGreaterThan(paused[0]!.cem43Min!);
    expect(seen.poweredStates).toEqual(
      new Set(['selfTest', 'preparing', 'awaitingContact', 'treating.cold', 'treating.hot']),
    );
    expect(seen.heatStates).toEqual(new Set(['treating.hot']));
  });

  it.each([
    ['before any heat', inFirstCold, null],
    ['in heat', inFirstHot, false],
    ['in a later cold phase', inSecondCold, false],
  ])(
    'a pause %s that nobody ends goes to power off after five minutes, with an alarm (L2)',
    async (_when, atS, coldFinish) => {
      const rig = await openRig();
      const drives: number[] = [];
      rig.onTick.push(({ elapsedS, appliedDrive }) => {
        if (elapsedS > atS + 1) drives.push(appliedDrive);
      });
      const summary = await rig.run([at(atS, { type: 'PAUSE' })]);
      expect(summary).toMatchObject({ outcome: 'ended early', coldFinish, rule: null });
      expect(summary.reason).toContain('the pause lasted too long');
      expect(summary.reason.includes('cold finish not delivered')).toBe(coldFinish === false);
      expect(rig.samples().filter(({ state }) => state === 'paused')).toHaveLength(300);
      expect(rig.states().slice(-2)).toEqual(['settling', 'ended']);
      // Nobody is cooled whom nobody watches.
      expect(drives.every((drive) => drive === 0)).toBe(true);
      const { alarms } = rig.companion.treatment.alarms;
      expect(alarms.find(({ id }) => id === 'pause-expired')).toMatchObject({
        acknowledgedBy: null,
        definition: { latching: true },
      });
    },
  );

  it('one long pause is still delivered, where somebody ends it', async () => {
    const rig = await openRig();
    const summary = await rig.run([
      at(inFirstHot, { type: 'PAUSE' }),
      at(inFirstHot + 290, { type: 'RESUME' }),
    ]);
    expect(summary).toMatchObject({ outcome: 'completed', coldFinish: true });
  });

  it('a cold finish by itself cools, never heats, and is completed', async () => {
    const rig = await openRig({ prescription: 'cold-finish' });
    const heating: number[] = [];
    rig.onTick.push(({ appliedDrive }) => {
      if (appliedDrive > 0) heating.push(appliedDrive);
    });
    const summary = await rig.run();
    expect(summary).toMatchObject({ outcome: 'completed', coldFinish: null });
    expect(summary.phases).toHaveLength(1);
    expect(rig.states()).not.toContain('treating.hot');
    expect(heating).toEqual([]);
    expect(summary.coldMinutes).toBeLessThanOrEqual(10.5);
  });

  it('refuses what the state does not allow, and records the refusal', async () => {
    const rig = await openRig();
    const summary = await rig.run([
      at(inFirstHot, { type: 'RESUME' }),
      at(inFirstHot, { type: 'PRESCRIBE', rotations: 2 }),
    ]);
    expect(summary.outcome).toBe('completed');
    const refused = rig.entries.flatMap(({ entry }) =>
      entry.type === 'command' && !entry.fields.accepted ? [entry.fields] : [],
    );
    expect(refused.map(({ what }) => what)).toEqual(['RESUME', 'PRESCRIBE']);
    expect(refused[0]!.why).toMatchObject({ kind: 'no-effect', state: 'treating.hot' });
  });

  it('nobody who says that the plate is on the skin: it is called off after ten minutes', async () => {
    const rig = await openRig();
    const summary = await rig.run([], {
      onState: (state, companion) => {
        if (state === 'screening')
          companion.send({ who: 'test', event: { type: 'SCREENED', result: 'clear' } });
      },
    });
    expect(summary).toMatchObject({ outcome: 'ended early', coldFinish: null, coldMinutes: 0 });
    expect(summary.reason).toContain('10 min');
  });
});
