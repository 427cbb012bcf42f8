/** A line that carries anything: noise, torn, doubled, swapped, flipped and replayed frames (hazards H27, H28). */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { describe, expect, test } from 'vitest';
import { CoreBench, useCore } from './core-bench.ts';
import { analogWrite, pinWrite, sysex } from './firmata-bytes.ts';
import { fullCool, fullHeat } from './guard-bench.ts';
import type { GuardBench } from './guard-bench.ts';
import { UnoBench } from './uno-bench.ts';
import { hasCompiler } from './tools.ts';

/** Seeded whole numbers, both ends included. */
function randomFrom(seed: number): (least: number, most: number) => number {
  const generator = xoroshiro128plus(seed);
  return (least, most) => uniformInt(generator, least, most);
}
type Random = ReturnType<typeof randomFrom>;

/** What the host of an earlier session has really sent, and could be sent again. */
function recorded(bench: GuardBench): number[][] {
  const frames: number[][] = [];
  const send = bench.send.bind(bench);
  bench.send = (bytes) => {
    frames.push([...bytes]);
    send(bytes);
  };
  bench.start();
  for (const wish of [fullHeat, {}, fullCool, {}]) bench.drive(wish, 260);
  bench.send(bench.host.frame('disarm', {}));
  bench.pass(50);
  bench.send = send;
  expect(bench.state).toBe('idle');
  return frames;
}

/** One thing that a bad line may carry. `known`: what has been on it before. */
function noise(random: Random, known: readonly (readonly number[])[]): number[] {
  const bytes = (most: number, top: number): number[] =>
    Array.from({ length: random(0, most) }, () => random(0, top));
  const old = [...(known[random(0, known.length - 1)] ?? [])];
  const at = random(0, Math.max(0, old.length - 1));
  switch (random(0, 8)) {
    case 0:
      return old;
    case 1:
      return old.slice(0, at);
    case 2:
      return old.slice(at);
    case 3:
      old[at] = (old[at] ?? 0) ^ (1 << random(0, 7));
      return old;
    case 4:
      return [...old.slice(at), ...old.slice(0, at)];
    case 5:
      return bytes(12, 255);
    case 6:
      return sysex([random(0, 15), ...bytes(20, 127)]);
    case 7:
      return random(0, 1) === 0
        ? analogWrite(random(0, 15), random(0, 0x3fff))
        : pinWrite(random(0, 19), random(0, 1) as 0 | 1);
    default:
      return sysex(bytes(60, 127));
  }
}

/** Still there: answers, and can be put to work. */
function answers(bench: GuardBench): void {
  bench.send([0xf7, 0xff]);
  bench.pass(400);
  bench.host.identity = undefined;
  bench.hello();
  expect(bench.host.identity).toBeDefined();
  bench.claim();
  if (bench.state === 'tripped') bench.clear(bench.reason!);
  bench.arm();
  bench.drive({}, 250);
  bench.drive(fullHeat, 100);
  expect([bench.state, bench.safe]).toEqual(['armed', false]);
}

test('100 000 pieces of noise never drive a pin of the emulated board, and never hang it', () => {
  const random = randomFrom(20_251_120);
  const bench = new UnoBench();
  const known = recorded(bench);
  const meters = [7, 8, 9, 10].map((pin) => bench.uno.meter(pin));
  let sent = 0;
  while (sent < 100_000) {
    const batch: number[] = [];
    for (let piece = 0; piece < 500; piece++, sent++) batch.push(...noise(random, known));
    bench.send(batch);
    bench.uno.runUntil(bench.nowMs + batch.length * 0.17);
    bench.uno.takeOutput();
  }
  bench.uno.runUntil(bench.nowMs + 100);
  expect(meters.map((meter) => meter.readDuty())).toEqual([0, 0, 0, 0]);
  expect(bench.uno.resets.watchdog).toBe(0);
  answers(bench);
});

describe.runIf(hasCompiler)('the core, compiled for this computer', () => {
  const core = useCore();

  test('noise between the renewals of a host that drives nothing never drives', () => {
    const random = randomFrom(7);
    const trips = new Set<string>();
    for (let session = 0; session < 300; session++) {
      const bench = new CoreBench(core());
      const known = recorded(bench);
      bench.start();
      for (let beat = 0; beat < 60 && bench.state === 'armed'; beat++) {
        for (let piece = random(0, 6); piece > 0; piece--) {
          bench.send(noise(random, known));
          bench.passes(random(0, 2));
          expect([bench.cool, bench.heat, bench.switches]).toEqual([0, 0, 0]);
        }
        bench.renew({});
        expect([bench.cool, bench.heat, bench.switches]).toEqual([0, 0, 0]);
        bench.pass(50);
      }
      trips.add(bench.reason ?? '');
      answers(bench);
    }
    // Noise that looks like a write is seen, and is not taken for the host's will.
    expect([...trips]).toEqual(expect.arrayContaining(['drive-mismatch', 'both-sides']));
  });
});
