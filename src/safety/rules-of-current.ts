/**
 * Rules about the current of the modules, as a sensor in their line shows it: a bridge that does what nobody asked for is
 * seen by what it does, before any temperature tells, and whatever the beads say (H02, H11, H29).
 */
import { currentAsked } from './current-watch.ts';
import type { Rule, Situation } from './interlocks.ts';
import { staleAfterMs } from './readings.ts';
import { callService, removePlate } from './rule-words.ts';

/** The current where it is one: reported, and within what a sensor can show. The sensor rules name all else. */
function readCurrentA({ nowMs, readings, moduleCurrent: limits }: Situation): number {
  const { moduleCurrent } = readings;
  if (moduleCurrent === null || limits === null) return Number.NaN;
  if (!(nowMs - moduleCurrent.atMs < staleAfterMs)) return Number.NaN;
  const { currentA } = moduleCurrent;
  return Math.abs(currentA) <= limits.mostA ? currentA : Number.NaN;
}

export const currentUndriven = {
  id: 'current-undriven',
  alarm: 'The modules are driven without being asked',
  hazards: ['H02', 'H11'],
  response: 'trip',
  holdMs: 200,
  judge: (situation) => {
    const currentA = readCurrentA(situation);
    const { moduleCurrent: limits, trend } = situation;
    if (Number.isNaN(currentA) || limits === null) return null;
    const { leastA, mostA } = currentAsked(trend.current, limits);
    if (currentA >= leastA && currentA <= mostA) return null;
    return {
      found: {
        kind: currentA < 0 ? 'flows-heating' : 'flows-cooling',
        value: Math.abs(currentA),
        unit: 'A',
        limit: currentA < 0 ? -leastA : mostA,
      },
    };
  },
  remedy: `${removePlate} Likely causes, in this order: a bridge that is stuck; its wiring; the wires of the current sensor swapped. Do not use the device again before it was repaired.`,
} as const satisfies Rule;

/** Of the time that the drive has lasted in all: no single report, and no gap in them, makes as much. */
const reversedForMs = 200;
/** The guard proves its second relay by the first drive, and holds back all current for a second at most. */
const missingForMs = 1500;

export const currentReversed = {
  id: 'current-reversed',
  alarm: 'The modules are driven the other way',
  hazards: ['H02', 'H11'],
  response: 'trip',
  holdMs: 0,
  judge: ({ trend: { current } }) => {
    if (current.reversedMs < reversedForMs) return null;
    return {
      found: {
        kind: 'current-against',
        value: Math.abs(current.alongA),
        unit: 'A',
        limit: current.leastA,
        forS: reversedForMs / 1000,
      },
    };
  },
  remedy: `${removePlate} Likely causes, in this order: a leg of the bridge that does not switch; its two inputs, or the wires of the current sensor, swapped.`,
} as const satisfies Rule;

export const currentMissing = {
  id: 'current-missing',
  alarm: 'The modules take too little current',
  hazards: ['H02', 'H29'],
  response: 'trip',
  holdMs: 0,
  judge: ({ trend: { current } }) => {
    if (current.missingMs < missingForMs) return null;
    return {
      found: {
        kind: 'current-missing',
        value: current.alongA,
        unit: 'A',
        limit: current.leastA,
        forS: missingForMs / 1000,
      },
    };
  },
  remedy: `${callService} A module, a leg of the bridge, the thermal cut-out, a relay or a wire of the modules is open, or the current sensor does not show what flows.`,
} as const satisfies Rule;
