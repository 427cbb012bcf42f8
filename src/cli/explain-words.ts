/** An explanation in words, for a person at a terminal: the answer first. Pure. */
import { clockOf, printable } from '../records/describe.ts';
import { headerOf } from '../records/outcome.ts';
import type { StoredRecord } from '../records/store.ts';
import type { Delivered, Explanation } from '../report/explanation.ts';
import type { Moment } from '../report/explanation-moment.ts';
import { eventLines, factLines, phaseLines, verificationFact } from '../report/record-lines.ts';
import { degreesIn, heldIn, nameIn, reasonIn, whoIn } from '../report/record-words.ts';
import { coldFinishWords } from '../report/report-words.ts';
import { skinFacts } from '../report/skin-known.ts';
import { reworded } from '../safety/reworded.ts';
import { hazardIn } from '../safety/spoken.ts';
import type { Tongue } from '../words/tongue.ts';
import { lastMinutePlot } from './explain-plot.ts';
import type { PlotLook } from './explain-plot.ts';
import { driveWords } from './run-view.ts';

const narrowest = 40;
const widest = 100;

/** @param look width in characters, and what the terminal can show */
export function explanationLines(
  record: StoredRecord,
  explanation: Explanation,
  look: PlotLook,
): string[] {
  const { tongue } = look;
  const { record: t } = tongue;
  const columns = Math.max(narrowest, Math.min(look.width, widest));
  const body = (lines: readonly string[]): string[] =>
    lines.flatMap((line) => folded(`  ${line}`, columns));
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines];
  const plot = lastMinutePlot(explanation, { ...look, width: columns - 2 });
  const events = withoutRepeats(tongue, eventLines(tongue, explanation.events));
  const outcome = nameIn(tongue, 'named', explanation.outcome).toUpperCase();
  return [
    ...folded(`${outcome}: ${sentence(reasonIn(tongue, explanation))}`, columns),
    '',
    ...folded(t('why.do', { remedy: printable(reworded(tongue, explanation.remedy)) }), columns),
    ...section(
      t('show.treatment', { id: printable(record.id) }),
      body(factsOf(tongue, record, explanation)),
    ),
    ...section(
      t('why.lastMinute'),
      plot.map((line) => `  ${line}`),
    ),
    ...section(t('why.events'), body(events)),
    ...section(t('why.delivered'), body(deliveredLines(tongue, explanation.delivered))),
  ];
}

const sentence = (text: string): string => printable(text).replace(/\.*$/, '.');

const timeWidth = 10;

/** What comes again and again without anything between is said once. */
function withoutRepeats(tongue: Tongue, events: readonly string[]): string[] {
  const wordsOf = (event: string | undefined): string | undefined => event?.slice(timeWidth);
  const lines: string[] = [];
  for (let from = 0; from < events.length;) {
    let to = from + 1;
    while (to < events.length && wordsOf(events[to]) === wordsOf(events[from])) to += 1;
    const text = events[from] ?? '';
    const count = to - from;
    lines.push(count > 1 ? tongue.record('why.times', { text, count }) : text);
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

function factsOf(tongue: Tongue, record: StoredRecord, explanation: Explanation): string[] {
  const { record: t } = tongue;
  const { outcome, rule, moment, hazards } = explanation;
  const { reading, limit } = heldIn(tongue, explanation);
  const header = headerOf(record.verification.lines);
  const tripped = moment?.what === 'fault' || outcome === 'faulted';
  const recorded = (text: string | null): string =>
    text === null ? t('why.notRecorded') : reworded(tongue, text);
  const by = moment?.by ?? null;
  return factLines([
    ...(tripped
      ? [[t('fact.rule'), ruleWords(tongue, rule, explanation.ruleMeaning)] as const]
      : []),
    ...(tripped ? [[t('why.reading'), recorded(reading)] as const] : []),
    ...(tripped ? [[t('why.limit'), recorded(limit)] as const] : []),
    [t(moment?.what === 'last entry' ? 'why.lastEntry' : 'why.when'), whenWords(tongue, moment)],
    ...(tripped ? [] : [[t('why.by'), by === null ? t('notKnown') : whoIn(tongue, by)] as const]),
    [t('why.state'), stateWords(tongue, moment, explanation.delivered.phasesPlanned)],
    [t('why.before'), beforeWords(tongue, moment)],
    ...(outcome === 'not known'
      ? [[t('why.afterwards'), afterwardsWords(tongue, record)] as const]
      : []),
    ...(tripped && hazards.length === 0 ? [[t('why.guards'), t('notKnown')] as const] : []),
    ...hazards.map(
      ({ id, name }, index) =>
        [
          index === 0 ? t('why.guards') : '',
          `${id}: ${hazardIn(tongue, id) ?? name ?? t('notKnown')}`,
        ] as const,
    ),
    ...skinFacts(tongue, explanation.skin),
    verificationFact(tongue, record),
    ...warningsOf(tongue, record).map((words) => [t('why.warning'), words] as const),
    ...(header?.simulated === true ? [[t('fact.device'), t('why.simulated')] as const] : []),
    ...(header?.bench === true ? [[t('fact.bench'), t('fact.benchYes')] as const] : []),
  ]);
}

function ruleWords(tongue: Tongue, rule: string | null, meaning: string | null): string {
  if (rule === null) return tongue.record('notKnown');
  const words = meaning === null ? tongue.record('why.unknownRule') : reworded(tongue, meaning);
  return `${rule} (${words})`;
}

function whenWords({ record: t }: Tongue, moment: Moment | null): string {
  if (moment === null) return t('notKnown');
  const { atS, atUtc } = moment;
  const when = atUtc?.replace('T', ' ').replace('Z', ' UTC') ?? t('why.noClock');
  return atS === null
    ? t('why.atUnknown', { when })
    : t('why.at', { clock: clockOf(atS), seconds: atS, when });
}

function afterwardsWords({ record: t }: Tongue, { verification }: StoredRecord): string {
  return t(verification.verdict.kind === 'truncated' ? 'why.cutOff' : 'why.damaged');
}

function stateWords(tongue: Tongue, moment: Moment | null, planned: number | null): string {
  const { record: t } = tongue;
  if (moment === null) return t('notKnown');
  const { phase, atS } = moment;
  const state = moment.state === null ? t('notKnown') : nameIn(tongue, 'state', moment.state);
  if (phase === null) return state;
  const { kind, setpointC, t: fromS } = phase;
  // Whole milliseconds: a difference of two fractions may fall just short of the second.
  const sinceS = atS === null || fromS === null ? null : Math.round(1000 * (atS - fromS)) / 1000;
  return t('why.inPhase', {
    state,
    number: phase.phase,
    total: planned ?? '?',
    kind: t(`kind.${kind}`),
    setpoint: setpointC === null ? '' : t('why.atSetpoint', { value: setpointC }),
    since: sinceS === null ? '' : t('why.since', { clock: clockOf(sinceS) }),
  });
}

function beforeWords(tongue: Tongue, moment: Moment | null): string {
  const { record: t } = tongue;
  const sample = moment?.before ?? null;
  if (sample === null) return t('notKnown');
  const celsius = (value: number | null): string =>
    value === null ? t('noReading') : t('celsius', { value: tongue.decimal(value, 1) });
  return t('why.readings', {
    plateA: celsius(sample.plateAC),
    plateB: celsius(sample.plateBC),
    heatsink: celsius(sample.heatsinkC),
    setpoint: sample.setpointC === null ? t('why.noSetpoint') : celsius(sample.setpointC),
    drive: sample.drive === null ? t('notKnown') : driveWords(tongue, sample.drive),
  });
}

function warningsOf({ record: t }: Tongue, { verification, renamedFrom }: StoredRecord): string[] {
  const count = verification.notUnderstood.length;
  return [
    ...(renamedFrom === null ? [] : [t('list.renamed', { id: renamedFrom })]),
    ...(count === 0 ? [] : [t('why.newer', { count })]),
  ];
}

function deliveredLines(tongue: Tongue, delivered: Delivered): string[] {
  const { record: t } = tongue;
  const { phases, phasesPlanned, phasesInFull, cem43Min, toTheEnd } = delivered;
  const { coldMinutes, coldDegreeMinutes: degrees } = delivered;
  const least = (value: string): string => (toTheEnd ? value : t('why.atLeast', { value }));
  const measured = (value: number | null, digits: number, unit: string): string =>
    value === null ? t('notKnown') : least(`${tongue.decimal(value, digits)} ${unit}`);
  const inFull = t('why.inFull', { given: phasesInFull, planned: phasesPlanned ?? '?' });
  return [
    ...phaseLines(tongue, phases),
    ...factLines([
      [t('fact.phases'), least(inFull)],
      [t('fact.heatDose'), measured(cem43Min, 3, 'CEM43 min')],
      [
        t('fact.cold'),
        measured(coldMinutes, 1, 'min') +
          (degrees === null ? '' : `, ${degreesIn(tongue, degrees)}`),
      ],
      [t('fact.coldFinish'), coldFinishWords(tongue, delivered.coldFinish)],
    ]),
  ];
}
