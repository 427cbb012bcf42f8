/** The server as a whole: device process, routes, streams; started and brought to a proper end together. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { CompanionError, messageOf, systemCodeOf } from '../errors.ts';
import { lockFolder } from '../records/folder-lock.ts';
import { Accounts } from './access/accounts.ts';
import type { Person } from './access/accounts.ts';
import { Attempts } from './access/attempts.ts';
import { Idempotency } from './access/idempotency.ts';
import { Sessions, newCode } from './access/sessions.ts';
import type { DeviceOptions } from './device/messages.ts';
import type { AllowanceLimits } from './http/allowance.ts';
import { appFor } from './http/app.ts';
import { frontDoor } from './http/front.ts';
import type { Codes, ServerParts } from './parts.ts';
import { RecordDesk } from './archive/record-desk.ts';
import { Streams, usualStreams } from './streams.ts';
import { Supervisor, usualStopWithinMs } from './supervisor.ts';
import type { SupervisorOptions } from './supervisor.ts';

export interface ServeOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Of the device's own STOP; undefined: the next port after `port`, or any. */
  readonly stopPort?: number | undefined;
  /** More names by which this server may be called. */
  readonly names?: readonly string[];
  /** Addresses of proxies whose word on who asks is taken. */
  readonly trustedProxies?: readonly string[];
  readonly allowance?: AllowanceLimits;
  readonly device: DeviceOptions;
  /** Who is let in once by the code of a demonstration; null where everybody signs in. */
  readonly demo: Person | null;
  readonly onDefect: (thrown: unknown) => void;
  /** Of the compiled files, where this runs from the sources. */
  readonly processUrl?: URL;
  readonly webFolder?: string;
  readonly mostStreams?: number;
  readonly dropAfterMs?: number;
  readonly stopWithinMs?: number;
  /** A monotonic wall clock, milliseconds: for sessions and attempts. */
  readonly nowMs?: () => number;
}

export interface Running {
  /** Where the page is, without a final slash. */
  readonly url: string;
  /** Where else it is: the addresses of this computer, where it listens on all of them. */
  readonly otherUrls: readonly string[];
  /** Makes the first account; null where there is one. */
  readonly setupCode: string | null;
  readonly enterCode: string | null;
  readonly supervisor: Supervisor;
  /** Stops the treatment, waits until the power is proven off, and ends. A second call waits for the first. */
  close(who: string): Promise<void>;
}

/**
 * @throws CompanionError for a port that is taken, a board that does not open, accounts that cannot be read, a folder that
 *   another server works with
 */
export async function startServer(options: ServeOptions): Promise<Running> {
  const lock = lockFolder(options.device.recordsFolder);
  try {
    const running = await startLocked(options);
    const close = async (who: string): Promise<void> => {
      await running.close(who);
      lock.release();
    };
    return { ...running, close };
  } catch (thrown) {
    lock.release();
    throw thrown;
  }
}

async function startLocked(options: ServeOptions): Promise<Running> {
  const { device, demo } = options;
  const { recordsFolder, limitsFile, version, board } = device;
  const nowMs = options.nowMs ?? ((): number => performance.now());
  const accounts = new Accounts(recordsFolder);
  const codes: Codes = {
    setup: accounts.none && demo === null ? newCode(8) : null,
    enter: demo === null ? null : { code: newCode(16), person: demo },
  };
  const processUrl = options.processUrl ?? new URL('device/process.js', import.meta.url);
  const supervisor = new Supervisor({ device, processUrl, stopWay: stopWayOf(options) });
  const records = new RecordDesk(recordsFolder, new URL('../archive/record-worker.js', processUrl));
  const mostStreams = options.mostStreams ?? usualStreams.mostStreams;
  const streams = new Streams(recordsFolder, {
    mostStreams,
    dropAfterMs: options.dropAfterMs ?? usualStreams.dropAfterMs,
  });
  const parts: ServerParts = {
    supervisor,
    streams,
    accounts,
    sessions: new Sessions(nowMs),
    attempts: new Attempts(nowMs),
    idempotency: new Idempotency(nowMs),
    records,
    codes,
    version,
    recordsFolder,
    history: device.history,
    limitsFile,
    board,
    webFolder: options.webFolder ?? fileURLToPath(new URL('../../web/', import.meta.url)),
    hostNames: namesOf(options),
    givenNames: givenNames(options),
    trustedProxies: new Set(options.trustedProxies),
    stopWithinMs: options.stopWithinMs ?? usualStopWithinMs,
  };
  supervisor.on('state', (state) => {
    streams.publish(state);
  });
  const server = frontDoor(appFor(parts, options.onDefect), {
    parts,
    onDefect: options.onDefect,
    nowMs,
    allowance: options.allowance,
    mostConnections: mostStreams + besidesStreams,
  });
  // The port first: a second server must not reset the board that the first one drives.
  await listen(server, options);
  try {
    await supervisor.start();
  } catch (thrown) {
    await closeServer(server);
    throw thrown;
  }
  const [url = '', ...otherUrls] = urlsOf(server, options.host);
  return {
    url,
    otherUrls,
    setupCode: codes.setup,
    enterCode: codes.enter?.code ?? null,
    supervisor,
    close: once(async (who: string) => {
      await supervisor.close(who);
      streams.close();
      await records.close();
      await closeServer(server);
    }),
  };
}

function once(act: (who: string) => Promise<void>): (who: string) => Promise<void> {
  let acting: Promise<void> | undefined;
  return (who) => (acting ??= act(who));
}

const givenNames = ({ names = [] }: ServeOptions): ReadonlySet<string> =>
  new Set(names.map((name) => name.toLowerCase()));

function namesOf(options: ServeOptions): ReadonlySet<string> {
  const name = hostname().toLowerCase();
  const own = ['localhost', name, `${name}.local`, options.host.toLowerCase()];
  return new Set([...own, ...givenNames(options)]);
}

/** Connections for everything that is no event stream. */
const besidesStreams = 500;

function stopWayOf({ host, port, stopPort }: ServeOptions): SupervisorOptions['stopWay'] {
  if (stopPort !== undefined) return { host, port: stopPort, onlyThisPort: true };
  return { host, port: port === 0 || port === 65_535 ? 0 : port + 1, onlyThisPort: false };
}

function listen(server: Server, { host, port }: ServeOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(listenError(error, host, port));
    });
    server.listen(port, host, () => {
      resolve();
    });
  });
}

function listenError(error: Error, host: string, port: number): CompanionError {
  const where = `${host}:${port}`;
  const cause = error;
  switch (systemCodeOf(error)) {
    case 'EADDRINUSE':
      return new CompanionError('ADDRESS_UNUSABLE', {
        what: 'another program listens here already',
        where,
        fix: 'End it, or name another port with --port.',
        cause,
      });
    case 'EACCES':
      return new CompanionError('ADDRESS_UNUSABLE', {
        what: 'listening here is not permitted',
        where,
        fix: 'Name a port above 1023 with --port.',
        cause,
      });
    case undefined:
    default:
      return new CompanionError('ADDRESS_UNUSABLE', {
        what: `it is not possible to listen here: ${messageOf(error)}`,
        where,
        fix: 'Name an address of this computer with --host, such as 127.0.0.1.',
        cause,
      });
  }
}

/** Every address by which it can be reached; this computer's own first. */
function urlsOf(server: Server, host: string): string[] {
  const { port } = server.address() as AddressInfo;
  const everywhere = host === '0.0.0.0' || host === '::';
  const hosts = everywhere ? ['127.0.0.1', ...networkAddresses()] : [host];
  return hosts.map((one) => `http://${one.includes(':') ? `[${one}]` : one}:${port}`);
}

const networkAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
