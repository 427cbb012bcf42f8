/**
 * People drawn by a seed, each with a site and facts, who answer truly: what the checklist makes of them, and what the one
 * before it made of the same people. How often a fact comes is assumed, not measured: shares of people mean nothing by
 * themselves, what becomes of the same people does.
 */
import { Random } from '../../hardware/plant/random.ts';
import type { ClinicianWord, Told } from '../../src/safety/clinician-word.ts';
import { wordKinds } from '../../src/safety/screening-item.ts';
import type { WordKind } from '../../src/safety/screening-item.ts';
import { allClear, checklist } from '../../src/safety/screening-checklist.ts';
import type { Answers } from '../../src/safety/screening-checklist.ts';
import { effectOf, ratings } from '../../src/safety/screening-item.ts';
import type { Effect, Rating } from '../../src/safety/screening-item.ts';
import {
  bodySites,
  siteOf,
  trunkSites,
  unspecifiedSite,
} from '../../src/safety/screening-sites.ts';
import { evaluateScreening } from '../../src/safety/screening.ts';
import { earlierChecklist } from './earlier-checklist.ts';
import { ratingOf } from './rated-rows.ts';

export const nowMs = Date.UTC(2026, 10, 30, 12);

/** Of 1000 people, how many have it: of those without ALS, and of those with it. What is not here: 2 and 2. */
const perThousand: Readonly<Record<string, readonly [others: number, als: number]>> = {
  'motor-neuron-disease': [0, 1000],
  'muscle-wasting': [15, 900],
  'severe-spasms': [60, 250],
  'new-weakness': [15, 600],
  breathless: [20, 300],
  'lie-and-breathe': [5, 100],
  'heat-injury-before': [15, 15],
  'skin-after-cold': [8, 8],
  'numb-after-cold': [8, 8],
  'reaction-last-time': [6, 6],
  'net-marks': [15, 15],
  'rest-pain': [30, 40],
  'getting-worse': [30, 80],
  'new-numbness': [15, 15],
  trauma: [30, 5],
  'cold-worsens-weakness': [40, 250],
  'cold-worsens-much': [6, 50],
  'numb-site': [20, 10],
  'dulling-medicine': [80, 350],
  quinine: [10, 60],
  diabetes: [80, 60],
  'diabetes-nerve-damage': [20, 15],
  'stable-blood-thinner': [60, 50],
  'heart-disease': [25, 15],
  'high-pressure': [30, 30],
  'aged-75': [90, 80],
  frail: [30, 120],
  'thin-skin': [15, 30],
  minor: [15, 0],
  child: [4, 0],
  raynaud: [35, 30],
  'cold-oversensitive': [12, 12],
  'heat-oversensitive': [8, 8],
  'heat-intolerant': [20, 40],
  'multiple-sclerosis': [12, 0],
  clotting: [10, 10],
  'surgery-or-implant': [30, 15],
  'implanted-electronics': [12, 12],
  'nerve-or-bone': [40, 40],
  dehydrated: [80, 80],
  'pregnant-trunk': [12, 1],
  swelling: [15, 20],
  'limb-thicker': [8, 10],
  'fresh-injury': [25, 10],
  'liniment-or-patch': [25, 15],
  'too-soon': [15, 15],
  'feeling-tested': [10, 10],
  'stroke-felt': [8, 8],
  strap: [10, 10],
  'stop-tried': [15, 15],
  'not-alone': [10, 10],
  'skin sensitive to light': [15, 10],
};
const rest = [2, 2] as const;

/** Facts that only the earlier checklist asked about. */
const earlierOnly = ['skin sensitive to light'];

export interface DrawnPerson {
  readonly hasAls: boolean;
  readonly site: string;
  readonly facts: ReadonlySet<string>;
  /** Of those who have lost feeling: they do not know it. A question is answered no; a test finds it. */
  readonly isUnaware: boolean;
  readonly told: Told;
}

const sites = bodySites.filter(({ id, rating }) => rating !== 'absolute' && id !== unspecifiedSite);
const dayMs = 86_400_000;

export function personOf(seed: number): DrawnPerson {
  const random = new Random(seed).split('person');
  const chance = (thousandths: number): boolean => random.unit() * 1000 < thousandths;
  const hasAls = chance(200);
  const site = sites[random.below(sites.length)]!.id;
  const ids = [...checklist.map(({ id }) => id), ...earlierOnly];
  const facts = new Set(ids.filter((id) => chance((perThousand[id] ?? rest)[hasAls ? 1 : 0])));
  if (facts.has('pregnant-trunk') && trunkSites.includes(site)) facts.add('pregnant at the trunk');
  // Four of five were at a clinician, who wrote all of it down at once; now and then one thing is worse since.
  const wasSeen = chance(800);
  const ago: Readonly<Record<WordKind, number>> = {
    known: random.uniform(1, 1.3 * wordKinds.known.maxAgeDays),
    healed: random.uniform(1, 700),
  };
  const words: Record<string, ClinicianWord> = {};
  for (const { id, loweredBy } of checklist) {
    if (loweredBy === undefined || !facts.has(id) || !wasSeen) continue;
    const seenOn = new Date(nowMs - ago[loweredBy] * dayMs).toISOString().slice(0, 10);
    words[id] = { clinician: 'Dr. Lee', seenOn, newOrWorse: chance(80) ? 'yes' : 'no' };
  }
  return { hasAls, site, facts, isUnaware: chance(400), told: { words, nowMs } };
}

/** What becomes of a person, and by which questions. */
export interface Became {
  readonly effect: Effect;
  /** Those that weigh as much as the heaviest. */
  readonly by: readonly string[];
}

const heaviest = (found: readonly (readonly [id: string, rating: Rating])[]): Became => {
  const worst = Math.max(0, ...found.map(([, rating]) => ratings.indexOf(rating)));
  const rating = ratings[worst] ?? 'absolute';
  return {
    effect: effectOf[rating],
    by: worst === 0 ? [] : found.filter((one) => one[1] === rating).map(([id]) => id),
  };
};

export function answersOf({ facts }: DrawnPerson): Answers {
  const troubled = checklist.filter(({ id }) => facts.has(id));
  return { ...allClear, ...Object.fromEntries(troubled.map(({ id, problem }) => [id, problem])) };
}

export const after = (person: DrawnPerson): Became =>
  heaviest(
    evaluateScreening(answersOf(person), person.site, person.told).reasons.map(
      ({ id, rating }) => [id, rating] as const,
    ),
  );

export function before({ facts, isUnaware, site }: DrawnPerson): Became {
  const found = earlierChecklist
    .filter(([, , tells]) => tells.some((fact) => facts.has(fact)))
    .filter(([id]) => !(id === 'numb-site' && isUnaware))
    .map(([id, rating]) => [id, ratingOf[rating] ?? 'absolute'] as const);
  return heaviest([...found, ['site', siteOf(site)?.rating ?? 'absolute']]);
}

const effects = ['admit', 'reduce', 'clinician', 'decline'] as const satisfies readonly Effect[];

type Count = Readonly<Record<Effect, number>>;
interface Group {
  readonly people: number;
  readonly before: Count;
  readonly after: Count;
}

export interface PopulationFigures {
  readonly all: Group;
  readonly als: Group;
  /** What decided about somebody who is not simply admitted: how many, before and after; the most frequent first. */
  readonly why: readonly (readonly [effect: Effect, id: string, before: number, after: number])[];
  /** Treated before, and held back by now. */
  readonly newlyHeld: number;
  /** Held back before, and treated now. */
  readonly newlyTreated: number;
}

/** As many reasons as a table bears. */
const mostReasons = 30;

const isHeld = ({ effect }: Became): boolean => effect === 'clinician' || effect === 'decline';

export interface Drawn {
  readonly person: DrawnPerson;
  readonly was: Became;
  readonly is: Became;
}

export const draw = (people: number): Drawn[] =>
  Array.from({ length: people }, (_, index) => {
    const person = personOf(index + 1);
    return { person, was: before(person), is: after(person) };
  });

function groupOf(drawn: readonly Drawn[]): Group {
  const count = (became: (one: Drawn) => Became): Count => ({
    admit: 0,
    reduce: 0,
    clinician: 0,
    decline: 0,
    ...Object.fromEntries(
      effects.map((effect) => [
        effect,
        drawn.filter((one) => became(one).effect === effect).length,
      ]),
    ),
  });
  return { people: drawn.length, before: count(({ was }) => was), after: count(({ is }) => is) };
}

export function populationFigures(drawn: readonly Drawn[]): PopulationFigures {
  const whys = new Map<string, [Effect, string, number, number]>();
  for (const { was, is } of drawn) {
    for (const [became, column] of [
      [was, 2],
      [is, 3],
    ] as const) {
      for (const id of became.by) {
        const key = `${became.effect} ${id}`;
        const row = whys.get(key) ?? [became.effect, id, 0, 0];
        row[column] += 1;
        whys.set(key, row);
      }
    }
  }
  const weight = ([, , one, other]: readonly [Effect, string, number, number]): number =>
    Math.max(one, other);
  return {
    all: groupOf(drawn),
    als: groupOf(drawn.filter(({ person }) => person.hasAls)),
    why: [...whys.values()]
      .toSorted((a, b) => weight(b) - weight(a) || (a.join() < b.join() ? -1 : 1))
      .slice(0, mostReasons),
    newlyHeld: drawn.filter(({ was, is }) => !isHeld(was) && isHeld(is)).length,
    newlyTreated: drawn.filter(({ was, is }) => isHeld(was) && !isHeld(is)).length,
  };
}
