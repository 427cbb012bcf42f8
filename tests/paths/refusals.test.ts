/**
 * In every state that the running companion can be in: what the state does not allow does nothing, whoever wishes it,
 * and what only the companion can find is taken from nobody. Each of them is in the record, with a reason.
 */
import { english } from '../../src/words/facts.ts';
import { expect, it } from 'vitest';
import type { SessionSnapshot } from '../../machines/decide.ts';
import { ignored, stateOf } from '../../machines/dispositions.ts';
import { sessionEventTypes, wishTypes } from '../../machines/session-events.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { figures } from '../evidence/figures.ts';
import type { Bench } from './bench.ts';
import { keyOf } from './causes.ts';
import { shortestWays } from './graph.ts';
import { events, possible, walk } from './session-paths.ts';

/** On the wrong side of each guard. */
const guarded: readonly SessionEvent[] = [
  { type: 'PRESCRIBE', rotations: 0 },
  { type: 'PRESCRIBE', rotations: Number.NaN },
  { type: 'SCREENED', result: 'clear' },
  { type: 'SCREENED', result: 'clear', clinician: ' ' },
  { type: 'RESET', person: ' ', causeGone: true },
];
const wishes = [...events, ...guarded].filter(({ type }) => wishTypes.has(type));
/** A trip may be called by anyone: it only takes power away. */
const findings = events.filter(({ type }) => !wishTypes.has(type) && type !== 'TRIP');

/** What is said of the skin is heard, and on record, also where the session does not move by it. */
const isNoted = (snapshot: SessionSnapshot, { type }: SessionEvent): boolean =>
  type === 'SKIN_ANSWERED' && ignored[stateOf(snapshot)].SKIN_ANSWERED !== undefined;

const ways = [...shortestWays(possible)];
const sums = { states: 0, refused: 0 };

/** Sends all of these at once, and holds the companion to doing nothing about any. */
function expectNothing(bench: Bench, sent: readonly SessionEvent[]): void {
  const { companion, entries, state } = bench;
  const before = keyOf(companion.treatment.session);
  const recorded = entries.length;
  for (const event of sent) bench.wish(event);
  bench.tick();
  expect(keyOf(companion.treatment.session), state).toBe(before);
  const refusals = entries.slice(recorded).flatMap(({ type, fields }) =>
    type === 'command'
      ? [
          {
            what: fields.what,
            accepted: fields.accepted,
            reason: fields.why && english.whole(fields.why),
          },
        ]
      : [],
  );
  expect(refusals).toEqual(
    sent.map(({ type }) => ({
      what: type,
      accepted: false,
      reason: expect.stringContaining(type),
    })),
  );
  sums.refused += sent.length;
}

const places = ways.map(
  ([key, way]) =>
    [stateOf(possible.states.get(key)!), way.map(({ type }) => type).join(' '), key, way] as const,
);

it.each(places)('in %s after %s', async (_state, _types, key, way) => {
  const snapshot = possible.states.get(key)!;
  await walk(way, 0, (bench) => {
    expectNothing(
      bench,
      wishes.filter((event) => !snapshot.can(event) && !isNoted(snapshot, event)),
    );
    expectNothing(bench, findings);
    // Nobody's word is taken that the cause is gone (L7).
    if (bench.state === 'faulted') {
      bench.spoil('plate sensor open');
      bench.run(300);
      expectNothing(bench, [{ type: 'RESET', person: 'A. Smith', causeGone: true }]);
    }
  });
  sums.states += 1;
});

it('has tried all states and all that can be said in them', () => {
  figures('refusals', {
    situations: { done: sums.states, of: possible.states.size },
    sentInVain: sums.refused,
  });
  expect(sums.states).toBe(possible.states.size);
  expect(new Set([...wishes, ...findings].map(({ type }) => type)).size).toBe(
    sessionEventTypes.length - 1,
  );
  process.stdout.write(`refusals: ${sums.states} states, ${sums.refused} events sent in vain\n`);
});
