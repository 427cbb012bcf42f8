/** The options of `contrast plant`, read strictly: a wrong one is named, with what is allowed. */
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { RigId } from '../../hardware/plant/rigs.ts';
import { nearestName, visible } from '../limits/wording.ts';
import { unitSlip } from '../plant-trials/parameter-fields.ts';
import { trialRig } from '../plant-trials/trial-rig.ts';
import type { TrialOptions, TrialRig } from '../plant-trials/trial-rig.ts';
import { parseRig, parseSeed } from './run-options.ts';

interface Quantity {
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  /** Units that people mix up with this one, as the factor into this one. */
  readonly slips: Readonly<Record<string, number>>;
}

const share: Quantity = { unit: '', low: 0, high: 1, slips: { '%': 0.01 } };
const plateC: Quantity = { unit: '°C', low: -20, high: 70, slips: {} };
const seconds: Quantity = { unit: 's', low: 0, high: 7200, slips: { ms: 1e-3 } };
/** What a trial may cover, so that each ends within seconds. */
const minutes: Quantity = {
  unit: 'min',
  low: 0.05,
  high: 120,
  slips: { s: 1 / 60, ms: 1 / 60_000 },
};

export const quantities = {
  plateC,
  seconds,
  minutes,
  contact: share,
  duty: { ...share, low: 0.01 },
  ambientC: { unit: '°C', low: -10, high: 45, slips: {} },
  rateCPerS: { unit: '°C/s', low: 0.01, high: 5, slips: { '°C/min': 1 / 60 } },
} as const satisfies Readonly<Record<string, Quantity>>;

/** A parser for one number in its range; a likely slip of the unit is named. */
export function quantityOption(quantity: Quantity): (text: string) => number {
  const { low, high, unit } = quantity;
  const range = `a number from ${low} to ${high} ${unit}`.trimEnd();
  return (text) => {
    const value = Number(text);
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) {
      throw new InvalidArgumentError(`${range}, without the unit, with a point.`);
    }
    if (value >= low && value <= high) return value;
    const slip = unitSlip(value, quantity);
    throw new InvalidArgumentError(slip === undefined ? `${range}.` : `${range}; ${slip}.`);
  };
}

export function numberOption(flags: string, words: string, quantity: Quantity): Option {
  return new Option(flags, words).argParser(quantityOption(quantity));
}

/** What every trial can be told about its device. */
export interface DeviceFlags {
  readonly rig?: RigId;
  readonly contact: number;
  readonly ambient?: number;
  readonly heatCap?: number;
  readonly set: readonly string[];
  readonly asBuilt: boolean;
  readonly seed: number;
  readonly json: boolean;
}

const collect = (text: string, previous: readonly string[]): string[] => [
  ...previous,
  visible(text),
];

export function addDeviceOptions(command: Command, ofRig: string): Command {
  return command
    .addOption(new Option('--rig <rig>', ofRig).argParser(parseRig))
    .addOption(
      numberOption(
        '--contact <share>',
        'share of the plate on skin, 0 bare … 1',
        quantities.contact,
      ).default(1),
    )
    .addOption(numberOption('--ambient <celsius>', 'air temperature', quantities.ambientC))
    .addOption(
      numberOption(
        '--heat-cap <duty>',
        "most heat duty; the rig's own if not given",
        quantities.duty,
      ),
    )
    .option(
      '--set <name=value>',
      'change a parameter; `contrast plant rigs --parameters` lists them; repeatable',
      collect,
      [],
    )
    .option('--as-built', 'draw device and person within tolerance from the seed', false)
    .addOption(
      new Option('--seed <seed>', 'of the noise, and of --as-built')
        .default(1)
        .argParser(parseSeed),
    )
    .option('--json', 'for programs', false);
}

/** The device that the flags describe. */
export function deviceOf(flags: DeviceFlags, id: RigId): TrialRig {
  const options: TrialOptions = {
    contact: flags.contact,
    set: flags.set,
    asBuilt: flags.asBuilt,
    seed: flags.seed,
    ...(flags.ambient === undefined ? {} : { ambientC: flags.ambient }),
    ...(flags.heatCap === undefined ? {} : { heatDutyCap: flags.heatCap }),
  };
  return trialRig(rigs[id], options, nearestName);
}
