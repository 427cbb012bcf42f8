/** A guard on the bench, whatever it runs on: its inputs, its host, and what it does with the power. */
import { crc16, packFields } from '../../hardware/guard/frames.ts';
import {
  boardFrames,
  guardReasons,
  guardStates,
  protocolVersion,
  switchBits,
} from '../../hardware/guard/protocol.ts';
import type { GuardReason, GuardState } from '../../hardware/guard/protocol.ts';
import { currentSensor } from '../../hardware/parts/current-sensor.ts';
import { defaultPinMap as pins } from '../../hardware/parts/pin-map.ts';
import {
  allParts,
  currentCountLimits,
  groundLimits,
  guardPins,
  innerChannels,
  partMask,
} from '../../hardware/guard/board-checks.ts';
import { nominalCelsius } from '../../hardware/parts/nominal-thermistor.ts';
import { railPinV } from '../../hardware/parts/rail-divider.ts';
import { witnessCelsius, witnessCounts } from '../../hardware/parts/witness-part.ts';
import { burntInLimits } from '../../src/firmware/generate.ts';
import { analogWrite, GuardHost, pinWrite } from './firmata-bytes.ts';

export interface DriveWish {
  readonly cool?: number;
  readonly heat?: number;
  readonly enable?: 0 | 1;
  readonly relay?: 0 | 1;
}
export const fullHeat: DriveWish = { heat: 255, enable: 1, relay: 1 };
export const fullCool: DriveWish = { cool: 255, enable: 1, relay: 1 };

export interface Flow {
  readonly cool: number;
  readonly heat: number;
  readonly connected: boolean;
}
const countsPerA = currentSensor.sharePerA * 1024;

/** About 25 °C: in the middle of everything. */
export const roomCounts = 512;

/** As burnt in, on a device that has everything. */
export const allPartsLimits = { ...burntInLimits, parts: partMask(allParts) };
const { parts: _noParts, ...bounds } = burntInLimits;
/** As a board names them with itself. */
export const burntInBounds = bounds;
/** From power-on until every part has proven itself. */
export const readyMs = 500;

const railCount = (volts: number): number => Math.floor((railPinV(volts) / 5) * 1024);

/** What hangs on the board beside the beads, as counts, and the relay's part in it. */
export interface OtherInputs {
  /** Null: it lies beside the beads, and reads what they read. */
  witness: number | null;
  heatRail: { open: number; closed: number };
  coolRail: { open: number; closed: number };
  known: number;
  bandGap: number;
  ground: number;
  /** Of the modules' current; null: it is what is driven. */
  current: number | null;
  /** The relay in the modules' line. */
  line: 'works' | 'welded' | 'open';
  fanTurns: boolean;
  /** The stop loop's input follows its far end. */
  loopFollows: boolean;
}

export const wholeDevice = (): OtherInputs => ({
  witness: null,
  heatRail: { open: 0, closed: railCount(5.3) },
  coolRail: { open: 0, closed: railCount(12) },
  known: 327,
  bandGap: 225,
  ground: 0,
  current: null,
  line: 'works',
  fanTurns: true,
  loopFollows: true,
});

const witnessRange = Array.from(
  { length: witnessCounts.most - witnessCounts.least + 1 },
  (_, index) => witnessCounts.least + index,
);

/** The count of the witness that is nearest to a temperature. */
export function witnessCountOf(celsius: number): number {
  return witnessRange.reduce((best, count) =>
    Math.abs(witnessCelsius(count) - celsius) < Math.abs(witnessCelsius(best) - celsius)
      ? count
      : best,
  );
}

export abstract class GuardBench {
  host = new GuardHost();
  /** What the converter reads at A0, A1, A2. */
  counts = [roomCounts, roomCounts, roomCounts];

  others = wholeDevice();

  /** Of the witness, between beads that read this. A bead that is broken takes it nowhere. */
  protected witnessCount(counts: readonly number[] = this.counts): number {
    if (this.others.witness !== null) return this.others.witness;
    const read = counts.slice(0, 2).map(nominalCelsius).filter(Number.isFinite);
    if (read.length === 0) return witnessCountOf(25);
    return witnessCountOf(read.reduce((sum, celsius) => sum + celsius, 0) / read.length);
  }

  /** What flows through the modules of a whole device, as a count. */
  protected currentCount({ cool, heat, connected }: Flow): number {
    if (this.others.current !== null) return this.others.current;
    if (!connected) return currentCountLimits.currentZeroCounts;
    const { coolA, heatA } = groundLimits;
    const amps = (cool * coolA - heat * heatA) / 255;
    return Math.round(currentCountLimits.currentZeroCounts + amps * countsPerA);
  }

  /** What the pins drive now, of 255, and whether the bridge's power has a way through both relays. */
  protected abstract readonly flow: Flow;

  /** The count at a channel of the converter, with the relay open or closed. */
  protected countAt(channel: number, relayClosed: boolean): number {
    const { heatRail, coolRail, known, bandGap, ground } = this.others;
    const rail = relayClosed ? 'closed' : 'open';
    if (channel === innerChannels.bandGap) return bandGap;
    if (channel === innerChannels.ground) return ground;
    if (channel === pins.witness) return this.witnessCount();
    if (channel === pins.heatRail) return heatRail[rail];
    if (channel === pins.coolRail) return coolRail[rail];
    if (channel === pins.moduleCurrent) return this.currentCount(this.flow);
    if (channel === guardPins.knownResistor) return known;
    return this.counts[channel] ?? 0;
  }

  abstract readonly nowMs: number;
  abstract send(bytes: readonly number[]): void;
  abstract closeLoop(closed: boolean): void;
  /** Runs, and hears what the board says. */
  abstract pass(ms: number): void;
  /** No power can flow. */
  abstract readonly safe: boolean;

  hello(): void {
    const nonce = (this.host.sequence * 7 + 3) % 0x4000;
    this.host.limits = undefined;
    this.send(this.host.frame('hello', { version: protocolVersion, nonce }));
    this.pass(20);
  }

  /** The proof that the limits in force are known. */
  limitsCrc(): number {
    const { identity, limits, challenge } = this.host;
    if (identity === undefined) throw new Error('the board has not named itself');
    const inForce = limits ?? { ...identity, parts: 0 };
    return crc16(packFields(boardFrames.limits.fields, inForce), challenge);
  }

  /** Names every part that the device has. */
  claim(): void {
    this.send(this.host.frame('narrow', allPartsLimits));
    this.pass(10);
  }

  arm(): void {
    this.send(this.host.frame('arm', { limitsCrc: this.limitsCrc() }));
    this.pass(15);
  }

  /** Firmata writes as Johnny-Five's bridge sends them; the side that falls silent first. */
  stage({ cool = 0, heat = 0, enable = 0, relay = 0 }: DriveWish): void {
    const counts = { [pins.bridgeCool]: cool, [pins.bridgeHeat]: heat };
    const sides =
      cool > 0 ? [pins.bridgeHeat, pins.bridgeCool] : [pins.bridgeCool, pins.bridgeHeat];
    this.send([
      ...(enable === 0 ? pinWrite(pins.bridgeEnable, 0) : []),
      ...sides.flatMap((side) => analogWrite(side, counts[side])),
      ...pinWrite(pins.relay, relay),
      ...(enable === 1 ? pinWrite(pins.bridgeEnable, 1) : []),
    ]);
  }

  renewFrame({ cool = 0, heat = 0, enable = 0, relay = 0 }: DriveWish): number[] {
    const switches = enable * switchBits.enable + relay * switchBits.relay;
    return this.host.frame('renew', { coolCount: cool, heatCount: heat, switches });
  }

  renew(wish: DriveWish): void {
    this.send(this.renewFrame(wish));
  }

  /** Stages and renews, every 50 ms as a host does. */
  drive(wish: DriveWish, ms: number, everyMs = 50): void {
    for (const until = this.nowMs + ms; this.nowMs < until;) {
      this.stage(wish);
      this.renew(wish);
      this.pass(Math.min(everyMs, until - this.nowMs));
    }
  }

  /** From power-on to armed, with nothing driven. */
  start(): void {
    this.pass(readyMs);
    this.hello();
    this.claim();
    this.arm();
    if (this.state !== 'armed') throw new Error(`not armed but ${this.state}`);
  }

  clear(reason: GuardReason): void {
    this.send(this.host.frame('clear', { reason: guardReasons.indexOf(reason) }));
    this.pass(15);
  }

  get state(): GuardState | undefined {
    return guardStates[this.host.status?.state ?? -1];
  }

  get reason(): GuardReason | undefined {
    return guardReasons[this.host.status?.reason ?? -1];
  }

  /** Reason, channel, value and limit of the latched trip. */
  get finding(): readonly unknown[] {
    const { status } = this.host;
    return [this.reason, status?.channel, status?.value, status?.limit];
  }

  /** Runs until no power flows; the time that took, in milliseconds. */
  untilSafe(longestMs: number): number {
    const from = this.nowMs;
    while (!this.safe && this.nowMs - from < longestMs) this.pass(1);
    return this.nowMs - from;
  }
}
