/** Rules about readings and read-backs that cannot be true. */
import type { Rule } from './interlocks.ts';
import { excessiveNoiseLsb, noiseCauses, noiseLimitLsb } from './noise.ts';
import { channelNames, channels, isInWindow, isRead, plateChannels } from './readings.ts';
import { degrees, firstOf } from './rule-words.ts';

const looseContact =
  'Take the plate off the skin. Likely causes, in this order: a loose plug or wire of this sensor; interference from the module wires; the sensor itself.';

const jumpLimitC = 3;
/** For so long it was broken, which the open and short rules have named long before. */
const brokenForMs = 1000;

export const sensorJump = {
  id: 'sensor-jump',
  hazards: ['H07', 'H09'],
  response: 'trip',
  holdMs: 0,
  judge: ({ trend, readings }) =>
    firstOf(channels, (channel) => {
      const awayMs = trend.backFromRailMs[channel];
      if (awayMs > 0 && awayMs < brokenForMs) {
        return {
          reading: `${channelNames[channel]} was gone for ${awayMs.toFixed(0)} ms and came back`,
          limit: 'a whole wire without a break: a loose contact does that',
        };
      }
      const jumpC = trend.jumpC[channel];
      // A wire that breaks or shorts is the open and short rules' to name; one that comes back is seen above.
      if (jumpC < jumpLimitC || !isInWindow(readings[channel].count)) return null;
      return {
        reading: `${channelNames[channel]} jumped by ${jumpC.toFixed(1)} °C`,
        limit: `${jumpLimitC} °C in 0.25 s: more than a plate or heatsink can move`,
      };
    }),
  remedy: looseContact,
} as const satisfies Rule;

/** Faster than any plate of ours moves, a bead is wrong, and its lag explains no more. */
const fastestPlateCPerS = 3;

export const sensorsDisagree = {
  id: 'sensors-disagree',
  hazards: ['H07', 'H08'],
  response: 'trip',
  holdMs: 800,
  judge: ({ readings, trend }) => {
    // In the mean over half a second: noise neither makes a difference nor interrupts one.
    const apartC = Math.abs(trend.beadsApartC);
    // Two beads of unequal lag differ while the plate moves.
    const limitC = 1.5 + 0.5 * Math.min(Math.abs(trend.slopeCPerS), fastestPlateCPerS);
    const known = readings.plateA.celsius + readings.plateB.celsius + trend.slopeCPerS;
    if (Number.isFinite(known) && apartC < limitC) return null;
    return {
      reading: `plate sensors A and B read ${degrees(readings.plateA.celsius)} and ${degrees(readings.plateB.celsius)}`,
      limit: `a difference of ${limitC.toFixed(1)} °C for 1 s`,
      unread: !(isRead(readings.plateA) && isRead(readings.plateB)),
    };
  },
  remedy:
    'Take the plate off the skin. Likely causes, in this order: a sensor has come out of the plate; a bad plug or wire; a sensor that is worn. Have the device checked before it is used again.',
} as const satisfies Rule;

/** More noise than the other rules can carry: told by its true name before it is taken for movement. */
export const sensorNoisy = {
  id: 'sensor-noisy',
  hazards: ['H09'],
  response: 'trip',
  holdMs: 0,
  judge: ({ trend: { noise }, permission }) => {
    // A trip can take nothing else away than power; before there is any, the self-test asks the same.
    if (permission === 'none') return null;
    return firstOf(channels, (channel) => {
      const noiseLsb = excessiveNoiseLsb(noise, channel);
      if (noiseLsb === null) return null;
      return {
        reading: `${channelNames[channel]} has noise of ${noiseLsb.toFixed(1)} LSB rms`,
        limit: `${noiseLimitLsb} LSB`,
      };
    });
  },
  remedy: `Take the plate off the skin. ${noiseCauses.powered}`,
} as const satisfies Rule;

const frozenWhileMovingMs = 3000;
const frozenWhileHoldingMs = 10_000;
const movingCPerS = 0.05;

export const sensorFrozen = {
  id: 'sensor-frozen',
  hazards: ['H10'],
  response: 'trip',
  holdMs: 0,
  judge: ({ trend, permission }) => {
    // Driven or not: a bridge that is stuck drives without being told to.
    if (permission === 'none') return null;
    const moving = Math.abs(trend.course?.rateCPerS ?? 0) > movingCPerS;
    const limitMs = moving ? frozenWhileMovingMs : frozenWhileHoldingMs;
    // The heatsink is slow, and only ever held to the longer limit.
    return (
      firstOf(plateChannels, (channel) => {
        const sameMs = trend.unchangedMs[channel];
        if (sameMs < limitMs) return null;
        return {
          reading: `${channelNames[channel]} has converted to the very same count for ${(sameMs / 1000).toFixed(1)} s`,
          limit: `${limitMs / 1000} s while power is permitted: a live sensor has noise`,
        };
      }) ?? frozenHeatsink(trend.unchangedMs.heatsink)
    );
  },
  remedy:
    'Take the plate off the skin. Likely causes, in this order: the sensor input of the board; the sensor. Have the device checked before it is used again.',
} as const satisfies Rule;

const frozenHeatsink = (sameMs: number) =>
  sameMs < 2 * frozenWhileHoldingMs
    ? null
    : {
        reading: `${channelNames.heatsink} has converted to the very same count for ${(sameMs / 1000).toFixed(1)} s`,
        limit: `${(2 * frozenWhileHoldingMs) / 1000} s while power is permitted: a live sensor has noise`,
      };

export const driveMismatch = {
  id: 'drive-mismatch',
  hazards: ['H27', 'H28'],
  response: 'trip',
  holdMs: 0,
  judge: ({ readings: { pinsDiffer } }) =>
    pinsDiffer === null ? null : { reading: pinsDiffer, limit: 'what was commanded' },
  remedy:
    'Take the plate off the skin. Close every other program that uses the board, and start again.',
} as const satisfies Rule;
