/** Runs `contrast plant …` as a person would see it. */
import { english } from '../../src/words/tongue.ts';
import { Command, CommanderError } from 'commander';
import { registerPlant } from '../../src/cli/plant.ts';
import type { PlantServices } from '../../src/cli/plant.ts';
import { CompanionError, exitCodes } from '../../src/errors.ts';

export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
}

const services: PlantServices = {
  env: {},
  validate: () => {
    throw new Error('this test needs no validation');
  },
};

/** With other services where a test brings its own. */
export function plantWith(own: Partial<PlantServices>, ...words: string[]): Ran {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    interactive: false,
    colour: false,
    columns: 80,
    tongue: english,
  };
  const program = new Command('contrast')
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  registerPlant(program, terminal, { ...services, ...own });
  let exitCode: number = exitCodes.completed;
  try {
    program.parse(['plant', ...words], { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof CompanionError) {
      err.push(thrown.message);
      ({ exitCode } = thrown);
    } else if (thrown instanceof CommanderError) {
      exitCode = thrown.exitCode === 0 ? exitCodes.completed : exitCodes.usage;
    } else {
      throw thrown;
    }
  }
  return { out: out.join('\n'), err: err.join('\n'), exitCode };
}

export function plant(...words: string[]): Ran {
  return plantWith({}, ...words);
}

export interface Sample {
  readonly atS: number;
  readonly setpointC: number | null;
  readonly plateC: number;
  readonly plateAC: number | null;
  readonly plateBC: number | null;
  readonly heatsinkC: number;
  readonly skinSurfaceC: number;
  readonly duty: number;
  readonly electricalW: number;
}

export interface TrialData {
  readonly drive: string;
  readonly finding: string;
  readonly answers: Readonly<Record<string, number | null>>;
  readonly samples: readonly Sample[];
}

/** The words of one line, split at blanks, with `--json`. */
export function trial(line: string): TrialData {
  const { out, err, exitCode } = plant(...line.split(' '), '--json');
  if (exitCode !== 0) throw new Error(err);
  return JSON.parse(out) as TrialData;
}
