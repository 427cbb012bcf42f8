/**
 * What the plate does, seen through beads that lag and a converter that is noisy: an observer of the plate, the skin
 * under it and what the model does not know. It is told what was really applied and predicts what the beads must show;
 * what they show otherwise corrects it, quickly while the plate is on its way or surprises, slowly while it holds. A
 * hold is therefore as quiet as the plate itself, however noisy the converter.
 */
import type { ControllerParameters } from './parameters-schema.ts';
import { heatOfDrive } from './peltier-inverse.ts';

export interface PlateReadings {
  /** The more dangerous of the two plate readings: the hotter in a hot phase, the colder in a cold one, °C. */
  readonly plateC: number;
  /** The other plate reading, °C. */
  readonly otherPlateC: number;
  readonly heatsinkC: number;
  /** Time since the last step. */
  readonly dtS: number;
  /** What was really applied since the last step, −1 full cooling … +1 full heating. */
  readonly appliedDrive: number;
}

/** Everything the observer remembers, °C unless named otherwise. Plain data. */
export interface PlateEstimate {
  /** The plate now, ahead of its beads. */
  readonly plateC: number;
  /** Plate and module faces as one heat store: where the plate comes to rest when the drive ends. */
  readonly storedC: number;
  /** What the beads must show. */
  readonly beadC: number;
  readonly heatsinkC: number;
  /** Outer skin, and the tissue behind it. */
  readonly skinC: number;
  readonly tissueC: number;
  /** Heat on its way through the module faces, W. */
  readonly faceW: number;
  /** Heat into the plate that the model does not know of, W. */
  readonly unknownW: number;
  /** By what share the modules heat and cool more than the nominal ones. */
  readonly heatSurplus: number;
  readonly coolSurplus: number;
  /** By how much the more dangerous bead stands out from the mean of both, filtered. */
  readonly asideC: number;
  /** What the beads show beyond the prediction, filtered. */
  readonly surpriseC: number;
  /** Mean square of what the beads show too quickly for any plate, K². */
  readonly noiseK2: number;
  /** 0 at rest … 1 on the way or surprised. */
  readonly alertness: number;
  /** 0 … 1: how quickly readings are believed. What the noise leaves of the alertness. */
  readonly haste: number;
}

/** The first reading, or the first after a gap: what was learned of the device stays, all else starts at the plate. */
export function beginEstimate(i: PlateReadings, learned: PlateEstimate | null): PlateEstimate {
  const plateC = (i.plateC + i.otherPlateC) / 2;
  return {
    plateC,
    storedC: plateC,
    beadC: plateC,
    heatsinkC: i.heatsinkC,
    skinC: plateC,
    tissueC: plateC,
    faceW: 0,
    unknownW: learned?.unknownW ?? 0,
    heatSurplus: learned?.heatSurplus ?? 0,
    coolSurplus: learned?.coolSurplus ?? 0,
    asideC: (i.plateC - i.otherPlateC) / 2,
    surpriseC: 0,
    noiseK2: learned?.noiseK2 ?? 0,
    alertness: 1,
    haste: 1,
  };
}

/** First-order lag by one step. */
function lagged(before: number, now: number, lagS: number, dtS: number): number {
  return before + ((now - before) * dtS) / (lagS + dtS);
}

const within = (value: number, bound: number): number => Math.min(Math.max(value, -bound), bound);

/** Plate and outer skin at rest: the heat that leaves the plate for the person and the air, W. */
export function lostW(p: ControllerParameters, plateC: number, skinC: number): number {
  return p.skinWPerK * (plateC - skinC) + p.airWPerK * (plateC - p.airC);
}

/** Heat that a drive brings beyond what flows anyway, and what flows anyway, W, as this device does it. */
export function heatNow(
  p: ControllerParameters,
  s: PlateEstimate,
  drive: number,
): { idleW: number; drivenW: number } {
  const idleW = heatOfDrive(p, 0, s.plateC, s.heatsinkC);
  if (drive === 0) return { idleW, drivenW: 0 };
  const surplus = drive > 0 ? s.heatSurplus : s.coolSurplus;
  const nominalW = heatOfDrive(p, drive, s.plateC, s.heatsinkC) - idleW;
  return { idleW, drivenW: nominalW * (1 + surplus) };
}

/**
 * Takes in the readings of one tick.
 * @param onTheWay the setpoint moves, or the plate is far from it
 */
export function continueEstimate(
  p: ControllerParameters,
  s: PlateEstimate,
  i: PlateReadings,
  onTheWay: boolean,
): PlateEstimate {
  const { dtS } = i;
  const asideC = lagged(s.asideC, (i.plateC - i.otherPlateC) / 2, p.spreadFilterS, dtS);
  // The mean of two readings has less noise and no bias, but one of them may be wrong: what the more dangerous one
  // stands out by beyond the spread counts in full.
  const shownC = (i.plateC + i.otherPlateC) / 2 + asideC - within(asideC, p.sensorSpreadC);
  const heatsinkC = lagged(s.heatsinkC, i.heatsinkC, p.heatsinkFilterS, dtS);
  const { idleW, drivenW } = heatNow(p, s, i.appliedDrive);
  const drivesW = idleW + drivenW;
  const inwardW = p.innerSkinWPerK * (s.skinC - s.tissueC);
  const skinW = p.skinWPerK * (s.plateC - s.skinC);
  const gainW = drivesW - lostW(p, s.plateC, s.skinC) + s.unknownW;
  const faceW = lagged(s.faceW, drivesW, p.faceJPerK / p.plateJointWPerK, dtS);
  const storedC = s.storedC + (gainW / p.effectiveCapacityJPerK) * dtS;
  const plateC = storedC - faceRiseC(p, faceW);
  const beadC = lagged(s.beadC, plateC, p.beadLagS, dtS);
  const missedC = within(shownC - beadC, p.surpriseLimitC);
  const surpriseC = lagged(s.surpriseC, missedC, p.surpriseFilterS, dtS);
  const alertness = alertnessAfter(p, s.alertness, onTheWay, surpriseC, dtS);
  const noiseK2 = lagged(s.noiseK2, (missedC - surpriseC) ** 2, p.noiseFilterS, dtS);
  const haste = alertness * quietShare(p, noiseK2);
  // All three poles of the observer at one place, in rad/s.
  const pole = p.observerHoldPerS + (p.observerMovePerS - p.observerHoldPerS) * haste;
  const learnedW = pole ** 3 * p.effectiveCapacityJPerK * p.beadLagS * missedC * dtS;
  const learned = learn(p, s, i.appliedDrive, drivenW, learnedW);
  const corrected = storedC + 3 * pole ** 2 * p.beadLagS * missedC * dtS;
  return {
    plateC: corrected - faceRiseC(p, faceW),
    storedC: corrected,
    beadC: beadC + (3 * pole - 1 / p.beadLagS) * missedC * dtS,
    heatsinkC,
    skinC: s.skinC + ((skinW - inwardW) / p.skinJPerK) * dtS,
    tissueC: s.tissueC + ((inwardW - p.deepWPerK * (s.tissueC - p.bodyC)) / p.tissueJPerK) * dtS,
    faceW,
    asideC,
    surpriseC,
    noiseK2,
    alertness,
    haste,
    unknownW: learned.unknownW,
    heatSurplus: learned.heatSurplus,
    coolSurplus: learned.coolSurplus,
  };
}

/** How much warmer the stored heat is than the plate, while it still flows through the faces. */
const faceRiseC = (p: ControllerParameters, faceW: number): number =>
  (p.faceJPerK / p.effectiveCapacityJPerK) * (faceW / p.plateJointWPerK);

/**
 * Noisy readings are believed more slowly, on the way too. A quick observer hands noise on to the drive, and what it
 * misses next depends on that drive: strong modules under a heavy load would be learned from noise alone, and the plate
 * would arrive with a load that is not there.
 */
const quietShare = ({ quietC }: ControllerParameters, noiseK2: number): number =>
  noiseK2 > quietC ** 2 ? quietC / Math.sqrt(noiseK2) : 1;

/** Quick to wake, slow to calm down. */
function alertnessAfter(
  p: ControllerParameters,
  before: number,
  onTheWay: boolean,
  surpriseC: number,
  dtS: number,
): number {
  const surprised = (Math.abs(surpriseC) - p.calmC) / p.alarmedC;
  const wanted = onTheWay ? 1 : Math.min(Math.max(surprised, 0), 1);
  return lagged(before, wanted, wanted > before ? wakeS : p.calmS, dtS);
}
const wakeS = 0.3;

/**
 * What was missed is put down to the modules where they do much, and to an unknown load where they do little: an error
 * of a device's strength, learned on the way, would be a wrong load where the plate arrives.
 */
function learn(
  p: ControllerParameters,
  s: PlateEstimate,
  drive: number,
  drivenW: number,
  learnedW: number,
): Pick<PlateEstimate, 'unknownW' | 'heatSurplus' | 'coolSurplus'> {
  const modulesW2 = drivenW ** 2;
  const share = modulesW2 / (modulesW2 + p.unknownShareW ** 2);
  const unknownW = within(s.unknownW + (1 - share) * learnedW, p.unknownLimitW);
  const surplusBy =
    share === 0 ? 0 : (share * learnedW * drivenW) / (modulesW2 + p.unknownShareW ** 2);
  const { heatSurplus, coolSurplus } = s;
  return {
    unknownW,
    heatSurplus: drive > 0 ? within(heatSurplus + surplusBy, p.surplusLimit) : heatSurplus,
    coolSurplus: drive < 0 ? within(coolSurplus + surplusBy, p.surplusLimit) : coolSurplus,
  };
}

/** Where the plate comes to rest if the drive held it from now on: the faces still give what they have stored. */
export function restingC(p: ControllerParameters, s: PlateEstimate, holdW: number): number {
  return s.plateC + faceRiseC(p, s.faceW) - faceRiseC(p, holdW);
}

/** Rate of the stored heat now, °C/s. */
export function rateNowCPerS(
  p: ControllerParameters,
  s: PlateEstimate,
  appliedDrive: number,
): number {
  const { idleW, drivenW } = heatNow(p, s, appliedDrive);
  return (idleW + drivenW - lostW(p, s.plateC, s.skinC) + s.unknownW) / p.effectiveCapacityJPerK;
}
