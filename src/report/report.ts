/**
 * One treatment as one page that a clinician files and a patient can read: how it ended first, in words, then what was
 * planned, what was given, the whole curve, and how far the record can be trusted. One HTML file that asks for nothing else,
 * made to be printed. Pure: the same record gives the same page.
 */
import { html, raw } from 'hono/html';
import { CompanionError } from '../errors.ts';
import { clockOf, nameOf, printable } from '../records/describe.ts';
import { phasesOf } from '../records/course.ts';
import type { SaidLater } from '../records/later-looks.ts';
import { headerOf, summaryOf } from '../records/outcome.ts';
import type { RecordLine } from '../records/record-line.ts';
import type { StoredRecord } from '../records/store.ts';
import { explain } from './explanation.ts';
import type { Explanation } from './explanation.ts';
import { facts } from './report-facts.ts';
import type { Part } from './report-facts.ts';
import { courseFigure } from './report-figures.ts';
import { before, during, forEverybody, proof, signature, trouble } from './report-sections.ts';
import { reportStyle } from './report-style.ts';
import { skinFacts } from './skin-known.ts';
import {
  coldFinishWords,
  doseWords,
  givenWords,
  measuredWords,
  notKnown,
  siteWords,
} from './report-words.ts';

/**
 * Only what is proven of the record is in the report.
 * @param looks what was said of the skin after the record was closed
 */
export function reportOf(record: StoredRecord, looks: readonly SaidLater[] = []): string {
  const { lines } = record.verification;
  const explanation = explain(record, looks);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Treatment ${printable(record.id)}: ${explanation.outcome}</title>
        <style>
          ${raw(reportStyle)}
        </style>
      </head>
      <body>
        <main>
          ${marksOf(lines)} ${ending(explanation)} ${given(explanation, lines)}
          <h2>The whole course</h2>
          ${raw(courseFigure(lines, phasesOf(lines)))} ${phaseTable(explanation)}
          ${trouble(explanation)} ${before(lines)} ${during(lines)} ${proof(record)} ${signature()}
          ${forEverybody(lines, explanation)}
        </main>
      </body>
    </html> `;
  // A promise only where a part of it is one; none is.
  if (page instanceof Promise) throw new CompanionError('DEFECT', { what: 'a report has to wait' });
  return `${page.toString().trim()}\n`;
}

function marksOf(lines: readonly RecordLine[]): Part {
  const header = headerOf(lines);
  const marks = [
    ...(header?.simulated === true ? ['SIMULATED: nobody was treated'] : []),
    ...(header?.bench === true ? ['BENCH RUN: no patient'] : []),
  ];
  return html`${marks.map((mark) => html`<p class="mark">${mark}</p>`)}`;
}

function ending({ id, outcome, reason, remedy }: Explanation): Part {
  return html`<p class="kicker">Heat and cold contrast treatment ${printable(id)}</p>
    <h1 class="${outcome === 'completed' ? 'well' : 'ill'}">${outcome.toUpperCase()}</h1>
    <p class="reason">${printable(reason)}</p>
    <p>What to do: ${printable(remedy)}</p>`;
}

function given({ delivered, skin }: Explanation, lines: readonly RecordLine[]): Part {
  const header = headerOf(lines);
  const length = summaryOf(lines)?.durationS ?? lines.at(-1)?.t ?? null;
  return html`<h2>In short</h2>
    <p>${givenWords(delivered)}</p>
    ${facts([
      ['Begun', header?.at?.replace('T', ' ').replace(/\.\d+Z$/, ' UTC') ?? notKnown],
      ['Length, all in all', clockOf(length)],
      ['Prescription', header === undefined ? notKnown : nameOf(header.prescription)],
      ['Where the plate lay', siteWords(header?.site)],
      ['Phases given in full', `${delivered.phasesInFull} of ${delivered.phasesPlanned ?? '?'}`],
      ['Cold finish', coldFinishWords(delivered.coldFinish)],
      ...doseWords(delivered, header?.limits),
      ...skinFacts(skin),
    ])}`;
}

function phaseTable({ delivered: { phases } }: Explanation): Part {
  if (phases.length === 0) return html`<p>No phase has begun.</p>`;
  const celsius = (value: number | null): string => (value === null ? '–' : value.toFixed(1));
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Phase</th>
        <th scope="col">Setpoint, °C</th>
        <th scope="col">From</th>
        <th scope="col">To</th>
        <th scope="col">Plate as read, °C</th>
        <th scope="col">At the setpoint, of what it owes</th>
      </tr>
    </thead>
    <tbody>
      ${phases.map(
        (span) =>
          html`<tr>
            <th scope="row">${span.phase}. ${span.kind}</th>
            <td>${celsius(span.setpointC)}</td>
            <td>${clockOf(span.fromS)}</td>
            <td>${clockOf(span.toS)}</td>
            <td>${celsius(span.plateMinC)} … ${celsius(span.plateMaxC)}</td>
            <td>${measuredWords(span)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
