/**
 * The H-bridge as legs on two rails. Cooling pulses leg A high while leg B is low, heating the reverse; a fault
 * fixes one leg. The phases of the pair are the products of the phases of the legs.
 */
import type { PlantParameters } from './parameters.ts';
import type { BridgePhases } from './peltier.ts';

/** What the pins of the board do. Duties are 0 … 1; both above 0 is a fault, and is modelled. */
export interface PlantDrive {
  readonly coolDuty: number;
  readonly heatDuty: number;
  readonly bridgeEnabled: boolean;
  readonly relayClosed: boolean;
  /** The coil has its supply: the stop button's second contact, which no program reads, is closed. */
  readonly coilFed: boolean;
  /** The relay in the modules' line is held; true where there is none. */
  readonly lineHeld: boolean;
  readonly fanRunning: boolean;
}

/** State of the legs over one PWM period. */
export interface BridgeLegs {
  /** Share of time that leg A, and leg B, is high: 0 … 1. */
  highA: number;
  highB: number;
  /** Relay, cut-out and wiring all pass current, and both legs are driven. If not, the modules are open. */
  connected: boolean;
  /**
   * With nothing driven: a shorted low side and the diode of the other one pass what the modules make of themselves, in
   * one direction. 1 where that is the current of a hot heatsink, −1 where it is that of a cold one; 0 where all is open.
   */
  leak: -1 | 0 | 1;
  /** The modules are wired the wrong way round. */
  reversed: boolean;
  /** Rail voltages over their nominal values. */
  coolFactor: number;
  heatFactor: number;
  /** Further resistance in the supply line, such as a bad connector. */
  extraSourceOhm: number;
  /** Parallel strings that still carry current. */
  activeStrings: number;
}

/** Of a sound bridge with its relay closed. */
export const soundLegs = {
  connected: true,
  leak: 0,
  reversed: false,
  coolFactor: 1,
  heatFactor: 1,
  extraSourceOhm: 0,
} as const;

/** Of a body diode in the bridge. */
export const bodyDiodeV = 0.8;

/**
 * Writes the phases that one module sees.
 * Both legs low short the module (`pwmBrake`) or leave it open (`pwmCoast`, where the enable is
 * pulsed). Both legs high put the difference of the rails across it: nothing when they are equal,
 * which is a short again. Where a Schottky stands before leg B it blocks instead: leg B is lifted to
 * the cooling rail, and no current flows.
 */
export function setPhases(out: BridgePhases, parameters: PlantParameters, legs: BridgeLegs): void {
  const { power, array } = parameters;
  const sign = legs.reversed ? -1 : 1;
  const coolV = (sign * power.coolRailV * legs.coolFactor) / array.seriesCount;
  const heatV = (sign * power.heatRailV * legs.heatFactor) / array.seriesCount;
  const loop = legs.activeStrings / array.seriesCount;
  out.drivenOhm = (power.sourceOhm + legs.extraSourceOhm) * loop;
  out.brakeOhm = power.brakeOhm * loop;
  out.direct = power.driveMode === 'direct' && legs.connected;
  out.rectified = legs.connected ? 0 : ((sign * legs.leak) as -1 | 0 | 1);
  out.diodeV = bodyDiodeV / array.seriesCount;
  if (!legs.connected) {
    out.drivenShare = 0;
    out.drivenV = 0;
    out.drivenSquareV2 = 0;
    out.brakeShare = legs.leak === 0 ? 0 : 1;
    return;
  }
  const onlyA = legs.highA * (1 - legs.highB);
  const onlyB = legs.highB * (1 - legs.highA);
  const both = legs.highA * legs.highB;
  const differenceV = coolV - heatV;
  const blocked = power.heatDiode === null ? 0 : both;
  const bothDriven = differenceV === 0 ? 0 : both - blocked;
  const neither = 1 - onlyA - onlyB - bothDriven - blocked;
  out.drivenShare = onlyA + onlyB + bothDriven;
  out.drivenV = onlyA * coolV - onlyB * heatV + bothDriven * differenceV;
  out.drivenSquareV2 =
    onlyA * coolV * coolV + onlyB * heatV * heatV + bothDriven * differenceV * differenceV;
  out.brakeShare = power.driveMode === 'pwmCoast' ? 0 : neither;
  out.directA = sign * (legs.highA - legs.highB) * power.currentLimitA;
  out.directLowV = -Math.abs(sign > 0 ? heatV : coolV);
  out.directHighV = Math.abs(sign > 0 ? coolV : heatV);
}
