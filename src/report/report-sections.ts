/** The sections of a report below the course: what ended it, what was asked, what was said, what stands behind it. Pure. */
import { html, raw } from 'hono/html';
import {
  clockOf,
  episodeInWords,
  printable,
  resultInWords,
  verificationFact,
} from '../records/describe.ts';
import { headerOf, linesOf, summaryOf } from '../records/outcome.ts';
import type { RecordLine } from '../records/record-line.ts';
import { toldOnce } from '../records/repeats.ts';
import { skinInWords } from '../records/skin-words.ts';
import type { StoredRecord } from '../records/store.ts';
import { afterTreatment, hasReacted, plainWords } from '../words/plain-words.ts';
import type { PlainLanguage } from '../words/plain-words.ts';
import { restMinutesOf } from './skin-known.ts';
import type { Explanation } from './explanation.ts';
import { facts } from './report-facts.ts';
import type { Fact, Part } from './report-facts.ts';
import { lastMinuteFigure } from './report-figures.ts';
import { notKnown } from './report-words.ts';

/** Nothing ended these before their time; what a phase lacks is with the phases. */
const withoutTrouble = new Set(['completed', 'undelivered', 'declined']);

/** What ended it before its time; a treatment that went as planned has none. */
export function trouble(explanation: Explanation): Part | string {
  const { outcome, rule, ruleMeaning, reading, limit, moment, hazards, samples } = explanation;
  if (withoutTrouble.has(outcome)) return '';
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

export function before(lines: readonly RecordLine[]): Part | string {
  const screening = linesOf(lines, 'screening').at(-1);
  if (screening === undefined) return '';
  const { answeredBy, answers, reasons, clinician, overrideReason, admitted } = screening;
  const asked = answers.filter(({ answer }) => answer !== null).length;
  return html`<h2>Asked before</h2>
    ${facts([
      ['Screening', `${resultInWords(screening)}, ${admitted ? 'admitted' : 'not admitted'}`],
      ['Questions answered', `${asked} of ${answers.length}, by ${answeredBy}`],
      ...(clinician === null
        ? []
        : [['Decided by', `${clinician}: ${overrideReason ?? 'no reason recorded'}`] as const]),
    ])}
    <ul>
      ${reasons.map(({ text, open }) => html`<li>${printable(text)}${open ? ' (open)' : ''}</li>`)}
    </ul>`;
}

const languages: readonly PlainLanguage[] = ['en', 'de', 'es'];

/** A limit on everything: the record has them all. */
const mostEvents = 60;

/** What is said again and again is told once, when it was said first. */
export function during(lines: readonly RecordLine[]): Part | string {
  const told = new Map<string, { readonly firstS: number | null; readonly times: number }>();
  for (const { line, times } of toldOnce(lines)) {
    const words = wordsOf(line);
    if (words === null) continue;
    const known = told.get(words);
    told.set(words, { firstS: known?.firstS ?? line.t, times: (known?.times ?? 0) + times });
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

/** Moves of the session that somebody, or something, brought about. */
const ends = new Set([
  'PAUSE',
  'RESUME',
  'END_EARLY',
  'STOP',
  'PAUSE_EXPIRED',
  'LINK_LOST',
  'RESET',
]);

/** What a reader of a report wants to know of; null for what the table and the curve already say. */
function wordsOf(line: RecordLine): string | null {
  if (line.type === 'trip') return `TRIP ${line.rule}: ${line.message}`;
  if (line.type === 'warning') return `warning: ${line.message}${episodeInWords(line.episode)}`;
  if (line.type === 'note') return line.text;
  // That the skin was fine is what a treatment goes on with.
  if (line.type === 'skin' && line.answer !== 'fine')
    return `${skinInWords(line)}, says ${line.by}`;
  if (line.type !== 'state' || !ends.has(line.event)) return null;
  const event = line.event.toLowerCase().replaceAll('_', ' ');
  return `${event}${line.by === null ? '' : `, by ${line.by}`}`;
}

export function proof(record: StoredRecord): Part {
  const { lines } = record.verification;
  const { renamedFrom } = record;
  const header = headerOf(lines);
  const board = header?.board;
  const software = Object.entries(header?.software ?? {}).map((pair) => pair.join(' '));
  const truth = summaryOf(lines)?.plant;
  return html`<h2>What stands behind it</h2>
    ${facts([
      verificationFact(record),
      ...(renamedFrom === null ? [] : [['WARNING', `renamed, it was ${renamedFrom}`] as const]),
      ['Board', board === undefined ? notKnown : `${board.port}, ${board.firmware}`],
      ['Device number', board?.number ?? notKnown],
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

/** In every language of the page: who reads it may not be who printed it. */
export function forEverybody(lines: readonly RecordLine[], { delivered, skin }: Explanation): Part {
  const wasTreated = delivered.phases.length > 0;
  const restMinutes = restMinutesOf(lines);
  return html`${languages.map((language) => {
    const { afterTitle, reactionTitle, more, knownTitle, known } = plainWords[language];
    const after = [...afterTreatment(language, skin.known, restMinutes), ...more];
    return html`<section lang="${language}">
      ${
        wasTreated
          ? html`<h2>${hasReacted(skin.known) ? reactionTitle : afterTitle}</h2>
              <ol>
                ${after.map((text) => html`<li>${text}</li>`)}
              </ol>`
          : ''
      }
      <h2>${knownTitle}</h2>
      <p>${known.join(' ')}</p>
    </section>`;
  })}`;
}

export const signature = (): Part =>
  html`<p class="sign"><span>Skin after the treatment</span><span>Seen by, date</span></p>`;
