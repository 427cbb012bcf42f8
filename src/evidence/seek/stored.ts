/**
 * A scenario as it is kept and changed: everything by number and id, so that a line of JSON replays it. The device is
 * told by what it was drawn from, its room by what it is instead of the drawn one. Pure.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { benchWithinTolerance } from '../../../hardware/plant/bench-draw.ts';
import { isCapable } from '../../../hardware/plant/capability.ts';
import type { PlantParameters } from '../../../hardware/plant/parameters.ts';
import type { Rig } from '../../../hardware/plant/rigs.ts';
import { defaultClinicLimits } from '../../limits/clinic.ts';
import { prescriptionSchema } from '../../limits/prescription.ts';
import { searchable, drawnRigs, drawnScenario, longestS, personActs, rigOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** Three of what happens to devices, and three of a harsh bench. */
export const mostFaults = 6;
export const mostActs = 6;
const longestRoomS = 4200;

const whole = z.number().int().min(0);
const share = z.number().min(0).max(1);
const moment = z.number().min(0).max(longestS);
/** Seconds; null for somebody who never does. */
const afterS = z.number().min(0).max(600).nullable();

const roomSchema = z.strictObject({
  temperatureC: z.number().min(5).max(40),
  driftCPerHour: z.number().min(-12).max(12),
  stepK: z.number().min(-10).max(10),
  stepAtS: z.number().min(0).max(longestRoomS),
  sunOnPlateW: z.number().min(0).max(1),
  sunOnHeatsinkW: z.number().min(0).max(6),
});
export type Room = z.infer<typeof roomSchema>;

export const storedSchema = z.strictObject({
  /** Of the noise, and of what the person answers. */
  seed: whole,
  device: z.strictObject({ id: z.enum(drawnRigs), seed: whole, withinTolerance: z.boolean() }),
  /** Instead of the room that was drawn with the device. */
  room: roomSchema.nullable(),
  prescription: prescriptionSchema(defaultClinicLimits),
  person: z.strictObject({
    contactAfterS: afterS,
    answersAfterS: z.number().min(0).max(55),
    ignores: share,
    says: z.strictObject({ notSure: share, numb: share, wrong: share }),
    resumesAfterS: afterS,
  }),
  acts: z.array(z.strictObject({ atS: moment, act: z.enum(personActs) })).max(mostActs),
  faults: z
    .array(
      z.strictObject({
        atS: moment,
        id: z.enum(searchable),
        untilS: z.number().min(0).max(longestS).nullable(),
        size: z.number().min(0.01).max(1),
      }),
    )
    .max(mostFaults),
});
export type StoredScenario = z.infer<typeof storedSchema>;
export type StoredFault = StoredScenario['faults'][number];

const finiteOrNull = (seconds: number): number | null =>
  Number.isFinite(seconds) ? seconds : null;

/** What `contrast simulate` draws from the seed. */
export function storedOf(seed: number): StoredScenario {
  const { device, prescription, person, acts, faults } = drawnScenario(seed);
  return {
    seed,
    device,
    room: null,
    prescription,
    person: {
      ...person,
      contactAfterS: finiteOrNull(person.contactAfterS),
      resumesAfterS: finiteOrNull(person.resumesAfterS),
    },
    acts: [...acts],
    faults: faults.map(({ atS, id, untilS }) => ({ atS, id, untilS, size: 1 })),
  };
}

interface Device {
  readonly rig: Rig;
  readonly withinTolerance: boolean;
}

/** A device takes as long to draw as a short treatment, and a search changes everything else around one. */
const drawn = new Map<string, Device>();
const mostKept = 500;

function deviceOf({ device, room }: StoredScenario): Device {
  const key = JSON.stringify([device, room]);
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const rig = rigOf(device);
  const made = room === null ? { rig, withinTolerance: device.withinTolerance } : inRoom();
  if (drawn.size >= mostKept) drawn.clear();
  drawn.set(key, made);
  return made;

  function inRoom(): Device {
    const parameters: PlantParameters = {
      ...rig.parameters,
      ambient: { ...rig.parameters.ambient, ...room },
    };
    const within =
      device.withinTolerance &&
      room !== null &&
      isRoomWithinTolerance(room) &&
      isCapable(parameters, rig.heatDutyCap);
    return { rig: { ...rig, parameters }, withinTolerance: within };
  }
}

const longestStayHours = 2;

/** What the device is made for, to the end of the longest stay. */
export function isRoomWithinTolerance(room: Room): boolean {
  const { airC } = benchWithinTolerance;
  const ends = [room.temperatureC, room.temperatureC + room.driftCPerHour * longestStayHours];
  const changes = room.stepK !== 0 || room.sunOnPlateW !== 0 || room.sunOnHeatsinkW !== 0;
  return (
    !changes &&
    Math.abs(room.driftCPerHour) <= benchWithinTolerance.driftCPerHour &&
    ends.every((endC) => endC >= airC.min && endC <= airC.max)
  );
}

export function scenarioFrom(stored: StoredScenario): Scenario {
  const { seed, prescription, person, acts, faults } = stored;
  return {
    seed,
    ...deviceOf(stored),
    prescription,
    person: {
      ...person,
      contactAfterS: person.contactAfterS ?? Number.POSITIVE_INFINITY,
      resumesAfterS: person.resumesAfterS ?? Number.POSITIVE_INFINITY,
    },
    acts: acts.toSorted((a, b) => a.atS - b.atS),
    faults: faults.toSorted((a, b) => a.atS - b.atS),
  };
}

/** Short, and the same for the same scenario, in whatever order its fields stand. */
export const idOf = (stored: StoredScenario): string =>
  createHash('sha256').update(JSON.stringify(stored, inOrder)).digest('hex').slice(0, 10);

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
