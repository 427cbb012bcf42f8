/**
 * A controller that sees the true plate at once and knows the modules: it shows what a device can
 * do, not what the product's controller makes of it. No part of the product uses it.
 */
import { setPhases, soundLegs } from '../../hardware/plant/bridge.ts';
import { node } from '../../hardware/plant/network.ts';
import type { PlantParameters } from '../../hardware/plant/parameters.ts';
import { drivenFlows, noFlows, noPhases } from '../../hardware/plant/peltier.ts';

const perS = 1.2;
const integralPerS2 = 0.25;
/** Further away than this the integral rests: a move is no error to be learned from. */
const nearK = 2;

/** How fast a full duty moves the plate, against an idle bridge, in °C/s. */
function slewCPerS(parameters: PlantParameters, state: Float64Array, duty: number): number {
  const { module, array, plate } = parameters;
  const phases = noPhases();
  const flows = noFlows();
  const takenW = (signed: number): number => {
    setPhases(phases, parameters, {
      highA: Math.max(-signed, 0),
      highB: Math.max(signed, 0),
      ...soundLegs,
      activeStrings: array.parallelCount,
    });
    drivenFlows(module, state[node.face]!, state[node.junction]!, phases, flows);
    return flows.takenW * array.moduleCount;
  };
  const storeJPerK = plate.capacityJPerK + array.moduleCount * array.faceCapacityJPerK;
  return Math.abs(takenW(duty) - takenW(0)) / storeJPerK;
}

export class TrueControl {
  readonly #heatCPerS: number;
  readonly #coolCPerS: number;
  readonly #heatDutyCap: number;
  #integralCPerS: number;

  /**
   * @param state where the plant stands
   * @param startDuty what holds the plate there
   */
  constructor(
    parameters: PlantParameters,
    state: Float64Array,
    heatDutyCap: number,
    startDuty: number,
  ) {
    this.#heatCPerS = slewCPerS(parameters, state, 1);
    this.#coolCPerS = slewCPerS(parameters, state, -1);
    this.#heatDutyCap = heatDutyCap;
    this.#integralCPerS = startDuty * (startDuty > 0 ? this.#heatCPerS : this.#coolCPerS);
  }

  /** The signed duty for the next `stepS`, towards a setpoint that moves at `rateCPerS`. */
  duty(plateC: number, setpointC: number, rateCPerS: number, stepS: number): number {
    const errorK = setpointC - plateC;
    const wantedCPerS = rateCPerS + perS * errorK + this.#integralCPerS;
    const wanted = wantedCPerS / (wantedCPerS > 0 ? this.#heatCPerS : this.#coolCPerS);
    const duty = Math.min(Math.max(wanted, -1), this.#heatDutyCap);
    if (duty === wanted && Math.abs(errorK) < nearK) {
      this.#integralCPerS += integralPerS2 * errorK * stepS;
    }
    return duty;
  }
}
