/** Parts of a record in words: names, skin, doses, results. Pure. */
import { clockOf } from '../records/describe.ts';
import type { HeldWords } from '../records/held.ts';
import type { SaidLater } from '../records/later-looks.ts';
import type { Fields, LineOf } from '../records/record-line.ts';
import { alarmOf } from '../safety/alarm-table.ts';
import { reworded, tellerFor } from '../safety/reworded.ts';
import { alarmIn } from '../safety/spoken.ts';
import type { AnyFact } from '../words/facts.ts';
import { recordEn } from '../words/record-en.ts';
import type { RecordWords } from '../words/record-en.ts';
import { terminalEn } from '../words/terminal-en.ts';
import type { TerminalWords } from '../words/terminal-en.ts';
import { english } from '../words/tongue.ts';
import type { Tongue } from '../words/tongue.ts';

type Skin = Fields<'skin'>;

/** Names that a record has for what the program knows; those of a newer version are shown as they are. */
type Area = 'state' | 'event' | 'named';
type NameKey = Extract<
  keyof RecordWords,
  `state.${string}` | `event.${Uppercase<string>}` | `named.${string}`
>;

export function nameIn({ record: t }: Tongue, area: Area, id: string): string {
  const key = `${area}.${id}`;
  return isNameKey(key) ? t(key) : id;
}

const isNameKey = (key: string): key is NameKey =>
  Object.hasOwn(recordEn, key) && /^(state|named)\.|^event\.[A-Z_]+$/.test(key);

/** In English as the record has it; of a kind that a newer version knows too. */
export function boardKindIn({ terminal: t }: Tongue, kind: string): string {
  const key = `board.${kind}`;
  return isBoardKey(key) ? t(key) : kind;
}

const isBoardKey = (key: string): key is Extract<keyof TerminalWords, `board.${string}`> =>
  key.startsWith('board.') && Object.hasOwn(terminalEn, key);

/** Who or what brought something about. */
export const whoIn = (tongue: Tongue, by: string): string => reworded(tongue, by);

/** A measured value of one unit; words instead of a number that is not there. */
export const measureIn = (
  tongue: Tongue,
  value: number | null | undefined,
  digits: number,
  unit: string,
): string =>
  typeof value === 'number'
    ? `${tongue.decimal(value, digits)} ${unit}`
    : tongue.record('notKnown');

interface Told {
  readonly message: string;
  readonly rule: string | null;
  /** Null: the alarm of the rule says all there is. Missing in records of format 1. */
  readonly found?: AnyFact | null | undefined;
}

/** What a trip or a warning says, and what to do. Of a record of format 1, what it says in English. */
export function sentenceIn(tongue: Tongue, { message, rule, found }: Told): string {
  if (tongue.translated === null || found === undefined) return reworded(tongue, message);
  const alarm = alarmOf(rule ?? '');
  const known = alarm === undefined ? null : alarmIn(tongue, alarm);
  if (found === null)
    return known === null ? reworded(tongue, message) : `${known.text}. ${known.remedy}`;
  const { whole, limit, reading } = tellerFor(tongue);
  if (found.kind === 'told') return reading(found);
  const isAlone =
    message === tellerFor(english).whole(found) || (limit(found) === null && known === null);
  return isAlone ? whole(found) : `${whole(found)}. ${known?.remedy ?? ''}`.trimEnd();
}

/** What was read and what it was held against. */
export const heldIn = (
  tongue: Tongue,
  { found, ...written }: HeldWords & { readonly found: AnyFact | null },
): HeldWords =>
  tongue.translated === null || found === null
    ? written
    : { reading: tellerFor(tongue).reading(found), limit: tellerFor(tongue).limit(found) };

/** Why something ended or was refused. */
export const reasonIn = (
  tongue: Tongue,
  { reason, why }: { readonly reason: string; readonly why?: AnyFact | null | undefined },
): string =>
  tongue.translated === null || why === undefined || why === null
    ? reworded(tongue, reason)
    : tellerFor(tongue).whole(why);

/** One answer in words, without who gave it. */
export function skinInWords(
  tongue: Tongue,
  { question, answer, findings }: Omit<Skin, 'by' | 'phase'>,
): string {
  const { record: t } = tongue;
  const said = { question: t(`question.${question}`), answer: t(`skin.${answer}`) };
  return answer === 'wrong'
    ? t('skin.saidWrong', { ...said, found: foundInWords(tongue, findings) })
    : t('skin.said', said);
}

/** What was wrong, each finding once. */
export const foundInWords = ({ record: t }: Tongue, findings: Skin['findings']): string =>
  findings.length === 0
    ? t('skin.nobodySaid')
    : [...new Set(findings)].map((id) => t(`finding.${id}`)).join(', ');

/** What was said after the record was closed, for a list of its events. */
export const laterInWords = (tongue: Tongue, { at, by, answer, findings }: SaidLater): string =>
  tongue.record('later.line', {
    at: at.slice(0, 16).replace('T', ' '),
    said: skinInWords(tongue, { question: 'later', answer, findings: [...findings] }),
    name: by,
  });

/** Minutes, and where the record has them how cold they were: `38.2 min, 291.3 °C·min below 20 °C`. */
export function coldInWords(
  tongue: Tongue,
  minutes: number | null | undefined,
  degreeMinutes: number | null | undefined,
): string {
  const how = typeof degreeMinutes === 'number' ? `, ${degreesIn(tongue, degreeMinutes)}` : '';
  return `${measureIn(tongue, minutes, 1, 'min')}${how}`;
}

export const degreesIn = (tongue: Tongue, degreeMinutes: number): string =>
  tongue.record('degrees', { value: tongue.decimal(degreeMinutes, 1) });

/** How long it was; empty for a warning that is told at once. */
export function episodeInWords(tongue: Tongue, episode: LineOf<'warning'>['episode']): string {
  if (episode === undefined) return '';
  const { fromS, toS, refusedS } = episode;
  if (fromS === null || toS === null) return '';
  return tongue.record('episode', {
    seconds: refusedS === null ? tongue.record('notKnown') : tongue.decimal(refusedS, 1),
    from: clockOf(fromS),
    to: clockOf(toS),
  });
}

/** Where all answers are clear and something else bars the start, that is not to read as a yes. */
export const resultInWords = (
  { record: t }: Tongue,
  { result, admitted }: Pick<LineOf<'screening'>, 'result' | 'admitted'>,
): string => (admitted || result !== 'clear' ? t(`result.${result}`) : t('result.noObjection'));
