/**
 * What was written in English, in the language of whoever reads: a sentence that the program knows, a question, a finding,
 * a site, an alarm, or several of them in a row. Whatever is not known stays as it was written.
 */
import { plainWords } from '../words/plain-words.ts';
import type { PlainWords } from '../words/plain-words.ts';
import { withSign } from '../words/numbers.ts';
import { toldEn } from '../words/told-en.ts';
import type { Translated, Tongue } from '../words/tongue.ts';
import { alarmDefinitions } from './alarm-table.ts';
import { checklist } from './screening-checklist.ts';
import { bodySites } from './screening-sites.ts';
import { alarmIn, questionIn, siteIn } from './spoken.ts';

interface Pattern {
  readonly told: string;
  readonly matches: RegExp;
  readonly names: readonly string[];
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function patternOf(told: string): Pattern {
  const parts = told.split(/\{(\w+)\}/);
  const names = parts.filter((_, index) => index % 2 === 1);
  const source = parts.map((part, index) => (index % 2 === 1 ? '(.+?)' : escaped(part))).join('');
  return { told, matches: new RegExp(`^${source}$`, 's'), names };
}

/** What says most by itself first: it is the least likely to be meant by chance. */
const fixedLength = ({ told }: Pattern): number => told.replaceAll(/\{\w+\}/g, '').length;
const patterns = toldEn
  .filter((told) => told.includes('{'))
  .map(patternOf)
  .toSorted((one, other) => fixedLength(other) - fixedLength(one));

const lexicons = new WeakMap<Translated, ReadonlyMap<string, string>>();

/** English texts that stand for themselves, and what they are in this language. */
function lexiconOf(tongue: Tongue, translated: Translated): ReadonlyMap<string, string> {
  const known = lexicons.get(translated);
  if (known !== undefined) return known;
  const lexicon = new Map<string, string>(
    toldEn.flatMap((told) => (told.includes('{') ? [] : [[told, translated.told[told] ?? told]])),
  );
  for (const item of checklist) {
    const { question, finding, hint } = questionIn(tongue, item);
    lexicon.set(item.question, question).set(item.finding, finding);
    if (item.hint !== undefined && hint !== undefined) lexicon.set(item.hint, hint);
  }
  for (const site of bodySites) {
    const { label, why } = siteIn(tongue, site);
    lexicon.set(site.label, label);
    if (site.why !== '')
      lexicon.set(site.why, why).set(`${site.label}: ${site.why}`, `${label}: ${why}`);
  }
  for (const alarm of alarmDefinitions) {
    const { text, remedy } = alarmIn(tongue, alarm);
    lexicon.set(alarm.message, text).set(alarm.remedy, remedy);
  }
  addPlainWords(lexicon, translated.plain);
  lexicons.set(translated, lexicon);
  return lexicon;
}

/** What everybody is told afterwards is in reasons and remedies too. */
function addPlainWords(lexicon: Map<string, string>, plain: PlainWords): void {
  const { en } = plainWords;
  for (const area of ['after', 'reaction'] as const)
    for (const [index, text] of en[area].entries()) lexicon.set(text, plain[area][index] ?? text);
  for (const area of ['later', 'notFelt', 'notSaid'] as const) lexicon.set(en[area], plain[area]);
}

export function reworded(tongue: Tongue, text: string): string {
  const { translated } = tongue;
  if (translated === null || text === '') return text;
  return whole(tongue, translated, text) ?? inParts(tongue, translated, text) ?? text;
}

/** Null: it is nothing that is known. */
function whole(tongue: Tongue, translated: Translated, text: string): string | null {
  const exact = lexiconOf(tongue, translated).get(text);
  if (exact !== undefined) return exact;
  if (/^-?\d+\.\d+$/.test(text)) return withSign(text, tongue.language);
  for (const { told, matches, names } of patterns) {
    const found = matches.exec(text);
    if (found === null) continue;
    const values = new Map(
      names.map((name, index) => [name, reworded(tongue, found[index + 1] ?? '')] as const),
    );
    return (translated.told[told] ?? told).replaceAll(
      /\{(\w+)\}/g,
      (hole, name: string) => values.get(name) ?? hole,
    );
  }
  return null;
}

/** Reasons stand behind semicolons, sentences behind full stops: as many together as are known, then the next. */
function inParts(tongue: Tongue, translated: Translated, text: string): string | null {
  for (const between of ['; ', '. ', ', ']) {
    const parts = text.split(between);
    if (parts.length === 1) continue;
    const said: string[] = [];
    let isKnown = false;
    for (let from = 0; from < parts.length;) {
      let to = parts.length;
      let words: string | null = null;
      for (; to > from && words === null; to -= 1) {
        if (from === 0 && to === parts.length) continue;
        const together = parts.slice(from, to).join(between);
        const isLast = to === parts.length;
        words = known(tongue, translated, together, between === '. ' && !isLast);
      }
      to += 1;
      isKnown ||= words !== null;
      const next = words === null ? from + 1 : to;
      said.push(words ?? reworded(tongue, parts[from] ?? ''));
      from = next;
    }
    if (isKnown) return said.join(between);
  }
  return null;
}

/** @param cut its full stop went to what lies between */
function known(tongue: Tongue, translated: Translated, text: string, cut: boolean): string | null {
  if (!cut) return whole(tongue, translated, text);
  const words = whole(tongue, translated, `${text}.`) ?? whole(tongue, translated, text);
  return words?.replace(/\.$/, '') ?? null;
}
