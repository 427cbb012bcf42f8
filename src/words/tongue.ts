/** Everything that terminal and report say, in one language. */
import { germanAlarms } from './alarms-de.ts';
import { spanishAlarms } from './alarms-es.ts';
import type { AlarmCatalogue } from './alarms.ts';
import { askingDe } from './asking-de.ts';
import { askingEn } from './asking-en.ts';
import type { AskingCatalogue, AskingWords } from './asking-en.ts';
import { askingEs } from './asking-es.ts';
import { translator } from './catalogue.ts';
import type { Translate } from './catalogue.ts';
import { foundDe } from './found-de.ts';
import { foundEs } from './found-es.ts';
import { factCatalogues } from './facts-in.ts';
import { teller } from './facts.ts';
import type { FactCatalogue, Teller } from './facts.ts';
import { germanHazards } from './hazards-de.ts';
import { spanishHazards } from './hazards-es.ts';
import type { Language } from './language.ts';
import { fixed } from './numbers.ts';
import { plainWords } from './plain-words.ts';
import type { PlainWords } from './plain-words.ts';
import { presetNames } from './preset-names.ts';
import { refusedDe } from './refused-de.ts';
import { refusedEs } from './refused-es.ts';
import { recordDe } from './record-de.ts';
import { recordEn } from './record-en.ts';
import type { RecordCatalogue, RecordWords } from './record-en.ts';
import { recordEs } from './record-es.ts';
import { reportDe } from './report-de.ts';
import { reportEn } from './report-en.ts';
import type { ReportCatalogue, ReportWords } from './report-en.ts';
import { reportEs } from './report-es.ts';
import { questionCatalogues, siteCatalogues } from './screening.ts';
import type { QuestionCatalogue, SiteCatalogue } from './screening.ts';
import { terminalDe } from './terminal-de.ts';
import { terminalEn } from './terminal-en.ts';
import type { TerminalCatalogue, TerminalWords } from './terminal-en.ts';
import { terminalEs } from './terminal-es.ts';
import { toldDe } from './told-de.ts';
import { toldEs } from './told-es.ts';

type ById<Words> = Readonly<Record<string, Words>>;

/** All areas of words of one language. */
export interface Vocabulary {
  readonly terminal: TerminalCatalogue;
  readonly asking: AskingCatalogue;
  readonly record: RecordCatalogue;
  readonly report: ReportCatalogue;
  readonly facts: FactCatalogue;
  /** Null in English: what is written in English is there already, in the program or in its records. */
  readonly translated: Translated | null;
}

/** What the program itself defines in English, or has written so. */
export interface Translated {
  readonly questions: QuestionCatalogue;
  readonly sites: SiteCatalogue;
  readonly alarms: AlarmCatalogue;
  readonly hazards: ById<string>;
  readonly presets: ById<string>;
  readonly plain: PlainWords;
  /** By the English sentence. */
  readonly told: ById<string>;
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

const vocabularies: Readonly<Record<Language, Vocabulary>> = {
  en: {
    terminal: terminalEn,
    asking: askingEn,
    record: recordEn,
    report: reportEn,
    facts: factCatalogues.en,
    translated: null,
  },
  de: {
    terminal: terminalDe,
    asking: askingDe,
    record: recordDe,
    report: reportDe,
    facts: factCatalogues.de,
    translated: {
      questions: questionCatalogues.de,
      sites: siteCatalogues.de,
      alarms: germanAlarms,
      hazards: germanHazards,
      presets: presetNames.de,
      plain: plainWords.de,
      told: { ...toldDe, ...refusedDe, ...foundDe },
    },
  },
  es: {
    terminal: terminalEs,
    asking: askingEs,
    record: recordEs,
    report: reportEs,
    facts: factCatalogues.es,
    translated: {
      questions: questionCatalogues.es,
      sites: siteCatalogues.es,
      alarms: spanishAlarms,
      hazards: spanishHazards,
      presets: presetNames.es,
      plain: plainWords.es,
      told: { ...toldEs, ...refusedEs, ...foundEs },
    },
  },
};

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
  en: tongueWith('en', vocabularies.en),
  de: tongueWith('de', vocabularies.de),
  es: tongueWith('es', vocabularies.es),
};

export const tongueOf = (language: Language): Tongue => tongues[language];

/** What is kept, or read by programs, is English. */
export const english = tongues.en;
