import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allClear, checklist, clearAnswer } from '../../src/safety/screening-checklist.ts';
import type { Answers } from '../../src/safety/screening-checklist.ts';
import { contrastRating, ratings } from '../../src/safety/screening-item.ts';
import { bodySites, unspecifiedSite } from '../../src/safety/screening-sites.ts';
import {
  evaluateScreening,
  isAdmitted,
  ratingAt,
  worseResult,
} from '../../src/safety/screening.ts';
import type { Screening } from '../../src/safety/screening.ts';
import { ann, someIds, troubledBy, without, weighsNothingAtALimb } from './people.ts';
import { flagSources, milderElsewhere, ratedRows, ratedSigns, ratingOf } from './rated-rows.ts';

const site = 'calf-left';
const trunk = 'abdomen';
const itemOf = (id: string) => checklist.find((item) => item.id === id)!;
const resultOf = { '-': 'clear', P: 'clear', Ao: 'needsClinician', A: 'contraindicated' } as const;
type Letter = keyof typeof resultOf;

describe('each question alone', () => {
  it('nothing wrong: clear, standard, no reason', () => {
    expect(evaluateScreening(allClear, 'thigh-left')).toEqual({
      result: 'clear',
      profile: 'standard',
      reasons: [],
      coldPhaseMaxMinutes: null,
      checksTwiceAsOften: false,
    });
  });

  it.each(ratedRows)(
    'row %d, %s: heat %s, cold %s, contrast %s',
    (row, id, heat, cold, contrast) => {
      const item = itemOf(id);
      expect(item.row).toMatch(new RegExp(`^${row}[a-e]?$`));
      expect([item.heat, item.cold, contrastRating(item)]).toEqual(
        [heat, cold, contrast].map((letter) => ratingOf[letter]),
      );
      const found = evaluateScreening(troubledBy(id), trunk);
      expect(found.result).toBe(resultOf[contrast as Letter]);
      expect(found.profile).toBe('reduced');
      expect(found.reasons).toMatchObject([
        { id, rating: ratingOf[contrast], text: item.finding, open: false },
      ]);
    },
  );

  it.each(ratedSigns)('%s: %s', (id, rating) => {
    const found = evaluateScreening(troubledBy(id), trunk);
    const profile = rating === '-' ? 'standard' : 'reduced';
    expect(found).toMatchObject({ result: resultOf[rating as Letter], profile });
    expect(found.reasons).toMatchObject([{ id, text: itemOf(id).finding, open: false }]);
    expect(itemOf(id).heat).toBe(itemOf(id).cold);
  });

  it('no row and no question is left out, and each is described', () => {
    expect(new Set(ratedRows.map(([row]) => row))).toEqual(
      new Set(Array.from({ length: 45 }, (_, index) => index + 1)),
    );
    const rated = [...ratedRows.map(([, id]) => id), ...ratedSigns.map(([id]) => id)];
    expect(checklist.map(({ id }) => id).toSorted()).toEqual(rated.toSorted());
    for (const { question, finding, sources, hazards, id } of checklist) {
      expect(question, id).toMatch(/^[A-Z].{10,100}\?$/);
      expect(finding.length, id).toBeGreaterThan(3);
      expect(sources.length, id).toBeGreaterThan(0);
      expect(hazards, id).not.toHaveLength(0);
      for (const hazard of hazards) expect(hazard).toMatch(/^H(0[1-9]|[12]\d|3[0-5])$/);
    }
  });

  it('a red flag tells what to do, and has a source of its own', () => {
    const flags = checklist.filter(({ row }) => row.startsWith('R'));
    expect(Object.fromEntries(flags.map(({ id, sources }) => [id, sources.join()]))).toEqual(
      flagSources,
    );
    for (const { advice, hazards } of flags) {
      expect(advice).toMatch(/doctor|medical help|hospital|ambulance/);
      expect(hazards).toContain('H35');
    }
  });

  it.each(Object.entries(milderElsewhere))(
    '%s weighs as a limb lets it at a limb, and as at its worst where nobody knows the site',
    (id, letter) => {
      const rated = (at: string | null) =>
        evaluateScreening(troubledBy(id), at).reasons.find((one) => one.id === id)?.rating;
      expect(rated(site)).toBe(ratingOf[letter]);
      expect(['lower-back', 'buttock-left', unspecifiedSite, 'nowhere', null].map(rated)).toEqual(
        Array.from({ length: 5 }, () => 'absolute'),
      );
      expect(checklist.filter((item) => item.onlyAt !== undefined)).toHaveLength(2);
    },
  );

  it('a medicine that dulls feeling doubles the skin checks, and nothing else does', () => {
    const doubling = checklist.filter(
      ({ id }) => evaluateScreening(troubledBy(id), site).checksTwiceAsOften,
    );
    expect(doubling.map(({ id }) => id)).toEqual(['dulling-medicine']);
  });

  it('a shallow nerve or bone bounds a cold phase to 10 min', () => {
    expect(evaluateScreening(troubledBy('nerve-or-bone'), site).coldPhaseMaxMinutes).toBe(10);
    expect(evaluateScreening(allClear, 'outer-knee-left').coldPhaseMaxMinutes).toBe(10);
  });
});

describe('what is not answered is not clear (L4)', () => {
  it.each(checklist.map(({ id }) => id))('%s', (id) => {
    const found = evaluateScreening(without(allClear, [id]), site);
    expect(found).toMatchObject({ result: 'contraindicated', profile: 'reduced' });
    expect(found.reasons).toMatchObject([{ id, rating: 'absolute', open: true }]);
    expect(isAdmitted(found, ann)).toBe(false);
  });

  it.each([null, undefined, true, 0, '', 'No', 'YES', 'n', ['no']])(
    'answered with %j',
    (answer) => {
      for (const { id } of checklist) {
        const answers = { ...allClear, [id]: answer } as Answers;
        expect(evaluateScreening(answers, site).result).toBe('contraindicated');
      }
    },
  );

  it('an answer that only a prototype has', () => {
    expect(evaluateScreening(Object.create(allClear) as Answers, site).result).toBe(
      'contraindicated',
    );
  });

  it('no site, or an unknown one', () => {
    for (const unknown of [null, '', 'calf', 'toString', '__proto__']) {
      expect(evaluateScreening(allClear, unknown).result).toBe('contraindicated');
    }
  });
});

it('a site that is not named was left open; one that is rated was not', () => {
  const siteReason = (id: string | null) =>
    evaluateScreening(allClear, id).reasons.map(({ id: reason, open }) => [reason, open]);
  expect(siteReason(null)).toEqual([['site', true]]);
  expect(siteReason('nowhere')).toEqual([['site', true]]);
  const rated = bodySites.filter(({ rating }) => rating !== 'none');
  expect(rated.length).toBeGreaterThan(5);
  for (const { id } of rated) expect(siteReason(id)).toEqual([['site', false]]);
});

describe('each site alone', () => {
  it.each(bodySites.map(({ id, rating }) => [id, rating] as const))('%s: %s', (id, rating) => {
    const found = evaluateScreening(allClear, id);
    expect(found.result).toBe(rating === 'absolute' ? 'contraindicated' : 'clear');
    expect(found.profile).toBe(rating === 'none' ? 'standard' : 'reduced');
  });

  it('never face, eyes, carotid sinus, genitals; with care shallow nerves and bone; the rest is muscle', () => {
    const rated = (rating: string) =>
      bodySites
        .filter((one) => one.rating === rating)
        .map(({ id }) => id.replace(/-(left|right)$/, ''));
    expect(new Set(rated('absolute'))).toEqual(
      new Set(['face', 'jaw', 'eyes', 'front-of-neck', 'genitals']),
    );
    expect(new Set(rated('precaution'))).toEqual(
      new Set(['ribs', 'shin', 'foot', 'hand', 'outer-knee', 'inner-elbow']),
    );
    expect(rated('none')).toContain(unspecifiedSite);
    expect(new Set(bodySites.map(({ id }) => id)).size).toBe(bodySites.length);
  });
});

const heaviness = ({ result, profile }: Screening): number =>
  ['clear', 'needsClinician', 'contraindicated'].indexOf(result) * 2 +
  (profile === 'reduced' ? 1 : 0);

describe('many at once', () => {
  const anySite = fc.constantFrom(...bodySites.map(({ id }) => id));

  it('are as heavy as the heaviest of them', () => {
    fc.assert(
      fc.property(someIds, anySite, (ids, place) => {
        const found = evaluateScreening(troubledBy(...ids), place);
        const weights = [
          ...ids.map((id) => ratings.indexOf(ratingAt(itemOf(id), place))),
          ratings.indexOf(bodySites.find(({ id }) => id === place)!.rating),
        ];
        const worst = ratings[Math.max(...weights)]!;
        const result = { none: 'clear', precaution: 'clear', override: 'needsClinician' } as const;
        expect(found.result).toBe(worst === 'absolute' ? 'contraindicated' : result[worst]);
        expect(found.profile).toBe(worst === 'none' ? 'standard' : 'reduced');
      }),
    );
  });

  it('more problems or fewer answers never make it milder, nor longer in the cold', () => {
    fc.assert(
      fc.property(someIds, someIds, someIds, anySite, (some, others, open, place) => {
        const fewer = evaluateScreening(troubledBy(...some), place);
        for (const more of [
          evaluateScreening(troubledBy(...some, ...others), place),
          evaluateScreening(without(troubledBy(...some), open), place),
        ]) {
          expect(heaviness(more)).toBeGreaterThanOrEqual(heaviness(fewer));
          expect(more.coldPhaseMaxMinutes ?? Infinity).toBeLessThanOrEqual(
            fewer.coldPhaseMaxMinutes ?? Infinity,
          );
          expect(more.checksTwiceAsOften || !fewer.checksTwiceAsOften).toBe(true);
          expect(isAdmitted(more, ann) && !isAdmitted(fewer, ann)).toBe(false);
        }
      }),
    );
  });

  it('standard limits are only for somebody about whom every answer is clear, thirst apart', () => {
    const answer = fc.constantFrom('yes', 'no', undefined, 'maybe');
    const anyone = fc.record(Object.fromEntries(checklist.map(({ id }) => [id, answer] as const)));
    const nearly = fc.tuple(someIds, anyone).map(([ids, strange]) => ({
      ...allClear,
      ...Object.fromEntries(ids.slice(0, 2).map((id) => [id, strange[id]])),
    }));
    fc.assert(
      fc.property(nearly, (answers) => {
        const found = evaluateScreening(answers as Answers, site);
        const clear = checklist.every(
          (item) =>
            answers[item.id] === clearAnswer(item) ||
            (answers[item.id] === item.problem && weighsNothingAtALimb(item.id)),
        );
        expect(found.profile === 'standard' && found.result === 'clear').toBe(clear);
      }),
    );
  });
});

describe('a clinician', () => {
  it('decides where it is theirs to decide, by name and with a reason', () => {
    fc.assert(
      fc.property(someIds, (ids) => {
        const found = evaluateScreening(troubledBy(...ids), site);
        expect(isAdmitted(found, ann)).toBe(found.result !== 'contraindicated');
        expect(isAdmitted(found, null)).toBe(found.result === 'clear');
      }),
    );
  });

  it.each([
    { clinician: '', reason: 'seen today' },
    { clinician: ' \t', reason: 'seen today' },
    { clinician: 'Dr. Ann', reason: '' },
    { clinician: 'Dr. Ann', reason: '\n ' },
  ])('not by half: %j', (half) => {
    expect(isAdmitted(evaluateScreening(troubledBy('diabetes'), site), half)).toBe(false);
  });
});

describe('a clinician’s dated word', () => {
  const word = { clinician: 'Dr. Lee', seenOn: '2026-11-02', newOrWorse: 'no' } as const;
  const nowMs = Date.UTC(2026, 10, 30);
  const reasonOf = (id: string, given: Partial<Record<keyof typeof word, string>> = {}) => {
    const words = { [id]: { ...word, ...given } as typeof word };
    return evaluateScreening(troubledBy(id), trunk, { words, nowMs }).reasons[0];
  };

  it.each([
    ['breathless', 'known'],
    ['heat-injury-before', 'healed'],
  ])('on %s lowers it to care, and stands in the reason as %s', (id, kind) => {
    const text = `${itemOf(id).finding}, ${kind}, as told: seen by Dr. Lee on 2026-11-02, not new or worse since`;
    expect(reasonOf(id)).toEqual({ id, rating: 'precaution', text, advice: null, open: false });
  });

  it('that does not count lowers nothing, and the reason says why', () => {
    const { finding, advice = null } = itemOf('breathless');
    expect(reasonOf('breathless', { newOrWorse: 'yes' })).toEqual({
      id: 'breathless',
      rating: 'absolute',
      text: `${finding} (the word of Dr. Lee on 2026-11-02 does not count: it is new or worse since then)`,
      advice,
      open: false,
    });
  });

  it('on another question, or that only a prototype has, is none', () => {
    const words = Object.create({ breathless: word }) as Record<string, typeof word>;
    const found = evaluateScreening(troubledBy('breathless'), trunk, { words, nowMs });
    expect(found.reasons).toMatchObject([
      { rating: 'absolute', text: itemOf('breathless').finding },
    ]);
  });
});

it('of two results the one that admits less counts', () => {
  const results = ['clear', 'needsClinician', 'contraindicated'] as const;
  for (const [index, one] of results.entries()) {
    for (const [at, other] of results.entries())
      expect(worseResult(one, other)).toBe(results[Math.max(index, at)]);
  }
});

describe('what bars a start', () => {
  it('says what to do, unless it lasts', () => {
    const silent = checklist.filter(
      ({ layer, advice, ...item }) =>
        layer !== 'lasting' && contrastRating(item) === 'absolute' && advice === undefined,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ['barrier-dry', /dry cloth between plate and skin, and start again/],
    ['strap', /two fingers fit under it, and start again/],
    ['stop-tried', /press STOP once, .* and start again/],
    ['awake', /wide awake, and start again/],
    ['feeling-tested', /two spoons, .* and start again/],
    ['liniment-or-patch', /Wash .* off, dry the skin, and start again/],
    ['swelling', /see a doctor/],
  ])('%s', (id, says) => {
    const { reasons } = evaluateScreening(troubledBy(id), 'calf-left');
    expect(reasons).toMatchObject([{ id, rating: 'absolute' }]);
    expect(reasons[0]?.advice).toMatch(says);
  });
});
