/**
 * What a language has to say: one file in `languages/` holds all of it. English is no such file: its words stand where
 * their keys and placeholders are defined, and the types of all other languages are made of them.
 */
import type { AskingCatalogue } from './asking-en.ts';
import type { FactCatalogue } from './facts.ts';
import type { FoundCatalogue } from './found-en.ts';
import type { PageCatalogue } from './page-en.ts';
import type { PlainWords } from './plain-words.ts';
import type { RecordCatalogue } from './record-en.ts';
import type { RefusedCatalogue } from './refused-en.ts';
import type { ReportCatalogue } from './report-en.ts';
import type { StopWords } from './stop-en.ts';
import type { TerminalCatalogue } from './terminal-en.ts';
import type { ToldCatalogue as ToldInRecords } from './told-en.ts';

export type { AskingCatalogue } from './asking-en.ts';
export type { FactCatalogue } from './facts.ts';
export type { PageCatalogue } from './page-en.ts';
export type { PlainWords } from './plain-words.ts';
export type { RecordCatalogue } from './record-en.ts';
export type { ReportCatalogue } from './report-en.ts';
export type { StopWords } from './stop-en.ts';
export type { TerminalCatalogue } from './terminal-en.ts';

export type ToldCatalogue = ToldInRecords & RefusedCatalogue & FoundCatalogue;

/** What an alarm says and what to do. */
export interface AlarmWords {
  /** What is wrong, in a few words. */
  readonly text: string;
  readonly remedy: string;
}

export interface QuestionWords {
  /** As it is asked: yes and no mean what they mean in English. */
  readonly question: string;
  readonly hint?: string;
  /** The problem as a statement. */
  readonly finding: string;
}

export interface SiteWords {
  readonly label: string;
  /** Why it is not simply allowed; empty where it is. */
  readonly why: string;
}

/** The two sites of a part of the body that there is twice, by how the language tells its sides apart. */
export const sidedIn =
  (left: string, right: string) =>
  <Id extends string>(id: Id, label: string, why = '') =>
    ({
      [`${id}-left`]: { label: `${label}, ${left}`, why },
      [`${id}-right`]: { label: `${label}, ${right}`, why },
    }) as Record<`${Id}-left` | `${Id}-right`, SiteWords>;

type ById<Words> = Readonly<Record<string, Words>>;

/** Which alarms, questions, sites and hazards there are is known where they are defined: `src/safety/spoken.ts` asks for all. */
export type AlarmCatalogue = ById<AlarmWords>;
export type QuestionCatalogue = ById<QuestionWords>;
export type SiteCatalogue = ById<SiteWords>;
export type HazardNames = ById<string>;

/** Those that the program offers; a test holds them together. */
export type PresetNames = Readonly<
  Record<
    | 'seed-spasm'
    | 'seed-spasm-gentle'
    | 'seed-spasm-four'
    | 'cold-heavy'
    | 'cold-finish'
    | 'cold-finish-gentle',
    string
  >
>;

/** What the page says in a language, besides what cannot wait until that has been loaded. */
export interface WordsOfPage {
  readonly page: PageCatalogue;
  readonly alarms: AlarmCatalogue;
  readonly questions: QuestionCatalogue;
  readonly sites: SiteCatalogue;
  readonly presets: PresetNames;
  readonly facts: FactCatalogue;
}

/** All that a language says. */
export interface LanguageWords extends WordsOfPage {
  /** As the language calls itself. */
  readonly name: string;
  readonly stop: StopWords;
  /** What everybody is told, on page, terminal and report. */
  readonly plain: PlainWords;
  readonly terminal: TerminalCatalogue;
  readonly asking: AskingCatalogue;
  readonly record: RecordCatalogue;
  readonly report: ReportCatalogue;
  readonly hazards: HazardNames;
  /** By the English sentence. */
  readonly told: ToldCatalogue;
}
