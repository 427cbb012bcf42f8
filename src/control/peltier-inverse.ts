/**
 * The nominal module turned round: which duty puts a wanted heat into the plate. It makes heating
 * and cooling equally strong for the controller, where the bare gain differs threefold and with the
 * sign.
 */
import type { ControllerParameters } from './parameters-schema.ts';

const kelvin = 273.15;

/** Heat per module at the two faces for one signed drive, − cools and + heats. */
interface FaceHeat {
  /** Into the plate side, W. */
  plateW: number;
  /** Into the sink side, W. */
  sinkW: number;
}

/**
 * Mean and mean square current of a PWM drive, positive when it cools, then the heat at the faces.
 */
function faceHeat(
  p: ControllerParameters,
  drive: number,
  plateSideC: number,
  sinkSideC: number,
): FaceHeat {
  const aboveK = (plateSideC + sinkSideC) / 2 + kelvin - p.referenceK;
  const seebeck = p.seebeckVPerK * (1 + p.seebeckSlopePerK * aboveK);
  const ohm = p.resistanceOhm * (1 + p.resistanceSlopePerK * aboveK);
  const acrossK = sinkSideC - plateSideC;
  const onV = drive < 0 ? p.coolV : -p.heatV;
  const onA = (onV - seebeck * acrossK) / (ohm + p.drivenOhm);
  const offA = p.brakes ? (-seebeck * acrossK) / (ohm + p.brakeOhm) : 0;
  const duty = Math.abs(drive);
  const meanA = duty * onA + (1 - duty) * offA;
  const halfJouleW = 0.5 * ohm * (duty * onA * onA + (1 - duty) * offA * offA);
  const conductedW = p.conductanceWPerK * (1 + p.conductanceSlopePerK * aboveK) * acrossK;
  return {
    plateW: conductedW + halfJouleW - seebeck * meanA * (plateSideC + kelvin),
    sinkW: seebeck * meanA * (sinkSideC + kelvin) + halfJouleW - conductedW,
  };
}

/** Temperatures of the two module faces while a drive is applied. */
interface Faces {
  readonly plateSideC: number;
  readonly sinkSideC: number;
}

function facesUnder(
  p: ControllerParameters,
  appliedDrive: number,
  plateC: number,
  heatsinkC: number,
): Faces {
  const now = faceHeat(p, appliedDrive, plateC, heatsinkC);
  return {
    plateSideC: plateC + (p.moduleCount * now.plateW) / p.plateJointWPerK,
    sinkSideC: heatsinkC + (p.moduleCount * now.sinkW) / p.sinkJointWPerK,
  };
}

/** Heat that a drive puts into the plate, in watts; − where it cools. */
export function heatOfDrive(
  p: ControllerParameters,
  appliedDrive: number,
  plateC: number,
  heatsinkC: number,
): number {
  const { plateSideC, sinkSideC } = facesUnder(p, appliedDrive, plateC, heatsinkC);
  return p.moduleCount * faceHeat(p, appliedDrive, plateSideC, sinkSideC).plateW;
}

/**
 * The drive that puts `wantedW` into the plate, − cools and + heats; beyond ±1 when the device
 * cannot. Between 0 and ±1 the heat is linear in the duty, so that two evaluations suffice.
 * @param appliedDrive what the bridge does now: it decides how far faces and plate are apart
 */
export function driveForHeat(
  p: ControllerParameters,
  wantedW: number,
  plateC: number,
  heatsinkC: number,
  appliedDrive: number,
): number {
  const { plateSideC, sinkSideC } = facesUnder(p, appliedDrive, plateC, heatsinkC);
  const wantedPerModuleW = wantedW / p.moduleCount;
  const idleW = faceHeat(p, 0, plateSideC, sinkSideC).plateW;
  const direction = wantedPerModuleW > idleW ? 1 : -1;
  const fullW = faceHeat(p, direction, plateSideC, sinkSideC).plateW;
  return (direction * (wantedPerModuleW - idleW)) / (fullW - idleW);
}
