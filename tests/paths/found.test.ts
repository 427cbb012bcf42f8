/** What the generated paths have found: each was a defect once. */
import { describe, expect, it } from 'vitest';
import { fault, openRig } from '../treatment/rig.ts';
import { Bench } from './bench.ts';
import { skinIsFine, treating } from './clockwork.ts';

const dwells = (hotMs: number) => [2000, hotMs, 2000, hotMs, 2000];
const wish = async (bench: Bench, event: Parameters<Bench['wish']>[0]): Promise<void> => {
  bench.wish(event);
  await bench.tick();
};
async function toCold(bench: Bench, rotations = 2): Promise<void> {
  await wish(bench, { type: 'PRESCRIBE', rotations });
  await wish(bench, { type: 'SCREENED', result: 'clear' });
  await bench.until(() => bench.state !== 'selfTest', 20_000);
  await bench.until(() => bench.state !== 'preparing', 60_000);
  await wish(bench, { type: 'CONTACT_CONFIRMED' });
}

async function toHeat(bench: Bench): Promise<void> {
  await bench.until(() => bench.state === 'checking', 5000);
  await wish(bench, skinIsFine);
  expect(bench.state).toBe('treating.hot');
}

describe('the stop button during a pause (L3)', () => {
  /** In a pause after some heat, with the button held from then on. */
  async function stopHeldInPause(): Promise<Bench> {
    const bench = await Bench.open(dwells(60_000));
    await toCold(bench);
    await toHeat(bench);
    await bench.run(5000);
    await wish(bench, { type: 'PAUSE' });
    bench.holdStop(true);
    return bench;
  }

  it('ends the session', async () => {
    const bench = await stopHeldInPause();
    await bench.run(1000);
    expect(bench.state).toBe('settling');
  });
  it('does not let a treatment go on when it is let go of', async () => {
    const bench = await stopHeldInPause();
    await bench.run(500);
    await wish(bench, { type: 'RESUME' });
    await bench.run(1000);
    bench.holdStop(false);
    await bench.run(8000);
    expect(bench.pins.heat).toBe(0);
  });
});

describe('a phase or a session as long as the limits allow (L6)', () => {
  it('a phase of 20 min ends, and does not trip', () => {
    const start = treating(1);
    const plan = start.with({ phaseMs: 20 * 60_000 - 50, oneWayMs: 20 * 60_000 - 50 });
    expect(plan.tick().name).toBe('checking');
  });
  it('a session of 90 min is completed', () => {
    const end = treating(5).with({ phaseMs: 15 * 60_000 - 50, sessionMs: 90 * 60_000 - 50 });
    expect(end.tick().name).toBe('settling');
  });
});

describe('a skin check that nobody answered', () => {
  it('does not pause the next session at its very beginning', async () => {
    const bench = await Bench.open(dwells(6500));
    await toCold(bench);
    await toHeat(bench);
    await wish(bench, { type: 'STOP', by: 'the patient' });
    bench.liftOff();
    await bench.until(() => bench.state === 'ended', 60_000);
    await wish(bench, { type: 'ACKNOWLEDGE' });
    await bench.run(60_000);
    await toCold(bench);
    expect(bench.state).toBe('treating.cold');
  });
  it('does not hold up the cold finish that ending early owes (L2)', async () => {
    const bench = await Bench.open([2000, 6500, 100_000, 6500, 100_000]);
    await toCold(bench);
    await toHeat(bench);
    await bench.until(() => bench.state === 'checking', 20_000);
    await wish(bench, skinIsFine);
    expect(bench.companion.treatment.session.context.phase).toBe(3);
    await wish(bench, { type: 'END_EARLY' });
    await bench.run(65_000);
    expect(bench.state).toBe('treating.cold');
  });
});

describe('a prescription with another number of rotations than the plan in force (L6)', () => {
  it.each([1, 12])('%s of 2 is refused', async (rotations) => {
    const bench = await Bench.open(dwells(6500));
    await wish(bench, { type: 'PRESCRIBE', rotations });
    expect(bench.state).toBe('idle');
  });
});

describe('a reset with the cause gone (L7)', () => {
  it('is granted after the reports were away for a second and a half', async () => {
    const bench = await Bench.open(dwells(6500));
    await toCold(bench);
    bench.fault('link-delayed');
    await bench.run(5000);
    await wish(bench, { type: 'RESET', person: 'A. Smith', causeGone: true });
    expect(bench.state).toBe('idle');
  });
  it.each(['sessionMs', 'oneWayMs'] as const)('is granted after %s ran over', (clock) => {
    const tripped = treating(1)
      .with({ [clock]: 92 * 60_000 })
      .tick();
    expect(tripped.name).toBe('faulted');
    expect(tripped.run(100).wish({ type: 'RESET', person: 'A. Smith', causeGone: true }).name).toBe(
      'idle',
    );
  });
  it('without a person named is refused, and breaks nothing', async () => {
    const bench = await Bench.open(dwells(6500));
    await toCold(bench);
    bench.fault('host-stalled');
    await bench.run(500);
    const nobody = { type: 'RESET', causeGone: true } as unknown as Parameters<Bench['wish']>[0];
    await expect(wish(bench, nobody)).resolves.toBeUndefined();
  });
});

describe('the self-test after a trip in a standard treatment (25 °C room, plate at 12 °C)', () => {
  it('waits for a plate that still moves from the treatment before, and passes when it rests', async () => {
    const rig = await openRig();
    let asked = false;
    rig.onTick.push((companion) => {
      const { board, state } = companion;
      if (state === 'faulted' && !asked) {
        board.simulation?.setContact(false);
        companion.send({ who: 'x', event: { type: 'RESET', person: 'A. Smith', causeGone: true } });
      }
      if (state === 'idle' && rig.states().includes('faulted') && !asked) {
        asked = true;
        companion.send({ who: 'x', event: { type: 'PRESCRIBE', rotations: 3 } });
      }
      if (rig.states().filter((s) => s === 'preparing').length > 1) {
        companion.send({ who: 'x', event: { type: 'STOP', by: 'x' } });
      }
    });
    // The record is of the treatment that ended by the fault; the one after the reset would have its own.
    expect(await rig.run([fault(300, 'host-stalled')])).toMatchObject({ outcome: 'faulted' });
    const { context } = rig.companion.treatment.session;
    expect(context).toMatchObject({ outcome: 'stopped', reason: { by: 'x' } });
    const states = rig.states();
    expect(states.slice(states.indexOf('faulted') + 1)).toEqual([
      'idle',
      'screening',
      'selfTest',
      'preparing',
      'settling',
      'ended',
    ]);
  });
});
