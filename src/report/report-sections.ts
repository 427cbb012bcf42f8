/** The sections of a report below the course: what ended it, what was asked, what was said, what stands behind it. Pure. */
import { html, raw } from 'hono/html';
import { clockOf, printable } from '../records/describe.ts';
import { headerOf, linesOf, summaryOf } from '../records/outcome.ts';
import type { RecordLine } from '../records/record-line.ts';
import { toldOnce } from '../records/repeats.ts';
import type { StoredRecord } from '../records/store.ts';
import { reworded } from '../safety/reworded.ts';
import { hazardIn } from '../safety/spoken.ts';
import { languages } from '../words/language.ts';
import { afterTreatment, hasReacted, plainWords } from '../words/plain-words.ts';
import type { Tongue } from '../words/tongue.ts';
import { verificationFact } from './record-lines.ts';
import {
  episodeInWords,
  heldIn,
  resultInWords,
  sentenceIn,
  skinInWords,
  whoIn,
} from './record-words.ts';
import { restMinutesOf } from './skin-known.ts';
import type { Explanation } from './explanation.ts';
import { facts } from './report-facts.ts';
import type { Fact, Part } from './report-facts.ts';
import { lastMinuteFigure } from './report-figures.ts';

/** Nothing ended these before their time; what a phase lacks is with the phases. */
const withoutTrouble = new Set(['completed', 'undelivered', 'declined']);

/** What ended it before its time; a treatment that went as planned has none. */
export function trouble(tongue: Tongue, explanation: Explanation): Part | string {
  const { report: t, record } = tongue;
  const { outcome, rule, ruleMeaning, moment, hazards, samples } = explanation;
  const { reading, limit } = heldIn(tongue, explanation);
  if (withoutTrouble.has(outcome)) return '';
  const notKnown = record('notKnown');
  const guards = hazards
    .map(({ id, name }) => `${id}: ${hazardIn(tongue, id) ?? name ?? notKnown}`)
    .join('; ');
  const said = (text: string | null): string => (text === null ? notKnown : reworded(tongue, text));
  const by = moment?.by ?? null;
  const rows: Fact[] = [
    [record('why.when'), clockOf(moment?.atS ?? null)],
    [record('why.by'), by === null ? notKnown : whoIn(tongue, by)],
    ...(rule === null ? [] : [[record('fact.rule'), `${rule} (${said(ruleMeaning)})`] as const]),
    ...(reading === null ? [] : [[record('why.reading'), said(reading)] as const]),
    ...(limit === null ? [] : [[record('why.limit'), said(limit)] as const]),
    ...(guards === '' ? [] : [[t('trouble.guards'), guards] as const]),
  ];
  return html`<h2>${t('trouble.title')}</h2>
    ${facts(rows)} ${raw(lastMinuteFigure(tongue, samples))}`;
}

export function before(tongue: Tongue, lines: readonly RecordLine[]): Part | string {
  const { report: t, record } = tongue;
  const screening = linesOf(lines, 'screening').at(-1);
  if (screening === undefined) return '';
  const { answeredBy, answers, reasons, clinician, overrideReason, admitted } = screening;
  const asked = answers.filter(({ answer }) => answer !== null).length;
  const result = resultInWords(tongue, screening);
  const name = whoIn(tongue, answeredBy);
  const reason = overrideReason ?? record('event.noReason');
  return html`<h2>${t('before.title')}</h2>
    ${facts([
      [
        t('before.screening'),
        t('before.result', {
          result,
          admitted: t(admitted ? 'before.admitted' : 'before.notAdmitted'),
        }),
      ],
      [
        t('before.answered'),
        t('before.answeredWords', { given: asked, total: answers.length, name }),
      ],
      ...(clinician === null
        ? []
        : [
            [t('before.decidedBy'), t('before.decidedWords', { name: clinician, reason })] as const,
          ]),
    ])}
    <ul>
      ${reasons.map(({ text, open }) => {
        const words = printable(reworded(tongue, text));
        return html`<li>${open ? t('before.open', { text: words }) : words}</li>`;
      })}
    </ul>`;
}

/** A limit on everything: the record has them all. */
const mostEvents = 60;

/** What is said again and again is told once, when it was said first. */
export function during(tongue: Tongue, lines: readonly RecordLine[]): Part | string {
  const { report: t } = tongue;
  const told = new Map<string, { readonly firstS: number | null; readonly times: number }>();
  for (const { line, times } of toldOnce(lines)) {
    const words = wordsOf(tongue, line);
    if (words === null) continue;
    const known = told.get(words);
    told.set(words, { firstS: known?.firstS ?? line.t, times: (known?.times ?? 0) + times });
  }
  if (told.size === 0) return '';
  const rows = Array.from(told, ([text, { firstS, times: count }]): Fact => {
    const at = clockOf(firstS);
    return [at, count === 1 ? text : t('during.times', { text, count, at })];
  });
  const left = rows.length - mostEvents;
  return html`<h2>${t('during.title')}</h2>
    ${facts(rows.slice(0, mostEvents))}
    ${left > 0 ? html`<p>${t('during.more', { count: left })}</p>` : ''}`;
}

/** Moves of the session that somebody, or something, brought about. */
const ends = [
  'PAUSE',
  'RESUME',
  'END_EARLY',
  'STOP',
  'PAUSE_EXPIRED',
  'LINK_LOST',
  'RESET',
] as const;

/** What a reader of a report wants to know of; null for what the table and the curve already say. */
function wordsOf(tongue: Tongue, line: RecordLine): string | null {
  const { report: t } = tongue;
  if (line.type === 'trip')
    return t('during.trip', { rule: line.rule, message: sentenceIn(tongue, line) });
  if (line.type === 'warning') {
    const message = sentenceIn(tongue, line);
    return t('during.warning', { message, episode: episodeInWords(tongue, line.episode) });
  }
  if (line.type === 'note') return reworded(tongue, line.text);
  // That the skin was fine is what a treatment goes on with.
  if (line.type === 'skin' && line.answer !== 'fine')
    return t('during.skin', { said: skinInWords(tongue, line), name: whoIn(tongue, line.by) });
  if (line.type !== 'state') return null;
  const event = ends.find((one) => one === line.event);
  if (event === undefined) return null;
  const by = line.by === null ? '' : tongue.record('by.added', { name: whoIn(tongue, line.by) });
  return `${t(`event.${event}`)}${by}`;
}

export function proof(tongue: Tongue, stored: StoredRecord): Part {
  const { report: t, record, decimal } = tongue;
  const { lines } = stored.verification;
  const { renamedFrom } = stored;
  const header = headerOf(lines);
  const board = header?.board;
  const software = Object.entries(header?.software ?? {}).map((pair) => pair.join(' '));
  const truth = summaryOf(lines)?.plant;
  const notKnown = record('notKnown');
  const celsius = (value: number | null): string => (value === null ? '?' : decimal(value, 1));
  return html`<h2>${t('proof.title')}</h2>
    ${facts([
      verificationFact(tongue, stored),
      ...(renamedFrom === null
        ? []
        : [[record('why.warning'), t('proof.renamed', { id: renamedFrom })] as const]),
      [
        record('fact.board'),
        board === undefined
          ? notKnown
          : [board.port, board.firmware].map((text) => reworded(tongue, text)).join(', '),
      ],
      [t('proof.deviceNumber'), board?.number ?? notKnown],
      [t('proof.guard'), board?.guarded === true ? record('yes') : t('proof.guardNo')],
      [record('fact.software'), software.join(', ') || notKnown],
      ...(truth === undefined
        ? []
        : [
            [
              t('proof.truePlate'),
              `${celsius(truth.plateMinC)} … ${celsius(truth.plateMaxC)} °C`,
            ] as const,
          ]),
    ])}
    <p class="soft">${t('proof.notCleared')}</p>`;
}

/**
 * A report in English is for whoever may read it: it says this in every language of the page, since who reads it may not be
 * who printed it. Whoever chooses another language gets a report in that one.
 */
export function forEverybody(
  tongue: Tongue,
  lines: readonly RecordLine[],
  { delivered, skin }: Explanation,
): Part {
  const wasTreated = delivered.phases.length > 0;
  const restMinutes = restMinutesOf(lines);
  const told = tongue.language === 'en' ? languages : [tongue.language];
  return html`${told.map((language) => {
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

export const signature = ({ report: t }: Tongue): Part =>
  html`<p class="sign"><span>${t('sign.skin')}</span><span>${t('sign.seen')}</span></p>`;
