/** The proof of the lease must fail on every board that does not drop its power, and leave none switched on. */
import { describe, expect, it } from 'vitest';
import type { GuardReading, GuardWish } from '../../hardware/guard/guard-link.ts';
import type { Actuation } from '../../hardware/device/device.ts';
import { proveLease } from '../../src/doctor/lease-proof.ts';
import type { LeaseProof } from '../../src/doctor/lease-proof.ts';
import type { OpenDevice } from '../../src/treatment/open-device.ts';

interface Habits {
  readonly leaseMs?: number;
  readonly start?: GuardReading['state'];
  readonly arms?: boolean;
  /** Whether the pins follow a renewal. */
  readonly closes?: boolean;
  /** Whether a trip opens the pins. */
  readonly opens?: boolean;
  readonly reason?: GuardReading['reason'];
  readonly clears?: boolean;
  /** It trips with this renewal, the first being 1. */
  readonly tripsAtRenewal?: number;
}

/** A board that keeps a lease, as badly as its habits say. Reports every 5 ms. */
class ModelBoard {
  now = 0;
  state: GuardReading['state'];
  power = false;
  renewedAtMs = Number.NEGATIVE_INFINITY;
  trippedAtMs = Number.NaN;
  drives: number[] = [];
  #renewals = 0;
  readonly #habits: Required<Habits>;

  constructor(habits: Habits) {
    this.#habits = {
      leaseMs: 450,
      start: 'idle',
      arms: true,
      closes: true,
      opens: true,
      reason: 'lease-lost',
      clears: true,
      tripsAtRenewal: Infinity,
      ...habits,
    };
    this.state = this.#habits.start;
  }

  advanceTo(untilMs: number): void {
    this.now = untilMs;
    const silentMs = this.now - this.renewedAtMs;
    if (this.state !== 'armed' || !(silentMs >= this.#habits.leaseMs)) return;
    this.#trip();
  }

  actuate({ drive, powered, guard }: Actuation): number {
    this.drives.push(drive);
    this.#take(guard ?? 'rest', powered);
    return drive;
  }

  #take(wish: GuardWish, powered: boolean): void {
    const { arms, closes, clears, tripsAtRenewal } = this.#habits;
    if (wish === 'arm' && this.state === 'idle' && arms) this.state = 'armed';
    if (wish === 'clear' && this.state === 'tripped' && clears) this.state = 'idle';
    if ((wish === 'arm' || wish === 'renew') && this.state === 'armed') {
      this.renewedAtMs = this.now;
      this.power = powered && closes;
      if (wish === 'renew') this.#renewals += 1;
      if (this.#renewals >= tripsAtRenewal) this.#trip();
    }
  }

  #trip(): void {
    this.state = 'tripped';
    this.trippedAtMs = this.now;
    if (this.#habits.opens) this.power = false;
  }

  allOff(): void {
    if (this.state === 'armed') this.state = 'idle';
    this.power = false;
  }

  get guard(): GuardReading {
    const { state, trippedAtMs, renewedAtMs } = this;
    const tripped = state === 'tripped';
    return {
      state,
      reason: tripped ? this.#habits.reason : 'none',
      found: tripped
        ? { kind: 'board-cut', rule: this.#habits.reason, cause: { kind: 'watchdog' } }
        : { kind: 'nothing' },
      atMs: this.now,
      trippedAtMs,
      renewedAtMs,
      fanTurnsPerS: null,
      powerOff: !this.power,
    };
  }
}

async function prove(habits: Habits): Promise<{ proof: LeaseProof; model: ModelBoard }> {
  const model = new ModelBoard(habits);
  const opened = {
    board: { nowMs: () => model.now, advanceTo: (ms: number) => model.advanceTo(ms) },
    device: {
      sense: () => ({ guard: model.guard }),
      actuate: (wanted: Actuation) => model.actuate(wanted),
      allOff: () => model.allOff(),
    },
  } as unknown as OpenDevice;
  return { proof: await proveLease(opened), model };
}

describe('the proof of the lease', () => {
  it.each([100, 450, 900])(
    'measures a lease of %i ms, and leaves the board at rest',
    async (ms) => {
      const { proof, model } = await prove({ leaseMs: ms });
      expect(proof).toEqual({ kind: 'dropped', afterMs: expect.closeTo(ms, -1), cleared: true });
      expect(model.state).toBe('idle');
    },
  );

  const bad: readonly (readonly [string, Habits, Partial<LeaseProof>])[] = [
    ['keeps its power for ever', { leaseMs: Infinity }, { kind: 'kept' }],
    ['says it tripped, with power still on', { opens: false }, { kind: 'kept' }],
    ['never closes relay and bridge', { closes: false }, { kind: 'not-armed' }],
    ['refuses to be armed', { arms: false }, { kind: 'not-armed' }],
    [
      'is tripped already',
      { start: 'tripped' },
      { kind: 'not-armed', because: expect.stringContaining('(lease-lost)') as string },
    ],
    [
      'somebody else has armed',
      { start: 'armed' },
      { kind: 'not-armed', because: 'the board is armed' },
    ],
    ['has not booted', { start: 'booting' }, { kind: 'not-armed' }],
    [
      'trips on something else',
      { reason: 'plate-hot' },
      { kind: 'tripped-otherwise', reason: 'plate-hot' },
    ],
    [
      'finds nothing behind its relay: that trip is the proof’s own, and is taken back',
      { reason: 'supply-low' },
      { kind: 'no-supply', cleared: true },
    ],
    [
      'says that nothing is behind its relay, with power still on',
      { reason: 'supply-low', tripsAtRenewal: 3, opens: false },
      { kind: 'tripped-otherwise', reason: 'supply-low' },
    ],
    ['drops between two renewals', { leaseMs: 40 }, { kind: 'not-armed' }],
    ['cannot be cleared', { clears: false }, { kind: 'dropped', cleared: false }],
  ];
  it.each(bad)('sees a board that %s', async (_what, habits, expected) => {
    const { proof, model } = await prove(habits);
    expect(proof).toMatchObject(expected);
    expect(model.power).toBe(false);
    expect(model.state).not.toBe('armed');
  });

  it('clears no trip but its own', async () => {
    const { model } = await prove({ start: 'tripped' });
    expect(model.state).toBe('tripped');
  });

  it('never asks for heat or cold', async () => {
    const { model } = await prove({});
    expect(new Set(model.drives)).toEqual(new Set([0]));
  });
});
