/** Entries and the outcome of a run, in words for a person. */
import { recorded } from '../treatment/recorded.ts';
import type { SkinFinding } from '../../machines/skin-answers.ts';
import { coldInWords, episodeInWords, resultInWords } from '../records/describe.ts';
import { foundInWords, skinInWords } from '../records/skin-words.ts';
import { coldFinishAdvice } from '../safety/exposure.ts';
import type { Entry } from '../treatment/state.ts';
import type { PhaseDelivered } from '../treatment/delivery.ts';
import type { Summary } from '../treatment/summary.ts';
import { plotLines } from './plot.ts';
import type { PlotBand } from './plot.ts';
import { afterTreatment, hasReacted, plainWords } from '../words/plain-words.ts';
import type { PlotPoint, RunEnd } from './run-screen.ts';
import { clock, wrapped } from './run-view.ts';
import type { Terminal } from './terminal.ts';

/** A line for an event; null for what is better shown otherwise. */
export function describeEntry(told: Entry, atS: number): string | null {
  const entry = recorded(told);
  const at = clock(atS);
  switch (entry.type) {
    case 'state':
      return `${at}  ${entry.fields.from ?? '–'} → ${entry.fields.to}  (${entry.fields.event}, ${entry.fields.by ?? 'companion'})`;
    case 'phase': {
      const { phase, kind, setpointC, dwellMs } = entry.fields;
      return `${at}  phase ${phase}: ${kind} at ${setpointC ?? '–'} °C for ${(dwellMs ?? 0) / 60_000} min`;
    }
    case 'screening':
      return screeningText(entry.fields, at);
    case 'trip':
      return `${at}  TRIP ${entry.fields.rule}: ${entry.fields.message}`;
    case 'warning':
      return `${at}  warning: ${entry.fields.message}${episodeInWords(entry.fields.episode)}`;
    case 'skin':
      return `${at}  ${skinInWords(entry.fields)} (${entry.fields.by})`;
    case 'note':
      return `${at}  ${entry.fields.text}`;
    case 'command':
      return entry.fields.accepted
        ? null
        : `${at}  refused: ${entry.fields.reason ?? entry.fields.what}`;
    case 'dose':
    case 'noise':
    case 'sample':
    case 'summary':
      return null;
  }
}

const weight = {
  none: '',
  precaution: 'with care',
  override: 'clinician decides',
  absolute: 'never',
};

/** What was decided, and every finding on a line of its own. */
function screeningText(
  fields: Extract<Entry, { type: 'screening' }>['fields'],
  at: string,
): string {
  const { profile, site, reasons, clinician, overrideReason, admitted } = fields;
  const found = reasons
    .filter(({ open }) => !open)
    .map(
      ({ rating, text, advice }) =>
        `       ${weight[rating]}: ${text}${advice === null ? '' : `${/[.?!]$/.test(text) ? '' : '.'} ${advice}`}`,
    );
  const left = reasons.filter(({ open }) => open).length;
  if (left > 0) found.push(`       ${left} left open`);
  const decided =
    clinician === null ? [] : [`       decided by ${clinician}: ${overrideReason ?? 'no reason'}`];
  const verdict = admitted ? `${profile} limits` : 'not to be treated now';
  return [
    `${at}  screening of ${site}: ${resultInWords(fields)}, ${verdict}`,
    ...found,
    ...decided,
  ].join('\n');
}

const outcomeWords: Readonly<Record<Summary['outcome'], string>> = {
  completed: 'COMPLETED',
  undelivered: 'NOT ALL DELIVERED',
  'ended early': 'ENDED EARLY',
  stopped: 'STOPPED',
  faulted: 'FAULTED',
  declined: 'DECLINED',
};

const coldFinishWords = (delivered: boolean | null): string => {
  if (delivered === null) return 'not owed: no heat was given';
  return delivered ? 'delivered' : 'NOT DELIVERED';
};

const phaseLine = ({ phase, kind, setpointC, owedMin, inBandMin, delivered }: PhaseDelivered) =>
  `${`phase ${phase}`.padEnd(13)}${kind}, ${inBandMin.toFixed(1)} min at ${setpointC} °C of ${owedMin.toFixed(1)} owed: ` +
  (delivered ? 'delivered' : 'NOT DELIVERED');

/** The end of a run: outcome and reason first, then the curve, then the figures. */
export function summaryLines(
  summary: Summary,
  end: RunEnd & { readonly found: readonly SkinFinding[] },
  terminal: Terminal,
): string[] {
  const { plant } = summary;
  const { history, recordPath } = end;
  return [
    '',
    `${outcomeWords[summary.outcome]}: ${summary.reason}`,
    ...(summary.outcome === 'faulted'
      ? ['Take the plate off the skin. The power is off; the fan runs.']
      : []),
    '',
    ...(history.length > 1 ? plotOf(history, terminal) : []),
    '',
    `duration     ${clock(summary.durationS)} (min:s)`,
    `heat dose    ${summary.cem43Min.toFixed(3)} CEM43 min`,
    `cold         ${coldInWords(summary.coldMinutes, summary.coldDegreeMinutes)}`,
    `cold finish  ${coldFinishWords(summary.coldFinish)}`,
    ...summary.phases.map(phaseLine),
    ...(plant === undefined
      ? []
      : [
          `true plate   ${plant.plateMinC.toFixed(2)} °C at ${clock(plant.atMinS)} … ${plant.plateMaxC.toFixed(2)} °C at ${clock(plant.atMaxS)} (simulated)`,
        ]),
    `record       ${recordPath}`,
    '             `contrast records show latest` reads it, `contrast records verify latest` proves it',
    ...afterLines(summary, end).flatMap((line) => wrapped(line, terminal.columns)),
  ];
}

/** What to do now, where a plate was on somebody's skin. */
function afterLines(
  { skin, coldFinish }: Summary,
  { found, restMinutes }: Pick<Parameters<typeof summaryLines>[1], 'found' | 'restMinutes'>,
): string[] {
  if (skin === null) return [];
  const { afterTitle, reactionTitle } = plainWords.en;
  const reacted = hasReacted(skin);
  return [
    '',
    reacted ? `${reactionTitle}: ${foundInWords([...found])}` : afterTitle,
    ...afterTreatment('en', skin, restMinutes).map((text) => `  ${text}`),
    ...(coldFinish === false && !reacted ? [`  ${coldFinishAdvice}`] : []),
  ];
}

function plotOf(history: readonly PlotPoint[], terminal: Terminal): string[] {
  return plotLines({
    series: [
      { name: 'plate', values: history.map(({ plateC }) => plateC) },
      { name: 'setpoint', values: history.map(({ setpointC }) => setpointC), style: 'level' },
    ],
    width: Math.min(100, terminal.columns),
    height: 12,
    yLabel: '°C',
    bands: bandsOf(history),
    xLabels: ['00:00', clock(history.length)],
    colour: terminal.colour,
  });
}

/** The phases as stretches below the plot: C for odd ones, H for even ones. */
function bandsOf(history: readonly PlotPoint[]): PlotBand[] {
  const bands: PlotBand[] = [];
  let from = 0;
  for (let at = 1; at <= history.length; at += 1) {
    const phase = history[from]?.phase ?? null;
    if (at < history.length && (history[at]?.phase ?? null) === phase) continue;
    if (phase !== null) bands.push({ label: phase % 2 === 1 ? 'C' : 'H', from, to: at });
    from = at;
  }
  return bands;
}
