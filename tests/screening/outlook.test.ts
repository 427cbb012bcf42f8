import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultClinicLimits } from '../../src/limits/clinic.ts';
import { planOf } from '../../src/limits/plan.ts';
import { presetOf } from '../../src/limits/presets.ts';
import { projectDose } from '../../src/limits/projection.ts';
import { outlookLines, outlookOf } from '../../src/safety/plan-outlook.ts';
import { anyLimits, shortPrescription } from '../limits/arbitraries.ts';

const planned = (id: string) => planOf(presetOf(id)!.prescription);
const outlook = (id: string) => outlookOf(planned(id), defaultClinicLimits);

describe('what will end or refuse a plan beyond its session', () => {
  it('of the standard treatment: cold after two a day, and people at risk', () => {
    expect(outlookLines(outlook('seed-spasm'))).toEqual([
      'one region of the body may have it 2 times in 24 hours, 120 min apart: once more is 120 min, above coldMinutesPer24Hours of 80 min',
      'at most 14 times in 7 days; after 14 days in a row with heat a clinician looks at the skin',
      'refused under the reduced limits of people at risk: cold.setpointC: 12 °C is below 15 °C; ' +
        'cold.minutes: 10 min is above 8 min; hot.setpointC: 40 °C is above 39 °C; ' +
        'finalCold.minutes: 10 min is above 8 min; cold of a session, all phases together: 40 min is above 32 min',
    ]);
    expect(projectDose(planned('seed-spasm')).coldDegreeMinutes).toBe(320);
  });

  it('of the gentle one: nothing of people at risk', () => {
    const { timesADay, dayEndsBy, refusedReduced, refusedAt } = outlook('seed-spasm-gentle');
    expect([timesADay, dayEndsBy.limit, dayEndsBy.value]).toEqual([2, 'coldMinutesPer24Hours', 96]);
    expect([refusedReduced, refusedAt]).toEqual([[], []]);
    expect(outlookLines(outlook('seed-spasm-gentle')).at(-1)).toBe(
      'fits the reduced limits of people at risk',
    );
  });

  it('of the cold-heavy one: sites over a nerve', () => {
    const { refusedAt } = outlook('cold-heavy');
    expect(refusedAt).toEqual(
      ['calf', 'hamstring', 'triceps', 'forearm'].flatMap((id) => [`${id}-left`, `${id}-right`]),
    );
  });

  it('of a cold finish: how often alone', () => {
    const { timesADay, dayEndsBy, heatDaysInARow } = outlook('cold-finish');
    expect([timesADay, dayEndsBy.limit, heatDaysInARow]).toEqual([3, 'sessionsPerDay', null]);
  });

  it('is right: so many a day pass nothing, and one more passes what it names', () => {
    fc.assert(
      fc.property(anyLimits, shortPrescription, (limits, prescription) => {
        const plan = planOf(prescription);
        const { cem43Min, coldMinutes } = projectDose(plan);
        const { timesADay, dayEndsBy } = outlookOf(plan, limits);
        const day = {
          coldMinutesPer24Hours: coldMinutes,
          cem43Per24HoursMin: cem43Min,
          sessionsPerDay: 1,
        };
        for (const [limit, one] of Object.entries(day)) {
          expect(timesADay * one).toBeLessThanOrEqual(limits[limit as keyof typeof day]);
        }
        expect((timesADay + 1) * day[dayEndsBy.limit]).toBeGreaterThan(limits[dayEndsBy.limit]);
      }),
    );
  });
});
