/**
 * A whole session of the second host with the board, step by step, of which every byte and every input is recorded with its
 * time: so that it can be given to another chip in just the same way. What the board must say comes from
 * docs/guard-protocol.md.
 */
import { Uno } from '../../hardware/boards/emulator/uno.ts';
import { protocolVersion, reasonNames, rowsOf, SecondHost, sysex, writes } from './second-host.ts';
import type { Drive, Values } from './second-host.ts';
import { imageIn } from './uno-bench.ts';
import { firmwareFolder } from '../../src/firmware/firmware-folder.ts';

/** 17 · 16 · 10 cycles. */
export const byteMs = 0.17;
const cyclesPerMs = 16_000;
const passMs = 2.048;
/** A pass begins at 0.5 ms of its time and has read what has come within the next half. What ends here is read by the next one. */
const betweenPassesMs = 1.7;

/** What hangs on the board: counts at A0 … A7, and the stop loop. */
export interface Inputs {
  readonly counts: readonly number[];
  readonly loopOpen: boolean;
}

/** A chip with the committed image, and the ears of its host. */
export interface Chip {
  runTo(ms: number): void;
  /** They arrive one after the other, which takes its time. */
  send(bytes: readonly number[]): void;
  set(inputs: Inputs): void;
}
export type Hear = (byte: number, atMs: number) => void;

/** Of the emulator of this project. */
export class EmulatedChip implements Chip {
  readonly #uno: Uno;
  readonly #hear: Hear;
  #inputs: Inputs = { counts: [], loopOpen: false };

  constructor(hear: Hear) {
    this.#hear = hear;
    this.#uno = new Uno({
      program: imageIn(firmwareFolder()),
      readAnalogVolts: (channel) => {
        if (channel === 14) return 1.1;
        const count = this.#inputs.counts[channel];
        return count === undefined ? 0 : ((count + 0.5) / 1024) * 5;
      },
    });
  }

  get nowMs(): number {
    return this.#uno.timeMs;
  }

  runTo(ms: number): void {
    // To the last cycle before it: what lies between two cycles is never reached.
    const untilMs = Math.floor(ms * cyclesPerMs) / cyclesPerMs;
    while (this.nowMs < untilMs) {
      this.#uno.runUntil(Math.min(untilMs, this.nowMs + byteMs));
      for (const byte of this.#uno.takeOutput()) this.#hear(byte, this.nowMs);
    }
  }

  send(bytes: readonly number[]): void {
    const untilMs = this.nowMs + bytes.length * byteMs;
    this.#uno.send(bytes);
    this.runTo(untilMs);
  }

  set(inputs: Inputs): void {
    this.#inputs = inputs;
    this.#uno.setInput(2, inputs.loopOpen);
  }
}

export type Event =
  | { readonly atMs: number; readonly bytes: readonly number[] }
  | { readonly atMs: number; readonly inputs: Inputs };

/** Gives a chip what another one was given, at the same times. */
export function replay(events: readonly Event[], chip: Chip, untilMs: number): void {
  for (const event of events) {
    chip.runTo(event.atMs);
    if ('bytes' in event) chip.send(event.bytes);
    else chip.set(event.inputs);
  }
  chip.runTo(untilMs);
}

const roomTemperature: Inputs = { counts: [512, 512, 512, 512, 0, 0, 512, 327], loopOpen: false };

/** Where somebody sits, has a board and a host, and writes down all that is given to the board. */
export class Desk {
  readonly host = new SecondHost();
  readonly chip = new EmulatedChip((byte, atMs) => this.host.hear(byte, atMs));
  readonly events: Event[] = [];
  #inputs = roomTemperature;

  constructor() {
    this.set({});
  }

  /** Until then a pass has read it, and the one after it has not begun. */
  send(bytes: readonly number[]): void {
    const lengthMs = bytes.length * byteMs;
    const endsIn = Math.ceil((this.chip.nowMs + lengthMs - betweenPassesMs) / passMs);
    this.chip.runTo(endsIn * passMs + betweenPassesMs - lengthMs);
    this.events.push({ atMs: this.chip.nowMs, bytes });
    this.chip.send(bytes);
  }

  set(change: Partial<Inputs>): void {
    this.#inputs = { ...this.#inputs, ...change };
    this.events.push({ atMs: this.chip.nowMs, inputs: this.#inputs });
    this.chip.set(this.#inputs);
  }

  /** Bead A reads this. */
  plateA(count: number): void {
    this.set({ counts: roomTemperature.counts.with(0, count) });
  }

  wait(ms: number): void {
    this.chip.runTo(this.chip.nowMs + ms);
  }

  stage({ cool = 0, heat = 0, switches = cool + heat > 0 ? 3 : 0 }: Drive): void {
    this.send(writes.relay((switches & 2) !== 0));
    this.send(writes.enable((switches & 1) !== 0));
    this.send(writes.cool(cool));
    this.send(writes.heat(heat));
  }

  /** Staged, and renewed twenty times a second for so long. */
  drive(drive: Drive, ms: number): void {
    const untilMs = this.chip.nowMs + ms;
    this.stage(drive);
    while (this.chip.nowMs < untilMs) {
      this.send(this.host.renew(drive));
      this.wait(50);
    }
  }

  arm(): void {
    this.send(this.host.arm());
    this.wait(10);
  }

  clear(reason: string): void {
    this.send(this.host.frame('clear', { reason: reasonNames.indexOf(reason) }));
    this.wait(10);
  }

  /** Cleared after the newest trip, and armed again. */
  rearm(): void {
    this.stage({});
    this.clear(this.host.reason);
    this.arm();
  }
}

/** What is done, and what the board has said of it in the end. */
export interface Step {
  readonly what: string;
  readonly act: (desk: Desk) => void;
  readonly state: string;
  /** Of the latched trip. */
  readonly reason?: string;
  /** Messages in their order, beside statuses and the reports of the beads. */
  readonly says?: readonly string[];
  /** Fields of the newest status. */
  readonly status?: Values;
  /** Fields of the newest message of a name. */
  readonly last?: Readonly<Record<string, Values>>;
}

type FrameOf = (host: SecondHost) => number[];
const send =
  (...frames: readonly FrameOf[]) =>
  (desk: Desk): void => {
    for (const frameOf of frames) desk.send(frameOf(desk.host));
    desk.wait(15);
  };
const bytes =
  (...sent: readonly number[]): FrameOf =>
  () => [...sent];
const ask = (...content: readonly number[]): FrameOf => bytes(...sysex(...content));
const beadReports = (on: number): FrameOf =>
  bytes(...[0, 1, 2, 3].flatMap((at) => [0xc0 | at, on]));
const arm: FrameOf = (host) => host.arm();
const recall: FrameOf = (host) => host.frame('recall');

/** A renewal that another host would have sent, or the same one at another time. */
function unlike(host: SecondHost, change: Partial<SecondHost>): number[] {
  const { challenge, sequence } = host;
  const frame = Object.assign(host, change).renew(heating);
  Object.assign(host, { challenge, sequence });
  return frame;
}
const heating = { heat: 180 };
/** None is a renewal of this session, and each is nearly one. */
const damaged: FrameOf[] = [
  (host) => host.renew(heating).with(11, 0x07),
  (host) => host.renew(heating).toSpliced(5, 1),
  (host) => host.renew(heating).toSpliced(5, 0, 0),
  (host) => host.renew(heating).with(1, 0x0e),
  (host) => unlike(host, { challenge: host.challenge ^ 1 }),
];
/** Genuine, but for a sequence that was used up, or is too far ahead. */
const outOfTurn: FrameOf[] = [
  (host) => unlike(host, { sequence: host.sequence - 1 }),
  (host) => unlike(host, { sequence: host.sequence + 255 }),
];
const refused = [...damaged, ...outOfTurn];
/** What Firmata does not take for a message, or for another one. */
const stray: FrameOf[] = [
  (host) => host.renew(heating).with(5, 0x80),
  (host) => host.renew(heating).slice(0, -1),
  ask(...Array.from({ length: 90 }, () => 0x55)),
];

/** As the page has them. */
function limitsWithoutWitness(): Values {
  const words =
    rowsOf('limits')
      .find(([name]) => name === 'without a witness')
      ?.join(' ') ?? '';
  const named = [...words.matchAll(/(\w+Counts) (\d+)/g)];
  return Object.fromEntries(named.map(([, name = '', count]) => [name, Number(count)]));
}

const off = { coolCount: 0, heatCount: 0, switches: 8 };
const known = { number: 7, begun: 1, hash0: 0x01020304, hash1: 5, hash2: 6, hash3: 0xffffffff };

/** The page in the order of a session: each step begins where the one before it has ended. */
export const steps: readonly Step[] = [
  {
    what: 'a board that starts greets, and answers a hello before it is ready',
    act(desk) {
      desk.wait(20);
      send((host) => host.hello({ sequence: 300 }))(desk);
    },
    says: ['version', 'firmware', 'identity'],
    state: 'booting',
    last: { identity: { nonce: 0x1234, resetCause: 1 }, status: { sequence: 300 } },
  },
  {
    what: 'ready after 56 passes, it says so at once',
    act: (desk) => desk.wait(95),
    state: 'idle',
    status: off,
  },
  {
    what: 'Firmata’s questions are answered',
    act(desk) {
      for (const question of [bytes(0xf9), ask(0x79), ask(0x6b), ask(0x69), ask(0x6d, 9)]) {
        desk.send(question(desk.host));
        desk.wait(50);
      }
    },
    says: ['version', 'firmware', 'capabilities', 'analog mapping', 'pin state'],
    state: 'idle',
  },
  {
    what: 'a host of another version begins no session',
    act: send((host) => host.hello({ sequence: 300, version: protocolVersion - 1 })),
    says: ['identity'],
    state: 'idle',
    status: { refusedFrames: 1 },
  },
  {
    what: 'reports come as they were asked for, of sixteen conversions each',
    act(desk) {
      send(ask(0x7a, 25, 0), beadReports(1), bytes(0xd0, 1))(desk);
      desk.wait(60);
    },
    says: ['digital 0'],
    state: 'idle',
    last: { 'digital 0': { 0: 0 }, 'analog 0': { 0: 512 * 16 }, 'analog 3': { 0: 512 * 16 } },
  },
  {
    what: 'no limit is made wider',
    act: send((host) => host.narrow({ ceilingCounts: 319 })),
    state: 'idle',
    status: { refusedFrames: 2 },
  },
  {
    what: 'without the witness nothing is armed within the limits burnt in',
    act(desk) {
      send((host) => host.narrow({ maxHeatCount: 200 }))(desk);
      send(arm)(desk);
    },
    says: ['limits'],
    state: 'idle',
    last: { limits: { maxHeatCount: 200, parts: 0 } },
  },
  {
    what: 'within narrower ones it is, and disarmed again',
    act(desk) {
      send((host) => host.narrow(limitsWithoutWitness()))(desk);
      send(arm, (host) => host.frame('disarm'))(desk);
    },
    says: ['limits'],
    state: 'idle',
    status: { ...off, sequence: 306, refusedFrames: 3 },
  },
  {
    what: 'parts are named; they have proven themselves since power-on',
    act: send((host) => host.narrow({ parts: 1 | 16 })),
    says: ['limits'],
    state: 'idle',
    last: { limits: { maxHeatCount: 200, parts: 17 } },
  },
  {
    what: 'who does not know the limits cannot arm',
    act: send((host) => host.frame('arm', { limitsCrc: 1 })),
    state: 'idle',
    status: { refusedFrames: 4 },
  },
  {
    what: 'nor who has staged something',
    act(desk) {
      desk.stage({ cool: 1 });
      send(arm)(desk);
      desk.stage({});
    },
    state: 'idle',
    status: { refusedFrames: 5 },
  },
  {
    what: 'a new board remembers nothing',
    act: send(beadReports(0), recall),
    says: ['memory'],
    state: 'idle',
    last: { memory: { condition: 0, number: 0 } },
  },
  {
    what: 'what it is told it reads back',
    act(desk) {
      send((host) => host.frame('remember', known))(desk);
      desk.wait(130);
    },
    says: ['memory'],
    state: 'idle',
    last: { memory: { condition: 1, ...known } },
  },
  {
    what: 'armed, it has a lease and drives nothing',
    act: send(beadReports(1), arm),
    state: 'armed',
    status: { ...off, leaseLeftMs: 450 },
  },
  {
    what: 'cool, staged and renewed',
    act: (desk) => desk.drive({ cool: 200 }, 260),
    state: 'armed',
    status: { coolCount: 200, heatCount: 0, switches: 11 },
  },
  {
    what: 'what is lowered is in force at once, what is raised is not',
    act: send(bytes(...writes.cool(120)), ask(0x6d, 9), bytes(...writes.cool(199)), ask(0x6d, 9)),
    says: ['pin state', 'pin state'],
    state: 'armed',
    last: { 'pin state': { 0: 9, 2: 120, 3: 0 } },
  },
  {
    what: 'a pause, and heat',
    act(desk) {
      desk.drive({}, 220);
      desk.drive(heating, 220);
    },
    state: 'armed',
    status: { coolCount: 0, heatCount: 180, switches: 11 },
  },
  {
    what: 'a hello while armed is answered, and begins nothing',
    act: send((host) => {
      const { sequence } = host;
      const frame = host.hello({ sequence: 9, nonce: 1 });
      host.sequence = sequence;
      return frame;
    }),
    says: ['identity'],
    state: 'armed',
    last: { identity: { nonce: 1, maxHeatCount: 200 } },
  },
  {
    what: 'what is nearly a frame is refused and counted, between renewals',
    act(desk) {
      for (const frameOf of refused) send(frameOf, (host) => host.renew(heating))(desk);
      send(recall)(desk);
    },
    says: ['memory'],
    state: 'armed',
    status: { heatCount: 180, refusedFrames: 5 + refused.length },
  },
  {
    what: 'what is none is not counted, and spoils nothing that follows',
    act(desk) {
      for (const frameOf of stray) send(frameOf, (host) => host.renew(heating))(desk);
      send(recall)(desk);
    },
    says: ['memory'],
    state: 'armed',
    status: { heatCount: 180, refusedFrames: 5 + refused.length },
  },
  {
    what: 'none of that prolongs the lease, nor does a frame that was used up',
    act(desk) {
      const used = desk.host.renew(heating);
      desk.send(used);
      for (const frameOf of [...damaged, ...stray]) {
        desk.send(frameOf(desk.host));
        desk.send(used);
        desk.wait(55);
      }
    },
    state: 'tripped',
    reason: 'lease-lost',
    status: { ...off, limit: 450, leaseLeftMs: 0 },
  },
  {
    what: 'tripped, it neither drives nor arms',
    act(desk) {
      desk.stage(heating);
      send((host) => host.renew(heating), arm)(desk);
    },
    state: 'tripped',
    reason: 'lease-lost',
    status: off,
  },
  {
    what: 'nor is it cleared with a drive staged, or by another reason',
    act(desk) {
      desk.clear('lease-lost');
      desk.stage({});
      desk.clear('session');
    },
    state: 'tripped',
    reason: 'lease-lost',
  },
  {
    what: 'a renewal of zero is a sign of life',
    act: send((host) => host.renew({})),
    state: 'tripped',
    reason: 'lease-lost',
  },
  {
    what: 'cleared by its reason, it is idle',
    act: (desk) => desk.clear('lease-lost'),
    state: 'idle',
    reason: 'none',
  },
  {
    what: 'armed again, a wire that breaks trips, and is told as it was',
    act(desk) {
      send(arm)(desk);
      desk.drive(heating, 120);
      desk.plateA(1023);
      desk.wait(60);
    },
    state: 'tripped',
    reason: 'sensor-open',
    status: { ...off, channel: 0, value: 1023, limit: 900 },
    last: { 'analog 0': { 0: 1023 * 16 }, 'analog 1': { 0: 512 * 16 } },
  },
  {
    what: 'not cleared before the reading is safe',
    act(desk) {
      desk.clear('sensor-open');
      desk.plateA(512);
      desk.wait(120);
    },
    state: 'tripped',
    reason: 'sensor-open',
    last: { 'analog 0': { 0: 512 * 16 } },
  },
  {
    what: 'a plate that jumps trips by its slope',
    act(desk) {
      desk.rearm();
      desk.drive(heating, 120);
      desk.plateA(440);
      desk.wait(60);
    },
    state: 'tripped',
    reason: 'too-fast',
    status: { ...off, channel: 0, limit: 125 },
  },
  {
    what: 'the stop loop opens',
    act(desk) {
      desk.plateA(512);
      desk.wait(850);
      desk.rearm();
      desk.drive(heating, 60);
      desk.set({ loopOpen: true });
      desk.wait(60);
    },
    says: ['digital 0'],
    state: 'tripped',
    reason: 'stop-pressed',
    status: { coolCount: 0, heatCount: 0, switches: 0, value: 1 },
    last: { 'digital 0': { 0: 4 } },
  },
  {
    what: 'not cleared while it is open',
    act(desk) {
      desk.clear('stop-pressed');
      desk.set({ loopOpen: false });
      desk.wait(60);
    },
    says: ['digital 0'],
    state: 'tripped',
    reason: 'stop-pressed',
    last: { 'digital 0': { 0: 0 } },
  },
  {
    what: 'another drive is renewed than was staged',
    act(desk) {
      desk.rearm();
      desk.stage({ heat: 120 });
      send((host) => host.renew({ heat: 130 }))(desk);
    },
    state: 'tripped',
    reason: 'drive-mismatch',
    status: { channel: 1, value: 130, limit: 120 },
  },
  {
    what: 'both sides are staged, and nothing is renewed',
    act(desk) {
      desk.rearm();
      desk.stage({ cool: 9, heat: 12 });
      desk.wait(15);
    },
    state: 'tripped',
    reason: 'both-sides',
    status: { channel: 1, value: 9, limit: 0 },
  },
  {
    what: 'more than the cap is staged',
    act(desk) {
      desk.rearm();
      desk.stage({ heat: 201 });
      desk.wait(15);
    },
    state: 'tripped',
    reason: 'over-cap',
    status: { channel: 1, value: 201, limit: 200 },
  },
  {
    what: 'the other side without a pause',
    act(desk) {
      desk.rearm();
      desk.drive({}, 210);
      desk.drive({ cool: 90 }, 60);
      desk.stage({ heat: 90 });
      send((host) => host.renew({ heat: 90 }))(desk);
    },
    state: 'tripped',
    reason: 'reversal',
    status: { channel: 1, limit: 200 },
  },
  {
    what: 'Firmata’s reset switches off, and leaves it armed with nothing staged',
    act(desk) {
      desk.rearm();
      desk.drive({}, 210);
      desk.drive({ cool: 90 }, 60);
      send(bytes(0xff), recall)(desk);
      desk.drive({}, 60);
    },
    says: ['memory'],
    state: 'armed',
    status: off,
  },
  {
    what: 'disarmed, it is idle',
    act: send((host) => host.frame('disarm')),
    state: 'idle',
    reason: 'none',
    status: off,
  },
];

/** Between two answers to the host, what comes by itself. */
const periodic = /^(?:status|analog \d)$/;

/** What a step says of itself, as the board has shown it. */
export function shownBy(step: Step, host: SecondHost, heardBefore: number): Step {
  const says = host.heard
    .slice(heardBefore)
    .map(({ what }) => what)
    .filter((what) => !periodic.test(what));
  const pick = (name: string, asked: Values): Values => {
    const newest = host.heard.findLast(({ what }) => what === name)?.values ?? {};
    return Object.fromEntries(Object.keys(asked).map((key) => [key, newest[key] ?? Number.NaN]));
  };
  return {
    ...step,
    state: host.state,
    ...(step.reason !== undefined && { reason: host.reason }),
    ...((step.says !== undefined || says.length > 0) && { says }),
    ...(step.status !== undefined && { status: pick('status', step.status) }),
    ...(step.last !== undefined && {
      last: Object.fromEntries(
        Object.entries(step.last).map(([name, asked]) => [name, pick(name, asked)]),
      ),
    }),
  };
}
