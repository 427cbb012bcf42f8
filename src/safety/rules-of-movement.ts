/** Rules about how the plate moves: a threshold alone is too late, because the beads lag the plate by a second. */
import type { Rule } from './interlocks.ts';
import { isInWindow, plateChannels } from './readings.ts';
import { callService, degrees, removePlate } from './rule-words.ts';
import { coolingAnswerC, heatingAnswerC } from './trend.ts';

/** Below this, skin warms a plate that is laid on it faster than any fault could; above it, only heat does. */
const warmPlateC = 30;
const fastMarginCPerS = 0.6;
const slowHeatingCPerS = 1.0;
const slowCoolingCPerS = 1.5;

const rate = (value: number): string =>
  Number.isFinite(value) ? `${value.toFixed(2)} °C/s` : 'an unknown rate';

export const tooFast: Rule = {
  id: 'too-fast',
  hazards: ['H01', 'H02'],
  response: 'trip',
  // Three ticks: the slope is a fit over six.
  holdMs: 100,
  judge: ({ trend, permission, readings }) => {
    if (trend.plateC < warmPlateC) return null;
    // A broken wire is no movement; it is the sensor rules' to name.
    if (!plateChannels.every((channel) => isInWindow(readings[channel].count))) return null;
    const limit = fastMarginCPerS + Math.max(0, trend.expectedCPerS);
    // Both beads must see it: where only one moves, they disagree, and that rule names the sensors.
    const onlyOne = trend.fastSlopeLeastCPerS < limit / 2;
    if (!(trend.fastSlopeCPerS < limit) && !onlyOne) {
      return {
        reading: `the plate warms by ${rate(trend.fastSlopeCPerS)}`,
        limit: `${rate(limit)} over 0.3 s`,
      };
    }
    if (!(trend.slowSlopeCPerS < slowHeatingCPerS)) {
      return {
        reading: `the plate warms by ${rate(trend.slowSlopeCPerS)}`,
        limit: `${rate(slowHeatingCPerS)} over 2 s`,
      };
    }
    // While nothing is driven, a lifted or wetted plate may cool as it likes.
    if (permission === 'none' || trend.slowSlopeCPerS > -slowCoolingCPerS) return null;
    return {
      reading: `the plate cools by ${rate(-trend.slowSlopeCPerS)}`,
      limit: `${rate(slowCoolingCPerS)} over 2 s`,
    };
  },
  remedy: removePlate,
};

const heatingAnswerS = 15;
const coolingAnswerS = 20;

export const noResponse: Rule = {
  id: 'no-response',
  hazards: ['H05', 'H07', 'H10'],
  response: 'trip',
  holdMs: 0,
  judge: ({ trend: { drive, plateC }, nowMs }) => {
    if (drive.direction === 0) return null;
    const heating = drive.direction > 0;
    const allowedS = heating ? heatingAnswerS : coolingAnswerS;
    const enoughC = heating ? heatingAnswerC : coolingAnswerC;
    const movedC = (plateC - drive.fromC) * drive.direction;
    const watchedS = (nowMs - drive.sinceMs) / 1000;
    if (watchedS < allowedS || movedC >= enoughC) return null;
    return {
      reading: `the plate moved ${movedC.toFixed(1)} °C in ${watchedS.toFixed(0)} s of ${heating ? 'heating' : 'cooling'}`,
      limit: `at least ${enoughC} °C in ${allowedS} s`,
    };
  },
  remedy: callService,
};

const wrongWayC = 2;

export const wrongWay: Rule = {
  id: 'wrong-way',
  hazards: ['H11', 'H24'],
  response: 'trip',
  holdMs: 0,
  judge: ({ trend: { drive, plateC } }) => {
    if (drive.direction === 0) return null;
    const againstC = (drive.furthestC - plateC) * drive.direction;
    if (againstC < wrongWayC) return null;
    return {
      reading: `the plate went ${degrees(againstC)} ${drive.direction > 0 ? 'down while heated' : 'up while cooled'}`,
      limit: `${wrongWayC} °C within 10 s`,
    };
  },
  remedy: callService,
};

/**
 * Cooling that works for a minute warms a heatsink of this kind by several degrees, and the best of them in tolerance, in
 * the mildest treatment, by 1.7. A sensor out of its hole, or fallen silent, shows next to nothing.
 */
const workedMs = 60_000;
const heatsinkAnswerC = 1;
/** A device that was warm from work at the start says nothing by it. */
const warmRestC = 30;

export const heatsinkMute: Rule = {
  id: 'heatsink-mute',
  hazards: ['H13', 'H14'],
  response: 'trip',
  // At once: a finding that waits holds the drive back, and so takes its own cause away.
  holdMs: 0,
  judge: ({ trend: { workingMs, heatsinkRestC: restC }, readings: { heatsink } }) => {
    if (workingMs < workedMs || restC >= warmRestC) return null;
    // A broken wire is the sensor rules' to name.
    if (!isInWindow(heatsink.count)) return null;
    if (heatsink.celsius - restC >= heatsinkAnswerC) return null;
    return {
      reading: `the heatsink sensor reads ${degrees(heatsink.celsius)} after a minute of cooling, and read ${degrees(restC)} at rest`,
      limit: `at least ${heatsinkAnswerC} °C above rest`,
    };
  },
  remedy:
    'Take the plate off the skin. Check that the heatsink sensor sits in its hole, and that both modules work.',
};

/** After power-off the beads and the module faces need this long to stop moving on their own. */
const settleAfterOffMs = 20_000;
const awayCPerS = 0.05;
/** Warmer than anything that could passively warm the plate; skin is at 37 °C at most. */
const bodyC = 37;
const coldestRoomC = 10;

export const notCoolingDown: Rule = {
  id: 'not-cooling-down',
  hazards: ['H02', 'H14'],
  response: 'trip',
  holdMs: 5000,
  judge: ({ trend, readings }) => {
    if (trend.offMs < settleAfterOffMs) return null;
    const { plateC, slowSlopeCPerS } = trend;
    const heatsinkC = readings.heatsink.celsius;
    const hotter = plateC > Math.max(bodyC, heatsinkC) + 1 && slowSlopeCPerS > awayCPerS;
    const colder = plateC < Math.min(coldestRoomC, heatsinkC) - 1 && slowSlopeCPerS < -awayCPerS;
    if (!hotter && !colder) return null;
    return {
      reading: `the power is off and the plate still goes ${hotter ? 'up' : 'down'}, at ${degrees(plateC)} by ${rate(Math.abs(slowSlopeCPerS))}`,
      limit: 'it must move toward skin and room',
    };
  },
  remedy: 'Take the plate off the skin and unplug the device: bridge and relay are stuck.',
};
