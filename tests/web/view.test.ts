/** What the page makes of the event stream, however badly it arrives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServerEvent } from '../../src/server/contract/events.ts';
import { hasGap } from '../../src/web/state/course.ts';
import { present, reduceView, viewAtStart } from '../../src/web/state/view.ts';
import type { View } from '../../src/web/state/view.ts';
import { atRest, begins, inHotPhase, sampleLine, says } from './fixtures.ts';

const hear = (view: View, events: readonly ServerEvent[], nowMs = 0): View =>
  reduceView(view, { type: 'heard', events, nowMs });
const opened = reduceView(viewAtStart, { type: 'opened', nowMs: 0 });
const record = Array.from({ length: 40 }, (_, seq) => sampleLine(seq, seq));
const whole = hear(opened, [begins('A'), ...record]).course;

describe('the curve', () => {
  it('is the same however often, late and mixed up its lines arrive', () => {
    const anyOrder = fc.shuffledSubarray(record, { minLength: 40, maxLength: 40 });
    const twice = fc.array(fc.constantFrom(...record));
    fc.assert(
      fc.property(anyOrder, twice, fc.integer({ min: 1, max: 7 }), (lines, again, size) => {
        let view = hear(opened, [begins('A')]);
        const all = [...lines, ...again];
        for (let at = 0; at < all.length; at += size) view = hear(view, all.slice(at, at + size));
        expect(view.course.series).toEqual(whole.series);
        expect(hasGap(view.course)).toBe(false);
      }),
    );
  });

  it('knows that a line is missing, until a replay brings it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 38 }), (missing) => {
        const lines = record.filter((_, seq) => seq !== missing);
        const view = hear(opened, [begins('A'), ...lines]);
        expect(hasGap(view.course)).toBe(true);
        const replayed = hear(view, [begins('A'), ...record]);
        expect(hasGap(replayed.course)).toBe(false);
        expect(replayed.course.series).toEqual(whole.series);
      }),
    );
  });

  it('has no gap after a stream that broke off and came back with what was missed', () => {
    const before = hear(opened, [begins('A'), ...record.slice(0, 15)]);
    const gone = reduceView(before, { type: 'lost' });
    const back = reduceView(gone, { type: 'opened', nowMs: 9 });
    const after = hear(back, [begins('A', 15), ...record.slice(15)]);
    expect(after.course.series).toEqual(whole.series);
    expect(hasGap(after.course)).toBe(false);
  });

  it('that began before the page came is called incomplete', () => {
    const view = hear(opened, [begins('A', 10), ...record.slice(10)]);
    expect(hasGap(view.course)).toBe(true);
    expect(hasGap(hear(view, [begins('A'), ...record]).course)).toBe(false);
  });

  it('of the treatment before is dropped when a new one begins', () => {
    const view = hear(opened, [begins('A'), ...record, begins('B'), sampleLine(0, 0, 'B')]);
    expect(view.course.treatmentId).toBe('B');
    expect(view.course.series.map(({ t }) => t)).toEqual([0]);
    // A straggler of the old one changes nothing.
    expect(hear(view, [sampleLine(3, 99)]).course).toBe(view.course);
  });
});

describe('the state', () => {
  it('is the newest, and an older one that comes late is dropped', () => {
    const view = hear(opened, [says(inHotPhase), says(atRest)]);
    expect(view.live).toBe(inHotPhase);
    const answered = reduceView(view, { type: 'answered', state: { ...atRest, revision: 8 } });
    expect(answered.live?.session).toBe('idle');
    expect(reduceView(view, { type: 'answered', state: atRest })).toBe(view);
  });

  it('of a server that was started anew is taken, though its count is smaller', () => {
    const view = reduceView(hear(opened, [says(inHotPhase)]), { type: 'lost' });
    expect(hear(view, [says(atRest)]).live).toBe(atRest);
  });

  it('is not shown as true once the stream is silent, broken, or the clock is no number', () => {
    const view = hear(opened, [says(inHotPhase)], 1000);
    expect(present(view)).toBe(inHotPhase);
    const at = (nowMs: number): View => reduceView(view, { type: 'time', nowMs });
    // The silence that docs/api.md allows: "Who hears nothing for 3 s has lost the device."
    expect(present(at(1000 + 2999))).toBe(inHotPhase);
    expect(present(at(1000 + 3000))).toBeNull();
    expect(present(at(Number.NaN))).toBeNull();
    expect(present(reduceView(view, { type: 'lost' }))).toBeNull();
  });

  it('stays unknown after a reconnect until a state has come: old lines prove nothing about now', () => {
    let view = reduceView(hear(opened, [says(inHotPhase)]), { type: 'lost' });
    view = reduceView(view, { type: 'opened', nowMs: 5 });
    expect(present(view)).toBeNull();
    view = hear(view, [begins('A'), ...record], 6);
    expect(present(view)).toBeNull();
    expect(present(hear(view, [says(inHotPhase)], 7))).toBe(inHotPhase);
  });
});
