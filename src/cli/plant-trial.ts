/** What all trials of a rig share: their options, and what becomes of a result. */
import type { Command } from 'commander';
import { plantRigIds } from '../../hardware/plant/rigs.ts';
import type { TrialResult } from '../plant-trials/answer.ts';
import type { TrialRig } from '../plant-trials/trial-rig.ts';
import { writeWholeFile } from '../records/whole-file.ts';
import { trialCsv, trialJson, trialSvg } from './plant-files.ts';
import { addDeviceOptions, deviceOf, numberOption, quantities } from './plant-options.ts';
import type { DeviceFlags } from './plant-options.ts';
import { trialText } from './plant-words.ts';
import type { Environment, Terminal } from './terminal.ts';

export interface TrialFlags extends DeviceFlags {
  readonly minutes?: number;
  readonly svg?: string;
  readonly csv?: string;
  readonly force: boolean;
}
export class Trials {
  readonly #terminal: Terminal;
  readonly #ascii: boolean;

  constructor(terminal: Terminal, env: Environment) {
    this.#terminal = terminal;
    // The font of the Linux console has no Braille dots.
    this.#ascii = env['TERM'] === 'linux';
  }

  /** @param minutes how long it lasts at most, where nobody says */
  command(group: Command, name: string, words: string, minutes: string): Command {
    return addDeviceOptions(
      group.command(name).description(words),
      `${plantRigIds.join(', ')}; the first if not given`,
    )
      .addOption(
        numberOption(
          '--minutes <minutes>',
          `the trial ends here at the latest; ${minutes} if not given`,
          quantities.minutes,
        ),
      )
      .option('--svg <file>', 'write the curves as SVG')
      .option('--csv <file>', 'write the samples as CSV')
      .option('--force', 'replace files that are already there', false);
  }

  run(flags: TrialFlags, trial: (rig: TrialRig) => TrialResult): void {
    const rig = deviceOf(flags, flags.rig ?? 'reference');
    const result = trial(rig);
    const files = [
      [flags.svg, () => trialSvg(rig, result)],
      [flags.csv, () => trialCsv(result)],
    ] as const;
    for (const [path, content] of files) {
      if (path !== undefined) writeWholeFile(path, content(), { overwrite: flags.force });
    }
    this.#terminal.out(
      flags.json ? trialJson(rig, result) : trialText(rig, result, this.#terminal, this.#ascii),
    );
    if (flags.json) return;
    for (const [path] of files) if (path !== undefined) this.#terminal.out(`Wrote ${path}`);
  }
}
