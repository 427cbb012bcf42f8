/** The paths through the session that the running companion is led along, and what of them it can never do. */
import type { SessionEvent } from '../../machines/session-events.ts';
import { sessionMachine } from '../../machines/session.ts';
import { Bench } from './bench.ts';
import { bringAbout, keyOf } from './causes.ts';
import { explore, without } from './graph.ts';
import type { Pair } from './graph.ts';

const rotations = 2;
const phases = 2 * rotations + 1;

/** One payload for each thing that can happen; all others are tried on the machine alone. */
export const events: readonly SessionEvent[] = [
  { type: 'PRESCRIBE', rotations },
  { type: 'SCREENED', result: 'clear', clinician: 'Dr. Roe' },
  { type: 'SCREENED', result: 'noPatient' },
  { type: 'SCREENED', result: 'needsClinician' },
  { type: 'SCREENED', result: 'contraindicated' },
  { type: 'SELF_TEST_PASSED' },
  { type: 'SELF_TEST_FAILED', reason: 'any' },
  { type: 'PLATE_READY' },
  { type: 'CONTACT_CONFIRMED' },
  { type: 'CANCEL', reason: 'the patient left' },
  ...Array.from({ length: phases }, (_, index): SessionEvent => ({
    type: 'PHASE_ELAPSED',
    phase: index + 1,
    delivered: true,
  })),
  { type: 'HEAT_GIVEN' },
  { type: 'PAUSE' },
  { type: 'RESUME' },
  { type: 'SKIN_ANSWERED', answer: 'fine', findings: [] },
  // Before what comes only once in a phase: the shortest way to a check is one that can be gone twice.
  { type: 'SKIN_ANSWERED', answer: 'notSure', findings: [] },
  { type: 'SKIN_ANSWERED', answer: 'wrong', findings: ['blister'] },
  { type: 'CHECK_DUE' },
  { type: 'CHECK_EXPIRED' },
  { type: 'END_EARLY' },
  { type: 'PAUSE_EXPIRED' },
  { type: 'SETTLED' },
  { type: 'ACKNOWLEDGE' },
  { type: 'STOP', by: 'the patient' },
  // Before the lost link, from which nothing comes back: the shortest way to a fault is one that can be reset.
  { type: 'TRIP', rule: 'any', reason: 'any' },
  { type: 'LINK_LOST', reason: 'any' },
  { type: 'RESET', person: 'A. Smith', causeGone: true },
];

export const whole = explore(sessionMachine, events, keyOf);

/** Why the companion never does this although the machine would; null where it can happen. */
export function whyNever(from: string, event: SessionEvent): string | null {
  if (event.type !== 'CHECK_DUE') return null;
  const { phase, ending, person, coldFinish } = whole.states.get(from)!.context;
  if (!person) return 'nobody is on the plate, and no skin';
  if (ending) return 'the cold finish that is owed is not held up by a skin check (L2)';
  if (phase % 2 === 1)
    return 'cold phases are interrupted for a person only whose feeling is dulled; what is asked in passing is asked in heat';
  return coldFinish === 'owed' ? null : 'the plate is warm long before anybody is asked about it';
}

/** Why these two never follow each other on one companion; null where they can. */
export function whyNeverPair({ from, first, second }: Pair<SessionEvent>): string | null {
  const { phase, phaseOver, coldFinish } = whole.states.get(from)!.context;
  const isInColdHeat = phase % 2 === 0 && !phaseOver && coldFinish !== 'owed';
  if (isInColdHeat && first.type === 'SKIN_ANSWERED' && second.type === 'PHASE_ELAPSED')
    return 'after a look within a hot phase it waits for the plate to be back at its setpoint, and warm before that';
  return first.type === 'LINK_LOST' && second.type === 'RESET'
    ? 'a lost link stays lost (L7): the process ends, and a fresh one starts at rest'
    : null;
}

export const possible = without(whole, (from, event) => whyNever(from, event) !== null);

export const named = (event: SessionEvent): string => JSON.stringify(event);

export const next = (from: string, event: SessionEvent): string => {
  const edge = possible.out.get(from)?.find((one) => named(one.event) === named(event));
  if (edge === undefined) throw new Error(`${event.type} leads nowhere from ${from}`);
  return edge.to;
};

const coldMs = 2000;
/** Long enough that following the ramp needs heat, and too short for the plate to get warm. */
const hotMs = 6500;
/** To where a plate is warmer than skin, at the ramp of the bench. */
const warmMs = 27_000;
/** Asked in the middle of a phase, and a minute waited for. */
const unansweredMs = 122_000;

/** Phases as short as the way allows: one in which nobody says whether it is hot has to outlast the wait for it. */
function dwellsFor(way: readonly SessionEvent[]): number[] {
  const waits = Array.from({ length: phases }, () => 0);
  const warms = Array.from({ length: phases }, () => 0);
  let at = possible.root;
  for (const event of way) {
    const { phase } = possible.states.get(at)!.context;
    if (event.type === 'CHECK_DUE') waits[phase - 1]! += 1;
    if (event.type === 'HEAT_GIVEN') warms[phase - 1] = warmMs;
    at = next(at, event);
  }
  // Ending early makes the present cold phase the last one, with its clock: the last is as long as the longest.
  const most = Math.max(...waits);
  return waits.map(
    (count, index) =>
      (index % 2 === 0 ? coldMs : hotMs + warms[index]!) +
      unansweredMs * (index === phases - 1 ? most : count),
  );
}

/** One step that the companion has taken as the machine says. */
export interface Step {
  readonly from: string;
  readonly event: SessionEvent;
}

/**
 * Leads a fresh companion along the way, and holds it to the machine after every event and to the laws in every tick.
 * @param variant picks among the causes of an event
 * @param atTheEnd is tried where the way ends
 */
export async function walk(
  way: readonly SessionEvent[],
  variant: number,
  atTheEnd: (bench: Bench) => Promise<void> = () => Promise.resolve(),
): Promise<{ readonly bench: Bench; readonly steps: readonly Step[] }> {
  const dwellsMs = dwellsFor(way);
  const bench = await Bench.open(dwellsMs);
  const circumstances = {
    longestPhaseMs: Math.max(...dwellsMs),
  };
  const steps: Step[] = [];
  try {
    for (const event of way) {
      const from = keyOf(bench.companion.treatment.session);
      const expected = next(from, event);
      await bringAbout(bench, event, { ...circumstances, variant: variant + steps.length });
      const reached = keyOf(bench.companion.treatment.session);
      if (reached !== expected) throw new Error(`came to ${reached} instead of ${expected}`);
      steps.push({ from, event });
    }
    await atTheEnd(bench);
    await bench.run(200);
  } catch (thrown) {
    const types = way.map(({ type }, index) => (index === steps.length ? `*${type}*` : type));
    throw new Error(`on the way ${types.join(' ')} (variant ${variant})`, { cause: thrown });
  } finally {
    await bench.close();
  }
  return { bench, steps };
}
