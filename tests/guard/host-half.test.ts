/** The host's half of the guard protocol, frame by frame: what each word of the board changes, and what is asked when. */
import { english } from '../../src/words/facts.ts';
import { describe, expect, it, test } from 'vitest';
import { currentCountLimits, partBits, unknownEdges } from '../../hardware/guard/board-checks.ts';
import { memoryFieldsOf } from '../../hardware/guard/board-memory.ts';
import type { BoardMemory } from '../../hardware/guard/board-memory.ts';
import { crc16, encodeHostFrame, openSeed, packFields } from '../../hardware/guard/frames.ts';
import type { BoardFrameName } from '../../hardware/guard/frames.ts';
import { GuardLink } from '../../hardware/guard/guard-link.ts';
import type { GuardWish } from '../../hardware/guard/guard-link.ts';
import * as guard from '../../hardware/guard/guard-session.ts';
import type { GuardLimits, GuardSession } from '../../hardware/guard/guard-session.ts';
import {
  boardFrames,
  guardReasons,
  guardStates,
  hostFrames,
  memoryConditions,
  protocolVersion,
} from '../../hardware/guard/protocol.ts';
import type { GuardReason, GuardState } from '../../hardware/guard/protocol.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { boardFrame } from './board-frame.ts';
import { burntIn } from './model-guard.ts';

const challenge = 0x2abc;

/** A frame of the board; fields that are not named are zero. */
function frameOf(
  name: BoardFrameName,
  fields: Readonly<Record<string, number>>,
  seed?: number,
): number[] {
  const zeros = Object.fromEntries(Object.keys(boardFrames[name].fields).map((key) => [key, 0]));
  return boardFrame(name, { ...zeros, ...fields }, challenge, seed);
}

const statusOf = (
  state: GuardState,
  reason: GuardReason = 'none',
  more: Readonly<Record<string, number>> = {},
): number[] =>
  frameOf('status', {
    state: guardStates.indexOf(state),
    reason: guardReasons.indexOf(reason),
    ...more,
  });

const identity = { nonce: 77, version: protocolVersion, challenge, ...burntIn };
const greeted = guard.hello(guard.strangers, 77).session;
const named = guard.received(greeted, frameOf('identity', identity), 100);
const inState = (state: GuardState, reason: GuardReason = 'none', atMs = 200): GuardSession =>
  guard.received(named, statusOf(state, reason), atMs);

describe('a session', () => {
  test('begins with hello, which forgets all but the sequence', () => {
    const first = guard.hello(guard.strangers, 77);
    expect(first.session).toEqual({ ...guard.strangers, nonce: 77, sequence: 1 });
    expect(first.payload).toEqual(
      encodeHostFrame('hello', { sequence: 1, version: protocolVersion, nonce: 77 }, 0),
    );
    const again = guard.hello({ ...inState('armed'), sequence: 16_383 }, 78);
    expect(again.session).toEqual({ ...guard.strangers, nonce: 78, sequence: 0 });
  });

  test('knows the board by its answer: challenge and limits', () => {
    expect(named).toMatchObject({ challenge, limits: burntIn, status: null });
    const limits = { ...burntIn, maxHeatCount: 102 };
    expect(guard.received(named, frameOf('limits', { ...limits }), 1).limits).toEqual(limits);
  });

  test('believes nobody before that, not even one who knows the open seed', () => {
    for (const name of ['limits', 'status'] as const) {
      const frame = frameOf(name, name === 'limits' ? { ...burntIn } : { state: 1 }, openSeed);
      expect(guard.received(greeted, frame, 1)).toBe(greeted);
    }
  });

  test('takes no state and no reason that it does not know', () => {
    expect(guard.received(named, frameOf('status', { state: 4 }), 1)).toBe(named);
    expect(
      guard.received(named, frameOf('status', { state: 1, reason: guardReasons.length }), 1),
    ).toBe(named);
    expect(
      guard.received(named, frameOf('status', { state: 3, reason: guardReasons.length - 1 }), 1),
    ).not.toBe(named);
  });

  test('keeps when a trip began, and forgets it when it is over', () => {
    const tripped = inState('tripped', 'plate-hot', 300);
    expect(tripped).toMatchObject({
      trippedAtMs: 300,
      status: { state: 'tripped', reason: 'plate-hot', atMs: 300 },
    });
    const still = guard.received(tripped, statusOf('tripped', 'plate-hot'), 500);
    expect(still).toMatchObject({ trippedAtMs: 300, status: { atMs: 500 } });
    const over = guard.received(still, statusOf('idle'), 700);
    expect(over.trippedAtMs).toBeNaN();
    const anew = guard.received(over, statusOf('tripped', 'plate-cold'), 900);
    expect(anew.trippedAtMs).toBe(900);
  });

  test('says nothing to a board that has not named itself', () => {
    expect(guard.narrow(greeted, burntIn)).toEqual({ session: greeted, payload: null });
    const unnamed = { ...inState('idle'), challenge: null };
    expect(guard.arm(unnamed, 9000).payload).toBeNull();
    const unlimited = { ...inState('idle'), limits: null };
    expect(guard.arm(unlimited, 9000)).toEqual({ session: unlimited, payload: null });
  });
});

describe('what is asked for', () => {
  const asking = {
    arm: ['idle', guard.arm],
    disarm: ['armed', guard.disarm],
    clear: ['tripped', guard.clear],
  } as const;

  it.each(Object.entries(asking))('%s is asked in one state only', (_name, [right, ask]) => {
    for (const state of guardStates) {
      const session = inState(state, state === 'tripped' ? 'lease-lost' : 'none');
      const { payload, session: after } = ask(session, 9000);
      expect(payload !== null).toBe(state === right);
      if (payload === null) expect(after).toBe(session);
    }
  });

  it.each(Object.entries(asking))(
    '%s is asked again after 200 ms, or once the state has changed',
    (_name, [right, ask]) => {
      const asked = ask(inState(right, right === 'tripped' ? 'lease-lost' : 'none'), 9000).session;
      expect(ask(asked, 9000).payload).toBeNull();
      expect(ask(asked, 9199).payload).toBeNull();
      expect(ask(asked, 9200).payload).not.toBeNull();
      const heard = guard.received(asked, statusOf(right), 9100);
      expect(ask(heard, 9199).payload).toBeNull();
      const elsewhere = guard.received(asked, statusOf('booting'), 9100);
      expect(ask(guard.received(elsewhere, statusOf(right), 9101), 9102).payload).not.toBeNull();
    },
  );

  test('a first status is no answer', () => {
    const asked = { ...named, askedAtMs: 9000 };
    expect(guard.received(asked, statusOf('idle'), 9001).askedAtMs).toBe(9000);
  });

  test('a tripped board is told again after half a second that somebody is there', () => {
    const told = guard.attend(inState('tripped', 'plate-hot'), 9000).session;
    expect(guard.attend(told, 9499)).toEqual({ session: told, payload: null });
    const again = guard.attend(told, 9500);
    expect(again.payload?.[0]).toBe(hostFrames.renew.id);
    expect(again.session.attendedAtMs).toBe(9500);
  });

  test('a board is told again after half a second what it is to remember', () => {
    const memory = { condition: 'kept', number: '0000002a', begun: 4, lastHash: '2e'.repeat(16) };
    const wanting = guard.wanting(inState('idle'), memory as BoardMemory);
    const told = guard.tell(wanting, 9000).session;
    expect(guard.tell(told, 9499)).toEqual({ session: told, payload: null });
    expect(guard.tell(told, 9500).payload?.[0]).toBe(hostFrames.remember.id);
  });

  test('urgent disarming does not wait', () => {
    const asked = guard.disarm(inState('armed'), 9000).session;
    expect(guard.disarm(asked, 9001, true).payload).not.toBeNull();
    expect(guard.disarm(inState('idle'), 9001, true).payload).toBeNull();
  });

  test('arming proves the limits, and counts as a renewal', () => {
    const { session, payload } = guard.arm(inState('idle'), 9000);
    const limitsCrc = crc16(packFields(boardFrames.limits.fields, { ...burntIn }), challenge);
    expect(payload).toEqual(encodeHostFrame('arm', { sequence: 2, limitsCrc }, challenge));
    expect(session).toMatchObject({ sequence: 2, askedAtMs: 9000, renewedAtMs: 9000 });
  });

  test('clearing names the reason that is latched', () => {
    const reason = guardReasons.indexOf('sensor-open');
    expect(guard.clear(inState('tripped', 'sensor-open'), 9000).payload).toEqual(
      encodeHostFrame('clear', { sequence: 2, reason }, challenge),
    );
  });

  it.each([
    [false, false, 0],
    [true, false, 1],
    [false, true, 2],
    [true, true, 3],
  ])('a renewal with enable %s and relay %s', (enabled, relayClosed, switches) => {
    const written = { coolCount: 20, heatCount: 0, enabled, relayClosed };
    const { session, payload } = guard.renew(inState('armed'), written, 9000);
    const fields = { sequence: 2, coolCount: 20, heatCount: 0, switches };
    expect(payload).toEqual(encodeHostFrame('renew', fields, challenge));
    expect(session).toMatchObject({ sequence: 2, renewedAtMs: 9000 });
    for (const state of ['booting', 'idle', 'tripped'] as const) {
      expect(guard.renew(inState(state), written, 9000).payload).toBeNull();
    }
  });

  test('sequence numbers begin anew after 16383', () => {
    const last = { ...inState('armed'), sequence: 16_383 };
    const written = { coolCount: 0, heatCount: 0, enabled: false, relayClosed: false };
    expect(guard.renew(last, written, 1).session.sequence).toBe(0);
  });
});

/** A link to a board that says what the test says. */
function linked() {
  const sent: number[][] = [];
  let say: (payload: readonly number[]) => void = () => {};
  let nowMs = 0;
  const wire = {
    send: (payload: readonly number[]) => void sent.push([...payload]),
    onFrame: (listener: typeof say) => void (say = listener),
  };
  const link = new GuardLink(wire, 'test port', () => nowMs);
  return {
    link,
    sent,
    say: (payload: readonly number[]) => say(payload),
    pass: (byMs = 20) => void (nowMs += byMs),
    nowMs: () => nowMs,
  };
}
const nothingWritten = { coolCount: 0, heatCount: 0, enabled: false, relayClosed: false };

const kept = {
  condition: memoryConditions.indexOf('kept'),
  ...memoryFieldsOf({ condition: 'kept', number: '0000002a', begun: 3, lastHash: '1f'.repeat(16) }),
};

/** A board that names itself at the first question, and stands so. */
async function identified(state: GuardState, reason: GuardReason = 'none') {
  const bench = linked();
  await bench.link.identify(77, () => {
    bench.pass();
    if (bench.sent.at(-1)?.[0] === hostFrames.recall.id) bench.say(frameOf('memory', kept));
    if (bench.sent.length > 1 || bench.link.limits !== null) return;
    bench.say(frameOf('identity', { ...identity, minor: 2, patch: 3, buildHash: 0xabc }));
    bench.say(statusOf(state, reason));
  });
  bench.sent.length = 0;
  return bench;
}

describe('a link', () => {
  test('greets a silent board three times a second, each time with another nonce', async () => {
    const bench = linked();
    const at: number[] = [];
    const pass = (): void => {
      if (bench.sent.length > at.length) at.push(bench.nowMs());
      bench.pass(100);
    };
    await expect(bench.link.identify(16_382, pass)).rejects.toMatchObject({ code: 'GUARD_SILENT' });
    expect(at).toEqual([0, 1000, 2000]);
    expect(bench.nowMs()).toBe(4000);
    expect(bench.sent).toEqual(
      [16_382, 16_383, 0].map((nonce, index) =>
        encodeHostFrame('hello', { sequence: index + 1, version: protocolVersion, nonce }, 0),
      ),
    );
    expect(bench.link.firmware).toBe('unknown');
  });

  test('that names itself and never says how it stands is an error', async () => {
    const bench = linked();
    const pass = (): void => {
      if (bench.link.limits === null) bench.say(frameOf('identity', identity));
      bench.pass();
    };
    await expect(bench.link.identify(77, pass)).rejects.toMatchObject({ code: 'GUARD_SILENT' });
    expect(bench.sent).toHaveLength(1);
    expect(bench.link.reading).toEqual({
      state: 'booting',
      reason: 'none',
      found: { kind: 'nothing' },
      atMs: -Infinity,
      trippedAtMs: Number.NaN,
      renewedAtMs: -Infinity,
      powerOff: false,
      fanTurnsPerS: null,
    });
    expect(bench.link.armed).toBe(false);
  });

  test('that stays armed is an error, though it says what it remembers', async () => {
    const bench = linked();
    const pass = (): void => {
      bench.pass();
      if (bench.link.limits === null) bench.say(frameOf('identity', identity));
      bench.say(statusOf('armed'));
      bench.say(frameOf('memory', kept));
    };
    await expect(bench.link.identify(77, pass)).rejects.toMatchObject({ code: 'GUARD_SILENT' });
    expect(bench.link.memory).not.toBeNull();
  });

  // 1 sent a single conversion in ten bits, with the same frames.
  test.each([1, 2, 3, 4, 6])(
    'to a board of version %i says which, and whose is which',
    async (version) => {
      const bench = linked();
      const pass = (): void => bench.say(frameOf('identity', { ...identity, version }));
      await expect(bench.link.identify(77, pass)).rejects.toMatchObject({
        code: 'GUARD_VERSION',
        message: expect.stringContaining(
          `version ${version} of the guard protocol, this program version ${protocolVersion}`,
        ),
      });
    },
  );

  test('names the firmware', async () => {
    const { link } = await identified('idle');
    expect(link.firmware).toBe(`0.2.3 (guard protocol ${protocolVersion}, build 00000abc)`);
  });

  it.each<[GuardWish, GuardState, keyof typeof hostFrames | null]>([
    ['rest', 'idle', null],
    ['arm', 'idle', 'arm'],
    ['renew', 'armed', 'renew'],
    ['disarm', 'armed', 'disarm'],
    ['clear', 'tripped', 'clear'],
    ['rest', 'armed', null],
    // A sign of life: a board that hears nobody sounds by itself.
    ['rest', 'tripped', 'renew'],
  ])('asked to %s while the board is %s, sends %s', async (wish, state, frame) => {
    const bench = await identified(state === 'armed' ? 'idle' : state, 'none');
    bench.say(statusOf(state));
    bench.link.act(wish, nothingWritten);
    expect(bench.sent.map(([id]) => id)).toEqual(frame === null ? [] : [hostFrames[frame].id]);
    expect(bench.link.armed).toBe(state === 'armed');
  });

  test('tells a tripped board twice a second that somebody is there, and asks for nothing', async () => {
    const bench = await identified('idle');
    bench.say(statusOf('tripped', 'plate-hot'));
    const driven = { coolCount: 200, heatCount: 0, enabled: true, relayClosed: true };
    for (let passedMs = 0; passedMs < 2000; passedMs += 50) {
      bench.link.act('rest', driven);
      bench.pass(50);
    }
    expect(bench.sent).toHaveLength(4);
    // After the id and the sequence number, up to the checksum.
    expect(bench.sent.flatMap((frame) => frame.slice(3, -3))).toEqual(Array(4 * 5).fill(0));
  });

  test('disarms at once when all is switched off, whatever was asked before', async () => {
    const bench = await identified('idle');
    bench.say(statusOf('armed'));
    bench.link.act('disarm', nothingWritten);
    bench.link.act('disarm', nothingWritten);
    expect(bench.sent).toHaveLength(1);
    bench.link.disarm();
    expect(bench.sent.map(([id]) => id)).toEqual([hostFrames.disarm.id, hostFrames.disarm.id]);
  });

  it.each<[GuardReason, number, number, RegExp, string]>([
    ['sensors-disagree', 310, 250, /differ by 3\.1 °C/, '2.5 °C for 1 s'],
    ['too-fast', 234, 200, /sensor B moves by 2\.3 °C\/s/, '2.0 °C/s'],
  ])('says what %s means', async (reason, value, limit, finding, words) => {
    const bench = await identified('idle');
    bench.say(statusOf('tripped', reason, { channel: 1, value, limit }));
    const { found } = bench.link.reading;
    expect(english.reading(found)).toMatch(finding);
    expect(english.limit(found)).toBe(words);
  });

  it.each<[string, Record<string, number>, boolean]>([
    ['nothing', {}, true],
    ['a cool count', { coolCount: 1 }, false],
    ['a heat count', { heatCount: 1 }, false],
    ['the bridge enabled', { switches: 1 }, false],
    ['the relay closed', { switches: 2 }, false],
    ['the fan off and the stop loop closed', { switches: 12 }, true],
  ])('that reports %s on the pins: power is off: %s', async (_what, pins, powerOff) => {
    const bench = await identified('idle');
    bench.say(statusOf('tripped', 'plate-hot', { ...pins, value: 320, limit: 335, channel: 1 }));
    const { powerOff: isOff, found } = bench.link.reading;
    expect(isOff).toBe(powerOff);
    expect(english.reading(found)).toMatch(/\(plate-hot\): plate sensor B reads 4\d\.\d °C/);
    expect(english.limit(found)).toMatch(/^4\d\.\d °C$/);
    bench.say(statusOf('idle'));
    expect(bench.link.reading).toMatchObject({ found: { kind: 'nothing' } });
  });

  // Two pulses a turn have four edges, and a window of the board lasts 2.048 s.
  test.each([
    ['98 edges', partBits.fanTach, 98, 98 / 4 / 2.048],
    ['98 edges, among other parts', 0x3f, 98, 98 / 4 / 2.048],
    ['no edges', partBits.fanTach, 0, 0],
    ['a window that is not over', partBits.fanTach, unknownEdges, null],
    ['edges of a fan that nobody counts', 0x3f - partBits.fanTach, 98, null],
    ['nothing of no fan', 0, unknownEdges, null],
  ])('that reports %s (parts %i)', async (_what, parts, fanEdges, turnsPerS) => {
    const bench = await identified('idle');
    bench.say(frameOf('limits', { ...burntIn, parts }));
    bench.say(statusOf('idle', 'none', { fanEdges }));
    expect(bench.link.reading.fanTurnsPerS).toBe(turnsPerS);
  });

  test.each([
    [0, 'plateA'],
    [1, 'plateB'],
    [2, 'heatsink'],
    [3, 'witness'],
    [4, 'heatSupply'],
    [5, 'coolSupply'],
    [9, 'unknown'],
  ])('calls channel %i by its name: %s', async (channel, name) => {
    const bench = await identified('idle');
    bench.say(statusOf('tripped', 'sensor-open', { channel, value: 1000, limit: 900 }));
    expect(bench.link.reading.found).toEqual({
      kind: 'board-cut',
      rule: 'sensor-open',
      cause: { kind: 'sensor-open', channel: name, value: 1000, unit: 'count', limit: 900 },
    });
  });

  test.each<[GuardReason, status: Record<string, number>, cause: object]>([
    [
      'witness-disagrees',
      { channel: 3, value: 325, limit: 300 },
      { kind: 'witness-gone', value: 3.25, unit: 'K', limit: 3 },
    ],
    [
      'ground',
      { channel: 15, value: 24, limit: 8 },
      { kind: 'ground-moves', value: 1.5, unit: 'count', limit: 0.5 },
    ],
    ['relay-welded', { channel: 6 }, { kind: 'second-relay-closed', unit: 'A' }],
    ['relay-welded', { channel: 4 }, { kind: 'relay-closed', channel: 'heatSupply', unit: 'V' }],
    ['bridge-shorted', { channel: 6 }, { kind: 'flows-undriven', unit: 'A' }],
    ['bridge-shorted', { channel: 4 }, { kind: 'supply-lifted', channel: 'heatSupply', unit: 'V' }],
    // What means no temperature is told as it was counted.
    [
      'plate-hot',
      { channel: 3, value: 0, limit: 1090 },
      { kind: 'reads', channel: 'witness', value: 0, unit: 'count', limit: 1090 },
    ],
  ])('tells of %s what the board counted: %j', async (reason, status, cause) => {
    const bench = await identified('idle');
    bench.say(statusOf('tripped', reason, status));
    expect(bench.link.reading.found).toMatchObject({ kind: 'board-cut', rule: reason, cause });
  });

  // Half of the scale is none, and each ampere is a fiftieth of it: 10 A while it cools, −5 A while it heats.
  test.each([
    [0.7, 10],
    [0.5, 0],
    [0.4, -5],
  ])('takes %d of the scale for %d A', async (share, value) => {
    const { currentZeroCounts } = currentCountLimits;
    const bench = await identified('idle');
    const counts = { value: Math.round(2 * share * currentZeroCounts), limit: currentZeroCounts };
    const channel = defaultPinMap.moduleCurrent!;
    bench.say(statusOf('tripped', 'module-open', { channel, ...counts }));
    const { found } = bench.link.reading;
    const cause = 'cause' in found ? found.cause : null;
    expect(cause).toMatchObject({ kind: 'modules-open', unit: 'A', limit: 0 });
    expect(cause).toHaveProperty('value', expect.closeTo(value, 1));
  });

  test('narrows nothing where it knows no limits, or has them already', async () => {
    const stranger = linked();
    await stranger.link.narrow({ maxHeatCount: 10 }, stranger.pass);
    const bench = await identified('idle');
    await bench.link.narrow({ ceilingCounts: 1, maxHeatCount: 255, oneWayS: 9999 }, bench.pass);
    expect([...stranger.sent, ...bench.sent]).toEqual([]);
  });

  test('waits a second for its narrower limits, and refuses to go on without', async () => {
    const bench = await identified('idle');
    const sinceMs = bench.nowMs();
    const wanted: GuardLimits = {
      ceilingCounts: 340,
      floorCounts: 700,
      maxHeatCount: 102,
      maxCoolCount: 200,
      oneWayS: 600,
      sessionS: 4000,
      parts: 1,
    };
    await expect(bench.link.narrow(wanted, bench.pass)).rejects.toMatchObject({
      code: 'GUARD_REFUSED',
    });
    expect(bench.nowMs() - sinceMs).toBe(1000);
    expect(bench.sent).toEqual([encodeHostFrame('narrow', { sequence: 3, ...wanted }, challenge)]);
    const other = frameOf('limits', { ...wanted, maxHeatCount: 103 });
    bench.say(other);
    await expect(bench.link.narrow(wanted, bench.pass)).rejects.toMatchObject({
      code: 'GUARD_REFUSED',
    });
    await bench.link.narrow(wanted, () => bench.say(frameOf('limits', { ...wanted })));
    expect(bench.link.limits).toEqual(wanted);
  });
});

describe('the memory of the board', () => {
  const memory: BoardMemory = {
    condition: 'kept',
    number: '0000002a',
    begun: 4,
    lastHash: '2e'.repeat(16),
  };
  const told = ({ sent }: { sent: readonly (readonly number[])[] }): number =>
    sent.filter(([id]) => id === hostFrames.remember.id).length;

  test('is read when the board is identified, number, count and hash', async () => {
    const { link } = await identified('idle');
    expect(link.memory).toEqual({
      condition: 'kept',
      number: '0000002a',
      begun: 3,
      lastHash: '1f'.repeat(16),
    });
  });

  test('a guard that never tells it is no guard of this version', async () => {
    const bench = linked();
    const pass = (): void => {
      bench.pass();
      if (bench.link.limits !== null) return;
      bench.say(frameOf('identity', identity));
      bench.say(statusOf('idle'));
    };
    await expect(bench.link.identify(77, pass)).rejects.toMatchObject({ code: 'GUARD_SILENT' });
    expect(bench.sent.map(([id]) => id)).toEqual([1, 7, 7, 7]);
  });

  test('is told at once, again until the board says so, and then no more', async () => {
    const bench = await identified('idle');
    bench.link.remember(memory);
    expect(bench.sent).toEqual([
      encodeHostFrame('remember', { sequence: 3, ...memoryFieldsOf(memory) }, challenge),
    ]);
    for (let tick = 0; tick < 12; tick += 1) {
      bench.pass(50);
      bench.link.act('rest', nothingWritten);
    }
    expect(told(bench)).toBe(2);
    bench.say(frameOf('memory', { condition: 1, ...memoryFieldsOf(memory) }));
    bench.pass(5000);
    bench.link.act('rest', nothingWritten);
    expect(told(bench)).toBe(2);
    expect(bench.link.forgetful).toBe(false);
    expect(bench.link.memory).toEqual(memory);
  });

  test('is not told while the board is armed', async () => {
    const bench = await identified('idle');
    bench.say(statusOf('armed'));
    bench.link.remember(memory);
    bench.link.act('rest', nothingWritten);
    expect(told(bench)).toBe(0);
    bench.say(statusOf('idle'));
    bench.link.act('rest', nothingWritten);
    expect(told(bench)).toBe(1);
  });

  test('a board that does not take it is told five times, and then the answer is no', async () => {
    const bench = await identified('idle');
    bench.link.remember(memory);
    for (let tick = 0; tick < 200; tick += 1) {
      bench.pass(50);
      bench.link.act('rest', nothingWritten);
      bench.say(frameOf('memory', kept));
    }
    expect(told(bench)).toBe(5);
    expect(bench.link.forgetful).toBe(true);
    expect(await bench.link.untilRemembered(() => bench.pass())).toBe(false);
  });

  test('what it knows already is not told', async () => {
    const bench = await identified('idle');
    bench.link.remember({ ...memory, begun: 3, lastHash: '1f'.repeat(16) });
    expect(bench.sent).toEqual([]);
    expect(await bench.link.untilRemembered(() => bench.pass())).toBe(true);
  });

  test('a number is given to a board without one, never to another, nor to one whose memory is damaged', async () => {
    for (const condition of ['kept', 'damaged', 'blank'] as const) {
      const bench = await identified('idle');
      bench.say(frameOf('memory', { condition: memoryConditions.indexOf(condition) }));
      await bench.link.number(0x77, () => bench.pass());
      expect(told(bench) > 0).toBe(condition === 'blank');
    }
  });

  test('a condition that nobody knows changes nothing', async () => {
    const { link, say } = await identified('idle');
    say(frameOf('memory', { ...kept, condition: 3 }));
    expect(link.memory?.begun).toBe(3);
  });

  test.each([{ number: null }, { number: 'x' }, { lastHash: 'abc' }])('%o is not sent', (wrong) => {
    expect(() => memoryFieldsOf({ ...memory, ...wrong })).toThrow(RangeError);
  });
});
