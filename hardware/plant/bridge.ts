/**
 * The H-bridge as legs. Cooling pulses leg A high while leg B is low, heating the reverse; a fault
 * fixes one leg. The phases of the pair are the products of the phases of the legs.
 */
import type { PlantParameters } from './parameters.ts';
import type { BridgePhases } from './peltier.ts';

/** State of the legs over one PWM period. */
export interface BridgeLegs {
  /** Share of time that leg A, and leg B, is high: 0 … 1. */
  highA: number;
  highB: number;
  /** Enable, relay, cut-out and wiring all pass current. If not, the modules are open. */
  connected: boolean;
  /** The modules are wired the wrong way round. */
  reversed: boolean;
  /** Rail voltages over their nominal values. */
  supplyFactor: number;
  /** Further resistance in the supply line, such as a bad connector. */
  extraSourceOhm: number;
  /** Parallel strings that still carry current. */
  activeStrings: number;
}

/**
 * Writes the phases that one module sees.
 * Both legs low short the module (`pwmBrake`) or leave it open (`pwmCoast`, where the enable is
 * pulsed). Both legs high put the difference of the rails across it: nothing when they are equal,
 * which is a short again; +7 V towards cooling in a 12 V / 5 V device, where leg B hangs on the 5 V
 * rail.
 */
export function setPhases(out: BridgePhases, parameters: PlantParameters, legs: BridgeLegs): void {
  const { power, array } = parameters;
  const sign = legs.reversed ? -1 : 1;
  const moduleShare = legs.supplyFactor / array.seriesCount;
  const coolV = sign * power.coolRailV * moduleShare;
  const heatV = sign * power.heatRailV * moduleShare;
  const loop = legs.activeStrings / array.seriesCount;
  out.drivenOhm = (power.sourceOhm + legs.extraSourceOhm) * loop;
  out.brakeOhm = power.brakeOhm * loop;
  out.direct = power.driveMode === 'direct' && legs.connected;
  if (!legs.connected) {
    out.drivenShare = 0;
    out.drivenV = 0;
    out.drivenSquareV2 = 0;
    out.brakeShare = 0;
    return;
  }
  const onlyA = legs.highA * (1 - legs.highB);
  const onlyB = legs.highB * (1 - legs.highA);
  const both = legs.highA * legs.highB;
  const differenceV = coolV - heatV;
  const bothDriven = differenceV === 0 ? 0 : both;
  const neither = 1 - onlyA - onlyB - bothDriven;
  out.drivenShare = onlyA + onlyB + bothDriven;
  out.drivenV = onlyA * coolV - onlyB * heatV + bothDriven * differenceV;
  out.drivenSquareV2 =
    onlyA * coolV * coolV + onlyB * heatV * heatV + bothDriven * differenceV * differenceV;
  out.brakeShare = power.driveMode === 'pwmCoast' ? 0 : neither;
  out.directA = sign * (legs.highA - legs.highB) * power.currentLimitA;
  out.directLowV = -Math.abs(sign > 0 ? heatV : coolV);
  out.directHighV = Math.abs(sign > 0 ? coolV : heatV);
}
