/** What a search came to, for people, for programs, and as the curves of a plot. Pure. */
import { isBroken, properties, propertyWords } from './margins.ts';
import type { Property } from './margins.ts';
import type { Course, Nearest } from './seek.ts';
import { idOf } from './stored.ts';
import type { StoredScenario } from './stored.ts';
import type { Sought } from './trial.ts';

const time = (atS: number): string => `${atS.toFixed(1)} s`;

/** Whether a search has anything to be shown of a property: 1 is as far away as can be told. */
const isNear = ({ margin }: Nearest): boolean => margin < 1;

export function courseText(course: Course, replayOf: (nearest: Nearest) => string): string {
  const { method, seed, runs, simulatedS, nearest } = course;
  const rows = properties.flatMap((property) => {
    const one = nearest[property];
    if (one === undefined) return [`  ${property.padEnd(14)}      –  nothing measured`];
    const margin = one.margin.toFixed(3).padStart(7);
    const words = `${isBroken(one.margin) ? 'BROKEN: ' : ''}${propertyWords[property]}`;
    const head = `  ${property.padEnd(14)}${margin}  ${words}`;
    return isNear(one)
      ? [
          head,
          ...foundText(one).map((line) => `      ${line}`),
          `      again with: ${replayOf(one)}`,
        ]
      : [head];
  });
  return [
    `${method}: ${runs} treatments from seed ${seed}, ${(simulatedS / 3600).toFixed(0)} hours simulated; 1 is far from the bound, below 0 is broken`,
    ...rows,
  ].join('\n');
}

function foundText({ run, sought }: Nearest): string[] {
  const { outcome, rule, plateMinC, plateMaxC } = sought;
  return [
    `in treatment ${run}: ${outcome}${rule === null ? '' : ` by ${rule}`}, true plate ${plateMinC.toFixed(2)} … ${plateMaxC.toFixed(2)} °C`,
    ...befallsText(sought.scenario),
  ];
}

function befallsText({ faults, acts, device, room }: StoredScenario): string[] {
  const befalls = [
    ...faults.map(({ id, atS, untilS, size }) => {
      const whole = size === 1 ? '' : `, ${(100 * size).toFixed(0)} % of it`;
      return `${id} at ${time(atS)}${untilS === null ? '' : ` until ${time(untilS)}`}${whole}`;
    }),
    ...acts.map(({ act, atS }) => `${act} at ${time(atS)}`),
  ];
  const built = device.withinTolerance ? 'within tolerance' : 'beyond tolerance';
  const air = room === null ? '' : `, room at ${room.temperatureC} °C`;
  return [
    `${device.id} ${device.seed}, ${built}${air}`,
    befalls.join('; ') || 'nothing befalls it',
  ];
}

/** A replay: every margin of one scenario. */
export function soughtText({
  scenario,
  margins,
  outcome,
  rule,
  violations,
  ...truth
}: Sought): string {
  const { plateMinC, plateMaxC, durationS } = truth;
  return [
    `scenario ${idOf(scenario)}: ${outcome}${rule === null ? '' : ` by ${rule}`} after ${time(durationS)}, true plate ${plateMinC.toFixed(2)} … ${plateMaxC.toFixed(2)} °C`,
    ...befallsText(scenario).map((line) => `  ${line}`),
    ...properties.map((property) => {
      const margin = margins[property];
      return `  ${property.padEnd(14)}${(margin?.toFixed(3) ?? '–').padStart(7)}${isBroken(margin) ? '  BROKEN' : ''}`;
    }),
    ...violations.map(({ law, atS, what }) => `  ${law} at ${time(atS)}: ${what}`),
  ].join('\n');
}

/** The smallest margin so far of one property, as a staircase. */
export function stairs({ steps, runs }: Course, property: Property): (readonly [number, number])[] {
  const own = steps.filter((step) => step.property === property);
  return own.flatMap(({ run, margin }, index) => [
    [run, margin] as const,
    [own[index + 1]?.run ?? runs, margin] as const,
  ]);
}

/** Method against method: the smallest margin of each property, and after how many treatments. */
export function comparisonText(courses: readonly Course[]): string {
  const cell = (course: Course, property: Property): string => {
    const one = course.nearest[property];
    return one === undefined ? '–' : `${one.margin.toFixed(3)} @ ${one.run}`;
  };
  const head = ['smallest margin @ run', ...courses.map(({ method }) => method)];
  const rows = properties.map((property) => [
    property,
    ...courses.map((course) => cell(course, property)),
  ]);
  return [head, ...rows]
    .map((row) =>
      row
        .map((text, at) => text.padEnd(at === 0 ? 24 : 18))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

/** For programs: without the scenarios that are in the corpus by their ids. */
export const courseJson = ({
  method,
  seed,
  runs,
  simulatedS,
  nearest,
  steps,
}: Course): unknown => ({
  method,
  seed,
  runs,
  simulatedHours: simulatedS / 3600,
  nearest: properties.flatMap((property) => {
    const one = nearest[property];
    if (one === undefined) return [];
    const { margin, run, sought } = one;
    const { scenario, outcome, rule, violations } = sought;
    return [{ property, margin, run, id: idOf(scenario), outcome, rule, violations, scenario }];
  }),
  steps,
});
