import { describe, expect, it } from 'vitest';
import { fanStoodAfter } from '../../src/safety/fan-watch.ts';

const dtMs = 50;

/** After some seconds of a fan that stands and turns by turns, from a fan that turned. */
function stoodMs(standsS: number, turnsS: number, forS: number): number {
  let stood = 0;
  for (let ms = 0; ms < forS * 1000; ms += dtMs) {
    const turns = ms % ((standsS + turnsS) * 1000) >= standsS * 1000;
    stood = fanStoodAfter(stood, turns ? 24 : 0, 'cool', dtMs);
  }
  return stood;
}

describe('how long the fan has stood of late', () => {
  it('counts what it stood, less a quarter of what it has turned since', () => {
    expect(stoodMs(2, 0, 2)).toBe(2000);
    expect(stoodMs(2, 4, 6)).toBe(1000);
    expect(stoodMs(2, 20, 22)).toBe(0);
  });

  it('grows where it stands for more than a fifth of the time, and not where it stands for less', () => {
    expect(stoodMs(1, 2, 60)).toBeGreaterThanOrEqual(3000);
    expect(stoodMs(1, 4.5, 600)).toBeLessThan(3000);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 11.9])(
    '%d turns a second is standing',
    (turns) => {
      expect(fanStoodAfter(100, turns, 'heatAndCool', dtMs)).toBe(150);
    },
  );

  it('is nothing where nothing is permitted, or nobody counts', () => {
    expect(fanStoodAfter(2900, 0, 'none', dtMs)).toBe(0);
    expect(fanStoodAfter(2900, null, 'cool', dtMs)).toBe(0);
  });
});
