import { sentenceOf } from '../../src/treatment/recorded.ts';
import { english } from '../../src/words/facts.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { stateOf } from '../../machines/dispositions.ts';
import type { SessionState } from '../../machines/dispositions.ts';
import { channels } from '../../src/safety/readings.ts';
import type { Reading, Readings } from '../../src/safety/readings.ts';
import type { CompanionTripId } from '../../src/safety/trip-ids.ts';
import { dueEvent } from '../../src/treatment/schedule.ts';
import { tick } from '../../src/treatment/tick.ts';
import { tripOfCompanion } from '../../src/treatment/trips.ts';
import { restingClocks } from '../../src/treatment/state.ts';
import type { TickInput, TreatmentConfig, TreatmentState } from '../../src/treatment/state.ts';
import { at, openRig } from './rig.ts';

const seen = new Map<SessionState, TreatmentState>();
let config: TreatmentConfig;

beforeAll(async () => {
  const rig = await openRig();
  rig.onTick.push(({ state, treatment }) => {
    if (!seen.has(state) && treatment.readings !== null) seen.set(state, treatment);
  });
  await rig.run([at(90, { type: 'STOP', by: 'test' })]);
  ({ config } = rig.companion);
});

interface Cause {
  readonly in: SessionState;
  readonly state?: Partial<TreatmentState>;
  readonly input?: Partial<TickInput>;
}

const waitedFor = (stateMs: number): Partial<TreatmentState> => ({
  clocks: { ...restingClocks, stateMs },
});

const causes: Readonly<Record<CompanionTripId, () => Cause>> = {
  'link-lost': () => ({ in: 'treating.cold', input: { linkLost: 'the cable is out' } }),
  'record-lost': () => ({
    in: 'treating.cold',
    input: {
      commands: [
        tripOfCompanion('record-lost', { kind: 'record-lost', text: 'the disk is full' }).command,
      ],
    },
  }),
  'self-test': () => ({
    in: 'selfTest',
    state: {
      selfTest: {
        ...seen.get('selfTest')!.selfTest,
        stage: 'failed',
        reason: { kind: 'board-guard-lost' },
      },
    },
  }),
  'preparing-overdue': () => ({ in: 'preparing', state: waitedFor(600_000) }),
  'not-settling': () => ({ in: 'settling', state: waitedFor(1_800_000) }),
};

/** The same readings, reported just now. */
const freshAt = (readings: Readings, nowMs: number): Readings => ({
  ...readings,
  ...Object.fromEntries(channels.map((name) => [name, { ...readings[name], atMs: nowMs }])),
});

function tickWith({ in: name, state, input }: Cause) {
  const before = { ...seen.get(name)!, ...state };
  const nowMs = before.nowMs + 50;
  return tick(
    before,
    {
      nowMs,
      lateMs: 0,
      readings: freshAt(before.readings!, nowMs),
      appliedDrive: before.gate.drive,
      commands: [],
      alarmsSeenBy: null,
      alarmSoundPausedBy: null,
      linkLost: null,
      ...input,
    },
    config,
  );
}

describe('a trip that no rule of the table finds', () => {
  it.each(Object.entries(causes))('%s is event, line of the record, and alarm', (id, cause) => {
    const { state, entries } = tickWith(cause());
    expect(stateOf(state.session)).toBe('faulted');
    expect(state.session.context).toMatchObject({ outcome: 'faulted', rule: id });
    const trips = entries.flatMap((entry) => (entry.type === 'trip' ? [entry.fields] : []));
    expect(trips.map(({ rule }) => rule)).toEqual([id]);
    const reading = english.reading(trips[0]!.found);
    expect(reading).toMatch(/\S/);
    expect(sentenceOf(id, trips[0]!.found)).toContain(reading);
    const alarm = state.alarms.alarms.find((one) => one.id === id);
    expect(alarm).toMatchObject({ present: true, definition: { id, latching: true } });
    expect(alarm!.definition.message).not.toContain('without a description');
  });

  it('waits until its time is up', () => {
    for (const [name, stateMs] of [
      ['preparing', 599_900],
      ['settling', 1_799_900],
    ] as const) {
      const { state, entries } = tickWith({ in: name, state: waitedFor(stateMs) });
      expect(stateOf(state.session)).toBe(name);
      expect(entries.filter(({ type }) => type === 'trip')).toEqual([]);
    }
  });

  it('names a plate that stays too warm for itself, with the likely causes first', () => {
    const { entries } = tickWith(causes['preparing-overdue']());
    const message = entries.flatMap((entry) =>
      entry.type === 'trip' ? [sentenceOf(entry.fields.rule, entry.fields.found)] : [],
    )[0]!;
    const places = ['room', 'sun', 'vents', 'fan', 'modules', 'supply'].map((word) =>
      message.indexOf(word),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(message).toContain('the limit is 12 °C, to within 0.5 °C, in 10 min');
  });

  it('is none where a room has got colder than the first cold: nothing may warm a plate before it (L1)', () => {
    const { readings } = seen.get('preparing')!;
    const reads = (celsius: number, from: Reading): Reading => ({ ...from, celsius });
    const colder: Readings = {
      ...readings!,
      plateA: reads(10.2, readings!.plateA),
      plateB: reads(10.3, readings!.plateB),
      heatsink: reads(10.4, readings!.heatsink),
    };
    const waited = (readingsNow: Readings): TreatmentState => {
      const { nowMs } = seen.get('preparing')!;
      const fresh = freshAt(readingsNow, nowMs);
      return { ...seen.get('preparing')!, ...waitedFor(600_000), readings: fresh };
    };
    expect(dueEvent(waited(colder), config)).toMatchObject({
      type: 'CANCEL',
      reason: { kind: 'not-started', cause: { kind: 'plate-below-cold', value: 10.2, limit: 12 } },
    });
    // A heatsink that is warm tells that the plate is driven so cold.
    const driven = { ...colder, heatsink: reads(30, readings!.heatsink) };
    expect(dueEvent(waited(driven), config)).toMatchObject({
      command: { event: { type: 'TRIP', rule: 'preparing-overdue' } },
    });
  });

  it('that somebody calls under the id of a rule has line and alarm too', () => {
    const event = { type: 'TRIP', rule: 'no-response', reason: 'called' } as const;
    const { state, entries } = tickWith({
      in: 'preparing',
      input: { commands: [{ event, who: 'test' }] },
    });
    expect(entries.filter(({ type }) => type === 'trip')).toHaveLength(1);
    expect(state.alarms.alarms.map(({ id }) => id)).toContain('no-response');
  });
});
