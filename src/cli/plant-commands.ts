/** `contrast plant step`, `ramp`, `hold` and `stuck`: one trial each. */
import { Argument } from 'commander';
import type { Command } from 'commander';
import { CompanionError } from '../errors.ts';
import { holdTrial } from '../plant-trials/holding.ts';
import { rampTrial, stepTrial } from '../plant-trials/moves.ts';
import { stuckTrial } from '../plant-trials/stuck.ts';
import { numberOption, quantities } from './plant-options.ts';
import type { TrialFlags, Trials } from './plant-trial.ts';

interface MoveFlags extends TrialFlags {
  readonly from: number;
  readonly to: number;
}
interface RampFlags extends MoveFlags {
  readonly rate: number;
}
interface HoldFlags extends TrialFlags {
  readonly at: number;
  readonly fanStopsAt?: number;
}
interface StuckFlags extends TrialFlags {
  readonly from?: number;
  readonly duty: number;
  readonly cutAfter?: number;
}

export function registerStep(group: Command, trials: Trials): void {
  trials
    .command(
      group,
      'step',
      'from one plate temperature to another, as fast as the caps allow',
      '10',
    )
    .addOption(
      numberOption('--from <celsius>', 'a steady hold', quantities.plateC).makeOptionMandatory(),
    )
    .addOption(
      numberOption('--to <celsius>', 'the target', quantities.plateC).makeOptionMandatory(),
    )
    .action((flags: MoveFlags) => {
      checkMove(flags);
      const longestS = secondsOf(flags.minutes ?? 10);
      trials.run(flags, (rig) => stepTrial(rig, { fromC: flags.from, toC: flags.to, longestS }));
    });
}

export function registerRamp(group: Command, trials: Trials): void {
  trials
    .command(
      group,
      'ramp',
      'from one plate temperature to another, at a steady rate',
      'the ramp and 5',
    )
    .addOption(
      numberOption('--from <celsius>', 'a steady hold', quantities.plateC).makeOptionMandatory(),
    )
    .addOption(
      numberOption('--to <celsius>', 'the target', quantities.plateC).makeOptionMandatory(),
    )
    .addOption(
      numberOption('--rate <celsius/s>', 'of the ramp', quantities.rateCPerS).makeOptionMandatory(),
    )
    .action((flags: RampFlags) => {
      checkMove(flags);
      const { from: fromC, to: toC, rate: rateCPerS } = flags;
      const rampMinutes = Math.abs(toC - fromC) / rateCPerS / 60;
      const longestS = secondsOf(flags.minutes ?? rampMinutes + 5);
      trials.run(flags, (rig) => rampTrial(rig, { fromC, toC, rateCPerS, longestS }));
    });
}

export function registerHold(group: Command, trials: Trials): void {
  trials
    .command(group, 'hold', 'keep a plate temperature; optionally the fan stops', '10')
    .addOption(numberOption('--at <celsius>', 'the plate', quantities.plateC).makeOptionMandatory())
    .addOption(numberOption('--fan-stops-at <seconds>', 'of the trial', quantities.seconds))
    .action((flags: HoldFlags) => {
      const longestS = secondsOf(flags.minutes ?? 10);
      checkWithin('--fan-stops-at', flags.fanStopsAt, longestS);
      const fan = flags.fanStopsAt === undefined ? {} : { fanStopsS: flags.fanStopsAt };
      trials.run(flags, (rig) => holdTrial(rig, { atC: flags.at, longestS, ...fan }));
    });
}

export function registerStuck(group: Command, trials: Trials): void {
  trials
    .command(group, 'stuck', 'the bridge sticks in a hold: how soon it hurts', '2')
    .addArgument(new Argument('<direction>', 'what it sticks on').choices(['heat', 'cool']))
    .addOption(
      numberOption(
        '--from <celsius>',
        'a steady hold; 40 for heat, 10 for cool',
        quantities.plateC,
      ),
    )
    .addOption(numberOption('--duty <share>', 'of full drive', quantities.duty).default(1))
    .addOption(
      numberOption(
        '--cut-after <seconds>',
        'something opens the line to the modules',
        quantities.seconds,
      ),
    )
    .action((direction: 'heat' | 'cool', flags: StuckFlags) => {
      const longestS = secondsOf(flags.minutes ?? 2);
      checkWithin('--cut-after', flags.cutAfter, longestS);
      const fromC = flags.from ?? (direction === 'heat' ? 40 : 10);
      const cut = flags.cutAfter === undefined ? {} : { cutAfterS: flags.cutAfter };
      const stuck = { direction, fromC, duty: flags.duty, longestS, ...cut };
      trials.run(flags, (rig) => stuckTrial(rig, stuck));
    });
}

const secondsOf = (minutes: number): number => minutes * 60;

function checkMove({ from, to }: MoveFlags): void {
  if (from !== to) return;
  throw new CompanionError('USAGE', {
    where: '--to',
    what: `${to} °C is where the plate already is`,
    fix: 'Name another temperature, or use `contrast plant hold`.',
  });
}

function checkWithin(option: string, atS: number | undefined, longestS: number): void {
  if (atS === undefined || atS < longestS) return;
  throw new CompanionError('USAGE', {
    where: option,
    what: `${atS} s is not within the trial, which ends at ${longestS} s`,
    fix: 'Name an earlier second, or a longer trial with --minutes.',
  });
}
