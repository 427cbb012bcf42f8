/** What a trial found out, for people and programs alike. */
import type { Course } from './course.ts';

export interface Answer {
  /** Unit last. */
  readonly key: string;
  readonly words: string;
  /** Null: it did not happen, or the device cannot. */
  readonly value: number | null;
  readonly unit: string;
}

export interface TrialResult {
  readonly trial: 'step' | 'ramp' | 'hold' | 'stuck';
  readonly title: string;
  /** How the plant was driven, one sentence. */
  readonly drive: string;
  /** What a person must know first, such as a target that was not reached. */
  readonly finding: string;
  readonly answers: readonly Answer[];
  readonly course: Course;
}

export function answer(
  key: string,
  words: string,
  value: number | null | undefined,
  unit: string,
): Answer {
  const known = typeof value === 'number' && Number.isFinite(value) ? value : null;
  return { key, words, value: known, unit };
}

/** `12.0 V cooling`, with a duty below 1 named. */
export function railWords(duty: number, power: { coolRailV: number; heatRailV: number }): string {
  const [kind, rail] = duty < 0 ? ['cooling', power.coolRailV] : ['heat', power.heatRailV];
  const size = Math.abs(duty) === 1 ? 'full' : `${Number(Math.abs(duty).toFixed(3))} of full`;
  return `${size} ${kind} (${Number(rail.toFixed(2))} V)`;
}

/** Where the trial ended, and the cut-out if it opened. */
export function endAnswers({ last, cutOutOpenedS }: Course): Answer[] {
  const opened =
    cutOutOpenedS === null
      ? []
      : [answer('cutOutOpenedS', 'thermal cut-out opened after', cutOutOpenedS, 's')];
  return [
    ...opened,
    answer('endS', 'trial ended after', last.atS, 's'),
    answer('endPlateC', '  with the plate at', last.plateC, '°C'),
    answer('endHeatsinkC', '  the heatsink at', last.heatsinkC, '°C'),
    answer('endSkinSurfaceC', '  the skin surface at', last.skinSurfaceC, '°C'),
  ];
}

/** The value of one answer; null where there was no trial. */
export function found(result: TrialResult | undefined, key: string): number | null {
  return result?.answers.find((one) => one.key === key)?.value ?? null;
}
