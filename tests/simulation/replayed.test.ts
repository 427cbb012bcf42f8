/** What benches have done to treatments, replayed: delivered by the true plate, or tripped by its true name. */
import { describe, expect, it } from 'vitest';
import type { RigId } from '../../hardware/plant/rigs.ts';
import { rigs } from '../../hardware/plant/rigs.ts';
import { drawnPairTrials, runPairTrial } from '../../src/evidence/fault-pairs.ts';
import { objectionTo, truePlateBounds } from '../../src/evidence/fault-trial.ts';
import { cem43MinutesPerMinute } from '../../src/evidence/judged-dose.ts';
import { tickMs } from '../../src/treatment/companion.ts';
import { TrueDelivery } from '../../src/evidence/true-delivery.ts';
import { openVirtualTreatment } from '../../src/evidence/virtual-treatment.ts';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';
import { fault } from '../treatment/rig.ts';

interface Replay {
  readonly rig?: RigId;
  readonly seed?: number;
  readonly faults?: readonly (readonly [atS: number, id: string])[];
  readonly conditions?: readonly string[];
}

async function replayed({ rig = 'reference', seed = 1, faults = [], conditions = [] }: Replay) {
  const { companion, run } = await openVirtualTreatment({
    seed,
    rig: rigs[rig],
    prescription: 'seed-spasm',
    conditions,
  });
  const delivery = new TrueDelivery(rigs[rig].parameters);
  let [plateMinC, plateMaxC, trueCem43Min] = [Infinity, -Infinity, 0];
  const happenings = faults.map(([atS, id]) => fault(atS, id));
  const { outcome, rule, reason, durationS } = await run(
    automaticOperator(false, 'test'),
    happenings,
    () => {
      delivery.look(companion);
      const { plateC } = companion.board.simulation!.truth();
      plateMinC = Math.min(plateMinC, plateC);
      plateMaxC = Math.max(plateMaxC, plateC);
      if (companion.treatment.session.context.reachedSkin) {
        trueCem43Min += (cem43MinutesPerMinute(plateC) * tickMs) / 60_000;
      }
    },
  );
  const undelivered = delivery.undelivered(companion.config.plan.phases);
  return {
    rig,
    seed,
    outcome,
    rule,
    reason,
    durationS,
    plateMinC,
    plateMaxC,
    trueCem43Min,
    undelivered,
    tripAfterS: null,
  };
}

/** Why that is not what must come of this disturbance; null where it is. */
const objectionOf = async (id: string, replay: Replay): Promise<string | null> =>
  objectionTo({ ...(await replayed(replay)), fault: id, moment: 'cold' });

describe('noise from 400 s on', () => {
  it.each([
    ['noise-white-1', 1],
    ['noise-white-1', 2],
    ['noise-white-1.5', 1],
    ['noise-white-1.5', 2],
    ['noise-white-3', 1],
    ['noise-white-3', 2],
    ['noise-common-1', 1],
    ['noise-driven-2', 1],
    ['noise-bursts-6', 1],
    ['noise-hum-50', 1],
    ['ground-shift-1', 1],
    ['ground-shift-minus-1', 1],
    ['ground-shift-3', 1],
    ['ground-shift-minus-3', 1],
    ['plate-a-open-50ms', 1],
    ['heatsink-open-50ms', 1],
  ])('%s, seed %i', async (id, seed) => {
    expect(await objectionOf(id, { seed, faults: [[400, id]] })).toBeNull();
  });
});

describe('a bench that has been so', () => {
  it.each(['room-5', 'room-9', 'room-12', 'room-30', 'room-35', 'room-40', 'sun', 'warm-restart'])(
    '%s',
    async (id) => {
      expect(await objectionOf(id, { conditions: [id] })).toBeNull();
    },
  );
});

describe('a room in which nobody is to be treated', () => {
  // A device in 35 °C may be warm from work alone: four minutes tell.
  it.each([
    ['room-5', 60],
    ['room-9', 60],
    ['room-35', 250],
    ['room-40', 60],
  ])('%s is told before the start, within %d s and without power', async (id, withinS) => {
    const { outcome, reason, durationS, plateMinC } = await replayed({ conditions: [id] });
    expect(outcome).not.toBe('completed');
    expect(reason).toMatch(/\broom\b/);
    expect(durationS).toBeLessThan(withinS);
    expect(plateMinC).toBeGreaterThan(Number(id.replace('room-', '')) - 1);
  });
});

describe('two faults at once', () => {
  const { minC, maxC } = truePlateBounds;

  it('a frozen bead on a lifted plate, and the bridge stuck on 12 V', async () => {
    const { outcome, plateMinC, plateMaxC } = await replayed({
      rig: 'heat12V',
      faults: [
        [768, 'plate-b-frozen'],
        [768, 'contact-lost'],
        [769, 'bridge-stuck-heat'],
      ],
    });
    expect(outcome).toBe('faulted');
    expect(plateMaxC).toBeLessThanOrEqual(maxC);
    expect(plateMinC).toBeGreaterThanOrEqual(minC);
  });

  /** All of them are tried by `contrast faults --pairs`. */
  const drawn = drawnPairTrials(12, ['reference', 'heat12V'], 1);
  it.each(drawn)('$fault on $rig in $moment, seed $seed', async (trial) => {
    expect((await runPairTrial(trial)).objection).toBeNull();
  });
});
