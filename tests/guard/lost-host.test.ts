/** A host whose loop stands still while its process lives on: nothing but a completed tick renews the lease (law L5). */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guardedTreatment } from './guarded.ts';
import { ModelBoard } from './model-board.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'], shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a host that ticks no more loses its lease, whatever timers it has', async () => {
  const board = new ModelBoard();
  const treatment = await guardedTreatment(board);
  await treatment.runFor(30, []);
  const { renewals } = board.model;
  expect(board.model.state).toBe('armed');
  expect(renewals).toBeGreaterThan(100);
  for (let ms = 0; ms < 1000; ms += 50) {
    board.advanceTo(board.nowMs() + 50);
    vi.advanceTimersByTime(50);
  }
  expect(board.model).toMatchObject({ state: 'tripped', reason: 'lease-lost', renewals });
  expect(board.model.inForce).toEqual({ cool: 0, heat: 0, enable: 0, relay: 0 });
});
