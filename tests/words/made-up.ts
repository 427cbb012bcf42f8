/** A made-up language: English in brackets. What has letters outside of them did not come from the words of the language. */
import { alarmDefinitions } from '../../src/safety/alarm-table.ts';
import { hazardNames } from '../../src/safety/hazards.ts';
import { checklist } from '../../src/safety/screening-checklist.ts';
import { bodySites } from '../../src/safety/screening-sites.ts';
import { presets } from '../../src/limits/presets.ts';
import { askingEn } from '../../src/words/asking-en.ts';
import { factsEn } from '../../src/words/facts.ts';
import { foundEn } from '../../src/words/found-en.ts';
import { plainWords } from '../../src/words/plain-words.ts';
import { recordEn } from '../../src/words/record-en.ts';
import { refusedEn } from '../../src/words/refused-en.ts';
import { reportEn } from '../../src/words/report-en.ts';
import { terminalEn } from '../../src/words/terminal-en.ts';
import { toldEn } from '../../src/words/told-en.ts';
import { tongueWith } from '../../src/words/tongue.ts';
import type { Tongue, Vocabulary } from '../../src/words/tongue.ts';

/** Only what the language itself says: what is put into a sentence has to bring its own brackets. */
const bracketed = (text: string): string =>
  text
    .split(/(\{\w+(?::\w+)?\})/)
    .map((part) => (part.startsWith('{') || !/\p{L}/u.test(part) ? part : `⟦${part}⟧`))
    .join('');

type Texts = string | readonly Texts[] | { readonly [key: string]: Texts };

function madeUp<Words>(words: Words): Words {
  const all = (texts: Texts): Texts => {
    if (typeof texts === 'string') return bracketed(texts);
    if (Array.isArray(texts)) return texts.map(all);
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, all(text)]));
  };
  return all(words as unknown as Texts) as unknown as Words;
}

const told = [...toldEn, ...refusedEn, ...foundEn];

const vocabulary: Vocabulary = {
  terminal: madeUp(terminalEn),
  asking: madeUp(askingEn),
  record: madeUp(recordEn),
  report: madeUp(reportEn),
  facts: madeUp(factsEn),
  translated: {
    questions: Object.fromEntries(
      checklist.map(({ id, question, finding, hint }) => [
        id,
        madeUp(hint === undefined ? { question, finding } : { question, finding, hint }),
      ]),
    ),
    sites: Object.fromEntries(bodySites.map(({ id, label, why }) => [id, madeUp({ label, why })])),
    alarms: Object.fromEntries(
      alarmDefinitions.map(({ id, message: text, remedy }) => [id, madeUp({ text, remedy })]),
    ),
    hazards: madeUp(hazardNames),
    presets: Object.fromEntries(
      presets.map(({ id, prescription: { name } }) => [id, bracketed(name)]),
    ),
    plain: madeUp(plainWords.en),
    told: Object.fromEntries(told.map((text) => [text, bracketed(text)])),
  },
};

export const madeUpTongue: Tongue = tongueWith('en', vocabulary);

const innermost = /⟦[^⟦⟧]*⟧/g;

/** Without all that the language said. */
export function unsaid(text: string): string {
  let rest = text;
  while (innermost.test(rest)) rest = rest.replaceAll(innermost, ' ');
  return rest;
}
