/**
 * What the skin got and what a sound device may have charged for it, by the judge's own means: the plate's own temperature,
 * the definition of the dose, and the world's clock. Nothing of what the program counts with is used. Pure arithmetic; it
 * knows the errors of this very device's sensors, so that its bounds are narrow.
 */
import type { PlantParameters, SensorParameters } from '../../hardware/plant/parameters.ts';
import { soundSensor } from '../../hardware/plant/fault-settings.ts';
import { dividerV } from '../../hardware/plant/sensor.ts';
import { lsbV } from '../../hardware/parts/thermistor-part.ts';
import type { SensorKind } from '../../hardware/plant/sensor.ts';
import { settableBounds } from '../limits/envelope.ts';

/** Minutes at 43 °C that do the same: half of them for each degree above, four times as many below (Sapareto & Dewey 1984). */
export const cem43MinutesPerMinute = (plateC: number): number =>
  plateC >= 43 ? 2 ** (plateC - 43) : 4 ** (plateC - 43);

/** A minute at or below is a cold minute ([presets](../../docs/prescriptions.md)). */
const coldBelowC = 21;
/** As far beyond its beads may the witness be believed to be wrong; and as far beyond where it lay from them at rest. */
const witnessErrsC = 0.5;
const witnessDriftsC = 0.25;

export interface Between {
  readonly least: number;
  readonly most: number;
}

export interface DoseBounds {
  /** Of the plate itself. */
  readonly trueCem43Min: number;
  /** What a sound device charges. */
  readonly cem43Min: Between;
  readonly coldMinutes: Between;
}

export interface ChargedDose {
  readonly cem43Min: number;
  readonly coldMinutes: number;
}

/** Why the charged dose of a sound device is wrong; null where it is proven right. */
export function doseObjection(charged: ChargedDose, bounds: DoseBounds): string | null {
  const isWithin = (value: number, { least, most }: Between): boolean =>
    value >= least && value <= most;
  const words = (value: number, what: string, { least, most }: Between): string =>
    `charged ${value} ${what}, the plate gave ${least} to ${most} by this device's sensors`;
  if (!isWithin(charged.cem43Min, bounds.cem43Min))
    return words(charged.cem43Min, 'CEM43 min', bounds.cem43Min);
  if (!isWithin(charged.coldMinutes, bounds.coldMinutes))
    return words(charged.coldMinutes, 'cold min', bounds.coldMinutes);
  // What no clinic may allow, no skin gets: the cap has room for the error of the sensors.
  const { max } = settableBounds.cem43PerSessionMin;
  return bounds.trueCem43Min <= max
    ? null
    : `the plate gave ${bounds.trueCem43Min} CEM43 min: more than ${max}`;
}

/**
 * The skin may have had all that it may have, so that a trip of a sound device for its dose is a true one: who answers late
 * lies on a cold plate meanwhile. A plan that fills its caps by itself is refused before it begins.
 */
export const mayBeFull = (caps: ChargedDose, { cem43Min, coldMinutes }: DoseBounds): boolean =>
  cem43Min.most >= caps.cem43Min || coldMinutes.most >= caps.coldMinutes;

/** Of the temperatures between which the tables lie; a plate beyond is taken at their ends. */
const coldestC = -10;
const hottestC = 70;
const stepC = 0.1;
const hours = 2;
/** Most current of the modules, of which a shared piece of return lifts or lowers all channels. */
const mostSupplyA = 10.8;

const sound = soundSensor();
const nominal: SensorParameters = {
  timeConstantS: 1,
  stemError: 0,
  resistanceFactor: 1,
  betaFactor: 1,
  pullUpOhm: 10_000,
  adcOffsetLsb: 0,
};

/** The temperature at which a sensor without error gives this voltage: halved down on the part's own curve. */
function readC(volts: number, kind: SensorKind): number {
  let [lowC, highC] = [coldestC - 20, hottestC + 30];
  const falls = kind === 'ntc';
  for (let halving = 0; halving < 40; halving += 1) {
    const middleC = (lowC + highC) / 2;
    if (dividerV(middleC, nominal, sound, { kind }) > volts === falls) lowC = middleC;
    else highC = middleC;
  }
  return (lowC + highC) / 2;
}

interface Noise {
  /** What does not average out, in counts: the converter's step, hum in step with it, slow wander, a shared return. */
  readonly biasLsb: number;
  /** What does. */
  readonly sigmaLsb: number;
}

function noiseOf({ noise, adcNoiseLsbRms }: PlantParameters): Noise {
  const sharedLsb = (Math.abs(noise.sharedReturnOhm) * mostSupplyA) / lsbV;
  return {
    biasLsb: 0.5 + noise.humPeakLsb + 2 * noise.wanderLsbRms + sharedLsb,
    sigmaLsb: Math.hypot(
      adcNoiseLsbRms,
      noise.whiteLsbRms,
      noise.commonLsbRms,
      noise.drivenLsbRms,
      noise.burstLsb * Math.sqrt(noise.burstShare),
    ),
  };
}

/** Airs that the leads of a bead may take their share of while anybody is there. */
function airsOf({ ambient }: PlantParameters): readonly number[] {
  const { temperatureC, driftCPerHour, stepK } = ambient;
  return [0, hours * driftCPerHour].flatMap((driftK) =>
    [0, stepK].map((openK) => temperatureC + driftK + openK),
  );
}

/** Where the readings of one sensor may lie with the plate at a temperature, in the mean, and the spread of one of them, °C. */
interface Shown {
  readonly lowC: number;
  readonly highC: number;
  readonly sigmaC: number;
}

function shown(
  plateC: number,
  sensor: SensorParameters,
  kind: SensorKind,
  airsC: readonly number[],
  { biasLsb, sigmaLsb }: Noise,
): Shown {
  const volts = airsC.map((airC) =>
    dividerV(plateC + sensor.stemError * (airC - plateC), sensor, sound, { kind }),
  );
  const ends = [Math.min(...volts) - biasLsb * lsbV, Math.max(...volts) + biasLsb * lsbV].map(
    (atV) => readC(atV, kind),
  );
  const middleV = volts[0] ?? Number.NaN;
  const sigmaC = Math.abs(readC(middleV + sigmaLsb * lsbV, kind) - readC(middleV, kind));
  return { lowC: Math.min(...ends), highC: Math.max(...ends), sigmaC };
}

/** What the hottest and the coldest reading of a sound device may be, with the plate at a temperature. */
interface Extremes {
  /** Of such a mean that the dose of it is that of the noisy readings. */
  readonly hottestC: Between;
  readonly coldestC: Between;
}

/** The mean of the beads less the witness, on a device that is as warm as its room, or as its past has left it. */
function restApart(parameters: PlantParameters, noise: Noise): Between {
  const { plateA, plateB, witness } = parameters.sensors;
  const { temperatureC } = parameters.ambient;
  const airsC = airsOf(parameters);
  const apart = [temperatureC, temperatureC + parameters.start.plateWarmerK].map((restC) => {
    const beads = [plateA, plateB].map((bead) => shown(restC, bead, 'ntc', airsC, noise));
    const silicon = shown(restC, witness, 'ptc', airsC, noise);
    const mean = (of: (one: Shown) => number): number =>
      beads.reduce((sum, bead) => sum + of(bead), 0) / beads.length;
    return {
      least: mean(({ lowC }) => lowC) - silicon.highC,
      most: mean(({ highC }) => highC) - silicon.lowC,
    };
  });
  return {
    least: Math.min(...apart.map(({ least }) => least)),
    most: Math.max(...apart.map(({ most }) => most)),
  };
}

function extremesAt(plateC: number, parameters: PlantParameters): Extremes {
  const { plateA, plateB, witness } = parameters.sensors;
  const noise = noiseOf(parameters);
  const airsC = airsOf(parameters);
  const beads = [plateA, plateB].map((bead) => shown(plateC, bead, 'ntc', airsC, noise));
  const silicon = shown(plateC, witness, 'ptc', airsC, noise);
  const sigmaC = Math.max(...beads.map((bead) => bead.sigmaC));
  // The larger of two noisy numbers is 0.56 σ too large in the mean, and the mean of a power of one 0.69 σ².
  const raisedC = 0.6 * sigmaC + 0.7 * sigmaC ** 2;
  // Filtered over 40 readings.
  const witnessRaisedC = 0.3 * silicon.sigmaC - witnessErrsC;
  // What moved since rest is a mean of many readings at both ends: noise of half a step leaves nothing of the step itself.
  const steps = noise.sigmaLsb >= 0.5 ? 0.5 : 0;
  const averaged = { ...noise, biasLsb: noise.biasLsb - steps };
  const mean = shown(plateC, witness, 'ptc', airsC, averaged);
  const rest = restApart(parameters, averaged);
  const alignedRaisedC = 0.3 * silicon.sigmaC - witnessDriftsC;
  return {
    hottestC: {
      least: Math.max(...beads.map(({ lowC }) => lowC)),
      most: Math.max(
        ...beads.map(({ highC }) => highC + raisedC),
        silicon.highC + witnessRaisedC,
        mean.highC + rest.most + alignedRaisedC,
      ),
    },
    coldestC: {
      least: Math.min(
        ...beads.map(({ lowC }) => lowC - 3 * sigmaC),
        silicon.lowC - witnessRaisedC,
        mean.lowC + rest.least - alignedRaisedC,
      ),
      most: Math.min(...beads.map(({ highC }) => highC + 3 * sigmaC)),
    },
  };
}

/** Of the plate's temperature, by its steps: what a minute there is charged at least and at most. */
interface Charges {
  readonly leastCem43: Float64Array;
  readonly mostCem43: Float64Array;
}

/** A bead is late by its time constant, at most, each time that the plate passes the threshold. */
const latestMinutes = 3 / 60;
/** A pulse that is shorter than a bead is quick is not seen, and both ends of the time are a tick. */
const roundingShare = 0.03;
const roundingMinutes = 0.002;

export class JudgedDose {
  readonly #charges: Charges;
  readonly #coldFromC: Between;
  #trueCem43 = 0;
  #leastCem43 = 0;
  #mostCem43 = 0;
  #leastCold = 0;
  #mostCold = 0;
  #passes = 0;
  #wasCold = false;

  constructor(parameters: PlantParameters) {
    const whole = Array.from({ length: hottestC - coldestC + 1 }, (_, index) =>
      extremesAt(coldestC + index, parameters),
    );
    const at = (plateC: number, of: (one: Extremes) => number): number => {
      const index = Math.min(Math.floor(plateC - coldestC), whole.length - 2);
      const share = plateC - coldestC - index;
      return (1 - share) * of(whole[index]!) + share * of(whole[index + 1]!);
    };
    const plates = Array.from(
      { length: Math.round((hottestC - coldestC) / stepC) + 1 },
      (_, index) => coldestC + index * stepC,
    );
    const table = (of: (one: Extremes) => number): Float64Array =>
      Float64Array.from(plates, (plateC) => cem43MinutesPerMinute(at(plateC, of)));
    this.#charges = {
      leastCem43: table(({ hottestC: { least } }) => least),
      mostCem43: table(({ hottestC: { most } }) => most),
    };
    const warmestCold = (of: (one: Extremes) => number): number =>
      coldestC + stepC * plates.findLastIndex((plateC) => at(plateC, of) <= coldBelowC);
    this.#coldFromC = {
      least: warmestCold(({ coldestC: { most } }) => most),
      most: warmestCold(({ coldestC: { least } }) => least) + stepC,
    };
  }

  /** The plate, which lies on the skin, was at this temperature for so long. */
  add(plateC: number, minutes: number): void {
    const place = (Math.min(Math.max(plateC, coldestC), hottestC - stepC) - coldestC) / stepC;
    const index = Math.floor(place);
    const share = place - index;
    const of = (table: Float64Array): number =>
      minutes * ((1 - share) * table[index]! + share * table[index + 1]!);
    this.#trueCem43 += minutes * cem43MinutesPerMinute(plateC);
    this.#leastCem43 += of(this.#charges.leastCem43);
    this.#mostCem43 += of(this.#charges.mostCem43);
    if (plateC <= this.#coldFromC.least) this.#leastCold += minutes;
    if (plateC <= this.#coldFromC.most) this.#mostCold += minutes;
    const isCold = plateC <= coldBelowC;
    if (isCold !== this.#wasCold) this.#passes += 1;
    this.#wasCold = isCold;
  }

  get bounds(): DoseBounds {
    const lateMinutes = this.#passes * latestMinutes;
    return {
      trueCem43Min: this.#trueCem43,
      cem43Min: {
        least: (1 - roundingShare) * this.#leastCem43 - roundingMinutes,
        most: (1 + roundingShare) * this.#mostCem43 + roundingMinutes,
      },
      coldMinutes: {
        least: this.#leastCold - lateMinutes,
        most: this.#mostCold + lateMinutes,
      },
    };
  }
}
