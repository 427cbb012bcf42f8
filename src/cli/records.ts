/** `contrast records`: list, show, verify and export what happened. */
import type { Command } from 'commander';
import { CompanionError } from '../errors.ts';
import { absenceWords, gapsIn } from '../records/chain.ts';
import { curvesOf, phasesOf } from '../records/course.ts';
import {
  clockOf,
  doseFacts,
  endingLines,
  eventLines,
  factLines,
  headerFacts,
  phaseLines,
  printable,
  verificationFact,
} from '../records/describe.ts';
import { csvOf, jsonOf, verificationFacts } from '../records/export.ts';
import { recordsFolderFor } from '../records/folder.ts';
import { looksAfter } from '../records/later-looks.ts';
import { headerOf, outcomeOf, summaryOf } from '../records/outcome.ts';
import { laterInWords } from '../records/skin-words.ts';
import { listRecords, readRecord } from '../records/store.ts';
import type { StoredRecord, UnreadableRecord } from '../records/store.ts';
import { writeWholeFile } from '../records/whole-file.ts';
import { reportOf } from '../report/report.ts';
import { plotLines } from './plot.ts';
import { showsBraille } from './terminal.ts';
import type { Environment, Terminal } from './terminal.ts';

interface FolderOptions {
  readonly records?: string;
}
interface JsonOptions extends FolderOptions {
  readonly json?: true;
}
interface ListOptions extends JsonOptions {
  readonly newest?: string;
}
interface ExportOptions extends FolderOptions {
  readonly format?: string;
  readonly out?: string;
  readonly force?: true;
}

/** Of `export`, in the order in which they are offered. */
const documents = {
  csv: ({ verification }: StoredRecord) => csvOf(verification.lines),
  json: jsonOf,
  html: (record: StoredRecord) => reportOf(record, looksAfter(record)),
} as const;
type Format = keyof typeof documents;
const formats = Object.keys(documents) as readonly Format[];

/**
 * Adds `contrast records …` to the program. Handlers throw `CompanionError`.
 * @param env where the default folder and the terminal's character set come from.
 */
export function registerRecords(
  program: Command,
  terminal: Terminal,
  env: Environment = process.env,
): void {
  const folderOf = ({ records }: FolderOptions): string => recordsFolderFor(records, env);
  const group = program.command('records').description('list, show, verify and export records');
  const folderOption = ['--records <dir>', 'folder of the records'] as const;

  group
    .command('list')
    .description('every record of the folder, newest first')
    .option(...folderOption)
    .option('--newest <count>', 'only so many')
    .option('--json', 'one JSON array')
    .action((options: ListOptions) => {
      list(terminal, folderOf(options), options);
    });
  group
    .command('show')
    .description('how a treatment ended and why, its phases, events, dose and temperatures')
    .argument('<id>', 'identifier, the beginning of one, or "latest"')
    .option(...folderOption)
    .option('--json', 'one JSON object')
    .action((id: string, options: JsonOptions) => {
      const record = readRecord(folderOf(options), id);
      terminal.out(
        options.json === true
          ? JSON.stringify(showFacts(record))
          : showLines(record, terminal, env).join('\n'),
      );
    });
  group
    .command('verify')
    .description('says whether a record is as it was written')
    .argument('<id>', 'identifier, the beginning of one, or "latest"')
    .option(...folderOption)
    .action((id: string, options: FolderOptions) => {
      verify(terminal, readRecord(folderOf(options), id));
    });
  group
    .command('export')
    .description('writes a record in another form')
    .argument('<id>', 'identifier, the beginning of one, or "latest"')
    .option(...folderOption)
    .option('--format <format>', 'csv (the curves), json (everything) or html (a report to print)')
    .option('--out <file>', 'write a file instead of standard output')
    .option('--force', 'replace the file if it is there')
    .action((id: string, options: ExportOptions) => {
      const format = formatOf(options.format);
      exportRecord(terminal, readRecord(folderOf(options), id), format, options);
    });
}

function list(terminal: Terminal, folder: string, { json, newest }: ListOptions): void {
  const { records, older } = listRecords(
    folder,
    newest === undefined ? undefined : countOf(newest),
  );
  if (json === true) {
    terminal.out(JSON.stringify(records.map(listFacts)));
    return;
  }
  if (records.length === 0 && gapsIn(folder).length === 0) {
    terminal.out(`There are no records in ${folder}.`);
    return;
  }
  const rows = [['id', 'outcome', 'length', 'record'], ...records.map(listRow)];
  terminal.out(table(rows).join('\n'));
  if (older > 0) terminal.out(`${older} older not shown.`);
  for (const { id, absence, namedBy } of gapsIn(folder)) {
    const by = namedBy === null ? 'this folder' : printable(namedBy);
    terminal.err(
      `WARNING: the record ${printable(id)}, which ${by} names, ${absenceWords[absence]}.`,
    );
  }
}

function countOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new CompanionError('USAGE', {
    what: `"${text}" is not a number of records`,
    where: '--newest',
    fix: 'Give a whole number from 1.',
  });
}

function listRow(record: StoredRecord | UnreadableRecord): string[] {
  const id = printable(record.id);
  if ('problem' in record) return [id, 'not known', '', `unreadable: ${printable(record.problem)}`];
  const { lines, text } = record.verification;
  const header = headerOf(lines);
  const marks = [
    ...(header?.simulated === true ? ['simulated'] : []),
    ...(header?.bench === true ? ['bench'] : []),
    ...renamedWords(record),
  ];
  const length = summaryOf(lines)?.durationS ?? lines.at(-1)?.t ?? null;
  return [id, outcomeOf(record.verification).outcome, clockOf(length), [text, ...marks].join(', ')];
}

function renamedWords({ renamedFrom }: StoredRecord): string[] {
  return renamedFrom === null ? [] : [`renamed, it was ${printable(renamedFrom)}`];
}

function listFacts(record: StoredRecord | UnreadableRecord): object {
  if ('problem' in record) return record;
  const { lines } = record.verification;
  const header = headerOf(lines);
  const summary = summaryOf(lines);
  return {
    id: record.id,
    path: record.path,
    ...outcomeOf(record.verification),
    startedAt: header?.at ?? null,
    simulated: header?.simulated ?? null,
    bench: header?.bench ?? null,
    durationS: summary?.durationS ?? null,
    cem43Min: summary?.cem43Min ?? null,
    coldMinutes: summary?.coldMinutes ?? null,
    verification: verificationFacts(record),
  };
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function showFacts(record: StoredRecord): object {
  const { lines } = record.verification;
  return {
    id: record.id,
    path: record.path,
    ...outcomeOf(record.verification),
    verification: verificationFacts(record),
    header: headerOf(lines) ?? null,
    phases: phasesOf(lines),
    events: lines.filter(({ type }) => !['header', 'sample', 'summary'].includes(type)),
    skinLater: looksAfter(record),
    summary: summaryOf(lines) ?? null,
  };
}

function showLines(record: StoredRecord, terminal: Terminal, env: Environment): string[] {
  const { lines } = record.verification;
  const facts = [verificationFact(record), ...headerFacts(lines), ...doseFacts(lines)];
  return [
    ...endingLines(record),
    ...section(`Treatment ${printable(record.id)}`, [...factLines(facts), ...warningsOf(record)]),
    ...section('Phases', phaseLines(phasesOf(lines))),
    ...section('Plate', plotOf(record, terminal, env)),
    ...section('Events', eventLines(lines)),
    ...section('Twenty minutes later', looksAfter(record).map(laterInWords)),
  ];
}

function section(title: string, body: readonly string[]): string[] {
  return body.length === 0 ? [] : ['', title, ...body.map((line) => `  ${line}`)];
}

function plotOf(record: StoredRecord, terminal: Terminal, env: Environment): string[] {
  const { lines } = record.verification;
  const curves = curvesOf(lines);
  const seconds = curves.plateAC.length;
  if (seconds === 0) return [];
  return plotLines({
    series: [
      { name: 'plate A', values: curves.plateAC },
      { name: 'plate B', values: curves.plateBC },
      { name: 'setpoint', values: curves.setpointC, style: 'level' },
    ],
    width: Math.min(terminal.columns, 120) - 2,
    height: 14,
    yLabel: '°C',
    bands: phasesOf(lines).map(({ phase, kind, fromS, toS }) => ({
      label: `${phase} ${kind}`,
      from: fromS ?? 0,
      to: toS ?? seconds,
    })),
    xLabels: [clockOf(0), clockOf(seconds - 1)],
    colour: terminal.colour,
    ascii: !showsBraille(env),
  });
}

function warningsOf(record: StoredRecord): string[] {
  const { notUnderstood } = record.verification;
  const unknown =
    notUnderstood.length === 0
      ? []
      : [`${notUnderstood.length} lines are of a newer version, the first is ${notUnderstood[0]}`];
  return [...renamedWords(record), ...unknown].map((words) => `WARNING: ${words}`);
}

function verify(terminal: Terminal, record: StoredRecord): void {
  const { verdict, text, because, provenLines } = record.verification;
  terminal.out(`${printable(record.id)}: ${text}`);
  for (const warning of warningsOf(record)) terminal.err(warning);
  if (verdict.kind === 'intact') return;
  throw new CompanionError('RECORD_DAMAGED', {
    what: `the record is ${text}: ${because}`,
    where: record.path,
    fix: `Its first ${provenLines} lines are as written; compare the rest with a backup copy.`,
  });
}

function formatOf(wanted: string | undefined): Format {
  const format = formats.find((known) => known === wanted);
  if (format !== undefined) return format;
  throw new CompanionError('USAGE', {
    what:
      wanted === undefined ? 'no format is chosen' : `"${wanted}" is not a format of this build`,
    where: '--format',
    fix: `This build offers ${formats.join(', ')}.`,
  });
}

function exportRecord(
  terminal: Terminal,
  record: StoredRecord,
  format: Format,
  { out, force }: ExportOptions,
): void {
  const { verdict, text, because, provenLines } = record.verification;
  if (verdict.kind !== 'intact') {
    terminal.err(
      `WARNING: record ${printable(record.id)} is ${text} (${because}). Only its first ` +
        `${provenLines} lines are proven, and only they are exported.`,
    );
  }
  for (const warning of warningsOf(record)) terminal.err(warning);
  const document = documents[format](record);
  if (out === undefined) {
    terminal.out(document.trimEnd());
  } else {
    writeWholeFile(out, document, { overwrite: force === true });
    terminal.out(`Wrote ${out}`);
  }
}
