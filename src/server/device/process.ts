/**
 * The device process. It is started by the server, owns the board, and outlives nobody: when the server is gone it stops
 * the treatment, waits until the power is proven off, ends the record and ends itself.
 */
import { rigIds } from '../../../hardware/plant/rigs.ts';
import { CompanionError, exitCodes, messageOf } from '../../errors.ts';
import { openDevice } from '../../treatment/open-device.ts';
import { latchedTripIn } from '../../treatment/latched-trip.ts';
import { countedFor } from '../../treatment/screened.ts';
import { installSafeExit } from '../../treatment/safe-exit.ts';
import { rigs } from '../../../hardware/plant/rigs.ts';
import type { LiveOutcome } from '../contract/live-state.ts';
import { errorBodyOf } from '../refusal.ts';
import { answer } from './commands.ts';
import { DeviceHost } from './host.ts';
import { toDeviceSchema } from './messages.ts';
import type { DeviceOptions, FromDevice } from './messages.ts';

/** Never throws: a server that is gone hears nothing, and that is dealt with elsewhere. */
function tell(message: FromDevice, told: () => void = () => {}): void {
  if (!process.connected || process.send === undefined) {
    told();
    return;
  }
  process.send(message, undefined, {}, () => {
    told();
  });
}

async function openHost(options: DeviceOptions): Promise<DeviceHost> {
  const rigId = rigIds.find((id) => id === options.rig) ?? 'reference';
  const { board, seed } = options;
  const opened = await openDevice({ board, pins: DeviceHost.pins, rig: rigs[rigId], seed });
  const host = new DeviceHost(opened, options, {
    publish: (state) => {
      tell({ type: 'state', state });
    },
    wallNowMs: () => performance.now(),
    utcNow: () => new Date(),
  });
  const counted = countedFor({ identity: host.identity, history: options.history });
  host.latched = latchedTripIn(options.recordsFolder, counted);
  return host;
}

async function live(options: DeviceOptions): Promise<void> {
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
      host.treatment?.noteCrash(message);
    },
  });
  process.on('disconnect', () => {
    host.leave('the loss of the server');
  });
  process.on('message', (message) => {
    void hear(host, message);
  });
  if (!process.connected) host.leave('the loss of the server');
  try {
    const { why, words, outcome } = await host.run();
    if (why === 'asked') end(null, exitCodes.completed, outcome);
    else end(linkLost(words), exitCodes.faulted, outcome);
  } finally {
    await host.opened.board.close();
  }
}

const linkLost = (words: string): CompanionError =>
  new CompanionError('PORT_FAILED', { what: `the link to the board was lost: ${words}` });

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
  if (thrown === null) leave();
  else tell({ type: 'ending', error: errorBodyOf(thrown), exitCode, outcome }, leave);
}

process.once('message', (message) => {
  const parsed = toDeviceSchema.safeParse(message);
  if (!parsed.success || parsed.data.type !== 'open') {
    process.stderr.write(`contrast: ${messageOf(parsed.error ?? 'not opened first')}\n`);
    process.exit(exitCodes.defect);
  }
  live(parsed.data.options).catch((thrown: unknown) => {
    const exitCode = thrown instanceof CompanionError ? thrown.exitCode : exitCodes.defect;
    end(thrown, exitCode, null);
  });
});
process.once('disconnect', () => {
  // Before the board is open there is nothing to switch off; after that the host leaves in its own time.
  setTimeout(() => process.exit(exitCodes.stopped), 10_000).unref();
});
