import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeAtRest, bridgeLimits, nextBridgeState } from '../../hardware/device/bridge.ts';
import type { BridgeState } from '../../hardware/device/bridge.ts';

const anyDrive = fc.oneof(
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 1, -1),
);
const steps = fc.array(fc.record({ drive: anyDrive, afterMs: fc.integer({ min: 1, max: 700 }) }), {
  maxLength: 80,
});

/** The bridge's states for a sequence of wishes, with the time of each. */
function through(
  wishes: readonly { drive: number; afterMs: number }[],
): (BridgeState & { wish: number })[] {
  let state = bridgeAtRest;
  let nowMs = 0;
  return wishes.map(({ drive, afterMs }) => {
    nowMs += afterMs;
    state = nextBridgeState(state, drive, nowMs);
    return { ...state, wish: drive };
  });
}

describe('the bridge, for any sequence of wishes', () => {
  it('puts whole counts on the pins, in the wished direction and never beyond the wish', () => {
    fc.assert(
      fc.property(steps, (wishes) => {
        for (const { count, wish } of through(wishes)) {
          expect(Number.isInteger(count)).toBe(true);
          const bound = Number.isFinite(wish) ? Math.min(1, Math.abs(wish)) * 255 : 0;
          expect(Math.abs(count)).toBeLessThanOrEqual(bound);
          if (count !== 0) expect(Math.sign(count)).toBe(Math.sign(wish));
        }
      }),
    );
  });

  it('changes direction only after the dead time at zero (H12)', () => {
    fc.assert(
      fc.property(steps, (wishes) => {
        let last: BridgeState | null = null;
        let zeroSinceMs = Number.NEGATIVE_INFINITY;
        for (const state of through(wishes)) {
          if (state.count === 0) {
            zeroSinceMs = zeroSinceMs === Number.POSITIVE_INFINITY ? state.atMs : zeroSinceMs;
            continue;
          }
          if (last !== null && Math.sign(last.count) !== Math.sign(state.count)) {
            expect(state.atMs - zeroSinceMs).toBeGreaterThanOrEqual(bridgeLimits.deadTimeMs);
          }
          last = state;
          zeroSinceMs = Number.POSITIVE_INFINITY;
        }
      }),
    );
  });

  it('rises to full in about a second of ticks, and falls in one', () => {
    const rising = through(Array.from({ length: 25 }, () => ({ drive: 1, afterMs: 50 })));
    expect(rising[10]!.count).toBeLessThan(160);
    expect(rising.at(-1)!.count).toBe(255);
    expect(nextBridgeState(rising.at(-1)!, 0.5, 1300).count).toBe(127);
    expect(nextBridgeState(rising.at(-1)!, Number.NaN, 1300).count).toBe(0);
  });
});
