/** When a STOP is answered: by the pins, after the press, and never while the session itself still permits power. */
import { describe, expect, it } from 'vitest';
import type { Board } from '../../hardware/boards/board.ts';
import { permissions } from '../../machines/permission.ts';
import type { Permission } from '../../machines/permission.ts';
import type { Readings } from '../../src/safety/readings.ts';
import type { Stopped } from '../../src/server/device/messages.ts';
import { StopProof } from '../../src/treatment/host/stop-proof.ts';

interface World {
  nowMs: number;
  relayClosed: boolean;
  permission: Permission | null;
}

const off: World = { nowMs: 1000, relayClosed: false, permission: 'none' };

function proofIn(world: World): StopProof {
  const pins = () => ({
    relayClosed: world.relayClosed,
    bridgeEnabled: false,
    coolDuty: 0,
    heatDuty: 0,
  });
  const board = { simulation: { pins }, nowMs: () => world.nowMs } as unknown as Board;
  return new StopProof({
    board,
    readings: () => ({ guard: null, pinsDiffer: null }) as unknown as Readings,
    session: () => {
      const { permission } = world;
      return permission === null
        ? null
        : { status: 'active', getMeta: () => ({ state: { permission } }) };
    },
    sessionName: () => 'settling',
  });
}

/** What the press was answered after each of these ticks, 50 ms apart. */
async function answeredAfter(
  world: World,
  ticks: readonly Partial<World>[],
): Promise<(number | null)[]> {
  const proof = proofIn(world);
  const answers: Stopped[] = [];
  void proof.wait().then((stopped) => answers.push(stopped));
  const seen: (number | null)[] = [];
  for (const change of ticks) {
    Object.assign(world, { nowMs: world.nowMs + 50 }, change);
    proof.afterTick();
    await Promise.resolve();
    seen.push(answers[0]?.ticks ?? null);
    expect(proof.isWaiting).toBe(answers.length === 0);
  }
  return seen;
}

describe('a press', () => {
  it('is answered after the first tick that proves it, and once', async () => {
    const ticks = [{ relayClosed: true }, {}, { relayClosed: false }, { relayClosed: true }];
    expect(await answeredAfter({ ...off }, ticks)).toEqual([null, null, 3, 3]);
  });

  it.each(permissions)(
    'while the session permits "%s" is answered only for "none"',
    async (one) => {
      const seen = await answeredAfter({ ...off, permission: one }, [
        {},
        {},
        { permission: 'none' },
      ]);
      expect(seen).toEqual(one === 'none' ? [1, 1, 1] : [null, null, 3]);
    },
  );

  it('without a session is answered by the pins alone', async () => {
    expect(await answeredAfter({ ...off, permission: null }, [{}])).toEqual([1]);
  });

  it('is not answered in the moment of the press itself, nor by a clock that is no number', async () => {
    expect(await answeredAfter({ ...off }, [{ nowMs: 1000 }, { nowMs: 1001 }])).toEqual([null, 2]);
    expect(await answeredAfter({ ...off }, [{ nowMs: Number.NaN }])).toEqual([null]);
  });
});
