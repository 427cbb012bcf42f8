/** `contrast plant summary`: every answer about a rig in one table, rigs side by side. */
import type { Command } from 'commander';
import { plantRigIds } from '../../hardware/plant/rigs.ts';
import { answerText } from '../plant-trials/number-text.ts';
import { summarise } from '../plant-trials/summary.ts';
import type { SummarySection } from '../plant-trials/summary.ts';
import type { TrialRig } from '../plant-trials/trial-rig.ts';
import { deviceData } from './plant-files.ts';
import { addDeviceOptions, deviceOf } from './plant-options.ts';
import type { DeviceFlags } from './plant-options.ts';
import { deviceLines, useLines } from './plant-words.ts';
import type { Terminal } from './terminal.ts';

interface Column {
  readonly rig: TrialRig;
  readonly sections: readonly SummarySection[];
}

export function registerPlantSummary(group: Command, terminal: Terminal): void {
  const command = group
    .command('summary')
    .description('how fast, how cold, how long until 45 °C if the bridge sticks');
  addDeviceOptions(command, 'only this one').action((flags: DeviceFlags) => {
    const ids = flags.rig === undefined ? plantRigIds : [flags.rig];
    const columns = ids
      .map((id) => deviceOf(flags, id))
      .map((rig) => ({ rig, sections: summarise(rig) }));
    terminal.out(flags.json ? summaryJson(columns) : summaryText(columns));
  });
}

function summaryJson(columns: readonly Column[]): string {
  const data = columns.map(({ rig, sections }) => {
    const answers = sections.flatMap((section) => section.answers);
    return {
      ...deviceData(rig),
      answers: Object.fromEntries(answers.map(({ key, value }) => [key, value])),
    };
  });
  return JSON.stringify({ rigs: data }, null, 2);
}

const wordsWidth = 36;
const leastColumn = 9;

/** One line of the table: four rigs side by side fill a screen of 80 characters. */
function line(columns: readonly Column[], words: string, cells: readonly string[]): string {
  const padded = cells.map((cell, at) =>
    cell.padStart(Math.max((columns[at]?.rig.id.length ?? 0) + 1, leastColumn)),
  );
  return `${words.padEnd(wordsWidth)}${padded.join('')}`;
}

function summaryText(columns: readonly Column[]): string {
  const [first] = columns;
  if (first === undefined) return '';
  const names = columns.map(({ rig }) => rig.id);
  const caps = columns.map(({ rig }) => String(rig.heatDutyCap));
  const head =
    columns.length === 1
      ? deviceLines(first.rig)
      : [...useLines(first.rig), '', line(columns, '', names), line(columns, 'heat cap', caps)];
  const body = first.sections.flatMap(({ title, answers }, section) => [
    '',
    title,
    ...answers.map(({ words, unit }, at) => {
      const cells = columns.map(({ sections }) =>
        answerText(sections[section]?.answers[at]?.value ?? null, unit),
      );
      return line(columns, `  ${words}${unit === '' ? '' : `, ${unit}`}`, cells);
    }),
  ]);
  return [
    ...head,
    ...body,
    '',
    '– : it cannot, or it never happens. Moves take full duty at the caps, the fastest',
    'there is. Times and temperatures are those of the true plate, which the beads',
    'follow 1 to 2 s later, and of a plate of one temperature: a thin one is hotter',
    'over the modules. Real devices differ by 25 % and more: docs/plant.md.',
  ].join('\n');
}
