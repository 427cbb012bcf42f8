/** The options of `contrast run`, read strictly: each wrong one is named, with what is allowed. */
import { readdirSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { linkFaults } from '../../hardware/boards/link-faults.ts';
import { plantFaults } from '../../hardware/plant/faults.ts';
import { rigIds, rigs } from '../../hardware/plant/rigs.ts';
import type { RigId } from '../../hardware/plant/rigs.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { CompanionError } from '../errors.ts';
import type { Speed } from '../treatment/pacing.ts';

export interface RunFlags {
  readonly board: string;
  readonly rig: RigId;
  readonly bench: boolean;
  readonly prescription: string;
  readonly limits?: string;
  readonly speed: Speed;
  readonly seed: number;
  readonly fault: readonly Timed[];
  readonly act: readonly Timed[];
  readonly records?: string;
  readonly yes: boolean;
  readonly json: boolean;
}

/** Something with a name that happens at a second of the treatment. */
export interface Timed {
  readonly id: string;
  readonly atS: number;
}

const largestSpeed = 100_000;

export function parseSpeed(text: string): Speed {
  if (text === 'max') return 'max';
  const speed = Number(text);
  if (text.trim() !== '' && speed > 0 && speed <= largestSpeed) return speed;
  throw new InvalidArgumentError(`a number above 0 and up to ${largestSpeed}, or max.`);
}

export function parseSeed(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= 0xffff_ffff) return seed;
  throw new InvalidArgumentError('a whole number from 0 to 4294967295.');
}

export function parseRig(text: string): RigId {
  const known = rigIds.find((id) => id === text);
  if (known !== undefined) return known;
  throw new InvalidArgumentError(
    `one of: ${rigIds.map((id) => `${id} (${rigs[id].title})`).join(', ')}.`,
  );
}

function parseTimed(
  text: string,
  previous: readonly Timed[],
  what: string,
  ids: readonly string[],
): Timed[] {
  const [id = '', seconds = '', ...more] = text.split('@');
  const atS = Number(seconds);
  if (more.length > 0 || seconds.trim() === '' || !(atS >= 0 && atS <= 86_400)) {
    throw new InvalidArgumentError(
      `${what}@SECONDS, with seconds of the treatment from 0 to 86400.`,
    );
  }
  if (!ids.includes(id))
    throw new InvalidArgumentError(`unknown "${id}"; known: ${ids.join(', ')}.`);
  return [...previous, { id, atS }];
}

export const faultCatalogue: readonly { readonly id: string; readonly description: string }[] = [
  ...plantFaults,
  ...linkFaults,
].toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** `list` is kept as a fault of its own name; the command prints the catalogue and ends. */
export function parseFault(text: string, previous: readonly Timed[]): readonly Timed[] {
  if (text === 'list') return [...previous, { id: 'list', atS: 0 }];
  return parseTimed(
    text,
    previous,
    'ID',
    faultCatalogue.map(({ id }) => id),
  );
}

const by = 'script';
const acts: Readonly<Record<string, SessionEvent | 'press' | 'release'>> = {
  stop: { type: 'STOP', by },
  pause: { type: 'PAUSE' },
  resume: { type: 'RESUME' },
  'end-early': { type: 'END_EARLY' },
  'attention-lost': { type: 'ATTENTION_LOST' },
  'press-stop-button': 'press',
  'release-stop-button': 'release',
};

export function parseAct(text: string, previous: readonly Timed[]): readonly Timed[] {
  return parseTimed(text, previous, 'WHAT', Object.keys(acts));
}

export function actOf(id: string): SessionEvent | 'press' | 'release' {
  const act = acts[id];
  if (act === undefined) throw new CompanionError('USAGE', { what: `nobody can do "${id}"` });
  return act;
}

/** Refuses combinations that would be unsafe or meaningless on the chosen board. */
export function checkFlags(flags: RunFlags): void {
  const imaginary = flags.board === 'simulated' || flags.board.startsWith('emulated');
  if (imaginary) return;
  const refuse = (what: string): never => {
    throw new CompanionError('USAGE', {
      what: `${what} on a real board`,
      where: flags.board,
      fix: 'It works on simulated and emulated boards only.',
    });
  };
  if (flags.speed !== 1) refuse('--speed cannot be anything but 1');
  if (flags.fault.length > 0) refuse('--fault cannot break anything');
  if (flags.act.length > 0) refuse('--act cannot stand in for a person');
  if (flags.yes) refuse('--yes cannot answer the screening');
  if (flags.board === 'auto') return;
  if (!flags.board.startsWith('/') && !/^COM\d+$/i.test(flags.board)) {
    throw new CompanionError('USAGE', {
      what: `there is no board "${flags.board}"`,
      fix: `Use simulated, emulated-standard, auto, or a port such as ${examplePort()}.`,
    });
  }
}

function examplePort(): string {
  const folder = '/dev/serial/by-id';
  try {
    const [first] = readdirSync(folder);
    if (first !== undefined) return `${folder}/${first}`;
  } catch {
    // No such folder: no serial device is plugged in.
  }
  return `${folder}/usb-Arduino…`;
}
