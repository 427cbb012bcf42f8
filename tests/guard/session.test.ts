/** The host's half of the protocol by itself: what it sends, what it believes, and what it does not. */
import { english } from '../../src/words/facts.ts';
import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { GuardLink } from '../../hardware/guard/guard-link.ts';
import * as guard from '../../hardware/guard/guard-session.ts';
import { guardWireOver } from '../../hardware/guard/guard-wire.ts';
import type { SysexIo } from '../../hardware/guard/guard-wire.ts';
import {
  boardFrames,
  guardReasons,
  guardStates,
  hostFrames,
  protocolVersion,
} from '../../hardware/guard/protocol.ts';
import { guardFound } from '../../hardware/guard/guard-words.ts';
import { steinhartHartThrough } from '../../hardware/parts/thermistor.ts';
import { thermistorPoints } from '../../hardware/parts/thermistor-part.ts';
import { burntIn, ModelGuard } from './model-guard.ts';

let model: ModelGuard;
let link: GuardLink;
let nowMs: number;
const pass = (): void => {
  nowMs += 20;
  model.advance(nowMs);
};
const nothingWritten = { coolCount: 0, heatCount: 0, enabled: false, relayClosed: false };

beforeEach(() => {
  nowMs = 0;
  model = new ModelGuard();
  link = new GuardLink(model, 'test port', () => nowMs);
});

describe('identification', () => {
  test('a guard names itself, how it stands, and its limits', async () => {
    await link.identify(7, pass);
    expect(link.firmware).toBe('1.0.0 (guard protocol 5, build 0000abcd)');
    expect(link.reading).toMatchObject({ state: 'idle', reason: 'none', powerOff: true });
    expect(link.limits).toEqual(burntIn);
  });

  test('another version of the protocol is refused', async () => {
    model.faults = { version: protocolVersion - 1 };
    await expect(link.identify(7, pass)).rejects.toMatchObject({ code: 'GUARD_VERSION' });
  });

  test('a board that claims to be a guard and does not answer is an error, in bounded time', async () => {
    model.faults = { mute: true };
    await expect(link.identify(7, pass)).rejects.toMatchObject({ code: 'GUARD_SILENT' });
    expect(nowMs).toBeLessThan(5000);
  });

  test('waits until whoever armed the board before has lost the lease', async () => {
    await link.identify(7, pass);
    link.act('arm', nothingWritten);
    expect(model.state).toBe('armed');
    const another = new GuardLink(model, 'test port', () => nowMs);
    await another.identify(8, pass);
    expect(another.reading).toMatchObject({ state: 'tripped', reason: 'lease-lost' });
  });
});

describe('limits', () => {
  const limit = fc.integer({ min: 0, max: 1500 });
  const limits = fc.record({
    ceilingCounts: limit,
    floorCounts: limit,
    maxHeatCount: limit,
    maxCoolCount: limit,
    oneWayS: limit,
    sessionS: limit,
  });

  test('only ever narrow, and are in force when that is over', async () => {
    await fc.assert(
      fc.asyncProperty(limits, async (wanted) => {
        await link.identify(1, pass);
        const before = link.limits!;
        await link.narrow(wanted, pass);
        expect(link.limits).toEqual(model.limits);
        for (const [name, value] of Object.entries(model.limits)) {
          const own = before[name as keyof typeof before];
          if (name === 'ceilingCounts') expect(value).toBeGreaterThanOrEqual(own);
          else expect(value).toBeLessThanOrEqual(own);
        }
        // The proof that the host knows the limits in force is accepted.
        link.act('arm', nothingWritten);
        expect(model.state).toBe('armed');
        link.disarm();
        nowMs += 300;
      }),
      { numRuns: 50 },
    );
  });

  test('that the board does not take are an error', async () => {
    await link.identify(1, pass);
    model.faults = { refusesToNarrow: true };
    await expect(link.narrow({ maxHeatCount: 10 }, pass)).rejects.toMatchObject({
      code: 'GUARD_REFUSED',
    });
  });
});

describe('renewals', () => {
  test('are sent while armed, name what was written, and never repeat a sequence number', async () => {
    await link.identify(1, pass);
    link.act('renew', nothingWritten);
    expect(model.renewals).toBe(0);
    link.act('arm', nothingWritten);
    // More than the sequence numbers there are.
    for (let tick = 0; tick < 17_000; tick += 1) {
      const coolCount = tick % 256;
      model.write('cool', coolCount);
      model.write('enable', 1);
      link.act('renew', { coolCount, heatCount: 0, enabled: true, relayClosed: false });
      expect(model.inForce.cool).toBe(coolCount);
    }
    expect(model).toMatchObject({ state: 'armed', refused: 0, renewals: 17_000 });
  });

  test('nothing is sent without a call: time alone renews nothing', async () => {
    await link.identify(1, pass);
    link.act('arm', nothingWritten);
    for (let tick = 0; tick < 30; tick += 1) pass();
    expect(model).toMatchObject({ state: 'tripped', reason: 'lease-lost', renewals: 0 });
  });
});

describe('what the host believes', () => {
  const septet = fc.integer({ min: 0, max: 127 });
  /** A session that has heard one status, and the frame that said so. */
  function heard(): { session: guard.GuardSession; payload: readonly number[] } {
    const board = new ModelGuard();
    let session = guard.strangers;
    let payload: readonly number[] = [];
    board.onFrame((frame) => {
      payload = frame;
      session = guard.received(session, frame, 0);
    });
    const { session: asking, payload: question } = guard.hello(session, 5);
    session = asking;
    board.send(question!);
    board.advance(1000);
    return { session, payload };
  }

  test('no frame with a bit changed, cut short or made longer', () => {
    const { session, payload } = heard();
    expect(session.status?.state).toBe('idle');
    fc.assert(
      fc.property(fc.nat(payload.length - 1), fc.nat(6), (at, bit) => {
        const damaged = payload.map((value, index) => (index === at ? value ^ (1 << bit) : value));
        expect(guard.received(session, damaged, 1)).toBe(session);
      }),
    );
    expect(guard.received(session, payload.slice(0, -1), 1)).toBe(session);
    expect(guard.received(session, [...payload, 0], 1)).toBe(session);
    expect(guard.received(session, payload, 1)).not.toBe(session);
  });

  test('no frame of another session, and none that means nothing', () => {
    const { session, payload } = heard();
    const other = { ...session, challenge: (session.challenge! + 1) % 0x10000 };
    expect(guard.received(other, payload, 1)).toBe(other);
    fc.assert(
      fc.property(fc.array(septet, { maxLength: 60 }), (noise) => {
        expect(guard.received(session, noise, 1)).toBe(session);
      }),
    );
  });

  test('no identity that answers another question, and none after the first', () => {
    const board = new ModelGuard();
    let answer: readonly number[] = [];
    board.onFrame((frame) => {
      if (frame[0] === boardFrames.identity.id) answer = frame;
    });
    fc.assert(
      fc.property(fc.nat(0x3fff), fc.nat(0x3fff), (asked, answered) => {
        const { session } = guard.hello(guard.strangers, asked);
        board.send(guard.hello(guard.strangers, answered).payload!);
        const known = guard.received(session, answer, 0);
        expect(known.identity !== null).toBe(asked === answered);
      }),
    );
    const greeted = guard.hello(guard.strangers, 9);
    board.send(greeted.payload!);
    const known = guard.received(greeted.session, answer, 0);
    expect(known.challenge).not.toBeNull();
    expect(guard.received(known, answer, 1)).toBe(known);
  });

  test('when a trip began, and not when it was last repeated', async () => {
    await link.identify(1, pass);
    model.trip('plate-hot');
    const beganMs = nowMs;
    for (let tick = 0; tick < 40; tick += 1) pass();
    expect(link.reading.trippedAtMs).toBe(beganMs);
    expect(nowMs - link.reading.atMs).toBeLessThanOrEqual(200);
  });
});

describe('over firmata-io', () => {
  const { Firmata } = createRequire(import.meta.url)('firmata-io') as {
    Firmata: new (
      transport: EventEmitter,
      options: object,
    ) => SysexIo & {
      versionReceived: boolean;
      reportVersionTimeoutId: NodeJS.Timeout;
    };
  };
  const ids = Object.values(boardFrames).map(({ id }) => id);

  /** A board object of firmata-io with a transport that keeps what was written. */
  function firmata() {
    const written: number[] = [];
    const transport = Object.assign(new EventEmitter(), {
      write: (bytes: Buffer) => written.push(...bytes),
    });
    const io = new Firmata(transport, { skipCapabilities: true, reportVersionTimeout: 1 });
    clearTimeout(io.reportVersionTimeoutId);
    io.versionReceived = true;
    return { io, transport, written };
  }

  it('septets arrive as they were sent, each at its own board', () => {
    const [a, b] = [firmata(), firmata()];
    const seen = { a: [] as number[][], b: [] as number[][] };
    guardWireOver(a.io).onFrame((payload) => seen.a.push([...payload]));
    guardWireOver(b.io).onFrame((payload) => seen.b.push([...payload]));
    const septets = fc.array(fc.integer({ min: 0, max: 127 }), { maxLength: 60 });
    fc.assert(
      fc.property(fc.constantFrom(...ids), septets, fc.boolean(), (id, rest, toA) => {
        seen.a.length = 0;
        seen.b.length = 0;
        const bytes = Buffer.from([0xf0, id, ...rest, 0xf7]);
        (toA ? a : b).transport.emit('data', bytes);
        expect(toA ? seen.a : seen.b).toEqual([[id, ...rest]]);
        expect(toA ? seen.b : seen.a).toEqual([]);
      }),
    );
    const wire = guardWireOver(a.io);
    for (const { id } of Object.values(hostFrames)) {
      a.written.length = 0;
      wire.send([id, 1, 2, 127]);
      expect(a.written).toEqual([0xf0, id, 1, 2, 127, 0xf7]);
    }
  });
});

test('every reason is put in words, with the limit, and without a number that is none', () => {
  const thermistor = {
    coefficients: steinhartHartThrough(thermistorPoints),
    pullUpOhms: 10_000,
    offsetC: 0,
  };
  const zeros = Object.fromEntries(Object.keys(boardFrames.status.fields).map((name) => [name, 0]));
  fc.assert(
    fc.property(
      fc.constantFrom(...guardReasons),
      fc.nat(127),
      fc.nat(0x3fff),
      fc.nat(0x3fff),
      (reason, channel, value, limit) => {
        const numbers = { ...zeros, channel, value, limit, atMs: 0, state: guardStates[3], reason };
        const found = guardFound(numbers as unknown as guard.GuardStatus, thermistor);
        expect(english.reading(found)).toContain(reason);
        // What has no words is told by its bare kind.
        expect(english.whole(found)).not.toMatch(/NaN|undefined|null|[{}]| \(kind /);
        expect(english.limit(found)).not.toBe('');
      },
    ),
  );
});
