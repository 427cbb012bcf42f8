/**
 * The host's half of the guard protocol, as plain data and pure functions: what is known of the board, and the next
 * frame for it. Nothing here waits, sends or renews by itself (law L5: a renewal is the act of a completed tick).
 */
import { memoryFieldsOf, memoryIn, sameMemory } from './board-memory.ts';
import type { BoardMemory } from './board-memory.ts';
import { crc16, decodeBoardFrame, encodeHostFrame, packFields } from './frames.ts';
import type { BoardFields, HostFields, HostFrameName } from './frames.ts';
import {
  boardFrames,
  guardReasons,
  guardStates,
  guardTiming,
  protocolVersion,
  switchBits,
} from './protocol.ts';
import type { GuardReason, GuardState } from './protocol.ts';

export type GuardLimits = BoardFields<'limits'>;
export type GuardIdentity = BoardFields<'identity'>;

/** The board's word on itself. Counts of beads as it converted them, PWM counts as its pins have them. */
export interface GuardStatus extends Omit<BoardFields<'status'>, 'state' | 'reason'> {
  readonly state: GuardState;
  readonly reason: GuardReason;
  /** When it arrived, board time. */
  readonly atMs: number;
}

export interface GuardSession {
  /** Of the hello that was sent last; answers to others are not ours. */
  readonly nonce: number;
  /** Seed of every later frame; null before the board has named itself. */
  readonly challenge: number | null;
  /** Of the last frame that was sent. */
  readonly sequence: number;
  readonly identity: GuardIdentity | null;
  /** In force on the board, by its own word. */
  readonly limits: GuardLimits | null;
  readonly status: GuardStatus | null;
  /** When the first status of the present trip arrived; NaN while the board is not tripped. */
  readonly trippedAtMs: number;
  /** When the last renewal or arming was sent; −Infinity: never. */
  readonly renewedAtMs: number;
  /** When arming, disarming or clearing was asked for last; −Infinity: never. */
  readonly askedAtMs: number;
  /** When the board was told last, tripped, that its host is there; −Infinity: never. */
  readonly attendedAtMs: number;
  /** What the board remembers, by its own word; null before it has said so. */
  readonly memory: BoardMemory | null;
  /** What it is to remember, and how often it was told so and when; null: nothing new. */
  readonly wanted: {
    readonly memory: BoardMemory;
    readonly tells: number;
    readonly atMs: number;
  } | null;
}

export const strangers: GuardSession = {
  nonce: 0,
  challenge: null,
  sequence: 0,
  identity: null,
  limits: null,
  status: null,
  trippedAtMs: Number.NaN,
  renewedAtMs: Number.NEGATIVE_INFINITY,
  askedAtMs: Number.NEGATIVE_INFINITY,
  attendedAtMs: Number.NEGATIVE_INFINITY,
  memory: null,
  wanted: null,
};

/** A session and the payload to send, id first; null where nothing is to be sent. */
export interface GuardStep {
  readonly session: GuardSession;
  readonly payload: readonly number[] | null;
}

const sequences = 1 << 14;

/**
 * Asks the board who it is. Everything known of an earlier session is forgotten.
 * @param nonce any whole number from 0 to 16383; a new one for each question
 */
export function hello(session: GuardSession, nonce: number): GuardStep {
  const sequence = (session.sequence + 1) % sequences;
  const payload = encodeHostFrame('hello', { sequence, version: protocolVersion, nonce }, 0);
  return { session: { ...strangers, nonce, sequence }, payload };
}

/** What the session is after a payload from the board; the same where it is none of ours (law L4). */
export function received(
  session: GuardSession,
  payload: readonly number[],
  nowMs: number,
): GuardSession {
  const frame = decodeBoardFrame(payload, session.challenge ?? -1);
  if (frame === null) return session;
  if (frame.name === 'identity') {
    const { fields } = frame;
    if (session.challenge !== null || fields.nonce !== session.nonce) return session;
    return { ...session, identity: fields, challenge: fields.challenge, limits: burntIn(fields) };
  }
  if (session.challenge === null) return session;
  if (frame.name === 'limits') return { ...session, limits: frame.fields };
  if (frame.name === 'memory') return withMemory(session, memoryIn(frame.fields));
  const state = guardStates[frame.fields.state];
  const reason = guardReasons[frame.fields.reason];
  if (state === undefined || reason === undefined) return session;
  const status = { ...frame.fields, state, reason, atMs: nowMs };
  const before = session.status?.state === 'tripped' ? session.trippedAtMs : nowMs;
  // What was asked for is answered when the state has changed.
  const changed = session.status !== null && session.status.state !== state;
  const askedAtMs = changed ? Number.NEGATIVE_INFINITY : session.askedAtMs;
  return { ...session, status, askedAtMs, trippedAtMs: state === 'tripped' ? before : Number.NaN };
}

function withMemory(session: GuardSession, memory: BoardMemory | null): GuardSession {
  if (memory === null) return session;
  const met = sameMemory(memory, session.wanted?.memory ?? null);
  return { ...session, memory, wanted: met ? null : session.wanted };
}

const limitNames = Object.keys(boardFrames.limits.fields) as (keyof GuardLimits)[];

/** What a board names with itself: no part is judged before it is told which there are. */
function burntIn(identity: GuardIdentity): GuardLimits {
  const { ceilingCounts, floorCounts, maxHeatCount, maxCoolCount, oneWayS, sessionS } = identity;
  return { ceilingCounts, floorCounts, maxHeatCount, maxCoolCount, oneWayS, sessionS, parts: 0 };
}

export const sameLimits = (a: GuardLimits, b: GuardLimits): boolean =>
  limitNames.every((name) => a[name] === b[name]);

/** The next frame of this session. Before the board has named itself there is none. */
function next<Name extends HostFrameName>(
  session: GuardSession,
  name: Name,
  fields: Omit<HostFields<Name>, 'sequence'>,
): GuardStep {
  const { challenge } = session;
  if (challenge === null) return { session, payload: null };
  const sequence = (session.sequence + 1) % sequences;
  const all = { ...fields, sequence } as unknown as HostFields<Name>;
  return { session: { ...session, sequence }, payload: encodeHostFrame(name, all, challenge) };
}

export const narrow = (session: GuardSession, limits: GuardLimits): GuardStep =>
  next(session, 'narrow', limits);

/** Arming, disarming and clearing are asked for again only when an answer would have been here. */
const askAgainMs = 200;
const mayAsk = (session: GuardSession, nowMs: number): boolean =>
  !(nowMs - session.askedAtMs < askAgainMs);

const nothing = (session: GuardSession): GuardStep => ({ session, payload: null });

/** Proves with it that the limits in force are known. */
export function arm(session: GuardSession, nowMs: number): GuardStep {
  const { limits, challenge, status } = session;
  if (limits === null || challenge === null) return nothing(session);
  if (status?.state !== 'idle' || !mayAsk(session, nowMs)) return nothing(session);
  const limitsCrc = crc16(packFields(boardFrames.limits.fields, limits), challenge);
  return next({ ...session, askedAtMs: nowMs, renewedAtMs: nowMs }, 'arm', { limitsCrc });
}

/** What was really written to the four power pins. */
export interface WrittenDrive {
  readonly coolCount: number;
  readonly heatCount: number;
  readonly enabled: boolean;
  readonly relayClosed: boolean;
}

/** The one frame that brings power to a pin, and keeps it there for the lease. */
export function renew(session: GuardSession, written: WrittenDrive, nowMs: number): GuardStep {
  if (session.status?.state !== 'armed') return nothing(session);
  const { coolCount, heatCount, enabled, relayClosed } = written;
  const switches = (enabled ? switchBits.enable : 0) + (relayClosed ? switchBits.relay : 0);
  const renewed = { ...session, renewedAtMs: nowMs };
  return next(renewed, 'renew', { coolCount, heatCount, switches });
}

const attendEveryMs = guardTiming.silentHostMs / 4;

/**
 * A tripped board that hears nobody sounds its buzzer by itself, and nobody could silence it. A renewal of nothing is a sign of
 * life, and brings no power.
 */
export function attend(session: GuardSession, nowMs: number): GuardStep {
  const isDue = !(nowMs - session.attendedAtMs < attendEveryMs);
  if (session.status?.state !== 'tripped' || !isDue) return nothing(session);
  const off = { coolCount: 0, heatCount: 0, switches: 0 };
  return next({ ...session, attendedAtMs: nowMs }, 'renew', off);
}

/** @param urgent asks again even where an answer may still be under way */
export function disarm(session: GuardSession, nowMs: number, urgent = false): GuardStep {
  if (session.status?.state !== 'armed' || !(urgent || mayAsk(session, nowMs))) {
    return nothing(session);
  }
  return next({ ...session, askedAtMs: nowMs }, 'disarm', {});
}

/** Names the reason that is latched: a reason that nobody has read cannot be cleared (law L7). */
export function clear(session: GuardSession, nowMs: number): GuardStep {
  const { status } = session;
  if (status?.state !== 'tripped' || !mayAsk(session, nowMs)) return nothing(session);
  const asked = { ...session, askedAtMs: nowMs };
  return next(asked, 'clear', { reason: guardReasons.indexOf(status.reason) });
}

export const recall = (session: GuardSession): GuardStep => next(session, 'recall', {});

/** Writing takes a tenth of a second; a board that does not answer may not have heard. */
const tellAgainMs = 500;
const mostTells = 5;

/** From now on the board is to remember this; `tell` says so. */
export const wanting = (session: GuardSession, memory: BoardMemory): GuardSession => ({
  ...session,
  wanted: sameMemory(memory, session.memory)
    ? null
    : { memory, tells: 0, atMs: Number.NEGATIVE_INFINITY },
});

/** It was told as often as it is told at all, and has not said that it remembers. */
export const isForgetful = ({ wanted }: GuardSession): boolean =>
  wanted !== null && wanted.tells >= mostTells;

/** Tells the board what it is to remember, again where it has not answered: a bounded number of times, and never while armed. */
export function tell(session: GuardSession, nowMs: number): GuardStep {
  const { wanted, status } = session;
  if (wanted === null || status === null || status.state === 'armed') return nothing(session);
  const { memory, tells, atMs } = wanted;
  if (nowMs - atMs < tellAgainMs || tells >= mostTells) return nothing(session);
  return next(
    { ...session, wanted: { memory, tells: tells + 1, atMs: nowMs } },
    'remember',
    memoryFieldsOf(memory),
  );
}
