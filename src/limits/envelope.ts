/**
 * The device envelope: compiled-in bounds at the plate that no file, role or setting can widen (law L6).
 * It lies inside the firmware bounds (firmware-bounds.ts) and encloses every clinic's limits (clinic.ts).
 * Plate temperature is treated as skin temperature: bare aluminium pulls the skin to within about 1 °C of it.
 */
import { maxRotations } from '../../machines/session-events.ts';
import { citationsOf } from './sources.ts';
import type { SourceId } from './sources.ts';

export interface Range {
  readonly min: number;
  readonly max: number;
}

export type Unit = '°C' | 'min' | 'CEM43 min' | '°C/s' | '';

/** One bound as it is written down: what it limits, why it is where it is, and what the ground for it is. */
interface WrittenBound {
  readonly label: string;
  readonly unit: Unit;
  readonly reason: string;
  /** Publications; what each may be cited for stands in the list of sources. */
  readonly cites: readonly SourceId[];
  /** What it rests on besides, or instead. */
  readonly basis?: string;
}
interface WrittenRange extends WrittenBound, Range {
  /** What the reason itself allows, in numbers that it names: the bound is never wider. */
  readonly stated: { readonly min?: number; readonly max?: number };
}
interface WrittenEnds extends WrittenBound {
  readonly min?: number;
  readonly max?: number;
}

/** The same with its source in words. */
export interface Bound extends WrittenBound {
  readonly source: string;
}
export interface SettableBound extends Bound, WrittenRange {}
export interface FixedBound extends Bound, WrittenEnds {}

/** Bounds of what a clinic may set: a range for prescriptions to stay in, or a cap (`sessionGapMinutes`: a floor). */
const settable = {
  coldSetpointC: {
    label: 'Plate temperature of a cold phase',
    unit: '°C',
    min: 10,
    max: 20,
    stated: { min: 10, max: 20 },
    reason:
      'at 10 °C a nerve conducts a third slower, and no colder: what is known of colder metal is of fingertips and two minutes; above 20 it is not cold',
    cites: ['algafly2007', 'geng2006', 'greenhalgh2021'],
  },
  hotSetpointC: {
    label: 'Plate temperature of a hot phase',
    unit: '°C',
    min: 36,
    max: 42,
    stated: { max: 42 },
    reason:
      'heat begins to hurt near 42 °C in the mean of a group, in some people earlier; 1 °C of hidden error quadruples the dose',
    cites: ['defrin2006', 'myrer1994', 'greenhalgh2021'],
  },
  coldPhaseMinutes: {
    label: 'Length of one cold phase, the final one too',
    unit: 'min',
    min: 1,
    max: 15,
    stated: { max: 15 },
    reason: 'ice for 20 min has palsied nerves, so 15 is the most',
    cites: ['moeller1997', 'collins1986', 'bassett1992', 'fda2020'],
  },
  hotPhaseMinutes: {
    label: 'Length of one hot phase',
    unit: 'min',
    min: 1,
    max: 20,
    stated: { max: 20 },
    reason: 'local heat is given for 15 to 20 min; the dose cap is usually reached first',
    cites: [],
    basis: 'usual practice; the firmware stops one direction after 20 min on its own',
  },
  rotations: {
    label: 'Rotations of cold and hot before the final cold',
    unit: '',
    min: 0,
    max: maxRotations,
    stated: { min: 0, max: maxRotations },
    reason: `a plate needs 3 min to settle in a phase, and 90 min hold no more than ${maxRotations} pairs of such phases; 0 is a cold finish alone`,
    cites: [],
    basis: 'calculated from the longest session and the 0.25 °C/s ramp',
  },
  rampCPerS: {
    label: 'Rate at which the setpoint moves between phases',
    unit: '°C/s',
    min: 0.1,
    max: 0.5,
    stated: { max: 0.5 },
    reason: '0.5 is half of what tests of feeling use: comfort, overshoot, stress on the modules',
    cites: ['neurophysiology1999'],
    basis: 'borrowed: those tests say nothing of comfort or safety',
  },
  coldMinutesPerSession: {
    label: 'Sum of all cold phases of a session, at most',
    unit: 'min',
    min: 5,
    max: 45,
    stated: { max: 45 },
    reason:
      'cold has no dose model, so its time is bounded; 60 min narrow the vessels for 2 h more, and 45 stay clear of that',
    cites: ['khoshnevis2016', 'khoshnevis2015'],
    basis: 'common practice 20–30 min of unbroken cold at most',
  },
  coldMinutesPer24Hours: {
    label: 'Cold of 24 hours in one region of the body, at most',
    unit: 'min',
    min: 5,
    max: 120,
    stated: { max: 120 },
    reason:
      'nothing is known on cold that is repeated within a day; two standard sessions give 80 min, and 120 are three',
    cites: [],
    basis: 'engineering default, for a clinician to review',
  },
  sessionMinutes: {
    label: 'Length of a session, at most',
    unit: 'min',
    min: 3,
    max: 90,
    stated: { max: 90 },
    reason:
      'of the trials that were found none goes beyond 32 min; 70 min is the standard treatment here, and 90 the most that anybody practises',
    cites: ['greenhalgh2021', 'bieuzen2013', 'higgins1998'],
  },
  cem43PerSessionMin: {
    label: 'Heat dose of a session, at most',
    unit: 'CEM43 min',
    min: 0.5,
    max: 9,
    stated: { max: 9 },
    reason: 'below 2 without a trained person who can react at once, below 9 with one',
    cites: ['vanRhoon2013', 'sapareto1984'],
    basis: 'borrowed from hot spots in MRI',
  },
  cem43Per24HoursMin: {
    label: 'Heat dose of 24 hours in one region of the body, at most',
    unit: 'CEM43 min',
    min: 0.5,
    max: 9,
    stated: { max: 9 },
    reason:
      'next to nothing is known on repeated exposure, so earlier dose is not forgotten for 24 h, and a day has the 9 of one session',
    cites: ['yarmolenko2011', 'vanRhoon2013'],
    basis: 'borrowed from hot spots in MRI',
  },
  sessionsPerDay: {
    label: 'Sessions a day in one region of the body, at most',
    unit: '',
    min: 1,
    max: 3,
    stated: { max: 3 },
    reason: '3 sessions at the dose cap fill the day; more has no evidence',
    cites: [],
    basis: 'engineering default, for a clinician to review',
  },
  sessionsPerWeek: {
    label: 'Sessions in 7 days in one region of the body, at most',
    unit: '',
    min: 1,
    max: 21,
    stated: { max: 21 },
    reason: 'two a day are 14 and three a day are 21; nothing is known on more for longer',
    cites: [],
    basis: 'engineering default, for a clinician to review',
  },
  heatDaysInARow: {
    label: 'Days in a row with heat in one region, before a clinician has looked at the skin',
    unit: '',
    min: 1,
    max: 28,
    stated: { max: 28 },
    reason:
      'heat below 45 °C that comes back day after day has marked skin like a net: a clinician looks after 14 days, after 28 at the latest',
    cites: ['eai2018'],
    basis: 'the days are an engineering default, for a clinician to review',
  },
  sessionGapMinutes: {
    label: 'Rest between two sessions in one region of the body, at least',
    unit: 'min',
    min: 120,
    max: 720,
    stated: { min: 120 },
    reason: 'vessels stay narrow for 120 min and more after cooling, though the skin feels warm',
    cites: ['khoshnevis2016', 'khoshnevis2015'],
  },
} as const satisfies Record<string, WrittenRange>;

/** Bounds that nobody can set: where the software itself cuts the power, and what it may drive. */
const fixed = {
  neutralC: {
    label: 'Plate temperature that counts as neutral',
    unit: '°C',
    min: 25,
    max: 35,
    reason: 'around the 32 °C of resting skin; neither heats nor cools it',
    cites: [],
    basis: 'baseline of thermal testing of skin (KNF guideline)',
  },
  plateC: {
    label: 'Plate trip, filtered reading',
    unit: '°C',
    min: 7,
    max: 43,
    reason: 'numbness below, and above it ten minutes of contact are no longer harmless',
    cites: ['geng2006', 'moritz1947', 'martin2017'],
    basis:
      'numbness is of fingertips and two minutes; IEC 60601-1 clause 11.1 as a benchmark, not checked against its text',
  },
  plateAtOnceC: {
    label: 'Plate trip, any single reading',
    unit: '°C',
    min: 6,
    max: 44,
    reason: 'at 44 °C skin is injured after about 6 h, at 45 in half of that',
    cites: ['moritz1947', 'martin2017'],
  },
  plateHeatingCPerS: {
    label: 'Plate warming trip, over 2 s',
    unit: '°C/s',
    max: 1,
    reason:
      'rate times the time to react must stay below 2 °C, so that a trip at 43 peaks below 45',
    cites: [],
    basis: 'calculated',
  },
  plateCoolingCPerS: {
    label: 'Plate cooling trip, over 2 s',
    unit: '°C/s',
    max: 1.5,
    reason: 'rate times the time to react must stay below 2 °C; cooling hurts later than heating',
    cites: [],
    basis: 'calculated',
  },
  heatsinkC: {
    label: 'Heatsink trip',
    unit: '°C',
    max: 54,
    reason:
      'a hot heatsink heats the plate after power-off (H14): from here, with the fan dead, a plate left on the skin stays below 45; a room of 33 °C needs as much',
    cites: [],
    basis: 'calculated on drawn devices in a room of 33 °C',
  },
  coolDuty: {
    label: 'Share of full cooling power',
    unit: '',
    max: 1,
    reason: 'the modules cool far slower than they heat',
    cites: [],
    basis: 'calculated for two TEC1-12706 on 12 V',
  },
  heatDutyOn5V: {
    label: 'Share of full heating power, 5 V heat rail',
    unit: '',
    max: 1,
    reason: 'the rail itself holds the worst warming near 0.8 °C/s',
    cites: [],
    basis: 'calculated for two TEC1-12706',
  },
  hotSetpointOn12VC: {
    label: 'Plate temperature of a hot phase, heat on 12 V',
    unit: '°C',
    max: 40,
    reason:
      'a bridge that is stuck on heats three times as fast as from 5 V: with noise on the beads, or one of them dead, a plate that held 41 °C passes 45 before the power is off',
    cites: [],
    basis: 'calculated on drawn devices, `contrast faults --pairs`',
  },
  heatDutyOn12V: {
    label: 'Share of full heating power, heat on 12 V',
    unit: '',
    max: 0.4,
    reason: 'full power would pass from 40 to 45 °C in 2 s; 0.4 keeps warming near 1.4 °C/s',
    cites: [],
    basis: 'calculated for two TEC1-12706',
  },
} as const satisfies Record<string, WrittenEnds>;

export type SettableName = keyof typeof settable;
export type FixedName = keyof typeof fixed;

/** With its source in words. Frozen to the last number. */
const frozen = <Written extends WrittenBound, Name extends string>(
  table: Readonly<Record<Name, Written>>,
): Readonly<Record<Name, Written & Bound>> => {
  const whole = Object.entries<Written>(table).map(([name, written]) => {
    const { cites, basis, stated } = written as Written & Partial<WrittenRange>;
    const source = [citationsOf(cites), basis ?? ''].filter((text) => text !== '').join('; ');
    for (const part of [cites, stated]) Object.freeze(part);
    return [name, Object.freeze({ ...written, source })] as const;
  });
  return Object.freeze(Object.fromEntries(whole)) as Readonly<Record<Name, Written & Bound>>;
};

/** The part of the envelope that a clinic may narrow. Frozen. */
export const settableBounds = frozen<WrittenRange, SettableName>(settable);
/** The part of the envelope that nobody can set. Frozen. */
export const fixedBounds = frozen<WrittenEnds, FixedName>(fixed);
/** A plate that is warmer gives heat, °C; up to here it only lets skin come back to where it rests. */
export const warmerThanSkinC = fixed.neutralC.max;
/**
 * Heat counts once the plate was that warm for so long without a break, ms. Less has not warmed what the cold phase before
 * it has cooled: a further cold phase would be cold upon cold, which has palsied nerves (Bassett 1992).
 */
export const heatCountsMs = 30_000;
/**
 * A heatsink this hot is warmed no further, °C: cooling eases off from here, and the plate is given less cold, before
 * `heatsink-hot` has to end the treatment.
 */
export const heatsinkEasesC = fixed.heatsinkC.max - 1.2;
/** The whole device envelope. Frozen. */
export const deviceEnvelope = Object.freeze({ ...settableBounds, ...fixedBounds });
export type EnvelopeName = SettableName | FixedName;
