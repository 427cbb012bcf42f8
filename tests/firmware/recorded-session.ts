/**
 * A whole session of the second host with the board, step by step. What the board must say comes from docs/guard-protocol.md.
 */
import type { Desk } from './desk.ts';
import { protocolVersion, rowsOf, sysex, writes } from './second-host.ts';
import type { Heard, SecondHost, Values } from './second-host.ts';

/** What is done, and what the board has said of it in the end. */
export interface Step {
  readonly what: string;
  readonly act: (desk: Desk) => void;
  readonly state: string;
  /** Of the latched trip. */
  readonly reason?: string;
  /** Messages in their order, beside statuses and the reports of the beads. */
  readonly says?: readonly string[];
  /** What Firmata's messages hold, beside the reports of the beads. */
  readonly answers?: readonly (readonly number[])[];
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
const beadReports = (on: number): FrameOf[] => [0, 1, 2, 3].map((at) => bytes(0xc0 | at, on));
/** Buzzer and light. */
const signals = (on: number): FrameOf[] => [bytes(0xf5, 4, on), bytes(0xf5, 13, on)];
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

/** Nothing but statuses may come meanwhile. */
function inSilence({ host }: Desk, act: () => void): void {
  const before = host.heard.length;
  act();
  const said = host.heard.slice(before).find(({ what }) => what !== 'status');
  if (said !== undefined) throw new Error(`${said.what} came, for which nobody had asked`);
}

/** As the page has them. */
function limitsWithoutWitness(): Values {
  const words =
    rowsOf('limits')
      .find(([name]) => name === 'without a witness')
      ?.join(' ') ?? '';
  const named = [...words.matchAll(/(\w+Counts) (\d+)/g)];
  return Object.fromEntries(named.map(([, name = '', count]) => [name, Number(count)]));
}

const [major = 0, minor = 0, patch = 0] = (rowsOf('versions')[0]?.[1] ?? '').split('.').map(Number);
const versions = { version: protocolVersion, major, minor, patch };
/** Its name in two septets a letter, after its version. */
const firmware = [
  major,
  minor,
  ...Array.from(Buffer.from('ContrastGuard'), (letter) => [letter, 0]).flat(),
];
const pinCount = 22;
const analogPins = [14, 15, 16, 17, 18, 19, 20, 21];
/** Modes of each pin with their bits: 0 input, 11 with pull-up, 1 output, 2 analog, 3 PWM. */
const capabilities = Array.from({ length: pinCount }, (_, pin) => {
  if (pin === 2) return [0, 1, 11, 1, 127];
  if (pin === 9 || pin === 10) return [3, 8, 127];
  if (analogPins.includes(pin)) return [2, 14, 127];
  return [4, 6, 7, 8, 13].includes(pin) ? [1, 1, 127] : [127];
}).flat();
const analogMapping = Array.from({ length: pinCount }, (_, pin) =>
  analogPins.includes(pin) ? pin - 14 : 127,
);

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
    last: { identity: { nonce: 0x1234, resetCause: 1, ...versions }, status: { sequence: 300 } },
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
      for (const question of [bytes(0xf9), ask(0x79), ask(0x6b), ask(0x69), ask(0x6d, 2)]) {
        desk.send(question(desk.host));
        desk.wait(50);
      }
    },
    says: ['version', 'firmware', 'capabilities', 'analog mapping', 'pin state'],
    answers: [[2, 5], firmware, capabilities, analogMapping, [2, 11, 1, 0]],
    state: 'idle',
  },
  {
    what: 'buzzer, light and fan follow Firmata while it is idle',
    act: send(
      bytes(...writes.port(0, 0x50)),
      bytes(...writes.port(1, 0x20)),
      ask(0x6d, 4),
      ask(0x6d, 13),
      ask(0x6d, 6),
      recall,
    ),
    says: ['pin state', 'pin state', 'pin state', 'memory'],
    answers: [
      [4, 1, 1, 0],
      [13, 1, 1, 0],
      [6, 1, 1, 0],
    ],
    state: 'idle',
    status: { ...off, switches: 12 },
  },
  {
    what: 'pin by pin as well; and a pin that there is not, or that is not named, is not answered for',
    act: send(
      ...signals(0),
      bytes(0xf5, 6, 0),
      bytes(...writes.port(2, 0xff)),
      ask(0x6d),
      ask(0x6d, 4),
      ask(0x6d, 13),
      ask(0x6d, 6),
      ask(0x6d, 22),
    ),
    says: ['pin state', 'pin state', 'pin state'],
    answers: [
      [4, 1, 0, 0],
      [13, 1, 0, 0],
      [6, 1, 0, 0],
    ],
    state: 'idle',
  },
  {
    what: 'a host of another version begins no session',
    act: send((host) => host.hello({ sequence: host.sequence, version: protocolVersion - 1 })),
    says: ['identity'],
    state: 'idle',
    status: { refusedFrames: 1 },
  },
  {
    what: 'reports come as they were asked for, of sixteen conversions each',
    act(desk) {
      send(ask(0x7a, 25, 0), ...beadReports(1), bytes(0xd0, 1))(desk);
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
      send(arm)(desk);
      send((host) => host.frame('disarm'))(desk);
    },
    says: ['limits'],
    state: 'idle',
    status: { ...off, sequence: 307, refusedFrames: 3 },
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
    act(desk) {
      send(...beadReports(0))(desk);
      inSilence(desk, () => desk.wait(60));
      send(recall)(desk);
    },
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
    what: 'armed, it has a lease and drives nothing, and the fan runs whatever was written',
    act: send(...beadReports(1), bytes(0xf5, 6, 1), arm, ask(0x6d, 6)),
    says: ['pin state'],
    answers: [[6, 1, 0, 0]],
    state: 'armed',
    status: off,
  },
  {
    what: 'cool, staged and renewed',
    act: (desk) => desk.drive({ cool: 200 }, 260),
    state: 'armed',
    status: { coolCount: 200, heatCount: 0, switches: 11 },
  },
  {
    what: 'what is lowered is in force at once, what is raised is not',
    act: send(
      bytes(...writes.cool(150)),
      ask(0x6d, 9),
      ask(0x6f, 9, 120, 0),
      ask(0x6d, 9),
      bytes(...writes.cool(199)),
      ask(0x6d, 9),
    ),
    says: ['pin state', 'pin state', 'pin state'],
    answers: [
      [9, 3, 150 % 128, 1],
      [9, 3, 120, 0],
      [9, 3, 120, 0],
    ],
    state: 'armed',
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
      send(bytes(0xf7), recall)(desk);
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
    what: 'the same drive is renewed, and other switches',
    act(desk) {
      desk.rearm();
      desk.stage({ heat: 120 });
      send((host) => host.renew({ heat: 120, switches: 1 }))(desk);
    },
    state: 'tripped',
    reason: 'drive-mismatch',
    status: { channel: 2, value: 1, limit: 3 },
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
      // In the middle of another message, which goes with it.
      send(...signals(1), bytes(0xf0, 0x07, 0xff, 0xf7), bytes(0xe9, 0xff, 5, 1))(desk);
      send(recall, ask(0x6d, 4), ask(0x6d, 13))(desk);
      desk.send(desk.host.renew({}));
    },
    says: ['memory', 'pin state', 'pin state'],
    answers: [
      [4, 1, 0, 0],
      [13, 1, 0, 0],
    ],
    state: 'armed',
    status: off,
  },
  {
    what: 'and no report comes any more',
    act(desk) {
      inSilence(desk, () => {
        desk.set({ loopOpen: true });
        desk.wait(60);
        desk.set({ loopOpen: false });
        desk.wait(60);
      });
    },
    says: [],
    state: 'tripped',
    reason: 'stop-pressed',
  },
  {
    what: 'disarmed, it is idle',
    act(desk) {
      desk.rearm();
      send((host) => host.frame('disarm'))(desk);
    },
    state: 'idle',
    reason: 'none',
    status: off,
  },
  {
    what: 'and cannot be disarmed again, nor be given another number, a count that jumps or limits that cross',
    act(desk) {
      send((host) => host.frame('disarm'))(desk);
      for (const other of [{ number: 8 }, { begun: 3 }, { number: 0 }])
        send((host) => host.frame('remember', { ...known, ...other }))(desk);
      send((host) => host.narrow({ ceilingCounts: 700 }))(desk);
      send(recall)(desk);
      // All has come, on a slower line too.
      desk.wait(20);
    },
    says: ['memory'],
    state: 'idle',
    last: { memory: { condition: 1, ...known } },
    // Of the 34 before: seven between the renewals, five damaged and eight used-up ones that did not prolong the lease.
    status: { refusedFrames: 34 + 5 },
  },
];

/** Between two answers to the host, what comes by itself. */
const periodic = /^(?:status|analog \d)$/;
const firmataMessage = /^(?:version|firmware|capabilities|analog mapping|pin state)$/;

/** All steps at such a desk, as the board has shown them: equal to `steps` where it does what the page says. */
export function stepsAt(desk: Desk): Step[] {
  let heard = 0;
  return steps.map((step) => {
    step.act(desk);
    const shown = shownBy(step, desk.host, heard);
    heard = desk.host.heard.length;
    return shown;
  });
}

/** What the board says of its clock may be as late as its line, and never ahead. */
export const clockErrors = ({ heard }: SecondHost): Heard[] =>
  heard.filter(({ atMs, values: { uptimeMs = atMs } }) => uptimeMs > atMs || uptimeMs < atMs - 40);

/** What a step says of itself, as the board has shown it. */
function shownBy(step: Step, host: SecondHost, heardBefore: number): Step {
  const says = host.heard
    .slice(heardBefore)
    .map(({ what }) => what)
    .filter((what) => !periodic.test(what));
  const answers = host.heard
    .slice(heardBefore)
    .filter(({ what }) => firmataMessage.test(what))
    .map(({ values }) => Object.values(values));
  const pick = (name: string, asked: Values): Values => {
    const newest = host.heard.findLast(({ what }) => what === name)?.values ?? {};
    return Object.fromEntries(Object.keys(asked).map((key) => [key, newest[key] ?? Number.NaN]));
  };
  return {
    ...step,
    state: host.state,
    ...(step.reason !== undefined && { reason: host.reason }),
    ...((step.says !== undefined || says.length > 0) && { says }),
    ...(step.answers !== undefined && { answers }),
    ...(step.status !== undefined && { status: pick('status', step.status) }),
    ...(step.last !== undefined && {
      last: Object.fromEntries(
        Object.entries(step.last).map(([name, asked]) => [name, pick(name, asked)]),
      ),
    }),
  };
}
