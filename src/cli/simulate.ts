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
import { progressLine } from './progress.ts';
import type { Terminal } from './terminal.ts';

interface SimulateFlags {
  readonly treatments: number;
  readonly seed: number;
  readonly json: boolean;
}

const mostTreatments = 1_000_000;
/** Shrinking runs the treatment again and again; a few are enough to see what is wrong. */
const mostShrunk = 5;

const wholeNumber = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most)
    return value;
  throw new InvalidArgumentError(`a whole number from ${least} to ${most} is needed.`);
};

export function registerSimulate(program: Command, terminal: Terminal): void {
  program
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
    .option('--json', 'for programs', false)
    .action(async ({ treatments, seed, json }: SimulateFlags) => {
      const seeds = Array.from({ length: treatments }, (_, index) => seed + index);
      const results = await runJobs('treatment', seeds, {
        onDone: progressLine('treatments', treatments),
      });
      const summary = summariseSimulation(results);
      terminal.out(json ? JSON.stringify(summary) : simulationText(summary));
      await refuseBroken(results, terminal);
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
