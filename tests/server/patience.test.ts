/** A judge that slept judges nothing: silence is counted while it was awake, and found twice on time. */
import { describe, expect, it } from 'vitest';
import { isJudged, listening, nextSilence } from '../../src/server/patience.ts';

const everyMs = 500;
const allowedMs = 5000;
/** Looks after so many milliseconds each, from 0 on. */
const after = (gapsMs: readonly number[]) => {
  let nowMs = 0;
  return gapsMs.reduce((silence, gapMs) => {
    nowMs += gapMs;
    return nextSilence(silence, { nowMs, everyMs, allowedMs });
  }, listening(0));
};
const usual = (looks: number): number[] => Array.from({ length: looks }, () => everyMs);

describe('a silence', () => {
  it.each<[string, readonly number[], boolean]>([
    ['of less than is allowed is none', usual(9), false],
    ['found once is not judged yet', usual(10), false],
    ['found twice on time is judged', usual(11), true],
    ['of a judge that was frozen for six seconds is its own', [6000], false],
    ['of a judge that was frozen for an hour is its own', [3_600_000, 500], false],
    ['of a judge that slept again and again is its own', Array(50).fill(6000), false],
    ['goes on after a sleep, from where it was', [...usual(6), 12_000, ...usual(5)], true],
    ['is found twice anew after a sleep between the findings', [...usual(10), 9000, 500], false],
    ['and twice again', [...usual(10), 9000, 500, 500], true],
    ['is not judged where the clock runs backwards', [...usual(10), -4000, 500], false],
    ['is not judged where the clock is none', [...usual(10), Number.NaN], false],
  ])('%s', (_what, gapsMs, judged) => {
    expect(isJudged(after(gapsMs))).toBe(judged);
  });
});
