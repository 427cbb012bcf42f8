/** Puts the guard on a board with avrdude. Refuses while anybody uses the port, asks first, and believes only the board. */
import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { SerialPort } from 'serialport';
import { PortGate } from '../../hardware/johnny-five/port-gate.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { buildHashIn } from '../doctor/board-facts.ts';
import { committedFirmware } from '../doctor/committed-firmware.ts';
import type { CommittedFirmware } from '../doctor/committed-firmware.ts';
import { computerPorts, isVirtual } from '../doctor/port-facts.ts';
import { CompanionError, systemCodeOf } from '../errors.ts';
import { openDevice } from '../treatment/open-device.ts';
import type { Terminal } from './terminal.ts';

/** Bits per second of the serial boot loaders. */
export const bootloaders = { new: 115_200, old: 57_600 } as const;
export type Bootloader = keyof typeof bootloaders;

export interface Flashing {
  readonly board: string;
  readonly bootloader: Bootloader;
  readonly yes: boolean;
  readonly terminal: Terminal;
}

/** @throws CompanionError naming what stands in the way; the board is untouched then, unless it says otherwise */
export async function flashBoard({ board, bootloader, yes, terminal }: Flashing): Promise<void> {
  const firmware = committedFirmware();
  const port = choosePort(board, yes);
  requireAvrdude();
  await requireFreePort(port);
  const title = `ContrastGuard ${firmware.version}, build ${firmware.buildHash}`;
  if (!yes) await askFirst(port, title);
  terminal.out(`Flashing ${title} to ${port}; it takes some seconds. Leave the cable alone.`);
  runAvrdude(port, bootloader, firmware.hexPath);
  terminal.out(await proveFlashed(port, firmware));
}

/** One port and no doubt: what is flashed loses the program that it had. */
function choosePort(board: string, yes: boolean): string {
  if (isVirtual(board)) {
    throw new CompanionError('USAGE', {
      what: `the board \`${board}\` is not there to be flashed`,
      where: '--board',
      fix: 'Name the port of a real one, or auto.',
    });
  }
  if (board !== 'auto') return board;
  const [port, ...others] = computerPorts(board).ports;
  if (port === undefined) {
    throw new CompanionError('PORT_MISSING', {
      what: 'no serial port was found',
      where: 'auto',
      fix: 'Plug the board in with a cable that carries data.',
    });
  }
  if (others.length > 0 || yes) {
    const found = [port, ...others].map(({ path }) => path).join(', ');
    throw new CompanionError('USAGE', {
      what: `which one is to lose its program must be said: ${found}`,
      where: '--board auto',
      fix: 'Name the port with --board.',
    });
  }
  return port.path;
}

function requireAvrdude(): void {
  const { error } = spawnSync('avrdude', ['-?'], { stdio: 'ignore' });
  if (error === undefined) return;
  throw new CompanionError('FIRMWARE_TOOL_MISSING', {
    what:
      systemCodeOf(error) === 'ENOENT'
        ? 'avrdude is needed to flash and is not installed'
        : `avrdude cannot be run: ${error.message}`,
    fix: 'Install it: `sudo apt-get install avrdude`. Or open the sketch in the Arduino IDE; see docs/firmware.md.',
    cause: error,
  });
}

/**
 * avrdude takes no notice of another program's lock, and its first act is to reset the board. So the port is locked here
 * once, which fails while a treatment runs on it (hazard H27).
 */
async function requireFreePort(port: string): Promise<void> {
  const holder = computerPorts(port).ports[0]?.heldBy ?? null;
  if (holder !== null) {
    throw new CompanionError('PORT_BUSY', {
      what: `${holder.command} (process ${holder.pid}) uses the port`,
      where: port,
      fix: 'If it is a treatment, let it end. Nothing was flashed.',
    });
  }
  const gate = new PortGate(new SerialPort({ path: port, baudRate: 57_600, autoOpen: false }));
  await gate.open();
  await gate.close();
}

async function askFirst(port: string, title: string): Promise<void> {
  const refuse = (what: string): CompanionError =>
    new CompanionError('USAGE', {
      what,
      where: port,
      fix: 'Type yes when asked, or give --yes with the name of the port. Nothing was flashed.',
    });
  if (!process.stdin.isTTY) throw refuse('nobody is there to say yes');
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await prompt.question(
      `${title} replaces the program of the board at ${port}.\n` +
        'Is nobody at the plate, and is the 12 V supply off? Type yes: ',
    );
    if (answer.trim().toLowerCase() !== 'yes') throw refuse('not confirmed');
  } finally {
    prompt.close();
  }
}

const longestMs = 120_000;

function runAvrdude(port: string, bootloader: Bootloader, hexPath: string): void {
  const args = ['-p', 'm328p', '-c', 'arduino', '-P', port, '-b', String(bootloaders[bootloader])];
  // The boot loader erases by itself; -D keeps avrdude from asking for what it cannot do.
  const { status, signal, stdout, stderr } = spawnSync(
    'avrdude',
    [...args, '-D', '-U', `flash:w:${hexPath}:i`],
    { encoding: 'utf8', timeout: longestMs },
  );
  if (status === 0) return;
  const said = `${stdout}\n${stderr}`
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-3)
    .join(' / ');
  const end = signal === null ? `code ${status ?? 'none'}` : signal;
  const other = bootloader === 'new' ? 'old' : 'new';
  throw new CompanionError('FIRMWARE_FLASH_FAILED', {
    what: `avrdude ended with ${end}: ${said === '' ? 'it said nothing' : said}`,
    where: port,
    fix: /not in sync|not responding|timeout/i.test(said)
      ? `Check that the port is the board’s; a Nano may need --bootloader ${other}. Treat nobody before a flash has succeeded.`
      : 'Treat nobody through this board before a flash has succeeded.',
  });
}

/** Flashed is what the board says and proves of itself. */
async function proveFlashed(port: string, firmware: CommittedFirmware): Promise<string> {
  const choice = { board: port, pins: defaultPinMap, rig: rigs.reference, seed: 1 };
  const { board, device } = await openDevice(choice).catch((thrown: unknown) => {
    throw notProven(port, 'the board does not answer after flashing', thrown);
  });
  const { identity } = board;
  device.allOff();
  await board.close();
  if (buildHashIn(identity) === firmware.buildHash) {
    const number = identity.memory?.number ?? 'none yet';
    return `The board answers as ${identity.firmware}, device number ${number}. Next: \`contrast doctor --board ${port}\`.`;
  }
  throw notProven(port, `after flashing the board answers as ${identity.firmware}`);
}

const notProven = (port: string, what: string, cause?: unknown): CompanionError =>
  new CompanionError('FIRMWARE_FLASH_FAILED', {
    what,
    where: port,
    fix: 'Unplug it, plug it in again, and run `contrast doctor`. Treat nobody through it before that is well.',
    cause,
  });
