/** Entries and the outcome of a run, in words for a person. */
import { recorded } from '../treatment/recorded.ts';
import type { SkinFinding } from '../../machines/skin-answers.ts';
import {
  coldInWords,
  episodeInWords,
  foundInWords,
  nameIn,
  reasonIn,
  resultInWords,
  sentenceIn,
  skinInWords,
  whoIn,
} from '../report/record-words.ts';
import { coldFinishAdvice } from '../safety/exposure.ts';
import { reworded } from '../safety/reworded.ts';
import { siteNameIn } from '../safety/spoken.ts';
import type { Entry } from '../treatment/state.ts';
import type { PhaseDelivered } from '../treatment/delivery.ts';
import type { Summary } from '../treatment/summary.ts';
import { plotLines } from './plot.ts';
import type { PlotBand } from './plot.ts';
import { afterTreatment, hasReacted, plainWords } from '../words/plain-words.ts';
import type { Tongue } from '../words/tongue.ts';
import type { PlotPoint, RunEnd } from './run-screen.ts';
import { clock, wrapped } from './run-view.ts';
import type { Terminal } from './terminal.ts';

/** A line for an event; null for what is better shown otherwise. */
export function describeEntry(tongue: Tongue, told: Entry, atS: number): string | null {
  const { terminal: t } = tongue;
  const entry = recorded(told);
  const at = clock(atS);
  switch (entry.type) {
    case 'state':
      return stateText(tongue, entry.fields, at);
    case 'phase': {
      const { phase: number, kind, setpointC, dwellMs } = entry.fields;
      return t('entry.phase', {
        at,
        number,
        kind: tongue.record(`kind.${kind}`),
        setpoint: setpointC ?? '–',
        minutes: (dwellMs ?? 0) / 60_000,
      });
    }
    case 'screening':
      return screeningText(tongue, entry.fields, at);
    case 'trip': {
      const message = sentenceIn(tongue, entry.fields);
      return t('entry.trip', { at, rule: entry.fields.rule, message });
    }
    case 'warning': {
      const message = sentenceIn(tongue, entry.fields);
      const { episode } = entry.fields;
      const words = {
        message,
        episode: episodeInWords(tongue, episode),
      };
      return t('entry.warning', { at, ...words });
    }
    case 'skin':
      return `${at}  ${skinInWords(tongue, entry.fields)} (${whoIn(tongue, entry.fields.by)})`;
    case 'note':
      return `${at}  ${reworded(tongue, entry.fields.text)}`;
    case 'command': {
      const { accepted, reason, why, what } = entry.fields;
      if (accepted) return null;
      const words =
        reason === null ? nameIn(tongue, 'event', what) : reasonIn(tongue, { reason, why });
      return t('entry.refused', { at, reason: words });
    }
    case 'dose':
    case 'noise':
    case 'sample':
    case 'summary':
      return null;
  }
}

function stateText(
  tongue: Tongue,
  { from, to, event, by }: Extract<Entry, { type: 'state' }>['fields'],
  at: string,
): string {
  return tongue.terminal('entry.state', {
    at,
    from: from === null ? '–' : nameIn(tongue, 'state', from),
    to: nameIn(tongue, 'state', to),
    event: nameIn(tongue, 'event', event),
    by: whoIn(tongue, by ?? 'companion'),
  });
}

/** What was decided, and every finding on a line of its own. */
function screeningText(
  tongue: Tongue,
  fields: Extract<Entry, { type: 'screening' }>['fields'],
  at: string,
): string {
  const { terminal: t } = tongue;
  const { profile, site, reasons, clinician, overrideReason, admitted } = fields;
  const found = reasons
    .filter(({ open }) => !open)
    .map((one) => {
      const text = reworded(tongue, one.text);
      const advice = one.advice === null ? '' : ` ${reworded(tongue, one.advice)}`;
      const stop = advice === '' || /[.?!]$/.test(text) ? '' : '.';
      return `${t(`weight.${one.rating}`)}: ${text}${stop}${advice}`;
    });
  const left = reasons.filter(({ open }) => open).length;
  if (left > 0) found.push(t('entry.open', { count: left }));
  const reason = overrideReason ?? t('entry.noReason');
  if (clinician !== null) found.push(t('entry.decidedBy', { name: clinician, reason }));
  const head = t('entry.screening', {
    at,
    site: tongue.translated === null ? site : siteNameIn(tongue, site),
    result: resultInWords(tongue, fields),
    verdict: admitted ? t(`entry.limits.${profile}`) : t('entry.notTreated'),
  });
  return [head, ...found.map((line) => `       ${line}`)].join('\n');
}

const coldFinishWords = ({ terminal: t }: Tongue, delivered: boolean | null): string => {
  if (delivered === null) return t('end.coldFinishNone');
  return t(delivered ? 'end.coldFinishYes' : 'end.coldFinishNo');
};

const phaseFact = (
  { terminal: t, record, decimal }: Tongue,
  { phase, kind, setpointC, owedMin, inBandMin, delivered }: PhaseDelivered,
): readonly [string, string] => [
  t('end.phase', { number: phase }),
  t('end.phaseWords', {
    kind: record(`kind.${kind}`),
    given: decimal(inBandMin, 1),
    setpoint: setpointC,
    owed: decimal(owedMin, 1),
    delivered: t(delivered ? 'end.coldFinishYes' : 'end.coldFinishNo'),
  }),
];

/** The end of a run: outcome and reason first, then the curve, then the figures. */
export function summaryLines(
  summary: Summary,
  end: RunEnd & { readonly found: readonly SkinFinding[] },
  terminal: Terminal,
): string[] {
  const { tongue } = terminal;
  const { terminal: t, record } = tongue;
  const { history } = end;
  const facts = summaryFacts(tongue, summary, end.recordPath);
  const column = Math.max(11, ...facts.map(([name]) => name.length));
  return [
    '',
    `${record(`outcome.${summary.outcome}`)}: ${reasonIn(tongue, summary)}`,
    ...(summary.outcome === 'faulted' ? [t('end.takeOff')] : []),
    '',
    ...(history.length > 1 ? plotOf(history, terminal) : []),
    '',
    ...facts.map(([name, value]) => `${name.padEnd(column)}  ${value}`),
    ...afterLines(tongue, summary, end).flatMap((line) => wrapped(line, terminal.columns)),
  ];
}

function summaryFacts(
  tongue: Tongue,
  summary: Summary,
  recordPath: string,
): (readonly [string, string])[] {
  const { terminal: t, decimal } = tongue;
  const { plant } = summary;
  return [
    [t('end.duration'), t('end.durationWords', { clock: clock(summary.durationS) })],
    [t('end.heatDose'), `${decimal(summary.cem43Min, 3)} CEM43 min`],
    [t('end.cold'), coldInWords(tongue, summary.coldMinutes, summary.coldDegreeMinutes)],
    [t('end.coldFinish'), coldFinishWords(tongue, summary.coldFinish)],
    ...summary.phases.map((phase) => phaseFact(tongue, phase)),
    ...(plant === undefined
      ? []
      : [
          [
            t('end.true'),
            t('end.trueWords', {
              min: decimal(plant.plateMinC, 2),
              minAt: clock(plant.atMinS),
              max: decimal(plant.plateMaxC, 2),
              maxAt: clock(plant.atMaxS),
            }),
          ] as const,
        ]),
    [t('end.record'), recordPath],
    ['', t('end.recordHow')],
  ];
}

/** What to do now, where a plate was on somebody's skin. */
function afterLines(
  tongue: Tongue,
  { skin, coldFinish }: Summary,
  { found, restMinutes }: Pick<Parameters<typeof summaryLines>[1], 'found' | 'restMinutes'>,
): string[] {
  if (skin === null) return [];
  const { language } = tongue;
  const { afterTitle, reactionTitle } = plainWords[language];
  const reacted = hasReacted(skin);
  return [
    '',
    reacted ? `${reactionTitle}: ${foundInWords(tongue, [...found])}` : afterTitle,
    ...afterTreatment(language, skin, restMinutes).map((text) => `  ${text}`),
    ...(coldFinish === false && !reacted ? [`  ${reworded(tongue, coldFinishAdvice)}`] : []),
  ];
}

function plotOf(history: readonly PlotPoint[], terminal: Terminal): string[] {
  const { record: t } = terminal.tongue;
  return plotLines({
    series: [
      { name: t('plot.plate'), values: history.map(({ plateC }) => plateC) },
      {
        name: t('plot.setpoint'),
        values: history.map(({ setpointC }) => setpointC),
        style: 'level',
      },
    ],
    width: Math.min(100, terminal.columns),
    height: 12,
    yLabel: '°C',
    bands: bandsOf(terminal.tongue, history),
    xLabels: ['00:00', clock(history.length)],
    colour: terminal.colour,
  });
}

/** The phases as stretches below the plot: cold for odd ones, heat for even ones. */
function bandsOf({ record: t }: Tongue, history: readonly PlotPoint[]): PlotBand[] {
  const bands: PlotBand[] = [];
  let from = 0;
  for (let at = 1; at <= history.length; at += 1) {
    const phase = history[from]?.phase ?? null;
    if (at < history.length && (history[at]?.phase ?? null) === phase) continue;
    if (phase !== null)
      bands.push({ label: t(phase % 2 === 1 ? 'plot.cold' : 'plot.hot'), from, to: at });
    from = at;
  }
  return bands;
}
