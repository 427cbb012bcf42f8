/** Warnings: said and recorded before a limit is reached; they take nothing away. */
import { fixedBounds } from '../limits/envelope.ts';
import type { Rule } from './interlocks.ts';
import { isRead } from './readings.ts';

const warmHeatsinkC = 50;

export const heatsinkWarm = {
  id: 'heatsink-warm',
  alarm: 'The heatsink is getting hot',
  hazards: ['H13', 'H14'],
  response: 'warn',
  holdMs: 1000,
  judge: ({ readings }) => {
    const { celsius } = readings.heatsink;
    // Where nothing is read, heatsink-hot has tripped; a warning that it may get hot would only hide that.
    if (!isRead(readings.heatsink) || celsius < warmHeatsinkC) return null;
    return { found: { kind: 'heatsink-warm', value: celsius, unit: '°C', limit: warmHeatsinkC } };
  },
  remedy: `Clear the vents. At ${fixedBounds.heatsinkC.max} °C the treatment ends.`,
} as const satisfies Rule;

const driftingC = 1;

export const sensorsDrifting = {
  id: 'sensors-drifting',
  alarm: 'The plate sensors drift apart',
  hazards: ['H07', 'H08'],
  response: 'warn',
  holdMs: 5000,
  judge: ({ readings: { plateA, plateB }, trend }) => {
    const apartC = Math.abs(trend.beadsApartC);
    const limitC = driftingC + 0.5 * Math.abs(trend.slopeCPerS);
    // Where one is not read, its own rule has tripped.
    if (!isRead(plateA) || !isRead(plateB) || apartC < limitC) return null;
    return {
      found: { kind: 'beads-differ', value: apartC, unit: 'K', limit: limitC, forS: 5 },
    };
  },
  remedy: 'Calibrate the sensors before the next treatment.',
} as const satisfies Rule;

const slowLoopMs = 150;

export const loopSlow = {
  id: 'loop-slow',
  alarm: 'The computer is slow',
  onlyNotice: true,
  hazards: ['H03'],
  response: 'warn',
  holdMs: 0,
  judge: ({ lateMs }) =>
    lateMs < slowLoopMs
      ? null
      : { found: { kind: 'loop-late', value: lateMs, unit: 'ms', limit: slowLoopMs } },
  remedy: 'Close other programs on this computer.',
} as const satisfies Rule;
