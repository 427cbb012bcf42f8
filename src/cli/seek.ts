/** `contrast simulate --seek`: looks for the treatments that come nearest to breaking a property, and keeps them. */
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { CompanionError, messageOf } from '../errors.ts';
import { openPool } from '../evidence/pool.ts';
import {
  corpusText,
  damageOf,
  entryOf,
  parseCorpus,
  scenarioIn,
  withFound,
} from '../evidence/seek/corpus.ts';
import type { Corpus } from '../evidence/seek/corpus.ts';
import { brokenIn, isBroken, properties } from '../evidence/seek/margins.ts';
import type { MethodId } from '../evidence/seek/methods.ts';
import { methodIds } from '../evidence/seek/methods.ts';
import {
  comparisonText,
  courseJson,
  courseText,
  soughtText,
  stairs,
} from '../evidence/seek/seek-text.ts';
import { isSettled, seek } from '../evidence/seek/seek.ts';
import type { Course, Nearest } from '../evidence/seek/seek.ts';
import { idOf } from '../evidence/seek/stored.ts';
import { tryScenario } from '../evidence/seek/trial.ts';
import type { Sought } from '../evidence/seek/trial.ts';
import { least } from '../evidence/shrink.ts';
import { svgPlot } from '../plots/svg-plot.ts';
import { untilEnded } from './interruption.ts';
import { progressLine } from './progress.ts';
import type { Terminal } from './terminal.ts';

export interface SeekFlags {
  readonly treatments: number;
  readonly seed: number;
  readonly json: boolean;
  readonly seek: boolean;
  readonly method?: MethodId | undefined;
  readonly compare: boolean;
  readonly seconds?: number | undefined;
  readonly stopAtFirst: boolean;
  readonly corpus?: string | undefined;
  readonly plot?: string | undefined;
  readonly replay?: string | undefined;
  readonly workers?: number | undefined;
}

const defaultMethod: MethodId = 'climb';

export async function runSeek(flags: SeekFlags, terminal: Terminal): Promise<void> {
  const corpus = corpusOf(flags.corpus, terminal);
  // Before the search, not after a night of it.
  for (const file of [flags.corpus, flags.plot]) if (file !== undefined) refuseUnwritable(file);
  const tell = (): void => {
    terminal.err('Ending: what has been found is kept and shown. Once more ends it at once.');
  };
  const courses = await untilEnded(tell, (isAsked) => searched(flags, corpus, isAsked));
  const shown = await Promise.all(courses.map(shrunkCourse));
  if (flags.corpus !== undefined) writeCorpus(flags.corpus, corpus, shown);
  if (flags.plot !== undefined) writeFile(flags.plot, plotOf(courses));
  if (flags.json) terminal.out(JSON.stringify(shown.map(courseJson)));
  else {
    const text = shown.map((course) => courseText(course, replayWords(course, flags)));
    terminal.out([...text, ...(flags.compare ? [comparisonText(courses)] : [])].join('\n\n'));
  }
  refuseBroken(shown);
}

async function searched(
  flags: SeekFlags,
  corpus: Corpus,
  isAsked: () => boolean,
): Promise<Course[]> {
  const courses: Course[] = [];
  for (const method of flags.compare ? methodIds : [flags.method ?? defaultMethod])
    if (!isAsked()) courses.push(await searchBy(method, flags, corpus, isAsked));
  return courses;
}

export async function runReplay(
  id: string,
  { corpus: file, json }: Pick<SeekFlags, 'corpus' | 'json'>,
  terminal: Terminal,
): Promise<void> {
  if (file === undefined) {
    throw new CompanionError('USAGE', {
      what: '--replay needs the file that keeps the scenario',
      where: '--replay',
      fix: 'Give it with --corpus FILE.',
    });
  }
  const sought = await tryScenario(scenarioIn(corpusOf(file, terminal), id, file));
  terminal.out(json ? JSON.stringify({ id, ...sought }) : soughtText(sought));
  const broken = brokenIn(sought.margins);
  if (broken.length > 0) throw brokenError(broken.map((property) => `${property} in ${id}`));
}

/** Each method has its own budget, and time is the processor's, of all workers together. */
async function searchBy(
  method: MethodId,
  { seed, treatments, seconds, stopAtFirst, workers }: SeekFlags,
  { entries }: Corpus,
  isAsked: () => boolean,
): Promise<Course> {
  const pool = openPool('sought', workers);
  const begun = process.cpuUsage();
  const usedS = (): number => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1e6;
  };
  try {
    return await seek({
      method,
      seed,
      treatments,
      known: entries.map(({ scenario }) => scenario),
      tryAll: (scenarios) => pool.run(scenarios),
      isOver: (course) =>
        isAsked() ||
        (seconds !== undefined && usedS() >= seconds) ||
        (stopAtFirst && isSettled(course)),
      onDone: progressLine(`treatments by ${method}`, treatments),
    });
  } finally {
    await pool.close();
  }
}

/** What is broken is shown by the least that breaks it. */
async function shrunkCourse(course: Course): Promise<Course> {
  const nearest = { ...course.nearest };
  for (const property of properties) {
    const one = nearest[property];
    if (one === undefined || !isBroken(one.margin)) continue;
    const shows = ({ margins }: Sought): boolean => isBroken(margins[property]);
    const { result } = await least(one.sought.scenario, one.sought, tryScenario, shows);
    nearest[property] = { ...one, margin: result.margins[property] ?? one.margin, sought: result };
  }
  return { ...course, nearest };
}

const replayWords =
  ({ method, seed }: Course, { corpus }: SeekFlags) =>
  ({ run, sought }: Nearest): string =>
    corpus === undefined
      ? `contrast simulate --seek --method ${method} --seed ${seed} --treatments ${run}`
      : `contrast simulate --replay ${idOf(sought.scenario)} --corpus ${corpus}`;

function corpusOf(file: string | undefined, terminal: Terminal): Corpus {
  if (file === undefined || !existsSync(file)) return { entries: [], damaged: [] };
  try {
    const corpus = parseCorpus(readFileSync(file, 'utf8'));
    for (const one of corpus.damaged) terminal.err(damageOf(file, one).message);
    return corpus;
  } catch (cause) {
    throw new CompanionError('FILE_UNREADABLE', {
      what: `the corpus cannot be read: ${messageOf(cause)}`,
      where: file,
      fix: 'Name a file of an earlier search, or one that does not exist yet.',
      cause,
    });
  }
}

/** As a whole or not at all: what earlier searches found is worth nights. */
function writeCorpus(file: string, corpus: Corpus, courses: readonly Course[]): void {
  const found = courses.flatMap(({ nearest }) =>
    Object.values(nearest).map(({ sought }) => entryOf(sought)),
  );
  writeFile(`${file}.new`, corpusText(withFound(corpus, found)));
  renameSync(`${file}.new`, file);
}

function writeFile(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

/** By writing beside it, as will be written in the end. */
function refuseUnwritable(file: string): void {
  const beside = `${file}.new`;
  const had = existsSync(beside);
  try {
    if (existsSync(file)) closeSync(openSync(file, 'a'));
    closeSync(openSync(beside, 'a'));
    if (!had) rmSync(beside);
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

const unwritable = (file: string, cause: unknown): CompanionError =>
  new CompanionError('FILE_UNWRITABLE', {
    what: `it cannot be written: ${messageOf(cause)}`,
    where: file,
    fix: 'Name a file in a folder that you may write to.',
    cause,
  });

/** One colour for each property, one curve for each method. */
function plotOf(courses: readonly Course[]): string {
  const curves = properties.flatMap((property, colour) =>
    courses.map((course) => ({
      name: `${property}, ${course.method}`,
      points: stairs(course, property),
      colour,
    })),
  );
  return svgPlot({
    title: 'The smallest margin so far',
    xLabel: 'treatments',
    yLabel: 'margin: 1 is far, 0 the bound',
    curves: curves.filter(({ points }) => points.some(([, margin]) => margin < 1)),
    levels: [{ y: 0, name: 'bound' }],
  });
}

function refuseBroken(courses: readonly Course[]): void {
  const broken = courses.flatMap(({ nearest }) =>
    Object.values(nearest)
      .filter(({ margin }) => isBroken(margin))
      .map(({ property, sought }) => `${property} in ${idOf(sought.scenario)}`),
  );
  if (broken.length > 0) throw brokenError(broken);
}

const brokenError = (broken: readonly string[]): CompanionError =>
  new CompanionError('DEFECT', {
    what: `broken: ${broken.join(', ')}`,
    fix: 'Replay it, and mend the program or the judge.',
  });
