/** What a board must do when the host falls silent, and how long it may take, each limit from both sides. */
import { english } from '../../src/words/facts.ts';
import { describe, expect, it } from 'vitest';
import { judgeLease } from '../../src/safety/lease-proof.ts';
import type { GuardReading } from '../../src/safety/readings.ts';
import { armedGuard } from './guard-cases.ts';

const renewedAtMs = 5000;
const idle: GuardReading = { ...armedGuard, state: 'idle', powerOff: true };

/** A guard that lost its lease so long after the last renewal. */
const dropped = (tookMs: number, change: Partial<GuardReading> = {}): GuardReading => ({
  ...armedGuard,
  state: 'tripped',
  reason: 'lease-lost',
  found: { kind: 'board-cut', rule: 'lease-lost', cause: { kind: 'watchdog' } },
  renewedAtMs,
  trippedAtMs: renewedAtMs + tookMs,
  powerOff: true,
  ...change,
});

const kept = (ms: number): RegExp => new RegExp(`kept its power for ${ms} ms .*; 500 ms are`);
const cut = (ms: string): RegExp => new RegExp(`cut the power ${ms} after .*; 500 ms are`);

describe('the lease proof', () => {
  it.each<[string, Parameters<typeof judgeLease>, string | RegExp]>([
    ['waits while the power is on', ['lease', armedGuard, 699], 'wait'],
    ['fails power that stays on', ['lease', armedGuard, 700], kept(700)],
    ['fails a board that let go of itself', ['lease', idle, 100], kept(100)],
    ['passes a drop at once', ['lease', dropped(0), 100], 'go on'],
    ['passes a drop after 500 ms', ['lease', dropped(500), 600], 'go on'],
    ['fails a drop after 501 ms', ['lease', dropped(501), 600], cut('501 ms')],
    ['fails a drop before the renewal', ['lease', dropped(-1), 600], cut('-1 ms')],
    ['fails a drop at no time', ['lease', dropped(Number.NaN), 600], cut('an unknown time')],
    [
      'fails pins that still drive',
      ['lease', dropped(450, { powerOff: false }), 600],
      /its pins still drive/,
    ],
    ['waits for the trip to be cleared', ['leaseClear', dropped(450), 1999], 'wait'],
    ['fails a trip that stays', ['leaseClear', dropped(450), 2000], /did not let its trip/],
    ['goes on when it is cleared', ['leaseClear', idle, 2000], 'go on'],
    ['waits for the board to arm', ['rearm', idle, 1999], 'wait'],
    ['fails a board that does not arm', ['rearm', idle, 2000], /did not arm itself again/],
    ['goes on when it is armed', ['rearm', armedGuard, 2000], 'go on'],
  ])('%s', (_what, [stage, guard, stageMs], expected) => {
    const verdict = judgeLease(stage, guard, stageMs);
    if (typeof expected === 'string') expect(verdict).toEqual({ course: expected });
    else expect(verdict.course === 'fail' && english.whole(verdict.reason)).toMatch(expected);
  });

  it.each(['lease', 'leaseClear', 'rearm'] as const)(
    'in stage %s ends with any other trip, in the words of the board',
    (stage) => {
      const found = { kind: 'watchdog' } as const;
      const hung = { kind: 'board-cut', rule: 'watchdog', cause: found } as const;
      expect(judgeLease(stage, dropped(100, { reason: 'watchdog', found: hung }), 100)).toEqual({
        course: 'fail',
        reason: { kind: 'board-found', cause: hung },
      });
    },
  );
});
