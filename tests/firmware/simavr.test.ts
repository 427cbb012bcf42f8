/**
 * The committed image on simavr, an emulator of other authors: what it says and does there must be what it says and does
 * on ours. simavr 1.6 shows no edges of phase-correct PWM, so that relay and enable stand for the power.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { guardPins, partMask } from '../../hardware/guard/board-checks.ts';
import { defaultPinMap as pins } from '../../hardware/parts/pin-map.ts';
import { firmwareFolder } from '../../src/firmware/firmware-folder.ts';
import { byteMs, Desk, EmulatedChip, replay } from './desk.ts';
import type { Chip, Event, Hear, Inputs } from './desk.ts';
import { sysex } from './firmata-bytes.ts';
import { allPartsLimits, burntInBounds, fullCool, fullHeat, GuardBench } from './guard-bench.ts';
import type { Flow } from './guard-bench.ts';
import { compile, LineProgram } from './line-program.ts';
import { steps } from './recorded-session.ts';
import { crcOf, SecondHost } from './second-host.ts';
import type { Heard } from './second-host.ts';
import { hasSimavr } from './tools.ts';
import { UnoBench } from './uno-bench.ts';

const here = dirname(fileURLToPath(import.meta.url));
const image = join(firmwareFolder(), 'contrast_guard.hex');
const cyclesPerMs = 16_000;

/** simavr's converter takes full scale for 1023. */
const setLine = (counts: readonly number[], loopOpen: boolean): string =>
  `set ${counts.map((count) => Math.ceil((count / 1023) * 5000)).join(' ')} ${Number(loopOpen)}`;

class SimavrBench extends GuardBench {
  readonly #program: LineProgram;
  #closed = true;
  nowMs = 0;
  relay = false;
  enable = false;

  constructor(program: string) {
    super();
    this.#program = new LineProgram(program, [image]);
  }

  #ask(line: string): void {
    const [bytes = '-', time, relay, enable] = this.#program.ask(line).split(' ');
    this.nowMs = Number(time);
    this.relay = relay === '1';
    this.enable = enable === '1';
    if (bytes !== '-') this.host.hear(Buffer.from(bytes, 'hex'));
  }

  /** What is wired to other pins than to the converter's is left out here. */
  override claim(): void {
    const parts = partMask(['witness', 'knownResistor']);
    this.send(this.host.frame('narrow', { ...allPartsLimits, parts }));
    this.pass(10);
  }

  /** The current is left out as well. */
  protected get flow(): Flow {
    return { cool: 0, heat: 0, connected: false };
  }

  closeLoop(closed: boolean): void {
    this.#closed = closed;
  }

  send(bytes: readonly number[]): void {
    this.#ask(`send ${Buffer.from(bytes).toString('hex')}`);
  }

  pass(ms: number): void {
    const [witness, known] = [pins.witness, guardPins.knownResistor].map((at) =>
      this.countAt(at, false),
    );
    this.#ask(setLine([...this.counts, witness ?? 0, 0, 0, 0, known ?? 0], !this.#closed));
    this.#ask(`run ${Math.ceil(ms)}`);
  }

  get safe(): boolean {
    return !this.relay && !this.enable;
  }

  close(): void {
    this.#program.close();
  }
}

/** The same chip for the desk of a recorded session. */
class SimavrChip implements Chip {
  readonly #program: LineProgram;
  readonly #hear: Hear;

  /** @param word what its memory holds at power-on */
  constructor(program: string, hear: Hear, word: number) {
    this.#program = new LineProgram(program, [image, String(word)]);
    this.#hear = hear;
  }

  #ask(line: string): void {
    const [bytes = '-', , , , cycles = ''] = this.#program.ask(line).split(' ');
    if (bytes === '-') return;
    const times = cycles.split(',').map(Number);
    for (const [at, byte] of Buffer.from(bytes, 'hex').entries())
      this.#hear(byte, (times[at] ?? Number.NaN) / cyclesPerMs);
  }

  runTo(ms: number): void {
    this.#ask(`to ${Math.floor(ms * cyclesPerMs)}`);
  }

  send(bytes: readonly number[]): void {
    this.#ask(`send ${Buffer.from(bytes).toString('hex')}`);
  }

  set({ counts, loopOpen }: Inputs): void {
    this.#ask(setLine(counts, loopOpen));
  }

  close(): void {
    this.#program.close();
  }
}

/**
 * How much later simavr may send a message, in milliseconds. Its line takes 11 bit times for a byte where the chip’s takes 10:
 * 17 µs a byte, for what stands before it on the line as well, a hundred bytes at most. Ours is looked at once a byte.
 */
const lineMs = [-byteMs, 1.7] as const;
/** Its EEPROM writes a byte at once, where the chip’s needs 3.4 ms: 30 writes, each of them in the next pass or the one after. */
const memoryWrittenMs = [-60, 0] as const;

/** What a host of simavr hears that is given these events. */
function heardOnSimavr(
  program: string,
  events: readonly Event[],
  untilMs: number,
  word: number,
): Heard[] {
  const host = new SecondHost();
  const chip = new SimavrChip(program, (byte, atMs) => host.hear(byte, atMs), word);
  try {
    replay(events, chip, untilMs);
  } finally {
    chip.close();
  }
  return host.heard;
}

const challengeIn = (heard: readonly Heard[]): number =>
  heard.find(({ what }) => what === 'identity')?.values['challenge'] ?? Number.NaN;

/**
 * What memory has to hold at power-on for the same challenge. The board draws it from microseconds in which no two emulators
 * agree, and from what it finds in memory at power-on, which a chip does not define: a CRC of both, at boot and at the hello.
 * The place of that word in memory may be even or odd.
 */
function wordFor(challenge: number, challengeWith: (word: number) => number): number {
  const zeros = [0, 0, 0, 0, 0, 0, 0, 0];
  const difference = challenge ^ challengeWith(0);
  const words = Array.from({ length: 0x10000 }, (_, word) => word);
  const found = words.find((word) => crcOf(zeros, word) === difference) ?? 0;
  const turned = (found >> 8) | ((found & 0xff) << 8);
  return challengeWith(found) === challenge ? found : turned;
}

const questions = [
  [0xf9],
  sysex([0x79]),
  sysex([0x6b]),
  sysex([0x69]),
  sysex([0x6d, 9]),
  sysex([0x6d, 2]),
];

/** A scenario with the same bytes for both. */
type Scenario = (bench: GuardBench) => void;
/** As long as the guard lets a pass be. */
const passMs = 2.048;

const trips: [string, Scenario, string][] = [
  ['the host falls silent', (bench) => bench.pass(600), 'lease-lost'],
  [
    'another drive is renewed',
    (bench) => {
      bench.renew({ heat: 3 });
      bench.pass(20);
    },
    'drive-mismatch',
  ],
  [
    'the stop loop opens',
    (bench) => {
      bench.closeLoop(false);
      bench.pass(60);
    },
    'stop-pressed',
  ],
  ...(
    [
      ['bead A opens', [1023, 512, 512], 'sensor-open'],
      ['bead B is shorted', [512, 0, 512], 'sensor-short'],
      ['the heatsink sensor opens', [512, 512, 1023], 'sensor-open'],
      ['the heatsink is hot', [512, 512, 150], 'heatsink-hot'],
      ['bead A jumps', [455, 512, 512], 'too-fast'],
    ] as const
  ).map(([what, counts, reason]): [string, Scenario, string] => [
    what,
    (bench) => {
      bench.counts = [...counts];
      bench.pass(90);
    },
    reason,
  ]),
];

describe.runIf(hasSimavr)('on simavr as on our emulator', () => {
  let simavr: ReturnType<typeof compile>;
  let other: SimavrBench;
  beforeAll(() => {
    const flags = ['-Wall', '-Wextra', '-Werror', '-O2'];
    const source = join(here, 'host', 'simavr.c');
    simavr = compile('cc', [...flags, source], ['-lsimavr', '-lelf']);
  });
  beforeEach(() => {
    other = new SimavrBench(simavr.path);
  });
  afterEach(() => {
    other.close();
  });
  afterAll(() => {
    simavr.remove();
  });

  test('the same bytes come at start-up, and the same answers to Firmata’s questions', () => {
    const ours = new UnoBench();
    for (const bench of [ours, other]) {
      bench.pass(100);
      for (const question of questions) {
        bench.send(question);
        bench.pass(30);
      }
    }
    expect(ours.host.firmata.length).toBe(2 + questions.length);
    expect(other.host.firmata).toEqual(ours.host.firmata);
  });

  test.each(trips)('%s: the same trip, and no power', (_what, act, reason) => {
    const benches = [new UnoBench(), other];
    for (const bench of benches) {
      bench.start();
      bench.drive(fullHeat, 120);
      expect(bench.safe).toBe(false);
      act(bench);
      bench.pass(20);
      expect([bench.reason, bench.safe]).toEqual([reason, true]);
    }
    const [ours, theirs] = benches.map(({ finding }) => finding);
    const seen = 2;
    expect(theirs?.toSpliced(seen, 1)).toEqual(ours?.toSpliced(seen, 1));
    // A time that has run out is seen in the pass after it, and the two chips are not in the same part of a pass.
    expect(Math.abs(Number(theirs?.[seen]) - Number(ours?.[seen]))).toBeLessThanOrEqual(passMs);
    expect(other.host.identity).toMatchObject(burntInBounds);
  });

  test('a treatment’s moves are allowed on both: heat, pause, cool', () => {
    for (const bench of [new UnoBench(), other]) {
      bench.start();
      bench.drive(fullHeat, 200);
      bench.drive({ enable: 1, relay: 1 }, 250);
      bench.drive(fullCool, 200);
      expect([bench.state, bench.safe, bench.host.status?.coolCount]).toEqual([
        'armed',
        false,
        255,
      ]);
    }
  });

  test('every message of a recorded session is the same, in the same order', () => {
    const desk = new Desk((hear) => new EmulatedChip(hear));
    for (const { act } of steps) act(desk);
    const { events, host, nowMs: untilMs } = desk;
    const helloHeardMs = 60;
    const greeting = events.filter(({ atMs }) => atMs < helloHeardMs);
    const word = wordFor(challengeIn(host.heard), (tried) =>
      challengeIn(heardOnSimavr(simavr.path, greeting, helloHeardMs, tried)),
    );
    const theirs = heardOnSimavr(simavr.path, events, untilMs, word);

    const content = ({ what, values }: Heard): unknown => [what, values];
    expect(theirs.map(content)).toEqual(host.heard.map(content));
    expect(host.heard.length).toBeGreaterThan(700);
    const written = host.heard.find(
      ({ what, values }) => what === 'memory' && values['begun'] === 1,
    );
    const odd = host.heard.flatMap(({ what, atMs }, at) => {
      const laterMs = (theirs[at]?.atMs ?? Number.NaN) - atMs;
      const [least, most] = host.heard[at] === written ? memoryWrittenMs : lineMs;
      return laterMs >= least && laterMs <= most ? [] : [`${what} at ${atMs}: ${laterMs} ms later`];
    });
    expect(odd).toEqual([]);
  });
});
