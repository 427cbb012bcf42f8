/**
 * The thermal network: plate, module faces, heatsink, skin and beads as lumped nodes, integrated by
 * the classical Runge–Kutta method of fourth order. Nothing is allocated while it runs.
 */
import type { PlantParameters } from './parameters.ts';
import { channels } from './parameters.ts';
import type { BridgePhases, ModuleFlows } from './peltier.ts';
import { drivenFlows, noFlows, noPhases } from './peltier.ts';
import { filmJPerK, filmW } from './film.ts';
import { tiltSlope } from './halves.ts';
import type { SkinLadder } from './skin.ts';
import { skinLadder } from './skin.ts';

/** Where each node stands in the state. Skin cells follow from `skin` on, surface first. */
export const node = {
  plate: 0,
  face: 1,
  junction: 2,
  sink: 3,
  edge: 4,
  plateA: 5,
  plateB: 6,
  heatsink: 7,
  witness: 8,
  cutOut: 9,
  /** Half of what half A of the plate, with bead A, is warmer than half B. */
  tilt: 10,
  skin: 11,
} as const;

/** What acts on the network from outside, and may change from call to call. */
export interface Surroundings {
  /** Share of the plate's area that touches skin, 0 … 1. */
  contact: number;
  airC: number;
  /** Absorbed by the rim of the plate (its edge, where it has one) and by the heatsink. */
  sunOnPlateW: number;
  sunOnHeatsinkW: number;
  /** 1 at full speed, 0 stopped. */
  fan: number;
  /** Share of its contact that half B of the plate has lost; `contact` is the mean of both halves. */
  halfLifted: number;
  /** Water on the plate. */
  filmG: number;
  relativeHumidity: number;
  /** Grease, and the layer between plate and skin: over what the parameters say. */
  jointFactor: number;
  contactFactor: number;
  perfusionFactor: number;
  coreWarmerK: number;
  /** Modules that carry current; the others only conduct. */
  activeModules: number;
  readonly phases: BridgePhases;
  /** Lag and stem error of the sensors, in the order of the channels. */
  readonly beadTimeConstantS: Float64Array;
  readonly beadStemError: Float64Array;
}

export class ThermalNetwork {
  readonly state: Float64Array;
  readonly ladder: SkinLadder;
  readonly surroundings: Surroundings;
  /** What one active module does, as the last step ended. */
  readonly flows: ModuleFlows = noFlows();
  readonly parameters: PlantParameters;
  readonly #idle: ModuleFlows = noFlows();
  readonly #open: BridgePhases = noPhases();
  readonly #slopes: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  readonly #trial: Float64Array;

  constructor(parameters: PlantParameters) {
    this.parameters = parameters;
    this.ladder = skinLadder(parameters);
    const size = node.skin + this.ladder.count;
    this.state = new Float64Array(size).fill(parameters.ambient.temperatureC);
    this.state[node.tilt] = 0;
    this.#slopes = [
      new Float64Array(size),
      new Float64Array(size),
      new Float64Array(size),
      new Float64Array(size),
    ];
    this.#trial = new Float64Array(size);
    const sensors = channels.map((channel) => parameters.sensors[channel]);
    this.surroundings = {
      contact: 0,
      airC: parameters.ambient.temperatureC,
      sunOnPlateW: parameters.ambient.sunOnPlateW,
      sunOnHeatsinkW: parameters.ambient.sunOnHeatsinkW,
      fan: 1,
      halfLifted: 0,
      filmG: 0,
      relativeHumidity: parameters.ambient.relativeHumidity,
      jointFactor: 1,
      contactFactor: 1,
      perfusionFactor: 1,
      coreWarmerK: 0,
      activeModules: parameters.array.moduleCount,
      phases: noPhases(),
      beadTimeConstantS: Float64Array.from(sensors, (sensor) => sensor.timeConstantS),
      beadStemError: Float64Array.from(sensors, (sensor) => sensor.stemError),
    };
  }

  /** One step of `stepS`, at most 0.05 s; `validation/numerics.ts` measures its error. */
  step(stepS: number): void {
    const { state } = this;
    const [first, second, third, fourth] = this.#slopes;
    const trial = this.#trial;
    const size = state.length;
    const half = stepS / 2;
    this.slopes(state, first);
    for (let i = 0; i < size; i += 1) trial[i] = state[i]! + half * first[i]!;
    this.slopes(trial, second);
    for (let i = 0; i < size; i += 1) trial[i] = state[i]! + half * second[i]!;
    this.slopes(trial, third);
    for (let i = 0; i < size; i += 1) trial[i] = state[i]! + stepS * third[i]!;
    this.slopes(trial, fourth);
    const sixth = stepS / 6;
    for (let i = 0; i < size; i += 1) {
      state[i]! += sixth * (first[i]! + 2 * (second[i]! + third[i]!) + fourth[i]!);
    }
  }

  /** Writes the rate of change of every node, in °C/s. */
  slopes(state: Float64Array, out: Float64Array): void {
    this.#arraySlopes(state, out);
    this.#tiltSlopes(state, out);
    this.#skinSlopes(state, out);
    this.#beadSlopes(state, out);
  }

  #arraySlopes(state: Float64Array, out: Float64Array): void {
    const { array, plate, heatsink, module } = this.parameters;
    const { contact, fan, activeModules, phases, airC, sunOnPlateW, sunOnHeatsinkW } =
      this.surroundings;
    const { contactFactor, jointFactor, filmG, relativeHumidity } = this.surroundings;
    const { flows } = this;
    const plateC = state[node.plate]!;
    const faceC = state[node.face]!;
    const junctionC = state[node.junction]!;
    const sinkC = state[node.sink]!;
    const surfaceC = state[node.skin]!;
    drivenFlows(module, faceC, junctionC, phases, flows);
    let takenW = activeModules * flows.takenW;
    let givenW = activeModules * flows.givenW;
    const idleModules = array.moduleCount - activeModules;
    if (idleModules > 0) {
      drivenFlows(module, faceC, junctionC, this.#open, this.#idle);
      takenW += idleModules * this.#idle.takenW;
      givenW += idleModules * this.#idle.givenW;
    }
    const plateJointKPerW = array.plateJointKPerW * jointFactor;
    const sinkJointKPerW = array.sinkJointKPerW * jointFactor;
    const intoFaceW = (array.moduleCount / plateJointKPerW) * (plateC - faceC);
    const intoSinkW = (array.moduleCount / sinkJointKPerW) * (junctionC - sinkC);
    const bypassW = plate.sinkCouplingWPerK * (sinkC - plateC);
    const fromSkinWPerK = contact * this.ladder.linkWPerK[0]! * contactFactor;
    const frontWPerK = plate.frontWPerM2K * plate.areaM2 * (1 - contact);
    const coolingWPerK = fan / heatsink.fanOnKPerW + (1 - fan) / heatsink.fanOffKPerW;
    let intoPlateW = bypassW + plate.leakWPerK * (airC - plateC) - intoFaceW;
    const { edge } = plate;
    let centreShare = 1;
    if (edge === null) {
      out[node.edge] = 0;
      intoPlateW += sunOnPlateW;
    } else {
      const edgeC = state[node.edge]!;
      const inwardW = edge.couplingWPerK * (edgeC - plateC);
      const frontW = fromSkinWPerK * (surfaceC - edgeC) + frontWPerK * (airC - edgeC);
      out[node.edge] = (edge.areaShare * frontW - inwardW + sunOnPlateW) / edge.capacityJPerK;
      intoPlateW += inwardW;
      centreShare = 1 - edge.areaShare;
    }
    const faceJPerK = array.moduleCount * array.faceCapacityJPerK;
    intoPlateW +=
      centreShare * (fromSkinWPerK * (surfaceC - plateC) + frontWPerK * (airC - plateC));
    let plateJPerK = plate.capacityJPerK;
    if (filmG > 0) {
      plateJPerK += filmJPerK(plateC, filmG);
      intoPlateW += filmW(plateC, frontWPerK, airC, relativeHumidity);
    }
    out[node.plate] = intoPlateW / plateJPerK;
    out[node.face] = (intoFaceW - takenW) / faceJPerK;
    out[node.junction] = (givenW - intoSinkW) / faceJPerK;
    out[node.sink] =
      (intoSinkW - bypassW + coolingWPerK * (airC - sinkC) + sunOnHeatsinkW) /
      heatsink.capacityJPerK;
  }

  /** Both halves of the plate are alike until something befalls one of them. */
  #tiltSlopes(state: Float64Array, out: Float64Array): void {
    const { array, plate } = this.parameters;
    const { contact, contactFactor, halfLifted, activeModules, airC, filmG } = this.surroundings;
    const tiltK = state[node.tilt]!;
    out[node.tilt] = 0;
    if (tiltK === 0 && activeModules === array.moduleCount && halfLifted === 0) return;
    const plateC = state[node.plate]!;
    out[node.tilt] = tiltSlope(this.parameters, {
      tiltK,
      plateC,
      skinC: state[node.skin]!,
      airC,
      activeModules,
      contact,
      halfLifted,
      capacityJPerK:
        plate.capacityJPerK +
        filmJPerK(plateC, filmG) +
        array.moduleCount * array.faceCapacityJPerK,
      fromSkinWPerK: contact * this.ladder.linkWPerK[0]! * contactFactor,
      frontWPerK: plate.frontWPerM2K * plate.areaM2 * (1 - contact),
      active: this.flows,
      idle: this.#idle,
    });
  }

  #skinSlopes(state: Float64Array, out: Float64Array): void {
    const { count, capacityJPerK, linkWPerK, perfusionWPerK, metabolicW, exposedWPerK } =
      this.ladder;
    const { skin, plate } = this.parameters;
    const { contact, airC, contactFactor, perfusionFactor, coreWarmerK } = this.surroundings;
    const surfaceC = state[node.skin]!;
    const edgeShare = plate.edge === null ? 0 : plate.edge.areaShare;
    const plateC = state[node.plate]!;
    const touchingC = plateC + edgeShare * (state[node.edge]! - plateC);
    let outwardW =
      contact * linkWPerK[0]! * contactFactor * (surfaceC - touchingC) +
      (1 - contact) * exposedWPerK * (surfaceC - airC);
    for (let i = 0; i < count; i += 1) {
      const here = state[node.skin + i]!;
      const behind = i === count - 1 ? skin.coreC + coreWarmerK : state[node.skin + i + 1]!;
      const inwardW = linkWPerK[i + 1]! * (behind - here);
      const bloodW =
        perfusionWPerK[i]! * perfusionFactor * (skin.arterialC + coreWarmerK - here) +
        metabolicW[i]!;
      out[node.skin + i] = (inwardW + bloodW - outwardW) / capacityJPerK[i]!;
      outwardW = inwardW;
    }
  }

  #beadSlopes(state: Float64Array, out: Float64Array): void {
    const { beadStemError, beadTimeConstantS, airC } = this.surroundings;
    const plateC = state[node.plate]!;
    const tiltK = state[node.tilt]!;
    for (let i = 0; i < channels.length; i += 1) {
      const at = node.plateA + i;
      let sourceC = at === node.heatsink ? state[node.sink]! : plateC;
      if (at === node.plateA) sourceC += tiltK;
      else if (at === node.plateB) sourceC -= tiltK;
      const shownC = sourceC + beadStemError[i]! * (airC - sourceC);
      out[node.plateA + i] = (shownC - state[node.plateA + i]!) / beadTimeConstantS[i]!;
    }
    const { cutOut } = this.parameters;
    out[node.cutOut] = cutOut === null ? 0 : (plateC - state[node.cutOut]!) / cutOut.timeConstantS;
  }
}
