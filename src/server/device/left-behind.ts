/**
 * What the newest record of the folder left that nobody has seen yet: what stays until a person has seen it must not
 * depend on the life of a process (law L7). Read once, before the first tick.
 */
import { heldWords } from '../../records/held.ts';
import { english } from '../../words/facts.ts';
import { briefsIn } from '../../records/brief.ts';
import { newestFirstInChain, newestNoted } from '../../records/chain.ts';
import { linesOf, outcomeOf, summaryOf } from '../../records/outcome.ts';
import type { LineOf, RecordLine } from '../../records/record-line.ts';
import { readSeen } from '../../records/seen.ts';
import type { Seen } from '../../records/seen.ts';
import { verifyRecord } from '../../records/verify.ts';
import type { Verification } from '../../records/verify.ts';
import { alarmFor } from '../../safety/alarm-table.ts';
import { clear, noAlarms, raise } from '../../safety/alarms.ts';
import type { AlarmCondition, AlarmState } from '../../safety/alarms.ts';
import { noTemperature } from '../../safety/rule-words.ts';
import { readingRules } from '../../treatment/alarm-course.ts';
import { verificationOf } from '../../treatment/history.ts';
import type { LiveOutcome, LiveState } from '../contract/live-state.ts';
import { nothingLeft } from './aftermath.ts';
import type { Aftermath } from './aftermath.ts';

/** @param simulated of which kind of board: a simulation leaves nothing behind at a real one */
export function leftBehindIn(folder: string, simulated: boolean, nowMs: number): Aftermath {
  const newest = newestFirstInChain(briefsIn(folder), newestNoted(folder)).find(
    ({ header }) => (header?.simulated ?? false) === simulated,
  );
  if (newest === undefined) return nothingLeft;
  // What cannot be read proves no end either.
  const verification = verificationOf(folder, newest.id) ?? verifyRecord(Buffer.alloc(0));
  return leftBehind(newest.id, verification, readSeen(folder, newest.id), nowMs);
}

/** Pure. */
export function leftBehind(
  recordId: string,
  verification: Verification,
  { endSeenBy, alarmsSeenBy }: Seen,
  nowMs: number,
): Aftermath {
  const alarms = conditionsOf(verification).filter(({ id }) => !Object.hasOwn(alarmsSeenBy, id));
  const endSeen = endSeenBy !== null;
  return {
    recordId,
    alarms: unseenAlarms(alarms, nowMs),
    outcome: endSeen ? null : liveOutcomeOf(recordId, verification),
    trip: endSeen ? null : tripIn(verification.lines),
  };
}

/** Nothing judges the causes at rest: what latches waits for a person alone. */
const unseenAlarms = (conditions: readonly AlarmCondition[], nowMs: number): AlarmState =>
  conditions.reduce(
    (state, condition) => clear(raise(state, condition, nowMs), condition.id, nowMs),
    noAlarms,
  );

/** What latched, as the record tells it: what tripped or was warned of, and that it has no end. */
function conditionsOf(verification: Verification): AlarmCondition[] {
  const { lines } = verification;
  const summary = summaryOf(lines);
  const named = lines.flatMap((line) => conditionIn(line, lines));
  const ended =
    summary === undefined
      ? [{ id: 'end-not-known', detail: outcomeOf(verification).reason }]
      : summary.rule === null || named.some(({ id }) => id === summary.rule)
        ? []
        : [{ id: summary.rule, detail: summary.why ?? summary.reason }];
  return [...named, ...ended].filter(({ id }) => alarmFor(id).latching);
}

function conditionIn(line: RecordLine, lines: readonly RecordLine[]): AlarmCondition[] {
  if (line.type === 'warning' && line.rule !== null)
    return [{ id: line.rule, detail: line.found ?? line.message }];
  if (line.type === 'state' && line.event === 'STOP' && line.by === 'stop-pressed')
    return [{ id: line.by, detail: '' }];
  if (line.type !== 'trip') return [];
  // One broken wire is one alarm: what misses its reading has tripped too, and would hide what is wrong.
  const unread = isUnread(line);
  const named = linesOf(lines, 'trip').some(
    ({ rule, seq }) => seq < line.seq && readingRules.has(rule),
  );
  if (unread && named) return [];
  return [
    {
      id: line.rule,
      detail:
        line.found ?? `${line.reading ?? 'no reading'}; the limit is ${line.limit ?? 'not known'}`,
    },
  ];
}

/** Its sensor gave no temperature: the number is null in a record, and words in one of format 1. */
const isUnread = ({ found, reading }: LineOf<'trip'>): boolean =>
  found === undefined
    ? String(reading).includes(noTemperature)
    : english.reading(found).includes(noTemperature);

function liveOutcomeOf(treatmentId: string, verification: Verification): LiveOutcome {
  const { outcome, reason } = outcomeOf(verification);
  const summary = summaryOf(verification.lines);
  const last = linesOf(verification.lines, 'sample').at(-1);
  return {
    treatmentId,
    outcome: outcome as LiveOutcome['outcome'],
    reason,
    ...(summary?.why === undefined ? {} : { why: summary.why }),
    rule: summary?.rule ?? null,
    durationS: summary?.durationS ?? last?.t ?? 0,
    cem43Min: summary?.cem43Min ?? null,
    coldMinutes: summary?.coldMinutes ?? null,
    coldDegreeMinutes: summary?.coldDegreeMinutes ?? null,
    coldFinish: typeof summary?.coldFinish === 'boolean' ? summary.coldFinish : null,
    phases: (summary?.phases ?? []).flatMap(numbersKnown),
    skin: summary?.skin ?? null,
  };
}

/** A number that a record could not tell is none to show. */
function numbersKnown({
  setpointC,
  owedMin,
  inBandMin,
  ...phase
}: PhaseOfRecord): LiveOutcome['phases'][number][] {
  if (setpointC === null || owedMin === null || inBandMin === null) return [];
  return [{ ...phase, setpointC, owedMin, inBandMin }];
}
type PhaseOfRecord = NonNullable<LineOf<'summary'>['phases']>[number];

function tripIn(lines: readonly RecordLine[]): LiveState['trip'] {
  const trip = linesOf(lines, 'trip')[0];
  if (trip === undefined) return null;
  const { rule, message } = trip;
  const { reading, limit } = heldWords(trip);
  return {
    rule,
    reading,
    limit,
    ...(trip.found === undefined ? {} : { found: trip.found }),
    message,
    remedy: alarmFor(rule).remedy,
  };
}
