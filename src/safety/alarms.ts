/**
 * What is wrong, who knows, and what still sounds: the state of the alarms as a pure reducer. Nothing here hides an
 * alarm: acknowledging and pausing silence it, and only the end of its cause removes it; one that latches needs both
 * (L7). A high one is not silenced before the power is proven off. Signals and lines are made from this state by
 * `alarm-signals.ts` and `alarm-lines.ts`.
 */
import { english } from '../words/facts.ts';
import type { AnyFact } from '../words/facts.ts';
import { alarmFor } from './alarm-table.ts';
import type { AlarmDefinition } from './alarm-table.ts';

/** Something that is wrong now. */
export interface AlarmCondition {
  /** Id of a rule or of another entry of the alarm table; an unknown one counts as high. */
  readonly id: string;
  /** The reading against the limit; in words where it comes from a record that has no more. */
  readonly detail: AnyFact | string;
}

export interface Alarm extends AlarmCondition {
  readonly definition: AlarmDefinition;
  /** When this occurrence began, on the clock of the caller. */
  readonly raisedMs: number;
  /** The cause is still there. */
  readonly present: boolean;
  /** Who has seen this occurrence; null while nobody has. */
  readonly acknowledgedBy: string | null;
  /** When its sound was paused last; null if it was not. */
  readonly pausedMs: number | null;
  /** Its light is on until then, and flashes from then on. */
  readonly flashesFromMs: number;
  /** It is over, and is shown until then; null while it is not over. */
  readonly goneMs: number | null;
}

export interface AlarmLogEntry {
  readonly atMs: number;
  readonly id: string;
  readonly what: 'raised' | 'cause gone' | 'acknowledged' | 'sound paused' | 'silence refused';
  /** Who did it, or the reading against the limit. */
  readonly detail: AnyFact | string;
}

export interface AlarmState {
  readonly alarms: readonly Alarm[];
  /** Oldest first. */
  readonly log: readonly AlarmLogEntry[];
}

export const noAlarms: AlarmState = Object.freeze({ alarms: [], log: [] });

/** A limit on everything. There are fewer conditions than this, unless something is badly wrong. */
export const maxAlarms = 64;
export const maxLogEntries = 1000;
const maxTextLength = 300;

/** In English where it is a fact; one line that cannot steer a terminal. */
export const detailWords = (detail: AnyFact | string): string =>
  oneLine(typeof detail === 'string' ? detail : english.whole(detail));

/** IEC 60601-1-8 bounds how long a sound may be paused by a wish alone. */
export const longestPauseMs = 120_000;
/** Flashes begin and alarms end on this grid, so that no sequence of alarms can make the light flicker. */
const lightGridMs = 500;
/** A short condition is shown long enough to be noticed, and one that comes and goes stays one alarm. */
export const shownAfterMs = 2000;

const onGrid = (ms: number): number => Math.ceil(ms / lightGridMs) * lightGridMs;

/** One line that cannot steer a terminal, of bounded length. */
const oneLine = (text: string): string => text.replaceAll(/\p{C}/gu, ' ').slice(0, maxTextLength);

/** Only a proof that its time is over takes an alarm off the list. */
export const isShown = ({ goneMs }: Alarm, nowMs: number): boolean =>
  goneMs === null || !(nowMs >= goneMs);

/** How long the sound of this alarm has been paused; NaN where it is not. */
export function pausedForMs({ pausedMs }: Alarm, nowMs: number): number {
  const forMs = pausedMs === null ? Number.NaN : nowMs - pausedMs;
  return forMs >= 0 && forMs < longestPauseMs ? forMs : Number.NaN;
}

export const isSounding = (alarm: Alarm, nowMs: number): boolean =>
  alarm.acknowledgedBy === null && Number.isNaN(pausedForMs(alarm, nowMs));

/**
 * A condition is there. Saying so again changes nothing: the first reading and time are the ones that count (L7).
 * One that comes back after it was acknowledged and over sounds anew.
 */
export function raise(before: AlarmState, condition: AlarmCondition, nowMs: number): AlarmState {
  const state = withoutPast(before, nowMs);
  const known = state.alarms.find(({ id }) => id === condition.id);
  if (known?.present === true) return state;
  if (known === undefined && isFull(state, condition.id))
    return raiseOverflow(state, condition, nowMs);
  const fresh: Alarm = {
    id: condition.id,
    detail: typeof condition.detail === 'string' ? oneLine(condition.detail) : condition.detail,
    definition: known?.definition ?? alarmFor(condition.id),
    raisedMs: nowMs,
    present: true,
    acknowledgedBy: null,
    pausedMs: null,
    flashesFromMs: known?.flashesFromMs ?? onGrid(nowMs),
    goneMs: null,
  };
  const entry = { atMs: nowMs, id: fresh.id, what: 'raised', detail: fresh.detail } as const;
  const alarms =
    known === undefined
      ? [...state.alarms, fresh]
      : state.alarms.map((one) => (one === known ? cameBack(known, fresh) : one));
  return { alarms, log: logged(state.log, [entry]) };
}

/** The same occurrence, unless it was over; where power was taken away, its sound does not stay paused. */
function cameBack(known: Alarm, fresh: Alarm): Alarm {
  const { latching } = known.definition;
  if (latching && known.goneMs !== null) return fresh;
  return { ...known, present: true, goneMs: null, pausedMs: latching ? null : known.pausedMs };
}

const overflowId = 'too-many-alarms';

/** The last place is kept for saying that there is no more. */
const isFull = ({ alarms }: AlarmState, id: string): boolean =>
  id !== overflowId && alarms.filter((one) => one.id !== overflowId).length >= maxAlarms - 1;

function raiseOverflow(
  state: AlarmState,
  { id, detail }: AlarmCondition,
  nowMs: number,
): AlarmState {
  const first = { id: overflowId, detail: `${id}: ${detailWords(detail)}` };
  return clear(raise(state, first, nowMs), overflowId, nowMs);
}

/** The cause is gone. A latching alarm stays until it is acknowledged as well. */
export function clear(before: AlarmState, id: string, nowMs: number): AlarmState {
  const state = withoutPast(before, nowMs);
  const gone = state.alarms.find((alarm) => alarm.id === id && alarm.present);
  if (gone === undefined) return state;
  return {
    alarms: state.alarms.map((alarm) =>
      alarm === gone ? endedIfOver({ ...alarm, present: false }, nowMs) : alarm,
    ),
    log: logged(state.log, [{ atMs: nowMs, id, what: 'cause gone', detail: gone.detail }]),
  };
}

/**
 * Somebody has seen what is shown: it falls silent, until it is over or comes again.
 * @param powerOff the power is proven to be off; high alarms go on sounding where it is not
 */
export function acknowledge(
  before: AlarmState,
  who: string,
  nowMs: number,
  powerOff: boolean,
): AlarmState {
  return silence(before, who, nowMs, powerOff, 'acknowledged', (alarm, person) =>
    endedIfOver({ ...alarm, acknowledgedBy: person }, nowMs),
  );
}

/**
 * The sound of what is shown is paused for 120 s, with a reminder. What is raised meanwhile sounds.
 * @param powerOff the power is proven to be off; high alarms go on sounding where it is not
 */
export function pauseAudio(
  before: AlarmState,
  who: string,
  nowMs: number,
  powerOff: boolean,
): AlarmState {
  return silence(before, who, nowMs, powerOff, 'sound paused', (alarm) => ({
    ...alarm,
    pausedMs: nowMs,
  }));
}

function silence(
  before: AlarmState,
  who: string,
  nowMs: number,
  powerOff: boolean,
  what: 'acknowledged' | 'sound paused',
  change: (alarm: Alarm, person: string) => Alarm,
): AlarmState {
  const state = withoutPast(before, nowMs);
  const person = oneLine(who).trim();
  const entries: AlarmLogEntry[] = [];
  // Nobody in particular has seen nothing.
  if (person === '') return state;
  const alarms = state.alarms.map((alarm) => {
    if (alarm.acknowledgedBy !== null) return alarm;
    const refused = alarm.definition.priority === 'high' && !powerOff;
    const entry = { atMs: nowMs, id: alarm.id, detail: person };
    entries.push({ ...entry, what: refused ? 'silence refused' : what });
    return refused ? alarm : change(alarm, person);
  });
  return entries.length === 0 ? state : { alarms, log: logged(state.log, entries) };
}

function endedIfOver(alarm: Alarm, nowMs: number): Alarm {
  const over = !alarm.present && (!alarm.definition.latching || alarm.acknowledgedBy !== null);
  return over && alarm.goneMs === null ? { ...alarm, goneMs: onGrid(nowMs + shownAfterMs) } : alarm;
}

function withoutPast(state: AlarmState, nowMs: number): AlarmState {
  return state.alarms.every((alarm) => isShown(alarm, nowMs))
    ? state
    : { ...state, alarms: state.alarms.filter((alarm) => isShown(alarm, nowMs)) };
}

const logged = (
  log: readonly AlarmLogEntry[],
  entries: readonly AlarmLogEntry[],
): readonly AlarmLogEntry[] => [...log, ...entries].slice(-maxLogEntries);
