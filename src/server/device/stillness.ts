/** Whether the plate has come to rest since it was driven last: a self-test compares with a plate that keeps still. Pure. */
import { plateSpan } from '../../safety/readings.ts';
import type { Readings } from '../../safety/readings.ts';

/** As long as the self-test looks at a plate that nothing drives, and half of what it allows it to move meanwhile. */
const watchedMs = 3000;
const stillWithinC = 0.15;

interface Look {
  readonly atMs: number;
  readonly plateC: number;
}

/** Looks of the last three seconds, oldest first; none before the plate can be read. */
export type Stillness = readonly Look[];

const apartMs = 500;

export function lookedAt(before: Stillness, readings: Readings, nowMs: number): Stillness {
  const last = before.at(-1);
  if (last !== undefined && nowMs - last.atMs < apartMs) return before;
  const { hottestC, coldestC } = plateSpan(readings, nowMs);
  const plateC = (hottestC + coldestC) / 2;
  // What cannot be read is the self-test's to name.
  if (!Number.isFinite(plateC)) return [];
  return [...before.filter(({ atMs }) => nowMs - atMs <= watchedMs), { atMs: nowMs, plateC }];
}

/** Why the self-test would fail now, in words; null where the plate is not known to move. */
export function restlessWords(looks: Stillness): string | null {
  const [first] = looks;
  const last = looks.at(-1);
  if (first === undefined || last === undefined) return null;
  const movedC = Math.abs(last.plateC - first.plateC);
  if (movedC <= stillWithinC) return null;
  return `the plate still moves from the treatment before (${movedC.toFixed(1)} °C in ${watchedMs / 1000} s): let it rest for a minute`;
}
