/**
 * What a bench does to a sound device: noise in its leads, a shared ground, rooms, sun, and the heat
 * of the treatment before. Sizes are a closed set, each in the name of its id.
 */
import type { FaultPart, FaultSettings } from './fault-settings.ts';

export interface BenchDisturbance {
  readonly part: FaultPart;
  readonly id: string;
  readonly description: string;
  readonly settings: FaultSettings;
}

const noise = (
  id: string,
  description: string,
  sizes: NonNullable<FaultSettings['noise']>,
): BenchDisturbance => ({ part: 'noise', id, description, settings: { noise: sizes } });

const bench = (id: string, description: string, settings: FaultSettings): BenchDisturbance => ({
  part: 'bench',
  id,
  description,
  settings,
});

const whiteLsbRms = [1, 1.5, 3] as const;
const mains = [50, 60] as const;
/** 1 mΩ is 14 cm of 2.5 mm² copper, or one mediocre crimp; at 10.8 A it is 2.2 LSB. */
const sharedMilliohm = [1, 2, 3] as const;
const roomsC = [5, 9, 12, 30, 35, 40] as const;

/**
 * Sun behind double glazing, 600 W/m²: on the 60 cm² flank of a black cooler (absorptance 0.85), and
 * on the bare rim and a lifted edge of the plate (20 cm², 0.2, and as much again from a warm sill).
 */
const sun = { sunOnHeatsinkW: 3, sunOnPlateW: 0.5 } as const;

export const benchDisturbances: readonly BenchDisturbance[] = [
  ...whiteLsbRms.map((size) =>
    noise(`noise-white-${size}`, `white noise of ${size} LSB rms on every channel`, {
      whiteLsbRms: size,
    }),
  ),
  noise('noise-common-1', 'white noise of 1 LSB rms, the same on all channels of a round', {
    commonLsbRms: 1,
  }),
  noise('noise-driven-2', 'white noise of 2 LSB rms while the bridge drives', { drivenLsbRms: 2 }),
  noise('noise-bursts-6', 'spikes of 6 LSB on 5 % of the conversions', {
    burstLsb: 6,
    burstShare: 0.05,
  }),
  ...mains.map((humHz) =>
    noise(`noise-hum-${humHz}`, `hum of 2 LSB at ${humHz} Hz on all channels`, {
      humPeakLsb: 2,
      humHz,
    }),
  ),
  noise('noise-wander-1', 'each channel wanders by 1 LSB rms within half a minute', {
    wanderLsbRms: 1,
    wanderTimeConstantS: 30,
  }),
  ...sharedMilliohm.flatMap((milliohm) => [
    noise(`ground-shift-${milliohm}`, `${milliohm} mΩ of shared return lift all readings' volts`, {
      sharedReturnOhm: milliohm / 1000,
    }),
    noise(
      `ground-shift-minus-${milliohm}`,
      `${milliohm} mΩ of shared return lower all readings' volts`,
      { sharedReturnOhm: -milliohm / 1000 },
    ),
  ]),
  ...roomsC.map((airC) => bench(`room-${airC}`, `the room is at ${airC} °C`, { room: { airC } })),
  bench('room-warming', 'the room gets 10 °C warmer in an hour', { room: { driftCPerHour: 10 } }),
  bench('room-cooling', 'the room gets 10 °C colder in an hour', { room: { driftCPerHour: -10 } }),
  bench('room-window', 'a window is opened: the air is 8 °C colder at once', {
    room: { stepK: -8 },
  }),
  bench('sun', 'sun through a window: 3 W into the heatsink, 0.5 W into the plate', { room: sun }),
  bench('warm-restart', 'warm from the last treatment: heatsink 14 °C, plate 4 °C over the room', {
    start: { heatsinkWarmerK: 14, plateWarmerK: 4 },
  }),
];
