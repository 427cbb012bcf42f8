/** Keeps long runs: what came of them, and what witnesses that. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { totalOf } from './long-run-total.ts';
import {
  faultRow,
  longRunNames,
  results,
  sealed,
  seedsInBlock,
  simulationBlock,
} from './long-runs.ts';
import type { LongRun, LongRunName, Results, SimulationBlock, Witness } from './long-runs.ts';
import { sourcesDigest } from './sources.ts';
import { number } from './words.ts';

export const longRunPath = (project: string, name: LongRunName): string =>
  join(project, 'tests/evidence/long-runs', `${name}.json`);

export const longRunText = (project: string, name: LongRunName): string | undefined => {
  const path = longRunPath(project, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
};

const hundredths = (value: number): number => Math.round(value * 100) / 100;
const hundredthsOrNull = (value: number | null): number | null =>
  value === null ? null : hundredths(value);

const simulationOf = (blocks: readonly SimulationBlock[]): Results['simulation'] => ({
  ...totalOf(blocks),
  blocks: [...blocks],
});

/** Temperatures and times as precise as they are compared. */
export function faultsOf(output: unknown): Results['faults'] {
  const { rows } = z.object({ rows: z.array(faultRow) }).parse(output);
  const seeds = Math.max(0, ...rows.map(({ trials }) => trials));
  const rounded = rows.map((row) => ({
    ...row,
    medianS: hundredthsOrNull(row.medianS),
    slowestS: hundredthsOrNull(row.slowestS),
    plateMaxC: hundredths(row.plateMaxC),
    plateMinC: hundredths(row.plateMinC),
  }));
  return { seeds, rows: rounded };
}

/** Of each kind: what is done, in the words of who does it again. */
const commands: Readonly<Record<LongRunName, string>> = {
  simulation: 'contrast simulate --json --treatments 100 --seed N',
  faults: 'contrast faults --json',
  mutation: 'node tests/mutants/mutants.mjs --json FILE',
  'planted-bugs': 'node tests/mutants/planted-bugs.mjs --json FILE',
};

interface Output {
  readonly output: unknown;
  readonly exit: number;
  /** What was given to the program beside what it always is given. */
  readonly more: readonly string[];
}

/** @throws Error where there is no such run */
export function openRecorder(project: string, wanted: string): Recorder {
  const name = longRunNames.find((one) => one === wanted);
  if (name === undefined)
    throw new Error(`"${wanted}" is no long run; there are ${longRunNames.join(', ')}`);
  return new Recorder(project, name);
}

class Recorder {
  readonly name: LongRunName;
  readonly #project: string;
  readonly #sources: string;
  #blocks: readonly SimulationBlock[];
  #exit = 0;
  #done = false;

  constructor(project: string, name: LongRunName) {
    this.name = name;
    this.#project = project;
    this.#sources = sourcesDigest(project, name);
    this.#blocks = name === 'simulation' ? this.#keptBlocks() : [];
  }

  /** Blocks of these very sources: a run of hours may be interrupted, and may grow. */
  #keptBlocks(): readonly SimulationBlock[] {
    const text = longRunText(this.#project, 'simulation');
    if (text === undefined) return [];
    const { sources, witness, result } = JSON.parse(text) as LongRun<Results['simulation']>;
    return sources === this.#sources && witness?.exit === 0 ? result.blocks : [];
  }

  /** Arguments of the next piece of the run; null where all of it is done. */
  next(treatments: number): readonly string[] | null {
    if (this.name !== 'simulation') return this.#done ? null : [];
    const last = this.#blocks.at(-1);
    const seed = last === undefined ? 1 : last.firstSeed + last.treatments;
    if (seed > treatments || this.#exit !== 0) return null;
    return ['--treatments', String(seedsInBlock), '--seed', String(seed)];
  }

  /**
   * @returns the path of the file that keeps the run
   * @throws Error where what decides the run has changed meanwhile: nobody knows what ran
   */
  keep({ output, exit, more }: Output): string {
    if (sourcesDigest(this.#project, this.name) !== this.#sources)
      throw new Error('the sources have changed while it ran; nothing of it is kept');
    this.#done = true;
    this.#exit = exit;
    const run = sealed({
      ranOn: new Date().toISOString().slice(0, 10),
      sources: this.#sources,
      witness: this.#witness(exit, more),
      result: this.#resultOf(output),
    });
    const path = longRunPath(this.#project, this.name);
    writeFileSync(path, `${JSON.stringify(run, null, 2)}\n`);
    return path;
  }

  words(): string {
    const treatments = this.#blocks.length * seedsInBlock;
    return this.name === 'simulation' ? `${number(treatments)} treatments` : this.name;
  }

  #resultOf(output: unknown): unknown {
    switch (this.name) {
      case 'simulation':
        this.#blocks = [...this.#blocks, simulationBlock.parse(output)];
        return simulationOf(this.#blocks);
      case 'faults':
        return faultsOf(output);
      case 'mutation':
      case 'planted-bugs':
        return results[this.name].parse(output);
    }
  }

  #witness(exit: number, more: readonly string[]): Witness {
    const { version } = JSON.parse(readFileSync(join(this.#project, 'package.json'), 'utf8')) as {
      version: string;
    };
    return {
      command: [commands[this.name], ...more].join(' '),
      exit,
      versions: {
        node: process.version,
        project: version,
        platform: `${process.platform} ${process.arch}`,
      },
    };
  }
}
