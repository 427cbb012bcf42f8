/** What is decided before a board is even opened: prescription, limits, plan, and whether it may start. */
import { currentSensor } from '../../hardware/parts/current-sensor.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { Rig } from '../../hardware/plant/rigs.ts';
import { currentLimits } from '../../hardware/guard/board-checks.ts';
import { parametersFor } from '../control/controller-parameters.ts';
import type { ClinicLimits } from '../limits/clinic.ts';
import { CompanionError } from '../errors.ts';
import { defaultClinicLimits } from '../limits/clinic.ts';
import { fixedBounds, heatCountsMs, settableBounds } from '../limits/envelope.ts';
import { planOf } from '../limits/plan.ts';
import type { Prescription, TreatmentPlan } from '../limits/plan.ts';
import { loadClinicLimits, loadPrescription } from '../limits/yaml-file.ts';
import { prescribableWithoutWitnessC } from '../safety/rest.ts';
import type { ModuleCurrentLimits } from '../safety/current-watch.ts';
import type { SupplyLimits } from '../safety/readings.ts';
import { remainingCem43Min, remainingColdMinutes } from '../safety/exposure.ts';
import type { Exposure } from '../safety/exposure.ts';
import type { TreatmentConfig } from './state.ts';

export interface Prescribed {
  /** The preset or the file, as it was asked for. */
  readonly name: string;
  readonly prescription: Prescription;
  readonly limits: ClinicLimits;
  readonly config: TreatmentConfig;
}

/** A pause in a cold phase must not turn a treatment that was allowed into a trip near its end. */
const coldAllowanceMinutes = 5;

/**
 * Where the dose of a running treatment ends it: what a session may have, and what earlier ones leave of the day.
 * @param exposure null where earlier sessions are not counted
 */
export function capsWithin(
  limits: ClinicLimits,
  exposure: Exposure | null,
): TreatmentConfig['caps'] {
  const { coldMinutesPerSession: session, coldMinutesPer24Hours: day } = settableBounds;
  const earlier = exposure?.coldMinutes ?? 0;
  return {
    cem43Min: Math.min(
      limits.cem43PerSessionMin,
      exposure === null ? Infinity : remainingCem43Min(exposure, limits),
    ),
    coldMinutes: Math.min(
      session.max,
      limits.coldMinutesPerSession + coldAllowanceMinutes,
      exposure === null ? Infinity : remainingColdMinutes(exposure, limits) + coldAllowanceMinutes,
      Math.max(0, day.max - earlier),
    ),
  };
}

/**
 * @throws CompanionError naming file, line and field where the prescription or the limits cannot be used, or where
 *   the projected dose, cold time or length is more than the limits allow
 */
export function prepareTreatment(
  prescriptionName: string,
  limitsPath: string | undefined,
  rig: Rig,
): Prescribed {
  const limits = limitsPath === undefined ? defaultClinicLimits : loadClinicLimits(limitsPath);
  return prescribe(prescriptionName, loadPrescription(prescriptionName, limits), limits, rig);
}

/** Above this rail, heat that nobody can take away moves a plate too fast for the hottest setpoints, V. */
const gentleHeatRailV = 5;

/** The hottest setpoint that a device may be given, by its heat rail, °C. */
export function hottestSetpointC({ parameters: { power } }: Rig): number {
  const { max = Number.NaN } = fixedBounds.hotSetpointOn12VC;
  return power.heatRailV <= gentleHeatRailV ? settableBounds.hotSetpointC.max : max;
}

/** @throws CompanionError LIMITS_EXCEEDED for what only a device that heats from 5 V may be given */
function refuseTooHotFor(rig: Rig, { phases }: TreatmentPlan): void {
  const max = hottestSetpointC(rig);
  const tooHot = phases.find(({ kind, setpointC }) => kind === 'hot' && !(setpointC <= max));
  if (tooHot === undefined) return;
  throw new CompanionError('LIMITS_EXCEEDED', {
    what: `hot.setpointC is ${tooHot.setpointC} °C, and ${max} °C is the most for a device with ${rig.title}`,
    where: 'prescription',
    fix: `Prescribe ${max} °C or less, or use a device that heats from ${gentleHeatRailV} V.`,
  });
}

/** @throws CompanionError LIMITS_EXCEEDED for what only a device with a witness may be given */
function refuseWithoutWitness({ title, sees }: Rig, { phases }: TreatmentPlan): void {
  if (sees.witness) return;
  const { coldest, hottest } = prescribableWithoutWitnessC;
  const outside = phases.find(({ setpointC }) => !(setpointC >= coldest && setpointC <= hottest));
  if (outside === undefined) return;
  const { kind, setpointC } = outside;
  const bound = kind === 'hot' ? `${hottest} °C is the most` : `${coldest} °C is the least`;
  throw new CompanionError('LIMITS_EXCEEDED', {
    what: `${kind}.setpointC is ${setpointC} °C, and ${bound} for a device with ${title}: nothing would see both plate sensors go wrong alike`,
    where: 'prescription',
    fix: `Prescribe ${coldest} to ${hottest} °C, or use a device that has a witness in its plate.`,
  });
}

/** Tolerance of a supply, of the board's own 5 V and of two dividers; a Schottky gives back some of its drop without current. */
const supplyRange = { cool: { min: 0.85, max: 1.15 }, heat: { min: 0.84, max: 1.22 } } as const;

function suppliesOf({ sees, parameters: { power } }: Rig): SupplyLimits | null {
  if (!sees.rails) return null;
  const of = (railV: number, { min, max }: { min: number; max: number }) => ({
    min: railV * min,
    max: railV * max,
  });
  const { cool, heat } = supplyRange;
  return { coolV: of(power.coolRailV, cool), heatV: of(power.heatRailV, heat) };
}

/** Where the output of the sensor comes near to its ends, A. */
const sensorEndA = (0.98 * currentSensor.midShare) / currentSensor.sharePerA;

/** The guard's own tolerances, about what this device's supplies drive through its modules. */
function moduleCurrentOf({
  sees,
  parameters: { module, array, power },
}: Rig): ModuleCurrentLimits | null {
  if (!sees.moduleCurrent) return null;
  const lineOhm =
    (module.resistanceOhm * array.seriesCount) / array.parallelCount + power.sourceOhm;
  const { idleA, errorA, leastPart, mostPartByHost, mostA } = currentLimits;
  // They are those of two modules side by side; as many more make as much more of their two sides.
  const strings = array.parallelCount / rigs.reference.parameters.array.parallelCount;
  return {
    fullCoolA: power.coolRailV / lineOhm,
    fullHeatA: power.heatRailV / lineOhm,
    leastPart,
    mostPart: mostPartByHost,
    warmSinkA: currentLimits.warmSinkA * strings,
    warmPlateA: currentLimits.warmPlateA * strings,
    backAPerK: currentLimits.backAPerK * strings,
    idleA,
    errorA,
    mostA: Math.min(mostA * strings, sensorEndA),
  };
}

/**
 * The same for a prescription that was checked against the limits already.
 * @throws CompanionError LIMITS_EXCEEDED where this device may not do it
 */
export function prescribe(
  name: string,
  prescription: Prescription,
  limits: ClinicLimits,
  rig: Rig,
): Prescribed {
  const plan = planOf(prescription);
  refuseTooHotFor(rig, plan);
  refuseWithoutWitness(rig, plan);
  return {
    name,
    prescription,
    limits,
    config: {
      plan,
      caps: capsWithin(limits, null),
      gate: { maxHeatDuty: rig.heatDutyCap, maxCoolDuty: 1, ...setpointRange(plan) },
      controller: parametersFor(rig.parameters),
      supplies: suppliesOf(rig),
      moduleCurrent: moduleCurrentOf(rig),
      checksTwiceAsOften: false,
      heatCountsMs,
    },
  };
}

/** No drive leads beyond these, whatever asks for it. */
function setpointRange({ phases }: TreatmentPlan): {
  coldestSetpointC: number;
  hottestSetpointC: number;
} {
  const setpointsC = phases.map(({ setpointC }) => setpointC);
  return { coldestSetpointC: Math.min(...setpointsC), hottestSetpointC: Math.max(...setpointsC) };
}
