/** Rules about readings and read-backs that cannot be true. */
import type { Found } from '../words/facts.ts';
import type { Finding, Rule } from './interlocks.ts';
import { excessiveNoiseLsb, noiseCauses, noiseLimitLsb } from './noise.ts';
import { channels, isInWindow, isRead, plateChannels } from './readings.ts';
import type { Channel } from './readings.ts';
import { firstOf } from './rule-words.ts';

const looseContact =
  'Take the plate off the skin. Likely causes, in this order: a loose plug or wire of this sensor; interference from the module wires; the sensor itself.';

const jumpLimitC = 3;
/** For so long it was broken, which the open and short rules have named long before. */
const brokenForMs = 1000;

export const sensorJump = {
  id: 'sensor-jump',
  alarm: 'A temperature reading jumps',
  hazards: ['H07', 'H09'],
  response: 'trip',
  holdMs: 0,
  judge: ({ trend, readings }) =>
    firstOf(channels, (channel) => {
      const awayMs = trend.backFromRailMs[channel];
      if (awayMs > 0 && awayMs < brokenForMs) {
        return {
          found: { kind: 'came-back', channel, value: awayMs, unit: 'ms' },
        };
      }
      const jumpC = trend.jumpC[channel];
      // A wire that breaks or shorts is the open and short rules' to name; one that comes back is seen above.
      if (jumpC < jumpLimitC || !isInWindow(readings[channel].count)) return null;
      return {
        found: {
          kind: 'jumped',
          channel,
          value: jumpC,
          unit: 'K',
          limit: jumpLimitC,
          forS: 0.25,
        },
      };
    }),
  remedy: looseContact,
} as const satisfies Rule;

/** Faster than any plate of ours moves, a bead is wrong, and its lag explains no more. */
const fastestPlateCPerS = 3;

export const sensorsDisagree = {
  id: 'sensors-disagree',
  alarm: 'The plate sensors disagree',
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
      found: {
        kind: 'beads-read',
        plateAC: readings.plateA.celsius,
        plateBC: readings.plateB.celsius,
        value: apartC,
        unit: 'K',
        limit: limitC,
        forS: 1,
      },
      unread: !(isRead(readings.plateA) && isRead(readings.plateB)),
    };
  },
  remedy:
    'Take the plate off the skin. Likely causes, in this order: a sensor has come out of the plate; a bad plug or wire; a sensor that is worn. Have the device checked before it is used again.',
} as const satisfies Rule;

/** More noise than the other rules can carry: told by its true name before it is taken for movement. */
export const sensorNoisy = {
  id: 'sensor-noisy',
  alarm: 'A temperature sensor is too noisy',
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
        found: { kind: 'noisy', channel, value: noiseLsb, unit: 'LSB', limit: noiseLimitLsb },
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
  alarm: 'A temperature sensor repeats one value',
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
          found: frozen(channel, sameMs, limitMs),
        };
      }) ?? frozenHeatsink(trend.unchangedMs.heatsink)
    );
  },
  remedy:
    'Take the plate off the skin. Likely causes, in this order: the sensor input of the board; the sensor. Have the device checked before it is used again.',
} as const satisfies Rule;

const frozen = (channel: Channel, sameMs: number, limitMs: number): Found => ({
  kind: 'frozen',
  channel,
  value: sameMs / 1000,
  unit: 's',
  limit: limitMs / 1000,
});

const frozenHeatsink = (sameMs: number): Finding | null =>
  sameMs < 2 * frozenWhileHoldingMs
    ? null
    : { found: frozen('heatsink', sameMs, 2 * frozenWhileHoldingMs) };

export const driveMismatch = {
  id: 'drive-mismatch',
  alarm: 'The board does not do what it is told',
  hazards: ['H27', 'H28'],
  response: 'trip',
  holdMs: 0,
  judge: ({ readings: { pinsDiffer } }) => (pinsDiffer === null ? null : { found: pinsDiffer }),
  remedy:
    'Take the plate off the skin. Close every other program that uses the board, and start again.',
} as const satisfies Rule;
