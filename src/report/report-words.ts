/** The words of a report that are more than a value. Pure. */
import type { PhaseSpan } from '../records/course.ts';
import type { LineOf } from '../records/record-line.ts';
import { reworded } from '../safety/reworded.ts';
import { siteNameIn } from '../safety/spoken.ts';
import type { Tongue } from '../words/tongue.ts';
import type { Delivered } from './explanation.ts';
import { degreesIn } from './record-words.ts';

/** One or two sentences for whoever was treated. */
export function givenWords(
  { report: t }: Tongue,
  { phases, coldFinish, toTheEnd }: Delivered,
): string {
  if (phases.length === 0) return t('given.notUsed');
  const times = (kind: 'cold' | 'hot'): string => {
    const count = phases.filter((phase) => phase.kind === kind).length;
    return count === 0 ? t(`given.${kind}.never`) : t(`given.${kind}.times`, { count });
  };
  const ends = { true: t('given.endedCold'), false: t('given.notEndedCold') };
  const end = typeof coldFinish === 'boolean' ? ends[`${coldFinish}`] : '';
  const known = toTheEnd ? '' : t('given.cutOff');
  return `${t('given.times', { cold: times('cold'), hot: times('hot') })}${end}${known}`;
}

export function coldFinishWords(
  tongue: Tongue,
  coldFinish: LineOf<'summary'>['coldFinish'],
): string {
  const { record: t } = tongue;
  if (coldFinish === null) return t('coldFinish.noneWhy');
  if (typeof coldFinish === 'string') return reworded(tongue, coldFinish);
  return t(coldFinish ? 'coldFinish.yes' : 'coldFinish.no');
}

/** Of one phase, against what the plan computed for it. */
export function measuredWords(
  { report: t, record, decimal }: Tongue,
  { owedMin, inBandMin, delivered }: PhaseSpan,
): string {
  if (owedMin === null || inBandMin === null) return record('notKnown');
  const said = { given: decimal(inBandMin, 1), owed: decimal(owedMin, 1) };
  return delivered === false ? t('phases.missed', said) : t('phases.given', said);
}

export const siteWords = (tongue: Tongue, id: string | undefined): string =>
  id === undefined ? tongue.record('notKnown') : siteNameIn(tongue, id);

/** What was counted, and of how much, where the limits that were in force say so. */
export function doseWords(
  tongue: Tongue,
  { cem43Min, coldMinutes, coldDegreeMinutes, toTheEnd }: Delivered,
  limits: object | undefined,
): (readonly [name: string, value: string])[] {
  const { report: t, record, decimal } = tongue;
  const of = (words: string, cap: string): string => {
    const most: unknown = limits === undefined ? undefined : Reflect.get(limits, cap);
    const least = toTheEnd ? words : record('why.atLeast', { value: words });
    return typeof most === 'number' ? t('dose.bounded', { value: least, most }) : least;
  };
  const heat = (value: number): string =>
    of(t('dose.heatValue', { value: decimal(value, 2) }), 'cem43PerSessionMin');
  const cold = (value: number): string =>
    of(t('dose.coldValue', { value: decimal(value, 1) }), 'coldMinutesPerSession');
  return [
    [t('dose.heat'), cem43Min === null ? record('notKnown') : heat(cem43Min)],
    [t('dose.cold'), coldMinutes === null ? record('notKnown') : cold(coldMinutes)],
    ...(coldDegreeMinutes === null
      ? []
      : [[t('dose.degrees'), degreesIn(tongue, coldDegreeMinutes)] as const]),
  ];
}
