/**
 * Johnny-Five on a serial port, over firmata-io: the same for a real and for an emulated board.
 *
 * A link is opened once. Johnny-Five can neither close nor reconnect a board, and a port that is
 * reopened sends what was written while it was closed: a lost link stays lost (L7).
 */
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SerialPortStream } from '@serialport/stream';
import { CompanionError } from '../../src/errors.ts';
import { guardWireOver } from '../guard/guard-wire.ts';
import type { GuardWire, SysexIo } from '../guard/guard-wire.ts';
import five from './five.ts';
import type { FiveBoard } from './five.ts';
import { FivePins } from './five-pins.ts';
import type { BoardPins } from '../port/board-pins.ts';
import { PortGate } from './port-gate.ts';

/** The part of firmata-io 2.3.0 that is used here. */
interface FirmataIo extends SysexIo {
  readonly firmware: { name?: string; version?: { major: number; minor: number } };
  readonly versionReceived: boolean;
  readonly reportVersionTimeoutId: NodeJS.Timeout;
  reportVersion(callback: () => void): void;
  queryFirmware(callback: () => void): void;
}
type FirmataConstructor = new (transport: PortGate, options: object) => FirmataIo;

const { Firmata } = createRequire(import.meta.url)('firmata-io') as { Firmata: FirmataConstructor };

/** Longest delay of a timer. Johnny-Five and firmata-io give up by wall clock; the link does it. */
const neverMs = 2 ** 31 - 1;

export interface LinkTime {
  /** Monotonic, in milliseconds. */
  nowMs(): number;
  /** Lets a little time pass; on a virtual board by running its world. */
  pass(): Promise<void>;
}

export const wallClock: LinkTime = {
  nowMs: () => performance.now(),
  pass: () => sleep(20),
};

export interface FirmataLinkOptions {
  /** Not opened yet (`autoOpen: false`): Johnny-Five must see it open. */
  readonly port: SerialPortStream;
  readonly samplingIntervalMs: number;
  /** How long the board may take to describe itself, in milliseconds. */
  readonly patienceMs?: number;
  /** A board that does not reset when its port is opened speaks only when asked: after this time. */
  readonly askAfterMs?: number;
  /** A real line may still carry what a killed program was answered: it is waited for, and thrown away. */
  readonly drain?: () => Promise<void>;
  /** The board's own time where it is virtual. */
  readonly time?: LinkTime;
  /** Called once, with the reason in words, when the link is lost after it stood. */
  readonly onLost: (reason: string) => void;
}

export interface FirmataLink {
  readonly pins: BoardPins;
  /** Name and version that the firmware reports. */
  readonly firmware: string;
  /** Where guard frames travel, if the firmware knows them. */
  readonly guardWire: GuardWire;
  /** Closes the port. Switches nothing off. */
  close(): Promise<void>;
}

/**
 * Opens the port and resolves when Johnny-Five is ready.
 * @throws CompanionError PORT_* where the port cannot be opened, BOARD_SILENT where no Firmata answers;
 * the port is closed then
 */
export async function openFirmataLink(options: FirmataLinkOptions): Promise<FirmataLink> {
  const { port, samplingIntervalMs, time = wallClock } = options;
  const gate = new PortGate(port);
  const io = new Firmata(gate, {
    reportVersionTimeout: neverMs,
    samplingInterval: samplingIntervalMs,
  });
  clearTimeout(io.reportVersionTimeoutId);
  const settings: object = { io, repl: false, debug: false, sigint: false, timeout: neverMs };
  const board = new five.Board(settings) as FiveBoard & { timer: NodeJS.Timeout | null };
  io.on('error', ignore);
  board.on('error', ignore);
  try {
    await gate.open(options.drain);
    await answered(board, io, gate, options, time);
  } catch (thrown) {
    await gate.close();
    throw thrown;
  } finally {
    clearTimeout(board.timer ?? undefined);
  }
  gate.onLost = options.onLost;
  return {
    pins: new FivePins(board),
    firmware: firmwareOf(io),
    guardWire: guardWireOver(io),
    close: () => gate.close(),
  };
}

/** A board that starts anew when its port is opened has said so by then. */
const restartAllowedMs = 2500;

/** An `error` event without a listener ends the process; the port's own errors are told as a loss. */
function ignore(): void {}

/** Waits until Johnny-Five is ready, within a bounded time. */
async function answered(
  board: FiveBoard,
  io: FirmataIo,
  gate: PortGate,
  { patienceMs = 8000, askAfterMs = 5000 }: FirmataLinkOptions,
  time: LinkTime,
): Promise<void> {
  const start = time.nowMs();
  // A line with something left on it belongs to a board that was running, and may not start anew when it is opened.
  const askMs = gate.leftOverBytes > 0 ? Math.min(askAfterMs, restartAllowedMs) : askAfterMs;
  let asked = false;
  while (!board.isReady) {
    const elapsed = time.nowMs() - start;
    if (gate.lostBecause !== undefined || !(elapsed < patienceMs)) throw silence(io, gate, elapsed);
    // Also where something was heard: it may have been the rest of an answer to another program.
    if (!asked && elapsed >= askMs) {
      asked = true;
      io.reportVersion(() => {});
      io.queryFirmware(() => {});
    }
    await time.pass();
  }
}

/** Says exactly what came instead of an answer. */
function silence(io: FirmataIo, gate: PortGate, elapsedMs: number): CompanionError {
  const count = `${gate.receivedBytes} byte${gate.receivedBytes === 1 ? '' : 's'}`;
  const start = `the first are ${gate.firstBytes}`;
  let received = 'the board sent nothing';
  if (io.versionReceived) {
    received = `the board began to answer as Firmata and stopped after ${count}`;
  } else if (gate.receivedBytes > 0) {
    received = `the board sent ${count} that are not Firmata; ${start}`;
  }
  const end = gate.lostBecause ?? `within ${Math.round(elapsedMs / 1000)} s`;
  return new CompanionError('BOARD_SILENT', {
    what: `${received} (${end})`,
    where: gate.path,
    fix: io.versionReceived
      ? 'Try once more: it may have been the rest of an answer to an earlier program. If it comes again, unplug the board, plug it in, and look for a second program that uses it.'
      : 'Check that it is the right port, and that the board runs the guard firmware, or StandardFirmata at 57600 baud.',
  });
}

function firmwareOf({ firmware: { name = 'unnamed', version } }: FirmataIo): string {
  return version === undefined ? name : `${name} ${version.major}.${version.minor}`;
}
