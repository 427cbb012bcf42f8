/** The search: proposes, computes, learns, and keeps the smallest margin of each property. Time comes in as a question. */
import { properties } from './margins.ts';
import type { Property } from './margins.ts';
import { methodOf } from './methods.ts';
import type { MethodId } from './methods.ts';
import type { StoredScenario } from './stored.ts';
import type { Sought } from './trial.ts';

/** Proposed at once, whatever the number of workers: the search is the same on any machine. */
const generationSize = 8;

export interface SeekOptions {
  readonly method: MethodId;
  readonly seed: number;
  readonly treatments: number;
  /** Tried first: what earlier searches found. */
  readonly known?: readonly StoredScenario[];
  readonly tryAll: (scenarios: readonly StoredScenario[]) => Promise<readonly Sought[]>;
  /** Asked between generations. */
  readonly isOver?: (course: Course) => boolean;
  readonly onDone?: (done: number) => void;
}

export interface Nearest {
  readonly property: Property;
  readonly margin: number;
  /** From 1. */
  readonly run: number;
  readonly sought: Sought;
}

export interface Course {
  readonly method: MethodId;
  readonly seed: number;
  readonly runs: number;
  readonly simulatedS: number;
  /** The smallest margin of each property, where one was measured. */
  readonly nearest: Readonly<Partial<Record<Property, Nearest>>>;
  /** Each time that one became smaller, in order. */
  readonly steps: readonly Omit<Nearest, 'sought'>[];
}

export async function seek({
  method: id,
  seed,
  treatments,
  known = [],
  tryAll,
  isOver = () => false,
  onDone = () => {},
}: SeekOptions): Promise<Course> {
  const method = methodOf(id, seed);
  const nearest: Partial<Record<Property, Nearest>> = {};
  const steps: Omit<Nearest, 'sought'>[] = [];
  const waiting = [...known];
  let [runs, simulatedS] = [0, 0];
  const course = (): Course => ({ method: id, seed, runs, simulatedS, nearest, steps });
  while (runs < treatments && !isOver(course())) {
    const size = Math.min(generationSize, treatments - runs);
    const scenarios =
      waiting.length > 0 ? waiting.splice(0, size) : method.propose(size, runs / treatments);
    const results = await tryAll(scenarios);
    method.take(results);
    for (const sought of results) {
      runs += 1;
      simulatedS += sought.durationS;
      for (const step of nearer(nearest, sought, runs)) {
        nearest[step.property] = step;
        steps.push({ property: step.property, margin: step.margin, run: step.run });
      }
    }
    onDone(runs);
  }
  return course();
}

const nearer = (
  nearest: Readonly<Partial<Record<Property, Nearest>>>,
  sought: Sought,
  run: number,
): Nearest[] =>
  properties.flatMap((property) => {
    const margin = sought.margins[property];
    const least = nearest[property]?.margin ?? Number.POSITIVE_INFINITY;
    return margin !== null && margin < least ? [{ property, margin, run, sought }] : [];
  });

export const isSettled = ({ nearest }: Course): boolean =>
  Object.values(nearest).some(({ margin }) => !(margin >= 0));
