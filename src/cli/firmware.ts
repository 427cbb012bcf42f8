/** `contrast firmware`: the guard on the board. What it is, that it comes from its sources, and how it gets there. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { guardBackstops, guardTiming } from '../../hardware/guard/protocol.ts';
import { committedFirmware } from '../doctor/committed-firmware.ts';
import type { CommittedFirmware } from '../doctor/committed-firmware.ts';
import { exitCodes } from '../errors.ts';
import { buildFirmware } from '../firmware/build.ts';
import type { Provenance } from '../firmware/build.ts';
import { hexName } from '../firmware/build-plan.ts';
import { burntInLimits } from '../firmware/generate.ts';
import { firmwareBounds } from '../limits/firmware-bounds.ts';
import { bootloaders, flashBoard } from './firmware-flash.ts';
import type { Bootloader } from './firmware-flash.ts';
import type { Terminal } from './terminal.ts';

interface FlashFlags {
  readonly board: string;
  readonly bootloader: Bootloader;
  readonly yes: boolean;
}

export function registerFirmware(program: Command, terminal: Terminal): void {
  const group = program
    .command('firmware')
    .description('the guard firmware: show, build from its sources, put on a board');

  group
    .command('info')
    .description('version, hash, size and limits of the firmware that this version brings along')
    .option('--json', 'as JSON', false)
    .action(({ json }: { json: boolean }) => {
      const firmware = committedFirmware();
      const limits = burntIn();
      terminal.out(json ? JSON.stringify({ ...firmware, limits }) : infoText(firmware, limits));
    });

  group
    .command('build')
    .description(
      'compile the sketch, and say whether it gives the very image that is brought along',
    )
    .option('--out <dir>', 'keep image and provenance there')
    .action(({ out }: { out?: string }) => {
      build(out, terminal);
    });

  group
    .command('flash')
    .description('put the guard on an Uno or Nano with avrdude, and prove that it is there')
    .option('--board <board>', 'auto, or a serial port', 'auto')
    .option(
      '--bootloader <which>',
      'new: Uno, and Nano since 2018; old: earlier Nanos',
      parseBootloader,
      'new',
    )
    .option('--yes', 'do not ask; needs a named port', false)
    .action((flags: FlashFlags) => flashBoard({ ...flags, terminal }));
}

function parseBootloader(text: string): Bootloader {
  if (text === 'new' || text === 'old') return text;
  throw new InvalidArgumentError(`one of: ${Object.keys(bootloaders).join(', ')}.`);
}

export type Limit = readonly [what: string, value: string];

/** What no computer can widen; in the units of the sketch's own source. */
export function burntIn(): Limit[] {
  const { plateC, plateHeatingCPerS, plateCoolingCPerS, sensorCounts } = firmwareBounds;
  const { maxHeatCount, maxCoolCount, oneWayS, sessionS } = burntInLimits;
  return [
    ['plate, either bead', `${plateC.min} to ${plateC.max} °C`],
    ['heatsink', `at most ${guardBackstops.heatsinkC} °C`],
    ['beads apart', `below ${guardBackstops.disagreeC} °C for ${guardTiming.disagreeMs / 1000} s`],
    ['bead counts', `${sensorCounts.min} to ${sensorCounts.max}`],
    [
      'plate slope',
      `warming at most ${plateHeatingCPerS.max} °C/s, cooling at most ${plateCoolingCPerS.max} °C/s`,
    ],
    ['duty to heat, to cool', `${maxHeatCount} and ${maxCoolCount} of 255, or less if told so`],
    ['one direction', `${oneWayS / 60} min`],
    ['one treatment', `${sessionS / 60} min`],
    ['lease', `${guardTiming.leaseMs} ms`],
    ['hardware watchdog', `${guardTiming.watchdogMs} ms`],
    ['zero before a reversal', `${guardTiming.reversalZeroMs} ms`],
  ];
}

function infoText(firmware: CommittedFirmware, limits: readonly Limit[]): string {
  const { version, buildHash, sha256, compiler, flashBytes, ramBytes, hexPath } = firmware;
  return [
    `ContrastGuard ${version}, build ${buildHash}, for an ATmega328P at 16 MHz`,
    `image     ${hexPath}`,
    `SHA-256   ${sha256}`,
    `compiler  ${compiler}`,
    `size      ${flashBytes} of 32256 bytes of flash, ${ramBytes} of 2048 bytes of RAM`,
    '',
    'Limits burnt in; a computer can only narrow them',
    ...limits.map(([what, value]) => `  ${what.padEnd(24)}${value}`),
  ].join('\n');
}

function build(out: string | undefined, terminal: Terminal): void {
  const scratch = out === undefined ? mkdtempSync(join(tmpdir(), 'contrast-firmware-')) : null;
  const outputFolder = out ?? scratch ?? '';
  try {
    const built = buildFirmware({ outputFolder });
    const committed = committedFirmware();
    const image = readFileSync(join(outputFolder, hexName));
    const same = image.equals(readFileSync(committed.hexPath));
    terminal.out(buildText(built, committed, same));
    if (!same) process.exitCode = exitCodes.refused;
  } finally {
    if (scratch !== null) rmSync(scratch, { recursive: true, force: true });
  }
}

function buildText(built: Provenance, committed: CommittedFirmware, same: boolean): string {
  const head = `built ${built.firmware} ${built.version}, build ${built.buildHash}, ${built.flashBytes} bytes, with ${built.compiler}`;
  if (same) return `${head}\nidentical, byte for byte, to the image that this version brings along`;
  const why =
    built.buildHash === committed.buildHash
      ? `the sources are the same; the image was made with ${committed.compiler}`
      : `the sources differ: the image is build ${committed.buildHash}`;
  return `${head}\nNOT the image that this version brings along: ${why}`;
}
