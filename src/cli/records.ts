/** `contrast records`: list, show, verify and export what happened. */
import type { Command } from 'commander';
import { CompanionError } from '../errors.ts';
import { gapsIn } from '../records/chain.ts';
import { curvesOf, phasesOf } from '../records/course.ts';
import { clockOf, printable } from '../records/describe.ts';
import { csvOf, jsonOf, verificationFacts } from '../records/export.ts';
import { recordsFolderFor } from '../records/folder.ts';
import { looksAfter } from '../records/later-looks.ts';
import { headerOf, outcomeOf, summaryOf } from '../records/outcome.ts';
import { listRecords, readRecord } from '../records/store.ts';
import type { StoredRecord, UnreadableRecord } from '../records/store.ts';
import { writeWholeFile } from '../records/whole-file.ts';
import {
  doseFacts,
  endingLines,
  eventLines,
  factLines,
  headerFacts,
  phaseLines,
  verificationFact,
} from '../report/record-lines.ts';
import { laterInWords, nameIn } from '../report/record-words.ts';
import { reportOf } from '../report/report.ts';
import { reworded } from '../safety/reworded.ts';
import type { Tongue } from '../words/tongue.ts';
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
  json: (record: StoredRecord) => jsonOf(record),
  html: (record: StoredRecord, tongue: Tongue) => reportOf(record, looksAfter(record), tongue),
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
  const { tongue } = terminal;
  const { record: t } = tongue;
  const { records, older } = listRecords(
    folder,
    newest === undefined ? undefined : countOf(newest),
  );
  if (json === true) {
    terminal.out(JSON.stringify(records.map(listFacts)));
    return;
  }
  if (records.length === 0 && gapsIn(folder).length === 0) {
    terminal.out(t('list.none', { folder }));
    return;
  }
  const head = [t('list.id'), t('list.outcome'), t('list.length'), t('list.record')];
  const rows = [head, ...records.map((record) => listRow(tongue, record))];
  terminal.out(table(rows).join('\n'));
  if (older > 0) terminal.out(t('list.older', { count: older }));
  for (const { id, absence, namedBy } of gapsIn(folder)) {
    const by = namedBy === null ? t('list.thisFolder') : printable(namedBy);
    const words = { id: printable(id), by, absence: t(`absence.${absence}`) };
    terminal.err(t('list.absent', words));
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

function listRow(tongue: Tongue, record: StoredRecord | UnreadableRecord): string[] {
  const id = printable(record.id);
  const { record: t } = tongue;
  if ('problem' in record) {
    const problem = printable(reworded(tongue, record.problem));
    return [id, t('notKnown'), '', t('list.unreadable', { problem })];
  }
  const { lines, text } = record.verification;
  const header = headerOf(lines);
  const marks = [
    ...(header?.simulated === true ? [t('list.simulated')] : []),
    ...(header?.bench === true ? [t('list.bench')] : []),
    ...renamedWords(tongue, record),
  ];
  const length = summaryOf(lines)?.durationS ?? lines.at(-1)?.t ?? null;
  const outcome = nameIn(tongue, 'named', outcomeOf(record.verification).outcome);
  return [id, outcome, clockOf(length), [reworded(tongue, text), ...marks].join(', ')];
}

function renamedWords({ record: t }: Tongue, { renamedFrom }: StoredRecord): string[] {
  return renamedFrom === null ? [] : [t('list.renamed', { id: printable(renamedFrom) })];
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
  const { tongue } = terminal;
  const { record: t } = tongue;
  const facts = [
    verificationFact(tongue, record),
    ...headerFacts(tongue, lines),
    ...doseFacts(tongue, lines),
  ];
  const later = looksAfter(record).map((look) => laterInWords(tongue, look));
  return [
    ...endingLines(tongue, record),
    ...section(t('show.treatment', { id: printable(record.id) }), [
      ...factLines(facts),
      ...warningsOf(tongue, record),
    ]),
    ...section(t('show.phases'), phaseLines(tongue, phasesOf(lines))),
    ...section(t('show.plate'), plotOf(record, terminal, env)),
    ...section(t('show.events'), eventLines(tongue, lines)),
    ...section(t('show.later'), later),
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
  const { record: t } = terminal.tongue;
  return plotLines({
    series: [
      { name: t('plot.plateA'), values: curves.plateAC },
      { name: t('plot.plateB'), values: curves.plateBC },
      { name: t('plot.setpoint'), values: curves.setpointC, style: 'level' },
    ],
    width: Math.min(terminal.columns, 120) - 2,
    height: 14,
    yLabel: '°C',
    bands: phasesOf(lines).map(({ phase, kind, fromS, toS }) => ({
      label: `${phase} ${t(`kind.${kind}`)}`,
      from: fromS ?? 0,
      to: toS ?? seconds,
    })),
    xLabels: [clockOf(0), clockOf(seconds - 1)],
    colour: terminal.colour,
    ascii: !showsBraille(env),
  });
}

function warningsOf(tongue: Tongue, record: StoredRecord): string[] {
  const { record: t } = tongue;
  const { notUnderstood } = record.verification;
  const [first] = notUnderstood;
  const unknown =
    first === undefined ? [] : [t('show.newer', { count: notUnderstood.length, first })];
  const all = [...renamedWords(tongue, record), ...unknown];
  return all.map((text) => t('show.warning', { text }));
}

function verify(terminal: Terminal, record: StoredRecord): void {
  const { verdict, text, because, provenLines } = record.verification;
  const { tongue } = terminal;
  const words = { id: printable(record.id), verdict: reworded(tongue, text) };
  terminal.out(tongue.record('verify.line', words));
  for (const warning of warningsOf(tongue, record)) terminal.err(warning);
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
  const { tongue } = terminal;
  const { verdict, text, because, provenLines } = record.verification;
  if (verdict.kind !== 'intact') {
    terminal.err(
      tongue.record('export.damaged', {
        id: printable(record.id),
        verdict: reworded(tongue, text),
        because: reworded(tongue, because),
        lines: provenLines,
      }),
    );
  }
  for (const warning of warningsOf(tongue, record)) terminal.err(warning);
  const document = documents[format](record, tongue);
  if (out === undefined) {
    terminal.out(document.trimEnd());
  } else {
    writeWholeFile(out, document, { overwrite: force === true });
    terminal.out(tongue.record('export.wrote', { file: out }));
  }
}
