/**
 * The simulated device: what the pins do to the plate, the skin and the sensors. Mutable for speed,
 * deterministic, without a clock of its own: `advance` is its only time.
 */
import { CompanionError } from '../../src/errors.ts';
import { setPhases } from './bridge.ts';
import type { PlantDrive } from './bridge.ts';
import { PowerCircuit } from './circuit.ts';
import { Converter } from './converter.ts';
import type { PlantFaults } from './fault-settings.ts';
import { noFaults } from './fault-settings.ts';
import { dewPointC } from './humidity.ts';
import { node, ThermalNetwork } from './network.ts';
import type { ConversionMoment } from './noise.ts';
import type { Channel, PlantParameters } from './parameters.ts';
import { Fan } from './fan.ts';
import { boardVolts } from './signals.ts';
import type { BoardSignal } from './signals.ts';
import { plantParametersSchema } from './parameters.ts';
import type { Random } from './random.ts';
import { RoomAir } from './room.ts';
import { steadySkin } from './skin.ts';

export type { PlantDrive } from './bridge.ts';

/** What really is the case, which no part of the product may see. */
export interface PlantTruth {
  /** Over the modules, where the plate is most extreme; the mean of its two halves. */
  readonly plateC: number;
  /** The warmer half, and the colder one. */
  readonly hottestC: number;
  readonly coldestC: number;
  /** Strip without module; equals `plateC` in a plant without an edge. */
  readonly edgeC: number;
  readonly heatsinkC: number;
  readonly skinSurfaceC: number;
  /** The air of the room. */
  readonly ambientC: number;
  readonly dewPointC: number;
  /** Bare metal of the plate gathers water. */
  readonly condensing: boolean;
  /** Mean current of one module, positive when it cools. */
  readonly moduleA: number;
  /** Electrical power of all modules. */
  readonly electricalW: number;
  readonly cutOutOpen: boolean;
  /** Behind the relay. */
  readonly coolRailV: number;
  readonly heatRailV: number;
  readonly fanTurnsPerS: number;
  /** Share of the plate that touches skin. */
  readonly contact: number;
}

/**
 * Longest internal step: within 0.001 °C of one of 1 ms, whatever is driven
 * (`validation/numerics.ts`).
 */
export const longestStepS = 0.05;
const longestAdvanceS = 1;
/** Of the one-shot part at the heatsink, in the feed of the cooling supply: fitted where the cut-out is. */
const thermalFuseC = 93;

const isInFirstTurn = (passedS: number, turnS: number): boolean =>
  turnS === 0 || passedS % (2 * turnS) < turnS;

function dutyOf(duty: number): number {
  if (!(duty > 0)) return 0;
  return duty < 1 ? duty : 1;
}

export class Plant {
  readonly parameters: PlantParameters;
  /** Settings through which faults act. A change counts from the next `advance` on. */
  readonly faults: PlantFaults = noFaults();
  readonly network: ThermalNetwork;
  readonly #converter: Converter;
  readonly #module: { seebeckVPerK: number; resistanceOhm: number };
  readonly #circuit: PowerCircuit;
  readonly #fan: Fan;
  readonly #room: RoomAir;
  readonly #moment: ConversionMoment = { atS: 0, driven: false, supplyA: 0 };
  #nowS = 0;
  #hasDriven = false;
  #stoodAt = '';
  #laidOn = 1;
  #cutOutOpen = false;
  #thermalFuseOpen = false;
  /** Since what comes and goes in turns is there. */
  #fanStutteredS = 0;
  #sourceStutteredS = 0;
  #limbS = 0;

  /**
   * A device that has stood in its room, just laid on skin that was bare.
   * @param random its own stream; the plant splits it by channel
   */
  constructor(parameters: PlantParameters, random: Random) {
    this.parameters = plantParametersSchema.parse(parameters);
    const module = { ...this.parameters.module };
    this.#module = module;
    this.network = new ThermalNetwork({ ...this.parameters, module });
    this.#converter = new Converter(this.parameters, this.faults, random);
    this.#circuit = new PowerCircuit(this.parameters, this.faults);
    this.#fan = new Fan(this.parameters.electronics.fanTurnsPerMinute);
    this.#room = new RoomAir(this.parameters.ambient, this.faults.room);
    this.#standInRoom();
  }

  /**
   * Lets time pass under one drive.
   * @param dtS 0 … 1 s, split into equal steps of at most `longestStepS`
   * @throws CompanionError DEFECT for a time outside that range
   */
  advance(dtS: number, drive: PlantDrive): void {
    if (!(dtS >= 0 && dtS <= longestAdvanceS)) {
      throw new CompanionError('DEFECT', { what: `the plant cannot advance by ${String(dtS)} s` });
    }
    if (dtS === 0) return;
    if (!this.#hasDriven) this.#standInRoom();
    this.#room.pass(dtS);
    this.#passTurns(dtS);
    this.#applyConditions(drive);
    this.#converter.prepare(this.#nowS, dtS, this.network.surroundings);
    this.#nowS += dtS;
    this.#fan.advance(dtS, this.#isFanTurning(drive));
    const steps = Math.ceil(dtS / longestStepS - 1e-9);
    const stepS = dtS / steps;
    for (let index = 0; index < steps; index += 1) {
      this.#applyLegs(drive);
      this.network.step(stepS);
      this.#circuit.settle(stepS, this.#arrayA());
      this.#watchCutOut();
    }
    this.faults.supplyOutForS = Math.max(0, this.faults.supplyOutForS - dtS);
  }

  /** What comes and goes in turns begins with being there. */
  #passTurns(dtS: number): void {
    const { fanStuttersS, sourceStuttersS, skin } = this.faults;
    this.#fanStutteredS = fanStuttersS === 0 ? 0 : this.#fanStutteredS + dtS;
    this.#sourceStutteredS = sourceStuttersS === 0 ? 0 : this.#sourceStutteredS + dtS;
    this.#limbS = skin.offForS === 0 ? 0 : this.#limbS + dtS;
  }

  /** What really is the case now. */
  truth(): PlantTruth {
    const { state, flows, surroundings, ladder } = this.network;
    const plateC = state[node.plate]!;
    const skinC = state[node.skin]!;
    const edgeC = this.parameters.plate.edge === null ? plateC : state[node.edge]!;
    const tiltK = Math.abs(state[node.tilt]!);
    const { temperatureC, relativeHumidity } = this.parameters.ambient;
    // A room that changes keeps its water, but no air holds more than it can.
    const wetC = Math.min(dewPointC(temperatureC, relativeHumidity), surroundings.airC);
    const touched = surroundings.contact > 0 ? ladder.surfaceShare : 0;
    return {
      plateC,
      hottestC: plateC + tiltK,
      coldestC: plateC - tiltK,
      edgeC,
      heatsinkC: state[node.sink]!,
      skinSurfaceC: skinC + touched * (plateC - skinC),
      ambientC: surroundings.airC,
      dewPointC: wetC,
      condensing: Math.min(plateC, edgeC) < wetC,
      moduleA: flows.meanA,
      electricalW: surroundings.activeModules * (flows.givenW - flows.takenW),
      cutOutOpen: this.#cutOutOpen,
      coolRailV: this.#circuit.rails.coolV,
      heatRailV: this.#circuit.rails.heatV,
      fanTurnsPerS: this.#fan.turnsPerS,
      contact: surroundings.contact,
    };
  }

  /**
   * Lays the plate on the skin or lifts it.
   * @param fraction 0 (lifted) … 1 (laid on as well as this device can be)
   */
  setContact(fraction: number): void {
    this.#laidOn = dutyOf(fraction);
  }

  /**
   * Voltage that one conversion of a channel sees, with its noise, 0 … 5 V.
   * @param atS the plant's own time of the conversion; a board may be ahead of its world by a little
   * @param driven whether the PWM drives at that very moment; without it, what counts is the mean over its period
   */
  adcVolts(channel: Channel, atS = this.#nowS, driven?: boolean): number {
    const { drivenShare } = this.network.surroundings.phases;
    const moment = this.#moment;
    moment.atS = atS;
    moment.driven = driven ?? drivenShare > 0;
    moment.supplyA = this.#supplyA(driven);
    return this.#converter.volts(channel, this.network.state, moment);
  }

  /** Voltage at another input of the board's converter, 0 … 5 V; 5 V is its full scale, whatever the board is fed with. */
  boardVolts(signal: BoardSignal, driven?: boolean): number {
    const { noise, electronics } = this.parameters;
    const sharedOhm = noise.sharedReturnOhm + this.faults.noise.sharedReturnOhm;
    const returnV = sharedOhm * this.#supplyA(driven);
    return boardVolts(signal, electronics, this.#circuit.rails, this.#shownA(), returnV);
  }

  /** What the supplies give, whichever way it goes through the modules: of the moment, or the mean over a PWM period. */
  #supplyA(driven?: boolean): number {
    const meanA = Math.abs(this.#arrayA());
    if (driven === undefined) return meanA;
    const { drivenShare } = this.network.surroundings.phases;
    return driven && drivenShare > 0 ? meanA / drivenShare : 0;
  }

  /** The fan's tachometer pulls its line low. @param atS as in `adcVolts` */
  tachometerLow(atS = this.#nowS): boolean {
    return !this.faults.tachometerOpen && this.#fan.isLow(atS - this.#nowS);
  }

  /** What its pulses, counted over a while, say of the fan. */
  tachometerTurnsPerS(): number {
    return this.faults.tachometerOpen ? 0 : this.#fan.turnsPerS;
  }

  /** Current of all modules from a rail, mean over a PWM period; positive while it cools. */
  #arrayA(): number {
    const { flows, surroundings } = this.network;
    return (flows.drivenA * surroundings.activeModules) / this.parameters.array.seriesCount;
  }

  /** What the sensor in the modules' line makes of it; far beyond its range where its output is shorted. */
  #shownA(): number {
    const { currentOffsetA, currentFactor } = this.parameters.electronics;
    switch (this.faults.currentSensor) {
      case 'shorted':
        return Number.NEGATIVE_INFINITY;
      case 'dead':
        return currentOffsetA;
      case 'sound':
        return currentOffsetA + currentFactor * this.#lineA();
    }
  }

  /** Through the sensor in the modules' line, what they make of themselves included; positive from leg A to leg B. */
  #lineA(): number {
    const { flows, surroundings } = this.network;
    const coolsA = (flows.meanA * surroundings.activeModules) / this.parameters.array.seriesCount;
    return this.#circuit.legs.reversed ? -coolsA : coolsA;
  }

  /**
   * Until something is driven, the device is as warm as its room and its past have made it, whenever
   * that is said.
   */
  #standInRoom(): void {
    const { parameters, faults } = this;
    const { restC } = this.#room;
    const plateC = restC + parameters.start.plateWarmerK + faults.start.plateWarmerK;
    const sinkC = restC + parameters.start.heatsinkWarmerK + faults.start.heatsinkWarmerK;
    const stoodAt = `${restC} ${plateC} ${sinkC}`;
    if (stoodAt === this.#stoodAt) return;
    this.#stoodAt = stoodAt;
    const { ladder, state } = this.network;
    state.fill(plateC, 0, node.tilt);
    state[node.tilt] = 0;
    for (const place of [node.junction, node.sink, node.heatsink]) state[place] = sinkC;
    state.set(steadySkin(ladder, parameters, ladder.exposedWPerK, restC), node.skin);
  }

  #applyConditions(drive: PlantDrive): void {
    const { faults, parameters } = this;
    const { surroundings } = this.network;
    const { array, skin, module } = parameters;
    surroundings.airC = this.#room.airC;
    surroundings.sunOnPlateW = parameters.ambient.sunOnPlateW + faults.room.sunOnPlateW;
    surroundings.sunOnHeatsinkW = parameters.ambient.sunOnHeatsinkW + faults.room.sunOnHeatsinkW;
    const onBothHalves = 1 - faults.halfLifted / 2;
    surroundings.contact = this.#isLimbOff()
      ? 0
      : this.#laidOn * skin.contactFraction * onBothHalves;
    surroundings.halfLifted = faults.halfLifted;
    surroundings.filmG = faults.filmG;
    surroundings.jointFactor = faults.jointFactor;
    surroundings.contactFactor = faults.skin.contactFactor;
    surroundings.perfusionFactor = faults.skin.perfusionFactor;
    surroundings.coreWarmerK = faults.skin.coreWarmerK;
    const moved = this.#isFanTurning(drive) && !faults.ventsCovered;
    surroundings.fan = moved ? faults.airflowFactor : 0;
    this.#module.seebeckVPerK = module.seebeckVPerK * faults.seebeckFactor;
    this.#module.resistanceOhm = module.resistanceOhm * faults.resistanceFactor;
    // One open module takes its whole series string with it; a part of one is a crack.
    const strings = Math.max(array.parallelCount - faults.openModules, 0);
    surroundings.activeModules = strings * array.seriesCount;
    const { legs } = this.#circuit;
    legs.activeStrings = strings;
    legs.reversed = faults.polarityReversed;
    legs.extraSourceOhm = this.#isBadContactThere() ? faults.extraSourceOhm : 0;
  }

  #isBadContactThere(): boolean {
    return isInFirstTurn(this.#sourceStutteredS, this.faults.sourceStuttersS);
  }

  #isLimbOff(): boolean {
    const { contactLost, skin } = this.faults;
    return contactLost || (skin.offForS > 0 && this.#limbS % skin.offEveryS < skin.offForS);
  }

  /** Fan and coil hang on the supply that cools. */
  #isFanTurning({ fanRunning }: PlantDrive): boolean {
    const { fanStopped, fanStuttersS, supplyOutForS } = this.faults;
    const stands = fanStuttersS > 0 && isInFirstTurn(this.#fanStutteredS, fanStuttersS);
    return fanRunning && !fanStopped && !stands && supplyOutForS === 0;
  }

  #applyLegs(drive: PlantDrive): void {
    const lineOpen = this.#cutOutOpen || !this.#isLineClosed(drive);
    this.#circuit.apply(drive, lineOpen, this.#thermalFuseOpen);
    const { phases } = this.network.surroundings;
    setPhases(phases, this.parameters, this.#circuit.legs);
    this.#hasDriven ||= phases.drivenShare > 0;
  }

  /** The second relay's coil has the supply of the first one's. */
  #isLineClosed({ lineHeld, coilFed }: PlantDrive): boolean {
    const { secondRelay } = this.faults;
    return secondRelay === 'welded' || (secondRelay === 'sound' && lineHeld && coilFed);
  }

  #watchCutOut(): void {
    const { cutOut } = this.parameters;
    if (cutOut === null) return;
    this.#thermalFuseOpen ||=
      this.network.state[node.sink]! >= (this.faults.thermalFuseC ?? thermalFuseC);
    if (this.#cutOutOpen || this.faults.cutOutBridged) return;
    if (this.network.state[node.cutOut]! >= cutOut.tripC) this.#cutOutOpen = true;
  }
}
