/**
 * The interlock table. A rule answers null only where it can prove safety, so a reading that is not a number
 * never passes. Ids are a contract: records, screens and the hazard log cite them.
 */
import { fixedBounds } from '../limits/envelope.ts';
import type { Finding, Rule, Situation } from './interlocks.ts';
import {
  channels,
  isInWindow,
  isRead,
  openAboveCount,
  plateChannels,
  shortBelowCount,
  staleAfterMs,
  witnessOpenAboveCount,
  witnessShortBelowCount,
} from './readings.ts';
import type { Channel, Reading } from './readings.ts';
import { callService, firstOf, removePlate } from './rule-words.ts';
import {
  heatsinkMute,
  heatsinkUnjudged,
  noResponse,
  notCoolingDown,
  offCourse,
  tooFast,
  wrongWay,
} from './rules-of-movement.ts';
import { dose, phaseOverrun, sessionOverrun } from './rules-of-dose.ts';
import { byStop, guardTripped, leaseLost } from './rules-of-the-guard.ts';
import {
  driveMismatch,
  sensorFrozen,
  sensorJump,
  sensorNoisy,
  sensorsDisagree,
} from './rules-of-wiring.ts';
import { currentMissing, currentReversed, currentUndriven } from './rules-of-current.ts';
import { bridgeShorted, fanStalled, relayWelded, supplyHigh, supplyLow } from './rules-of-power.ts';
import {
  witnessCold,
  witnessDisagrees,
  witnessDrifting,
  witnessHot,
} from './rules-of-the-witness.ts';
import { heatsinkWarm, loopSlow, sensorsDrifting } from './rules-that-warn.ts';

const plateHot = {
  id: 'plate-hot',
  alarm: 'The plate is too hot',
  hazards: ['H01', 'H02', 'H08'],
  response: 'trip',
  holdMs: 300,
  judge: (situation) =>
    firstOf(plateChannels, (channel) => {
      const reading = situation.readings[channel];
      const { celsius, count } = reading;
      if (Number.isFinite(celsius) && celsius < 43) return null;
      return {
        found: {
          kind: 'reads-or-at-once',
          channel,
          value: celsius,
          unit: '°C',
          limit: 43,
          forS: 0.3,
          atOnceC: 44,
        },
        unread: !isRead(reading),
        // A broken wire is the sensor rules' to name; what it reads is no temperature to act on at once.
        atOnce: celsius >= 44 && isInWindow(count),
      };
    }),
  remedy: removePlate,
} as const satisfies Rule;

const alikeWithinC = 2.5;

/** With nothing driven, and the whole device as cold: a room, which the self-test refuses in words. */
const isColdRoom = ({ permission, appliedDrive, readings }: Situation, plate: Reading): boolean =>
  (permission === 'none' || permission === 'coolPulse') &&
  appliedDrive === 0 &&
  isRead(plate) &&
  isRead(readings.heatsink) &&
  readings.heatsink.celsius - plate.celsius < alikeWithinC;

const plateCold = {
  id: 'plate-cold',
  alarm: 'The plate is too cold',
  hazards: ['H06', 'H16'],
  response: 'trip',
  holdMs: 300,
  judge: (situation) =>
    firstOf(plateChannels, (channel) => {
      const reading = situation.readings[channel];
      const { celsius, count } = reading;
      if (Number.isFinite(celsius) && celsius > 7) return null;
      if (isColdRoom(situation, reading)) return null;
      return {
        found: {
          kind: 'reads-or-at-once',
          channel,
          value: celsius,
          unit: '°C',
          limit: 7,
          forS: 0.3,
          atOnceC: 6,
        },
        unread: !isRead(reading),
        atOnce: celsius <= 6 && isInWindow(count),
      };
    }),
  remedy: removePlate,
} as const satisfies Rule;

const heatsinkLimitC = fixedBounds.heatsinkC.max ?? Number.NaN;

/**
 * In a warm room a heatsink comes to rest above this, and gets there slowly: between two filters that lie 16 s apart it
 * shows less than half a degree. A weak one passes it while the plate is still on its way, at full cooling: 1.6 °C have
 * been seen. Without its fan it shows one and a half and more in a hold, and four at full cooling.
 */
const heatsinkRisingC = 50;
const risesMostC = { inHold: 1.2, atFullCooling: 3.2 } as const;
/** Up to so much cooling the plate is held; beyond, it is on its way or the heatsink is at its end. */
const holdEffort = 0.5;

function mostRiseC(effortNow: number): number {
  const beyondHold = Math.min(Math.max((effortNow - holdEffort) / (1 - holdEffort), 0), 1);
  return risesMostC.inHold + beyondHold * (risesMostC.atFullCooling - risesMostC.inHold);
}

const heatsinkHot = {
  id: 'heatsink-hot',
  alarm: 'The heatsink is too hot',
  hazards: ['H13', 'H14'],
  response: 'trip',
  holdMs: 300,
  judge: ({ readings, trend: { heatsink: work } }) => {
    const { celsius } = readings.heatsink;
    const rises = !(work.soonC - work.lateC < mostRiseC(work.effortNow));
    // By the filtered reading: noise about the limit would hold the drive back, and so make the rise that it looks for.
    if (work.soonC >= heatsinkRisingC && celsius < heatsinkLimitC && rises) {
      return {
        found: { kind: 'heatsink-rising', value: celsius, unit: '°C', limit: heatsinkRisingC },
      };
    }
    if (Number.isFinite(celsius) && celsius < heatsinkLimitC) return null;
    return {
      found: {
        kind: 'reads',
        channel: 'heatsink',
        value: celsius,
        unit: '°C',
        limit: heatsinkLimitC,
      },
      unread: !isRead(readings.heatsink),
    };
  },
  remedy: 'Take the plate off the skin. Clear the vents and check that the fan runs.',
} as const satisfies Rule;

type Sensor = Channel | 'witness';

function openFinding(channel: Sensor, { count }: Reading, limit: number): Finding | null {
  if (count <= limit) return null;
  return { found: { kind: 'sensor-open', channel, value: count, unit: 'count', limit } };
}

function shortFinding(channel: Sensor, { count }: Reading, limit: number): Finding | null {
  // A count that is no number is the open rule's to name.
  if (!(count < limit)) return null;
  return { found: { kind: 'sensor-short', channel, value: count, unit: 'count', limit } };
}

/** A current that no modules take: what is no number counts as open. */
function noSensorFinding(
  { readings: { moduleCurrent }, moduleCurrent: limits }: Situation,
  wire: 'open' | 'shorted',
): Finding | null {
  if (moduleCurrent === null || limits === null) return null;
  const { currentA } = moduleCurrent;
  if (Math.abs(currentA) <= limits.mostA || currentA < -limits.mostA !== (wire === 'shorted'))
    return null;
  return {
    found: {
      kind: `current-${wire}`,
      channel: 'moduleCurrent',
      value: currentA,
      unit: 'A',
      limit: limits.mostA,
    },
  };
}

const sensorOpen = {
  id: 'sensor-open',
  alarm: 'A temperature sensor or its wire is broken',
  hazards: ['H05'],
  response: 'trip',
  holdMs: 150,
  judge: (situation) =>
    firstOf(channels, (channel) =>
      openFinding(channel, situation.readings[channel], openAboveCount),
    ) ??
    (situation.readings.witness &&
      openFinding('witness', situation.readings.witness, witnessOpenAboveCount)) ??
    noSensorFinding(situation, 'open'),
  remedy: callService,
} as const satisfies Rule;

const sensorShort = {
  id: 'sensor-short',
  alarm: 'A temperature sensor or its wire is shorted',
  hazards: ['H06'],
  response: 'trip',
  holdMs: 150,
  judge: (situation) =>
    firstOf(channels, (channel) =>
      shortFinding(channel, situation.readings[channel], shortBelowCount),
    ) ??
    (situation.readings.witness &&
      shortFinding('witness', situation.readings.witness, witnessShortBelowCount)) ??
    noSensorFinding(situation, 'shorted'),
  remedy: callService,
} as const satisfies Rule;

function staleKind(ageMs: number, inOrder: boolean) {
  if (!inOrder) return 'out-of-order';
  if (ageMs < 0) return 'from-the-future';
  return Number.isFinite(ageMs) ? 'stale' : 'never-reported';
}

const sensorStale = {
  id: 'sensor-stale',
  alarm: 'A temperature sensor does not report',
  hazards: ['H10'],
  response: 'trip',
  holdMs: 0,
  judge: ({ nowMs, readings, trend }) => {
    const { witness, rails, moduleCurrent } = readings;
    const late = (
      channel: Sensor | 'rails' | 'moduleCurrent',
      atMs: number,
      inOrder = true,
    ): Finding | null => {
      const ageMs = nowMs - atMs;
      if (ageMs >= 0 && ageMs < staleAfterMs && inOrder) return null;
      return {
        found: {
          kind: staleKind(ageMs, inOrder),
          channel,
          value: ageMs,
          unit: 'ms',
          limit: staleAfterMs,
        },
      };
    };
    return (
      firstOf(channels, (channel) =>
        late(channel, readings[channel].atMs, !trend.outOfOrder[channel]),
      ) ??
      (witness && late('witness', witness.atMs)) ??
      (rails && late('rails', rails.atMs)) ??
      (moduleCurrent && late('moduleCurrent', moduleCurrent.atMs))
    );
  },
  remedy: 'Take the plate off the skin. Check the cable between computer and board.',
} as const satisfies Rule;

const loopLateLimitMs = 250;

const loopLate = {
  id: 'loop-late',
  alarm: 'The computer is too slow to keep control',
  hazards: ['H03'],
  response: 'trip',
  holdMs: 0,
  judge: ({ lateMs }) =>
    lateMs < loopLateLimitMs
      ? null
      : {
          found: { kind: 'loop-late', value: lateMs, unit: 'ms', limit: loopLateLimitMs },
        },
  remedy: 'Take the plate off the skin. The computer was too busy: close other programs.',
} as const satisfies Rule;

const stopPressed = {
  id: 'stop-pressed',
  // The patient's own wish, but somebody who cannot speak may be calling.
  alarm: 'STOP was pressed, or its plug is out',
  hazards: ['H21'],
  response: 'stop',
  holdMs: 0,
  judge: ({ readings: { stopLoopClosed, guard }, excusedGuardReason }) => {
    // A short press may be over before it is reported; the guard on the board remembers it.
    const pressed = guard?.state === 'tripped' && guard.reason === byStop;
    if (stopLoopClosed && (!pressed || excusedGuardReason === byStop)) return null;
    return { found: { kind: 'stop-open' } };
  },
  remedy: 'Release the stop button, or check its plug, before the next treatment.',
} as const satisfies Rule;

/** Sensor rules first: where a sensor is broken, that is the cause to name. */
const table = [
  stopPressed,
  sensorOpen,
  sensorShort,
  sensorStale,
  sensorJump,
  sensorNoisy,
  plateHot,
  plateCold,
  tooFast,
  heatsinkHot,
  heatsinkMute,
  sensorsDisagree,
  witnessDisagrees,
  witnessHot,
  witnessCold,
  relayWelded,
  bridgeShorted,
  supplyHigh,
  currentUndriven,
  currentReversed,
  currentMissing,
  fanStalled,
  sensorFrozen,
  wrongWay,
  noResponse,
  offCourse,
  notCoolingDown,
  guardTripped,
  driveMismatch,
  dose,
  phaseOverrun,
  sessionOverrun,
  loopLate,
  leaseLost,
  supplyLow,
  heatsinkWarm,
  heatsinkUnjudged,
  sensorsDrifting,
  witnessDrifting,
  loopSlow,
];

/** A closed union: what has no words in a language does not compile. */
export type RuleId = (typeof table)[number]['id'];

export const rules: readonly Rule<RuleId>[] = table;
