/**
 * The power circuit: two supplies, two fuses, two poles of one relay, four transistors, and the two rails behind the
 * relay as the board can measure them. Says what the legs do under a drive and with the faults that there are.
 */
import { railBleeder } from '../parts/rail-divider.ts';
import { bodyDiodeV } from './bridge.ts';
import type { BridgeLegs, PlantDrive } from './bridge.ts';
import type { PlantFaults, StuckLeg, Transistors } from './fault-settings.ts';
import type { PlantParameters } from './parameters.ts';

/** Below this a leg switches nothing: the bridge's own lock-out. */
const lockOutV = { coolLeg: 5.4, heatLeg: 4.2 } as const;
/** What of the source's resistance lies before the relay: the rail falls by it. */
const beforeRelay = 0.5;
const bleederS = railBleeder.ohm * railBleeder.farad;

/** A leg's share of time at high; not a number while nothing drives it. */
type Leg = number;
const floating: Leg = Number.NaN;

export interface Rails {
  /** Behind the relay, mean over a PWM period. */
  coolV: number;
  heatV: number;
}

function dutyOf(duty: number): number {
  if (!(duty > 0)) return 0;
  return duty < 1 ? duty : 1;
}

function legOf(
  stuck: StuckLeg,
  transistors: Transistors,
  { railV, powered }: { readonly railV: number; readonly powered: boolean },
  duty: number,
): Leg {
  // Tied to a rail that has nothing to give.
  if (transistors === 'highShorted') return railV > 0 ? 1 : floating;
  if (transistors === 'lowShorted') return 0;
  if (!powered) return floating;
  if (stuck === 'free') return dutyOf(duty);
  return stuck === 'high' ? 1 : 0;
}

export class PowerCircuit {
  readonly legs: BridgeLegs = {
    highA: 0,
    highB: 0,
    connected: false,
    leak: 0,
    reversed: false,
    coolFactor: 1,
    heatFactor: 1,
    extraSourceOhm: 0,
    activeStrings: 1,
  };
  readonly rails: Rails = { coolV: 0, heatV: 0 };
  readonly #parameters: PlantParameters;
  readonly #faults: PlantFaults;
  /** What each rail is fed with now, before the bleeder has a say. */
  #coolFedV = 0;
  #heatFedV = 0;

  constructor(parameters: PlantParameters, faults: PlantFaults) {
    this.#parameters = parameters;
    this.#faults = faults;
  }

  /**
   * What the legs do now.
   * @param cutOutOpen the line of the modules is cut
   * @param thermalFuseOpen that of the cooling supply
   */
  apply(drive: PlantDrive, cutOutOpen: boolean, thermalFuseOpen = false): void {
    const { legs } = this;
    const faults = this.#faults;
    const [transistorsA, transistorsB] = transistorsOf(faults);
    const coolV = thermalFuseOpen ? 0 : this.#coolSupplyV(drive);
    const heatV = this.#heatSupplyV(drive);
    const enabled = drive.bridgeEnabled;
    const coolLeg = { railV: coolV, powered: enabled && coolV > lockOutV.coolLeg };
    const a = legOf(faults.legA, transistorsA, coolLeg, drive.coolDuty);
    // Without its own rail leg B wakes by what leg A feeds it through the modules, starves, and wakes again.
    const fed = heatV > lockOutV.heatLeg || (a > 0 && !cutOutOpen);
    const heatLeg = { railV: heatV, powered: enabled && fed };
    const b = legOf(faults.legB, transistorsB, heatLeg, drive.heatDuty);
    const both = !Number.isNaN(a) && !Number.isNaN(b);
    legs.connected = both && !cutOutOpen;
    legs.highA = both ? a : 0;
    legs.highB = both ? b : 0;
    legs.coolFactor = coolV / this.#parameters.power.coolRailV;
    legs.heatFactor = heatV > 0 ? faults.supplyFactor * faults.heatSupplyFactor : 0;
    legs.leak = both || cutOutOpen ? 0 : leakOf(a, b);
    this.#coolFedV =
      cutOutOpen || transistorsA === 'lowShorted' ? coolV : fedThroughModules(coolV, a, heatV, b);
    this.#heatFedV =
      cutOutOpen || transistorsB === 'lowShorted' ? heatV : fedThroughModules(heatV, b, coolV, a);
  }

  /** The rails after a step under it. @param drivenA mean of the array's current from a rail, positive while it cools */
  settle(dtS: number, drivenA: number): void {
    const { power } = this.#parameters;
    const { legs, rails } = this;
    const lineOhm = power.sourceOhm * beforeRelay + legs.extraSourceOhm;
    const coolsA = legs.reversed ? -drivenA : drivenA;
    const cool = this.#coolFedV - lineOhm * Math.max(coolsA, 0);
    const heat = this.#heatFedV - lineOhm * Math.max(-coolsA, 0) - this.#diodeV(legs.highB);
    rails.coolV = bled(rails.coolV, cool, dtS);
    rails.heatV = bled(rails.heatV, heat, dtS);
  }

  #coilHolds({ relayClosed, coilFed }: PlantDrive): boolean {
    const fed = coilFed && this.#faults.supplyOutForS === 0;
    return (relayClosed || this.#faults.relayDriverStuck) && fed;
  }

  /** At leg A, 0 where fuse or relay is open. */
  #coolSupplyV(drive: PlantDrive): number {
    const faults = this.#faults;
    const closed = (this.#coilHolds(drive) || faults.relayWeldedA) && !faults.coolFuseOpen;
    return closed && faults.supplyOutForS === 0
      ? this.#parameters.power.coolRailV * faults.supplyFactor
      : 0;
  }

  #heatSupplyV(drive: PlantDrive): number {
    const faults = this.#faults;
    const closed = (this.#coilHolds(drive) || faults.relayWeldedB) && !faults.heatFuseOpen;
    const factor = faults.supplyFactor * faults.heatSupplyFactor;
    return closed && faults.supplyOutForS === 0
      ? this.#parameters.power.heatRailV * factor + this.#reliefV()
      : 0;
  }

  /** What the diode drops less without current. */
  #reliefV(): number {
    const { heatDiode } = this.#parameters.power;
    return heatDiode === null ? 0 : heatDiode.fullV - heatDiode.idleV;
  }

  #diodeV(share: number): number {
    return this.#reliefV() * share;
  }
}

/**
 * The leg that is high lifts the other one through the modules, and what that one's body diode lets past feeds its rail:
 * for as long as it is high itself, or floats.
 */
function fedThroughModules(ownV: number, own: Leg, otherV: number, other: Leg): number {
  const liftedV = otherV - bodyDiodeV;
  if (!(other > 0 && liftedV > ownV)) return ownV;
  const share = other * (Number.isNaN(own) ? 1 : own);
  // Low, and without a rail of its own, a leg lives on what it is fed until it locks out.
  const restV = ownV > 0 ? ownV : Math.min(liftedV, lockOutV.heatLeg) * other;
  return share * liftedV + (1 - share) * restV;
}

/** A stuck bridge is two transistors that are shorted. */
function transistorsOf(faults: PlantFaults): readonly [Transistors, Transistors] {
  if (faults.bridgeStuck === 'heat') return ['lowShorted', 'highShorted'];
  if (faults.bridgeStuck === 'cool') return ['highShorted', 'lowShorted'];
  return [faults.transistorsA, faults.transistorsB];
}

/** One leg shorted to ground and the other one floating: the diode of its low side closes the loop, one way. */
function leakOf(a: Leg, b: Leg): -1 | 0 | 1 {
  if (a === 0) return 1;
  return b === 0 ? -1 : 0;
}

/** A rail follows its supply at once, and falls by its bleeder. */
function bled(beforeV: number, fedV: number, dtS: number): number {
  if (!(beforeV > fedV)) return fedV;
  return fedV + (beforeV - fedV) * Math.exp(-dtS / bleederS);
}
