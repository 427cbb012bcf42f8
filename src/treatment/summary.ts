/** How a treatment ended: the last line of its record, and the last word of the command. */
import { alarmFor } from '../safety/alarm-table.ts';
import { endSentence } from '../words/endings.ts';
import { english } from '../words/facts.ts';
import type { AnyFact } from '../words/facts.ts';
import { stateOf } from '../../machines/dispositions.ts';
import type { Outcome } from '../../machines/session-events.ts';
import { exitCodes } from '../errors.ts';
import type { ExitCode } from '../errors.ts';
import type { TreatmentPlan } from '../limits/plan.ts';
import { phasesDelivered } from './delivery.ts';
import type { PhaseDelivered } from './delivery.ts';
import type { TreatmentState } from './state.ts';
import type { PlateRange } from './truth-range.ts';

export interface Summary {
  readonly id: string;
  readonly outcome: Outcome;
  /** Why, as a fact, and the whole in an English sentence. */
  readonly why: AnyFact;
  readonly reason: string;
  /** The rule that tripped, or null. */
  readonly rule: string | null;
  /** Seconds of the treatment. */
  readonly durationS: number;
  readonly cem43Min: number;
  readonly coldMinutes: number;
  /** °C·min below 20 °C. */
  readonly coldDegreeMinutes: number;
  /** True delivered, false owed and not delivered (L2), null where no heat was given and none was owed. */
  readonly coldFinish: boolean | null;
  /** Every phase that began: what it owed at its setpoint, and what of it was measured (L13). */
  readonly phases: readonly PhaseDelivered[];
  /** What was said of the skin; null where nobody's was under the plate. */
  readonly skin: { readonly reacted: boolean; readonly atEnd: TreatmentState['skinAtEnd'] } | null;
  readonly plant?: PlateRange;
}

/** A session that nobody brought to an end was cut off, and that is a stop, never a success. */
export function summarise(
  id: string,
  treatment: TreatmentState,
  plan: TreatmentPlan,
  plant: PlateRange | undefined,
): Summary {
  const { context } = treatment.session;
  const coldFinish = context.coldFinish === 'none' ? null : context.coldFinish === 'delivered';
  const outcome = context.outcome ?? 'stopped';
  const why = context.reason ?? { kind: 'cut-off', state: stateOf(treatment.session) };
  const phases = phasesDelivered(treatment, plan);
  return {
    id,
    outcome,
    reason: endSentence(
      { outcome, why, rule: context.rule, coldFinish, phases },
      english,
      context.rule === null ? '' : alarmFor(context.rule).remedy,
    ),
    why,
    rule: context.rule,
    durationS: Math.round(treatment.nowMs - treatment.startMs) / 1000,
    cem43Min: treatment.dose.cem43Min,
    coldMinutes: treatment.dose.coldMinutes,
    coldDegreeMinutes: treatment.dose.coldDegreeMinutes,
    coldFinish,
    phases,
    skin: skinOf(treatment),
    ...(plant === undefined ? {} : { plant }),
  };
}

const skinOf = ({ session, skinReacted, skinAtEnd }: TreatmentState): Summary['skin'] =>
  skinAtEnd !== null || (session.context.person && session.context.reachedSkin)
    ? { reacted: skinReacted, atEnd: skinAtEnd }
    : null;

const exitCodeOf: Readonly<Record<Outcome, ExitCode>> = {
  completed: exitCodes.completed,
  undelivered: exitCodes.undelivered,
  'ended early': exitCodes.endedEarly,
  stopped: exitCodes.stopped,
  faulted: exitCodes.faulted,
  declined: exitCodes.refused,
};

export const exitCodeOfOutcome = (outcome: Outcome): ExitCode => exitCodeOf[outcome];
