/** The guard's core, compiled for this computer: hours of its time in seconds. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { burntInLimits } from '../../src/firmware/generate.ts';
import { firmwareFolder } from '../../src/firmware/firmware-folder.ts';
import { allPartsLimits, GuardBench, readyMs } from './guard-bench.ts';
import type { Flow } from './guard-bench.ts';
import { compile, LineProgram } from './line-program.ts';

const here = dirname(fileURLToPath(import.meta.url));
/** The core is what knows nothing of the chip. */
const coreNames = [
  'bead',
  'celsius',
  'drive',
  'fan',
  'firmata',
  'firmata_answers',
  'frames',
  'latch',
  'limits',
  'memory',
  'module_current',
  'rails',
  'readings',
  'reference',
  'second_relay',
  'session',
  'stop_loop',
  'supervisor',
  'witness',
];
export const coreSources = coreNames.map((name) =>
  join(firmwareFolder(), 'contrast_guard', `${name}.cpp`),
);
const passMs = 2.048;

/** The core as a program of this computer. What is undefined in C++ ends it, instead of meaning something else. */
class CoreProgram {
  readonly #program = compiledCore();
  readonly #lines = new LineProgram(this.#program.path);

  ask(line: string): string {
    return this.#lines.ask(line);
  }

  close(): void {
    this.#lines.close();
    this.#program.remove();
  }
}

/** The compiled core for a group of tests: made before the first of them, closed after the last. */
export function useCore(): () => CoreProgram {
  let made: CoreProgram | undefined;
  beforeAll(() => {
    made = new CoreProgram();
  });
  afterAll(() => {
    made?.close();
  });
  return () => {
    if (made === undefined) throw new Error('the core is there only while a test runs');
    return made;
  };
}

function compiledCore(): ReturnType<typeof compile> {
  const sketch = join(firmwareFolder(), 'contrast_guard');
  const sources = [join(here, 'host', 'core.cpp'), ...coreSources];
  const strict = ['-std=c++11', '-O1', '-Wall', '-Wextra', '-Werror'];
  const checks = ['-fsanitize=undefined', '-fno-sanitize-recover=all'];
  return compile('g++', [...strict, ...checks, `-I${sketch}`, ...sources]);
}

export const resetBits = { powerOn: 1, external: 2, brownOut: 4, watchdog: 8, unknown: 0 } as const;

export class CoreBench extends GuardBench {
  readonly #core: CoreProgram;
  #closed = true;
  #passes = 0;
  /** Since the last reset: they go round the channels. */
  #conversions = 0;
  #hung = '';
  /** In force at the pins. */
  cool = 0;
  heat = 0;
  switches = 0;
  /** Bytes, since the cells were set. */
  eepromWrites = 0;

  /** @param cells what the EEPROM holds from its first byte on; a new chip's by default */
  constructor(core: CoreProgram, cells: readonly number[] = []) {
    super();
    this.#core = core;
    this.setEeprom(cells);
    this.forget(0);
    this.reset('powerOn');
  }

  #ask(line: string): void {
    const [bytes = '-', ...rest] = this.#core.ask(line).split(' ');
    [
      this.cool = Number.NaN,
      this.heat = Number.NaN,
      this.switches = Number.NaN,
      this.eepromWrites = Number.NaN,
    ] = rest.map(Number);
    if (bytes !== '-') this.host.hear(Buffer.from(bytes, 'hex'));
  }

  reset(cause: keyof typeof resetBits, stalled = false): void {
    this.#conversions = 0;
    this.#ask(`boot ${resetBits[cause]} ${Number(stalled)}`);
  }

  /** Memory that outlives a reset, as a loss of power leaves it. */
  forget(byte: number): void {
    this.#ask(`forget ${byte}`);
  }

  setEeprom(cells: readonly number[]): void {
    this.#ask(`cells ${Buffer.from(cells).toString('hex')}`);
  }

  get eeprom(): number[] {
    return [...Buffer.from(this.#core.ask('peek').split(' ')[0] ?? '', 'hex')];
  }

  /** The power fails in a write to come, which leaves a cell with this byte; nothing is written any more after that. */
  cutWrite(write: number, byte: number): void {
    this.#ask(`cut ${write} ${byte}`);
  }

  get nowMs(): number {
    return this.#passes * passMs;
  }

  closeLoop(closed: boolean): void {
    this.#closed = closed;
  }

  send(bytes: readonly number[]): void {
    this.#ask(`feed ${Buffer.from(bytes).toString('hex')}`);
  }

  pass(ms: number): void {
    this.passes(Math.ceil(ms / passMs));
  }

  passes(count: number): void {
    this.#passes += count;
    this.#conversions += count;
    this.#hang(this.counts);
    this.#ask(`pass ${count} ${this.counts.join(' ')} ${Number(this.#closed)}`);
  }

  /** Passes in which each conversion is drawn anew, for as long as the host is silent. */
  convert(ms: number, countOf: (channel: number, atMs: number) => number): void {
    const drawn = Array.from({ length: Math.ceil(ms / passMs) }, () => {
      const channel = this.#conversions % 3;
      this.#conversions += 1;
      this.#passes += 1;
      return [channel, countOf(channel, this.nowMs)] as const;
    });
    const newest = (at: number): number =>
      drawn.findLast(([channel]) => channel === at)?.[1] ?? this.counts[at] ?? 0;
    this.#hang([newest(0), newest(1)]);
    const counts = drawn.map(([, count]) => count);
    this.#ask(`convert ${Number(this.#closed)} ${counts.join(' ')}`);
  }

  /** What hangs on the board beside the beads, where it has changed. */
  #hang(counts: readonly number[]): void {
    const { heatRail, coolRail, known, bandGap, ground, fanTurns, loopFollows, current, line } =
      this.others;
    const hung = [
      this.witnessCount(counts),
      heatRail.open,
      heatRail.closed,
      coolRail.open,
      coolRail.closed,
      known,
      bandGap,
      ground,
      fanTurns ? 4 : 0,
      Number(loopFollows),
      current ?? -1,
      ['works', 'welded', 'open'].indexOf(line),
    ].join(' ');
    if (hung === this.#hung) return;
    this.#hung = hung;
    this.#ask(`others ${hung}`);
  }

  /** The core's own host computes it, pass by pass. */
  protected get flow(): Flow {
    return { cool: 0, heat: 0, connected: false };
  }

  get safe(): boolean {
    return this.cool === 0 && this.heat === 0 && this.switches === 0;
  }
}

/** From power-on to a session, idle; narrowed where limits are given. */
export function idleCore(core: CoreProgram, limits: Partial<typeof burntInLimits> = {}): CoreBench {
  const bench = new CoreBench(core);
  bench.pass(readyMs);
  bench.hello();
  bench.send(bench.host.frame('narrow', { ...allPartsLimits, ...limits }));
  return bench;
}

/** The same, and armed. Throws where that is refused. */
export function armedCore(
  core: CoreProgram,
  limits: Partial<typeof burntInLimits> = {},
): CoreBench {
  const bench = idleCore(core, limits);
  bench.arm();
  if (bench.state !== 'armed') throw new Error(`not armed but ${bench.state}`);
  return bench;
}

/** Armed with these counts at its inputs from power-on. */
export function armedCoreAt(core: CoreProgram, counts: readonly number[]): CoreBench {
  const bench = new CoreBench(core);
  bench.counts = [...counts];
  bench.start();
  return bench;
}
