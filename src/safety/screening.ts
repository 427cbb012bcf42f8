/**
 * Whether this person may be treated at this site (hazards H20, H22, H35). Pure. A question is clear only by its one
 * clear answer: anything else, and no answer at all, is none (law L4).
 */
import { nothingTold, objectionToWord, wordText } from './clinician-word.ts';
import type { ClinicianWord, Told } from './clinician-word.ts';
import { checklist, clearAnswer } from './screening-checklist.ts';
import type { Answers } from './screening-checklist.ts';
import { contrastRating, worse } from './screening-item.ts';
import type { Rating, ScreeningItem } from './screening-item.ts';
import { regionOf, siteOf } from './screening-sites.ts';

export type Profile = 'standard' | 'reduced';

/** Something that is not clear, and how heavily it weighs. */
export interface ScreeningReason {
  /** The question's id, or `site`. */
  readonly id: string;
  /** `none`: only the advice counts. */
  readonly rating: Rating;
  /** In words, without a full stop. */
  readonly text: string;
  readonly advice: string | null;
  /** It was left open, rather than answered with a problem. */
  readonly open: boolean;
  /** A doubt about time or records, which says nothing of the person: it reduces no limits. */
  readonly ofRecordsOnly?: true;
}

export interface Screening {
  readonly result: (typeof results)[number];
  /** `reduced` as soon as anything is not clear, whoever decides. */
  readonly profile: Profile;
  readonly reasons: readonly ScreeningReason[];
  /** The longest cold phase, minutes; null where nothing but the limits bounds it. */
  readonly coldPhaseMaxMinutes: number | null;
  readonly checksTwiceAsOften: boolean;
}

/**
 * @param site an id of `bodySites`; null or any other text is a site that nobody has named
 * @param told what clinicians have written down of problems that are there
 */
export function evaluateScreening(
  answers: Answers,
  site: string | null,
  told: Told = nothingTold,
): Screening {
  const troubled = checklist.filter((item) => answerTo(item, answers) !== clearAnswer(item));
  const reasons = [
    ...siteReasons(site),
    ...troubled.map((item) => reasonOf(item, answers, site, told)),
  ];
  const worst = reasons.reduce<Rating>((so, { rating }) => worse(so, rating), 'none');
  const place = site === null ? undefined : siteOf(site);
  const bounds = [...troubled, ...(place === undefined ? [] : [place])].flatMap(
    ({ coldPhaseMaxMinutes }) => coldPhaseMaxMinutes ?? [],
  );
  return {
    result: resultOf(worst),
    profile: worst === 'none' ? 'standard' : 'reduced',
    reasons,
    coldPhaseMaxMinutes: bounds.length === 0 ? null : Math.min(...bounds),
    checksTwiceAsOften: troubled.some((item) => item.checksTwiceAsOften === true),
  };
}

const results = ['clear', 'needsClinician', 'contraindicated'] as const;

/** The one that admits less. */
export const worseResult = (
  one: Screening['result'],
  other: Screening['result'],
): Screening['result'] => (results.indexOf(one) >= results.indexOf(other) ? one : other);

export function resultOf(worst: Rating): Screening['result'] {
  if (worst === 'none' || worst === 'precaution') return 'clear';
  return worst === 'override' ? 'needsClinician' : 'contraindicated';
}

const answerTo = ({ id }: ScreeningItem, answers: Answers): unknown =>
  Object.hasOwn(answers, id) ? answers[id] : undefined;

/** How a problem weighs at a site. One that nobody has named, or that may be anywhere, weighs as where it is worst (L4). */
export function ratingAt(item: ScreeningItem, site: string | null): Rating {
  const { onlyAt, elsewhere = 'none' } = item;
  const isThere = onlyAt === undefined || regionOf(site) === null || onlyAt.includes(site ?? '');
  return isThere ? contrastRating(item) : elsewhere;
}

function reasonOf(
  item: ScreeningItem,
  answers: Answers,
  site: string | null,
  told: Told,
): ScreeningReason {
  const { id, finding, advice = null, question, problem } = item;
  if (answerTo(item, answers) !== problem) {
    return { id, rating: 'absolute', text: `not answered: ${question}`, advice: null, open: true };
  }
  const rating = ratingAt(item, site);
  const found: ScreeningReason = { id, rating, text: finding, advice, open: false };
  const word = Object.hasOwn(told.words, id) ? told.words[id] : undefined;
  return word === undefined ? found : lowered(item, found, word, told);
}

/** A word lowers, and never raises; what it says stands in the reason either way. */
function lowered(
  item: ScreeningItem,
  found: ScreeningReason,
  word: ClinicianWord,
  told: Told,
): ScreeningReason {
  const objection = objectionToWord(item, word, told);
  if (objection !== null) {
    const text = `${found.text} (the word of ${wordText(word)} does not count: ${objection})`;
    return { ...found, text };
  }
  const kind = item.loweredBy === 'healed' ? 'healed' : 'known';
  const text = `${found.text}, ${kind}, as told: seen by ${wordText(word)}, not new or worse since`;
  const rating = found.rating === 'none' ? 'none' : 'precaution';
  return { ...found, rating, text, advice: null };
}

function siteReasons(id: string | null): ScreeningReason[] {
  const site = id === null ? undefined : siteOf(id);
  if (site === undefined) {
    const text = `the site is not named: ${id === null ? 'none was given' : `"${id}" is unknown`}`;
    return [{ id: 'site', rating: 'absolute', text, advice: null, open: true }];
  }
  if (site.rating === 'none') return [];
  const text = `${site.label}: ${site.why}`;
  return [{ id: 'site', rating: site.rating, text, advice: null, open: false }];
}

/** A clinician's decision against what the screening found. */
export interface Override {
  readonly clinician: string;
  readonly reason: string;
  /** How it is known that it was they; without accounts nothing but what was typed. */
  readonly proof?: 'account' | 'typed at the terminal';
}

/** Whether the treatment may go on. Nobody can decide against an absolute contraindication. */
export function isAdmitted(screening: Screening, override: Override | null): boolean {
  if (screening.result === 'clear') return true;
  return screening.result === 'needsClinician' && override !== null && isDecided(override);
}

/** A name and a reason: one of them alone decides nothing. */
const isDecided = ({ clinician, reason }: Override): boolean =>
  clinician.trim() !== '' && reason.trim() !== '';
