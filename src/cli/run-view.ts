/** The live view of a treatment: pure text from what is known, redrawn in place on a terminal. */
import { styleText } from 'node:util';
import { isOnHold, stateOf } from '../../machines/dispositions.ts';
import { alarmLines } from '../safety/alarm-lines.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import type { TreatmentConfig, TreatmentState } from '../treatment/state.ts';
import { phaseNow } from '../treatment/phase-now.ts';
import { safeToTouchC } from '../treatment/schedule.ts';
import type { KeyHelp } from './run-operator.ts';

export interface ViewModel {
  readonly treatment: TreatmentState;
  readonly config: TreatmentConfig;
  readonly banners: readonly string[];
  /** Plate temperatures of the last minutes, oldest first, °C. */
  readonly history: readonly number[];
  readonly keys: readonly KeyHelp[];
  /** Questions that the person has to answer in this state. */
  readonly questions: readonly string[];
  readonly columns: number;
  readonly colour: boolean;
}

const stateWords: Readonly<Record<SessionState, string>> = {
  idle: 'at rest',
  screening: 'screening',
  declined: 'declined: do not treat',
  selfTest: 'self-test',
  preparing: 'cooling the plate; keep it off the skin',
  awaitingContact: 'plate is cold: safe to apply',
  'treating.cold': 'COLD',
  'treating.hot': 'HOT',
  paused: 'PAUSED, power off',
  checking: 'SKIN CHECK, power off',
  settling: 'power off; remove the plate',
  ended: 'ended',
  faulted: 'FAULT, power off; remove the plate',
};

export const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
};

/** Seconds left in the phase and in all phases that are still to come. */
export function timeLeft(
  treatment: TreatmentState,
  config: TreatmentConfig,
): { phaseS: number; allS: number } {
  const { context } = treatment.session;
  const { phases } = config.plan;
  const current = phaseNow(config.plan, context);
  const phaseS = Math.max(0, (current.dwellMs - treatment.clocks.phaseMs) / 1000);
  if (context.ending) return { phaseS, allS: phaseS };
  const later = phases
    .slice(Math.max(1, context.phase))
    .reduce((sum, phase) => sum + phase.dwellMs, 0);
  return { phaseS, allS: phaseS + later / 1000 };
}

const blocks = '▁▂▃▄▅▆▇█';
const leastSpanC = 2;

/** The last values as bars, lowest to highest. */
export function sparkline(values: readonly number[], width: number): string {
  const shown = values.filter((value) => Number.isFinite(value)).slice(-width);
  const low = Math.min(...shown);
  // A plate that holds still shows a flat line, not its noise.
  const span = Math.max(leastSpanC, Math.max(...shown) - low);
  return shown
    .map((value) => blocks[Math.round(((value - low) / span) * (blocks.length - 1))])
    .join('');
}

export function progressBar(fraction: number, width: number): string {
  const full = Math.round(Math.max(0, Math.min(1, fraction)) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

const celsius = (value: number): string =>
  Number.isFinite(value) ? `${value.toFixed(1)} °C` : '– °C';

function driveWords(drive: number): string {
  if (drive === 0) return 'off';
  return `${drive > 0 ? 'heat' : 'cool'} ${Math.round(Math.abs(drive) * 100)} %`;
}

/** The whole view, one string a line, none wider than `columns`. */
export function viewLines(model: ViewModel): string[] {
  const { treatment, config, columns } = model;
  const state = stateOf(treatment.session);
  const { context } = treatment.session;
  const { phaseS, allS } = timeLeft(treatment, config);
  const total = config.plan.phases.reduce((sum, phase) => sum + phase.dwellMs, 0) / 1000;
  const width = Math.max(10, Math.min(60, columns - 22));
  const phase = context.phase > 0 ? `phase ${context.phase} of ${config.plan.phases.length}: ` : '';
  const paint = painterOf(state, model.colour);
  return [
    ...model.banners.map((banner) => `! ${banner}`),
    paint(`${phase}${stateWords[state]}`),
    ...(context.phase > 0 && state.startsWith('treating')
      ? [`left       ${clock(phaseS)} in this phase, ${clock(allS)} in all`]
      : []),
    `plate      ${celsius(treatment.trend.plateC)}   setpoint ${celsius(treatment.setpointC)}   drive ${driveWords(treatment.gate.drive)}`,
    `dose       ${treatment.dose.cem43Min.toFixed(3)} of ${config.caps.cem43Min} CEM43 min, ${treatment.dose.coldMinutes.toFixed(1)} cold min`,
    `treatment  ${progressBar(context.phase > 0 ? 1 - allS / total : 0, width)} ${context.phase > 0 ? Math.round((1 - allS / total) * 100) : 0} %`,
    `plate      ${sparkline(model.history, width)}`,
    ...(state === 'settling' || state === 'faulted'
      ? [`safe to touch between ${safeToTouchC.min} and ${safeToTouchC.max} °C`]
      : []),
    ...alarmLines(treatment.alarms, treatment.nowMs),
    ...model.questions.map((question) => `? ${question}`),
    model.keys
      .map(({ key, does, entered }) => `[${key}${entered ? ' Enter' : ''}] ${does}`)
      .join('   ') || '[Ctrl-C] STOP',
  ].flatMap((line) => (line.includes('\u001b') ? [line] : wrapped(line, columns)));
}

/** Some terminals do not know how wide they are, and say 0. */
const usualColumns = 80;
/** Two are spent on the indent; without a third nothing would ever be done. */
const leastColumns = 3;

/** Nothing that a person must read is cut off: a long line goes on in the next. */
export function wrapped(line: string, columns: number): string[] {
  const width = columns >= leastColumns ? columns : usualColumns;
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    const at = space > 2 ? space : width;
    lines.push(rest.slice(0, at));
    rest = `  ${rest.slice(at).trimStart()}`;
  }
  return [...lines, rest];
}

function painterOf(state: SessionState, colour: boolean): (text: string) => string {
  if (!colour) return (text) => text;
  if (state === 'faulted' || isOnHold(state)) return (text) => styleText(['bold', 'yellow'], text);
  if (state === 'treating.hot') return (text) => styleText(['bold', 'red'], text);
  return (text) => styleText(['bold', 'cyan'], text);
}

/** One plain line, for a log. */
export function plainLine(treatment: TreatmentState, config: TreatmentConfig): string {
  const { context } = treatment.session;
  const { phaseS, allS } = timeLeft(treatment, config);
  const atS = (treatment.nowMs - treatment.startMs) / 1000;
  const phase = context.phase > 0 ? ` phase ${context.phase}/${config.plan.phases.length}` : '';
  const left = context.phase > 0 ? `, ${clock(phaseS)} left in phase, ${clock(allS)} in all` : '';
  return (
    `${clock(atS)}${phase} ${stateOf(treatment.session)}: plate ${celsius(treatment.trend.plateC)}, setpoint ${celsius(treatment.setpointC)}, ` +
    `drive ${driveWords(treatment.gate.drive)}, dose ${treatment.dose.cem43Min.toFixed(3)}${left}`
  );
}
