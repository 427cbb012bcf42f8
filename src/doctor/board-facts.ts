/** What a board shows of itself while somebody watches it for some seconds. Nothing is driven. */
import type { Found } from '../words/facts.ts';
import type { BoardIdentity } from '../../hardware/boards/board.ts';
import type { GuardReading } from '../../hardware/guard/guard-link.ts';
import { temperatureChannels } from '../../hardware/device/device.ts';
import type { TemperatureChannel } from '../../hardware/device/device.ts';
import type { PinMap } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { CompanionError, messageOf } from '../errors.ts';
import { openDevice } from '../treatment/open-device.ts';
import type { OpenDevice } from '../treatment/open-device.ts';
import { proveLease } from './lease-proof.ts';
import { rulesNotFitted } from '../safety/rules-not-fitted.ts';
import type { Rails } from '../safety/readings.ts';
import type { NotFitted } from '../safety/rules-not-fitted.ts';
import type { LeaseProof } from './lease-proof.ts';

export interface BoardFacts {
  readonly identity: BoardIdentity;
  /** What the board's guard said at the beginning; null on a board without one. */
  readonly guard: GuardReading | null;
  /** First 32 bits of the SHA-256 of its sources, eight hexadecimal digits; null without a guard. */
  readonly buildHash: string | null;
  /** In °C, one for every other report. */
  readonly seen: Readonly<Record<TemperatureChannel, readonly number[]>>;
  /** The same as conversion counts. */
  readonly counts: Readonly<Record<TemperatureChannel, readonly number[]>>;
  /** In °C, one for every other report; null where the board reads no witness. */
  readonly witness: readonly number[] | null;
  /** Behind the relay, which is open; null where the board does not see them. */
  readonly rails: Pick<Rails, 'coolV' | 'heatV'> | null;
  /** Through the modules, with nothing driven, A; null where the board does not see it. */
  readonly moduleCurrentA: number | null;
  /** Null where the fan has no tachometer. */
  readonly fanTurnsPerS: number | null;
  readonly stopLoopClosed: boolean;
  readonly pinsDiffer: Found | null;
  /** Rules that need a part which this device does not have. */
  readonly notFitted: readonly NotFitted[];
  /** How far board time and wall clock went apart meanwhile, in milliseconds; null on a virtual board. */
  readonly clockSlipMs: number | null;
  /** Null on a board without a guard. */
  readonly lease: LeaseProof | null;
}

/** Why there are no facts, and what to do. */
export interface BoardProblem {
  readonly problem: string;
  readonly fix: string;
}
export type BoardAnswer = BoardFacts | BoardProblem;

/** Opens the board, watches it, and leaves it switched off and closed. Never throws. */
export async function boardFacts(name: string, pins: PinMap): Promise<BoardAnswer> {
  try {
    const opened = await openDevice({ board: name, pins, rig: rigs.reference, seed: 1 });
    try {
      return await watchBoard(opened);
    } finally {
      opened.device.allOff();
      await opened.board.close();
    }
  } catch (thrown) {
    return problemOf(thrown);
  }
}

function problemOf(thrown: unknown): BoardProblem {
  if (!(thrown instanceof CompanionError)) {
    return { problem: messageOf(thrown), fix: 'Please report it: it is a defect of ours.' };
  }
  const { code, parts } = thrown;
  const where = parts.where === undefined ? '' : `${parts.where}: `;
  return { problem: `${where}${parts.what} (${code})`, fix: parts.fix ?? 'See the other lines.' };
}

const watchedReports = 40;

/** Watches a board that is open, for some seconds. Leaves it switched off. */
export async function watchBoard(opened: OpenDevice): Promise<BoardFacts> {
  const { board, device } = opened;
  const seen: Record<TemperatureChannel, number[]> = { plateA: [], plateB: [], heatsink: [] };
  const counts: Record<TemperatureChannel, number[]> = { plateA: [], plateB: [], heatsink: [] };
  const witness: number[] = [];
  const { guard } = device.sense();
  const start = { wallMs: Date.now(), boardMs: board.nowMs() };
  for (let round = 0; round < watchedReports; round += 1) {
    await board.advanceTo(board.nowMs() + 2 * board.samplingIntervalMs);
    const sensing = device.sense();
    if (sensing.witness !== null) witness.push(sensing.witness.celsius);
    for (const channel of temperatureChannels) {
      seen[channel].push(sensing[channel].celsius);
      counts[channel].push(sensing[channel].count);
    }
  }
  const slipMs = Date.now() - start.wallMs - (board.nowMs() - start.boardMs);
  const sensing = device.sense();
  const { stopLoopClosed, pinsDiffer, rails, moduleCurrent, fanTurnsPerS } = sensing;
  return {
    identity: board.identity,
    guard,
    buildHash: buildHashIn(board.identity),
    seen,
    counts,
    witness: device.sees.witness ? witness : null,
    rails,
    moduleCurrentA: moduleCurrent === null ? null : moduleCurrent.currentA,
    fanTurnsPerS,
    stopLoopClosed,
    pinsDiffer,
    notFitted: rulesNotFitted(sensing),
    clockSlipMs: board.virtual ? null : slipMs,
    lease: guard === null ? null : await proveLease(opened),
  };
}

/** A guarded board names the build in its firmware's words: `ContrastGuard 1.0.0 (… build 0123abcd)`. */
export const buildHashIn = ({ guarded, firmware }: BoardIdentity): string | null =>
  guarded ? (/\bbuild ([0-9a-f]{8})\b/.exec(firmware)?.[1] ?? null) : null;
