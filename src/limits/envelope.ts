/**
 * The device envelope: compiled-in bounds at the plate that no file, role or setting can widen (law L6).
 * It lies inside the firmware bounds (firmware-bounds.ts) and encloses every clinic's limits (clinic.ts).
 * Plate temperature is treated as skin temperature: bare aluminium pulls the skin to within about 1 °C of it.
 */

export interface Range {
  readonly min: number;
  readonly max: number;
}

export type Unit = '°C' | 'min' | 'CEM43 min' | '°C/s' | '';

/** One bound: what it limits, why it is where it is, and who published the ground for it. */
export interface Bound {
  readonly label: string;
  readonly unit: Unit;
  readonly reason: string;
  readonly source: string;
}
export interface SettableBound extends Bound, Range {}
export interface FixedBound extends Bound {
  readonly min?: number;
  readonly max?: number;
}

/** Bounds of what a clinic may set: a range for prescriptions to stay in, or a cap (`sessionGapMinutes`: a floor). */
const settable = {
  coldSetpointC: {
    label: 'Plate temperature of a cold phase',
    unit: '°C',
    min: 8,
    max: 20,
    reason: 'skin grows numb at 7 °C, so 8 leaves 1 °C for control error; above 20 it is not cold',
    source:
      'Geng 2006, Ann Occup Hyg 50:851; 10–15 °C is the range of the trials in Bieuzen 2013, PLoS ONE 8(4):e62356',
  },
  hotSetpointC: {
    label: 'Plate temperature of a hot phase',
    unit: '°C',
    min: 36,
    max: 42,
    reason:
      'heat pain starts at 42 °C at the earliest, and 1 °C of hidden error quadruples the dose',
    source:
      'Defrin 2006 (pain from 42.0 °C); Myrer 1994, J Athl Train 29:318 (40.6 °C); van Rhoon 2013, Eur Radiol 23:2215',
  },
  coldPhaseMinutes: {
    label: 'Length of one cold phase, the final one too',
    unit: 'min',
    min: 1,
    max: 20,
    reason: 'cold on one place for more than 15 to 20 min has injured skin and nerves',
    source:
      'FDA safety communication on cold therapy devices 2020; Bassett 1992 (nerve palsies); usual practice 15–20 min',
  },
  hotPhaseMinutes: {
    label: 'Length of one hot phase',
    unit: 'min',
    min: 1,
    max: 20,
    reason: 'local heat is given for 15 to 20 min; the dose cap is usually reached first',
    source: 'usual practice; the firmware stops one direction after 20 min on its own',
  },
  rotations: {
    label: 'Rotations of cold and hot before the final cold',
    unit: '',
    min: 0,
    max: 14,
    reason: 'a plate needs 3 min to settle in a phase, and 90 min hold no more such phases',
    source: 'calculated from the longest session and the 0.25 °C/s ramp',
  },
  rampCPerS: {
    label: 'Rate at which the setpoint moves between phases',
    unit: '°C/s',
    min: 0.1,
    max: 0.5,
    reason: 'half of what thermal testing of skin uses: comfort, overshoot, stress on the modules',
    source: 'thermal testing practice at 1 °C/s, J Clin Neurophysiol 1999 16:462',
  },
  coldMinutesPerSession: {
    label: 'Sum of all cold phases of a session, at most',
    unit: 'min',
    min: 5,
    max: 45,
    reason:
      'cold has no dose model, so its time is bounded; 60 min narrow the vessels for 2 h more',
    source: 'Khoshnevis 2015, PMC4395553; common practice 20–30 min of unbroken cold at most',
  },
  sessionMinutes: {
    label: 'Length of a session, at most',
    unit: 'min',
    min: 3,
    max: 90,
    reason: 'no trial of contrast goes beyond 31 min; 70 min is the standard treatment here',
    source: 'trials in Bieuzen 2013, PLoS ONE 8(4):e62356; Higgins & Kaminski 1998',
  },
  cem43PerSessionMin: {
    label: 'Heat dose of a session, at most',
    unit: 'CEM43 min',
    min: 0.5,
    max: 9,
    reason: 'below 2 without a trained person who can react at once, below 9 with one',
    source: 'van Rhoon 2013, Eur Radiol 23:2215; CEM43 after Sapareto & Dewey 1984',
  },
  cem43Per24HoursMin: {
    label: 'Heat dose of 24 hours at one site, at most',
    unit: 'CEM43 min',
    min: 0.5,
    max: 9,
    reason:
      'next to nothing is known on repeated exposure, so earlier dose is not forgotten for 24 h',
    source: 'Yarmolenko 2011, Int J Hyperthermia 27:320; van Rhoon 2013',
  },
  sessionsPerDay: {
    label: 'Sessions a day at one site, at most',
    unit: '',
    min: 1,
    max: 4,
    reason: 'three sessions at the dose cap fill the day; more has no evidence',
    source: 'engineering default, for a clinician to review',
  },
  sessionGapMinutes: {
    label: 'Rest between two sessions at one site, at least',
    unit: 'min',
    min: 60,
    max: 720,
    reason: 'vessels stay narrow for 120 min and more after cooling, though the skin feels warm',
    source: 'Khoshnevis 2015, PMC4395553; 2 h off is common practice',
  },
} as const satisfies Record<string, SettableBound>;

/** Bounds that nobody can set: where the software itself cuts the power, and what it may drive. */
const fixed = {
  neutralC: {
    label: 'Plate temperature that counts as neutral',
    unit: '°C',
    min: 25,
    max: 35,
    reason: 'around the 32 °C of resting skin; neither heats nor cools it',
    source: 'baseline of thermal testing of skin (KNF guideline)',
  },
  plateC: {
    label: 'Plate trip, filtered reading',
    unit: '°C',
    min: 7,
    max: 43,
    reason: 'numbness below, and above it ten minutes of contact are no longer harmless',
    source:
      'Geng 2006; IEC 60601-1 clause 11.1 as a benchmark, not checked against its text; Moritz & Henriques 1947',
  },
  plateAtOnceC: {
    label: 'Plate trip, any single reading',
    unit: '°C',
    min: 6,
    max: 44,
    reason: 'at 44 °C skin is injured after about 6 h, at 45 in half of that',
    source: 'Moritz & Henriques 1947',
  },
  plateHeatingCPerS: {
    label: 'Plate warming trip, over 2 s',
    unit: '°C/s',
    max: 1,
    reason:
      'rate times the time to react must stay below 2 °C, so that a trip at 43 peaks below 45',
    source: 'calculated',
  },
  plateCoolingCPerS: {
    label: 'Plate cooling trip, over 2 s',
    unit: '°C/s',
    max: 1.5,
    reason: 'rate times the time to react must stay below 2 °C; cooling hurts later than heating',
    source: 'calculated',
  },
  heatsinkC: {
    label: 'Heatsink trip',
    unit: '°C',
    max: 54,
    reason:
      'a hot heatsink heats the plate after power-off (H14): from here, with the fan dead, a plate left on the skin stays below 45; a room of 33 °C needs as much',
    source: 'calculated on drawn devices in a room of 33 °C',
  },
  coolDuty: {
    label: 'Share of full cooling power',
    unit: '',
    max: 1,
    reason: 'the modules cool far slower than they heat',
    source: 'calculated for two TEC1-12706 on 12 V',
  },
  heatDutyOn5V: {
    label: 'Share of full heating power, 5 V heat rail',
    unit: '',
    max: 1,
    reason: 'the rail itself holds the worst warming near 0.8 °C/s',
    source: 'calculated for two TEC1-12706',
  },
  hotSetpointOn12VC: {
    label: 'Plate temperature of a hot phase, heat on 12 V',
    unit: '°C',
    max: 40,
    reason:
      'a bridge that is stuck on heats three times as fast as from 5 V: with noise on the beads, or one of them dead, a plate that held 41 °C passes 45 before the power is off',
    source: 'calculated on drawn devices, `contrast faults --pairs`',
  },
  heatDutyOn12V: {
    label: 'Share of full heating power, heat on 12 V',
    unit: '',
    max: 0.4,
    reason: 'full power would pass from 40 to 45 °C in 2 s; 0.4 keeps warming near 1.4 °C/s',
    source: 'calculated for two TEC1-12706',
  },
} as const satisfies Record<string, FixedBound>;

export type SettableName = keyof typeof settable;
export type FixedName = keyof typeof fixed;

const frozen = <Entry extends object, Name extends string>(
  table: Readonly<Record<Name, Entry>>,
): Readonly<Record<Name, Entry>> => {
  for (const entry of Object.values<Entry>(table)) Object.freeze(entry);
  return Object.freeze(table);
};

/** The part of the envelope that a clinic may narrow. Frozen. */
export const settableBounds = frozen<SettableBound, SettableName>(settable);
/** The part of the envelope that nobody can set. Frozen. */
export const fixedBounds = frozen<FixedBound, FixedName>(fixed);
/**
 * A heatsink this hot is warmed no further, °C: cooling eases off from here, and the plate is given less cold, before
 * `heatsink-hot` has to end the treatment.
 */
export const heatsinkEasesC = fixed.heatsinkC.max - 1.2;
/** The whole device envelope. Frozen. */
export const deviceEnvelope = Object.freeze({ ...settableBounds, ...fixedBounds });
export type EnvelopeName = SettableName | FixedName;
