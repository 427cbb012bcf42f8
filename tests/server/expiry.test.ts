/** What is let in or kept for a time ends with that time, by a clock that the test sets. */
import { describe, expect, it } from 'vitest';
import { Idempotency } from '../../src/server/access/idempotency.ts';
import { Sessions } from '../../src/server/access/sessions.ts';
import { isProvenOff, powerProof } from '../../src/treatment/host/power-proof.ts';
import type { Board } from '../../hardware/boards/board.ts';
import type { Readings } from '../../src/safety/readings.ts';

const hourMs = 3_600_000;
const ann = { name: 'Ann', role: 'operator', mayMakeAccounts: false } as const;

describe('a session', () => {
  it('lasts for twelve hours after its last use, and not a millisecond longer', () => {
    let nowMs = 0;
    const sessions = new Sessions(() => nowMs);
    const token = sessions.begin(ann);
    for (let use = 1; use <= 5; use += 1) {
      nowMs += 12 * hourMs - 1;
      expect(sessions.personOf(token), `use ${use}`).toEqual(ann);
    }
    nowMs += 12 * hourMs;
    expect(sessions.personOf(token)).toBeNull();
    // Once over, a clock that goes back does not bring it back.
    nowMs = 0;
    expect(sessions.personOf(token)).toBeNull();
  });

  it('is over where the clock is no number', () => {
    let nowMs = 0;
    const sessions = new Sessions(() => nowMs);
    const token = sessions.begin(ann);
    nowMs = Number.NaN;
    expect(sessions.personOf(token)).toBeNull();
  });

  it('of one person is the twenty newest, of all the thousand newest', () => {
    const sessions = new Sessions(() => 0);
    const mine = Array.from({ length: 21 }, () => sessions.begin(ann));
    expect(mine.map((token) => sessions.personOf(token) === null)).toEqual(
      mine.map((_, at) => at === 0),
    );
    const others = Array.from({ length: 981 }, (_, at) =>
      sessions.begin({ ...ann, name: `n${at}` }),
    );
    expect(sessions.personOf(others[0])).not.toBeNull();
    expect(mine.filter((token) => sessions.personOf(token) !== null)).toHaveLength(19);
  });
});

describe('a page too many', () => {
  const bob = { name: 'Bob', role: 'viewer', mayMakeAccounts: false } as const;

  it('signs out one’s own page, and nobody who came before', () => {
    const sessions = new Sessions(() => 0);
    const others = Array.from({ length: 5 }, () => sessions.begin(bob));
    const mine = Array.from({ length: 23 }, () => sessions.begin(ann));
    expect(others.map((token) => sessions.personOf(token))).toEqual(others.map(() => bob));
    expect(mine.map((token) => sessions.personOf(token))).toEqual([
      ...mine.slice(0, 3).map(() => null),
      ...mine.slice(3).map(() => ann),
    ]);
  });

  it('is not the one that was used last', () => {
    const sessions = new Sessions(() => 0);
    const [first, second] = Array.from({ length: 20 }, () => sessions.begin(ann));
    expect(sessions.personOf(first)).toEqual(ann);
    sessions.begin(ann);
    expect([first, second].map((token) => sessions.personOf(token))).toEqual([ann, null]);
  });
});

describe('the answer that is kept for a key', () => {
  it('is given again for ten minutes, and then it is a new request', async () => {
    let nowMs = 0;
    let done = 0;
    const kept = new Idempotency(() => nowMs);
    const ask = (): Promise<{ status: number; body: string }> =>
      kept.once('Ann', 'key', 'request', () =>
        Promise.resolve({ status: 200, body: String((done += 1)) }),
      );
    const bodies: string[] = [];
    for (nowMs of [0, 1, 599_999, 600_000, 600_001]) bodies.push((await ask()).body);
    expect(bodies).toEqual(['1', '1', '1', '2', '2']);
  });
});

const readings = (
  guard: Partial<NonNullable<Readings['guard']>> | null,
  pinsDiffer: string | null = null,
): Readings => ({ guard, pinsDiffer }) as unknown as Readings;
const real = {} as Board;

describe('that the power is off after a press', () => {
  const pressedMs = 5000;
  const isOff = (seen: Readings, nowMs: number, board = real): boolean =>
    isProvenOff(powerProof(board, seen, pressedMs), seen, pressedMs, nowMs);

  it.each([
    [4999, true, false],
    [5000, true, false],
    [5001, true, true],
    [5001, false, false],
    [Number.NEGATIVE_INFINITY, true, false],
    [Number.NaN, true, false],
  ])('a guard that spoke at %d ms with power off %s proves: %s', (atMs, powerOff, proven) => {
    expect(isOff(readings({ atMs, powerOff }), 9000)).toBe(proven);
  });

  it('is proven by the read-back only once it could have found a difference', () => {
    expect([5000, 5999, 6000].map((nowMs) => isOff(readings(null), nowMs))).toEqual([
      false,
      false,
      true,
    ]);
    expect(isOff(readings(null, 'pin D10 holds 80'), 9000)).toBe(false);
    expect(isOff(readings(null), Number.NaN)).toBe(false);
  });

  it.each([
    [false, true, 0, 0, true],
    [false, false, 1, 0, true],
    [true, false, 0, 0, false],
    [false, true, 0.1, 0, false],
    [false, true, 0, 0.1, false],
  ])(
    'on a simulated board: relay closed %s, enabled %s, cool %d, heat %d: %s',
    (relayClosed, bridgeEnabled, coolDuty, heatDuty, proven) => {
      const board = {
        simulation: { pins: () => ({ relayClosed, bridgeEnabled, coolDuty, heatDuty }) },
      } as unknown as Board;
      // Whatever a guard may have said.
      expect(isOff(readings({ atMs: 9000, powerOff: true }), 9000, board)).toBe(proven);
    },
  );
});
