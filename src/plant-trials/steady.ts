/**
 * Steady states of a plant, found by Newton's method on its own rates of change instead of by
 * letting an hour pass. A trial starts from one.
 */
import { setPhases, soundLegs } from '../../hardware/plant/bridge.ts';
import { node, ThermalNetwork } from '../../hardware/plant/network.ts';
import type { PlantParameters } from '../../hardware/plant/parameters.ts';
import { CompanionError } from '../errors.ts';
import { solveLinear } from './linear-system.ts';

/** What is held fixed while a steady state is sought. */
export interface SteadyConditions {
  /** Share of the plate that touches skin, of what this device can reach: 0 … 1. */
  readonly contact: number;
  readonly fanRunning: boolean;
}

export interface SteadyState {
  /** −1 full cooling … +1 full heating. */
  readonly duty: number;
  readonly plateC: number;
  /** A copy of the network's state, for `plant.network.state.set`. */
  readonly state: Float64Array;
}

const longestSearch = 60;
/** Newton's step is cut to this, so that it cannot leave the region where the model is sane. */
const longestStepK = 40;
/** Two temperatures this close are the same. */
const closeK = 1e-6;
const gridSteps = 50;
const bisections = 45;
const goldenSections = 25;
const golden = (Math.sqrt(5) - 1) / 2;

/** All steady states of one device under one set of conditions. Mutable inside, same answers. */
export class SteadyStates {
  readonly #network: ThermalNetwork;
  readonly #nodes: readonly number[];
  readonly #start: Float64Array;
  readonly #slopes: Float64Array;
  readonly #trial: Float64Array;
  readonly #courses = new Map<number, readonly SteadyState[]>();
  #coldest: SteadyState | undefined;

  constructor(parameters: PlantParameters, conditions: SteadyConditions) {
    this.#network = new ThermalNetwork(parameters);
    const { surroundings, state } = this.#network;
    surroundings.contact = conditions.contact * parameters.skin.contactFraction;
    surroundings.fan = conditions.fanRunning ? 1 : 0;
    this.#start = Float64Array.from(state);
    this.#slopes = new Float64Array(state.length);
    this.#trial = new Float64Array(state.length);
    // Beads and cut-out follow the plate and drive nothing.
    const followers = new Set<number>([
      node.plateA,
      node.plateB,
      node.heatsink,
      node.cutOut,
      ...(parameters.plate.edge === null ? [node.edge] : []),
    ]);
    this.#nodes = [...state.keys()].filter((index) => !followers.has(index));
  }

  /**
   * The state in which one duty ends, if it is kept for ever.
   * @param duty −1 … 1
   * @throws CompanionError RIG_INVALID where the parameters have none that physics allows
   */
  at(duty: number): SteadyState {
    const { state } = this.#network;
    this.#drive(duty);
    if (!this.#newton()) {
      state.set(this.#start);
      if (!this.#newton()) throw noSteadyState(duty);
    }
    this.#settleFollowers();
    const plateC = state[node.plate]!;
    if (!(plateC > -150 && plateC < 600)) throw noSteadyState(duty);
    return { duty, plateC, state: Float64Array.from(state) };
  }

  /**
   * The coldest plate that a kept duty can hold. Past it more power heats the sink more than it
   * cools the plate; a weak heatsink may be at its best with no power at all.
   */
  coldest(): SteadyState {
    if (this.#coldest !== undefined) return this.#coldest;
    const course = this.#course(-1);
    const best = course.reduce((found, one) => (one.plateC < found.plateC ? one : found));
    const at = course.indexOf(best);
    this.#coldest = this.#valley(course[at - 1] ?? best, best, course[at + 1] ?? best);
    return this.#coldest;
  }

  /** The hottest plate that a heat duty up to `cap` can hold. */
  hottest(cap: number): SteadyState {
    return this.at(cap);
  }

  /**
   * The least duty that holds a plate temperature.
   * @param heatDutyCap most heat duty, 0 … 1
   * @returns undefined where the device cannot
   */
  hold(plateC: number, heatDutyCap: number): SteadyState | undefined {
    const idle = this.at(0);
    if (Math.abs(plateC - idle.plateC) < closeK) return idle;
    const cools = plateC < idle.plateC;
    const reaches = (one: SteadyState): boolean =>
      cools ? one.plateC <= plateC + closeK : one.plateC >= plateC - closeK;
    // More duty can warm a plate that it cools later on, so the first crossing is searched for.
    const course = cools ? [...this.#course(-1), this.coldest()] : this.#course(heatDutyCap);
    const ordered = course.toSorted((a, b) => Math.abs(a.duty) - Math.abs(b.duty));
    const end = ordered.findIndex(reaches);
    if (end < 0) return undefined;
    let [near, far] = [ordered[end - 1] ?? idle, ordered[end] ?? idle];
    for (let index = 0; index < bisections; index += 1) {
      const middle = this.at((near.duty + far.duty) / 2);
      if (reaches(middle)) far = middle;
      else near = middle;
    }
    return far;
  }

  /** Steady states from no duty to `end`, in order. */
  #course(end: number): readonly SteadyState[] {
    const known = this.#courses.get(end);
    if (known !== undefined) return known;
    const made = Array.from({ length: gridSteps + 1 }, (_, at) => this.at((end * at) / gridSteps));
    this.#courses.set(end, made);
    return made;
  }

  /** The coldest state between two, by golden sections. */
  #valley(from: SteadyState, best: SteadyState, to: SteadyState): SteadyState {
    let [low, high] = [from.duty, to.duty];
    let found = best;
    for (let index = 0; index < goldenSections; index += 1) {
      const left = this.at(high - golden * (high - low));
      const right = this.at(low + golden * (high - low));
      if (left.plateC < right.plateC) high = right.duty;
      else low = left.duty;
      for (const one of [left, right]) if (one.plateC < found.plateC) found = one;
    }
    return found;
  }

  /**
   * The fastest node: how many times a second it would settle. Above about 20 the plant's step of
   * 0.05 s is too long for it.
   */
  fastest(): { readonly node: number; readonly perS: number } {
    const found = { node: 0, perS: 0 };
    for (const duty of [-1, 1]) {
      const { state } = this.at(duty);
      for (const index of [...this.#nodes, node.plateA, node.plateB, node.heatsink]) {
        const perS = Math.abs(this.#ownRate(state, index));
        if (perS > found.perS) Object.assign(found, { node: index, perS });
      }
    }
    return found;
  }

  #drive(duty: number): void {
    const { surroundings, parameters } = this.#network;
    setPhases(surroundings.phases, parameters, {
      highA: Math.max(-duty, 0),
      highB: Math.max(duty, 0),
      ...soundLegs,
      activeStrings: parameters.array.parallelCount,
    });
  }

  /** How the rate of a node follows its own temperature. */
  #ownRate(state: Float64Array, place: number): number {
    const { state: base } = this.#network;
    base.set(state);
    this.#network.slopes(base, this.#slopes);
    const before = this.#slopes[place]!;
    this.#trial.set(base);
    this.#trial[place]! += 1e-4;
    this.#network.slopes(this.#trial, this.#slopes);
    return (this.#slopes[place]! - before) / 1e-4;
  }

  /** From where the network stands to a root of its slopes; false where none is found. */
  #newton(): boolean {
    const nodes = this.#nodes;
    const { state } = this.#network;
    const base = new Float64Array(state.length);
    for (let round = 0; round < longestSearch; round += 1) {
      this.#network.slopes(state, base);
      const right = Float64Array.from(nodes, (row) => -base[row]!);
      const matrix = nodes.map(() => new Float64Array(nodes.length));
      for (const [column, index] of nodes.entries()) {
        this.#trial.set(state);
        this.#trial[index]! += 1e-4;
        this.#network.slopes(this.#trial, this.#slopes);
        for (const [row, of] of nodes.entries()) {
          matrix[row]![column] = (this.#slopes[of]! - base[of]!) / 1e-4;
        }
      }
      const step = solveLinear(matrix, right);
      if (step === undefined) return false;
      const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      if (!Number.isFinite(longest)) return false;
      const share = Math.min(1, longestStepK / longest);
      for (const [at, index] of nodes.entries()) state[index]! += share * step[at]!;
      if (longest < 1e-8) return true;
    }
    return false;
  }

  #settleFollowers(): void {
    const { state, surroundings, parameters } = this.#network;
    const plateC = state[node.plate]!;
    const ambientC = parameters.ambient.temperatureC;
    for (const [index, place] of [node.plateA, node.plateB, node.heatsink].entries()) {
      const sourceC = place === node.heatsink ? state[node.sink]! : plateC;
      state[place] = sourceC + surroundings.beadStemError[index]! * (ambientC - sourceC);
    }
    state[node.cutOut] = plateC;
    if (parameters.plate.edge === null) state[node.edge] = ambientC;
  }
}

function noSteadyState(duty: number): CompanionError {
  return new CompanionError('RIG_INVALID', {
    what: `with these parameters the plant settles nowhere at a duty of ${duty.toFixed(3)}`,
    fix: 'Undo the --set values one by one; most often the heatsink cannot lose the heat.',
  });
}
