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
import { sysex } from './firmata-bytes.ts';
import { allPartsLimits, burntInBounds, fullCool, fullHeat, GuardBench } from './guard-bench.ts';
import type { Flow } from './guard-bench.ts';
import { compile, LineProgram } from './line-program.ts';
import { hasSimavr } from './tools.ts';
import { UnoBench } from './uno-bench.ts';

const here = dirname(fileURLToPath(import.meta.url));

class SimavrBench extends GuardBench {
  readonly #program: LineProgram;
  #closed = true;
  nowMs = 0;
  relay = false;
  enable = false;

  constructor(program: string) {
    super();
    this.#program = new LineProgram(program, [join(firmwareFolder(), 'contrast_guard.hex')]);
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
    // simavr's converter takes full scale for 1023.
    const others = [pins.witness, guardPins.knownResistor].map((at) => this.countAt(at, false));
    const millivolts = [...this.counts, ...others].map((count) => Math.ceil((count / 1023) * 5000));
    this.#ask(`set ${millivolts.join(' ')} ${Number(!this.#closed)}`);
    this.#ask(`run ${Math.ceil(ms)}`);
  }

  get safe(): boolean {
    return !this.relay && !this.enable;
  }

  close(): void {
    this.#program.close();
  }
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
});
