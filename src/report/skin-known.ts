/** What is known of the skin under the plate: said on the way, at the end, and twenty minutes later. Pure. */
import type { SaidLater } from '../records/later-looks.ts';
import { headerOf, linesOf, summaryOf } from '../records/outcome.ts';
import type { Fields, RecordLine } from '../records/record-line.ts';
import { hasReacted } from '../words/plain-words.ts';
import type { SkinKnown } from '../words/plain-words.ts';
import { english } from '../words/tongue.ts';
import type { Tongue } from '../words/tongue.ts';
import { foundInWords, laterInWords } from './record-words.ts';

type SkinFinding = Fields<'skin'>['findings'][number];

export interface SkinReport {
  /** Null where nobody's skin was asked about. */
  readonly known: SkinKnown | null;
  /** What was wrong, in English words; null where nothing was. */
  readonly found: string | null;
  /** The same by its ids. */
  readonly findings: readonly SkinFinding[];
  readonly later: readonly SaidLater[];
}

/** @param later what was said after the record was closed; what was wrong then counts as if it had been said before */
export function skinReportOf(
  lines: readonly RecordLine[],
  later: readonly SaidLater[],
): SkinReport {
  const said = [...linesOf(lines, 'skin'), ...later];
  const isWrong = said.some(({ answer }) => answer === 'wrong');
  const summed = summaryOf(lines)?.skin ?? null;
  if (summed === null && said.length === 0)
    return { known: null, found: null, findings: [], later };
  const reacted = isWrong || (summed?.reacted ?? false);
  // Whoever looked later and found it fine has said what nobody could say at the end.
  const atEnd = later.at(-1)?.answer === 'fine' ? 'fine' : (summed?.atEnd ?? null);
  const known: SkinKnown = { reacted, atEnd: reacted ? 'wrong' : atEnd };
  const findings = said.flatMap((one) => one.findings);
  const found = hasReacted(known) ? foundInWords(english, findings) : null;
  return { known, found, findings, later };
}

/** A line each: what was wrong, and what was said later. */
export function skinFacts(
  tongue: Tongue,
  { found, findings, later }: SkinReport,
): (readonly [string, string])[] {
  const { record: t } = tongue;
  const words = foundInWords(tongue, [...findings]);
  return [
    ...(found === null ? [] : [[t('skin.fact'), t('skin.factWords', { found: words })] as const]),
    ...later.map((one) => [t('skin.factLater'), laterInWords(tongue, one)] as const),
  ];
}

/** Minutes without heat or cold, by the limits that were in force; null where the record does not say. */
export function restMinutesOf(lines: readonly RecordLine[]): number | null {
  const rest: unknown = Reflect.get(headerOf(lines)?.limits ?? {}, 'sessionGapMinutes');
  return typeof rest === 'number' ? rest : null;
}
