/** The numbers of the live state, against the treatment that they tell of, at every look. */
import { expect, it } from 'vitest';
import { treatingState } from '../../src/server/device/view.ts';
import type { RestFacts } from '../../src/server/device/view.ts';
import type { TreatmentUnderWay } from '../../src/server/device/treatment-under-way.ts';
import { defaultClinicLimits } from '../../src/limits/clinic.ts';
import { at, inShortHeatS, openRig, shortPrescription } from '../treatment/rig.ts';

it('phase, time left, doses against their own bounds, and what a pause has left', async () => {
  const rig = await openRig({ seed: 3, prescription: shortPrescription });
  let [phase, phaseFromS, pausedS, pauseFromS, looks] = [0, 0, 0, Number.NaN, 0];
  rig.onTick.push((companion) => {
    const { treatment, elapsedS, config, state } = companion;
    const { context } = treatment.session;
    if (context.phase !== phase) [phase, phaseFromS, pausedS] = [context.phase, elapsedS, 0];
    if (state === 'paused' && Number.isNaN(pauseFromS)) pauseFromS = elapsedS;
    if (state !== 'paused' && !Number.isNaN(pauseFromS))
      [pausedS, pauseFromS] = [elapsedS - pauseFromS, Number.NaN];
    if (Math.round(elapsedS * 20) % 100 !== 0 || treatment.readings === null) return;
    const facts = {
      left: { alarms: { alarms: [] } },
      board: null,
      draft: null,
      readings: treatment.readings,
      nowMs: treatment.nowMs,
    };
    const live = treatingState(
      facts as unknown as RestFacts,
      {
        companion,
        draft: {
          source: 'preset',
          site: 'calf-left',
          prescribed: { prescription: shortPrescription },
        },
        screened: { profile: 'standard', prescribed: { limits: defaultClinicLimits } },
        keeper: { id: 'A' },
        contactAtS: null,
        testCourse: null,
        trip: null,
        state,
        summary: null,
        drill: null,
      } as unknown as TreatmentUnderWay,
    );
    const { cem43Min, coldMinutes } = treatment.dose;
    expect(live.dose).toEqual({
      cem43Min: Number(cem43Min.toFixed(6)),
      cem43CapMin: 2,
      coldMinutes: Number(coldMinutes.toFixed(4)),
      coldCapMinutes: config.caps.coldMinutes,
    });
    expect(config.caps.coldMinutes).toBeGreaterThan(10);
    // Five minutes are what a pause may last.
    if (state === 'paused') expect(live.pause!.leftS).toBeCloseTo(300 - (elapsedS - pauseFromS), 0);
    else expect(live.pause).toBeNull();
    if (!state.startsWith('treating')) return;
    looks += 1;
    const leftS = 180 - (elapsedS - phaseFromS - pausedS);
    expect(live.phase).toMatchObject({
      number: phase,
      count: 3,
      kind: phase === 2 ? 'hot' : 'cold',
      setpointC: phase === 2 ? 38 : 15,
      dwellS: 180,
    });
    expect(Math.abs(live.phase!.leftS - leftS)).toBeLessThan(0.5);
    expect(Math.abs(live.phase!.elapsedS - (180 - leftS))).toBeLessThan(0.5);
    expect(Math.abs(live.leftS! - (leftS + (3 - phase) * 180))).toBeLessThan(0.5);
    expect(live.nextPhase).toEqual(
      phase === 3
        ? null
        : {
            number: phase + 1,
            kind: phase === 1 ? 'hot' : 'cold',
            setpointC: phase === 1 ? 38 : 15,
            dwellS: 180,
          },
    );
    expect(live.drive).toBeCloseTo(companion.appliedDrive, 3);
    expect(live.setpointC).toBeCloseTo(treatment.setpointC, 3);
    expect(live.readings.plateAC).toBeCloseTo(treatment.readings.plateA.celsius, 2);
  });
  await rig.run([at(inShortHeatS, { type: 'PAUSE' }), at(inShortHeatS + 20, { type: 'RESUME' })]);
  expect(looks).toBeGreaterThan(80);
});
