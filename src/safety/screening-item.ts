/** What one question of the screening is: its words, its layer, the answer that is a problem, and how heavily that weighs. */
import type { SourceId } from '../limits/sources.ts';

/**
 * How heavily a problem weighs, lightest first: the order is what "worse" means. `precaution` narrows the limits,
 * `override` stops the treatment unless a clinician decides otherwise, `absolute` stops it whoever decides.
 */
export const ratings = ['none', 'precaution', 'override', 'absolute'] as const;
export type Rating = (typeof ratings)[number];

/** What a rating does to a start. */
export const effectOf = {
  none: 'admit',
  precaution: 'reduce',
  override: 'clinician',
  absolute: 'decline',
} as const satisfies Record<Rating, string>;
export type Effect = (typeof effectOf)[Rating];

export const worse = (one: Rating, other: Rating): Rating =>
  ratings.indexOf(one) >= ratings.indexOf(other) ? one : other;

export type Answer = 'yes' | 'no';

/**
 * How long an answer holds for somebody who is known. Nobody is known yet, so that all layers are asked at each start; an
 * answer that was prepared beforehand is taken on a real board only where it holds for longer than a day.
 */
export const layers = {
  lasting: { title: 'Lasting facts', holdsHours: 30 * 24 },
  site: { title: 'The place where the plate is to lie', holdsHours: 30 * 24 },
  today: { title: 'Today', holdsHours: 8 },
  start: { title: 'At this start', holdsHours: 0 },
} as const;
export type Layer = keyof typeof layers;

export const isLasting = ({ layer }: Pick<ScreeningItem, 'layer'>): boolean =>
  layers[layer].holdsHours >= 24;

/** Kinds of a clinician's dated word. `known`: chronic, seen by a clinician, and no older than this. `healed`: somebody who knows skin has looked. */
export const wordKinds = {
  known: { maxAgeDays: 90 },
  healed: { maxAgeDays: Infinity },
} as const;
export type WordKind = keyof typeof wordKinds;

export interface WrittenItem<Id extends string = string> {
  /** Stable: answers files and records use it. */
  readonly id: Id;
  /** Its place in the printed checklist: `13`, `13a`; `R…` for red flags, `M…` for medicines and signs. */
  readonly row: string;
  /** As it is asked: plain words, one thing to decide. */
  readonly question: string;
  /** What to do before it can be answered, or what it means. */
  readonly hint?: string;
  /** The answer that is a problem. Only the other one is clear; no answer is none of the two (law L4). */
  readonly problem: Answer;
  /** The problem as a statement. */
  readonly finding: string;
  readonly heat: Rating;
  readonly cold: Rating;
  /** Where those ratings hold, as ids of sites; missing: everywhere. */
  readonly onlyAt?: readonly string[];
  /** How it weighs at all other sites. */
  readonly elsewhere?: Rating;
  /** What lets the problem weigh no more than `precaution`: a clinician's dated word of this kind. */
  readonly loweredBy?: WordKind;
  /** It is of the last session there: no word from before it is about it. */
  readonly ofLastSession?: true;
  /** What to tell the person besides. */
  readonly advice?: string;
  /** A cold phase may last this long at most, minutes. */
  readonly coldPhaseMaxMinutes?: number;
  /** The skin is to be checked twice as often. */
  readonly checksTwiceAsOften?: true;
  readonly sources: readonly SourceId[];
  /** Ids of the hazards that the question controls. */
  readonly hazards: readonly string[];
}

/** Which ids there are stays known, so that a language that lacks one does not compile. */
export const written = <Id extends string>(
  items: readonly WrittenItem<Id>[],
): readonly WrittenItem<Id>[] => items;

export interface ScreeningItem extends WrittenItem {
  readonly layer: Layer;
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
