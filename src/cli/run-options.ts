/** The options of `contrast run`, read strictly: each wrong one is named, with what is allowed. */
import { readdirSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { faultCatalogue } from '../../hardware/boards/fault-catalogue.ts';
import { rigIds, rigs } from '../../hardware/plant/rigs.ts';
import type { RigId } from '../../hardware/plant/rigs.ts';
import type { SkinAnswer, SkinFinding } from '../../machines/skin-answers.ts';
import { CompanionError } from '../errors.ts';
import { suggestion, visible } from '../limits/wording.ts';
import { clinicianProblem, nameProblem, shownName } from '../records/person-name.ts';
import { bodySites, siteOf, unspecifiedSite } from '../safety/screening-sites.ts';
import type { SkinAfter } from './run-skin-after.ts';
import type { Wish } from '../treatment/host/wishes.ts';
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
  /** On which this treatment hears STOP; any that is free where it is not said. */
  readonly stopPort?: number;
  /** Who clears a trip that the board has latched. */
  readonly resetBy?: string;
  readonly confirmedBy?: string;
  /** Where the plate lies; without it nobody is under it. */
  readonly site?: string;
  readonly answers?: string;
  /** How the skin was twenty minutes after the session before. */
  readonly skinAfter?: SkinAfter;
  readonly clinician?: string;
  readonly override?: string;
  /** Passwords of those who are named, a line each. */
  readonly passwordFile?: string;
  readonly history: boolean;
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

export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('a whole number from 0 (any that is free) to 65535.');
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

/** What a script can do: wish something, press the button on the device, or let a look at the skin be due. */
export type Act = Wish | 'press' | 'release' | 'tap' | 'check due';

const skinIs = (answer: SkinAnswer, findings: readonly SkinFinding[] = []): Wish => ({
  wish: 'answerSkinCheck',
  answer,
  findings,
});

const acts: Readonly<Record<string, Act>> = {
  stop: { wish: 'stop' },
  pause: { wish: 'pause' },
  resume: { wish: 'resume' },
  'end-early': { wish: 'endEarly' },
  'check-due': 'check due',
  'skin-fine': skinIs('fine'),
  'skin-not-sure': skinIs('notSure'),
  'skin-numb': skinIs('numb'),
  'skin-wrong': skinIs('wrong', ['other']),
  'skin-blister': skinIs('wrong', ['blister']),
  'press-stop-button': 'press',
  'release-stop-button': 'release',
  'tap-stop-button': 'tap',
};

export function parseAct(text: string, previous: readonly Timed[]): readonly Timed[] {
  return parseTimed(text, previous, 'WHAT', Object.keys(acts));
}

export function actOf(id: string): Act {
  const act = acts[id];
  if (act === undefined) {
    const fix = `Say one of ${Object.keys(acts).join(', ')}.`;
    throw new CompanionError('USAGE', { what: `nobody can do "${id}"`, fix });
  }
  return act;
}

export function parseSite(text: string): string {
  if (siteOf(text) !== undefined) return text;
  const ids = bodySites.map(({ id }) => id);
  throw new InvalidArgumentError(`${suggestion(text, ids)} Sites: ${ids.join(', ')}.`);
}

const longestWords = 200;

/** A reason that goes into the record and onto screens. */
export function parseWords(text: string): string {
  if (text.trim() !== '' && text.length <= longestWords && visible(text) === text) return text;
  throw new InvalidArgumentError(`one line of 1 to ${longestWords} characters.`);
}

/** A name as accounts have it (law L14): one rule for all. */
export function parseName(text: string): string {
  const problem = nameProblem(text);
  if (problem === null) return shownName(text);
  throw new InvalidArgumentError(`${problem}.`);
}

/** One who can be asked. */
export function parseClinician(text: string): string {
  const problem = clinicianProblem(text);
  if (problem === null) return shownName(text);
  throw new InvalidArgumentError(`${problem}.`);
}

/** No person can be on it. */
export const isImaginary = (board: string): boolean =>
  board === 'simulated' || board.startsWith('emulated');

/** Refuses combinations that would be unsafe or meaningless on the chosen board. */
export function checkFlags(flags: RunFlags): void {
  checkBench(flags);
  if (isImaginary(flags.board)) return;
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
  checkBoardName(flags.board);
  if (!flags.bench && (flags.site === undefined || flags.site === unspecifiedSite)) {
    throw new CompanionError('USAGE', {
      what: 'the site where the plate is to lie must be named on a real board',
      where: '--site',
      fix: 'Name it, as in --site calf-left; `contrast screening` lists the sites.',
    });
  }
}

export function checkBoardName(board: string): void {
  if (board === 'auto') return;
  if (!board.startsWith('/') && !/^COM\d+$/i.test(board)) {
    throw new CompanionError('USAGE', {
      what: `there is no board "${board}"`,
      fix: `Use simulated, emulated, emulated-standard, auto, or a port such as ${examplePort()}.`,
    });
  }
}

/** On the bench nobody is under the plate. */
function checkBench(flags: RunFlags): void {
  const { bench, site, answers, skinAfter, clinician, confirmedBy, override, history } = flags;
  if (!bench) return;
  const ofPerson = {
    site,
    answers,
    'skin-after': skinAfter,
    clinician,
    'confirmed-by': confirmedBy,
    override,
  };
  const given = Object.entries(ofPerson)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => `--${name}`);
  if (history) given.push('--history');
  if (given.length === 0) return;
  throw new CompanionError('USAGE', {
    what: `${given.join(', ')} speak of a person, and on the bench there is none`,
    where: '--bench',
    fix: 'Leave them out, or run without --bench.',
  });
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
