/**
 * What was written in English, in the language of whoever reads: a sentence that the program knows, a question, a finding,
 * a site, an alarm, or several of them in a row. Whatever is not known stays as it was written.
 */
import { skinFindings } from '../../machines/skin-answers.ts';
import { plainWords } from '../words/plain-words.ts';
import type { PlainWords } from '../words/plain-words.ts';
import { withSign } from '../words/numbers.ts';
import { isFact } from '../words/facts.ts';
import type { AnyFact, Teller } from '../words/facts.ts';
import { foundEn } from '../words/found-en.ts';
import { recordEn } from '../words/record-en.ts';
import { refusedEn } from '../words/refused-en.ts';
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

/** What stands before a unit is a number. */
const units = /^ (?:°C|s|ms|min|h|LSB|CEM43)(?![A-Za-z])/;
const number = String.raw`(-?[\d.]+|NaN|-?Infinity)`;

function patternOf(told: string): Pattern {
  const parts = told.split(/\{(\w+)\}/);
  const names = parts.filter((_, index) => index % 2 === 1);
  // What is put into one sentence is no second one.
  const hole = told.endsWith('.') ? String.raw`((?:(?!\. ).)+?)` : '(.+?)';
  const source = parts
    .map((part, index) => {
      if (index % 2 === 0) return escaped(part);
      const isQuoted = parts[index - 1]?.endsWith('"') && parts[index + 1]?.startsWith('"');
      if (isQuoted === true) return '([^"]+?)';
      return units.test(parts[index + 1] ?? '') ? number : hole;
    })
    .join('');
  return { told, matches: new RegExp(`^${source}$`, 's'), names };
}

/** What says most by itself first: it is the least likely to be meant by chance. */
const fixedLength = ({ told }: Pattern): number => told.replaceAll(/\{\w+\}/g, '').length;
const sentences: readonly string[] = [...toldEn, ...refusedEn, ...foundEn];
const patterns = sentences
  .filter((told) => told.includes('{'))
  .map(patternOf)
  .toSorted((one, other) => fixedLength(other) - fixedLength(one));

const lexicons = new WeakMap<Translated, ReadonlyMap<string, string>>();

/** English texts that stand for themselves, and what they are in this language. */
function lexiconOf(tongue: Tongue, translated: Translated): ReadonlyMap<string, string> {
  const before = lexicons.get(translated);
  if (before !== undefined) return before;
  const lexicon = new Map<string, string>(
    sentences.flatMap((told) =>
      told.includes('{') ? [] : [[told, translated.told[told] ?? told]],
    ),
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
  for (const finding of skinFindings)
    lexicon.set(recordEn[`finding.${finding}`], tongue.record(`finding.${finding}`));
  lexicon.set(recordEn['skin.nobodySaid'], tongue.record('skin.nobodySaid'));
  for (const alarm of alarmDefinitions) {
    const { text, remedy } = alarmIn(tongue, alarm);
    lexicon.set(alarm.message, text).set(alarm.remedy, remedy);
  }
  for (const key of Object.keys(recordEn)) {
    const [area, id = ''] = key.split('.', 1).concat(key.slice(key.indexOf('.') + 1));
    const isName = area === 'state' || (area === 'event' && id === id.toUpperCase());
    if (isName) lexicon.set(id, tongue.record(key as 'state.idle'));
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

/** What a fact names in English words: who did it, what was said, in which state. Ids of rules and sensors stay. */
const inEnglish: ReadonlySet<string> = new Set(['by', 'text', 'wish', 'state']);

/** A fact with its own words in the language of whoever reads. */
function spokenFact(tongue: Tongue, { kind, ...values }: AnyFact): AnyFact {
  const spoken = Object.entries(values).map(([name, value]) => {
    if (isFact(value)) return [name, spokenFact(tongue, value)] as const;
    const isWords = typeof value === 'string' && inEnglish.has(name);
    return [name, isWords ? reworded(tongue, value) : value] as const;
  });
  return { ...Object.fromEntries(spoken), kind };
}

/** Facts in the language of whoever reads. */
export const tellerFor = (tongue: Tongue): Teller =>
  tongue.translated === null
    ? tongue.facts
    : {
        whole: (fact) => tongue.facts.whole(spokenFact(tongue, fact)),
        reading: (fact) => tongue.facts.reading(spokenFact(tongue, fact)),
        limit: (fact) => tongue.facts.limit(spokenFact(tongue, fact)),
      };

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

/**
 * Reasons stand behind semicolons, sentences behind full stops, findings behind commas: as many together as are known, then
 * the next.
 */
function inParts(tongue: Tongue, translated: Translated, text: string): string | null {
  const parts = text.split(/(; |\. |, )/);
  if (parts.length === 1) return null;
  let said = '';
  let isKnown = false;
  for (let from = 0; from < parts.length;) {
    const known = longestKnown(tongue, translated, parts, from);
    isKnown ||= known !== null;
    const to = known?.to ?? from + 1;
    said += (known?.words ?? parts[from] ?? '') + (parts[to] ?? '');
    from = to + 1;
  }
  return isKnown ? said : null;
}

/** From this part on. Every other part is what stands between two. */
function longestKnown(
  tongue: Tongue,
  translated: Translated,
  parts: readonly string[],
  from: number,
): { readonly words: string; readonly to: number } | null {
  for (let to = parts.length; to > from; to -= 2) {
    if (from === 0 && to === parts.length) continue;
    const text = parts.slice(from, to).join('');
    // Its full stop went to what lies between.
    const cut = parts[to] === '. ' ? whole(tongue, translated, `${text}.`) : null;
    const words = cut?.replace(/\.$/, '') ?? whole(tongue, translated, text);
    if (words !== null) return { words, to };
  }
  return null;
}
