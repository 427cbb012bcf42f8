/** The companion on a guarded board, by the protocol's own model: arming, renewing, the lease proof, trips and resets. */
import { english } from '../../src/words/facts.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GuardReason } from '../../hardware/guard/protocol.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import type { Companion } from '../../src/treatment/companion.ts';
import { guardWish } from '../../src/treatment/guard-course.ts';
import { inShortHeatS, shortPrescription } from '../treatment/rig.ts';
import { after, guardedTreatment } from './guarded.ts';
import { ModelBoard } from './model-board.ts';
import type { ModelFaults } from './model-guard.ts';

const stopped = (companion: Companion): void => {
  companion.send({ who: 'test', event: { type: 'STOP', by: 'test' } });
};

const shortTreatment = (board: ModelBoard) =>
  guardedTreatment(board, 'reference', shortPrescription);

let board: ModelBoard;
beforeEach(() => {
  board = new ModelBoard();
});

describe('a treatment on a guarded board', () => {
  it('completes, armed from the self-test to the end and never otherwise', async () => {
    const treatment = await guardedTreatment(board);
    const armedIn = new Set<string>();
    const summary = await treatment.run([], ({ state }) => {
      if (board.model.state === 'armed') armedIn.add(state);
    });
    expect(summary).toMatchObject({ outcome: 'completed', rule: null });
    expect(treatment.trips()).toEqual([]);
    expect(board.model.refused).toBe(0);
    expect([...armedIn]).toEqual([
      'selfTest',
      'preparing',
      'awaitingContact',
      'treating.cold',
      // Without a drive: as in a pause, the lease is renewed with nothing.
      'checking',
      'treating.hot',
    ]);
    expect(board.model.state).toBe('idle');
  });

  it('has the heat cap of its rig on the board too (L6)', async () => {
    const weak = new ModelBoard('heat12V');
    await guardedTreatment(weak, 'heat12V');
    expect(weak.model.limits).toMatchObject({ maxHeatCount: 102, maxCoolCount: 255 });
  });

  it('of somebody who built in wider limits, gets the limits of this device (L6, L10)', async () => {
    board.model.burntIn = {
      ceilingCounts: 250,
      floorCounts: 890,
      maxHeatCount: 255,
      maxCoolCount: 255,
      oneWayS: 9999,
      sessionS: 9999,
      parts: 0,
    };
    await guardedTreatment(board);
    expect(board.model.limits).toEqual({
      ceilingCounts: 320,
      floorCounts: 730,
      maxHeatCount: 255,
      maxCoolCount: 255,
      oneWayS: 1200,
      sessionS: 5700,
      parts: 127,
    });
  });

  it('is armed anew at the first contact, without power, and is driven again within 0.3 s (L6)', async () => {
    const treatment = await guardedTreatment(board);
    const unarmedS: number[] = [];
    await treatment.run([after(120, stopped)], ({ state, elapsedS }) => {
      const { enable, cool, heat, relay } = board.model.inForce;
      if (state !== 'treating.cold' || elapsedS >= 120) return;
      if (board.model.state !== 'armed' || enable === 0) unarmedS.push(elapsedS);
      if (board.model.state !== 'armed') expect([enable, cool, heat, relay]).toEqual([0, 0, 0, 0]);
    });
    expect(unarmedS.length).toBeGreaterThan(0);
    expect(unarmedS.at(-1)! - unarmedS[0]!).toBeLessThanOrEqual(0.3);
  });

  it('that does not arm anew ends within 1.5 s', async () => {
    const treatment = await guardedTreatment(board);
    let contactS = Number.NaN;
    let faultedS = Number.NaN;
    const summary = await treatment.run([], ({ state, elapsedS }) => {
      if (state === 'awaitingContact') {
        contactS = elapsedS;
        board.model.faults = { refusesToArm: true };
      }
      if (state === 'faulted' && Number.isNaN(faultedS)) faultedS = elapsedS;
    });
    expect(summary).toMatchObject({ outcome: 'faulted', rule: 'guard-tripped' });
    expect(faultedS - contactS).toBeLessThanOrEqual(1.5);
  });

  it('stays armed in a pause, with nothing driven', async () => {
    const treatment = await shortTreatment(board);
    const powered: number[] = [];
    const summary = await treatment.run(
      [
        after(inShortHeatS, (c) => c.send({ who: 'test', event: { type: 'PAUSE' } })),
        after(inShortHeatS + 60, (c) => c.send({ who: 'test', event: { type: 'RESUME' } })),
      ],
      ({ state, elapsedS }) => {
        if (state !== 'paused' || elapsedS < inShortHeatS + 1) return;
        expect(board.model.state).toBe('armed');
        powered.push(...Object.values(board.model.inForce));
      },
    );
    expect(new Set(powered)).toEqual(new Set([0]));
    expect(summary, summary.reason).toMatchObject({ outcome: 'completed' });
  });
});

describe('a tick that runs late', () => {
  it.each([
    [249, 1],
    [250, 0],
    [Number.NaN, 0],
  ])('by %d ms renews %d times', async (lateMs, times) => {
    const treatment = await shortTreatment(board);
    await treatment.run([
      after(inShortHeatS, (companion) => {
        const { treatment: state } = companion;
        const input = { readings: state.readings!, lateMs };
        // The wish by itself, whatever the rules make of the delay …
        expect(guardWish(state, input)).toBe(times === 1 ? 'renew' : 'rest');
        // … and what reaches the board.
        const before = board.model.renewals;
        companion.tick(lateMs);
        expect(board.model.renewals - before).toBe(times);
        stopped(companion);
      }),
    ]);
    expect.assertions(2);
  });
});

describe('the lease proof of the self-test', () => {
  it('lets the board drop the power once, before anybody is on the plate, and goes on', async () => {
    const treatment = await shortTreatment(board);
    let preparedAfter: string[] = [];
    await treatment.run([], ({ state }) => {
      if (state === 'preparing') preparedAfter = [...board.model.history];
    });
    expect(preparedAfter).toEqual(['armed', 'tripped lease-lost', 'idle', 'armed']);
    // Armed anew at the contact, and let go in the end.
    expect(board.model.history.slice(4)).toEqual(['idle', 'armed', 'idle']);
  });

  it.each<[string, ModelFaults, RegExp]>([
    ['never drops', { neverDrops: true }, /kept its power for \d+ ms without a renewal/],
    ['drops too late', { leaseMs: 560 }, /cut the power \d+ ms after the last renewal/],
    ['only says so', { keepsDriving: true }, /its pins still drive/],
    ['cannot be cleared', { refusesToClear: true }, /did not let its trip be cleared/],
    ['does not arm', { refusesToArm: true }, /does not arm itself/],
  ])('is not passed by a board that %s', async (_what, faults, words) => {
    const treatment = await shortTreatment(board);
    board.model.faults = faults;
    const summary = await treatment.run();
    expect(summary).toMatchObject({ outcome: 'faulted', rule: 'self-test' });
    expect(summary.reason).toMatch(words);
    expect(treatment.states()).not.toContain('preparing');
  });
});

describe('a trip of the board', () => {
  const reasons: GuardReason[] = ['plate-hot', 'sensor-open', 'watchdog', 'one-way'];
  it.each(reasons)('for %s ends the treatment, and the record says so', async (reason) => {
    const treatment = await shortTreatment(board);
    const summary = await treatment.run([after(inShortHeatS, () => board.model.trip(reason))]);
    expect(summary).toMatchObject({ outcome: 'faulted', rule: 'guard-tripped' });
    expect(treatment.trips()).toHaveLength(1);
    expect(english.reading(treatment.trips()[0]!.found)).toContain(
      `the board cut the power (${reason})`,
    );
  });

  it('names sensor, value and limit in °C', async () => {
    const treatment = await shortTreatment(board);
    await treatment.run([after(inShortHeatS, () => board.model.trip('plate-hot'))]);
    const { found } = treatment.trips()[0]!;
    expect(english.reading(found)).toMatch(/plate sensor A reads 4\d\.\d °C/);
    expect(english.limit(found)).toMatch(/^4\d\.\d °C$/);
  });

  it('for the stop loop is STOP, and no fault', async () => {
    const treatment = await shortTreatment(board);
    const { outcome, reason } = await treatment.run([
      after(inShortHeatS, () => board.model.trip('stop-pressed')),
    ]);
    expect(outcome).toBe('stopped');
    expect(reason).toContain('stopped by the stop button');
    expect(treatment.trips()).toEqual([]);
  });

  it('a board that falls silent is a lost lease within 0.7 s', async () => {
    const treatment = await shortTreatment(board);
    let atS = Number.NaN;
    const summary = await treatment.run(
      [
        after(inShortHeatS - 10, (c) => c.send({ who: 'test', event: { type: 'PAUSE' } })),
        after(inShortHeatS, () => (board.model.faults = { mute: true })),
      ],
      ({ state, elapsedS }) => {
        if (state === 'faulted' && Number.isNaN(atS)) atS = elapsedS;
      },
    );
    expect(summary).toMatchObject({ outcome: 'faulted', rule: 'lease-lost' });
    expect(atS).toBeLessThanOrEqual(inShortHeatS + 0.7);
  });
});

describe('after a trip of the board', () => {
  const send = (atS: number, event: SessionEvent) =>
    after(atS, (companion) => companion.send({ who: 'test', event }));
  const reset = (person: string): SessionEvent => ({ type: 'RESET', person, causeGone: true });

  it('only a named reset clears it, and a new treatment begins with the whole self-test (L7)', async () => {
    const treatment = await shortTreatment(board);
    const summary = await treatment.run([
      after(14.5, () => board.model.trip('plate-hot')),
      send(14.5, reset('')),
      after(14.55, () => expect(board.model.state).toBe('tripped')),
      send(14.55, reset('A. Smith')),
      after(14.6, () => expect(board.model.state).toBe('idle')),
      send(60, { type: 'PRESCRIBE', rotations: 1 }),
    ]);
    // The record is of the treatment that ended by the trip; the one after the reset would have its own.
    expect(summary).toMatchObject({ outcome: 'faulted', rule: 'guard-tripped' });
    expect(treatment.companion.treatment.session.context.outcome).toBe('completed');
    const proof = ['armed', 'tripped lease-lost', 'idle', 'armed'];
    const contact = ['idle', 'armed'];
    expect(board.model.history).toEqual([
      ...proof,
      'tripped plate-hot',
      'idle',
      ...proof,
      ...contact,
      'idle',
    ]);
  });

  it('a board that does not let itself be cleared stays a fault', async () => {
    const treatment = await shortTreatment(board);
    const summary = await treatment.run([
      after(300, () => board.model.trip('plate-hot')),
      after(301, () => (board.model.faults = { refusesToClear: true })),
      send(302, reset('A. Smith')),
      send(305, { type: 'PRESCRIBE', rotations: 1 }),
    ]);
    expect(summary).toMatchObject({ outcome: 'faulted', rule: 'guard-tripped' });
    expect(treatment.states().filter((state) => state === 'selfTest')).toHaveLength(1);
  });

  it('that an earlier run left behind, nothing starts before somebody resets it', async () => {
    board.model.trip('lease-lost');
    const left = await shortTreatment(board);
    expect(await left.run()).toMatchObject({ outcome: 'faulted', rule: 'lease-lost' });
    const another = new ModelBoard();
    another.model.trip('lease-lost');
    const treatment = await shortTreatment(another);
    treatment.companion.send({ who: 'test', event: reset('A. Smith') });
    expect((await treatment.run()).outcome).toBe('completed');
  });

  it('that was the stop button, a deliberate start is enough', async () => {
    board.model.trip('stop-pressed');
    const treatment = await shortTreatment(board);
    expect((await treatment.run()).outcome).toBe('completed');
    expect(board.model.history.slice(0, 3)).toEqual(['tripped stop-pressed', 'idle', 'armed']);
  });

  it('a self-test that is stopped in the middle of its lease proof is stopped, not faulted', async () => {
    const outcomes = new Set<string>();
    for (let tick = 0; tick < 14; tick += 1) {
      const another = new ModelBoard();
      const treatment = await shortTreatment(another);
      const { outcome } = await treatment.run([
        send(10 + tick * 0.05, { type: 'STOP', by: 'test' }),
      ]);
      outcomes.add(outcome);
      expect(another.model.state).toBe('idle');
    }
    expect([...outcomes]).toEqual(['stopped']);
  });
});
