import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalOverAfterMs, refusalsAfter } from '../../src/treatment/refusals.ts';
import type { GateRefusal } from '../../src/safety/drive-gate.ts';
import type { Refusals } from '../../src/treatment/refusals.ts';
import { at, openRig } from './rig.ts';

const tickMs = 50;
const dwell = 'gate-reversed-soon';

/** What is told of refusals that come tick by tick. */
function told(reasons: readonly (GateRefusal | null)[], undrivenFrom = Infinity) {
  let open: Refusals = [];
  const over: Refusals[number][] = [];
  for (const [index, reason] of reasons.entries()) {
    const [still, ended] = refusalsAfter(open, {
      reason,
      nowMs: index * tickMs,
      dtMs: tickMs,
      undriven: index >= undrivenFrom,
    });
    open = still;
    over.push(...ended);
  }
  return { open, over };
}

const none = (count: number): null[] => Array.from({ length: count }, () => null);
const quiet = none(refusalOverAfterMs / tickMs + 1);

describe('refusals by the gate', () => {
  it('that flicker are one, with its length and the time that was refused', () => {
    const flicker = Array.from({ length: 600 }, (_, index) => (index % 2 === 0 ? dwell : null));
    const { open, over } = told([...none(20), ...flicker, ...quiet]);
    expect(open).toEqual([]);
    expect(over).toEqual([{ reason: dwell, fromMs: 1000, untilMs: 30_900, refusedMs: 15_000 }]);
  });

  it('with a rest between them are two', () => {
    expect(told([dwell, ...quiet, dwell, ...quiet]).over).toHaveLength(2);
  });

  it('are over when nothing can be driven any more', () => {
    expect(told([dwell, null, null], 2).over).toHaveLength(1);
    expect(told([dwell, null, null]).over).toEqual([]);
  });

  it('are told once each and none is lost, in whatever order they come', () => {
    const reason = fc.constantFrom(dwell, 'gate-too-hot', 'gate-too-cold', null);
    fc.assert(
      fc.property(fc.array(reason, { maxLength: 400 }), (reasons) => {
        const { open, over } = told([...reasons, ...quiet]);
        expect(open).toEqual([]);
        const refusedMs = over.reduce((sum, one) => sum + one.refusedMs, 0);
        expect(refusedMs).toBe(tickMs * reasons.filter((one) => one !== null).length);
        for (const one of over) {
          const later = over.filter((o) => o.reason === one.reason && o.fromMs > one.untilMs);
          for (const { fromMs } of later) {
            expect(fromMs - one.untilMs).toBeGreaterThanOrEqual(refusalOverAfterMs);
          }
        }
      }),
    );
  });

  it('leave a line for each episode of a treatment, and none open at its end', async () => {
    const rig = await openRig();
    await rig.run([at(1300, { type: 'STOP', by: 'test' })]);
    const lines = rig.entries.flatMap(({ entry, t }) =>
      entry.type === 'warning' && entry.fields.rule === 'drive-gate'
        ? [{ ...entry.fields, t }]
        : [],
    );
    expect(rig.companion.treatment.refusals).toEqual([]);
    // One ramp up and one down.
    expect(lines.length).toBeLessThanOrEqual(4);
    for (const { episode, t } of lines) {
      expect(episode?.toS).toBeGreaterThanOrEqual(episode?.fromS ?? Infinity);
      expect(t).toBeGreaterThanOrEqual(episode?.toS ?? Infinity);
    }
  });
});
