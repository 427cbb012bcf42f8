/** Every refusal says what can be done instead, in the words of the API. */
import { describe, expect, it } from 'vitest';
import { stateOf } from '../../machines/dispositions.ts';
import { inApiWords } from '../../src/server/api-words.ts';
import { commandNames } from '../../src/server/contract/live-state.ts';
import { objectionTo, wayOn } from '../../src/server/device/offers.ts';
import type { OfferFacts } from '../../src/server/device/offers.ts';
import { exploreSession } from '../machines/explore.ts';

const facts: Omit<OfferFacts, 'session'> = {
  draft: false,
  unseenAlarms: false,
  silenceable: false,
  recordEnded: false,
  unseenEnd: false,
  unseen: null,
  cause: 'the plate is hot',
  virtual: false,
  injected: [],
  boardTripped: null,
  leaving: null,
};
const situations: readonly (readonly [string, OfferFacts])[] = [
  ['rest', { ...facts, session: null }],
  ['a draft', { ...facts, session: null, draft: true }],
  ['an end that nobody has seen', { ...facts, session: null, unseen: 'alarms', unseenEnd: true }],
  ['a board that tripped', { ...facts, session: null, boardTripped: 'plate-hot' }],
  ['a device that leaves', { ...facts, session: null, leaving: 'it ends' }],
  ['a loud alarm', { ...facts, session: null, unseenAlarms: true }],
  ...[...exploreSession(1).states.values()].map(
    (session) => [stateOf(session), { ...facts, session, recordEnded: true }] as const,
  ),
];

describe('a command that is refused', () => {
  it('is told a way on, in every situation', () => {
    let refused = 0;
    for (const [where, now] of situations)
      for (const command of commandNames) {
        if (objectionTo(command, now) === null) continue;
        refused += 1;
        const way = wayOn(command, now);
        expect(way, `${command} in ${where}`).toMatch(/^[A-Z].{8,}\.$/);
        expect(way).not.toContain(' --');
      }
    expect(refused).toBeGreaterThan(500);
  });
});

describe('the words of the terminal', () => {
  it.each([
    [
      'A clinician may decide otherwise, by name and with a reason (--clinician, --override).',
      'A clinician may decide otherwise, by name and with a reason (screening.override.clinician, screening.override.reason).',
    ],
    [
      'Within them: --prescription seed-spasm-gentle.',
      'Within them: prescription.preset seed-spasm-gentle.',
    ],
    [
      'Look at the skin there, and say how it is: on the page, or with contrast run --skin-after fine.',
      'Look at the skin there, and say how it is: at /api/v1/skin-looks.',
    ],
    [
      'Whoever knows confirms it by name: on the page, or with contrast run --confirmed-by NAME.',
      'Whoever knows confirms it by name: with screening.confirmed.',
    ],
    ['Name another folder with --records.', 'Name another folder with `contrast serve` --records.'],
  ])('%s', (text, api) => {
    expect(inApiWords(text)).toBe(api);
  });
});
