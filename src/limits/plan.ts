import { CompanionError } from '../errors.ts';
import { settableBounds } from './envelope.ts';
import { owedMsOf } from './owed.ts';

/** What a clinician writes. There is no way to write one that does not start and end cold (law L2). */
export interface Prescription {
  readonly name: string;
  /** Pairs of cold and hot before the final cold. */
  readonly rotations: number;
  readonly cold: { readonly setpointC: number; readonly minutes: number };
  readonly hot: { readonly setpointC: number; readonly minutes: number };
  /** Ends the treatment, at the setpoint of the other cold phases. */
  readonly finalCold: { readonly minutes: number };
  readonly rampCPerS: number;
}

export interface TreatmentPhase {
  /** From 1. */
  readonly number: number;
  readonly kind: 'cold' | 'hot';
  readonly setpointC: number;
  /** Counted from the entry of the phase, ramp included: time at temperature never exceeds what is written. */
  readonly dwellMs: number;
  /** Of the dwell, at the setpoint at least; what is less is not delivered (L13). Above 0. */
  readonly owedMs: number;
}

/** A prescription spelled out: cold, hot, … cold. */
export interface TreatmentPlan {
  readonly phases: readonly TreatmentPhase[];
  readonly totalMinutes: number;
  readonly coldMinutes: number;
  readonly hotMinutes: number;
  readonly rampCPerS: number;
}

/** Pairs of cold and hot before the final cold. */
export const rotationsOf = ({ phases }: TreatmentPlan): number => (phases.length - 1) / 2;

/** One cold phase, no heat: what a treatment that was cut off still owes. */
export const isColdFinish = (plan: TreatmentPlan): boolean => rotationsOf(plan) === 0;

const msPerMinute = 60_000;

/**
 * The phases of a prescription and their sums.
 * Throws LIMITS_EXCEEDED where the number of rotations is not a whole number that the device allows.
 */
export function planOf(prescription: Prescription): TreatmentPlan {
  const { rotations, cold, hot, finalCold, rampCPerS } = prescription;
  const { min, max } = settableBounds.rotations;
  if (!(Number.isInteger(rotations) && rotations >= min && rotations <= max)) {
    throw new CompanionError('LIMITS_EXCEEDED', {
      what: `rotations: ${rotations} is not a whole number from ${min} to ${max}`,
      fix: 'Write such a number.',
    });
  }
  const dwells: Dwell[] = [];
  for (let rotation = 0; rotation < rotations; rotation += 1) {
    dwells.push(
      phase('cold', cold.setpointC, cold.minutes),
      phase('hot', hot.setpointC, hot.minutes),
    );
  }
  dwells.push(phase('cold', cold.setpointC, finalCold.minutes));
  const phases = dwells.map((dwell, index) => {
    // The plate is at the first setpoint before it touches skin.
    const fromC = dwells[index - 1]?.setpointC ?? dwell.setpointC;
    const owedMs = owedMsOf(dwell.dwellMs, dwell.setpointC - fromC, rampCPerS);
    return { number: index + 1, ...dwell, owedMs };
  });
  const coldMinutes = minutesOf(phases, 'cold');
  const hotMinutes = minutesOf(phases, 'hot');
  return { phases, totalMinutes: coldMinutes + hotMinutes, coldMinutes, hotMinutes, rampCPerS };
}

type Dwell = Omit<TreatmentPhase, 'number' | 'owedMs'>;

function phase(kind: 'cold' | 'hot', setpointC: number, minutes: number): Dwell {
  return { kind, setpointC, dwellMs: Math.round(minutes * msPerMinute) };
}

function minutesOf(phases: readonly Dwell[], kind: 'cold' | 'hot'): number {
  const ms = phases.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.dwellMs, 0);
  return ms / msPerMinute;
}

/**
 * The temperature that is planned at a time of the treatment, in °C; before the start that of the first phase, after
 * the end that of the last. The plate is at the first setpoint before it touches skin, so the first phase has no ramp.
 */
export function plannedTemperatureC(plan: TreatmentPlan, atMinutes: number): number {
  let startMs = 0;
  let temperatureC = plan.phases[0]?.setpointC ?? Number.NaN;
  const atMs = Math.max(0, atMinutes * msPerMinute);
  for (const { setpointC, dwellMs } of plan.phases) {
    const elapsedS = Math.min(atMs - startMs, dwellMs) / 1000;
    const reachC = plan.rampCPerS * elapsedS;
    temperatureC += Math.max(-reachC, Math.min(reachC, setpointC - temperatureC));
    startMs += dwellMs;
    if (atMs <= startMs) break;
  }
  return temperatureC;
}
