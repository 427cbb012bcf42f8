import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rigs } from '../../hardware/plant/rigs.ts';
import { allClear } from '../../src/safety/screening-checklist.ts';
import type { PastSession } from '../../src/safety/exposure.ts';
import { admit, allowanceFor } from '../../src/treatment/admission.ts';
import { prepareTreatment } from '../../src/treatment/prepare.ts';
import { standard, temporaryFolder } from '../limits/files.ts';
import { ann, someIds, troubledBy, weighsNothingAtALimb } from './people.ts';

const file = temporaryFolder();
const site = 'calf-left';
const nowMs = Date.UTC(2026, 10, 20, 12);
const prescribed = (name = 'seed-spasm', limits?: string) =>
  prepareTreatment(name, limits, rigs.reference);
const free = { earlier: null, exposure: null, reasons: [] };
const someone = (answers = allClear) => ({ site, answers, override: null });
const wideLimits = file(
  'wide.yaml',
  'hotSetpointC: { max: 42 }\ncem43PerSessionMin: 9\ncem43Per24HoursMin: 9\n',
);

const earlier = (cem43Min: number, minutesAgo = 300): PastSession => ({
  id: 'earlier',
  site,
  endedAtMs: nowMs - minutesAgo * 60_000,
  cem43Min,
  coldMinutes: 40,
  contact: true,
  heated: true,
  coldSinceHeatMinutes: null,
});

describe('admission', () => {
  it('of somebody with nothing wrong changes nothing', () => {
    const before = prescribed();
    const thigh = { ...someone(), site: 'thigh-left' };
    expect(admit(before, thigh, free)).toMatchObject({ prescribed: before, refusal: null });
  });

  it('leaves time for looks at the skin in the longest session', () => {
    const thigh = { ...someone(), site: 'thigh-left' };
    const limits = file('long.yaml', 'sessionMinutes: 90\n');
    const lasting = (minutes: number) => {
      const plan = standard.replaceAll(/(hot: +\{[^}]*minutes: )\d+/g, `$1${minutes}`);
      return admit(prescribed(file(`${minutes}.yaml`, plan), limits), thigh, free).refusal;
    };
    // Four cold phases of 10 min, three hot ones, and six looks.
    expect(lasting(14)).toBeNull();
    expect(lasting(15)).toMatchObject({ code: 'LIMITS_EXCEEDED' });
    expect(lasting(15)?.message).toContain('with 6 min for looks');
  });

  it('refuses 40 °C under reduced limits: place, field, value, bound, and what fits', () => {
    const { refusal } = admit(prescribed(), someone(troubledBy('frail')), free);
    expect(refusal).toMatchObject({ code: 'LIMITS_EXCEEDED', exitCode: 6 });
    expect(refusal?.parts.where).toBe('preset seed-spasm');
    expect(refusal?.message).toContain('hot.setpointC: 40 °C is above the reduced limit of 39 °C');
    expect(refusal?.parts.fix).toContain('seed-spasm-gentle');
  });

  it('names line and column of a file', () => {
    const path = file('rx.yaml', standard.replace('setpointC: 12', 'setpointC: 11'));
    const { refusal } = admit(prescribed(path), someone(troubledBy('frail')), free);
    expect(refusal?.message).toMatch(/rx\.yaml:4:\d+: /);
    expect(refusal?.message).toContain('cold.setpointC: 11 °C is below the reduced limit of 15 °C');
    expect(refusal?.message).toContain('hot.setpointC: 40 °C is above the reduced limit of 39 °C');
  });

  it('has the skin looked at twice as often under a medicine that dulls feeling', () => {
    const often = (...ids: string[]) =>
      admit(prescribed('seed-spasm-gentle'), someone(troubledBy(...ids)), free).prescribed.config
        .checksTwiceAsOften;
    expect(often('dulling-medicine')).toBe(true);
    expect(often('quinine')).toBe(false);
  });

  it('bounds the running dose to 2 under reduced limits, whatever the clinic allows', () => {
    const gentle = prescribed('seed-spasm-gentle', wideLimits);
    expect(gentle.config.caps.cem43Min).toBe(9);
    const { prescribed: narrowed, refusal } = admit(gentle, someone(troubledBy('frail')), free);
    expect(refusal).toBeNull();
    expect(narrowed.config.caps.cem43Min).toBe(2);
    expect(narrowed.limits).toMatchObject({ hotSetpointC: { max: 39 }, cem43PerSessionMin: 2 });
  });

  it.each([
    ['outer-knee-left', 'the reduced limit of 8 min', 'seed-spasm-gentle'],
    ['calf-left', 'the limit at this site of 10 min', 'seed-spasm or'],
    ['hamstring-right', 'the limit at this site of 10 min', 'seed-spasm or'],
    ['triceps-left', 'the limit at this site of 10 min', 'seed-spasm or'],
  ])('bounds a cold phase over the nerve of %s: %s', (at, limit, fits) => {
    const { refusal } = admit(prescribed('cold-heavy'), { ...someone(), site: at }, free);
    expect(refusal?.message).toContain(`cold.minutes: 12 min is above ${limit}`);
    expect(refusal?.parts.fix).toContain(fits);
    const thigh = { ...someone(), site: 'thigh-left' };
    expect(admit(prescribed('cold-heavy'), thigh, free).refusal).toBeNull();
  });

  it('a clinic whose limits leave nothing of the reduced ones', () => {
    const limits = file('hot.yaml', 'hotSetpointC: { min: 40, max: 41 }\n');
    const { refusal } = admit(prescribed('seed-spasm', limits), someone(troubledBy('frail')), free);
    expect(refusal).toMatchObject({ code: 'LIMITS_EXCEEDED' });
    expect(refusal?.message).toContain('40 … 41');
  });

  it('needs name and reason of a clinician where it is theirs to decide', () => {
    const gentle = prescribed('seed-spasm-gentle');
    const diabetic = someone(troubledBy('diabetes'));
    expect(admit(gentle, diabetic, free).refusal).toMatchObject({ code: 'SCREENING_DECLINED' });
    expect(admit(gentle, { ...diabetic, override: ann }, free)).toMatchObject({
      refusal: null,
      screening: { profile: 'reduced' },
    });
  });

  it('never widens caps or limits, and never treats anybody with an absolute reason', () => {
    fc.assert(
      fc.property(someIds, fc.boolean(), fc.boolean(), (ids, overridden, wide) => {
        const before = prescribed('seed-spasm-gentle', wide ? wideLimits : undefined);
        const person = { ...someone(troubledBy(...ids)), override: overridden ? ann : null };
        const after = admit(before, person, free);
        const caps = after.prescribed.config.caps;
        expect(caps.cem43Min).toBeLessThanOrEqual(before.config.caps.cem43Min);
        expect(caps.coldMinutes).toBeLessThanOrEqual(before.config.caps.coldMinutes);
        const absolute = after.screening.reasons.some(({ rating }) => rating === 'absolute');
        if (absolute) expect(after.refusal?.code).toBe('SCREENING_DECLINED');
        const mostC = ids.every(weighsNothingAtALimb) ? before.limits.hotSetpointC.max : 39;
        if (after.refusal === null) {
          expect(after.prescribed.limits.hotSetpointC.max).toBeLessThanOrEqual(mostC);
        }
      }),
      { numRuns: 60, examples: [[['dehydrated'], false, false]] },
    );
  });
});

describe('earlier sessions', () => {
  it('too recent: declined, nobody asked, nobody overrides', () => {
    const allowance = allowanceFor(prescribed(), site, { sessions: [earlier(0.1, 30)], nowMs });
    expect(allowance.reasons).toMatchObject([{ id: 'sessionGapMinutes', rating: 'absolute' }]);
    const unasked = { site, answers: null, override: ann };
    const { refusal, screening } = admit(prescribed(), unasked, allowance);
    expect(refusal?.message).toMatch(/ended 30 min ago.*SCREENING_DECLINED/);
    expect(screening.result).toBe('contraindicated');
    expect(screening.reasons).toHaveLength(1);
    expect(admit(prescribed(), someone(), allowance).refusal).not.toBeNull();
  });

  it('that fill a day or a week: the refusal says when it opens again', () => {
    const saysOf = (sessions: readonly PastSession[]): string => {
      const allowance = allowanceFor(prescribed(), site, { sessions, nowMs });
      return admit(prescribed(), someone(), allowance).refusal?.message ?? '';
    };
    const day = 1440;
    expect(saysOf([earlier(0.1, day - 90), earlier(0.1, 300)])).toMatch(
      /min of cold in 24 hours [^]*; by this it opens again in 1 h 30 min \(2026-11-20 13:30 UTC\)/,
    );
    const week = Array.from({ length: 14 }, (_, index) => ({
      ...earlier(0.1, 300 + index * 700),
      coldMinutes: 1,
    }));
    expect(saysOf(week)).toMatch(
      /session 15 in 7 days [^]*; by this it opens again in 11 h 20 min \(2026-11-20 23:20 UTC\)/,
    );
    const unknown = { ...earlier(0.1), endedAtMs: Number.NaN, coldMinutes: 80 };
    expect(saysOf([unknown])).not.toContain('opens again');
  });

  it('leave less of the running dose than a session may have', () => {
    const allowance = allowanceFor(prescribed(), site, { sessions: [earlier(5)], nowMs });
    expect(allowance.reasons).toEqual([]);
    const { prescribed: narrowed, refusal } = admit(prescribed(), someone(), allowance);
    expect(refusal).toBeNull();
    expect(narrowed.config.caps.cem43Min).toBe(1);
  });

  it('are not asked for where nobody is under the plate', () => {
    expect(allowanceFor(prescribed(), site, null)).toEqual(free);
  });

  it('nobody was asked: not treated, even if nothing else is wrong', () => {
    const unasked = { site, answers: null, override: ann };
    expect(admit(prescribed(), unasked, free).refusal?.message).toContain('not answered');
  });
});
