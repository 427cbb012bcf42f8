/** Presses of one moment are one STOP; each is answered, and none is said to have worked without a proof. */
import { expect, it } from 'vitest';
import { StopDesk } from '../../src/server/stop/desk.ts';
import type { Presser } from '../../src/server/stop/stop-words.ts';

const proof = { session: 'settling', relayOpen: true, bridgeOff: true, ticks: 1 } as const;
const stranger: Presser = { name: null, address: '10.0.0.9', way: 'port' };
const viewer: Presser = { name: 'the viewer', address: '10.0.0.9', way: 'page' };

function desk(proven: boolean) {
  const stops: string[] = [];
  const also: string[] = [];
  const clock = { nowMs: 0 };
  const made = new StopDesk({
    stop: (who) => {
      stops.push(who);
      return proven ? Promise.resolve(proof) : new Promise(() => {});
    },
    alsoPressed: (who) => also.push(who),
    nowMs: () => clock.nowMs,
    withinMs: 1,
  });
  return { press: (presser: Presser) => made.press(presser), stops, also, clock };
}

it('a thousand presses of one moment are one STOP with a thousand answers, and the names are kept', async () => {
  const { press, stops, also } = desk(true);
  const all = Array.from({ length: 1000 }, (_, index) =>
    press(index % 7 === 1 ? viewer : stranger),
  );
  expect(new Set((await Promise.all(all)).map(({ confirmed }) => confirmed))).toEqual(
    new Set([true]),
  );
  expect(stops).toEqual(['somebody who is not signed in (the STOP port, 10.0.0.9)']);
  expect(also).toEqual(['the viewer (the dashboard, 10.0.0.9)']);
});

it('a press after the proof is a STOP of its own', async () => {
  const { press, stops } = desk(true);
  await press(viewer);
  await press(viewer);
  expect(stops).toHaveLength(2);
});

it('a press that comes while an earlier one is not proven switches off again, and nobody is told that it worked', async () => {
  const { press, stops, clock } = desk(false);
  const first = press(viewer);
  clock.nowMs = 199;
  const second = press(viewer);
  clock.nowMs = 201;
  const third = press(viewer);
  expect(stops).toHaveLength(2);
  for (const answer of await Promise.all([first, second, third])) {
    expect(answer).toMatchObject({ confirmed: false, relayOpen: null, ticks: null });
    expect(answer.words).toContain('cut the power');
  }
});
