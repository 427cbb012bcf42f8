/** Why a treatment stopped, as far as its record proves it. Pure; what the record does not say is null. */
import { heldWords } from '../records/held.ts';
import { english } from '../words/facts.ts';
import type { AnyFact } from '../words/facts.ts';
import { phasesOf } from '../records/course.ts';
import type { PhaseSpan } from '../records/course.ts';
import { headerOf, linesOf, outcomeOf, summaryOf } from '../records/outcome.ts';
import type { SaidLater } from '../records/later-looks.ts';
import type { LineOf, RecordLine } from '../records/record-line.ts';
import type { StoredRecord } from '../records/store.ts';
import { alarmOf } from '../safety/alarm-table.ts';
import { coldFinishAdvice, isExposureLimit } from '../safety/exposure.ts';
import { hazardNames, isHazardId } from '../safety/hazards.ts';
import { rules } from '../safety/rules.ts';
import { doubtWords, hasReacted, plainWords } from '../words/plain-words.ts';
import {
  byOf,
  eventsUntil,
  indexOfMoment,
  momentOf,
  samplesBefore,
  tripAt,
} from './explanation-moment.ts';
import type { Moment } from './explanation-moment.ts';
import { skinReportOf } from './skin-known.ts';
import type { SkinReport } from './skin-known.ts';

type Sample = LineOf<'sample'>;

export interface Explanation {
  readonly id: string;
  readonly path: string;
  readonly outcome: string;
  /** One sentence. */
  readonly reason: string;
  /** The rule that tripped. */
  readonly rule: string | null;
  /** What the rule watches for, where this version knows the rule. */
  readonly ruleMeaning: string | null;
  /** The reason as a fact; null where there is none, as in a record of format 1. */
  readonly why: AnyFact | null;
  /** As a fact; null where there is none, as in a record of format 1. */
  readonly found: AnyFact | null;
  readonly reading: string | null;
  readonly limit: string | null;
  readonly moment: Moment | null;
  readonly remedy: string;
  readonly hazards: readonly { readonly id: string; readonly name: string | null }[];
  /** Samples and events of the last 60 s before the moment, and of the moment itself. */
  readonly samples: readonly Sample[];
  readonly events: readonly RecordLine[];
  readonly delivered: Delivered;
  readonly skin: SkinReport;
}

export interface Delivered {
  readonly phases: readonly PhaseSpan[];
  readonly phasesPlanned: number | null;
  readonly phasesInFull: number;
  readonly cem43Min: number | null;
  readonly coldMinutes: number | null;
  /** °C·min below 20 °C; null where the record does not say. */
  readonly coldDegreeMinutes: number | null;
  /** As in the summary. */
  readonly coldFinish: LineOf<'summary'>['coldFinish'];
  /** The record has its end; else more may have been delivered than it proves. */
  readonly toTheEnd: boolean;
}

/** @param looks what was said of the skin after the record was closed */
export function explain(record: StoredRecord, looks: readonly SaidLater[] = []): Explanation {
  const { lines } = record.verification;
  const { outcome, reason } = outcomeOf(record.verification);
  const at = indexOfMoment(lines, outcome);
  const trip = tripAt(lines, at);
  const rule = trip?.rule ?? summaryOf(lines)?.rule ?? faultOf(lines[at]);
  const held = trip === undefined ? null : heldWords(trip);
  const known = alarmOf(rule ?? stopRuleOf(lines[at]) ?? '');
  const moment = momentOf(lines, at, outcome);
  const skin = skinReportOf(lines, looks);
  // It can be given, deliberately and by itself (L2); never on skin that has reacted.
  const owed = summaryOf(lines)?.coldFinish === false && !hasReacted(skin.known);
  const provenFault = trip !== undefined && summaryOf(lines)?.outcome === 'faulted';
  return {
    id: record.id,
    path: record.path,
    outcome,
    // Of what only happened, the summary has the sentence.
    reason: provenFault && !onlyHappened(trip) ? tripReason(trip) : reason,
    why: provenFault && !onlyHappened(trip) ? (trip.found ?? null) : whyOf(lines, reason),
    rule,
    ruleMeaning: known?.message ?? null,
    found: trip?.found ?? null,
    reading: held?.reading ?? null,
    limit: held?.limit ?? null,
    moment,
    remedy: [
      ...skinRemedy(skin),
      outcome === 'declined' ? declinedRemedy(lines) : remedyOf(outcome, trip, known?.remedy, skin),
      ...(owed ? [coldFinishAdvice] : []),
    ].join(' '),
    hazards: (known?.hazards ?? []).map((id) => ({
      id,
      name: isHazardId(id) ? hazardNames[id] : null,
    })),
    samples: samplesBefore(lines, at),
    events: eventsUntil(lines, moment?.atS ?? null),
    delivered: deliveredOf(lines),
    skin,
  };
}

/** Of the reason that the summary gives; a record may prove another one. */
function whyOf(lines: readonly RecordLine[], reason: string): AnyFact | null {
  const summary = summaryOf(lines);
  return summary?.reason === reason ? (summary.why ?? null) : null;
}

/** What an event says about the rule, where neither trip nor summary does. */
function faultOf(line: RecordLine | undefined): string | null {
  if (line?.type !== 'state' || line.to !== 'faulted') return null;
  return { LINK_LOST: 'link-lost', SELF_TEST_FAILED: 'self-test' }[line.event] ?? null;
}

/** The stop button is judged by a rule, though it trips nothing. */
function stopRuleOf(line: RecordLine | undefined): string | null {
  const by = byOf(line);
  return rules.some(({ id, response }) => id === by && response === 'stop') ? by : null;
}

function onlyHappened(trip: LineOf<'trip'>): boolean {
  const { reading, limit } = heldWords(trip);
  return reading !== null && limit === null;
}

function tripReason(trip: LineOf<'trip'>): string {
  if (trip.found !== undefined) return english.whole(trip.found);
  const { reading, limit } = heldWords(trip);
  if (reading === null) return trip.message;
  return limit === null ? reading : `${reading}; the limit is ${limit}`;
}

/** Nothing ends with the power: skin is looked at twice, and a limb is weak for a while. */
const [lookTwice, sitUp] = plainWords.en.after;
/** Of skin that has reacted: that is seen to first, and no look of ours opens the next treatment there. */
const afterwards = ({ known }: SkinReport): string =>
  hasReacted(known) ? sitUp : `${lookTwice} ${sitUp}`;
const takeOff = 'Take the plate off the skin.';

/** What only the time since earlier sessions forbids is no matter for a clinician. */
function declinedRemedy(lines: readonly RecordLine[]): string {
  const reasons = linesOf(lines, 'screening').at(-1)?.reasons ?? [];
  const barring = reasons.filter(({ rating }) => rating === 'absolute');
  return barring.length > 0 && barring.every(({ id }) => isExposureLimit(id))
    ? 'Do not treat there now: wait as long as the reason says, then start anew.'
    : 'Do not treat this person with this device. Ask a clinician.';
}

/** A record of format 1 has its own advice, which holds for the rules of the version that wrote it. */
function remedyOf(
  outcome: string,
  trip: LineOf<'trip'> | undefined,
  known: string | undefined,
  skin: SkinReport,
): string {
  const recorded = trip === undefined ? '' : recordedRemedy(trip);
  if (recorded !== '') return recorded;
  if (outcome === 'stopped') return [takeOff, 'Look at the skin.', known ?? ''].join(' ').trim();
  if (known !== undefined) return known;
  const usual: Readonly<Record<string, string>> = {
    completed: afterwards(skin),
    'ended early': afterwards(skin),
    undelivered:
      'Look at the skin. The device did not get or stay where it was to be: have it checked before the next treatment.',
    'not known':
      'Unless it is still running: take the plate off the skin, if it is still on, and unplug the device.',
  };
  return usual[outcome] ?? `${takeOff} Have the device checked before it is used again.`;
}

/** What was wrong and what helps, or that nobody could say that it was fine. */
function skinRemedy({ known, found }: SkinReport): string[] {
  if (known === null) return [];
  if (found === null) return doubtWords('en', known);
  const { reactionTitle, reaction } = plainWords.en;
  return [`${reactionTitle}: ${found}.`, ...reaction];
}

/** In format 1 a trip's message is reading, limit and advice in one; the advice is what is left without the first two. */
function recordedRemedy(trip: LineOf<'trip'>): string {
  if (trip.found !== undefined) return '';
  const known = `${tripReason(trip)}. `;
  return trip.message.startsWith(known) ? trip.message.slice(known.length).trim() : '';
}

function deliveredOf(lines: readonly RecordLine[]): Delivered {
  const summary = summaryOf(lines);
  const sample = linesOf(lines, 'sample').at(-1);
  return {
    phases: phasesOf(lines),
    phasesPlanned: headerOf(lines)?.plan.length ?? null,
    // Older records have only the clock to go by.
    phasesInFull:
      summary?.phases?.filter(({ delivered }) => delivered).length ??
      linesOf(lines, 'state').filter(({ event }) => event === 'PHASE_ELAPSED').length,
    cem43Min: summary?.cem43Min ?? sample?.cem43Min ?? null,
    coldMinutes: summary?.coldMinutes ?? sample?.coldMin ?? null,
    coldDegreeMinutes: summary?.coldDegreeMinutes ?? null,
    coldFinish: summary === undefined ? 'not known' : summary.coldFinish,
    toTheEnd: summary !== undefined,
  };
}
