/** Everything that terminal and report say, in one language. */
import { askingEn } from './asking-en.ts';
import type { AskingWords } from './asking-en.ts';
import { translator } from './catalogue.ts';
import type { Translate } from './catalogue.ts';
import { factsEn, teller } from './facts.ts';
import type { Teller } from './facts.ts';
import { fromEach } from './language.ts';
import type { Language } from './language.ts';
import type { LanguageWords } from './language-words.ts';
import { fixed } from './numbers.ts';
import { recordEn } from './record-en.ts';
import type { RecordWords } from './record-en.ts';
import { reportEn } from './report-en.ts';
import type { ReportWords } from './report-en.ts';
import { terminalEn } from './terminal-en.ts';
import type { TerminalWords } from './terminal-en.ts';

/** What the program itself defines in English, or has written so. */
export interface Translated extends Pick<
  LanguageWords,
  'questions' | 'sites' | 'alarms' | 'plain' | 'hazards'
> {
  readonly presets: Readonly<Record<string, string>>;
  /** By the English sentence. */
  readonly told: Readonly<Record<string, string>>;
}

/** All areas of words of one language. */
export interface Vocabulary extends Pick<
  LanguageWords,
  'terminal' | 'asking' | 'record' | 'report' | 'facts'
> {
  /** Null in English: what is written in English is there already, in the program or in its records. */
  readonly translated: Translated | null;
}

export interface Tongue {
  readonly language: Language;
  readonly terminal: Translate<TerminalWords>;
  readonly asking: Translate<AskingWords>;
  readonly record: Translate<RecordWords>;
  readonly report: Translate<ReportWords>;
  readonly facts: Teller;
  readonly translated: Translated | null;
  /** With so many digits, and the decimal sign of the language. */
  readonly decimal: (value: number, digits: number) => string;
}

/** @param language whose plurals and numbers they are */
export const tongueWith = (language: Language, vocabulary: Vocabulary): Tongue => ({
  language,
  terminal: translator<TerminalWords>(language, vocabulary.terminal),
  asking: translator<AskingWords>(language, vocabulary.asking),
  record: translator<RecordWords>(language, vocabulary.record),
  report: translator<ReportWords>(language, vocabulary.report),
  facts: teller(vocabulary.facts, { language, unit: 'C' }),
  translated: vocabulary.translated,
  decimal: (value, digits) => fixed(value, digits, language),
});

const tongues: Readonly<Record<Language, Tongue>> = {
  en: tongueWith('en', {
    terminal: terminalEn,
    asking: askingEn,
    record: recordEn,
    report: reportEn,
    facts: factsEn,
    translated: null,
  }),
  ...fromEach((words, language) => tongueWith(language, { ...words, translated: words })),
};

export const tongueOf = (language: Language): Tongue => tongues[language];

/** What is kept, or read by programs, is English. */
export const english = tongues.en;
