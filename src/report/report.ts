/**
 * One treatment as one page that a clinician files and a patient can read: how it ended first, in words, then what was
 * planned, what was given, the whole curve, and how far the record can be trusted. One HTML file that asks for nothing else,
 * made to be printed. Pure: the same record gives the same page.
 */
import { html, raw } from 'hono/html';
import { CompanionError } from '../errors.ts';
import { clockOf, printable } from '../records/describe.ts';
import { phasesOf } from '../records/course.ts';
import { headerOf, linesOf, summaryOf } from '../records/outcome.ts';
import type { LineOf, RecordLine } from '../records/record-line.ts';
import type { StoredRecord } from '../records/store.ts';
import { explain } from './explanation.ts';
import type { Explanation } from './explanation.ts';
import { courseFigure, lastMinuteFigure } from './report-figures.ts';
import { reportStyle } from './report-style.ts';
import { coldFinishWords, doseWords, givenWords, notKnown, siteWords } from './report-words.ts';

type Part = ReturnType<typeof html>;

/** Only what is proven of the record is in the report. */
export function reportOf(record: StoredRecord): string {
  const { lines } = record.verification;
  const explanation = explain(record);
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

type Fact = readonly [name: string, value: string];

const facts = (rows: readonly Fact[]): Part =>
  html`<dl>
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${printable(value)}</dd>
        </div>`,
    )}
  </dl>`;

function given({ delivered }: Explanation, lines: readonly RecordLine[]): Part {
  const header = headerOf(lines);
  const length = summaryOf(lines)?.durationS ?? lines.at(-1)?.t ?? null;
  return html`<h2>In short</h2>
    <p>${givenWords(delivered)}</p>
    ${facts([
      ['Begun', header?.at?.replace('T', ' ').replace(/\.\d+Z$/, ' UTC') ?? notKnown],
      ['Length, all in all', clockOf(length)],
      ['Prescription', nameOf(header)],
      ['Where the plate lay', siteWords(header?.site)],
      ['Phases given in full', `${delivered.phasesInFull} of ${delivered.phasesPlanned ?? '?'}`],
      ['Cold finish', coldFinishWords(delivered.coldFinish)],
      ...doseWords(delivered, header?.limits),
    ])}`;
}

const nameOf = (header: LineOf<'header'> | undefined): string => {
  const document = header?.prescription;
  return document !== undefined && 'name' in document && typeof document.name === 'string'
    ? document.name
    : notKnown;
};

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
      </tr>
    </thead>
    <tbody>
      ${phases.map(
        ({ phase, kind, setpointC, fromS, toS, plateMinC, plateMaxC }) =>
          html`<tr>
            <th scope="row">${phase}. ${kind}</th>
            <td>${celsius(setpointC)}</td>
            <td>${clockOf(fromS)}</td>
            <td>${clockOf(toS)}</td>
            <td>${celsius(plateMinC)} … ${celsius(plateMaxC)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** What ended it before its time; a treatment that went as planned has none. */
function trouble(explanation: Explanation): Part | string {
  const { outcome, rule, ruleMeaning, reading, limit, moment, hazards, samples } = explanation;
  if (outcome === 'completed' || outcome === 'declined') return '';
  const guards = hazards.map(({ id, name }) => `${id}: ${name ?? notKnown}`).join('; ');
  const rows: Fact[] = [
    ['When', clockOf(moment?.atS ?? null)],
    ['By', moment?.by ?? notKnown],
    ...(rule === null ? [] : [['Rule', `${rule} (${ruleMeaning ?? notKnown})`] as const]),
    ...(reading === null ? [] : [['Reading', reading] as const]),
    ...(limit === null ? [] : [['Limit', limit] as const]),
    ...(guards === '' ? [] : [['The rule guards against', guards] as const]),
  ];
  return html`<h2>What ended it</h2>
    ${facts(rows)} ${raw(lastMinuteFigure(samples))}`;
}

function before(lines: readonly RecordLine[]): Part | string {
  const screening = linesOf(lines, 'screening').at(-1);
  if (screening === undefined) return '';
  const { result, answeredBy, answers, reasons, clinician, overrideReason, admitted } = screening;
  const asked = answers.filter(({ answer }) => answer !== null).length;
  return html`<h2>Asked before</h2>
    ${facts([
      ['Screening', `${result}, ${admitted ? 'admitted' : 'not admitted'}`],
      ['Questions answered', `${asked} of ${answers.length}, by ${answeredBy}`],
      ...(clinician === null
        ? []
        : [['Decided by', `${clinician}: ${overrideReason ?? 'no reason recorded'}`] as const]),
    ])}
    <ul>
      ${reasons.map(({ text, open }) => html`<li>${printable(text)}${open ? ' (open)' : ''}</li>`)}
    </ul>`;
}

/** A limit on everything: the record has them all. */
const mostEvents = 60;

/** What is said again and again is told once, when it was said first. */
function during(lines: readonly RecordLine[]): Part | string {
  const told = new Map<string, { readonly firstS: number | null; readonly times: number }>();
  for (const line of lines) {
    const words = wordsOf(line);
    if (words === null) continue;
    const known = told.get(words);
    told.set(words, { firstS: known?.firstS ?? line.t, times: (known?.times ?? 0) + 1 });
  }
  if (told.size === 0) return '';
  const rows = Array.from(told, ([words, { firstS, times }]): Fact => [
    clockOf(firstS),
    times === 1 ? words : `${words} (${times} times, first at ${clockOf(firstS)})`,
  ]);
  const left = rows.length - mostEvents;
  return html`<h2>On the way</h2>
    ${facts(rows.slice(0, mostEvents))}
    ${left > 0 ? html`<p>And ${left} more, in the record.</p>` : ''}`;
}

/** What a reader of a report wants to know of; null for what the table and the curve already say. */
function wordsOf(line: RecordLine): string | null {
  if (line.type === 'trip') return `TRIP ${line.rule}: ${line.message}`;
  if (line.type === 'warning') return `warning: ${line.message}`;
  if (line.type === 'note') return line.text;
  const ends = new Set([
    'PAUSE',
    'RESUME',
    'END_EARLY',
    'STOP',
    'PAUSE_EXPIRED',
    'LINK_LOST',
    'RESET',
  ]);
  if (line.type !== 'state' || !ends.has(line.event)) return null;
  const event = line.event.toLowerCase().replaceAll('_', ' ');
  return `${event}${line.by === null ? '' : `, by ${line.by}`}`;
}

function proof({ id, verification, renamedFrom }: StoredRecord): Part {
  const { lines, text, because, provenLines, verdict } = verification;
  const header = headerOf(lines);
  const detail = verdict.kind === 'intact' ? '' : `; ${because}`;
  const board = header?.board;
  const software = Object.entries(header?.software ?? {}).map((pair) => pair.join(' '));
  const truth = summaryOf(lines)?.plant;
  return html`<h2>What stands behind it</h2>
    ${facts([
      ['Record', `${id}: ${text} (${provenLines} lines proven${detail})`],
      ...(renamedFrom === null ? [] : [['WARNING', `renamed, it was ${renamedFrom}`] as const]),
      ['Board', board === undefined ? notKnown : `${board.port}, ${board.firmware}`],
      ['Guard on the board', board?.guarded === true ? 'yes' : 'NO'],
      ['Software', software.join(', ') || notKnown],
      ...(truth === undefined
        ? []
        : [
            [
              'True plate (simulated)',
              `${truth.plateMinC?.toFixed(1) ?? '?'} … ${truth.plateMaxC?.toFixed(1) ?? '?'} °C`,
            ] as const,
          ]),
    ])}
    <p class="soft">
      Investigational bench software, not a cleared medical device. Temperatures are those of the
      plate, as its sensors read them; the skin under it follows.
    </p>`;
}

const signature = (): Part =>
  html`<p class="sign"><span>Skin after the treatment</span><span>Seen by, date</span></p>`;
