/** Rooms, warm restarts, and faults that come in twos: judged by the plate itself and by the words. */
import { describe, expect, it } from 'vitest';
import { rigs } from '../../hardware/plant/rigs.ts';
import type { Rig } from '../../hardware/plant/rigs.ts';
import { openVirtualTreatment } from '../../src/evidence/virtual-treatment.ts';
import type { VirtualTreatment } from '../../src/evidence/virtual-treatment.ts';
import { automaticOperator } from '../../src/treatment/automatic-operator.ts';
import type { Happening } from '../../src/treatment/host/run.ts';
import type { SessionEvent } from '../../machines/session-events.ts';
import { at, fault, openRig } from './rig.ts';

const inRoom = (temperatureC: number, rig: Rig = rigs.reference): Rig => ({
  ...rig,
  parameters: {
    ...rig.parameters,
    ambient: { ...rig.parameters.ambient, temperatureC },
  },
});

const treat = (treatment: VirtualTreatment, happenings: readonly Happening[] = []) =>
  treatment.run(automaticOperator(false), happenings, () => {});

const trips = ({ entries }: Pick<VirtualTreatment, 'entries'>): string[] =>
  entries.flatMap(({ entry }) => (entry.type === 'trip' ? [entry.fields.rule] : []));

describe('the room, before the start', () => {
  it.each([
    [5, /the room is at 5 °C: let it warm to 12 °C/],
    [9, /the room is at 9 °C: let it warm to 12 °C/],
    [36, /the room is at 36 °C: let it cool to 33 °C/],
  ])('%d °C is refused in a sentence, without a trip and without power', async (roomC, words) => {
    const treatment = await openVirtualTreatment({
      seed: 1,
      rig: inRoom(roomC),
      prescription: 'seed-spasm',
    });
    const summary = await treat(treatment);
    expect(summary).toMatchObject({ outcome: 'ended early', rule: null });
    expect(summary.reason).toMatch(words);
    expect(trips(treatment)).toEqual([]);
    expect(treatment.companion.treatment.controller).toBeNull();
  });

  it.each([12, 29])('%d °C is a room to be treated in', async (roomC) => {
    const rig = inRoom(roomC);
    const treatment = await openVirtualTreatment({ seed: 1, rig, prescription: 'seed-spasm' });
    expect(await treat(treatment)).toMatchObject({ outcome: 'completed' });
    expect(trips(treatment)).toEqual([]);
  });
});

describe('a device that comes from work', () => {
  it('and reads as a room of 35 °C in one of 32 °C waits until it has cooled, and treats', async () => {
    const room = inRoom(32.2);
    const start = { plateWarmerK: 3, heatsinkWarmerK: 3 };
    const rig = { ...room, parameters: { ...room.parameters, start } };
    const treatment = await openVirtualTreatment({ seed: 1, rig, prescription: 'seed-spasm' });
    expect(await treat(treatment)).toMatchObject({ outcome: 'completed' });
    expect(trips(treatment)).toEqual([]);
  });

  it.each([
    ['cold', 300],
    ['hot', 900],
  ])('passes its self-test after it was stopped in a %s phase', async (_kind, stoppedS) => {
    const rig = await openRig();
    const wish = (event: SessionEvent): void => {
      rig.companion.send({ who: 'test', event });
    };
    await rig.run([at(stoppedS, { type: 'STOP', by: 'test' })]);
    wish({ type: 'ACKNOWLEDGE' });
    rig.onTick.push(({ state }) => {
      if (state === 'preparing') wish({ type: 'STOP', by: 'test' });
    });
    const { reason } = await rig.run();
    expect(
      rig.states().filter((state) => state === 'preparing'),
      reason,
    ).toHaveLength(2);
    expect(trips(rig)).toEqual([]);
  });
});

describe('a rule that must not need both beads', () => {
  it('sees a bridge stuck on heat while one bead is frozen, on 12 V and with the limb lifted', async () => {
    for (const seed of [1, 2, 3]) {
      const rig = await openRig({ seed, rig: 'heat12V', sees: { moduleCurrent: false } });
      const summary = await rig.run([
        fault(768, 'plate-b-frozen'),
        fault(768, 'contact-lost'),
        fault(769, 'bridge-stuck-heat'),
      ]);
      expect(summary).toMatchObject({ outcome: 'faulted', rule: 'too-fast' });
      expect(summary.reason).toMatch(/plate sensor A alone.*bridge is stuck.*loose or jumps/);
      expect(summary.plant?.plateMaxC).toBeLessThan(45);
    }
  });
});

describe('noise of the sensors', () => {
  it('is written down for the self-test and for each phase, and is far below the limit', async () => {
    const rig = await openRig({ prescription: 'seed-spasm' });
    await rig.run();
    const noise = rig.entries.flatMap(({ entry }) =>
      entry.type === 'noise' ? [entry.fields] : [],
    );
    const during = ['self-test', ...[1, 2, 3, 4, 5, 6, 7].map((phase) => `phase ${phase}`)];
    expect(noise.map((line) => line.during)).toEqual(during);
    for (const { plateALsb, plateBLsb, heatsinkLsb, limitLsb } of noise) {
      for (const lsb of [plateALsb, plateBLsb, heatsinkLsb]) {
        expect(lsb).toBeGreaterThan(0.2);
        expect(lsb).toBeLessThan(limitLsb! / 2);
      }
    }
  });

  it('beyond what can be worked with is named in the self-test, and nothing is called welded', async () => {
    const { parameters } = rigs.reference;
    const rig = { ...rigs.reference, parameters: { ...parameters, adcNoiseLsbRms: 4 } };
    const treatment = await openVirtualTreatment({ seed: 1, rig, prescription: 'seed-spasm' });
    const summary = await treat(treatment);
    expect(summary.outcome).toBe('faulted');
    expect(summary.reason).toMatch(/has noise of \d\.\d LSB rms/);
    expect(summary.reason).not.toMatch(/welded|detached|swapped/);
  });
});
