/**
 * Small changes of a scenario: moments, sizes and combinations of faults, the room, the person and what they do, the
 * prescription, the device. Each gives a scenario that can be run. Pure: the stream of random numbers is all of it.
 */
import type { Random } from '../../../hardware/plant/random.ts';
import { rigs } from '../../../hardware/plant/rigs.ts';
import { defaultClinicLimits } from '../../limits/clinic.ts';
import { prescriptionSchema } from '../../limits/prescription.ts';
import { hottestSetpointC } from '../../treatment/prepare.ts';
import {
  chosen,
  searchable,
  drawnRigs,
  drawPrescription,
  longestS,
  personActs,
} from '../scenario.ts';
import { mostActs, mostFaults } from './stored.ts';
import type { Room, StoredFault, StoredScenario } from './stored.ts';

type Mutation = (scenario: StoredScenario, random: Random) => StoredScenario;

const within = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));
/** A file keeps what is meant, not sixteen digits. */
const toMillis = (seconds: number): number =>
  Math.round(within(seconds, 0, longestS) * 1000) / 1000;
const newSeed = (random: Random): number => random.below(2 ** 31);

/** One of them, and where it stands; null where there is none. */
function picked<Value>(random: Random, values: readonly Value[]): [number, Value] | null {
  const index = random.below(values.length);
  const value = values[index];
  return value === undefined ? null : [index, value];
}

const withFault = (
  scenario: StoredScenario,
  random: Random,
  change: (fault: StoredFault) => StoredFault,
): StoredScenario => {
  const one = picked(random, scenario.faults);
  if (one === null) return addFault(scenario, random);
  return { ...scenario, faults: scenario.faults.with(one[0], change(one[1])) };
};

/** Both ends move together: what passes after a while still does. */
function movedTo(fault: StoredFault, atS: number): StoredFault {
  const at = toMillis(atS);
  const { untilS } = fault;
  return { ...fault, atS: at, untilS: untilS === null ? null : toMillis(at + untilS - fault.atS) };
}

const either = (random: Random): number => (random.unit() < 0.5 ? -1 : 1);

const moveFault: Mutation = (scenario, random) =>
  withFault(scenario, random, (fault) =>
    movedTo(fault, fault.atS + either(random) * random.logUniform(0.1, 600)),
  );

/** Shortly before or after another: what takes the sight away, and what then does the harm. */
const joinFaults: Mutation = (scenario, random) => {
  const other = picked(random, scenario.faults);
  if (other === null) return addFault(scenario, random);
  return withFault(scenario, random, (fault) =>
    movedTo(fault, other[1].atS + either(random) * random.logUniform(0.05, 60)),
  );
};

const resizeFault: Mutation = (scenario, random) =>
  withFault(scenario, random, (fault) => ({
    ...fault,
    size: random.unit() < 0.3 ? 1 : Math.round(random.logUniform(0.05, 1) * 1000) / 1000,
  }));

const lastFault: Mutation = (scenario, random) =>
  withFault(scenario, random, (fault) => ({
    ...fault,
    untilS: random.unit() < 0.5 ? null : toMillis(fault.atS + random.logUniform(0.05, 900)),
  }));

/** Half of the time one of the same kind or place, by the first word of its name or the last. */
function idNear(id: string, random: Random): (typeof searchable)[number] {
  const [first, last] = [id.slice(0, id.indexOf('-')), id.slice(id.lastIndexOf('-'))];
  const kin = searchable.filter((one) => one.startsWith(first) || one.endsWith(last));
  return chosen(random, random.unit() < 0.5 && kin.length > 1 ? kin : searchable);
}

const swapFault: Mutation = (scenario, random) =>
  withFault(scenario, random, (fault) => ({ ...fault, id: idNear(fault.id, random) }));

function addFault(scenario: StoredScenario, random: Random): StoredScenario {
  const near = picked(random, scenario.faults);
  const besides = near !== null && random.unit() < 0.7;
  const atS = besides
    ? near[1].atS + either(random) * random.logUniform(0.05, 60)
    : random.uniform(0, longestS / 2);
  const fault = { atS: toMillis(atS), id: chosen(random, searchable), untilS: null, size: 1 };
  return { ...scenario, faults: [...scenario.faults, fault].slice(-mostFaults) };
}

const dropFault: Mutation = (scenario, random) => {
  const one = picked(random, scenario.faults);
  if (one === null) return addFault(scenario, random);
  return { ...scenario, faults: scenario.faults.filter((fault) => fault !== one[1]) };
};

const quietRoom: Room = {
  temperatureC: 22,
  driftCPerHour: 0,
  stepK: 0,
  stepAtS: 0,
  sunOnPlateW: 0,
  sunOnHeatsinkW: 0,
};

/** Mostly what the device is made for, to its edges; now and then beyond. */
const changeRoom: Mutation = (scenario, random) => {
  const room = scenario.room ?? quietRoom;
  const beyond = random.unit() < 0.15;
  const [least, most] = beyond ? [5, 40] : [12, 33];
  const temperatureC =
    random.unit() < 0.5 ? room.temperatureC + 3 * random.normal() : random.uniform(least, most);
  const kept = beyond
    ? {
        ...room,
        driftCPerHour: random.uniform(-12, 12),
        stepK: random.uniform(-10, 10),
        stepAtS: toMillis(random.uniform(0, longestS / 2)),
        sunOnPlateW: random.unit(),
        sunOnHeatsinkW: 6 * random.unit(),
      }
    : { ...quietRoom, driftCPerHour: random.unit() < 0.7 ? 0 : random.uniform(-3, 3) };
  const rounded = Math.round(within(temperatureC, least, most) * 100) / 100;
  return { ...scenario, room: { ...kept, temperatureC: rounded } };
};

const addAct: Mutation = (scenario, random) => {
  const act = { atS: toMillis(random.uniform(0, longestS)), act: chosen(random, personActs) };
  return { ...scenario, acts: [...scenario.acts, act].slice(-mostActs) };
};

const dropActs: Mutation = (scenario) => ({ ...scenario, acts: [] });

const moveAct: Mutation = (scenario, random) => {
  const one = picked(random, scenario.acts);
  if (one === null) return addAct(scenario, random);
  const atS = toMillis(one[1].atS + either(random) * random.logUniform(0.1, 600));
  return { ...scenario, acts: scenario.acts.with(one[0], { ...one[1], atS }) };
};

const attentive: StoredScenario['person'] = {
  contactAfterS: 5,
  answersAfterS: 5,
  ignores: 0,
  says: { notSure: 0, numb: 0, wrong: 0 },
  resumesAfterS: 5,
};

/** Somebody who answers everything sees a treatment to its end; somebody slow gives faults their time. */
const changePerson: Mutation = (scenario, random) => ({
  ...scenario,
  person:
    random.unit() < 0.5
      ? attentive
      : {
          ...scenario.person,
          contactAfterS: Math.round(random.uniform(0, 90)),
          answersAfterS: Math.round(random.uniform(0, 55)),
          resumesAfterS: Math.round(random.uniform(1, 290)),
        },
});

const newPrescription: Mutation = (scenario, random) => ({
  ...scenario,
  prescription: drawPrescription(random, hottestSetpointC(rigs[scenario.device.id])),
});

const prescribable = prescriptionSchema(defaultClinicLimits);

/** Half a degree, half a minute or a rotation more or less; where the limits refuse that, it stays. */
const changePrescription: Mutation = (scenario, random) => {
  const { prescription } = scenario;
  const { cold, hot, finalCold } = prescription;
  const half = (value: number): number => value + (either(random) * (1 + random.below(6))) / 2;
  const part = random.below(6);
  const hottestC = hottestSetpointC(rigs[scenario.device.id]);
  const changed = prescribable.safeParse({
    ...prescription,
    rotations:
      part === 0 ? within(prescription.rotations + either(random), 1, 6) : prescription.rotations,
    cold: {
      setpointC: part === 1 ? half(cold.setpointC) : cold.setpointC,
      minutes: part === 2 ? half(cold.minutes) : cold.minutes,
    },
    hot: {
      setpointC: part === 3 ? Math.min(hottestC, half(hot.setpointC)) : hot.setpointC,
      minutes: part === 4 ? half(hot.minutes) : hot.minutes,
    },
    finalCold,
    rampCPerS: part === 5 ? chosen(random, [0.15, 0.25, 0.4, 0.5]) : prescription.rampCPerS,
  });
  return changed.success ? { ...scenario, prescription: changed.data } : scenario;
};

const newNoise: Mutation = (scenario, random) => ({ ...scenario, seed: newSeed(random) });

const newDevice: Mutation = (scenario, random) => {
  const id = random.unit() < 0.3 ? chosen(random, drawnRigs) : scenario.device.id;
  const { hot } = scenario.prescription;
  const device = { id, seed: newSeed(random), withinTolerance: random.unit() < 0.85 };
  const setpointC = Math.min(hot.setpointC, hottestSetpointC(rigs[id]));
  return {
    ...scenario,
    device,
    prescription: { ...scenario.prescription, hot: { ...hot, setpointC } },
  };
};

/** How often each is tried. */
const mutations: readonly (readonly [weight: number, mutation: Mutation])[] = [
  [4, moveFault],
  [3, joinFaults],
  [2, resizeFault],
  [1, lastFault],
  [4, swapFault],
  [4, addFault],
  [2, dropFault],
  [2, changeRoom],
  [1, addAct],
  [1, dropActs],
  [1, moveAct],
  [1, changePerson],
  [1, newPrescription],
  [2, changePrescription],
  [1, newNoise],
  [1, newDevice],
];
const totalWeight = mutations.reduce((sum, [weight]) => sum + weight, 0);

function drawnMutation(random: Random): Mutation {
  let left = random.unit() * totalWeight;
  for (const [weight, mutation] of mutations) {
    left -= weight;
    if (left <= 0) return mutation;
  }
  return addFault;
}

/** One change, and with each a chance of another. */
const anotherShare = 0.4;

export function mutated(scenario: StoredScenario, random: Random): StoredScenario {
  let changed = scenario;
  do changed = drawnMutation(random)(changed, random);
  while (random.unit() < anotherShare);
  return changed;
}

/** What befalls one of them, on the device and with the person of the other. */
export const crossed = (faultsOf: StoredScenario, restOf: StoredScenario): StoredScenario => ({
  ...restOf,
  faults: faultsOf.faults,
  acts: faultsOf.acts,
});
