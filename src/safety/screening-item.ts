/** What one question of the screening is: its words, the answer that is a problem, and how heavily that weighs. */
import { sources } from '../limits/sources.ts';

/**
 * How heavily a problem weighs, lightest first: the order is what "worse" means. `precaution` narrows the limits,
 * `override` stops the treatment unless a clinician decides otherwise, `absolute` stops it whoever decides.
 */
export const ratings = ['none', 'precaution', 'override', 'absolute'] as const;
export type Rating = (typeof ratings)[number];

export const worse = (one: Rating, other: Rating): Rating =>
  ratings.indexOf(one) >= ratings.indexOf(other) ? one : other;

export type Answer = 'yes' | 'no';

export interface ScreeningItem {
  /** Stable: answers files and records use it. */
  readonly id: string;
  /** Its place in the printed checklist: `13`, `13a`; `R…` for red flags, `M…` for medicines and signs. */
  readonly row: string;
  /** As it is asked: plain words, one thing to decide. */
  readonly question: string;
  /** The answer that is a problem. Only the other one is clear; no answer is none of the two (law L4). */
  readonly problem: Answer;
  /** The problem as a statement. */
  readonly finding: string;
  readonly heat: Rating;
  readonly cold: Rating;
  /** What to tell the person besides. */
  readonly advice?: string;
  /** A cold phase may last this long at most, minutes. */
  readonly coldPhaseMaxMinutes?: number;
  /** The skin is to be checked twice as often. */
  readonly checksTwiceAsOften?: true;
  /** True only of the moment of the start: a prepared answer is not taken for it on a real board. */
  readonly momentary?: true;
  readonly sources: readonly string[];
  /** Ids of the hazards that the question controls. */
  readonly hazards: readonly string[];
}

/**
 * Contrast is both heat and cold on one place, so it is as bad as the worse of them. The sources name one exception: a
 * stable blood thinner weighs less for contrast than bleeding does for heat, and it is a question of its own here.
 */
export const contrastRating = ({ heat, cold }: Pick<ScreeningItem, 'heat' | 'cold'>): Rating =>
  worse(heat, cold);

export const both = (rating: Rating): Pick<ScreeningItem, 'heat' | 'cold'> => ({
  heat: rating,
  cold: rating,
});

/** Who published the ground for a rating. Second-hand and unchecked ones say so. */
export const source = {
  deroyal: 'DeRoyal TempTherapy, contraindications',
  stryker: 'Stryker T/Pump TP600 manual',
  coldRules: 'medicalalgorithms.com, contraindications to cold therapy',
  heatRules: 'medicalalgorithms.com, contraindications to heat therapy',
  fda: sources.fda2020.citation,
  label: 'FDA label text for heating and cooling devices (second-hand)',
  lectureNotes: 'electrotherapy lecture notes (second-hand)',
  studyCards: 'physiotherapy study cards (second-hand)',
  sportsInjury: 'sportsinjuryclinic.net (second-hand)',
  iceReview: 'review of ice therapy (second-hand)',
  clinicalGate: 'clinicalgate.com, chapter 42',
  houghton: `${sources.houghton2010.citation}; rating not checked against it`,
  bassett: `${sources.bassett1992.citation} (nerve palsies under cold)`,
  khoshnevis: `${sources.khoshnevis2016.citation}; ${sources.khoshnevis2015.citation}`,
  breg: 'Breg Polar Care warnings',
  theraCare: 'Thera Care heat wrap manual (second-hand)',
  spasmArticles:
    'articles on muscle spasm by a physiotherapy practice, a clinic and a massage therapist',
  general: 'general clinical knowledge, for a clinician to review',
} as const;
