/** An explanation in words, for a person at a terminal: the answer first. Pure. */
import {
  clockOf,
  degreeWords,
  eventLines,
  factLines,
  phaseLines,
  printable,
  verificationFact,
} from '../records/describe.ts';
import { headerOf } from '../records/outcome.ts';
import type { StoredRecord } from '../records/store.ts';
import { coldFinishWords } from '../report/report-words.ts';
import { skinFacts } from '../report/skin-known.ts';
import type { Delivered, Explanation } from '../report/explanation.ts';
import type { Moment } from '../report/explanation-moment.ts';
import { lastMinutePlot } from './explain-plot.ts';
import type { PlotLook } from './explain-plot.ts';

const notKnown = 'not known';
const notRecorded = 'not known: none is recorded';
const narrowest = 40;
const widest = 100;

/** @param look width in characters, and what the terminal can show */
export function explanationLines(
  record: StoredRecord,
  explanation: Explanation,
  look: PlotLook,
): string[] {
  const columns = Math.max(narrowest, Math.min(look.width, widest));
  const body = (lines: readonly string[]): string[] =>
    lines.flatMap((line) => folded(`  ${line}`, columns));
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines];
  const plot = lastMinutePlot(explanation, { ...look, width: columns - 2 });
  return [
    ...folded(`${explanation.outcome.toUpperCase()}: ${sentence(explanation.reason)}`, columns),
    '',
    ...folded(`What to do: ${printable(explanation.remedy)}`, columns),
    ...section(`Treatment ${printable(record.id)}`, body(factsOf(record, explanation))),
    ...section(
      'The last minute before it, once a second',
      plot.map((line) => `  ${line}`),
    ),
    ...section('Events of that minute', body(withoutRepeats(eventLines(explanation.events)))),
    ...section('Delivered', body(deliveredLines(explanation.delivered))),
  ];
}

const sentence = (text: string): string => printable(text).replace(/\.*$/, '.');

const timeWidth = 10;

/** What comes again and again without anything between is said once. */
function withoutRepeats(events: readonly string[]): string[] {
  const wordsOf = (event: string | undefined): string | undefined => event?.slice(timeWidth);
  const lines: string[] = [];
  for (let from = 0; from < events.length;) {
    let to = from + 1;
    while (to < events.length && wordsOf(events[to]) === wordsOf(events[from])) to += 1;
    lines.push(`${events[from] ?? ''}${to - from > 1 ? ` (${to - from} times)` : ''}`);
    from = to;
  }
  return lines;
}

/** Nothing that a person must read is cut off: a long line goes on below the place where its value began. */
function folded(line: string, columns: number): string[] {
  const named = /^\s*\S.*?\s{2,}(?=\S)/.exec(line)?.[0].length;
  const indent = named ?? line.length - line.trimStart().length + 2;
  const lines: string[] = [];
  let rest = line;
  while (rest.length > columns) {
    const space = rest.lastIndexOf(' ', columns);
    const at = space > indent ? space : columns;
    lines.push(rest.slice(0, at).trimEnd());
    rest = ' '.repeat(Math.min(indent, columns / 2)) + rest.slice(at).trimStart();
  }
  return [...lines, rest];
}

function factsOf(record: StoredRecord, explanation: Explanation): string[] {
  const { outcome, rule, ruleMeaning, reading, limit, moment, hazards } = explanation;
  const header = headerOf(record.verification.lines);
  const tripped = moment?.what === 'fault' || outcome === 'faulted';
  return factLines([
    ...(tripped ? [['Rule', ruleWords(rule, ruleMeaning)] as const] : []),
    ...(tripped ? [['Reading', reading ?? notRecorded] as const] : []),
    ...(tripped ? [['Limit', limit ?? notRecorded] as const] : []),
    [moment?.what === 'last entry' ? 'Last entry' : 'When', whenWords(moment)],
    ...(tripped ? [] : [['By', moment?.by ?? notKnown] as const]),
    ['State', stateWords(moment, explanation.delivered.phasesPlanned)],
    ['Just before', beforeWords(moment)],
    ...(outcome === notKnown ? [['Afterwards', afterwardsWords(record)] as const] : []),
    ...(tripped && hazards.length === 0 ? [['Guards against', notKnown] as const] : []),
    ...hazards.map(
      ({ id, name }, index) =>
        [index === 0 ? 'Guards against' : '', `${id}: ${name ?? notKnown}`] as const,
    ),
    ...skinFacts(explanation.skin),
    verificationFact(record),
    ...warningsOf(record).map((words) => ['WARNING', words] as const),
    ...(header?.simulated === true ? [['Device', 'simulated: nobody was treated'] as const] : []),
    ...(header?.bench === true ? [['Bench run', 'yes: no patient'] as const] : []),
  ]);
}

function ruleWords(rule: string | null, meaning: string | null): string {
  if (rule === null) return notKnown;
  return `${rule} (${meaning ?? 'a rule that this version of the program does not know'})`;
}

function whenWords(moment: Moment | null): string {
  if (moment === null) return notKnown;
  const { atS, atUtc } = moment;
  const treatment = atS === null ? `${notKnown} of the treatment` : `${clockOf(atS)} (${atS} s)`;
  return `${treatment}, ${atUtc?.replace('T', ' ').replace('Z', ' UTC') ?? `clock time ${notKnown}`}`;
}

function afterwardsWords({ verification }: StoredRecord): string {
  return verification.verdict.kind === 'truncated'
    ? 'not known: the program was cut off, or the treatment is still running'
    : 'not known: nothing after the damage is believed';
}

function stateWords(moment: Moment | null, planned: number | null): string {
  if (moment === null) return notKnown;
  const { state, phase, atS } = moment;
  if (phase === null) return state ?? notKnown;
  const { kind, setpointC, t } = phase;
  const at = setpointC === null ? '' : ` at ${setpointC} °C`;
  // Whole milliseconds: a difference of two fractions may fall just short of the second.
  const sinceS = atS === null || t === null ? null : Math.round(1000 * (atS - t)) / 1000;
  const since = sinceS === null ? '' : `, ${clockOf(sinceS)} after it began`;
  return `${state ?? notKnown}: phase ${phase.phase} of ${planned ?? '?'}, ${kind}${at}${since}`;
}

function beforeWords(moment: Moment | null): string {
  const sample = moment?.before ?? null;
  if (sample === null) return notKnown;
  const celsius = (value: number | null): string =>
    value === null ? 'no valid reading' : `${value.toFixed(1)} °C`;
  const setpoint = sample.setpointC === null ? 'none' : celsius(sample.setpointC);
  return [
    `plate A ${celsius(sample.plateAC)}`,
    `plate B ${celsius(sample.plateBC)}`,
    `heatsink ${celsius(sample.heatsinkC)}`,
    `setpoint ${setpoint}`,
    `drive ${driveWords(sample.drive)}`,
  ].join(', ');
}

function driveWords(drive: number | null): string {
  if (drive === null) return notKnown;
  if (drive === 0) return 'off';
  return `${drive > 0 ? 'heat' : 'cool'} ${Math.round(100 * Math.abs(drive))} %`;
}

function warningsOf({ verification, renamedFrom }: StoredRecord): string[] {
  const { notUnderstood } = verification;
  return [
    ...(renamedFrom === null ? [] : [`renamed, it was ${renamedFrom}`]),
    ...(notUnderstood.length === 0
      ? []
      : [`${notUnderstood.length} lines are of a newer version and are left out`]),
  ];
}

function deliveredLines(delivered: Delivered): string[] {
  const { phases, phasesPlanned, phasesInFull, cem43Min, toTheEnd } = delivered;
  const { coldMinutes, coldDegreeMinutes: degrees } = delivered;
  const least = toTheEnd ? '' : 'at least ';
  const measured = (value: number | null, digits: number, unit: string): string =>
    value === null ? notKnown : `${least}${value.toFixed(digits)} ${unit}`;
  return [
    ...phaseLines(phases),
    ...factLines([
      ['Phases', `${least}${phasesInFull} of ${phasesPlanned ?? '?'} planned ones in full`],
      ['Heat dose', measured(cem43Min, 3, 'CEM43 min')],
      [
        'Cold',
        measured(coldMinutes, 1, 'min') + (degrees === null ? '' : `, ${degreeWords(degrees)}`),
      ],
      ['Cold finish', coldFinishWords(delivered.coldFinish)],
    ]),
  ];
}
