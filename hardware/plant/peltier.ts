/**
 * One Peltier module: the heat it takes from the plate side and gives to the sink side, and the
 * current that a bridge drives through it. Current and voltage are positive when the module cools
 * the plate.
 */
import type { PeltierModule } from './parameters.ts';

const kelvin = 273.15;

/** What one module does at a moment, averaged over a PWM period. Reused, never shared. */
export interface ModuleFlows {
  meanA: number;
  /** What of the mean comes from a rail; the rest circulates in a short. */
  drivenA: number;
  /**
   * Mean of the square, not the square of the mean: PWM heats the module more than its mean
   * current.
   */
  meanSquareA2: number;
  /** Heat taken from the plate side; negative when the module heats it. */
  takenW: number;
  /** Heat given to the sink side. */
  givenW: number;
}

/** The bridge as one module sees it: the shares of time with a voltage, and those with a short. */
export interface BridgePhases {
  /** Share of time, mean and mean square of the voltage, and loop resistance while driven. */
  drivenShare: number;
  drivenV: number;
  drivenSquareV2: number;
  drivenOhm: number;
  /** Share of time, and loop resistance, while both legs short the module. */
  brakeShare: number;
  brakeOhm: number;
  /** A diode with this drop closes the short, for one direction of its current; 0: none does. */
  rectified: -1 | 0 | 1;
  diodeV: number;
  /** A current source instead of a voltage: the wanted current and the voltages that bound it. */
  direct: boolean;
  directA: number;
  directLowV: number;
  directHighV: number;
}

export function noPhases(): BridgePhases {
  return {
    drivenShare: 0,
    drivenV: 0,
    drivenSquareV2: 0,
    drivenOhm: 0,
    brakeShare: 0,
    brakeOhm: 0,
    rectified: 0,
    diodeV: 0,
    direct: false,
    directA: 0,
    directLowV: 0,
    directHighV: 0,
  };
}

export function noFlows(): ModuleFlows {
  return { meanA: 0, drivenA: 0, meanSquareA2: 0, takenW: 0, givenW: 0 };
}

export function seebeckVPerK(module: PeltierModule, meanK: number): number {
  return module.seebeckVPerK * (1 + module.seebeckSlopePerK * (meanK - module.referenceK));
}

export function resistanceOhm(module: PeltierModule, meanK: number): number {
  return module.resistanceOhm * (1 + module.resistanceSlopePerK * (meanK - module.referenceK));
}

export function conductanceWPerK(module: PeltierModule, meanK: number): number {
  return module.conductanceWPerK * (1 + module.conductanceSlopePerK * (meanK - module.referenceK));
}

/**
 * Heat flows at a given current. The mean current drives the Peltier term, the mean square the
 * Joule term, half of which leaves on each side; `givenW − takenW` is the electrical power exactly.
 * @param plateSideC,sinkSideC temperatures of the two faces
 */
export function heatFlows(
  module: PeltierModule,
  plateSideC: number,
  sinkSideC: number,
  flows: ModuleFlows,
): void {
  const meanK = (plateSideC + sinkSideC) / 2 + kelvin;
  const peltierWPerK = seebeckVPerK(module, meanK) * flows.meanA;
  const halfJouleW = 0.5 * resistanceOhm(module, meanK) * flows.meanSquareA2;
  const conductedW = conductanceWPerK(module, meanK) * (sinkSideC - plateSideC);
  flows.takenW = peltierWPerK * (plateSideC + kelvin) - halfJouleW - conductedW;
  flows.givenW = peltierWPerK * (sinkSideC + kelvin) + halfJouleW - conductedW;
}

/** Current that the bridge drives against the module's own voltage, then the heat flows. */
export function drivenFlows(
  module: PeltierModule,
  plateSideC: number,
  sinkSideC: number,
  phases: BridgePhases,
  flows: ModuleFlows,
): void {
  const meanK = (plateSideC + sinkSideC) / 2 + kelvin;
  const ownV = seebeckVPerK(module, meanK) * (sinkSideC - plateSideC);
  const ohm = resistanceOhm(module, meanK);
  if (phases.direct) {
    const loopOhm = ohm + phases.drivenOhm;
    const lowA = (phases.directLowV - ownV) / loopOhm;
    const highA = (phases.directHighV - ownV) / loopOhm;
    flows.meanA = Math.min(Math.max(phases.directA, lowA), highA);
    flows.drivenA = flows.meanA;
    flows.meanSquareA2 = flows.meanA * flows.meanA;
  } else {
    const drivenSiemens = 1 / (ohm + phases.drivenOhm);
    const brakeA = -shortedV(ownV, phases) / (ohm + phases.brakeOhm);
    const share = phases.drivenShare;
    flows.drivenA = (phases.drivenV - share * ownV) * drivenSiemens;
    flows.meanA = flows.drivenA + phases.brakeShare * brakeA;
    flows.meanSquareA2 =
      (phases.drivenSquareV2 - 2 * ownV * phases.drivenV + share * ownV * ownV) *
        drivenSiemens *
        drivenSiemens +
      phases.brakeShare * brakeA * brakeA;
  }
  heatFlows(module, plateSideC, sinkSideC, flows);
}

/** What of the module's own voltage drives its short: all of it, or what a diode leaves. */
function shortedV(ownV: number, { rectified, diodeV }: BridgePhases): number {
  return rectified === 0 ? ownV : rectified * Math.max(rectified * ownV - diodeV, 0);
}
