/** `contrast serve` and `contrast demo`: the dashboard and its API. */
import { mkdtempSync } from 'node:fs';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { RigId } from '../../hardware/plant/rigs.ts';
import { CompanionError, exitCodes, messageOf } from '../errors.ts';
import { limitsInForce } from '../limits/yaml-file.ts';
import { watchLauncher } from '../treatment/launcher.ts';
import { startServer } from '../server/serve.ts';
import type { Running, ServeOptions } from '../server/serve.ts';
import { roles } from '../server/contract/requests.ts';
import type { Role } from '../server/contract/requests.ts';
import { recordsFolderFor } from '../records/folder.ts';
import { usesOf } from '../records/folder-use.ts';
import { otherFolders } from '../treatment/doubts.ts';
import { checkBoardName, parsePort, parseRig, parseSeed } from './run-options.ts';
import type { Terminal } from './terminal.ts';
import { programVersion } from './version.ts';

interface ServeFlags {
  readonly host: string;
  readonly port: number;
  readonly stopPort?: number;
  readonly name: readonly string[];
  readonly trustProxy: readonly string[];
  readonly board: string;
  readonly rig: RigId;
  readonly bench: boolean;
  readonly limits?: string;
  readonly speed: number;
  readonly seed: number;
  readonly records?: string;
  readonly history: boolean;
}

type AddressFlags = Pick<ServeFlags, 'host' | 'port' | 'stopPort' | 'name' | 'trustProxy'>;
type DemoFlags = AddressFlags &
  Pick<ServeFlags, 'speed' | 'seed' | 'rig' | 'records'> & { readonly role: Role };

const defaultPort = 8080;
const largestSpeed = 60;

function parseName(text: string, previous: readonly string[]): string[] {
  if (/^[\w-]+(?:\.[\w-]+)*$/.test(text)) return [...previous, text];
  throw new InvalidArgumentError('a name as it stands in the address, without http:// and port.');
}

function parseProxy(text: string, previous: readonly string[]): string[] {
  if (isIP(text) !== 0) return [...previous, text];
  throw new InvalidArgumentError('the address of the proxy, such as 127.0.0.1.');
}

function parseServeSpeed(text: string): number {
  const speed = Number(text);
  if (text.trim() !== '' && speed > 0 && speed <= largestSpeed) return speed;
  throw new InvalidArgumentError(`a number above 0 and up to ${largestSpeed}.`);
}

/** Where it listens. */
function addressOptions(command: Command): Command {
  return networkOptions(
    command
      .option(
        '--host <host>',
        'address to listen on; others than this computer need 0.0.0.0',
        '127.0.0.1',
      )
      .addOption(
        new Option('--port <port>', 'port to listen on').default(defaultPort).argParser(parsePort),
      )
      .addOption(
        new Option(
          '--stop-port <port>',
          'port on which the device itself hears STOP; the one after --port unless it is taken',
        ).argParser(parsePort),
      )
      .addOption(
        new Option('--rig <rig>', 'which device it is').default('reference').argParser(parseRig),
      )
      .addOption(
        new Option('--seed <seed>', 'seed of the simulated device').default(1).argParser(parseSeed),
      ),
  );
}

/** By which names it is called, and through whom. */
function networkOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--name <name>', 'another name by which the server may be called; repeatable')
        .default([])
        .argParser(parseName),
    )
    .addOption(
      new Option(
        '--trust-proxy <address>',
        'a proxy whose word on who asks is taken (X-Forwarded-For); repeatable',
      )
        .default([])
        .argParser(parseProxy),
    );
}

const speedOption = (speed: number): Option =>
  new Option('--speed <speed>', 'simulated seconds per second')
    .default(speed)
    .argParser(parseServeSpeed);

export function registerServe(program: Command, terminal: Terminal): void {
  addressOptions(
    program
      .command('serve')
      .description('the dashboard and its API, for one device; simulated unless told otherwise'),
  )
    .option(
      '--board <board>',
      'simulated, emulated, emulated-standard, auto, or a serial port',
      'simulated',
    )
    .option('--bench', 'allow an unguarded board: no person may be on the plate', false)
    .option('--limits <file>', 'clinic limits, narrower than the built-in ones')
    .addOption(speedOption(1))
    .option('--records <folder>', 'where records and accounts are kept')
    .option('--history', 'count simulated sessions too, as a real board counts real ones', false)
    .addHelpText('after', endings)
    .action((flags: ServeFlags) => serve(flags, terminal));
  addressOptions(
    program
      .command('demo')
      .description(
        'the dashboard on the simulated device, at 60 times the speed, without signing in',
      ),
  )
    .addOption(speedOption(60))
    .option('--records <folder>', 'where records are kept (a folder of its own)')
    .addOption(
      new Option('--role <role>', 'who you are in it; drills need engineer')
        .default('engineer')
        .choices(roles),
    )
    .addHelpText('after', endings)
    .action((flags: DemoFlags) => demo(flags, terminal));
}

const endings = `
Ctrl-C stops the treatment, waits until the power is proven off, and ends. Exit codes: 0 ended by Ctrl-C or SIGTERM,
2 bad usage or an address that cannot be used, 6 an unguarded board without --bench.`;

async function serve(flags: ServeFlags, terminal: Terminal): Promise<void> {
  const { board, speed } = flags;
  const imaginary = board === 'simulated' || board.startsWith('emulated');
  if (!imaginary) checkBoardName(board);
  if (!imaginary && speed !== 1) {
    throw new CompanionError('USAGE', {
      what: '--speed cannot be anything but 1 on a real board',
      where: board,
      fix: 'Leave it out.',
    });
  }
  // Wrong limits are to be known now, not at the first treatment.
  limitsInForce(flags.limits);
  const records = recordsFolderFor(flags.records, process.env);
  const running = await start(flags, { board, records, bench: flags.bench, demo: null }, terminal);
  terminal.out(`The dashboard is at ${running.url}`);
  sayWhere(running, flags.host, terminal);
  terminal.out(`Records: ${records}`);
  const opened = running.supervisor.state.board;
  const uses = opened === null || opened.imaginary ? [] : usesOf(opened.port);
  for (const other of otherFolders(uses, records, Date.now())) {
    terminal.out(`Records of this board were kept in another folder within the last day: ${other}`);
  }
  if (running.setupCode !== null) {
    terminal.out(`No account exists yet. Set-up code for the first one: ${running.setupCode}`);
  }
  await untilEnded(running, terminal);
}

async function demo(flags: DemoFlags, terminal: Terminal): Promise<void> {
  const records = flags.records ?? mkdtempSync(join(tmpdir(), 'contrast-demo-'));
  const person = { name: 'Demonstration', role: flags.role, mayMakeAccounts: false };
  const running = await start(
    { ...flags, history: false },
    { board: 'simulated', records, bench: false, demo: person },
    terminal,
  );
  terminal.out('SIMULATION: no real device is driven.');
  terminal.out(`Open ${running.url}/enter/${running.enterCode ?? ''}`);
  sayWhere(running, flags.host, terminal);
  terminal.out(`Records: ${records}`);
  await untilEnded(running, terminal);
}

/** Where it is reached from elsewhere, what that means, and where STOP is heard without the page. */
function sayWhere(running: Running, host: string, terminal: Terminal): void {
  for (const url of running.otherUrls) terminal.out(`From other computers: ${url}`);
  const { stopPort } = running.supervisor.state;
  const port = stopPort === null ? '' : `, or POST to port ${stopPort} of the same address`;
  terminal.out(`STOP without the page: contrast stop${port}`);
  if (isLoopback(host)) return;
  terminal.err(
    'WARNING: this listens beyond this computer without a certificate. Whoever is on the network can read along, ' +
      'passwords too, and can press STOP. Put a proxy with a certificate in front: docs/security.md.',
  );
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

interface Chosen {
  readonly board: string;
  readonly records: string;
  readonly bench: boolean;
  readonly demo: ServeOptions['demo'];
}

function start(
  flags: AddressFlags & Pick<ServeFlags, 'rig' | 'seed' | 'speed' | 'limits' | 'history'>,
  chosen: Chosen,
  terminal: Terminal,
): Promise<Running> {
  const { host, port, stopPort, name, trustProxy, rig, seed, speed, limits, history } = flags;
  const { board, records, bench } = chosen;
  return startServer({
    host,
    port,
    stopPort,
    names: name,
    trustedProxies: trustProxy,
    demo: chosen.demo,
    device: {
      board,
      rig,
      seed,
      speed,
      bench,
      history,
      standIn: chosen.demo !== null,
      recordsFolder: records,
      limitsFile: limits ?? null,
      version: programVersion(),
    },
    onDefect: (thrown) => {
      terminal.err(`contrast: a defect of ours: ${messageOf(thrown)}. Please report it. (DEFECT)`);
    },
  });
}

/** Resolves once somebody has ended it and everything is off. */
async function untilEnded(running: Running, terminal: Terminal): Promise<void> {
  // Heard before anybody is told that it is.
  const asked = signalled();
  terminal.out('Ctrl-C stops and ends.');
  const who = await asked;
  terminal.err('Stopping; waiting until the power is proven off.');
  await running.close(who);
  terminal.err('Ended.');
  process.exitCode = exitCodes.completed;
}

/** Who asked for the end. The handlers stay: a second signal must not cut the stopping short. */
function signalled(): Promise<string> {
  return new Promise((resolve) => {
    watchLauncher(() => {
      resolve('the end of npm');
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        resolve(signal === 'SIGINT' ? 'Ctrl-C' : signal);
      });
    }
  });
}
