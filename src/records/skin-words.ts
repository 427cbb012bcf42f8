/** What can be said of the skin, in English words: for the terminal, the report and the record as it is shown. */
import type { SaidLater } from './later-looks.ts';
import type { Fields } from './record-line.ts';

type Said = Fields<'skin'>;

const answerWords: Readonly<Record<Said['answer'], string>> = {
  fine: 'fine',
  notSure: 'not sure: to be looked at again',
  numb: 'the plate is not felt yet',
  wrong: 'something is wrong',
};

export const findingWords: Readonly<Record<Said['findings'][number], string>> = {
  blister: 'a blister',
  brokenSkin: 'broken skin',
  welts: 'welts or hives',
  whiteOrGrey: 'a white, grey or waxy patch',
  darkPatch: 'a darker, purple or shiny patch that is hot, firm or sore',
  redPatch: 'a red patch that is sore or spreads',
  netMarks: 'net-like marks',
  swelling: 'swelling',
  pain: 'pain',
  numbness: 'numb for more than 20 min',
  other: 'something else',
};

const questionWords: Readonly<Record<Said['question'], string>> = {
  skin: 'skin check',
  warm: 'warm, not hot',
  closing: 'skin at the end',
  what: 'what is wrong',
  later: 'skin 20 min later',
  unasked: 'skin, unasked',
};

/** One answer in words, without who gave it. */
export function skinInWords({ question, answer, findings }: Omit<Said, 'by' | 'phase'>): string {
  const found = answer === 'wrong' ? ` (${foundInWords(findings)})` : '';
  return `${questionWords[question]}: ${answerWords[answer]}${found}`;
}

/** What was wrong, each finding once. */
export const foundInWords = (findings: Said['findings']): string =>
  findings.length === 0
    ? 'nobody has said what'
    : [...new Set(findings)].map((id) => findingWords[id]).join(', ');

/** What was said after the record was closed, for a list of its events. */
export const laterInWords = ({ at, by, answer, findings }: SaidLater): string =>
  `${at.slice(0, 16).replace('T', ' ')} UTC  ${skinInWords({ question: 'later', answer, findings: [...findings] })}, says ${by}`;
