/**
 * The interlock table. A rule answers null only where it can prove safety, so a reading that is not a number
 * never passes. Ids are a contract: records, screens and the hazard log cite them.
 */
import { fixedBounds } from '../limits/envelope.ts';
import type { Finding, Rule, Situation } from './interlocks.ts';
import {
  channelNames,
  channels,
  currentSensorName,
  isInWindow,
  isRead,
  openAboveCount,
  plateChannels,
  shortBelowCount,
  staleAfterMs,
  witnessName,
  witnessOpenAboveCount,
  witnessShortBelowCount,
} from './readings.ts';
import type { Reading } from './readings.ts';
import { callService, degrees, firstOf, removePlate } from './rule-words.ts';
import { provenByWitness } from './witness-watch.ts';
import type { WitnessWatch } from './witness-watch.ts';
import {
  heatsinkMute,
  heatsinkUnjudged,
  noResponse,
  notCoolingDown,
  offCourse,
  tooFast,
  wrongWay,
} from './rules-of-movement.ts';
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

const plateHot: Rule = {
  id: 'plate-hot',
  hazards: ['H01', 'H02', 'H08'],
  response: 'trip',
  holdMs: 300,
  judge: (situation) =>
    firstOf(plateChannels, (channel) => {
      const reading = situation.readings[channel];
      const { celsius, count } = reading;
      if (Number.isFinite(celsius) && celsius < 43) return null;
      return {
        reading: `${channelNames[channel]} reads ${degrees(celsius)}`,
        limit: '43.0 °C for 0.3 s, or 44.0 °C at once',
        unread: !isRead(reading),
        // A broken wire is the sensor rules' to name; what it reads is no temperature to act on at once.
        atOnce: celsius >= 44 && isInWindow(count),
      };
    }),
  remedy: removePlate,
};

const alikeWithinC = 2.5;

/** With nothing driven, and the whole device as cold: a room, which the self-test refuses in words. */
const isColdRoom = ({ permission, appliedDrive, readings }: Situation, plate: Reading): boolean =>
  (permission === 'none' || permission === 'coolPulse') &&
  appliedDrive === 0 &&
  isRead(plate) &&
  isRead(readings.heatsink) &&
  readings.heatsink.celsius - plate.celsius < alikeWithinC;

const plateCold: Rule = {
  id: 'plate-cold',
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
        reading: `${channelNames[channel]} reads ${degrees(celsius)}`,
        limit: '7.0 °C for 0.3 s, or 6.0 °C at once',
        unread: !isRead(reading),
        atOnce: celsius <= 6 && isInWindow(count),
      };
    }),
  remedy: removePlate,
};

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

const heatsinkHot: Rule = {
  id: 'heatsink-hot',
  hazards: ['H13', 'H14'],
  response: 'trip',
  holdMs: 300,
  judge: ({ readings, trend: { heatsink: work } }) => {
    const { celsius } = readings.heatsink;
    const rises = !(work.soonC - work.lateC < mostRiseC(work.effortNow));
    // By the filtered reading: noise about the limit would hold the drive back, and so make the rise that it looks for.
    if (work.soonC >= heatsinkRisingC && celsius < heatsinkLimitC && rises) {
      return {
        reading: `rising as with a fan that stands still, the heatsink sensor reads ${degrees(celsius)}`,
        limit: degrees(heatsinkRisingC),
      };
    }
    if (Number.isFinite(celsius) && celsius < heatsinkLimitC) return null;
    return {
      reading: `the heatsink sensor reads ${degrees(celsius)}`,
      limit: degrees(heatsinkLimitC),
      unread: !isRead(readings.heatsink),
    };
  },
  remedy: 'Take the plate off the skin. Clear the vents and check that the fan runs.',
};

function openFinding(name: string, { count }: Reading, limit: number): Finding | null {
  if (count <= limit) return null;
  return {
    reading: `${name} converts to ${Number.isFinite(count) ? count.toFixed(0) : 'nothing'}`,
    limit: `a count of ${limit}: the sensor or its wire is open`,
  };
}

function shortFinding(name: string, { count }: Reading, limit: number): Finding | null {
  // A count that is no number is the open rule's to name.
  if (!(count < limit)) return null;
  return {
    reading: `${name} converts to ${count.toFixed(0)}`,
    limit: `a count of ${limit}: the sensor or its wire is shorted`,
  };
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
    reading: `${currentSensorName} reads ${Number.isFinite(currentA) ? `${currentA.toFixed(1)} A` : 'nothing'}`,
    limit: `${limits.mostA} A either way: the sensor or its wire is ${wire}`,
  };
}

const sensorOpen: Rule = {
  id: 'sensor-open',
  hazards: ['H05'],
  response: 'trip',
  holdMs: 150,
  judge: (situation) =>
    firstOf(channels, (channel) =>
      openFinding(channelNames[channel], situation.readings[channel], openAboveCount),
    ) ??
    (situation.readings.witness &&
      openFinding(witnessName, situation.readings.witness, witnessOpenAboveCount)) ??
    noSensorFinding(situation, 'open'),
  remedy: callService,
};

const sensorShort: Rule = {
  id: 'sensor-short',
  hazards: ['H06'],
  response: 'trip',
  holdMs: 150,
  judge: (situation) =>
    firstOf(channels, (channel) =>
      shortFinding(channelNames[channel], situation.readings[channel], shortBelowCount),
    ) ??
    (situation.readings.witness &&
      shortFinding(witnessName, situation.readings.witness, witnessShortBelowCount)) ??
    noSensorFinding(situation, 'shorted'),
  remedy: callService,
};

function staleWords(ageMs: number, inOrder: boolean): string {
  if (!inOrder) return 'has a report that is older than the one before it';
  if (ageMs < 0) return 'has a report from the future';
  return `has not reported for ${Number.isFinite(ageMs) ? `${ageMs.toFixed(0)} ms` : 'ever'}`;
}

const sensorStale: Rule = {
  id: 'sensor-stale',
  hazards: ['H10'],
  response: 'trip',
  holdMs: 0,
  judge: ({ nowMs, readings, trend }) => {
    const { witness, rails, moduleCurrent } = readings;
    const late = (name: string, atMs: number, inOrder = true): Finding | null => {
      const ageMs = nowMs - atMs;
      if (ageMs >= 0 && ageMs < staleAfterMs && inOrder) return null;
      return {
        reading: `${name} ${staleWords(ageMs, inOrder)}`,
        limit: `${staleAfterMs} ms, each report later than the one before`,
      };
    };
    return (
      firstOf(channels, (channel) =>
        late(channelNames[channel], readings[channel].atMs, !trend.outOfOrder[channel]),
      ) ??
      (witness && late(witnessName, witness.atMs)) ??
      (rails && late('a supply rail', rails.atMs)) ??
      (moduleCurrent && late(currentSensorName, moduleCurrent.atMs))
    );
  },
  remedy: 'Take the plate off the skin. Check the cable between computer and board.',
};

/** Whoever reads that a dose is full before its time should hear that two beads and their witness do not agree. */
function chargedByWitness(witness: WitnessWatch, way: 'above' | 'below'): string {
  const { smoothC, apartC, restApartC } = witness;
  const { hotC, coldC } = provenByWitness(witness);
  const beadsC = smoothC + apartC;
  const charged = way === 'above' ? hotC > beadsC : coldC < beadsC;
  if (!charged) return '';
  const sinceRestC = Number.isFinite(restApartC) ? apartC - restApartC : apartC;
  const beyondC = Math.max(Math.abs(apartC), Math.abs(sinceRestC));
  return `, charged by the witness, which is ${degrees(beyondC)} ${way} the plate sensors`;
}

const dose: Rule = {
  id: 'dose',
  hazards: ['H17'],
  response: 'trip',
  holdMs: 0,
  judge: ({ permission, cem43Min, cem43CapMin, coldMinutes, coldCapMinutes, trend }) => {
    // Counted always, judged while power may flow: a trip can take nothing else away.
    if (permission === 'none') return null;
    if (!(cem43Min < cem43CapMin)) {
      return {
        reading: `the heat dose is ${cem43Min.toFixed(2)} CEM43 minutes${chargedByWitness(trend.witness, 'above')}`,
        limit: `${cem43CapMin} CEM43 minutes`,
      };
    }
    if (coldMinutes <= coldCapMinutes) return null;
    return {
      reading: `${coldMinutes.toFixed(1)} cold minutes were given${chargedByWitness(trend.witness, 'below')}`,
      limit: `${coldCapMinutes} cold minutes`,
    };
  },
  remedy: removePlate,
};

/** The bounds of the software, whatever the clinic or the prescription says. */
const oneWayLimitMinutes = 20;
const sessionLimitMinutes = 90;
/** A phase and a session of just that length are allowed, and end by themselves before these rules act. */
const oneWayTripMs = oneWayLimitMinutes * 60_000 + 1000;
const sessionTripMs = sessionLimitMinutes * 60_000 + 60_000;
const minutesOf = (ms: number): number => ms / 60_000;

const phaseOverrun: Rule = {
  id: 'phase-overrun',
  hazards: ['H16', 'H17', 'H25'],
  response: 'trip',
  holdMs: 0,
  // Judged while power may flow, as the dose is: with the session over, its length is no cause any more.
  judge: ({ permission, oneWayMs }) =>
    permission === 'none' || oneWayMs < oneWayTripMs
      ? null
      : {
          reading: `one phase has lasted ${minutesOf(oneWayMs).toFixed(1)} min`,
          limit: `${oneWayLimitMinutes} min`,
        },
  remedy: removePlate,
};

const sessionOverrun: Rule = {
  id: 'session-overrun',
  hazards: ['H21', 'H25'],
  response: 'trip',
  holdMs: 0,
  judge: ({ permission, sessionMs }) =>
    permission === 'none' || sessionMs < sessionTripMs
      ? null
      : {
          reading: `the treatment has lasted ${minutesOf(sessionMs).toFixed(1)} min, pauses included`,
          limit: `${sessionLimitMinutes} min`,
        },
  remedy: removePlate,
};

const loopLateLimitMs = 250;

const loopLate: Rule = {
  id: 'loop-late',
  hazards: ['H03'],
  response: 'trip',
  holdMs: 0,
  judge: ({ lateMs }) =>
    lateMs < loopLateLimitMs
      ? null
      : {
          reading: `the control loop ran ${lateMs.toFixed(0)} ms late`,
          limit: `${loopLateLimitMs} ms`,
        },
  remedy: 'Take the plate off the skin. The computer was too busy: close other programs.',
};

const stopPressed: Rule = {
  id: 'stop-pressed',
  hazards: ['H21'],
  response: 'stop',
  holdMs: 0,
  judge: ({ readings: { stopLoopClosed, guard }, excusedGuardReason }) => {
    // A short press may be over before it is reported; the guard on the board remembers it.
    const pressed = guard?.state === 'tripped' && guard.reason === byStop;
    if (stopLoopClosed && (!pressed || excusedGuardReason === byStop)) return null;
    return { reading: 'the stop loop is open', limit: 'closed' };
  },
  remedy: 'Release the stop button, or check its plug, before the next treatment.',
};

/** Sensor rules first: where a sensor is broken, that is the cause to name. */
export const rules: readonly Rule[] = [
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
