import { detailWords } from '../../src/safety/alarms.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmFor } from '../../src/safety/alarm-table.ts';
import { alarmLines } from '../../src/safety/alarm-lines.ts';
import {
  acknowledge,
  clear,
  maxAlarms,
  maxLogEntries,
  noAlarms,
  pauseAudio,
  pausedForMs,
  raise,
} from '../../src/safety/alarms.ts';
import type { AlarmState } from '../../src/safety/alarms.ts';
import { signalsAt } from '../../src/safety/alarm-signals.ts';
import {
  anyDelay,
  kinds,
  raised,
  shownIds,
  someId,
  someSteps,
  stretches,
  take,
} from './sampling.ts';
import type { Step } from './sampling.ts';

/** What a latching alarm still needs, told by a model that knows nothing of the reducer. */
class Owed {
  readonly #of = new Map<string, { present: boolean; seen: boolean }>();

  take(step: Step): void {
    if (step.do === 'raise' && alarmFor(step.id).latching) {
      const before = this.#of.get(step.id);
      const isNew = before === undefined || (!before.present && before.seen);
      this.#of.set(step.id, isNew ? { present: true, seen: false } : { ...before, present: true });
    }
    if (step.do === 'clear') {
      const before = this.#of.get(step.id);
      if (before !== undefined) this.#of.set(step.id, { ...before, present: false });
    }
    if (step.do !== 'acknowledge') return;
    for (const [id, before] of this.#of) {
      if (step.powerOff || alarmFor(id).priority !== 'high') {
        this.#of.set(id, { ...before, seen: true });
      }
    }
  }

  get ids(): string[] {
    return [...this.#of].filter(([, { present, seen }]) => present || !seen).map(([id]) => id);
  }
}

describe('an alarm that latches', () => {
  it('never disappears before it is acknowledged and its cause is gone', () => {
    fc.assert(
      fc.property(someSteps(anyDelay), anyDelay, (steps, laterMs) => {
        const owed = new Owed();
        let state: AlarmState = noAlarms;
        let nowMs = 0;
        for (const step of steps) {
          nowMs += step.afterMs;
          state = take(state, step, nowMs);
          owed.take(step);
          expect(shownIds(state, nowMs)).toEqual(expect.arrayContaining(owed.ids));
        }
        const lines = alarmLines(state, nowMs + laterMs).join('\n');
        for (const id of owed.ids) expect(lines).toContain(alarmFor(id).message);
      }),
      { numRuns: 300 },
    );
  });

  it('goes when both have happened, in either order, and sounds anew when it comes back', () => {
    const id = kinds['high, latching'];
    const first = acknowledge(clear(raised(id, 0), id, 100), 'A. Smith', 200, true);
    const second = clear(acknowledge(raised(id, 0), 'A. Smith', 100, true), id, 200);
    for (const state of [first, second]) {
      expect(signalsAt(state, 300).buzzer).toBe(false);
      expect(alarmLines(state, 10_000)).toEqual([]);
      expect(signalsAt(raise(state, { id, detail: '' }, 300), 300).buzzer).toBe(true);
    }
  });

  it('keeps the first reading and time: they are what tripped (L7)', () => {
    const id = kinds['high, latching'];
    const state = raise(raised(id, 100), { id, detail: 'a later reading' }, 5000);
    expect(state.alarms).toMatchObject([{ detail: 'reading against limit', raisedMs: 100 }]);
    expect(raise(state, { id, detail: 'once more' }, 6000)).toBe(state);
  });

  it('does not stay paused when its cause comes back', () => {
    const id = kinds['high, latching'];
    const state = clear(pauseAudio(raised(id, 0), 'A. Smith', 100, true), id, 200);
    expect(signalsAt(state, 6000).buzzer).toBe(false);
    expect(signalsAt(raise(state, { id, detail: '' }, 300), 6000).buzzer).toBe(true);
  });
});

describe('an advisory', () => {
  it.each([kinds['medium, advisory'], kinds['low, advisory']])(
    '%s ends with its cause, and even the shortest is noticed',
    (id) => {
      const state = clear(raised(id, 30), id, 80);
      const heard = stretches(state, 'buzzer', 30, 60_000).filter(([on]) => on);
      expect(heard.length).toBeGreaterThan(1);
      expect(stretches(state, 'light', 30, 60_000).filter(([on]) => on)[0]?.[1]).toBeGreaterThan(
        900,
      );
      expect(alarmLines(state, 5000)).toEqual([]);
      expect(signalsAt(state, 5000)).toEqual({ buzzer: false, light: false });
    },
  );

  it('is shown for two seconds and until the next half second, and no longer', () => {
    const id = kinds['low, advisory'];
    const state = clear(raised(id, 30), id, 80);
    expect(shownIds(state, 2499)).toEqual([id]);
    expect(shownIds(state, 2500)).toEqual([]);
    expect(shownIds(clear(raised(id, 0), id, 500), 2500)).toEqual([]);
  });

  it('that chatters is one alarm, and stays silent once acknowledged', () => {
    const id = kinds['medium, advisory'];
    let state = acknowledge(raised(id, 0), 'A. Smith', 0, false);
    for (let nowMs = 0; nowMs < 20_000; nowMs += 500) {
      state = raise(clear(state, id, nowMs), { id, detail: '' }, nowMs + 250);
      expect(signalsAt(state, nowMs + 250).buzzer).toBe(false);
      expect(shownIds(state, nowMs + 250)).toEqual([id]);
    }
  });
});

describe('silence', () => {
  it('never hides: what is shown and lit stays shown and lit', () => {
    fc.assert(
      fc.property(someSteps(anyDelay), fc.boolean(), fc.nat(20_000), (steps, pause, laterMs) => {
        let nowMs = 0;
        let state: AlarmState = noAlarms;
        for (const step of steps) state = take(state, step, (nowMs += step.afterMs));
        const silenced = (pause ? pauseAudio : acknowledge)(state, 'A. Smith', nowMs, true);
        expect(shownIds(silenced, nowMs)).toEqual(shownIds(state, nowMs));
        const present = state.alarms.filter((alarm) => alarm.present).map(({ id }) => id);
        expect(shownIds(silenced, nowMs + laterMs)).toEqual(expect.arrayContaining(present));
        for (let t = nowMs; t < nowMs + 2000; t += 50) {
          expect(signalsAt(silenced, t).light).toBe(signalsAt(state, t).light);
        }
      }),
    );
  });

  it('is refused to a high alarm while the power is not proven off, whatever is tried', () => {
    fc.assert(
      fc.property(someSteps(anyDelay, fc.constant(false)), (steps) => {
        const id = kinds['high, latching'];
        let nowMs = 0;
        let state = raised(id, nowMs);
        for (const step of steps) state = take(state, step, (nowMs += step.afterMs));
        const heard = stretches(state, 'buzzer', nowMs, 6000).filter(([on]) => on);
        expect(heard.length).toBeGreaterThanOrEqual(10);
        expect(shownIds(state, nowMs)).toContain(id);
      }),
    );
  });

  it('by acknowledging lasts until something new is raised', () => {
    fc.assert(
      fc.property(someId, someId, (id, other) => {
        const state = acknowledge(raised(id, 0), 'A. Smith', 1000, true);
        expect(stretches(state, 'buzzer', 1000, 300_000)).toEqual([[false, 300_000]]);
        const more = raise(state, { id: other, detail: '' }, 5000);
        expect(signalsAt(more, 5000).buzzer).toBe(id !== other);
      }),
    );
  });

  it('by a pause ends after 120 s, with a reminder now and then', () => {
    fc.assert(
      fc.property(someId, fc.nat(30_000), (id, afterMs) => {
        const state = pauseAudio(raised(id, 0), 'A. Smith', afterMs, true);
        const paused = stretches(state, 'buzzer', afterMs, 120_000).filter(([on]) => on);
        expect(paused).toEqual([
          [true, 150],
          [true, 150],
          [true, 150],
        ]);
        expect(alarmLines(state, afterMs + 100_000)[0]).toContain('sound paused for 20 s');
        const again = stretches(state, 'buzzer', afterMs + 120_000, 6000);
        expect(again[0]?.[0]).toBe(true);
        expect(again.filter(([on]) => on).length).toBeGreaterThan(1);
        const seen = acknowledge(state, 'A. Smith', afterMs + 1000, true);
        expect(stretches(seen, 'buzzer', afterMs + 1000, 150_000)).toEqual([[false, 150_000]]);
      }),
    );
  });

  it('by a pause is over after just 120 s', () => {
    const [alarm] = pauseAudio(raised(kinds['low, advisory'], 0), 'A. Smith', 100, true).alarms;
    expect(pausedForMs(alarm!, 100)).toBe(0);
    expect(pausedForMs(alarm!, 120_099)).toBe(119_999);
    expect(pausedForMs(alarm!, 120_100)).toBeNaN();
  });

  it('by a pause is broken by what is raised meanwhile', () => {
    const state = pauseAudio(raised(kinds['low, advisory'], 0), 'A. Smith', 100, false);
    const more = raise(state, { id: kinds['high, latching'], detail: '' }, 200);
    expect(signalsAt(more, 200).buzzer).toBe(true);
  });

  it('needs somebody', () => {
    const state = raised(kinds['medium, advisory'], 0);
    expect(acknowledge(state, ' \n', 100, true)).toBe(state);
    expect(pauseAudio(state, '', 100, true)).toBe(state);
    const seen = acknowledge(state, 'A. Smith', 100, true);
    expect(acknowledge(seen, 'B. Jones', 200, true)).toBe(seen);
  });
});

describe('limits', () => {
  it('hold for any number of alarms and texts, and too many is an alarm of its own', () => {
    let state: AlarmState = noAlarms;
    for (let number = 0; number < 2000; number += 1) {
      const condition = { id: `rule-${number}`, detail: 'x'.repeat(10_000) };
      state = raise(state, condition, number);
    }
    expect(state.alarms.length).toBe(maxAlarms);
    expect(state.log.length).toBe(maxLogEntries);
    expect(Math.max(...state.alarms.map(({ detail }) => detailWords(detail).length))).toBe(300);
    expect(alarmLines(state, 3000).join('\n')).toContain(
      'There are more alarms than can be listed',
    );
    expect(signalsAt(acknowledge(state, 'A. Smith', 3000, true), 3000).buzzer).toBe(false);
  });

  it('a fact is kept as it is, and a text as one line of bounded length, on the list as in the log', () => {
    const fact = { kind: 'loop-late', value: 160, unit: 'ms', limit: 150 } as const;
    const withFact = raise(noAlarms, { id: 'loop-slow', detail: fact }, 0);
    expect(withFact.alarms[0]?.detail).toEqual(fact);
    expect(withFact.log[0]?.detail).toEqual(fact);
    const text = `two\nlines ${'x'.repeat(10_000)}`;
    const withText = raise(noAlarms, { id: 'loop-slow', detail: text }, 0);
    for (const { detail } of [withText.alarms[0]!, withText.log[0]!]) {
      expect(detail).toHaveLength(300);
      expect(detail).toMatch(/^two lines x+$/);
    }
  });

  it('a time that is no number means noise and light, not silence', () => {
    const paused = pauseAudio(raised(kinds['high, latching'], 0), 'A. Smith', 100, true);
    expect(signalsAt(paused, -1).buzzer).toBe(true);
    for (const nowMs of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(signalsAt(paused, nowMs)).toEqual({ buzzer: true, light: true });
      expect(alarmLines(paused, nowMs)).toHaveLength(2);
      expect(signalsAt(pauseAudio(paused, 'A. Smith', nowMs, true), 200).buzzer).toBe(true);
    }
    const state = clear(
      raised(kinds['medium, advisory'], 0),
      kinds['medium, advisory'],
      Number.NaN,
    );
    expect(shownIds(state, 1e9)).toHaveLength(1);
    expect(signalsAt(state, Number.NaN)).toEqual({ buzzer: true, light: true });
  });

  it('what others wrote cannot steer a terminal', () => {
    const hostile = 'A\u001b[2J\n*** B';
    const state = raise(noAlarms, { id: 'dose', detail: hostile }, 0);
    const lines = alarmLines(acknowledge(state, hostile, 0, true), 0);
    expect(lines).toHaveLength(2);
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
  });
});

it('the lines tell the most urgent first, with its mark, what to do, and who has seen it', () => {
  let state = raise(noAlarms, { id: 'loop-slow', detail: 'the control loop ran 160 ms late' }, 0);
  state = raise(state, { id: 'heatsink-warm', detail: 'the heatsink is at 46.0 °C' }, 10);
  state = acknowledge(state, 'A. Smith', 20, true);
  state = raise(state, { id: 'plate-hot', detail: 'plate sensor A reads 43.2 °C' }, 30);
  state = clear(state, 'plate-hot', 40);
  expect(alarmLines(state, 50)).toEqual([
    '*** The plate is too hot: plate sensor A reads 43.2 °C [NOT acknowledged, cause gone]',
    `    ${alarmFor('plate-hot').remedy}`,
    '**  The heatsink is getting hot: the heatsink is at 46.0 °C [acknowledged by A. Smith]',
    `    ${alarmFor('heatsink-warm').remedy}`,
    '*   The computer is slow: the control loop ran 160 ms late [acknowledged by A. Smith]',
    `    ${alarmFor('loop-slow').remedy}`,
  ]);
});

it('the lines of one priority begin with those that nobody has seen', () => {
  const seen = acknowledge(raised('plate-hot', 0), 'A. Smith', 0, true);
  const lines = alarmLines(raise(seen, { id: 'link-lost', detail: '' }, 10), 20);
  expect(lines[0]).toBe(`*** ${alarmFor('link-lost').message} [NOT acknowledged]`);
  expect(lines[2]).toContain(alarmFor('plate-hot').message);
});

it('the log tells what happened, when and by whom', () => {
  const id = kinds['high, latching'];
  let state = acknowledge(raised(id, 10), 'A. Smith', 20, false);
  state = clear(acknowledge(state, 'A. Smith', 30, true), id, 40);
  expect(state.log.map(({ atMs, what, detail }) => [atMs, what, detail])).toEqual([
    [10, 'raised', 'reading against limit'],
    [20, 'silence refused', 'A. Smith'],
    [30, 'acknowledged', 'A. Smith'],
    [40, 'cause gone', 'reading against limit'],
  ]);
});
