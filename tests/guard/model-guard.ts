/** The guard's own half of the protocol, in a hundred lines and by the specification: staging, lease, states, latch. */
import { crc16, openSeed, packFields } from '../../hardware/guard/frames.ts';
import type { BoardFields } from '../../hardware/guard/frames.ts';
import type { GuardLimits } from '../../hardware/guard/guard-session.ts';
import type { GuardWire } from '../../hardware/guard/guard-wire.ts';
import {
  boardFrames,
  guardReasons,
  guardStates,
  guardTiming,
  hostFrames,
  memoryConditions,
  protocolVersion,
  switchBits,
} from '../../hardware/guard/protocol.ts';
import type { FrameLayout, GuardReason, GuardState } from '../../hardware/guard/protocol.ts';
import { boardFrame } from './board-frame.ts';

export interface PowerPins {
  cool: number;
  heat: number;
  enable: number;
  relay: number;
}

const off = (): PowerPins => ({ cool: 0, heat: 0, enable: 0, relay: 0 });

/** How a board may be at fault, for the tests that must find it. */
export interface ModelFaults {
  /** Says that it tripped, and drives on. */
  keepsDriving?: boolean;
  leaseMs?: number;
  /** Never trips by itself. */
  neverDrops?: boolean;
  refusesToArm?: boolean;
  refusesToClear?: boolean;
  mute?: boolean;
  /** Takes no note of what it is told to remember. */
  forgets?: boolean;
  refusesToNarrow?: boolean;
  version?: number;
}

const septetsOf = (layout: FrameLayout): number =>
  Object.values(layout).reduce((sum: number, septets) => sum + septets, 0);

const join = (septets: readonly number[]): number =>
  septets.reduceRight((value, septet) => value * 128 + septet, 0);

export class ModelGuard implements GuardWire {
  readonly staged = off();
  inForce = off();
  state: GuardState = 'idle';
  reason: GuardReason = 'none';
  faults: ModelFaults = {};
  /** Every state that it came to, with the reason. */
  readonly history: string[] = [];
  stopLoopClosed = true;
  refused = 0;
  renewals = 0;
  /** Limits as they are built in. */
  burntIn: GuardLimits = burntIn;
  limits: GuardLimits = burntIn;
  memory: BoardFields<'memory'> = blankMemory;
  #challenge = openSeed;
  #sequence = 0;
  #leaseFromMs = 0;
  #nextStatusMs = 0;
  #heardAtMs = 0;
  #nowMs = 0;
  #listener: (payload: readonly number[]) => void = () => {};
  #seed = 1;

  onFrame(listener: (payload: readonly number[]) => void): void {
    this.#listener = listener;
  }

  /** A Firmata write to a power pin: lowering acts at once, raising waits for a renewal. */
  write(pin: keyof PowerPins, value: number): void {
    this.staged[pin] = value;
    if (value < this.inForce[pin]) this.inForce[pin] = value;
  }

  send(payload: readonly number[]): void {
    const frame = this.#decode(payload);
    if (frame === null || !this.#accept(...frame)) this.refused += 1;
    else this.#heardAtMs = this.#nowMs;
  }

  #decode(payload: readonly number[]): [name: string, fields: Record<string, number>] | null {
    for (const [name, { id, fields: layout }] of Object.entries(hostFrames)) {
      const length = 1 + septetsOf(layout);
      if (payload[0] !== id || payload.length !== length + 3) continue;
      const seed = name === 'hello' ? openSeed : this.#challenge;
      if (crc16(payload.slice(0, length), seed) !== join(payload.slice(length))) return null;
      let at = 1;
      const fields: Record<string, number> = {};
      for (const [field, septets] of Object.entries(layout)) {
        fields[field] = join(payload.slice(at, (at += septets)));
      }
      return [name, fields];
    }
    return null;
  }

  #accept(name: string, fields: Record<string, number>): boolean {
    if (this.faults.mute === true) return false;
    if (name === 'hello') return this.#greet(fields);
    const ahead = ((fields['sequence'] ?? 0) - this.#sequence + 0x4000) % 0x4000;
    if (ahead < 1 || ahead > 255) return false;
    const accepted = this.#obey(name, fields);
    if (accepted) this.#sequence = fields['sequence'] ?? 0;
    return accepted;
  }

  #greet(fields: Record<string, number>): boolean {
    this.#sequence = fields['sequence'] ?? 0;
    if (this.state !== 'armed') {
      this.#seed = (this.#seed * 48_271) % 0xffff;
      this.#challenge = this.#seed;
      this.limits = this.burntIn;
    }
    const version = this.faults.version ?? protocolVersion;
    const made = { major: 1, minor: 0, patch: 0, buildHash: 0xabcd, uptimeMs: 0, resetCause: 1 };
    const nonce = fields['nonce'] ?? 0;
    this.#say('identity', { ...made, ...this.burntIn, nonce, version, challenge: this.#challenge });
    return true;
  }

  #obey(name: string, fields: Record<string, number>): boolean {
    const atRest = Object.values(this.staged).every((value) => value === 0);
    switch (name) {
      case 'narrow':
        if (this.faults.refusesToNarrow === true) return false;
        this.limits = Object.fromEntries(
          Object.keys(burntIn).map((key) => [key, fields[key]]),
        ) as unknown as GuardLimits;
        this.#say('limits', this.limits);
        return true;
      case 'arm': {
        const crc = crc16(packFields(boardFrames.limits.fields, this.limits), this.#challenge);
        const refused = this.faults.refusesToArm === true || !this.stopLoopClosed;
        if (this.state !== 'idle' || !atRest || crc !== fields['limitsCrc'] || refused)
          return false;
        this.#leaseFromMs = this.#nowMs;
        return this.#become('armed', 'none');
      }
      case 'renew':
        return this.state === 'armed' ? this.#renew(fields) : isOfNothing(fields);
      case 'disarm':
        return this.state === 'armed' && this.#become('idle', 'none');
      case 'clear': {
        const named = guardReasons[fields['reason'] ?? 0] === this.reason;
        const refused = this.faults.refusesToClear === true || !this.stopLoopClosed;
        if (this.state !== 'tripped' || !atRest || !named || refused) return false;
        return this.#become('idle', 'none');
      }
      case 'recall':
        this.#say('memory', this.memory);
        return true;
      case 'remember':
        return this.#remember(fields as unknown as BoardFields<'memory'>);
      default:
        return false;
    }
  }

  #remember({ number, begun, hash0, hash1, hash2, hash3 }: BoardFields<'memory'>): boolean {
    const own = this.memory.number;
    const step = begun - this.memory.begun;
    if (this.state === 'armed' || (own !== 0 && number !== own)) return false;
    if (number === 0 || step < 0 || step > 1) return false;
    const condition = memoryConditions.indexOf('kept');
    if (this.faults.forgets !== true) {
      this.memory = { condition, number, begun, hash0, hash1, hash2, hash3 };
    }
    this.#say('memory', this.memory);
    return true;
  }

  #renew(fields: Record<string, number>): boolean {
    const { cool, heat, enable, relay } = this.staged;
    const switches = enable * switchBits.enable + relay * switchBits.relay;
    if (
      fields['coolCount'] !== cool ||
      fields['heatCount'] !== heat ||
      fields['switches'] !== switches
    ) {
      return this.trip('drive-mismatch');
    }
    if (cool > 0 && heat > 0) return this.trip('both-sides');
    if (heat > this.limits.maxHeatCount) return this.trip('over-cap');
    this.inForce = { ...this.staged };
    this.#leaseFromMs = this.#nowMs;
    this.renewals += 1;
    return true;
  }

  /** True, so that a frame that trips counts as accepted. */
  trip(reason: GuardReason): true {
    return this.#become('tripped', reason);
  }

  #become(state: GuardState, reason: GuardReason): true {
    this.state = state;
    this.reason = reason;
    this.history.push(reason === 'none' ? state : `${state} ${reason}`);
    if (state !== 'armed' && this.faults.keepsDriving !== true) this.inForce = off();
    this.#report();
    return true;
  }

  /** Tripped, and nobody is heard: the board calls for help by itself. */
  get calls(): boolean {
    const { silentHostMs, beepMs } = guardTiming;
    const isSilent = this.#nowMs - this.#heardAtMs >= silentHostMs;
    return this.state === 'tripped' && isSilent && Math.floor(this.#nowMs / beepMs) % 2 === 0;
  }

  /** The board's own world: lease, stop loop, statuses. */
  advance(nowMs: number): void {
    this.#nowMs = nowMs;
    const { leaseMs = guardTiming.leaseMs, neverDrops = false } = this.faults;
    if (this.state === 'armed' && !neverDrops) {
      if (!this.stopLoopClosed) this.trip('stop-pressed');
      else if (nowMs - this.#leaseFromMs >= leaseMs) this.trip('lease-lost');
    }
    if (nowMs >= this.#nextStatusMs) this.#report();
  }

  #report(): void {
    this.#nextStatusMs = this.#nowMs + guardTiming.statusMs;
    if (this.faults.mute === true) return;
    const { cool, heat, enable, relay } = this.inForce;
    this.#say('status', {
      sequence: this.#sequence,
      state: guardStates.indexOf(this.state),
      reason: guardReasons.indexOf(this.reason),
      channel: 0,
      value: this.reason === 'plate-hot' ? 334 : 0,
      limit: this.reason === 'plate-hot' ? 335 : guardTiming.leaseMs,
      leaseLeftMs: 0,
      coolCount: cool,
      heatCount: heat,
      switches: enable * switchBits.enable + relay * switchBits.relay,
      plateACounts: 500,
      plateBCounts: 500,
      heatsinkCounts: 500,
      bandGapCounts: 225,
      fanEdges: 205,
      refusedFrames: this.refused,
      uptimeMs: Math.round(this.#nowMs),
    });
  }

  #say(name: keyof typeof boardFrames, fields: Readonly<Record<string, number>>): void {
    this.#listener(boardFrame(name, fields, this.#challenge));
  }
}

const isOfNothing = ({ coolCount, heatCount, switches }: Record<string, number>): boolean =>
  coolCount === 0 && heatCount === 0 && switches === 0;

export const blankMemory: BoardFields<'memory'> = {
  condition: memoryConditions.indexOf('blank'),
  number: 0,
  begun: 0,
  hash0: 0,
  hash1: 0,
  hash2: 0,
  hash3: 0,
};

export const burntIn: GuardLimits = {
  ceilingCounts: 335,
  floorCounts: 730,
  maxHeatCount: 255,
  maxCoolCount: 255,
  oneWayS: 1200,
  sessionS: 5700,
  parts: 0,
};
