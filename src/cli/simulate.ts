/** `contrast simulate`: many seeded treatments, each with its own device, person and faults, under all laws. */
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { CompanionError } from '../errors.ts';
import { runJobs } from '../evidence/pool.ts';
import { scenarioOf } from '../evidence/scenario.ts';
import { shrunk } from '../evidence/shrink.ts';
import type { SimulatedResult } from '../evidence/simulated-treatment.ts';
import {
  simulationText,
  summariseSimulation,
  violationText,
} from '../evidence/simulation-summary.ts';
import { methodIds } from '../evidence/seek/methods.ts';
import { untilEnded } from './interruption.ts';
import { progressLine } from './progress.ts';
import { runReplay, runSeek } from './seek.ts';
import type { SeekFlags } from './seek.ts';
import type { Terminal } from './terminal.ts';

/** What only a search knows: without it, it would be given in vain. */
const ofSeek = [
  'method',
  'compare',
  'seconds',
  'stopAtFirst',
  'plot',
] as const satisfies readonly (keyof SeekFlags)[];

const mostTreatments = 1_000_000;
const mostSeconds = 7 * 24 * 3600;
const mostWorkers = 256;
/** Shrinking runs the treatment again and again; a few are enough to see what is wrong. */
const mostShrunk = 5;

const wholeNumber = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most)
    return value;
  throw new InvalidArgumentError(`a whole number from ${least} to ${most} is needed.`);
};

export function registerSimulate(program: Command, terminal: Terminal): void {
  const command = program
    .command('simulate')
    .description(
      'run seeded treatments with random devices, people and faults, and check every law in every tick',
    )
    .addOption(
      new Option('--treatments <n>', 'how many')
        .default(300)
        .argParser(wholeNumber(1, mostTreatments)),
    )
    .addOption(
      new Option('--seed <n>', 'of the first one')
        .default(1)
        .argParser(wholeNumber(0, 2 ** 31 - 1)),
    )
    .option('--json', 'for programs', false);
  withSeekOptions(command).action(async (flags: SeekFlags) => {
    const { replay } = flags;
    if (replay !== undefined) {
      refuseBeside(flags, command);
      await runReplay(replay, flags, terminal);
      return;
    }
    if (flags.seek) {
      await runSeek(flags, terminal);
      return;
    }
    refuseWithoutSeek(flags);
    await simulateSeeds(flags, terminal);
  });
}

async function simulateSeeds(
  { treatments, seed, json, workers }: SeekFlags,
  terminal: Terminal,
): Promise<void> {
  const seeds = Array.from({ length: treatments }, (_, index) => seed + index);
  const tell = (): void => {
    terminal.err('Ending: what has been run is shown. Once more ends it at once.');
  };
  const onDone = progressLine('treatments', treatments);
  const results = await untilEnded(tell, (isOver) =>
    runJobs('treatment', seeds, { workers, onDone, isOver }),
  );
  const summary = summariseSimulation(results);
  terminal.out(json ? JSON.stringify(summary) : simulationText(summary));
  await refuseBroken(results, terminal);
}

const withSeekOptions = (command: Command): Command =>
  command
    .option('--seek', 'climb toward the smallest margin instead of drawing each anew', false)
    .addOption(new Option('--method <name>', 'how to seek (default: climb)').choices(methodIds))
    .option('--compare', 'seek by every method, each with the whole budget', false)
    .addOption(
      new Option('--seconds <n>', 'of the processor, at most, for each method').argParser(
        wholeNumber(1, mostSeconds),
      ),
    )
    .option('--stop-at-first', 'seek no further once a property is broken', false)
    .option('--corpus <file>', 'begin with what this file keeps, and keep there what is found')
    .option('--plot <file>', 'the smallest margin against treatments, as SVG')
    .option('--replay <id>', 'run one scenario of the corpus, and show its margins')
    .addOption(
      new Option('--workers <n>', 'at once (default: one per processor)').argParser(
        wholeNumber(1, mostWorkers),
      ),
    );

const asTyped = (name: string): string =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function refuseWithoutSeek(flags: SeekFlags): void {
  const given = [...ofSeek, 'corpus' as const].find(
    (name) => flags[name] !== undefined && flags[name] !== false,
  );
  if (given === undefined) return;
  const option = asTyped(given);
  throw new CompanionError('USAGE', {
    what: `${option} goes with --seek alone`,
    where: option,
    fix: 'Add --seek, or leave it out.',
  });
}

/** One scenario is run as it is kept: nothing is drawn, and nothing sought. */
function refuseBeside(flags: SeekFlags, command: Command): void {
  const names = ['seek', ...ofSeek, 'treatments', 'seed', 'workers'] as const;
  const given = names.find((name) => command.getOptionValueSource(name) === 'cli');
  if (given === undefined) return;
  const option = asTyped(given);
  throw new CompanionError('USAGE', {
    what: `${option} does not go with --replay`,
    where: option,
    fix: `Leave it out: --replay ${flags.replay ?? ''} runs one scenario as the corpus keeps it.`,
  });
}

async function refuseBroken(
  results: readonly SimulatedResult[],
  terminal: Terminal,
): Promise<void> {
  const broken = results.filter(({ violations }) => violations.length > 0);
  if (broken.length === 0) return;
  for (const result of broken.slice(0, mostShrunk)) {
    const least = await shrunk(scenarioOf(result.seed), result);
    terminal.err(violationText(least.result, least.scenario));
  }
  throw new CompanionError('DEFECT', {
    what: `${broken.length} of ${results.length} treatments broke a law: seeds ${broken
      .slice(0, 20)
      .map(({ seed }) => seed)
      .join(', ')}${broken.length > 20 ? ' …' : ''}`,
    fix: 'Repeat one with --seed N --treatments 1.',
  });
}
