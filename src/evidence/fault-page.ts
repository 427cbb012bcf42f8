/** docs/faults.md, from the results of the trials. Pure. */
import { faultExpectations } from './fault-expectations.ts';
import { faultTableMarkdown, faultWords } from './fault-table.ts';
import type { FaultRow } from './fault-table.ts';
import { truePlateBounds } from './fault-trial.ts';

export function faultPage(rows: readonly FaultRow[], seeds: number): string {
  const trials = rows.reduce((sum, row) => sum + row.trials, 0);
  return [
    '# Faults, and what came of them',
    '',
    'Written by `contrast faults --docs`. Every fault of the simulator strikes in a default treatment: before the',
    `self-test, and at a random second of the first cold and of the first hot phase, ramps included, on ${seeds} devices`,
    `drawn within tolerance for each moment (3 before the self-test). ${trials} trials. Temperatures are the plate's`,
    'own, not a reading of it, from the fault to the end. Times run from the fault to the trip.',
    '',
    `On the reference device the plate stays between ${truePlateBounds.minC.toFixed(1)} and ${truePlateBounds.maxC.toFixed(1)} °C in every trial of`,
    'a fault that software can do something about; the command fails otherwise, and where a rule trips that does not',
    'name the fault. The second device heats on 12 V and is reported to show why the first one is the one to build.',
    '',
    faultTableMarkdown(rows),
    '',
    '## Where no rule trips, and why that is right',
    '',
    ...reasons('harmless'),
    '',
    '## What only hardware can stop',
    '',
    ...reasons('hardware'),
    '',
    '## What the faults are',
    '',
    ...Object.keys(faultExpectations).map((id) => `- \`${id}\`: ${faultWords(id)}`),
    '',
  ].join('\n');
}

const reasons = (kind: 'harmless' | 'hardware'): string[] =>
  Object.entries(faultExpectations).flatMap(([id, expected]) => {
    const reason = expected[kind];
    return reason === undefined ? [] : [`- \`${id}\`: ${reason}.`];
  });
