/** STOP on the screen says only what the device has confirmed (law L3). */
import { describe, expect, it } from 'vitest';
import { isEscapeTwice, isStopChord } from '../../src/web/state/stop-keys.ts';
import { answerAllowedMs, reduceStop, stopReady } from '../../src/web/state/stop.ts';
import type { StopEvent, StopView } from '../../src/web/state/stop.ts';

const after = (...events: StopEvent[]): StopView => events.reduce(reduceStop, stopReady);
const pressed: StopEvent = { type: 'pressed', nowMs: 1000 };

describe('STOP', () => {
  it('says at once that it is under way, and how long it took when power is proven off', () => {
    expect(after(pressed).kind).toBe('stopping');
    expect(after(pressed, { type: 'answered', off: true, nowMs: 1300 })).toEqual({
      kind: 'stopped',
      tookMs: 300,
    });
  });

  it('is never confirmed by an answer that proves nothing', () => {
    expect(after(pressed, { type: 'answered', off: false, nowMs: 1300 }).kind).toBe('stopping');
    expect(after({ type: 'answered', off: true, nowMs: 1 }).kind).toBe('ready');
  });

  it.each([answerAllowedMs, 60_000, Number.NaN])('is called not confirmed after %s ms', (ms) => {
    expect(after(pressed, { type: 'time', nowMs: 1000 + ms }).kind).toBe('unconfirmed');
  });

  it('waits for its second, and a late confirmation still counts', () => {
    expect(after(pressed, { type: 'time', nowMs: 999 + answerAllowedMs }).kind).toBe('stopping');
    expect(
      after(pressed, { type: 'time', nowMs: 5000 }, { type: 'answered', off: true, nowMs: 8000 }),
    ).toEqual({ kind: 'stopped', tookMs: 7000 });
  });

  it('is not taken back by another press, nor by anything but a confirmation', () => {
    const asking = after(pressed, { type: 'time', nowMs: 5000 });
    expect(reduceStop(asking, { type: 'pressed', nowMs: 6000 })).toBe(asking);
    expect(reduceStop(asking, { type: 'cleared' })).toBe(asking);
  });
});

describe('STOP once it has stopped something', () => {
  const stopped = after(pressed, { type: 'answered', off: true, nowMs: 1300 });

  it('is no answer to the next press: that is a wish of its own, with a proof of its own', () => {
    const again = reduceStop(stopped, { type: 'pressed', nowMs: 9000 });
    expect(again).toEqual({ kind: 'stopping', sinceMs: 9000 });
    expect(reduceStop(again, { type: 'answered', off: true, nowMs: 9200 })).toEqual({
      kind: 'stopped',
      tookMs: 200,
    });
  });

  it('is ready again where a new treatment begins', () => {
    expect(reduceStop(stopped, { type: 'cleared' })).toEqual({ kind: 'ready' });
  });
});

describe('its keys', () => {
  const key = { key: 'S', ctrlKey: true, metaKey: false, shiftKey: true, repeat: false };
  const escape = { ...key, key: 'Escape', ctrlKey: false, shiftKey: false };

  it('are Ctrl or ⌘ with Shift and S, and nothing less', () => {
    expect(isStopChord(key)).toBe(true);
    expect(isStopChord({ ...key, ctrlKey: false, metaKey: true, key: 's' })).toBe(true);
    for (const less of [{ ctrlKey: false }, { shiftKey: false }, { key: 'a' }])
      expect(isStopChord({ ...key, ...less })).toBe(false);
  });

  it('are Escape twice in quick succession; a key that is held down is one press', () => {
    expect(isEscapeTwice(escape, 1000, 1400)).toBe(true);
    expect(isEscapeTwice(escape, null, 1400)).toBe(false);
    expect(isEscapeTwice(escape, 1000, 2000)).toBe(false);
    expect(isEscapeTwice({ ...escape, repeat: true }, 1000, 1030)).toBe(false);
  });
});
