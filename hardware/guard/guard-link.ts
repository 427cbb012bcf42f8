/**
 * The host's end of the guard: keeps the session and sends what a completed tick asks for. It has no timer: without a
 * tick there is no renewal, and the board drops its power (law L5).
 */
import { CompanionError } from '../../src/errors.ts';
import { nominalThermistor } from '../parts/nominal-thermistor.ts';
import { checkTiming, fanLimits, partBits, unknownEdges } from './board-checks.ts';
import { firstMemory } from './board-memory.ts';
import type { BoardMemory } from './board-memory.ts';
import * as guard from './guard-session.ts';
import type { GuardLimits, GuardSession, GuardStep, WrittenDrive } from './guard-session.ts';
import { guardFound } from './guard-words.ts';
import type { GuardFound } from './guard-words.ts';
import type { GuardWire } from './guard-wire.ts';
import { protocolVersion, switchBits } from './protocol.ts';
import type { GuardReason, GuardState } from './protocol.ts';

/** What a tick wants of the guard, once its writes are done. `rest`: nothing is sent. */
export type GuardWish = 'rest' | 'arm' | 'renew' | 'disarm' | 'clear';

/** What the board last said of itself, and how it stands with our renewals. */
export interface GuardReading {
  readonly state: GuardState;
  readonly reason: GuardReason;
  /** What it tripped on; nothing while it is not tripped. */
  readonly found: GuardFound;
  /** When the newest status arrived; −Infinity: none did. */
  readonly atMs: number;
  /** When the first status of the present trip arrived; NaN while it is not tripped. */
  readonly trippedAtMs: number;
  /** When the last renewal was sent; −Infinity: none was. */
  readonly renewedAtMs: number;
  /** By the tachometer, as the board counted it; null where it has none, or has not counted long enough. */
  readonly fanTurnsPerS: number | null;
  /** Its pins: both sides at zero, bridge disabled, relay open. */
  readonly powerOff: boolean;
}

/** Lets a little time pass; on a virtual board by running its world. */
export type Pass = () => Promise<void> | void;

const answerWithinMs = 1000;
const greetings = 3;
const nonces = 1 << 14;

export class GuardLink {
  readonly #wire: GuardWire;
  readonly #nowMs: () => number;
  readonly #port: string;
  #session: GuardSession = guard.strangers;

  /** @param port for messages. @param nowMs the board's monotonic clock */
  constructor(wire: GuardWire, port: string, nowMs: () => number) {
    this.#wire = wire;
    this.#port = port;
    this.#nowMs = nowMs;
    wire.onFrame((payload) => {
      this.#session = guard.received(this.#session, payload, nowMs());
    });
  }

  #send({ session, payload }: GuardStep): void {
    this.#session = session;
    if (payload !== null) this.#wire.send(payload);
  }

  /**
   * Asks the board who it is, and waits until it has said so and how it stands.
   * @param nonce any whole number; a board's late answer to another program is not taken for one to us
   * @throws CompanionError GUARD_SILENT, GUARD_VERSION
   */
  async identify(nonce: number, pass: Pass): Promise<void> {
    for (let attempt = 0; attempt < greetings && this.#session.identity === null; attempt += 1) {
      this.#send(guard.hello(this.#session, (nonce + attempt) % nonces));
      await this.#until(() => this.#session.identity !== null, pass);
    }
    const { identity } = this.#session;
    if (identity !== null && identity.version !== protocolVersion) {
      throw new CompanionError('GUARD_VERSION', {
        what: `the board speaks version ${identity.version} of the guard protocol, this program version ${protocolVersion}`,
        where: this.#port,
        fix:
          'Flash the guard firmware that belongs to this version: `contrast firmware flash`. ' +
          'A circuit without a witness goes on serving with it, within narrower limits.',
      });
    }
    // A board that is armed still is about to lose the lease of whoever armed it.
    const known = (): boolean => (this.#session.status?.state ?? 'armed') !== 'armed';
    await this.#until(known, pass);
    for (let attempt = 0; attempt < greetings && known() && this.memory === null; attempt += 1) {
      this.#send(guard.recall(this.#session));
      await this.#until(() => this.memory !== null, pass);
    }
    if (identity === null || !known() || this.memory === null) {
      throw new CompanionError('GUARD_SILENT', {
        what: 'the board calls itself a guard and does not answer as one',
        where: this.#port,
        fix: 'Flash the guard firmware again, and look for a second program that uses the board.',
      });
    }
  }

  /**
   * Narrows the limits that the board itself enforces, and waits for its word (law L6). What is wider than the board's
   * own limit is left at the board's.
   * @throws CompanionError GUARD_REFUSED
   */
  async narrow(wanted: Partial<GuardLimits>, pass: Pass): Promise<void> {
    const { limits: own } = this.#session;
    if (own === null) return;
    const limits = narrowest(own, wanted);
    if (guard.sameLimits(limits, own)) return;
    const inForce = (): boolean =>
      this.#session.limits !== null && guard.sameLimits(this.#session.limits, limits);
    this.#send(guard.narrow(this.#session, limits));
    await this.#until(inForce, pass);
    if (inForce()) return;
    throw new CompanionError('GUARD_REFUSED', {
      what: 'the board did not take the limits of this device',
      where: this.#port,
      fix: 'Flash the guard firmware that belongs to this version.',
    });
  }

  /**
   * Gives a board that was never told anything its number, for good. One that has a number keeps it, and one whose
   * memory is damaged waits for a person.
   * @param drawn 1 … 2³² − 1, by chance
   */
  async number(drawn: number, pass: Pass): Promise<void> {
    if (this.memory?.condition !== 'blank') return;
    this.remember(firstMemory(drawn));
    await this.untilRemembered(pass);
  }

  /** Tells the board at once, and with the ticks that follow until it has said so. */
  remember(memory: BoardMemory): void {
    this.#session = guard.wanting(this.#session, memory);
    this.#send(guard.tell(this.#session, this.#nowMs()));
  }

  /** Waits, within a second, for the board's word that it remembers what it was told. @returns whether it does */
  async untilRemembered(pass: Pass): Promise<boolean> {
    const told = (): boolean => {
      this.#send(guard.tell(this.#session, this.#nowMs()));
      return this.#session.wanted === null;
    };
    await this.#until(told, pass);
    return this.#session.wanted === null;
  }

  /** The board does not take what it was told to remember. */
  get forgetful(): boolean {
    return guard.isForgetful(this.#session);
  }

  /** By the board's own word; null before it has said so. */
  get memory(): BoardMemory | null {
    return this.#session.memory;
  }

  async #until(done: () => boolean, pass: Pass): Promise<void> {
    const start = this.#nowMs();
    while (!done() && this.#nowMs() - start < answerWithinMs) await pass();
  }

  /** Called at the end of a tick, after its writes: the frames keep their order on the wire. */
  act(wish: GuardWish, written: WrittenDrive): void {
    const nowMs = this.#nowMs();
    const session = this.#session;
    if (wish === 'arm') this.#send(guard.arm(session, nowMs));
    if (wish === 'renew') this.#send(guard.renew(session, written, nowMs));
    if (wish === 'disarm') this.#send(guard.disarm(session, nowMs));
    if (wish === 'clear') this.#send(guard.clear(session, nowMs));
    if (wish === 'rest') this.#send(guard.tell(session, nowMs));
  }

  /** At once, as a part of switching everything off. */
  disarm(): void {
    this.#send(guard.disarm(this.#session, this.#nowMs(), true));
  }

  get armed(): boolean {
    return this.#session.status?.state === 'armed';
  }

  get reading(): GuardReading {
    const { status, trippedAtMs, renewedAtMs } = this.#session;
    if (status === null) return { ...unheard, renewedAtMs };
    const { state, reason, atMs } = status;
    const powered = status.switches & (switchBits.enable | switchBits.relay);
    return {
      state,
      reason,
      found: state === 'tripped' ? guardFound(status, nominalThermistor) : nothingFound,
      atMs,
      trippedAtMs,
      renewedAtMs,
      fanTurnsPerS: turnsPerS(status.fanEdges, this.#session.limits),
      powerOff: status.coolCount === 0 && status.heatCount === 0 && powered === 0,
    };
  }

  /** Limits in force by the board's own word; null before it has named itself. */
  get limits(): GuardLimits | null {
    return this.#session.limits;
  }

  /** For people: version, protocol, and the first digits of what it was built from. */
  get firmware(): string {
    const { identity } = this.#session;
    if (identity === null) return 'unknown';
    const { major, minor, patch, version, buildHash } = identity;
    const build = buildHash.toString(16).padStart(8, '0');
    return `${major}.${minor}.${patch} (guard protocol ${version}, build ${build})`;
  }
}

const nothingFound: GuardFound = { kind: 'nothing' };

const unheard: GuardReading = {
  state: 'booting',
  reason: 'none',
  found: nothingFound,
  atMs: Number.NEGATIVE_INFINITY,
  trippedAtMs: Number.NaN,
  renewedAtMs: Number.NEGATIVE_INFINITY,
  fanTurnsPerS: null,
  powerOff: false,
};

function turnsPerS(edges: number, limits: GuardLimits | null): number | null {
  const counted = ((limits?.parts ?? 0) & partBits.fanTach) !== 0 && edges !== unknownEdges;
  if (!counted) return null;
  return edges / (2 * fanLimits.pulsesPerTurn) / (checkTiming.fanWindowMs / 1000);
}

/** Counts fall as the temperature rises: a lower ceiling is a higher count. More parts are more that is judged. */
function narrowest(own: GuardLimits, wanted: Partial<GuardLimits>): GuardLimits {
  const least = (name: keyof GuardLimits): number => Math.min(own[name], wanted[name] ?? Infinity);
  return {
    ceilingCounts: Math.max(own.ceilingCounts, wanted.ceilingCounts ?? 0),
    floorCounts: least('floorCounts'),
    maxHeatCount: least('maxHeatCount'),
    maxCoolCount: least('maxCoolCount'),
    oneWayS: least('oneWayS'),
    sessionS: least('sessionS'),
    parts: own.parts | (wanted.parts ?? 0),
  };
}
