/** The operator's page: states, times, drive and STOP, each against the machine and the schedule. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { transition } from 'xstate';
import { decide, freshSession } from '../../machines/decide.ts';
import { ignored, stateOf } from '../../machines/dispositions.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import { permissionOf } from '../../machines/permission.ts';
import { sessionMachine } from '../../machines/session.ts';
import { settableBounds } from '../../src/limits/envelope.ts';
import {
  contactAllowedMs,
  pauseAllowedMs,
  readyWithinC,
  safeToTouchC,
} from '../../src/treatment/schedule.ts';
import {
  answerWithinMs,
  checkAllowedMs,
  closingWithinMs,
  lookAgainMs,
} from '../../src/treatment/skin-check.ts';
import { alarmOf } from '../../src/safety/alarm-table.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const page = read('docs/operating.md');
const text = page.replaceAll(/\s+/g, ' ');

/** What a source says and does not export, in ms: `10 * 60_000`, `3000`. */
function msIn(path: string, name: string): number {
  const found = new RegExp(`const ${name} = ([\\d_]+)(?: \\* ([\\d_]+))?;`).exec(read(path));
  if (!found) throw new Error(`${path} has no ${name} any more`);
  const number = (digits = '1'): number => Number(digits.replaceAll('_', ''));
  return number(found[1]) * number(found[2]);
}

const minutes = (ms: number): string => `${ms / 60_000} min`;
const seconds = (ms: number): string => `${ms / 1000} s`;
const inSchedule = (name: string): number => msIn('src/treatment/schedule.ts', name);

const comesBack = `the phase, and ${minutes(msIn('src/treatment/clocks.ts', 'comeBackWithinMs'))} more`;
const atMost: Readonly<Record<SessionState, string>> = {
  idle: 'no end',
  screening: 'no end',
  declined: 'no end',
  selfTest: `${minutes(msIn('src/safety/rest.ts', 'cooledAfterMs'))} to come to rest`,
  preparing: `${minutes(inSchedule('preparingAllowedMs'))}, then it trips`,
  awaitingContact: `${minutes(contactAllowedMs)}, then it is called off`,
  'treating.cold': comesBack,
  'treating.hot': comesBack,
  checking: `${minutes(checkAllowedMs)} without an answer, ${minutes(msIn('src/treatment/skin-check.ts', 'doubtAllowedMs'))} in doubt`,
  paused: `${minutes(pauseAllowedMs)}, then it is over`,
  settling: `${minutes(inSchedule('settlingAllowedMs'))}, then it trips`,
  ended: 'no end',
  faulted: 'no end',
};
const states = Object.keys(ignored) as SessionState[];

const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, state = '', waits = '', most = '', drive = '', stop = '']) => ({
    state: state.replaceAll('`', ''),
    waits,
    most,
    drive: drive.replaceAll('`', ''),
    stop,
  }));

function sessionIn(state: SessionState) {
  const [parent = '', child] = state.split('.');
  const value = child === undefined ? parent : { [parent]: child };
  return sessionMachine.resolveState({ value, context: freshSession().context } as Parameters<
    typeof sessionMachine.resolveState
  >[0]);
}

describe('the states of the operator’s page', () => {
  it('are all, each once', () => {
    expect(rows.map(({ state }) => state).toSorted()).toEqual(states.toSorted());
  });

  it.each(rows)('$state: how long, what may be driven, and what STOP does', (row) => {
    const state = row.state as SessionState;
    const session = sessionIn(state);
    expect(stateOf(session)).toBe(state);
    expect(row.most).toContain(atMost[state]);
    expect(row.drive).toBe(permissionOf(session));
    const { snapshot, disposition } = decide(session, { type: 'STOP', by: 'the operator' });
    const isTaken = disposition === 'taken';
    expect(row.stop).toBe(isTaken ? `→ \`${stateOf(snapshot)}\`` : 'noted');
    if (!isTaken) expect(ignored[state].STOP).toBeDefined();
  });

  it('come in the order in which a treatment goes through them', () => {
    const happy = [
      'idle',
      'screening',
      'selfTest',
      'preparing',
      'awaitingContact',
      'treating.cold',
    ];
    const order = rows.map(({ state }) => state).filter((state) => happy.includes(state));
    expect(order).toEqual(happy);
    const events = [
      { type: 'PRESCRIBE', rotations: 1 },
      { type: 'SCREENED', result: 'clear' },
      { type: 'SELF_TEST_PASSED' },
      { type: 'PLATE_READY' },
      { type: 'CONTACT_CONFIRMED' },
    ] as const;
    let session = freshSession();
    const seen = [
      stateOf(session),
      ...events.map((event) => {
        [session] = transition(sessionMachine, session, event);
        return stateOf(session);
      }),
    ];
    expect(seen).toEqual(happy);
  });
});

it.each([
  `within ${readyWithinC} °C of the first cold, for ${seconds(inSchedule('readyHoldMs'))}`,
  `between ${safeToTouchC.min} and ${safeToTouchC.max} °C, for ${seconds(inSchedule('settledHoldMs'))}`,
  `${settableBounds.sessionMinutes.max} min at most, pauses included`,
  `it asks again after ${minutes(lookAgainMs)}`,
  `nobody answers within ${seconds(answerWithinMs)} the power goes off`,
  `it is asked for ${minutes(closingWithinMs)}`,
])('says what the program does: %s', (words) => {
  expect(text).toContain(words);
});

it('names a line of the doctor that there is', () => {
  expect(text).toContain('the line “stop loop” fails');
  expect(read('src/doctor/board-checks.ts')).toContain("name: 'stop loop'");
});

it('names the keys of the README, and the alarm that there is', () => {
  const readme = read('README.md').replaceAll(/\s+/g, ' ');
  for (const key of ['s', 'p', 'e', 'k', 'u', 'n', 'w', 'r']) {
    expect(text).toContain(`\`${key}\``);
    expect(readme).toContain(`\`${key}\``);
  }
  expect(alarmOf('remove-plate')?.message).toContain('not safe to touch');
});
