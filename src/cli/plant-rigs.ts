/** `contrast plant rigs`: the devices that can be tried, and what of them can be changed. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { plantRigIds, rigs } from '../../hardware/plant/rigs.ts';
import type { Rig, RigId } from '../../hardware/plant/rigs.ts';
import { arrayWords, cutOutWords, valueAt, valueText } from '../plant-trials/documents.ts';
import { shortNumber } from '../plant-trials/number-text.ts';
import { fieldOf } from '../plant-trials/parameter-fields.ts';
import { settableNames } from '../plant-trials/settings.ts';
import { parseRig } from './run-options.ts';
import type { Terminal } from './terminal.ts';

interface RigFlags {
  readonly rig?: RigId;
  readonly parameters: boolean;
  readonly json: boolean;
}

export function registerPlantRigs(group: Command, terminal: Terminal): void {
  group
    .command('rigs')
    .description('the rigs: modules, supplies, heat cap; or every parameter of one')
    .addOption(new Option('--rig <rig>', 'only this one').argParser(parseRig))
    .option('--parameters', 'every parameter that --set can change', false)
    .option('--json', 'for programs', false)
    .action(({ rig, parameters, json }: RigFlags) => {
      const chosen = (rig === undefined ? plantRigIds : [rig]).map((id) => rigs[id]);
      if (json) terminal.out(JSON.stringify({ rigs: chosen }, null, 2));
      else if (parameters) terminal.out(parameterText(rigs[rig ?? 'reference']));
      else terminal.out(rigText(chosen));
    });
}

const widths = [15, 17, 9, 9, 10];

function line(...cells: readonly string[]): string {
  return cells
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join('')
    .trimEnd();
}

function rigText(chosen: readonly Rig[]): string {
  return [
    line('rig', 'modules', 'cools', 'heats', 'heat cap', 'cut-out'),
    ...chosen.map((rig) => {
      const { coolRailV, heatRailV } = rig.parameters.power;
      const rails = [`${coolRailV} V`, `${heatRailV} V`];
      return line(rig.id, arrayWords(rig), ...rails, String(rig.heatDutyCap), cutOutWords(rig));
    }),
    '',
    'All use TEC1-12706 modules on an 80 × 80 × 3 mm plate. `reference` is the one',
    'that docs/wiring.md describes; the others are variants, faster to heat and to harm.',
    'The heat cap is the most heat duty that gate and firmware let through.',
    'Compare them: contrast plant summary',
  ].join('\n');
}

/** Of names without a range. */
const wordsOf: Readonly<Record<string, string>> = {
  'power.driveMode': 'pwmBrake, pwmCoast or direct',
  'plate.edge': 'without modules; or none',
  cutOut: 'thermal cut-out; or none',
};

function parameterText({ id, parameters }: Rig): string {
  const lines = settableNames(parameters).map((name) => {
    const field = fieldOf(name);
    const value = valueText(valueAt(parameters, name)).padStart(10);
    const words =
      field === undefined
        ? wordsOf[name]
        : `${field.unit.padEnd(8)}${shortNumber(field.low)} … ${shortNumber(field.high)}`;
    return `${name.padEnd(38)}${value} ${words ?? ''}`.trimEnd();
  });
  return [`${`Parameters of ${id}`.padEnd(43)}value unit    accepted`, ...lines].join('\n');
}
