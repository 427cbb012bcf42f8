/** Rules about readings and read-backs that cannot be true. */
import type { Rule } from './interlocks.ts';
import { channelNames, channels, isInWindow, plateChannels } from './readings.ts';
import { callService, firstOf } from './rule-words.ts';

const jumpLimitC = 3;

export const sensorJump: Rule = {
  id: 'sensor-jump',
  hazards: ['H07', 'H09'],
  response: 'trip',
  holdMs: 0,
  judge: ({ trend, readings }) =>
    firstOf(channels, (channel) => {
      const jumpC = trend.jumpC[channel];
      // A wire that breaks or shorts is the open and short rules' to name.
      if (jumpC < jumpLimitC || !isInWindow(readings[channel].count)) return null;
      return {
        reading: `${channelNames[channel]} jumped by ${jumpC.toFixed(1)} °C`,
        limit: `${jumpLimitC} °C in 0.25 s: no plate or heatsink can`,
      };
    }),
  remedy: callService,
};

const frozenWhileMovingMs = 3000;
const frozenWhileHoldingMs = 10_000;
const movingCPerS = 0.05;
const drivenAbove = 0.05;

export const sensorFrozen: Rule = {
  id: 'sensor-frozen',
  hazards: ['H10'],
  response: 'trip',
  holdMs: 0,
  judge: ({ trend, appliedDrive }) => {
    if (Math.abs(appliedDrive) < drivenAbove) return null;
    const moving = Math.abs(trend.expectedCPerS) > movingCPerS;
    const limitMs = moving ? frozenWhileMovingMs : frozenWhileHoldingMs;
    // The heatsink is slow, and only ever held to the longer limit.
    return (
      firstOf(plateChannels, (channel) => {
        const sameMs = trend.unchangedMs[channel];
        if (sameMs < limitMs) return null;
        return {
          reading: `${channelNames[channel]} has converted to the very same count for ${(sameMs / 1000).toFixed(1)} s`,
          limit: `${limitMs / 1000} s while driven: a live sensor has noise`,
        };
      }) ?? frozenHeatsink(trend.unchangedMs.heatsink)
    );
  },
  remedy: callService,
};

const frozenHeatsink = (sameMs: number) =>
  sameMs < 2 * frozenWhileHoldingMs
    ? null
    : {
        reading: `${channelNames.heatsink} has converted to the very same count for ${(sameMs / 1000).toFixed(1)} s`,
        limit: `${(2 * frozenWhileHoldingMs) / 1000} s while driven: a live sensor has noise`,
      };

export const driveMismatch: Rule = {
  id: 'drive-mismatch',
  hazards: ['H27', 'H28'],
  response: 'trip',
  holdMs: 0,
  judge: ({ readings: { pinsDiffer } }) =>
    pinsDiffer === null ? null : { reading: pinsDiffer, limit: 'what was commanded' },
  remedy:
    'Take the plate off the skin. Close every other program that uses the board, and start again.',
};
