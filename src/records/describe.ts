/** A record in words, for a person at a terminal. Pure. */
import { heldWords } from './held.ts';
import { headerOf, linesOf, outcomeOf, summaryOf } from './outcome.ts';
import type { PhaseSpan } from './course.ts';
import type { LineOf, RecordLine } from './record-line.ts';
import { toldOnce } from './repeats.ts';
import { skinInWords } from './skin-words.ts';
import type { StoredRecord } from './store.ts';

/** Text of unknown origin must not steer the terminal: control characters become visible. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu, '\u00B7');
}

/** Minutes and seconds, hours where there are any: `9:05`, `1:10:00`. */
export function clockOf(seconds: number | null): string {
  if (seconds === null) return '?';
  const whole = Math.floor(Math.abs(seconds));
  const minutes = Math.floor(whole / 60);
  const text =
    minutes < 60
      ? `${minutes}:${twoDigits(whole % 60)}`
      : `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(whole % 60)}`;
  return seconds < 0 ? `-${text}` : text;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** A value with its unit; words instead of a number that is not there. */
function measure(value: number | null | undefined, digits: number, unit: string): string {
  return typeof value === 'number' ? `${value.toFixed(digits)} ${unit}` : 'not known';
}

/** How it ended, and why: always the first thing to read. */
export function endingLines(record: StoredRecord): string[] {
  const { outcome, reason } = outcomeOf(record.verification);
  const summary = summaryOf(record.verification.lines);
  const lines = [`${outcome.toUpperCase()}: ${printable(reason)}`];
  if (summary === undefined) return lines;
  if (summary.rule !== null) lines.push(`Rule: ${printable(summary.rule)}`);
  lines.push(`Cold finish: ${coldFinishInWords(summary.coldFinish)}`);
  return lines;
}

function coldFinishInWords(coldFinish: LineOf<'summary'>['coldFinish']): string {
  if (typeof coldFinish === 'string') return printable(coldFinish);
  if (coldFinish === null) return 'none was due';
  return coldFinish ? 'delivered' : 'NOT delivered';
}

/** Minutes, and where the record has them how cold they were: `38.2 min, 291.3 °C·min below 20 °C`. */
export function coldInWords(
  minutes: number | null | undefined,
  degreeMinutes: number | null | undefined,
): string {
  const how = typeof degreeMinutes === 'number' ? `, ${degreeWords(degreeMinutes)}` : '';
  return `${measure(minutes, 1, 'min')}${how}`;
}

export const degreeWords = (degreeMinutes: number): string =>
  `${degreeMinutes.toFixed(1)} °C·min below 20 °C`;

type Fact = readonly [name: string, value: string];

/** Names in one column, values in the next. */
export function factLines(facts: readonly Fact[]): string[] {
  const width = Math.max(0, ...facts.map(([name]) => name.length));
  return facts.map(([name, value]) => `${name.padEnd(width)}  ${printable(value)}`);
}

export function verificationFact(record: StoredRecord): Fact {
  const { text, because, provenLines, verdict } = record.verification;
  const detail = verdict.kind === 'intact' ? '' : `; ${because}`;
  return ['Record', `${text} (${provenLines} lines proven${detail})`];
}

export function headerFacts(lines: readonly RecordLine[]): Fact[] {
  const header = headerOf(lines);
  if (header === undefined) return [['Header', 'none that is proven and understood']];
  const { board } = header;
  const software = Object.entries(header.software).map(([name, version]) => `${name} ${version}`);
  return [
    ['Started', header.at ?? 'not known'],
    ['Board', `${board.port} (${board.kind}), ${board.guarded ? 'guarded' : 'UNGUARDED'}`],
    ['Firmware', board.firmware],
    ...deviceFacts(board),
    ...(header.simulated ? [['Simulated', `yes, seed ${header.seed ?? 'none'}`] as const] : []),
    ...(header.bench ? [['Bench run', 'yes: no patient'] as const] : []),
    ['Prescription', nameOf(header.prescription)],
    ['Limits', nameOf(header.limits)],
    ['Software', software.join(', ')],
  ];
}

/** Older records say nothing of it. */
function deviceFacts({ number, begun }: LineOf<'header'>['board']): Fact[] {
  if (number === undefined) return [];
  const which = begun === undefined ? '' : `, treatment ${begun} by its own count`;
  return [
    [
      'Device',
      number === null ? 'a board without memory has no number' : `number ${number}${which}`,
    ],
  ];
}

/** The part of a document by which a person knows it. */
export function nameOf(document: object): string {
  return 'name' in document && typeof document.name === 'string'
    ? document.name
    : JSON.stringify(document).slice(0, 200);
}

export function doseFacts(lines: readonly RecordLine[]): Fact[] {
  const summary = summaryOf(lines);
  const dose = linesOf(lines, 'dose').at(-1);
  const sample = linesOf(lines, 'sample').at(-1);
  const cem43Min = summary?.cem43Min ?? sample?.cem43Min ?? dose?.cem43Min;
  const coldMinutes = summary?.coldMinutes ?? sample?.coldMin ?? dose?.coldMinutes;
  const truth = summary?.plant;
  const facts: Fact[] = [
    ['Length', clockOf(summary?.durationS ?? lines.at(-1)?.t ?? null)],
    ['Heat dose', `${measure(cem43Min, 3, 'min')} CEM43`],
    ['Cold', coldInWords(coldMinutes, summary?.coldDegreeMinutes)],
  ];
  if (truth === undefined) return facts;
  const hottest = `${measure(truth.plateMaxC, 2, '°C')} at ${clockOf(truth.atMaxS)}`;
  const coldest = `${measure(truth.plateMinC, 2, '°C')} at ${clockOf(truth.atMinS)}`;
  return [...facts, ['True plate', `hottest ${hottest}, coldest ${coldest} (simulated)`]];
}

/** Of what it owed, as measured; empty where the record does not say. */
function deliveredInWords({ owedMin, inBandMin, delivered }: PhaseSpan): string {
  if (owedMin === null || inBandMin === null) return '';
  const missed = delivered === false ? ', NOT DELIVERED' : '';
  return `, there ${inBandMin.toFixed(1)} of ${owedMin.toFixed(1)} min${missed}`;
}

export function phaseLines(phases: readonly PhaseSpan[]): string[] {
  return phases.map((span) => {
    const times = `${clockOf(span.fromS)} – ${clockOf(span.toS)}`;
    const plate =
      span.plateMinC === null || span.plateMaxC === null
        ? 'no valid reading'
        : `plate ${span.plateMinC.toFixed(1)} … ${span.plateMaxC.toFixed(1)} °C`;
    const setpoint = measure(span.setpointC, 1, '°C');
    return [
      String(span.phase).padStart(3),
      span.kind.padEnd(4),
      setpoint.padStart(9),
      times.padEnd(19),
      `${plate}${deliveredInWords(span)}`,
    ].join('  ');
  });
}

/** One line per event, with its time, a repeated warning once; samples are left to the plot. */
export function eventLines(lines: readonly RecordLine[]): string[] {
  return toldOnce(lines).flatMap(({ line, times, lastS }) => {
    const words = eventInWords(line);
    const again = times === 1 ? '' : `  (${times} times, last at ${clockOf(lastS)})`;
    return words === '' ? [] : [`${clockOf(line.t).padStart(8)}  ${printable(words)}${again}`];
  });
}

/** Empty for a line that is no event. */
function eventInWords(line: RecordLine): string {
  switch (line.type) {
    case 'header':
    case 'sample':
    case 'summary':
      return '';
    case 'state':
      return `${line.from ?? 'start'} → ${line.to}  (${line.event}${byWhom(line.by)})`;
    case 'phase':
      return `phase ${line.phase}: ${line.kind}, ${measure(line.setpointC, 1, '°C')}`;
    case 'screening':
      return screeningInWords(line);
    case 'command':
      return `${line.who}: ${line.what}${refusalOf(line)}`;
    case 'trip':
      return tripInWords(line);
    case 'warning':
      return `warning${line.rule === null ? '' : ` ${line.rule}`}: ${line.message}${episodeInWords(line.episode)}`;
    case 'dose': {
      const cold = measure(line.coldMinutes, 1, 'min');
      return `dose: ${measure(line.cem43Min, 3, 'min')} CEM43, cold ${cold}`;
    }
    case 'noise':
      return noiseInWords(line);
    case 'clock':
      return `the computer's clock moved by ${measure(line.leapS, 1, 's')}: it was set, or the computer slept`;
    case 'skin':
      return `${skinInWords(line)}${byWhom(line.by)}`;
    case 'note':
      break;
  }
  return `note${byWhom(line.by)}: ${line.text}`;
}

/** How long it was; empty for a warning that is told at once. */
export function episodeInWords(episode: LineOf<'warning'>['episode']): string {
  if (episode === undefined) return '';
  const { fromS, toS, refusedS } = episode;
  if (fromS === null || toS === null) return '';
  return `, for ${measure(refusedS, 1, 's')}, from ${clockOf(fromS)} to ${clockOf(toS)}`;
}

/** Where all answers are clear and something else bars the start, that is not to read as a yes. */
export const resultInWords = ({
  result,
  admitted,
}: Pick<LineOf<'screening'>, 'result' | 'admitted'>): string =>
  admitted || result !== 'clear' ? result : 'no objection in the answers';

function screeningInWords(line: LineOf<'screening'>): string {
  const { profile, site, answeredBy, clinician, overrideReason, reasons } = line;
  const proof = line.clinicianProof === 'typed at the terminal' ? ' (typed at the terminal)' : '';
  const decided =
    clinician === null ? '' : `; ${clinician}${proof}: ${overrideReason ?? 'no reason'}`;
  const open = reasons.filter((reason) => reason.open).length;
  const found = [
    ...reasons.filter((reason) => !reason.open).map((reason) => reason.text),
    ...(open === 0 ? [] : [`${open} left open`]),
  ].join('; ');
  const verdict = line.admitted ? `admitted, ${profile} limits` : 'not admitted';
  return (
    `screening: ${resultInWords(line)}, ${verdict}, site ${site}, answered by ${answeredBy}` +
    `${decided}${found === '' ? '' : `  (${found})`}`
  );
}

function tripInWords(trip: LineOf<'trip'>): string {
  const { rule, message } = trip;
  const { reading, limit } = heldWords(trip);
  return `TRIP ${rule}: ${message}  (reading ${reading ?? 'not known'}, limit ${limit ?? 'none'})`;
}

function noiseInWords(line: LineOf<'noise'>): string {
  const { during, plateALsb, plateBLsb, heatsinkLsb, limitLsb } = line;
  const each = [plateALsb, plateBLsb, heatsinkLsb].map((lsb) => measure(lsb, 2, 'LSB'));
  return `noise in ${during}, powered: plate A ${each[0]}, plate B ${each[1]}, heatsink ${each[2]}; limit ${measure(limitLsb, 1, 'LSB')}`;
}

function byWhom(by: string | null): string {
  return by === null ? '' : `, by ${by}`;
}

function refusalOf(command: LineOf<'command'>): string {
  if (command.accepted) return '';
  return `, refused: ${command.reason ?? 'no reason recorded'}`;
}
