/**
 * What the model leaves open, settled for each path: by which of several causes an event comes, and how long the
 * phases are. In the model each cause would multiply the paths; spread over them, each is still met in every place.
 */
import type { OperatorContext, OperatorEventType } from './operator-model.ts';

export const rotations = 2;
const phases = 2 * rotations + 1;

/** One step of a path: where it was, what happens, and by which cause. */
export interface PlannedStep {
  readonly from: string;
  readonly context: OperatorContext;
  readonly type: OperatorEventType;
}

export interface Script {
  readonly dwellsMs: readonly number[];
  readonly missing: Missing;
  /** For each step of the path: what happens, and by which cause. */
  readonly steps: readonly { readonly type: OperatorEventType; readonly cause: string }[];
}

/** Of each phase: a hot one is long enough for the plate to get warm, a cold one after it for it to be warm no more. */
const leastMs = [2000, 32_000, 14_000, 32_000, 14_000] as const;
/** Asked in the middle of a phase, and a minute waited for. */
const unansweredMs = 122_000;

/** Where there is power for the button on the board to take away. */
const energised = new Set([
  'testing',
  'cooling',
  'waiting',
  'cold',
  'hot',
  'warm',
  'closing',
  'lastCold',
]);
const isPaused = (state: string): boolean => /(?:Paused|Over|Ending)$/.test(state);

/** What the phases owe of their setpoint, by which of them is never delivered. */
const missings = ['none missed', 'first missed', 'last missed'] as const;
export type Missing = (typeof missings)[number];
const isMissing = (cause: string): cause is Missing => missings.some((one) => one === cause);

const only = ['only'] as const;
const wish = ['wish'] as const;

/** A wait of minutes is first, and rarely taken. */
const causes: Partial<Record<OperatorEventType, (step: PlannedStep) => readonly string[]>> = {
  ADMITTED: () => ['clear', 'by a clinician'],
  // After a doubt it is asked again in two minutes.
  PAUSED: ({ from }) => (from === 'warm' ? ['no answer', 'wish'] : wish),
  SKIN_IS_FINE: () => ['after a doubt', 'not felt at first', 'after a pause', 'at once'],
  // By what was measured, not by the clock (L13).
  TIME_IS_UP: ({ from }) => (from === 'closing' ? missings : only),
  // Somebody is there: the owed cold finish goes on (L2).
  RESUMED: ({ from }) =>
    from === 'lastColdPaused'
      ? ['after a doubt', 'ended early', 'wish']
      : ['after a doubt', 'wish'],
  STOPPED: ({ from }) =>
    energised.has(from) || isPaused(from) ? ['screen', 'button'] : ['screen'],
  // A broken wire fails a self-test before it trips.
  FAULT: ({ from }) => (from === 'testing' ? ['stall'] : ['stall', 'wire']),
};

/** Every cause by which this can come here. */
export const causesOf = (step: PlannedStep): readonly string[] => causes[step.type]?.(step) ?? only;

/** By how much rarer a wait is taken. Heat goes on while nobody answers: no tick of that may be skipped. */
const waitWeights: Readonly<Record<string, number>> = {
  'after a doubt': 30,
  'not felt at first': 30,
  'no answer': 1000,
};

/** @param used how often each cause was taken already; the least used is next, the slow ones are rare */
export function scriptFor(steps: readonly PlannedStep[], used: Map<string, number>): Script {
  const caused: { type: OperatorEventType; cause: string }[] = [];
  const waits = Array.from({ length: phases }, () => 0);
  let missing: Missing | null = null;
  for (const step of steps) {
    const weightOf = (cause: string): number =>
      (used.get(placeOf(step, cause)) ?? 0) * (waitWeights[cause] ?? 1);
    const open = causesOf(step)
      // What the phases owe is the same for all treatments of a path.
      .filter((cause) => missing === null || !isMissing(cause) || cause === missing);
    const cause = open.reduce((least, one) => (weightOf(one) < weightOf(least) ? one : least));
    used.set(placeOf(step, cause), (used.get(placeOf(step, cause)) ?? 0) + 1);
    if (isMissing(cause)) missing = cause;
    if (cause === 'no answer') waits[step.context.phase - 1]! += unansweredMs;
    caused.push({ type: step.type, cause });
  }
  // Ending early makes the present cold phase the last one, with its clock: the last is as long as the longest.
  const longest = Math.max(...waits);
  const dwellsMs = waits.map(
    (waitMs, index) => leastMs[index]! + (index === phases - 1 ? longest : waitMs),
  );
  return { steps: caused, dwellsMs, missing: missing ?? 'none missed' };
}

/** Where and how: what has to be met at least once. */
export const placeOf = (
  { from, type }: Pick<PlannedStep, 'from' | 'type'>,
  cause: string,
): string => `${from} ${type} (${cause})`;
