/** What is chronic and known, or healed, may be passed truthfully, by a clinician's dated word and by nothing else. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rigs } from '../../hardware/plant/rigs.ts';
import { fieldSchemas } from '../../src/records/record-line.ts';
import type { Told } from '../../src/safety/clinician-word.ts';
import { wordSchema } from '../../src/server/contract/requests.ts';
import { checklist } from '../../src/safety/screening-checklist.ts';
import { ratings } from '../../src/safety/screening-item.ts';
import { evaluateScreening, ratingAt } from '../../src/safety/screening.ts';
import { admit, toldIn } from '../../src/treatment/admission.ts';
import { prepareTreatment } from '../../src/treatment/prepare.ts';
import { screeningFields } from '../../src/treatment/screened.ts';
import { loweredByWord } from './rated-rows.ts';
import { ann, someIds, troubledBy } from './people.ts';

const site = 'thigh-left';
const nowMs = Date.UTC(2026, 10, 30, 12);
const word = { clinician: 'Dr. Lee', seenOn: '2026-11-02', newOrWorse: 'no' } as const;
const told = (
  ids: readonly string[],
  given: Partial<Record<keyof typeof word, string>> = {},
): Told => ({
  words: Object.fromEntries(ids.map((id) => [id, { ...word, ...given } as typeof word])),
  nowMs,
});
const ratingOf = (id: string, given?: Parameters<typeof told>[1]) =>
  evaluateScreening(troubledBy(id), site, told([id], given)).reasons[0];

const lowerable = Object.keys(loweredByWord);
const known = lowerable.filter((id) => loweredByWord[id] === 'known');
const healed = lowerable.filter((id) => loweredByWord[id] === 'healed');

describe('a dated word', () => {
  it.each(lowerable)('lowers what it may lower to care, and nothing else: %s', (id) => {
    const alone = evaluateScreening(troubledBy(id), site);
    expect(['needsClinician', 'contraindicated']).toContain(alone.result);
    const found = evaluateScreening(troubledBy(id), site, told([id]));
    expect(found).toMatchObject({ result: 'clear', profile: 'reduced' });
    expect(found.reasons).toMatchObject([{ id, rating: 'precaution', advice: null, open: false }]);
    expect(found.reasons[0]?.text).toContain('Dr. Lee on 2026-11-02');
    expect(checklist.find((item) => item.id === id)?.loweredBy).toBe(loweredByWord[id]);
  });

  it.each<[what: string, given: Parameters<typeof told>[1], says: RegExp]>([
    ['new or worse since', { newOrWorse: 'yes' }, /new or worse since/],
    ['not asked', { newOrWorse: '' }, /new or worse since/],
    ['no name', { clinician: ' ' }, /no clinician is named/],
    ['a day that is to come', { seenOn: '2026-12-02' }, /no such day/],
    ['tomorrow', { seenOn: '2026-12-01' }, /no such day/],
    ['a day that no calendar has', { seenOn: '2026-02-30' }, /no such day/],
    ['a month that no calendar has', { seenOn: '2026-00-10' }, /no such day/],
    ['a year in which nobody was born', { seenOn: '0050-01-01' }, /no such day/],
    ['no day', { seenOn: 'last week' }, /no such day/],
  ])('counts for nothing: %s', (_what, given, says) => {
    for (const id of lowerable) {
      const before = evaluateScreening(troubledBy(id), site).reasons[0];
      expect(ratingOf(id, given)).toMatchObject({ rating: before?.rating, advice: before?.advice });
      expect(ratingOf(id, given)?.text).toMatch(says);
    }
  });

  it('is 90 days old at most where it calls something known, of any age where it has healed', () => {
    for (const id of known) {
      expect(ratingOf(id, { seenOn: '2026-09-01' })?.rating).toBe('precaution');
      expect(ratingOf(id, { seenOn: '2026-08-31' })?.text).toMatch(/91 days old, and 90/);
    }
    for (const id of healed)
      expect(ratingOf(id, { seenOn: '2025-03-01' })?.rating).toBe('precaution');
    const unproven = { ...told(lowerable), nowMs: Number.NaN };
    for (const id of lowerable) {
      const found = evaluateScreening(troubledBy(id), site, unproven);
      expect(found.reasons[0]?.rating, id).not.toBe('precaution');
    }
  });

  const hour = 3_600_000;
  it.each<[what: string, reactedMs: number | undefined, zoneMs: number, counts: boolean]>([
    ['no reaction on record', undefined, 0, true],
    ['the day before', Date.UTC(2026, 10, 1, 23, 59), 0, true],
    ['the same day', Date.UTC(2026, 10, 2), 0, false],
    ['since', Date.UTC(2026, 10, 20), 0, false],
    ['at a time that nobody knows', Number.NaN, 0, false],
    // Days are those of the calendar where the word is told.
    ['the day before in the east', Date.UTC(2026, 10, 1, 9, 59), 14 * hour, true],
    ['the same day in the east', Date.UTC(2026, 10, 1, 10), 14 * hour, false],
    ['the day before in the west', Date.UTC(2026, 10, 2, 7, 59), -8 * hour, true],
    ['in a place that nobody knows', Date.UTC(2026, 10, 1), Number.NaN, false],
  ])('calls healed only what reacted before it: %s', (_what, reactedMs, zoneMs, counts) => {
    for (const id of lowerable) {
      const held = { ...told([id]), zoneMs, ...(reactedMs === undefined ? {} : { reactedMs }) };
      const found = evaluateScreening(troubledBy(id), site, held).reasons[0];
      const isTaken = counts || known.includes(id);
      expect(found?.rating === 'precaution', id).toBe(isTaken);
      if (!isTaken) expect(found?.text).toMatch(/not proven to be older/);
    }
  });

  it('calls nothing healed on a day that has not begun', () => {
    const reactedMs = nowMs - hour;
    for (const id of healed) {
      const tomorrow = { ...told([id], { seenOn: '2026-12-01' }), reactedMs };
      const rating = (held: Told) =>
        evaluateScreening(troubledBy(id), site, held).reasons[0]?.rating;
      expect(rating(tomorrow)).toBe('absolute');
      expect(rating({ ...tomorrow, nowMs: Date.UTC(2026, 11, 1) })).toBe('precaution');
    }
  });

  it('is of tomorrow only where it is tomorrow already', () => {
    const tomorrow = told(known, { seenOn: '2026-12-01' });
    const ratingWith = (zoneMs: number) =>
      evaluateScreening(troubledBy('breathless'), site, { ...tomorrow, zoneMs }).reasons[0]?.rating;
    // It is noon in Greenwich.
    expect([14, 12].map((hours) => ratingWith(hours * hour))).toEqual(['precaution', 'precaution']);
    for (const hours of [11, 0, -12]) expect(ratingWith(hours * hour)).not.toBe('precaution');
  });

  it('calls healed what the last session left only where it was seen after that session', () => {
    const ratingWith = (treatedMs: number) =>
      evaluateScreening(troubledBy('reaction-last-time'), site, {
        ...told(['reaction-last-time']),
        treatedMs,
      }).reasons[0];
    expect(ratingWith(Date.UTC(2026, 10, 1, 9, 59))?.rating).toBe('precaution');
    for (const treatedMs of [Date.UTC(2026, 10, 2, 12), Date.UTC(2026, 10, 20), Number.NaN])
      expect(ratingWith(treatedMs)).toMatchObject({
        rating: 'absolute',
        text: expect.stringMatching(/a day after the last session there/) as string,
      });
    const before = { ...told(['heat-injury-before']), treatedMs: nowMs };
    const old = evaluateScreening(troubledBy('heat-injury-before'), site, before);
    expect(old.reasons[0]?.rating).toBe('precaution');
  });

  it('is held against the last session of the region', () => {
    const endedAtMs = nowMs - 30 * 3_600_000;
    const one = { id: 'one', endedAtMs, cem43Min: 0, coldMinutes: 9, contact: true, heated: true };
    const at = (where: string) =>
      toldIn(
        {},
        nowMs,
        { sessions: [{ ...one, site: where, coldSinceHeatMinutes: null }], nowMs },
        site,
      );
    expect(at('thigh-left').treatedMs).toBe(endedAtMs);
    expect(at('thigh-right').treatedMs).toBeUndefined();
  });

  it.each(['me', 'Me.', 'the patient', 'x', 'Dr. X', 'Li', 'no clinician', 'ich selbst', 'N/A'])(
    'is of nobody who could be asked: %j',
    (clinician) => {
      expect(wordSchema.safeParse({ ...word, clinician }).success).toBe(false);
    },
  );

  it.each(['Ann', 'Dr. Li', '李明', 'Nurse Joy', 'Dra. Yo Paz', 'Dr Ng'])(
    'is of whoever is named: %j',
    (clinician) => {
      expect(wordSchema.safeParse({ ...word, clinician }).success).toBe(true);
    },
  );

  it.each(['Dr\u0000Lee', 'Dr\nLee', 'Dr\u202ELee', 'Dr\u200BLee', ' ', 'the stop button'])(
    'is of nobody whose name cannot be read: %j',
    (clinician) => {
      expect(wordSchema.safeParse({ ...word, clinician }).success).toBe(false);
      expect(wordSchema.safeParse(word).success).toBe(true);
    },
  );

  it('never lowers below care, never raises, and never lets through what nobody’s word lowers', () => {
    fc.assert(
      fc.property(someIds, someIds, (ids, words) => {
        const plain = evaluateScreening(troubledBy(...ids), site);
        const found = evaluateScreening(troubledBy(...ids), site, told(words));
        for (const [index, reason] of found.reasons.entries()) {
          const item = checklist.find(({ id }) => id === reason.id)!;
          const lowers = words.includes(item.id) && item.loweredBy !== undefined;
          expect(plain.reasons[index]?.rating).toBe(ratingAt(item, site));
          const expected = lowers ? 'precaution' : ratingAt(item, site);
          expect(reason.rating).toBe(expected);
          expect(ratings.indexOf(reason.rating)).toBeLessThanOrEqual(
            ratings.indexOf(ratingAt(item, site)),
          );
        }
        expect(found.profile).toBe(plain.profile);
      }),
    );
  });
});

describe('somebody with ALS', () => {
  const facts = ['motor-neuron-disease', 'muscle-wasting', 'new-weakness', 'severe-spasms'];
  const answers = troubledBy(...facts, 'breathless', 'heat-injury-before');
  const words = ['muscle-wasting', 'new-weakness', 'severe-spasms', 'breathless'];
  const gentle = prepareTreatment('seed-spasm-gentle', undefined, rigs.reference);
  const free = { earlier: null, exposure: null, reasons: [] };
  const admitted = (given: Told, override: typeof ann | null = null) =>
    admit(gentle, { site, answers, told: given, override }, free);

  it('passes truthfully: wasting, weakness, breath and last year’s blister, each by a dated word', () => {
    const all = told([...words, 'heat-injury-before']);
    expect(admitted(all)).toMatchObject({
      refusal: null,
      screening: { result: 'clear', profile: 'reduced' },
    });
  });

  it('does not pass without one of the words, nor with anything new, whoever decides', () => {
    expect(admitted(told(words), ann).refusal).toMatchObject({ code: 'SCREENING_DECLINED' });
    for (const id of words) {
      const all = [...words, 'heat-injury-before'];
      const worse = { ...word, newOrWorse: 'yes' } as const;
      const since = { words: { ...told(all).words, [id]: worse }, nowMs };
      expect(admitted(since).refusal, id).toMatchObject({ code: 'SCREENING_DECLINED' });
    }
  });

  it('is on record: who saw what and when, as told, and whether it counted', () => {
    const given = told([...words, 'heat-injury-before', 'rest-pain']);
    const person = { site, answers, told: given, override: null };
    const admission = admit(gentle, person, free);
    const fields = screeningFields(person, 'operator', admission, free);
    expect(fieldSchemas.screening.parse(fields)).toEqual(fields);
    expect(fields.words).toHaveLength(6);
    expect(fields.words?.find(({ id }) => id === 'breathless')).toEqual({
      id: 'breathless',
      ...word,
      counts: true,
    });
    // There is no pain at rest: nothing was lowered.
    expect(fields.words?.find(({ id }) => id === 'rest-pain')?.counts).toBe(false);
    expect(fields.answers.find(({ id }) => id === 'breathless')).toMatchObject({
      answer: 'yes',
      clear: false,
      layer: 'today',
    });
  });
});

it('a record of before there were layers and words is still read, with the ids that it has', () => {
  const old = {
    site: 'calf-left',
    answeredBy: 'operator',
    answers: [
      {
        id: 'radiotherapy',
        question:
          'Has the site had radiotherapy, or is the skin sensitive to light from a medicine?',
        answer: 'no',
        heat: 'absolute',
        cold: 'absolute',
        contrast: 'absolute',
        clear: true,
      },
    ],
    result: 'clear',
    profile: 'standard',
    checksTwiceAsOften: false,
    reasons: [],
    clinician: null,
    overrideReason: null,
    admitted: true,
    refusal: null,
    exposure: null,
  };
  expect(fieldSchemas.screening.parse(old)).toEqual(old);
});
