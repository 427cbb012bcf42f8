/** A treatment drawn from a seed: a device, a prescription, a person, and what befalls them. Pure: the seed is all of it. */
import { benchBeyondTolerance } from '../../hardware/plant/bench-draw.ts';
import { Random } from '../../hardware/plant/random.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { Rig, RigId } from '../../hardware/plant/rigs.ts';
import { drawPlantParameters } from '../../hardware/plant/tolerances.ts';
import { defaultClinicLimits } from '../limits/clinic.ts';
import type { Prescription } from '../limits/plan.ts';
import { prescriptionSchema } from '../limits/prescription.ts';
import { hottestSetpointC } from '../treatment/prepare.ts';
import { allFaults } from './fault-table.ts';
import { worldCauses } from './world-expectations.ts';
import { drawnRig } from './virtual-treatment.ts';

export interface TimedFault {
  readonly atS: number;
  readonly id: string;
  /** It passes by itself then; null where it stays. */
  readonly untilS: number | null;
  /** Share of what the catalogue says of it, above 0 and at most 1; left out where it is all of that. */
  readonly size?: number;
}

export const personActs = [
  'pause',
  'resume',
  'end early',
  'stop',
  'stop button',
  'lift',
  'lay',
  'cancel',
] as const;
export type PersonAct = (typeof personActs)[number];
export interface TimedAct {
  readonly atS: number;
  readonly act: PersonAct;
}

export interface Scenario {
  readonly seed: number;
  readonly rig: Rig;
  /** Built within tolerance: no rule may trip unless something befalls it. */
  readonly withinTolerance: boolean;
  readonly prescription: Prescription;
  readonly person: {
    /** How long until the plate lies on the skin; infinite for somebody who walks away. */
    readonly contactAfterS: number;
    readonly answersAfterS: number;
    /** Of all skin checks, those that are not answered, 0…1. */
    readonly ignores: number;
    /** Of those that are answered, how often what is said, 0…1; the rest are fine. */
    readonly says: { readonly notSure: number; readonly numb: number; readonly wrong: number };
    readonly resumesAfterS: number;
  };
  readonly acts: readonly TimedAct[];
  readonly faults: readonly TimedFault[];
}

/**
 * The simulated board has no guard: with the cable pulled nothing can take its power away, and nothing is shown by
 * saying so a thousand times. The emulated board with the guard firmware shows that.
 */
const notDrawn = new Set(['link-lost']);
const drawable = allFaults.filter(
  (id) => !id.includes('+') && !notDrawn.has(id) && !worldCauses.includes(id),
);
/** With those of a harsh bench, which are drawn by themselves. */
export const searchable = [...drawable, ...worldCauses];
export const longestS = 4800;
/** The device that is described, and the variant that heats from 12 V: a fault has a third of the time there. */
export const drawnRigs = ['reference', 'heat12V'] as const satisfies readonly RigId[];

export interface DrawnScenario extends Omit<Scenario, 'rig' | 'withinTolerance'> {
  readonly device: DrawnDevice;
}

/** Without the device itself, which takes as long to draw as a short treatment. */
export function drawnScenario(seed: number): DrawnScenario {
  const random = new Random(seed);
  const withinTolerance = random.split('tolerance?').unit() < 0.75;
  const id = chosen(random.split('rig'), drawnRigs);
  return {
    seed,
    device: { id, seed, withinTolerance },
    prescription: drawPrescription(random.split('prescription'), hottestSetpointC(rigs[id])),
    person: drawPerson(random.split('person')),
    acts: drawActs(random.split('acts')),
    faults: [...drawFaults(random.split('faults')), ...drawWorld(random.split('world'))].toSorted(
      (a, b) => a.atS - b.atS,
    ),
  };
}

export function scenarioOf(seed: number): Scenario {
  const { device, ...drawn } = drawnScenario(seed);
  return { ...drawn, rig: rigOf(device), withinTolerance: device.withinTolerance };
}

/** All that a drawn device is drawn from. */
export interface DrawnDevice {
  readonly id: (typeof drawnRigs)[number];
  readonly seed: number;
  readonly withinTolerance: boolean;
}

export const rigOf = ({ id, seed, withinTolerance }: DrawnDevice): Rig =>
  withinTolerance ? drawnRig(id, seed) : oddRig(rigs[id], new Random(seed).split('odd device'));

/** Tolerances on top of tolerances, on a bench beyond them: a device that a workshop might send back. */
function oddRig(nominal: Rig, random: Random): Rig {
  const once = drawPlantParameters(random, nominal.parameters);
  return { ...nominal, parameters: drawPlantParameters(random, once, benchBeyondTolerance) };
}

export const chosen = <Value>(random: Random, values: readonly Value[]): Value => {
  const value = values[random.below(values.length)];
  if (value === undefined) throw new RangeError('nothing to choose from');
  return value;
};

const mostDraws = 500;

export function drawPrescription(random: Random, hottestC: number): Prescription {
  const schema = prescriptionSchema(defaultClinicLimits);
  const { min: leastHotC, max: mostHotC } = defaultClinicLimits.hotSetpointC;
  const half = ({ min, max }: { min: number; max: number }): number =>
    Math.round(random.uniform(min, max) * 2) / 2;
  for (let attempt = 0; attempt < mostDraws; attempt += 1) {
    const drawn = schema.safeParse({
      name: 'drawn',
      rotations: 1 + random.below(6),
      cold: {
        setpointC: half(defaultClinicLimits.coldSetpointC),
        minutes: half({ min: 2, max: 12 }),
      },
      hot: {
        setpointC: half({ min: leastHotC, max: Math.min(mostHotC, hottestC) }),
        minutes: half({ min: 2, max: 12 }),
      },
      finalCold: { minutes: half({ min: 2, max: 12 }) },
      rampCPerS: chosen(random, [0.15, 0.25, 0.25, 0.4, 0.5]),
    });
    if (drawn.success) return drawn.data;
  }
  throw new Error('no prescription within the limits was drawn');
}

function drawPerson(random: Random): Scenario['person'] {
  return {
    contactAfterS: random.unit() < 0.03 ? Number.POSITIVE_INFINITY : random.uniform(0, 90),
    answersAfterS: random.uniform(0, 55),
    ignores: random.unit() < 0.3 ? random.uniform(0, 0.5) : 0,
    resumesAfterS: random.unit() < 0.2 ? Number.POSITIVE_INFINITY : random.uniform(1, 290),
    says: drawSays(random),
  };
}

/** Most people find their skin fine; some are not sure now and then, some stay numb, and some have a skin that reacts. */
function drawSays(random: Random): Scenario['person']['says'] {
  const some = (share: number): number => (random.unit() < share ? random.uniform(0, 0.5) : 0);
  return { notSure: some(0.2), numb: some(0.15), wrong: some(0.1) };
}

/** Most people do nothing; some do several things. */
function drawActs(random: Random): TimedAct[] {
  const count = random.unit() < 0.5 ? 0 : 1 + random.below(4);
  return Array.from({ length: count }, () => ({
    atS: random.uniform(0, longestS),
    act: chosen(random, personActs),
  })).toSorted((a, b) => a.atS - b.atS);
}

/** A swarm: none, one, or a few, some of which pass. */
function drawFaults(random: Random): TimedFault[] {
  const count = chosen(random, [0, 0, 1, 1, 1, 2, 3]);
  return Array.from({ length: count }, () => {
    const atS = random.uniform(0, longestS / 2);
    const lasts = random.unit() < 0.3 ? random.logUniform(0.1, 600) : null;
    return { atS, id: chosen(random, drawable), untilS: lasts === null ? null : atS + lasts };
  }).toSorted((a, b) => a.atS - b.atS);
}

/** Of all treatments, those on a bench that is harsh as well: up to three causes, all within a minute. */
const harshShare = 0.25;
const atOnceWithinS = 60;

/** A stream of its own: a treatment that draws none of it is what it was. */
function drawWorld(random: Random): TimedFault[] {
  if (random.unit() >= harshShare) return [];
  const firstS = random.uniform(0, longestS / 2);
  return Array.from({ length: 1 + random.below(3) }, () => {
    const atS = firstS + random.uniform(0, atOnceWithinS);
    const untilS = random.unit() < 0.3 ? atS + random.logUniform(1, 600) : null;
    return { atS, id: chosen(random, worldCauses), untilS };
  });
}

const lyingBead =
  /^plate-[ab]-(?:detached|frozen|drifting|contact-resistance|leakage|loosening|intermittent)$/;
/** One cause that makes both beads wrong; the witness is there for that. */
const wrongAlike = /^(?:beads|plate-(?:beads|plug|wet)|divider)-/;
const brokenBridge = /^(?:bridge|leg-[ab])-stuck/;

/**
 * Whether software can keep the plate within its bounds. It cannot where both beads lie each for itself, or alike and
 * their witness as well, or where the bridge is stuck and the relay as well: against those stand self-test, cut-out and a person (single-fault safety, IEC 60601-1).
 */
export function isStoppable(faults: readonly TimedFault[]): boolean {
  const ids = [...new Set(faults.map(({ id }) => id))];
  const beads = new Set(ids.filter((id) => lyingBead.test(id)).map((id) => id.slice(0, 7)));
  const blind =
    ids.some((id) => wrongAlike.test(id)) && ids.some((id) => id.startsWith('witness-'));
  const bothStuck = ids.includes('relay-welded') && ids.some((id) => brokenBridge.test(id));
  return beads.size < 2 && !bothStuck && !blind;
}
