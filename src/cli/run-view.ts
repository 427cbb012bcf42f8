/** The live view of a treatment: pure text from what is known, redrawn in place on a terminal. */
import { styleText } from 'node:util';
import { isOnHold, stateOf } from '../../machines/dispositions.ts';
import { alarmLines } from '../safety/alarm-lines.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import type { TreatmentConfig, TreatmentState } from '../treatment/state.ts';
import { phaseNow } from '../treatment/phase-now.ts';
import { safeToTouchC } from '../treatment/schedule.ts';
import { nameIn } from '../report/record-words.ts';
import type { Tongue } from '../words/tongue.ts';
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
  readonly tongue: Tongue;
}

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

const celsius = (tongue: Tongue, value: number): string =>
  Number.isFinite(value)
    ? tongue.record('celsius', { value: tongue.decimal(value, 1) })
    : tongue.record('celsius', { value: '–' });

export function driveWords({ terminal: t }: Tongue, drive: number): string {
  if (drive === 0) return t('drive.off');
  const percent = Math.round(Math.abs(drive) * 100);
  return drive > 0 ? t('drive.heat', { percent }) : t('drive.cool', { percent });
}

/** The whole view, one string a line, none wider than `columns`. */
export function viewLines(model: ViewModel): string[] {
  const { treatment, config, columns, tongue } = model;
  const { terminal: t } = tongue;
  const state = stateOf(treatment.session);
  const number = treatment.session.context.phase;
  const total = config.plan.phases.length;
  const words = t(`state.${state}`);
  const paint = painterOf(state, model.colour);
  return [
    ...model.banners.map((banner) => `! ${banner}`),
    paint(number > 0 ? t('view.inPhase', { number, total, state: words }) : words),
    ...figures(model, state),
    ...(state === 'settling' || state === 'faulted' ? [t('view.safe', safeToTouchC)] : []),
    ...alarmLines(treatment.alarms, treatment.nowMs, tongue),
    ...model.questions.map((question) => `? ${question}`),
    model.keys
      .map(({ key, does, entered }) => `[${key}${entered ? ' Enter' : ''}] ${does(tongue)}`)
      .join('   ') || t('view.onlyStop'),
  ].flatMap((line) => (line.includes('\u001b') ? [line] : wrapped(line, columns)));
}

/** Names in one column, values in the next. */
function figures(
  { treatment, config, columns, history, tongue }: ViewModel,
  state: string,
): string[] {
  const { terminal: t, decimal } = tongue;
  const { dose } = treatment;
  const isUnderWay = treatment.session.context.phase > 0;
  const { phaseS, allS } = timeLeft(treatment, config);
  const totalS = config.plan.phases.reduce((sum, phase) => sum + phase.dwellMs, 0) / 1000;
  const done = isUnderWay ? 1 - allS / totalS : 0;
  const width = Math.max(10, Math.min(60, columns - 22));
  const rows: (readonly [name: string, value: string])[] = [
    ...(isUnderWay && state.startsWith('treating')
      ? [[t('view.left'), t('view.leftWords', { phase: clock(phaseS), all: clock(allS) })] as const]
      : []),
    [
      t('view.plate'),
      t('view.plateWords', {
        plate: celsius(tongue, treatment.trend.plateC),
        setpoint: celsius(tongue, treatment.setpointC),
        drive: driveWords(tongue, treatment.gate.drive),
      }),
    ],
    [
      t('view.dose'),
      t('view.doseWords', {
        dose: decimal(dose.cem43Min, 3),
        cap: config.caps.cem43Min,
        cold: decimal(dose.coldMinutes, 1),
      }),
    ],
    [t('view.treatment'), `${progressBar(done, width)} ${Math.round(done * 100)} %`],
    [t('view.plate'), sparkline(history, width)],
  ];
  const column = Math.max(
    ...[t('view.left'), ...rows.map(([name]) => name)].map((name) => name.length),
  );
  return rows.map(([name, value]) => `${name.padEnd(column)}  ${value}`);
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
export function plainLine(
  tongue: Tongue,
  treatment: TreatmentState,
  config: TreatmentConfig,
): string {
  const { terminal: t } = tongue;
  const { phase: number } = treatment.session.context;
  const { phaseS, allS } = timeLeft(treatment, config);
  const total = config.plan.phases.length;
  return t('log.line', {
    at: clock((treatment.nowMs - treatment.startMs) / 1000),
    phase: number > 0 ? t('log.phase', { number, total }) : '',
    state: nameIn(tongue, 'state', stateOf(treatment.session)),
    plate: celsius(tongue, treatment.trend.plateC),
    setpoint: celsius(tongue, treatment.setpointC),
    drive: driveWords(tongue, treatment.gate.drive),
    dose: tongue.decimal(treatment.dose.cem43Min, 3),
    left: number > 0 ? t('log.left', { phase: clock(phaseS), all: clock(allS) }) : '',
  });
}
