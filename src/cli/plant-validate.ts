/** `contrast plant validate`: the model against figures from elsewhere, and the page about it. */
import fs from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { ValidationRow } from '../../hardware/plant/validate.ts';
import { CompanionError } from '../errors.ts';
import { validationCells, withPlantTables } from '../plant-trials/documents.ts';
import { figures } from '../plant-trials/figures.ts';
import { writeWholeFile } from '../records/whole-file.ts';
import type { Terminal } from './terminal.ts';

interface ValidateFlags {
  readonly json: boolean;
  readonly docs?: string | true;
}

export function registerPlantValidate(
  group: Command,
  terminal: Terminal,
  validate: () => ValidationRow[],
): void {
  group
    .command('validate')
    .description('compare the model with data sheets, conservation of energy and known figures')
    .option('--json', 'for programs', false)
    .option('--docs [folder]', 'renew the tables and curves of plant.md in this folder (docs)')
    .action(({ json, docs }: ValidateFlags) => {
      const rows = validate();
      const failed = rows.filter(({ ok }) => !ok);
      terminal.out(json ? JSON.stringify({ ok: failed.length === 0, rows }) : text(rows));
      refuseFailed(failed, rows.length);
      if (docs === undefined) return;
      const written = writeDocuments(docs === true ? 'docs' : docs, rows);
      if (!json) terminal.out(`Wrote ${written.join(', ')}`);
    });
}

function text(rows: readonly ValidationRow[]): string {
  const line = (
    what: string,
    expected: string,
    got: string,
    tolerance: string,
    ok: string,
  ): string =>
    `${ok.padEnd(5)}${expected.padStart(9)}${got.padStart(9)}${tolerance.padStart(10)}  ${what}`;
  const failed = rows.filter(({ ok }) => !ok).length;
  return [
    line('what', 'expected', 'got', 'within ±', ''),
    ...rows.map((row) => {
      const [what = '', expected = '', got = '', tolerance = '', ok = ''] = validationCells(row);
      return line(what, expected, got, tolerance, ok);
    }),
    '',
    failed === 0 ? `All ${rows.length} comparisons hold.` : `${failed} of ${rows.length} FAIL.`,
  ].join('\n');
}

/** A model that is wrong is our mistake, not the user's: nothing they typed can mend it. */
function refuseFailed(failed: readonly ValidationRow[], total: number): void {
  const [first] = failed;
  if (first === undefined) return;
  throw new CompanionError('DEFECT', {
    what: `the plant fails ${failed.length} of ${total} comparisons, the first is "${first.what}"`,
    fix: 'Trust no figure of the simulator until this is mended.',
  });
}

/** A page of a model that fails is never written. */
function writeDocuments(folder: string, rows: readonly ValidationRow[]): string[] {
  const page = join(folder, 'plant.md');
  let before: string;
  try {
    before = fs.readFileSync(page, 'utf8');
  } catch (thrown) {
    throw new CompanionError('FILE_UNREADABLE', {
      where: page,
      what: 'the page to renew is not there',
      fix: 'Name the folder that holds plant.md.',
      cause: thrown,
    });
  }
  const after = withPlantTables(before, rows);
  fs.mkdirSync(join(folder, 'plant'), { recursive: true });
  const files = Object.entries(figures()).map(
    ([name, content]) => [join(folder, 'plant', name), content] as const,
  );
  for (const [path, content] of [...files, [page, after] as const]) {
    writeWholeFile(path, content, { overwrite: true });
  }
  return [page, ...files.map(([path]) => path)];
}
