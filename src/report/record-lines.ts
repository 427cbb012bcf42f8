/** A record line by line, for a person at a terminal. Pure. */
import type { PhaseSpan } from '../records/course.ts';
import { clockOf, nameOf, printable } from '../records/describe.ts';
import { heldWords } from '../records/held.ts';
import { headerOf, linesOf, outcomeOf, summaryOf } from '../records/outcome.ts';
import type { LineOf, RecordLine } from '../records/record-line.ts';
import { toldOnce } from '../records/repeats.ts';
import type { StoredRecord } from '../records/store.ts';
import { reworded, tellerFor } from '../safety/reworded.ts';
import { presetIn, siteNameIn } from '../safety/spoken.ts';
import type { Tongue } from '../words/tongue.ts';
import {
  boardKindIn,
  coldInWords,
  episodeInWords,
  measureIn,
  nameIn,
  reasonIn,
  resultInWords,
  sentenceIn,
  skinInWords,
  whoIn,
} from './record-words.ts';

type Fact = readonly [name: string, value: string];

/** Names in one column, values in the next. */
export function factLines(facts: readonly Fact[]): string[] {
  const width = Math.max(0, ...facts.map(([name]) => name.length));
  return facts.map(([name, value]) => `${name.padEnd(width)}  ${printable(value)}`);
}

/** How it ended, and why: always the first thing to read. */
export function endingLines(tongue: Tongue, record: StoredRecord): string[] {
  const { record: t } = tongue;
  const { outcome, reason } = outcomeOf(record.verification);
  const summary = summaryOf(record.verification.lines);
  const name = nameIn(tongue, 'named', outcome).toUpperCase();
  const why = summary?.reason === reason ? summary.why : undefined;
  const lines = [`${name}: ${printable(reasonIn(tongue, { reason, why }))}`];
  if (summary === undefined) return lines;
  if (summary.rule !== null) lines.push(`${t('fact.rule')}: ${printable(summary.rule)}`);
  lines.push(`${t('fact.coldFinish')}: ${coldFinishInWords(tongue, summary.coldFinish)}`);
  return lines;
}

function coldFinishInWords(tongue: Tongue, coldFinish: LineOf<'summary'>['coldFinish']): string {
  const { record: t } = tongue;
  if (typeof coldFinish === 'string') return printable(reworded(tongue, coldFinish));
  if (coldFinish === null) return t('coldFinish.none');
  return t(coldFinish ? 'coldFinish.yes' : 'coldFinish.no');
}

export function verificationFact(tongue: Tongue, record: StoredRecord): Fact {
  const { record: t } = tongue;
  const { text, because, provenLines: lines, verdict } = record.verification;
  const said = { verdict: reworded(tongue, text), lines };
  return [
    t('fact.record'),
    verdict.kind === 'intact'
      ? t('fact.proven', said)
      : t('fact.provenBecause', { ...said, because: reworded(tongue, because) }),
  ];
}

/** A ready-made one in the language of the reader, somebody's own by its own name. */
export const prescriptionName = (tongue: Tongue, prescription: object): string =>
  presetIn(tongue, nameOf(prescription));

export function headerFacts(tongue: Tongue, lines: readonly RecordLine[]): Fact[] {
  const { record: t } = tongue;
  const header = headerOf(lines);
  if (header === undefined) return [[t('fact.header'), t('fact.noHeader')]];
  const { board } = header;
  const software = Object.entries(header.software).map(([name, version]) => `${name} ${version}`);
  const port = reworded(tongue, board.port);
  const guarded = t(board.guarded ? 'fact.guarded' : 'fact.unguarded');
  const seed = header.seed === null ? t('fact.noSeed') : String(header.seed);
  return [
    [t('fact.started'), header.at ?? t('notKnown')],
    [
      t('fact.board'),
      t('fact.boardWords', { port, kind: boardKindIn(tongue, board.kind), guarded }),
    ],
    [t('fact.firmware'), reworded(tongue, board.firmware)],
    ...deviceFacts(tongue, board),
    ...(header.simulated ? [[t('fact.simulated'), t('fact.simulatedYes', { seed })] as const] : []),
    ...(header.bench ? [[t('fact.bench'), t('fact.benchYes')] as const] : []),
    [t('fact.prescription'), prescriptionName(tongue, header.prescription)],
    [t('fact.limits'), reworded(tongue, nameOf(header.limits))],
    [t('fact.software'), software.join(', ')],
  ];
}

/** Older records say nothing of it. */
function deviceFacts({ record: t }: Tongue, { number, begun }: LineOf<'header'>['board']): Fact[] {
  if (number === undefined) return [];
  if (number === null) return [[t('fact.device'), t('fact.noNumber')]];
  return [
    [
      t('fact.device'),
      begun === undefined
        ? t('fact.number', { number })
        : t('fact.numberAndCount', { number, begun: String(begun) }),
    ],
  ];
}

export function doseFacts(tongue: Tongue, lines: readonly RecordLine[]): Fact[] {
  const { record: t } = tongue;
  const summary = summaryOf(lines);
  const dose = linesOf(lines, 'dose').at(-1);
  const sample = linesOf(lines, 'sample').at(-1);
  const cem43Min = summary?.cem43Min ?? sample?.cem43Min ?? dose?.cem43Min;
  const coldMinutes = summary?.coldMinutes ?? sample?.coldMin ?? dose?.coldMinutes;
  const truth = summary?.plant;
  const facts: Fact[] = [
    [t('fact.length'), clockOf(summary?.durationS ?? lines.at(-1)?.t ?? null)],
    [t('fact.heatDose'), `${measureIn(tongue, cem43Min, 3, 'min')} CEM43`],
    [t('fact.cold'), coldInWords(tongue, coldMinutes, summary?.coldDegreeMinutes)],
  ];
  if (truth === undefined) return facts;
  const words = t('fact.trueWords', {
    max: measureIn(tongue, truth.plateMaxC, 2, '°C'),
    maxAt: clockOf(truth.atMaxS),
    min: measureIn(tongue, truth.plateMinC, 2, '°C'),
    minAt: clockOf(truth.atMinS),
  });
  return [...facts, [t('fact.truePlate'), words]];
}

/** Of what it owed, as measured; empty where the record does not say. */
function deliveredInWords(
  { record: t, decimal }: Tongue,
  { owedMin, inBandMin, delivered }: PhaseSpan,
): string {
  if (owedMin === null || inBandMin === null) return '';
  const missed = delivered === false ? t('phase.missed') : '';
  return `${t('phase.there', { given: decimal(inBandMin, 1), owed: decimal(owedMin, 1) })}${missed}`;
}

export function phaseLines(tongue: Tongue, phases: readonly PhaseSpan[]): string[] {
  const { record: t, decimal } = tongue;
  return phases.map((span) => {
    const times = `${clockOf(span.fromS)} – ${clockOf(span.toS)}`;
    const plate =
      span.plateMinC === null || span.plateMaxC === null
        ? t('noReading')
        : t('phase.plate', {
            min: decimal(span.plateMinC, 1),
            max: decimal(span.plateMaxC, 1),
          });
    const setpoint = measureIn(tongue, span.setpointC, 1, '°C');
    return [
      String(span.phase).padStart(3),
      t(`kind.${span.kind}`).padEnd(4),
      setpoint.padStart(9),
      times.padEnd(19),
      `${plate}${deliveredInWords(tongue, span)}`,
    ].join('  ');
  });
}

/** One line per event, with its time, a repeated warning once; samples are left to the plot. */
export function eventLines(tongue: Tongue, lines: readonly RecordLine[]): string[] {
  return toldOnce(lines).flatMap(({ line, times, lastS }) => {
    const words = eventInWords(tongue, line);
    const again =
      times === 1 ? '' : `  ${tongue.record('event.again', { count: times, at: clockOf(lastS) })}`;
    return words === '' ? [] : [`${clockOf(line.t).padStart(8)}  ${printable(words)}${again}`];
  });
}

/** Empty for a line that is no event. */
function eventInWords(tongue: Tongue, line: RecordLine): string {
  const { record: t } = tongue;
  const by = (name: string | null): string =>
    name === null ? '' : t('by.added', { name: whoIn(tongue, name) });
  switch (line.type) {
    case 'header':
    case 'sample':
    case 'summary':
      return '';
    case 'state':
      return t('event.state', {
        from: nameIn(tongue, 'state', line.from ?? 'start'),
        to: nameIn(tongue, 'state', line.to),
        event: nameIn(tongue, 'event', line.event),
        by: by(line.by),
      });
    case 'phase':
      return t('event.phase', {
        number: line.phase,
        kind: t(`kind.${line.kind}`),
        setpoint: measureIn(tongue, line.setpointC, 1, '°C'),
      });
    case 'screening':
      return screeningInWords(tongue, line);
    case 'command':
      return commandInWords(tongue, line);
    case 'trip':
      return tripInWords(tongue, line);
    case 'warning':
      return warningInWords(tongue, line);
    case 'dose':
      return t('event.dose', {
        dose: measureIn(tongue, line.cem43Min, 3, 'min'),
        cold: measureIn(tongue, line.coldMinutes, 1, 'min'),
      });
    case 'noise':
      return noiseInWords(tongue, line);
    case 'clock':
      return t('event.clock', { seconds: measureIn(tongue, line.leapS, 1, 's') });
    case 'skin':
      return `${skinInWords(tongue, line)}${by(line.by)}`;
    case 'note':
      break;
  }
  return t('event.note', { by: by(line.by), text: reworded(tongue, line.text) });
}

function screeningInWords(tongue: Tongue, line: LineOf<'screening'>): string {
  const { record: t } = tongue;
  const { profile, site, answeredBy, clinician, overrideReason, reasons } = line;
  const isTyped = line.clinicianProof === 'typed at the terminal';
  const decided =
    clinician === null
      ? ''
      : t('event.decided', {
          name: isTyped ? t('event.typed', { name: clinician }) : clinician,
          reason: overrideReason ?? t('event.noReasonGiven'),
        });
  const open = reasons.filter((reason) => reason.open).length;
  const found = [
    ...reasons.filter((reason) => !reason.open).map(({ text }) => reworded(tongue, text)),
    ...(open === 0 ? [] : [t('event.open', { count: open })]),
  ].join('; ');
  return t('event.screening', {
    result: resultInWords(tongue, line),
    verdict: line.admitted
      ? t('event.admitted', { profile: t(`profile.${profile}`) })
      : t('event.notAdmitted'),
    site: tongue.translated === null ? site : siteNameIn(tongue, site),
    name: whoIn(tongue, answeredBy),
    decided,
    found: found === '' ? '' : `  (${found})`,
  });
}

function commandInWords(tongue: Tongue, line: LineOf<'command'>): string {
  const { record: t } = tongue;
  const said = { name: whoIn(tongue, line.who), what: nameIn(tongue, 'event', line.what) };
  if (line.accepted) return t('event.command', said);
  const { reason: written, why } = line;
  const reason =
    written === null ? t('event.noReason') : reasonIn(tongue, { reason: written, why });
  return t('event.commandRefused', { ...said, reason });
}

function tripInWords(tongue: Tongue, trip: LineOf<'trip'>): string {
  const { record: t } = tongue;
  const { reading, limit } = heldWords(trip, tellerFor(tongue));
  return t('event.trip', {
    rule: trip.rule,
    message: sentenceIn(tongue, trip),
    reading: reading === null ? t('notKnown') : reworded(tongue, reading),
    limit: limit === null ? t('event.noLimit') : reworded(tongue, limit),
  });
}

function warningInWords(tongue: Tongue, line: LineOf<'warning'>): string {
  const { record: t } = tongue;
  const said = {
    message: sentenceIn(tongue, line),
    episode: episodeInWords(tongue, line.episode),
  };
  return line.rule === null
    ? t('event.warning', said)
    : t('event.warningOf', { ...said, rule: line.rule });
}

function noiseInWords(tongue: Tongue, line: LineOf<'noise'>): string {
  const { during, plateALsb, plateBLsb, heatsinkLsb, limitLsb } = line;
  return tongue.record('event.noise', {
    during: reworded(tongue, during),
    plateA: measureIn(tongue, plateALsb, 2, 'LSB'),
    plateB: measureIn(tongue, plateBLsb, 2, 'LSB'),
    heatsink: measureIn(tongue, heatsinkLsb, 2, 'LSB'),
    limit: measureIn(tongue, limitLsb, 1, 'LSB'),
  });
}
