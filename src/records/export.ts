/** Records as CSV and as one JSON document. Pure. */
import { headerOf, linesOf, summaryOf } from './outcome.ts';
import type { LineOf, RecordLine } from './record-line.ts';
import type { StoredRecord } from './store.ts';

type Sample = LineOf<'sample'>;

/**
 * The columns, in order, each with its cell. Decimals keep far more than the device can resolve: a
 * 10-bit converter step is about 0.1 °C, a PWM step 0.004 of full drive, and a second at 38 °C adds
 * 0.00002 min to the dose (Sapareto & Dewey 1984).
 */
const columns: readonly (readonly [name: string, cell: (sample: Sample) => string])[] = [
  ['t_s', (sample) => decimal(sample.t, 3)],
  ['state', (sample) => quoted(sample.state)],
  ['phase', (sample) => decimal(sample.phase === 0 ? null : sample.phase, 0)],
  ['setpoint_c', (sample) => decimal(sample.setpointC, 3)],
  ['plate_a_c', (sample) => decimal(sample.plateAC, 3)],
  ['plate_b_c', (sample) => decimal(sample.plateBC, 3)],
  ['heatsink_c', (sample) => decimal(sample.heatsinkC, 3)],
  ['drive', (sample) => decimal(sample.drive, 4)],
  ['cem43_min', (sample) => decimal(sample.cem43Min, 6)],
];

/** A row per sample, an empty cell where there is no valid value, lines end in a line feed. */
export function csvOf(lines: readonly RecordLine[]): string {
  const rows = linesOf(lines, 'sample').map((sample) => columns.map(([, cell]) => cell(sample)));
  return [columns.map(([name]) => name), ...rows].map((row) => `${row.join(',')}\n`).join('');
}

function decimal(value: number | null, digits: number): string {
  if (value === null) return '';
  const cell = value.toFixed(digits);
  return Number(cell) === 0 ? cell.replace('-', '') : cell;
}

/**
 * Quoting of RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe first;
 * numbers are written by `decimal` and may begin with a minus.
 */
function quoted(text: string): string {
  const harmless = /^\s*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** How far the record can be trusted, for a program that reads it. */
export function verificationFacts(record: StoredRecord): object {
  const { verification, renamedFrom } = record;
  return {
    verdict: verification.text,
    because: verification.because,
    provenLines: verification.provenLines,
    notUnderstoodLines: verification.notUnderstood,
    renamedFrom,
  };
}

/** The whole proven record as one JSON document; one event or sample on a line. */
export function jsonOf(record: StoredRecord): string {
  const { lines } = record.verification;
  const events = lines.filter(({ type }) => !['header', 'sample', 'summary'].includes(type));
  const members = [
    ['id', JSON.stringify(record.id)],
    ['verification', JSON.stringify(verificationFacts(record))],
    ['header', JSON.stringify(headerOf(lines) ?? null)],
    ['events', arrayText(events)],
    ['samples', arrayText(linesOf(lines, 'sample'))],
    ['summary', JSON.stringify(summaryOf(lines) ?? null)],
  ] as const;
  return `{\n${members.map(([name, text]) => `"${name}":${text}`).join(',\n')}\n}\n`;
}

function arrayText(items: readonly object[]): string {
  if (items.length === 0) return '[]';
  return `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}
