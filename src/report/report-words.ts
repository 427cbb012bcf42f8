/** The words of a report that are more than a value. Pure. */
import { siteOf } from '../safety/screening-sites.ts';
import type { PhaseSpan } from '../records/course.ts';
import { degreeWords } from '../records/describe.ts';
import type { LineOf } from '../records/record-line.ts';
import type { Delivered } from './explanation.ts';

export const notKnown = 'not known';

/** One or two sentences for whoever was treated. */
export function givenWords({ phases, coldFinish, toTheEnd }: Delivered): string {
  if (phases.length === 0) return 'The plate was not used on the skin.';
  const count = (kind: 'cold' | 'hot'): string => {
    const times = phases.filter((phase) => phase.kind === kind).length;
    return times === 1 ? `${kind} once` : `${kind} ${times === 0 ? 'never' : `${times} times`}`;
  };
  const end =
    coldFinish === true
      ? ' It ended cold, as it should.'
      : coldFinish === false
        ? ' It did not end cold, as it should have.'
        : '';
  const known = toTheEnd ? '' : ' What came after the last proven line of the record is not known.';
  return `The plate was ${count('cold')} and ${count('hot')}.${end}${known}`;
}

export function coldFinishWords(coldFinish: LineOf<'summary'>['coldFinish']): string {
  if (coldFinish === null) return 'none was due: no heat was given';
  if (typeof coldFinish === 'string') return coldFinish;
  return coldFinish ? 'delivered' : 'NOT delivered';
}

/** Of one phase, against what the plan computed for it. */
export function measuredWords({ owedMin, inBandMin, delivered }: PhaseSpan): string {
  if (owedMin === null || inBandMin === null) return notKnown;
  const missed = delivered === false ? ', NOT DELIVERED' : '';
  return `${inBandMin.toFixed(1)} of ${owedMin.toFixed(1)} min${missed}`;
}

export function siteWords(id: string | undefined): string {
  return id === undefined ? notKnown : (siteOf(id)?.label ?? id);
}

/** What was counted, and of how much, where the limits that were in force say so. */
export function doseWords(
  { cem43Min, coldMinutes, coldDegreeMinutes, toTheEnd }: Delivered,
  limits: object | undefined,
): (readonly [name: string, value: string])[] {
  const of = (value: number | null, digits: number, unit: string, cap: string): string => {
    if (value === null) return notKnown;
    const most: unknown = limits === undefined ? undefined : Reflect.get(limits, cap);
    const bound = typeof most === 'number' ? `, of at most ${most}` : '';
    return `${toTheEnd ? '' : 'at least '}${value.toFixed(digits)} ${unit}${bound}`;
  };
  return [
    ['Heat dose', of(cem43Min, 2, 'CEM43 min', 'cem43PerSessionMin')],
    ['Cold', of(coldMinutes, 1, 'min', 'coldMinutesPerSession')],
    ...(coldDegreeMinutes === null
      ? []
      : [['Cold by degrees', degreeWords(coldDegreeMinutes)] as const]),
  ];
}
