/** Alarms as a person hears and sees them: signals sampled at the tick, and states after a random course. */
import fc from 'fast-check';
import {
  acknowledge,
  clear,
  isShown,
  noAlarms,
  pauseAudio,
  raise,
} from '../../src/safety/alarms.ts';
import type { AlarmState } from '../../src/safety/alarms.ts';
import { alarmDefinitions } from '../../src/safety/alarm-table.ts';
import type { AlarmPriority } from '../../src/safety/alarm-table.ts';
import { signalsAt } from '../../src/safety/alarm-signals.ts';

export const tickMs = 50;

/** Stretches of the same level, `[on, milliseconds]`, of one signal sampled at every tick. */
export function stretches(
  state: AlarmState,
  signal: 'buzzer' | 'light',
  fromMs: number,
  forMs: number,
): [boolean, number][] {
  const found: [boolean, number][] = [];
  for (let nowMs = fromMs; nowMs < fromMs + forMs; nowMs += tickMs) {
    const on = signalsAt(state, nowMs)[signal];
    const last = found.at(-1);
    if (last?.[0] === on) last[1] += tickMs;
    else found.push([on, tickMs]);
  }
  return found;
}

export const idOf = (priority: AlarmPriority, latching: boolean): string => {
  const found = alarmDefinitions.find(
    (one) => one.priority === priority && one.latching === latching,
  );
  if (found === undefined) throw new Error(`no ${priority} alarm that latches: ${latching}`);
  return found.id;
};

/** One of each kind there is, and one that nobody described. */
export const kinds = {
  'high, latching': idOf('high', true),
  'medium, latching': idOf('medium', true),
  'medium, advisory': idOf('medium', false),
  'low, advisory': idOf('low', false),
  undescribed: 'rule-of-tomorrow',
} as const;

export const someId = fc.constantFrom(...Object.values(kinds));
export const raised = (id: string, nowMs: number): AlarmState =>
  raise(noAlarms, { id, detail: 'reading against limit' }, nowMs);

export type Step =
  | { readonly do: 'raise' | 'clear'; readonly id: string; readonly afterMs: number }
  | { readonly do: 'acknowledge' | 'pause'; readonly powerOff: boolean; readonly afterMs: number };

/** @param after how much later than the step before, milliseconds */
export const someSteps = (
  after: fc.Arbitrary<number>,
  powerOff: fc.Arbitrary<boolean> = fc.boolean(),
): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      fc.record({ do: fc.constant('raise' as const), id: someId, afterMs: after }),
      fc.record({ do: fc.constant('clear' as const), id: someId, afterMs: after }),
      fc.record({
        do: fc.constantFrom('acknowledge' as const, 'pause' as const),
        powerOff,
        afterMs: after,
      }),
    ),
    { maxLength: 60, size: 'max' },
  );

export const anyDelay = fc.oneof(fc.nat(400), fc.nat(5000), fc.nat(200_000));

export function take(state: AlarmState, step: Step, nowMs: number): AlarmState {
  switch (step.do) {
    case 'raise':
      return raise(state, { id: step.id, detail: 'reading against limit' }, nowMs);
    case 'clear':
      return clear(state, step.id, nowMs);
    case 'acknowledge':
      return acknowledge(state, 'A. Smith', nowMs, step.powerOff);
    case 'pause':
      return pauseAudio(state, 'A. Smith', nowMs, step.powerOff);
  }
}

export const shownIds = (state: AlarmState, nowMs: number): string[] =>
  state.alarms.filter((alarm) => isShown(alarm, nowMs)).map(({ id }) => id);
