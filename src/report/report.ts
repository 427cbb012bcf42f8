/**
 * One treatment as one page that a clinician files and a patient can read: how it ended first, in words, then what was
 * planned, what was given, the whole curve, and how far the record can be trusted. One HTML file that asks for nothing else,
 * made to be printed. Pure: the same record gives the same page.
 */
import { html, raw } from 'hono/html';
import { CompanionError } from '../errors.ts';
import { clockOf, printable } from '../records/describe.ts';
import { phasesOf } from '../records/course.ts';
import type { SaidLater } from '../records/later-looks.ts';
import { headerOf, summaryOf } from '../records/outcome.ts';
import type { RecordLine } from '../records/record-line.ts';
import type { StoredRecord } from '../records/store.ts';
import { reworded } from '../safety/reworded.ts';
import { english } from '../words/tongue.ts';
import type { Tongue } from '../words/tongue.ts';
import { explain } from './explanation.ts';
import type { Explanation } from './explanation.ts';
import { facts } from './report-facts.ts';
import type { Part } from './report-facts.ts';
import { prescriptionName } from './record-lines.ts';
import { nameIn, reasonIn } from './record-words.ts';
import { courseFigure } from './report-figures.ts';
import { before, during, forEverybody, proof, signature, trouble } from './report-sections.ts';
import { reportStyle } from './report-style.ts';
import { skinFacts } from './skin-known.ts';
import {
  coldFinishWords,
  doseWords,
  givenWords,
  measuredWords,
  siteWords,
} from './report-words.ts';

/**
 * Only what is proven of the record is in the report.
 * @param looks what was said of the skin after the record was closed
 * @param tongue English where nobody says which
 */
export function reportOf(
  record: StoredRecord,
  looks: readonly SaidLater[] = [],
  tongue: Tongue = english,
): string {
  const { lines } = record.verification;
  const explanation = explain(record, looks);
  const outcome = nameIn(tongue, 'named', explanation.outcome);
  const page = html`<!doctype html>
    <html lang="${tongue.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${tongue.report('title', { id: printable(record.id), outcome })}</title>
        <style>
          ${raw(reportStyle)}
        </style>
      </head>
      <body>
        <main>
          ${marksOf(tongue, lines)} ${ending(tongue, explanation)}
          ${given(tongue, explanation, lines)}
          <h2>${tongue.report('course.title')}</h2>
          ${raw(courseFigure(tongue, lines, phasesOf(lines)))} ${phaseTable(tongue, explanation)}
          ${trouble(tongue, explanation)} ${before(tongue, lines)} ${during(tongue, lines)}
          ${proof(tongue, record)} ${signature(tongue)} ${forEverybody(tongue, lines, explanation)}
        </main>
      </body>
    </html> `;
  // A promise only where a part of it is one; none is.
  if (page instanceof Promise) throw new CompanionError('DEFECT', { what: 'a report has to wait' });
  return `${page.toString().trim()}\n`;
}

function marksOf({ report: t }: Tongue, lines: readonly RecordLine[]): Part {
  const header = headerOf(lines);
  const marks = [
    ...(header?.simulated === true ? [t('mark.simulated')] : []),
    ...(header?.bench === true ? [t('mark.bench')] : []),
  ];
  return html`${marks.map((mark) => html`<p class="mark">${mark}</p>`)}`;
}

function ending(tongue: Tongue, { id, outcome, reason, why, remedy }: Explanation): Part {
  const name = nameIn(tongue, 'named', outcome).toUpperCase();
  return html`<p class="kicker">${tongue.report('kicker', { id: printable(id) })}</p>
    <h1 class="${outcome === 'completed' ? 'well' : 'ill'}">${name}</h1>
    <p class="reason">${printable(reasonIn(tongue, { reason, why }))}</p>
    <p>${tongue.record('why.do', { remedy: printable(reworded(tongue, remedy)) })}</p>`;
}

function given(
  tongue: Tongue,
  { delivered, skin }: Explanation,
  lines: readonly RecordLine[],
): Part {
  const { report: t, record } = tongue;
  const header = headerOf(lines);
  const length = summaryOf(lines)?.durationS ?? lines.at(-1)?.t ?? null;
  const { phasesInFull, phasesPlanned } = delivered;
  const notKnown = record('notKnown');
  return html`<h2>${t('short.title')}</h2>
    <p>${givenWords(tongue, delivered)}</p>
    ${facts([
      [t('short.begun'), header?.at?.replace('T', ' ').replace(/\.\d+Z$/, ' UTC') ?? notKnown],
      [t('short.length'), clockOf(length)],
      [
        record('fact.prescription'),
        header === undefined ? notKnown : prescriptionName(tongue, header.prescription),
      ],
      [t('short.where'), siteWords(tongue, header?.site)],
      [
        t('short.inFull'),
        t('short.inFullWords', { given: phasesInFull, planned: phasesPlanned ?? '?' }),
      ],
      [record('fact.coldFinish'), coldFinishWords(tongue, delivered.coldFinish)],
      ...doseWords(tongue, delivered, header?.limits),
      ...skinFacts(tongue, skin),
    ])}`;
}

function phaseTable(tongue: Tongue, { delivered: { phases } }: Explanation): Part {
  const { report: t, record, decimal } = tongue;
  if (phases.length === 0) return html`<p>${t('phases.none')}</p>`;
  const celsius = (value: number | null): string => (value === null ? '–' : decimal(value, 1));
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${t('phases.phase')}</th>
        <th scope="col">${t('phases.setpoint')}</th>
        <th scope="col">${t('phases.from')}</th>
        <th scope="col">${t('phases.to')}</th>
        <th scope="col">${t('phases.plate')}</th>
        <th scope="col">${t('phases.owed')}</th>
      </tr>
    </thead>
    <tbody>
      ${phases.map(
        (span) =>
          html`<tr>
            <th scope="row">
              ${t('phases.row', { number: span.phase, kind: record(`kind.${span.kind}`) })}
            </th>
            <td>${celsius(span.setpointC)}</td>
            <td>${clockOf(span.fromS)}</td>
            <td>${clockOf(span.toS)}</td>
            <td>${celsius(span.plateMinC)} … ${celsius(span.plateMaxC)}</td>
            <td>${measuredWords(tongue, span)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
