/**
 * The device process. It is started by the server, owns the board, and outlives nobody: when the server is gone it stops
 * the treatment, waits until the power is proven off, ends the record and ends itself.
 */
import { randomInt } from 'node:crypto';
import { rigIds } from '../../../hardware/plant/rigs.ts';
import { CompanionError, exitCodes, messageOf } from '../../errors.ts';
import { openDevice } from '../../treatment/open-device.ts';
import { latchedTripIn } from '../../treatment/latched-trip.ts';
import { countedFor } from '../../treatment/screened.ts';
import { installSafeExit } from '../../treatment/safe-exit.ts';
import { sinceBootMs } from '../../treatment/sleep-watch.ts';
import { rigs } from '../../../hardware/plant/rigs.ts';
import type { LiveOutcome } from '../contract/live-state.ts';
import { errorBodyOf } from '../refusal.ts';
import { StopDesk } from '../stop/desk.ts';
import { StopListener } from '../stop/listener.ts';
import { stopSocketOf } from '../stop/places.ts';
import { answer, stop } from './commands.ts';
import { DeviceHost } from './host.ts';
import type { HostHooks } from './host.ts';
import { leftBehindIn } from './left-behind.ts';
import { toDeviceSchema } from './messages.ts';
import type { DeviceOptions, FromDevice, StopWayOptions } from './messages.ts';

/** What a server that hangs has not taken yet. States are not queued for it: it gets the newest when it wakes. */
let untaken = 0;
const mostUntakenStates = 2;

/** Never throws: a server that is gone hears nothing, and that is dealt with elsewhere. */
function tell(message: FromDevice, told: () => void = () => {}): void {
  if (!process.connected || process.send === undefined) {
    told();
    return;
  }
  untaken += 1;
  process.send(message, undefined, {}, () => {
    untaken -= 1;
    told();
  });
}

async function openHost(options: DeviceOptions): Promise<DeviceHost> {
  const rigId = rigIds.find((id) => id === options.rig) ?? 'reference';
  const { board, seed } = options;
  const opened = await openDevice({ board, pins: DeviceHost.pins, rig: rigs[rigId], seed });
  const { identity } = opened.board;
  const counted = countedFor({ identity, history: options.history });
  const hooks: HostHooks = {
    publish: (state) => {
      if (untaken < mostUntakenStates) tell({ type: 'state', state });
    },
    wallNowMs: () => performance.now(),
    sinceBootMs,
    utcNow: () => new Date(),
    draw: randomInt,
  };
  return new DeviceHost(opened, options, hooks, {
    latched: latchedTripIn(options.recordsFolder, counted),
    left: leftBehindIn(options.recordsFolder, identity.imaginary, opened.board.nowMs()),
  });
}

/** STOP by the device's own way, heard from before the first tick on. */
async function openStopWay(host: DeviceHost, way: StopWayOptions): Promise<StopListener> {
  const desk = new StopDesk({
    stop: (who) => stop(host, who),
    alsoPressed: (who) => host.treatment?.hosted.tryNote(`STOP was pressed by ${who} too`),
    nowMs: () => performance.now(),
  });
  const listener = await StopListener.open({
    ...way,
    socket: stopSocketOf(host.options.recordsFolder, process.pid),
    press: (presser) => desk.press(presser),
    ticks: () => host.measure.count,
  });
  tell({ type: 'listening', stopPort: listener.port, socket: listener.socket });
  return listener;
}

/** Whoever started this process is gone, even where its end of the channel was left to somebody else. */
function watchServer(host: DeviceHost): NodeJS.Timeout {
  const server = process.ppid;
  return setInterval(() => {
    if (process.ppid !== server) host.leave(lossOfServer);
  }, 1000).unref();
}

const lossOfServer = 'the loss of the server';

async function live(options: DeviceOptions, way: StopWayOptions): Promise<void> {
  const host = await openHost(options);
  installSafeExit({
    allOff: () => {
      host.allOff();
    },
    onInterrupt: () => {
      host.leave('Ctrl-C');
    },
    onTerminate: (signal) => {
      host.allOff();
      host.leave(signal);
    },
    onCrash: (message) => {
      host.treatment?.hosted.noteCrash(message);
    },
  });
  process.on('disconnect', () => {
    host.leave(lossOfServer);
  });
  watchServer(host);
  process.on('message', (message) => {
    void hear(host, message);
  });
  if (!process.connected) host.leave(lossOfServer);
  let stopWay: StopListener | null = null;
  try {
    stopWay = await openStopWay(host, way);
    const { why, words, outcome } = await host.run();
    stopWay.close();
    if (why === 'asked') end(null, exitCodes.completed, outcome);
    else end(linkLost(words), exitCodes.faulted, outcome);
  } finally {
    stopWay?.close();
    await host.opened.board.close();
  }
}

const linkLost = (words: string): CompanionError =>
  new CompanionError('PORT_FAILED', {
    what: `the link to the board was lost: ${words}`,
    fix: 'Take the plate off the skin, check cable and supply, and start again.',
  });

async function hear(host: DeviceHost, message: unknown): Promise<void> {
  const parsed = toDeviceSchema.safeParse(message);
  // Of another version, or broken: what is not understood changes nothing.
  if (!parsed.success || parsed.data.type !== 'ask') return;
  const { id, request } = parsed.data;
  try {
    tell({ type: 'reply', id, reply: await answer(host, request) });
  } catch (thrown) {
    tell({ type: 'refusal', id, error: errorBodyOf(thrown) });
  }
}

function end(thrown: unknown, exitCode: number, outcome: LiveOutcome | null): void {
  const leave = (): void => {
    process.exit(exitCode);
  };
  if (thrown === null) {
    leave();
    return;
  }
  tell({ type: 'ending', error: errorBodyOf(thrown), exitCode, outcome }, leave);
  // A server that hangs takes nothing, and is not waited for.
  setTimeout(leave, 2000);
}

// Whoever read what is said here may be gone.
process.stderr.on('error', () => {});
process.once('message', (message) => {
  const parsed = toDeviceSchema.safeParse(message);
  if (!parsed.success || parsed.data.type !== 'open') {
    process.stderr.write(`contrast: ${messageOf(parsed.error ?? 'not opened first')}\n`);
    process.exit(exitCodes.defect);
  }
  live(parsed.data.options, parsed.data.stopWay).catch((thrown: unknown) => {
    const exitCode = thrown instanceof CompanionError ? thrown.exitCode : exitCodes.defect;
    end(thrown, exitCode, null);
  });
});
process.once('disconnect', () => {
  // Before the board is open there is nothing to switch off; after that the host leaves in its own time.
  setTimeout(() => process.exit(exitCodes.stopped), 10_000).unref();
});
