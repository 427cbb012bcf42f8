/** `contrast faults`: every fault of the simulator in many treatments, and what came of it. */
import fs from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { rigIds, rigs } from '../../hardware/plant/rigs.ts';
import type { RigId } from '../../hardware/plant/rigs.ts';
import { CompanionError } from '../errors.ts';
import { defaultPresetId } from '../limits/presets.ts';
import { prepareTreatment } from '../treatment/prepare.ts';
import { allFaults, faultTableText, faultTrials, rowsOf } from '../evidence/fault-table.ts';
import type { FaultRow } from '../evidence/fault-table.ts';
import { faultPairs, pairTrials } from '../evidence/fault-pairs.ts';
import { faultPage } from '../evidence/fault-page.ts';
import { runJobs } from '../evidence/pool.ts';
import { drawnRigs } from '../evidence/scenario.ts';
import { writeWholeFile } from '../records/whole-file.ts';
import { progressLine } from './progress.ts';
import type { Terminal } from './terminal.ts';

interface FaultsFlags {
  readonly seeds: number;
  readonly rig: readonly RigId[];
  readonly fault: readonly string[];
  readonly json: boolean;
  readonly docs?: string | true;
  readonly pairs: boolean;
}

const mostSeeds = 1000;

export function registerFaults(program: Command, terminal: Terminal): void {
  program
    .command('faults')
    .description(
      'let every fault of the simulator strike in many treatments, and show what came of it',
    )
    .addOption(
      new Option('--seeds <n>', 'devices and moments tried for each fault')
        .default(20)
        .argParser(seedsOf),
    )
    .addOption(new Option('--rig <rig...>', 'the devices').choices(rigIds).default(drawnRigs))
    .addOption(
      new Option('--fault <id...>', 'only these').choices(allFaults).default(allFaults, 'all'),
    )
    .option(
      '--pairs',
      'every fault of a reading with every fault of the power instead, judged by the true plate and its dose alone',
      false,
    )
    .option('--json', 'for programs', false)
    .option('--docs [folder]', 'write the page faults.md into this folder (docs)')
    .action(async (flags: FaultsFlags) => {
      const { seeds, rig, fault, json, docs, pairs } = flags;
      if (pairs) refuseWithPairs(flags);
      // A device that may not be given the treatment of the trials is told so before any of them.
      for (const id of rig) prepareTreatment(defaultPresetId, undefined, rigs[id]);
      const trials = pairs ? pairTrials(faultPairs, rig, seeds) : faultTrials(fault, rig, seeds);
      const progress = progressLine('trials', trials.length);
      const kind = pairs ? 'pair' : 'fault';
      const rows = rowsOf(await runJobs(kind, trials, { onDone: progress }));
      terminal.out(json ? JSON.stringify({ rows }) : faultTableText(rows));
      refuse(rows);
      if (docs === undefined) return;
      const folder = docs === true ? 'docs' : docs;
      fs.mkdirSync(folder, { recursive: true });
      const path = join(folder, 'faults.md');
      writeWholeFile(path, faultPage(rows, seeds), { overwrite: true });
      if (!json) terminal.out(`Wrote ${path}`);
    });
}

/** Pairs are all pairs, and the page is about faults that come alone. */
function refuseWithPairs({ fault, docs }: FaultsFlags): void {
  if (fault === allFaults && docs === undefined) return;
  throw new CompanionError('USAGE', {
    what: '--pairs goes with neither --fault nor --docs',
    where: '--pairs',
    fix: 'Leave them out, or run without --pairs.',
  });
}

function seedsOf(text: string): number {
  const seeds = Number(text);
  if (Number.isInteger(seeds) && seeds >= 1 && seeds <= mostSeeds) return seeds;
  throw new InvalidArgumentError(`a whole number from 1 to ${mostSeeds} is needed.`);
}

/** A fault that comes to what it must not is our mistake; no page is written of it. */
function refuse(rows: readonly FaultRow[]): void {
  const wrong = rows.flatMap(({ fault, rig, moment, objections }) =>
    objections.map((objection) => `${fault} on ${rig}, ${moment}, ${objection}`),
  );
  if (wrong.length === 0) return;
  throw new CompanionError('DEFECT', {
    what: `${wrong.length} trials did not come to what they must: ${wrong.join('; ')}`,
    fix: 'Repeat one with --fault, --rig and --seeds, and mend the rule or the expectation.',
  });
}
