/**
 * The alarm conditions as data: how urgent each is, whether it latches, and what it says. Every rule of the
 * interlock table has an entry, and so has what the companion itself finds. Priorities follow IEC 60601-1-8: high where
 * injury may follow within seconds or minutes, medium where only after many minutes, low for awareness. What takes
 * power away latches; what only gives notice does not.
 */
import { plainWords } from '../words/plain-words.ts';
import type { HazardId } from './hazards.ts';
import type { Rule } from './interlocks.ts';
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

/** Rules say themselves what is wrong, what to do and which hazards they guard. */
function ofRule({ id, alarm, response, onlyNotice, remedy, hazards }: Rule): AlarmDefinition {
  const words = { trip, stop, warn: onlyNotice === true ? notice : advisory }[response](alarm);
  return { id, ...words, remedy, hazards };
}

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

const mostUrgentFirst = ['high', 'medium', 'low'] as const;

/** 0 is the most urgent. */
export const urgencyOf = (priority: AlarmPriority): number => mostUrgentFirst.indexOf(priority);

/** Every alarm condition, most urgent first. */
export const alarmDefinitions: readonly AlarmDefinition[] = [
  ...rules.map(ofRule),
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
