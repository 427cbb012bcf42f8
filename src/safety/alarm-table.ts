/**
 * The alarm conditions as data: how urgent each is, whether it latches, and what it says. Every rule of the
 * interlock table has an entry, and so has what the companion itself finds. Priorities follow IEC 60601-1-8: high where
 * injury may follow within seconds or minutes, medium where only after many minutes, low for awareness. What takes
 * power away latches; what only gives notice does not.
 */
import { plainWords } from '../words/plain-words.ts';
import type { HazardId } from './hazards.ts';
import { rules } from './rules.ts';
import type { CompanionTripId, RuleId } from './trip-ids.ts';

export type AlarmPriority = 'high' | 'medium' | 'low';

export interface AlarmDefinition {
  readonly id: string;
  readonly priority: AlarmPriority;
  /** It stays until somebody has acknowledged it and its cause is gone; else it ends with its cause. */
  readonly latching: boolean;
  /** What is wrong, in a few words. */
  readonly message: string;
  /** What the operator should do. */
  readonly remedy: string;
  readonly hazards: readonly string[];
}

type Words = Pick<AlarmDefinition, 'priority' | 'latching' | 'message'>;

/** Power is taken away, and the plate may be dangerous to the skin now. */
const trip = (message: string): Words => ({ priority: 'high', latching: true, message });
/** Power is taken away, and nothing is about to hurt anybody. */
const stop = (message: string): Words => ({ priority: 'medium', latching: true, message });
const advisory = (message: string): Words => ({ priority: 'medium', latching: false, message });
const notice = (message: string): Words => ({ priority: 'low', latching: false, message });

/** Rules say themselves what to do and which hazards they guard. */
const ofRules: Readonly<Record<RuleId, Words>> = {
  // The patient's own wish, but somebody who cannot speak may be calling.
  'stop-pressed': stop('STOP was pressed, or its plug is out'),
  'plate-hot': trip('The plate is too hot'),
  'plate-cold': trip('The plate is too cold'),
  'heatsink-hot': trip('The heatsink is too hot'),
  'heatsink-mute': trip('The heatsink sensor does not follow the work'),
  'sensor-open': trip('A temperature sensor or its wire is broken'),
  'sensor-short': trip('A temperature sensor or its wire is shorted'),
  'sensor-stale': trip('A temperature sensor does not report'),
  'sensor-jump': trip('A temperature reading jumps'),
  'sensor-noisy': trip('A temperature sensor is too noisy'),
  'sensor-frozen': trip('A temperature sensor repeats one value'),
  'sensors-disagree': trip('The plate sensors disagree'),
  'witness-disagrees': trip('The plate sensors and their witness disagree'),
  'witness-hot': trip('The plate is too hot by its witness'),
  'witness-cold': trip('The plate is too cold by its witness'),
  'relay-welded': trip('The safety relay does not open'),
  'bridge-shorted': trip('A transistor of the bridge is shorted'),
  'supply-low': trip('A supply voltage is low'),
  'supply-high': trip('A supply voltage is high'),
  'current-undriven': trip('The modules are driven without being asked'),
  'current-reversed': trip('The modules are driven the other way'),
  'current-missing': trip('The modules take too little current'),
  'fan-stalled': trip('The fan stands still'),
  'too-fast': trip('The plate changes too fast'),
  'wrong-way': trip('The plate moves against the drive'),
  'no-response': trip('The plate does not follow the drive'),
  'off-course': trip('The plate is far from where it should be'),
  'not-cooling-down': trip('The power is off, and the plate still heats or cools'),
  'guard-tripped': trip('The board itself has cut the power'),
  'lease-lost': trip('The board no longer hears the computer'),
  'drive-mismatch': trip('The board does not do what it is told'),
  dose: trip('The dose limit is reached'),
  'phase-overrun': trip('A phase lasts too long'),
  'session-overrun': trip('The treatment lasts too long'),
  'loop-late': trip('The computer is too slow to keep control'),
  'heatsink-warm': advisory('The heatsink is getting hot'),
  'heatsink-unjudged': notice('The heatsink sensor cannot be judged yet'),
  'sensors-drifting': advisory('The plate sensors drift apart'),
  'witness-drifting': advisory('The plate sensors and their witness drift apart'),
  'loop-slow': notice('The computer is slow'),
};

interface OwnEntry extends Words {
  readonly remedy: string;
  readonly hazards: readonly HazardId[];
}

const takeOff = 'Take the plate off the skin.';
const unplug = `${takeOff} Unplug the device.`;

/** What nobody trips on. */
type OtherAlarmId =
  | 'too-many-alarms'
  | 'remove-plate'
  | 'attention-lost'
  | 'skin-reaction'
  | 'pause-expired'
  | 'plate-near-limit'
  | 'dose-near-limit'
  | 'drive-gate'
  | 'phase-change'
  | 'end-not-known';

export type AlarmId = RuleId | CompanionTripId | OtherAlarmId;

/** What no rule of the table finds, but the companion or the board. */
const ofCompanion: Readonly<Record<CompanionTripId | OtherAlarmId, OwnEntry>> = {
  'link-lost': {
    ...trip('The link to the board is lost'),
    // A board without a guard keeps its last output for ever; no host can reach it any more.
    remedy: `${unplug} It cannot be told to stop any more.`,
    hazards: ['H03', 'H04'],
  },
  'record-lost': {
    ...trip('The record cannot be written'),
    remedy: `${takeOff} Make room on the disk, or name another folder with --records.`,
    hazards: ['H32'],
  },
  'preparing-overdue': {
    // The plate is on no skin yet. The causes, the likeliest first.
    ...stop('The plate does not get cold enough to begin'),
    remedy:
      'Keep the plate off the skin. Is the room too warm, or the sun on the device? Are the vents clear, and does the ' +
      'fan turn? Does the plate touch something warm? Let it rest, try again, and have the modules and the supply checked if it comes again.',
    hazards: ['H13', 'H29'],
  },
  'not-settling': {
    ...trip('The plate stays hot or cold with the power off'),
    remedy: `Keep the plate off the skin and unplug the device.`,
    hazards: ['H02', 'H14'],
  },
  'self-test': {
    ...stop('The self-test did not pass'),
    remedy: 'Keep the plate off the skin. Have the device checked before it is used.',
    hazards: ['H05', 'H06', 'H08', 'H14'],
  },
  'too-many-alarms': {
    ...trip('There are more alarms than can be listed'),
    remedy: `${unplug} Have it checked before it is used again.`,
    hazards: ['H33'],
  },
  'remove-plate': {
    ...advisory('The power is off and the plate is not safe to touch yet'),
    remedy: takeOff,
    hazards: ['H14'],
  },
  'attention-lost': {
    ...advisory('A skin check was not answered'),
    remedy: 'Look at the skin and speak with the patient, then answer or stop.',
    hazards: ['H21', 'H22'],
  },
  'skin-reaction': {
    ...stop('Something is wrong with the skin: the treatment is over, the power is off'),
    remedy: `${takeOff} ${plainWords.en.reaction.join(' ')}`,
    hazards: ['H16', 'H21', 'H22'],
  },
  'pause-expired': {
    ...stop('Nobody was there to go on: the treatment is over, the power is off'),
    remedy: `${takeOff} Look at the skin and speak with the patient.`,
    hazards: ['H16', 'H21', 'H22'],
  },
  'plate-near-limit': {
    ...advisory('The plate is close to a limit'),
    remedy: 'Ask the patient how it feels. At the limit the treatment ends.',
    hazards: ['H01', 'H16'],
  },
  'dose-near-limit': {
    ...advisory('The dose is close to its limit'),
    remedy: 'End the treatment early, or let the limit end it.',
    hazards: ['H16', 'H17'],
  },
  'drive-gate': {
    // What lasts is a rule's to trip on.
    ...notice('The drive gate held the power back'),
    remedy: 'If it comes again and again, have the device checked.',
    hazards: ['H01', 'H26'],
  },
  'end-not-known': {
    // The program or the computer was cut off in it; whoever starts anew is told, and somebody must have looked.
    ...trip('How the last treatment ended is not known'),
    remedy: `${takeOff} Look at the skin and speak with the patient, then read what the record has.`,
    hazards: ['H03', 'H33'],
  },
  'phase-change': {
    ...notice('A new phase begins'),
    remedy: 'Look at the skin and ask the patient how it feels.',
    hazards: ['H22'],
  },
};

function ofRule(id: string, words: Words): AlarmDefinition {
  const rule = rules.find((one) => one.id === id);
  return { id, ...words, remedy: rule?.remedy ?? takeOff, hazards: rule?.hazards ?? [] };
}

const mostUrgentFirst = ['high', 'medium', 'low'] as const;

/** 0 is the most urgent. */
export const urgencyOf = (priority: AlarmPriority): number => mostUrgentFirst.indexOf(priority);

/** Every alarm condition, most urgent first. */
export const alarmDefinitions: readonly AlarmDefinition[] = [
  ...Object.entries(ofRules).map(([id, words]) => ofRule(id, words)),
  ...Object.entries(ofCompanion).map(([id, entry]) => ({ id, ...entry })),
].toSorted((a, b) => urgencyOf(a.priority) - urgencyOf(b.priority));

const byId = new Map(alarmDefinitions.map((definition) => [definition.id, definition]));

export const alarmOf = (id: string): AlarmDefinition | undefined => byId.get(id);

/** A condition that nobody described is taken for the worst (L4). */
export const alarmFor = (id: string): AlarmDefinition =>
  alarmOf(id) ?? {
    id,
    ...trip(`The device stopped for a reason without a description (${id})`),
    remedy: `${takeOff} Have the device checked before it is used again.`,
    hazards: [],
  };
