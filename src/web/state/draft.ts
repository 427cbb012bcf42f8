/** A treatment that is being put together, and what its screening will come to. The device decides; this only foretells. */
import type { ScreeningAnswer } from '../../server/contract/answers.ts';
import type { StartRequest } from '../../server/contract/requests.ts';

export type YesNo = 'yes' | 'no';

/** What a clinician wrote down of a problem that is there. */
export interface Word {
  readonly clinician: string;
  /** `2026-11-02` */
  readonly seenOn: string;
  readonly newOrWorse: YesNo;
}

export interface Draft {
  readonly preset: string | null;
  /** The text, where no preset is chosen. */
  readonly yaml: string;
  readonly site: string | null;
  /** By question; a question that is missing was not answered. */
  readonly answers: Readonly<Record<string, YesNo>>;
  /** By question, where there is one. */
  readonly words: Readonly<Record<string, Word>>;
  /** Nobody is under the plate. */
  readonly allClear: boolean;
  readonly clinician: string;
  /** Of the clinician, where it is not they who are signed in here. */
  readonly password: string;
  readonly reason: string;
  /** Questions answered otherwise than in a screening that was declined: whoever is signed in says that this is right. */
  readonly confirmed: readonly string[];
}

export const draftAtRest: Draft = {
  preset: null,
  yaml: '',
  site: null,
  answers: {},
  words: {},
  allClear: false,
  clinician: '',
  password: '',
  reason: '',
  confirmed: [],
};

export type Item = ScreeningAnswer['parts'][number]['items'][number];
export type Site = ScreeningAnswer['sites'][number];
type Rating = Item['contrast'];

const ratings: readonly Rating[] = ['none', 'precaution', 'override', 'absolute'];

export const itemsOf = (parts: ScreeningAnswer['parts']): Item[] =>
  parts.flatMap(({ items }) => items);

/** Not answered, or answered with the problem. */
export const troubledBy = (items: readonly Item[], { answers, allClear }: Draft): Item[] =>
  allClear ? [] : items.filter(({ id, problem }) => (answers[id] ?? problem) === problem);

export interface Forecast {
  readonly result: 'clear' | 'care' | 'clinician' | 'never';
  /** As the device says them, in English. */
  readonly doubts: readonly string[];
  /** The questions that were answered with the problem, or not at all. */
  readonly problems: readonly Item[];
  /** Where the plate is to lie, if that is no simple matter. */
  readonly site: Site | null;
}

/** Whether a word counts, as far as the page can tell: its day, and that nothing is new or worse since. */
export function isWordGood(
  { loweredBy }: Pick<Item, 'loweredBy'>,
  { seenOn, newOrWorse }: Word,
  nowMs: number,
): boolean {
  const ageDays = (nowMs - Date.parse(seenOn)) / 86_400_000;
  // Where it is tomorrow already, somebody may have seen it tomorrow.
  const aheadDays = Math.max(0, -new Date(nowMs).getTimezoneOffset()) / 1440;
  const most = loweredBy?.maxAgeDays ?? Infinity;
  return loweredBy !== null && newOrWorse === 'no' && ageDays >= -aheadDays && ageDays < most + 1;
}

function ratingOf(item: Item, draft: Draft, nowMs: number): Rating {
  const { id, contrast, onlyAt } = item;
  if (draft.answers[id] === undefined) return 'absolute';
  const rating =
    onlyAt === null || draft.site === null || onlyAt.sites.includes(draft.site)
      ? contrast
      : onlyAt.elsewhere;
  const word = draft.words[id];
  if (rating === 'none' || word === undefined) return rating;
  return isWordGood(item, word, nowMs) ? 'precaution' : rating;
}

/** The worst of all findings decides; an answer that is missing weighs like the worst (law L4). */
export function forecast(
  { parts, sites, doubts }: ScreeningAnswer,
  draft: Draft,
  nowMs: number,
): Forecast {
  const items = troubledBy(itemsOf(parts), draft);
  const site = sites.find(({ id }) => id === draft.site);
  const here = doubts.filter((doubt) => doubt.site === null || doubt.site === draft.site);
  const all: Rating[] = [
    ...items.map((item) => ratingOf(item, draft, nowMs)),
    site?.rating ?? 'absolute',
    ...here.map((): Rating => 'override'),
  ];
  const worst = Math.max(0, ...all.map((rating) => ratings.indexOf(rating)));
  return {
    result: (['clear', 'care', 'clinician', 'never'] as const)[worst] ?? 'never',
    doubts: here.map(({ text, advice }) => (advice === null ? text : `${text}. ${advice}`)),
    problems: items,
    site: site === undefined || site.rating === 'none' ? null : site,
  };
}

export function requestOf(draft: Draft): StartRequest {
  return {
    prescription: draft.preset === null ? { yaml: draft.yaml } : { preset: draft.preset },
    ...(draft.site === null ? {} : { site: draft.site }),
    screening: screeningRequestOf(draft),
  };
}

/** The same for a session that waits for its screening already. */
export function screeningRequestOf(draft: Draft): NonNullable<StartRequest['screening']> {
  const clinician = draft.clinician.trim();
  const reason = draft.reason.trim();
  const words = Object.keys(draft.words).length === 0 ? {} : { words: draft.words };
  const password = draft.password === '' ? {} : { password: draft.password };
  return {
    answers: draft.allClear ? 'all-clear' : draft.answers,
    ...(draft.allClear ? {} : words),
    ...(draft.confirmed.length === 0 ? {} : { confirmed: [...draft.confirmed] }),
    ...(clinician === '' || reason === '' ? {} : { override: { clinician, reason, ...password } }),
  };
}

/** What each step on the way to a start is given. */
export interface StepProps {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly next: () => void;
  readonly back: () => void;
}
