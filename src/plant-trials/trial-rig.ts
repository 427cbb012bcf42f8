/** The device that a trial runs on: a rig, what was changed about it, and how it is used. */
import { driveOf } from '../../hardware/plant/experiment.ts';
import { node } from '../../hardware/plant/network.ts';
import type { PlantParameters } from '../../hardware/plant/parameters.ts';
import { longestStepS, Plant } from '../../hardware/plant/plant.ts';
import { Random } from '../../hardware/plant/random.ts';
import type { Rig, RigId } from '../../hardware/plant/rigs.ts';
import { drawPlantParameters } from '../../hardware/plant/tolerances.ts';
import { CompanionError } from '../errors.ts';
import type { HeldPlant } from './course.ts';

import type { Nearest } from './settings.ts';
import { withSettings } from './settings.ts';
import { SteadyStates } from './steady.ts';
import type { SteadyState } from './steady.ts';

export interface TrialOptions {
  /** Share of the plate that is laid on, 0 (bare) … 1. */
  readonly contact: number;
  /** Air, °C; the rig's own where absent. */
  readonly ambientC?: number;
  /** Most heat duty, 0 … 1; the rig's own where absent. */
  readonly heatDutyCap?: number;
  /** `key=value` settings. */
  readonly set: readonly string[];
  /** Draw device and person within tolerance from the seed, instead of the nominal ones. */
  readonly asBuilt: boolean;
  /** Of the converter's noise, and of `asBuilt`. */
  readonly seed: number;
}

export interface TrialRig {
  readonly id: RigId;
  readonly title: string;
  readonly parameters: PlantParameters;
  readonly heatDutyCap: number;
  readonly contact: number;
  readonly seed: number;
  readonly asBuilt: boolean;
  readonly changes: readonly string[];
  /** Steady states with the fan running. */
  readonly steady: SteadyStates;
}

/**
 * Runge–Kutta of fourth order blows up above 2.8 steps per time constant; at 1 it is still exact
 * to a few mK.
 */
const fastestPerS = 1 / longestStepS;

const nodeWords: Readonly<Record<number, string>> = {
  [node.plate]: 'plate (plate.capacityJPerK)',
  [node.face]: 'module face (array.faceCapacityJPerK, array.plateJointKPerW)',
  [node.junction]: 'module face (array.faceCapacityJPerK, array.sinkJointKPerW)',
  [node.sink]: 'heatsink (heatsink.capacityJPerK)',
  [node.edge]: 'edge of the plate (plate.edge.capacityJPerK, plate.edge.couplingWPerK)',
  [node.skin]: 'skin surface (skin.layers.0.thicknessM, skin.contactWPerM2K)',
};

/**
 * The rig with the options applied.
 * @throws CompanionError RIG_INVALID, naming the field
 */
export function trialRig(rig: Rig, options: TrialOptions, nearest: Nearest): TrialRig {
  const { set, asBuilt, seed, contact, ambientC } = options;
  const drawn = asBuilt
    ? drawPlantParameters(new Random(seed).split('as-built'), rig.parameters)
    : rig.parameters;
  const changed = withSettings(drawn, set, nearest);
  const ambient =
    ambientC === undefined ? changed.ambient : { ...changed.ambient, temperatureC: ambientC };
  const parameters = { ...changed, ambient };
  const steady = new SteadyStates(parameters, { contact, fanRunning: true });
  refuseTooFast(steady);
  return {
    id: rig.id,
    title: rig.title,
    parameters,
    heatDutyCap: options.heatDutyCap ?? rig.heatDutyCap,
    contact,
    seed,
    asBuilt,
    changes: set,
    steady,
  };
}

function refuseTooFast(steady: SteadyStates): void {
  const { node: place, perS } = steady.fastest();
  if (perS <= fastestPerS) return;
  const what = nodeWords[place] ?? 'skin (skin.layers.*.thicknessM)';
  throw new CompanionError('RIG_INVALID', {
    where: '--set',
    what: `the ${what} would settle in ${(1 / perS).toPrecision(2)} s, too fast for the model`,
    fix: 'Give it more heat capacity, or couple it less.',
  });
}

const degrees = (celsius: number): string => `${celsius.toFixed(1)} °C`;

/**
 * Refuses a plate temperature that the device cannot hold.
 * @param where the option that names it
 * @throws CompanionError RIG_INVALID
 */
export function refuseBeyondReach(rig: TrialRig, plateC: number, where: string): void {
  const { steady, heatDutyCap, parameters } = rig;
  const coldestC = steady.coldest().plateC;
  const { cutOut } = parameters;
  const reachC = steady.hottest(heatDutyCap).plateC;
  const hottestC = Math.min(reachC, cutOut?.tripC ?? Infinity);
  const holdable = plateC >= coldestC && plateC <= reachC;
  if (holdable && (cutOut === null || plateC < cutOut.tripC)) return;
  if (holdable) {
    throw new CompanionError('RIG_INVALID', {
      where,
      what: `the thermal cut-out opens at ${degrees(hottestC)}, before ${degrees(plateC)}`,
      fix: 'Name a lower temperature, or try without it: --set cutOut=none.',
    });
  }
  const reach = `${degrees(coldestC)} … ${degrees(hottestC)}`;
  throw new CompanionError('RIG_INVALID', {
    where,
    what: `rig ${rig.id} at contact ${rig.contact} holds ${reach}, not ${degrees(plateC)}`,
    fix: 'Name one within that range, or change the rig.',
  });
}

/** A steady hold, or undefined where the device has none at this temperature. */
export function tryHold(rig: TrialRig, plateC: number): HeldPlant | undefined {
  const { cutOut } = rig.parameters;
  if (cutOut !== null && plateC >= cutOut.tripC) return undefined;
  const held = rig.steady.hold(plateC, rig.heatDutyCap);
  return held === undefined ? undefined : plantAt(rig, held);
}

/**
 * A plant in a steady hold.
 * @param where the option that names the temperature
 * @throws CompanionError RIG_INVALID where the device cannot
 */
export function hold(rig: TrialRig, plateC: number, where: string): HeldPlant {
  refuseBeyondReach(rig, plateC, where);
  const held = tryHold(rig, plateC);
  if (held !== undefined) return held;
  throw new CompanionError('DEFECT', { what: `no hold was found at ${degrees(plateC)}` });
}

/** The plant takes its contact and its flows with the first moment that passes. */
const instantS = 1e-6;

function plantAt({ parameters, seed, contact }: TrialRig, { duty, state }: SteadyState): HeldPlant {
  const plant = new Plant(parameters, new Random(seed));
  plant.setContact(contact);
  plant.network.state.set(state);
  plant.advance(instantS, driveOf(duty));
  return { plant, duty };
}
