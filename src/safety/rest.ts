/**
 * What must be true of a device at rest before it is driven: sensors that make sense, a plate that has come to rest, a
 * room in which the device can do its work. What only takes time, or another room, is refused in words and is no fault.
 */
import type { Fact } from '../words/facts.ts';
import { channels, isValid, isWitnessValid } from './readings.ts';
import type { Channel, Readings } from './readings.ts';
import { meanOver } from './slopes.ts';
import type { Trend } from './trend.ts';

/** The rooms in which a device within tolerance does its work, °C; and what a bead may be wrong by. */
export const roomC = { min: 12, max: 33 } as const;
const beadToleranceC = 1;

/** Two uncalibrated beads within tolerance differ by up to a degree at rest, and a little more while they cool. */
const agreeWithinC = 1.5;
const heatsinkBelowC = 45;
/** What the self-test can allow for; a plate that comes from a treatment moves faster, and slows down in a minute or two. */
const restingCPerS = 0.12;

/** Why the device may not be driven yet, and what follows where that does not change in time. */
export interface Objection {
  readonly reason: Fact;
  readonly waitMs: number;
  /** A fault latches; a refusal does not. */
  readonly ends: 'failed' | 'refused';
}

const faultAfterMs = 10_000;
/** As long as a plate needs to come to rest. */
const restAfterMs = 180_000;

const broken = (reason: Fact): Objection => ({ reason, waitMs: faultAfterMs, ends: 'failed' });
/** With its fan running, a device that comes from work reads as its room after three minutes, and as 36 °C before at most. */
const cooledAfterMs = 240_000;
const warmFromWorkMostC = 37;
const tooEarly = (reason: Fact, waitMs = restAfterMs): Objection => ({
  reason,
  waitMs,
  ends: 'refused',
});
const elsewhere = (reason: Fact): Objection => ({ reason, waitMs: 0, ends: 'refused' });

/** A line through each channel's readings since rest began, by its sums. */
export interface RestWatch {
  readonly n: number;
  readonly sumT: number;
  readonly sumTT: number;
  readonly sumC: Readonly<Record<Channel, number>>;
  readonly sumTC: Readonly<Record<Channel, number>>;
}

const nothing = { plateA: 0, plateB: 0, heatsink: 0 } as const;
export const newRest: RestWatch = { n: 0, sumT: 0, sumTT: 0, sumC: nothing, sumTC: nothing };

/** @param atMs since the watch began */
export function watchRest(watch: RestWatch, readings: Readings, atMs: number): RestWatch {
  const t = atMs / 1000;
  const plus = (sums: Readonly<Record<Channel, number>>, factor: number) => ({
    plateA: sums.plateA + factor * readings.plateA.celsius,
    plateB: sums.plateB + factor * readings.plateB.celsius,
    heatsink: sums.heatsink + factor * readings.heatsink.celsius,
  });
  return {
    n: watch.n + 1,
    sumT: watch.sumT + t,
    sumTT: watch.sumTT + t * t,
    sumC: plus(watch.sumC, 1),
    sumTC: plus(watch.sumTC, t),
  };
}

/** How fast a channel moved at rest, °C/s. */
export function restSlope({ n, sumT, sumTT, sumC, sumTC }: RestWatch, channel: Channel): number {
  return (n * sumTC[channel] - sumT * sumC[channel]) / (n * sumTT - sumT * sumT);
}

/** The first reason against a device whose readings cannot be true, in words; null only where all is proven well. */
export function selfTestObjection(readings: Readings, nowMs: number): Objection | null {
  for (const channel of channels) {
    if (!isValid(readings[channel], nowMs)) return broken({ kind: 'no-valid-reading', channel });
  }
  const { witness } = readings;
  if (witness !== null && !isWitnessValid(witness, nowMs)) {
    return broken({ kind: 'no-valid-reading', channel: 'witness' });
  }
  if (!(readings.heatsink.celsius < heatsinkBelowC)) {
    return tooEarly({
      kind: 'heatsink-still-warm',
      value: readings.heatsink.celsius,
      unit: '°C',
      limit: heatsinkBelowC,
    });
  }
  return readings.stopLoopClosed ? null : broken({ kind: 'test-stop-open' });
}

/** What keeps the beads from being believed: they differ by more than two that are whole. */
export function agreementObjection({ beadsApartC }: Trend): Objection | null {
  const apartC = Math.abs(beadsApartC);
  if (apartC < agreeWithinC) return null;
  return broken({ kind: 'test-beads-differ', value: apartC, unit: 'K', limit: agreeWithinC });
}

/** Aligned by its pull-up, and with what may wander: a witness is nearer to whole beads than this, where nothing is driven. */
const witnessWithinC = 1.8;
/** Beads that are this far from the witness and from the heatsink, on the same side of both, are the ones that are wrong. */
const outvotedC = 1;
const outvotedByHeatsinkC = 1.5;

/** What the prescription asks of the plate, °C. */
export interface AskedOfPlate {
  /** The first cold. */
  readonly firstC: number;
  readonly coldestC: number;
  readonly hottestC: number;
}

/**
 * What may be prescribed to a plate without a witness: nobody sees what befalls both of its beads alike. The guard trips a
 * little beyond it.
 */
export const prescribableWithoutWitnessC = { coldest: 12, hottest: 39 } as const;

/** Whatever was said of the device, what counts is what its board reads. */
export function witnessNeeded(
  { witness }: Readings,
  { coldestC, hottestC }: AskedOfPlate,
): Objection | null {
  const { coldest, hottest } = prescribableWithoutWitnessC;
  if (witness !== null || (coldestC >= coldest && hottestC <= hottest)) return null;
  return elsewhere({ kind: 'witness-needed', leastC: coldest, mostC: hottest });
}

/** Plate, heatsink and witness must agree before anything is driven: two of a kind that are wrong alike are outvoted. */
export function witnessObjection(
  { witness, heatsink }: Readings,
  { witness: { apartC, smoothC, allowedC } }: Trend,
): Objection | null {
  if (witness === null) return null;
  if (!Number.isFinite(apartC))
    return broken({ kind: 'witness-not-comparable', channel: 'witness' });
  const apart = { value: Math.abs(apartC), unit: 'K' } as const;
  const withinC = witnessWithinC + allowedC;
  if (!(Math.abs(apartC) < withinC)) {
    return broken({
      kind: apartC > 0 ? 'beads-above-witness' : 'beads-below-witness',
      ...apart,
      limit: withinC,
    });
  }
  const beadsC = smoothC + apartC;
  const fromSinkC = (beadsC - heatsink.celsius) * Math.sign(apartC);
  const outvoted = Math.abs(apartC) >= outvotedC + allowedC && fromSinkC >= outvotedByHeatsinkC;
  if (!outvoted || !(Math.abs(smoothC - heatsink.celsius) < outvotedC)) return null;
  return tooEarly({ kind: apartC > 0 ? 'outvoted-above' : 'outvoted-below', ...apart });
}

/** What the readings of a whole stretch of rest say of plate and room. @param coldestC that is prescribed first */
export function restObjection(
  watch: RestWatch,
  { recent }: Trend,
  coldestC: number,
): Objection | null {
  const [plateAC, plateBC] = [meanOver(recent, 'plateA'), meanOver(recent, 'plateB')];
  const plateC = (plateAC + plateBC) / 2;
  return (
    roomObjection(plateC, meanOver(recent, 'heatsink')) ??
    movingObjection(watch, plateC) ??
    // The colder bead is the one that is controlled, and waited for.
    colderObjection(Math.min(plateAC, plateBC), coldestC)
  );
}

/** The cold that is prescribed may be so much warmer than a plate that is as cold as its room, °C. */
const colderByRoomC = beadToleranceC;
/** While it is waited for, the pulse of the self-test and a room that drifts may take as much more, °C. */
export const colderWhileReadyC = colderByRoomC + 0.5;

/** Before the first cold nothing may warm a plate (L1): one that is colder at rest never gets there. */
function colderObjection(plateC: number, coldestC: number): Objection | null {
  if (plateC >= coldestC - colderByRoomC) return null;
  return tooEarly({ kind: 'plate-below-cold', value: plateC, unit: '°C', limit: coldestC });
}

/** Two sensors within tolerance differ by less at rest. */
const warmFromWorkC = 3;

/** A device that is warm or cold from work is no warm or cold room: there plate and heatsink differ. */
function roomObjection(plateC: number, heatsinkC: number): Objection | null {
  const coldC = roomC.min - beadToleranceC;
  const warmC = roomC.max + beadToleranceC;
  // Nothing that the device does makes its heatsink much colder than the room.
  if (!(heatsinkC >= coldC)) {
    return elsewhere({ kind: 'room-cold', value: heatsinkC, unit: '°C', limit: roomC.min });
  }
  // Of a heatsink that is warm from work nothing can be said of the room; in one too warm for it, cooling eases off.
  const warmFromWork = heatsinkC - plateC > warmFromWorkC;
  // A little warmth is left from work in all of it, and is gone in minutes; a room that is too hot stays so.
  if (!warmFromWork && !(Math.min(plateC, heatsinkC) <= warmC)) {
    const nowC = Math.min(plateC, heatsinkC);
    const reason = { kind: 'room-warm', value: nowC, unit: '°C', limit: roomC.max } as const;
    return nowC < warmFromWorkMostC ? tooEarly(reason, cooledAfterMs) : elsewhere(reason);
  }
  if (plateC >= coldC) return null;
  return tooEarly({ kind: 'plate-still-cold', value: plateC, unit: '°C', limit: roomC.min });
}

function movingObjection(watch: RestWatch, plateC: number): Objection | null {
  const a = Math.abs(restSlope(watch, 'plateA'));
  const b = Math.abs(restSlope(watch, 'plateB'));
  if (a < restingCPerS && b < restingCPerS) return null;
  return tooEarly({ kind: 'plate-still-moves', plateC, value: Math.max(a, b), unit: '°C/s' });
}
