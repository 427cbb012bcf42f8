/** Rules about the plate's witness: what befalls both beads alike is seen by a sensor of another kind (H36). */
import type { Rule } from './interlocks.ts';
import { isWitnessValid } from './readings.ts';
import { callService, removePlate } from './rule-words.ts';

/**
 * Two that are whole are apart by less: half a degree that the choice of the pull-up leaves, a degree and a quarter of
 * wander in a sensor of 0.6 °C a count, half a degree of the beads themselves.
 */
export const apartMostC = 2.5;
const apartWarnC = 1.8;

const causes =
  'Likely causes, in this order: beads of the wrong kind; water in the plate or its plug; a bad plug that both beads share; a ground wire that carries module current.';

export const witnessDisagrees = {
  id: 'witness-disagrees',
  alarm: 'The plate sensors and their witness disagree',
  hazards: ['H08', 'H10', 'H36'],
  response: 'trip',
  holdMs: 2000,
  judge: ({ readings: { witness }, trend, permission }) => {
    // Before there is any power the self-test asks the same, and allows less.
    if (witness === null || permission === 'none' || permission === 'coolPulse') return null;
    const { apartC, allowedC } = trend.witness;
    const limitC = apartMostC + allowedC;
    if (Math.abs(apartC) < limitC) return null;
    return {
      found: {
        kind: 'witness-apart',
        value: Math.abs(apartC),
        unit: 'K',
        limit: limitC,
        forS: 2,
      },
      // What is no number is a sensor rule's to name, where one has found it.
      unread: Number.isNaN(apartC),
    };
  },
  remedy: `${removePlate} ${causes}`,
} as const satisfies Rule;

/** Later than the beads, which have a lag to look through: it is there for the case that they see nothing. */
const hottestC = 45;
const coldestC = 5;

export const witnessHot = {
  id: 'witness-hot',
  alarm: 'The plate is too hot by its witness',
  hazards: ['H01', 'H36'],
  response: 'trip',
  holdMs: 500,
  judge: ({ readings: { witness }, trend: { witness: watch } }) => {
    if (witness === null || watch.smoothC < hottestC) return null;
    return {
      found: {
        kind: 'reads-for',
        channel: 'witness',
        value: watch.smoothC,
        unit: '°C',
        limit: hottestC,
        forS: 0.5,
      },
      unread: Number.isNaN(watch.smoothC),
    };
  },
  remedy: removePlate,
} as const satisfies Rule;

export const witnessCold = {
  id: 'witness-cold',
  alarm: 'The plate is too cold by its witness',
  hazards: ['H16', 'H36'],
  response: 'trip',
  holdMs: 500,
  judge: ({ readings: { witness }, trend: { witness: watch }, permission }) => {
    // With nothing driven, a cold room is for the self-test to refuse in words.
    if (witness === null || permission === 'none' || permission === 'coolPulse') return null;
    if (watch.smoothC > coldestC) return null;
    return {
      found: {
        kind: 'reads-for',
        channel: 'witness',
        value: watch.smoothC,
        unit: '°C',
        limit: coldestC,
        forS: 0.5,
      },
      unread: Number.isNaN(watch.smoothC),
    };
  },
  remedy: removePlate,
} as const satisfies Rule;

export const witnessDrifting = {
  id: 'witness-drifting',
  alarm: 'The plate sensors and their witness drift apart',
  hazards: ['H08', 'H36'],
  response: 'warn',
  holdMs: 20_000,
  judge: ({ nowMs, readings: { witness }, trend, permission }) => {
    if (witness === null || permission === 'none') return null;
    const { apartC, allowedC } = trend.witness;
    const limitC = apartWarnC + allowedC;
    // Where it is not read, its own rule has tripped.
    if (!isWitnessValid(witness, nowMs) || !(Math.abs(apartC) >= limitC)) return null;
    return {
      found: {
        kind: 'witness-apart',
        value: Math.abs(apartC),
        unit: 'K',
        limit: limitC,
        forS: 20,
      },
    };
  },
  remedy: `${callService} ${causes}`,
} as const satisfies Rule;
