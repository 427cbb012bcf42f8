/** How a treatment ended: the last line of its record, and the last word of the command. */
import { stateOf } from '../../machines/dispositions.ts';
import type { Outcome } from '../../machines/session-events.ts';
import { exitCodes } from '../errors.ts';
import type { ExitCode } from '../errors.ts';
import type { TreatmentState } from './state.ts';
import type { PlateRange } from './truth-range.ts';

export interface Summary {
  readonly id: string;
  readonly outcome: Outcome;
  /** In words. */
  readonly reason: string;
  /** The rule that tripped, or null. */
  readonly rule: string | null;
  /** Seconds of the treatment. */
  readonly durationS: number;
  readonly cem43Min: number;
  readonly coldMinutes: number;
  /** True delivered, false owed and not delivered (L2), null where no heat was given and none was owed. */
  readonly coldFinish: boolean | null;
  readonly plant?: PlateRange;
}

/** A session that nobody brought to an end was cut off, and that is a stop, never a success. */
export function summarise(
  id: string,
  treatment: TreatmentState,
  plant: PlateRange | undefined,
): Summary {
  const { context } = treatment.session;
  const heatedWithoutFinish = context.heated && !context.coldFinishDelivered;
  const coldFinish = context.heated ? context.coldFinishDelivered : null;
  const outcome = context.outcome ?? 'stopped';
  const reason = context.reason ?? `cut off in the state ${stateOf(treatment.session)}`;
  return {
    id,
    outcome,
    reason: heatedWithoutFinish ? `${reason}; cold finish not delivered` : reason,
    rule: context.rule,
    durationS: Math.round(treatment.nowMs - treatment.startMs) / 1000,
    cem43Min: treatment.dose.cem43Min,
    coldMinutes: treatment.dose.coldMinutes,
    coldFinish,
    ...(plant === undefined ? {} : { plant }),
  };
}

const exitCodeOf: Readonly<Record<Outcome, ExitCode>> = {
  completed: exitCodes.completed,
  'ended early': exitCodes.endedEarly,
  stopped: exitCodes.stopped,
  faulted: exitCodes.faulted,
  declined: exitCodes.refused,
};

export const exitCodeOfOutcome = (outcome: Outcome): ExitCode => exitCodeOf[outcome];
