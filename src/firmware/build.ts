/** Compiles the guard firmware with Debian's toolchain, and says exactly what came of what. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompanionError, systemCodeOf } from '../errors.ts';
import { firmwareName, firmwareVersion } from '../../hardware/firmware/firmware-version.ts';
import { arduinoFolder, buildPlan, elfName, hexName } from './build-plan.ts';
import type { Command } from './build-plan.ts';
import { firmwareFolder } from './firmware-folder.ts';

/** What an image is and came from; written beside it. */
export interface Provenance {
  readonly firmware: string;
  readonly version: string;
  /** SHA-256 of the image's text, and of the sources it was built from, in hexadecimal digits. */
  readonly hexSha256: string;
  readonly sourcesSha256: string;
  /** The first 32 bits of that, as the board reports them. */
  readonly buildHash: string;
  readonly compiler: string;
  readonly flashBytes: number;
  /** Static; the stack comes on top. */
  readonly ramBytes: number;
}

export interface BuildOptions {
  /** Where `contrast_guard.hex` and `provenance.json` go. */
  readonly outputFolder: string;
  readonly log?: (line: string) => void;
  /** The sketch. Default: the one of this project. */
  readonly sourceFolder?: string;
  /** Further definitions, for builds that only a test runs. */
  readonly defines?: Readonly<Record<string, string>>;
}

const longestMs = 120_000;
const aptGet = 'Install it: `apt-get install gcc-avr avr-libc arduino-core-avr`.';

/** Names and contents of a sketch's sources, in a fixed order. */
export function firmwareSources(folder: string): readonly { name: string; text: string }[] {
  return readdirSync(folder)
    .filter((name) => /\.(ino|cpp|h)$/.test(name))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** SHA-256 over names, lengths and contents, so that nothing can move from one file to another unseen. */
export function sourcesSha256(sources: readonly { name: string; text: string }[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of sources) {
    hash.update(`${name}\0${Buffer.byteLength(text)}\0`).update(text);
  }
  return hash.digest('hex');
}

function run({ program, args }: Command, folder: string): string {
  try {
    const options = { cwd: folder, encoding: 'utf8', timeout: longestMs, stdio: 'pipe' } as const;
    return execFileSync(program, args, { ...options, env: { ...process.env, LC_ALL: 'C' } });
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') throw toolMissing(program, thrown);
    const output =
      typeof thrown === 'object' && thrown !== null && 'stderr' in thrown
        ? String(thrown.stderr).trim()
        : String(thrown);
    throw new CompanionError('FIRMWARE_BUILD_FAILED', {
      what: `the firmware does not compile: ${output}`,
      where: program,
      fix: 'Undo what was changed in the sketch, or correct it.',
      cause: thrown,
    });
  }
}

const toolMissing = (tool: string, cause?: unknown): CompanionError =>
  new CompanionError('FIRMWARE_TOOL_MISSING', {
    what: `${tool} is needed to build the firmware and is not installed`,
    fix: aptGet,
    cause,
  });

/**
 * Builds the image and its provenance. The same sources and compiler give the same bytes, in any folder.
 * @throws CompanionError FIRMWARE_TOOL_MISSING, FIRMWARE_BUILD_FAILED
 */
export function buildFirmware(options: BuildOptions): Provenance {
  const { outputFolder, log = () => {}, sourceFolder, defines = {} } = options;
  const sketch = sourceFolder ?? join(firmwareFolder(), 'contrast_guard');
  if (!existsSync(arduinoFolder)) throw toolMissing('arduino-core-avr');
  const sources = firmwareSources(sketch);
  const sourceHash = sourcesSha256(sources);
  const buildHash = sourceHash.slice(0, 8);
  const folder = mkdtempSync(join(tmpdir(), 'contrast-firmware-'));
  try {
    for (const { name, text } of sources) writeFileSync(join(folder, name), text);
    const names = sources.map(({ name }) => name);
    const plan = buildPlan({
      sources: names,
      buildHash: Number.parseInt(buildHash, 16),
      defines,
    });
    for (const command of plan) {
      log([command.program, ...command.args.slice(-3)].join(' '));
      run(command, folder);
    }
    // The line ends of this system, so that text and hash are the same wherever it was checked out.
    const hex = readFileSync(join(folder, hexName), 'latin1').replaceAll('\r\n', '\n');
    const provenance = describe(folder, hex, sourceHash);
    mkdirSync(outputFolder, { recursive: true });
    writeFileSync(join(outputFolder, hexName), hex);
    writeFileSync(
      join(outputFolder, 'provenance.json'),
      `${JSON.stringify(provenance, undefined, 2)}\n`,
    );
    return provenance;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function describe(folder: string, hex: string, sourceHash: string): Provenance {
  const [version = ''] = run({ program: 'avr-gcc', args: ['--version'] }, folder).split('\n');
  const size = run({ program: 'avr-size', args: [elfName] }, folder).split('\n')[1] ?? '';
  const [text = Number.NaN, data = Number.NaN, bss = Number.NaN] = size
    .trim()
    .split(/\s+/)
    .map(Number);
  const { major, minor, patch } = firmwareVersion;
  return {
    firmware: firmwareName,
    version: `${major}.${minor}.${patch}`,
    hexSha256: createHash('sha256').update(hex).digest('hex'),
    sourcesSha256: sourceHash,
    buildHash: sourceHash.slice(0, 8),
    compiler: version,
    flashBytes: text + data,
    ramBytes: data + bss,
  };
}
