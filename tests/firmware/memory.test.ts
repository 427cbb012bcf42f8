/** What the board remembers without power (law L14): its number, its count, the end of its newest record. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newEeprom } from '../../hardware/boards/emulator/eeprom.ts';
import { firstMemory, memoryFieldsOf, memoryIn } from '../../hardware/guard/board-memory.ts';
import type { BoardMemory } from '../../hardware/guard/board-memory.ts';
import { crc16 } from '../../hardware/guard/frames.ts';
import { armedCore, CoreBench, idleCore, useCore } from './core-bench.ts';
import { fullHeat, readyMs } from './guard-bench.ts';
import type { GuardBench } from './guard-bench.ts';
import { hasCompiler } from './tools.ts';
import { UnoBench } from './uno-bench.ts';

const hashOf = (begun: number): string =>
  ((begun * 0x9e37_79b1) >>> 0).toString(16).padStart(8, '0').repeat(4);
const told = (begun: number, number = '12ab34cd', lastHash = hashOf(begun)): BoardMemory => ({
  condition: 'kept',
  number,
  begun,
  lastHash,
});
const first = firstMemory(0x12ab34cd);

/** What it last said; null: nothing since that was forgotten. */
const heard = ({ host: { memory } }: GuardBench): BoardMemory | null =>
  memory === undefined ? null : memoryIn(memory);

function recalled(bench: GuardBench): BoardMemory | null {
  bench.host.memory = undefined;
  bench.send(bench.host.frame('recall', {}));
  bench.pass(30);
  return heard(bench);
}

/** Long enough for every byte of a copy. */
const writtenMs = 300;

function remember(bench: GuardBench, memory: BoardMemory, waitMs = writtenMs): void {
  bench.send(bench.host.frame('remember', memoryFieldsOf(memory)));
  bench.pass(waitMs);
}

/** The same chip after a loss of power, greeted. */
function restarted(
  core: ConstructorParameters<typeof CoreBench>[0],
  cells: readonly number[],
): CoreBench {
  const bench = new CoreBench(core, cells);
  bench.pass(250);
  bench.hello();
  return bench;
}

describe.runIf(hasCompiler)('the core, compiled for this computer', () => {
  const core = useCore();

  /** A board that has been through so many treatments. */
  function used(begun: number): CoreBench {
    const bench = idleCore(core());
    remember(bench, first);
    for (let count = 1; count <= begun; count += 1) remember(bench, told(count));
    return bench;
  }

  test('a new board is blank; told once, it knows its number after a loss of power', () => {
    const bench = idleCore(core());
    expect(recalled(bench)).toEqual({ condition: 'blank', number: null, begun: 0, lastHash: null });
    remember(bench, first);
    expect(recalled(bench)).toEqual(first);
    expect(recalled(restarted(core(), bench.eeprom))).toEqual(first);
  });

  test('the number is never another one, whatever a host asks', () => {
    const bench = used(2);
    for (const number of ['00000001', '12ab34cc', 'ffffffff']) {
      remember(bench, told(2, number));
      remember(bench, told(3, number));
    }
    expect(recalled(bench)).toEqual(told(2));
    expect(recalled(restarted(core(), bench.eeprom))).toEqual(told(2));
  });

  test('no number is none: a board without one remembers nothing', () => {
    const bench = idleCore(core());
    bench.send(bench.host.frame('remember', { ...memoryFieldsOf(told(1)), number: 0 }));
    bench.pass(writtenMs);
    expect(recalled(bench)?.condition).toBe('blank');
    expect(bench.eepromWrites).toBe(0);
  });

  test('the count stays or goes on by one: it is neither taken back nor used up', () => {
    const bench = used(5);
    for (const begun of [0, 4, 7, 0x7fff_ffff, 0xffff_ffff]) remember(bench, told(begun));
    expect(recalled(bench)).toEqual(told(5));
    const ended = told(5, '12ab34cd', 'f'.repeat(32));
    remember(bench, ended);
    expect(recalled(bench)).toEqual(ended);
  });

  test('it answers once it is written and was read back, not before', () => {
    const bench = used(1);
    bench.host.memory = undefined;
    remember(bench, told(2), 20);
    expect(heard(bench)).toBeNull();
    bench.pass(writtenMs);
    expect(heard(bench)).toEqual(told(2));
  });

  test('while armed nothing new is begun, and a renewal is as good as ever', () => {
    const bench = armedCore(core());
    remember(bench, first, 10);
    bench.drive(fullHeat, 400);
    expect(bench.state).toBe('armed');
    expect(bench.heat).toBe(255);
    expect(bench.eepromWrites).toBe(0);
  });

  test('what was begun before arming is written to its end, and changes nothing of the drive', () => {
    const bench = used(1);
    remember(bench, told(2), 5);
    bench.arm();
    expect(bench.state).toBe('armed');
    bench.drive(fullHeat, 400);
    expect([bench.state, bench.heat]).toEqual(['armed', 255]);
    expect(recalled(restarted(core(), bench.eeprom))).toEqual(told(2));
  });

  describe('when the power fails in the middle of a write', () => {
    const cases = fc.record({
      begun: fc.integer({ min: 0, max: 6 }),
      write: fc.integer({ min: 1, max: 30 }),
      byte: fc.oneof(fc.constantFrom(0x00, 0xff, 0xc3), fc.integer({ min: 0, max: 255 })),
    });

    test('whichever byte it was, and whatever is left of it: the old memory, or the new one, is whole', () => {
      fc.assert(
        fc.property(cases, ({ begun, write, byte }) => {
          const bench = used(begun);
          const before = recalled(bench);
          bench.cutWrite(write, byte);
          remember(bench, told(begun + 1));
          const after = restarted(core(), bench.eeprom);
          expect([before, told(begun + 1)]).toContainEqual(recalled(after));
          // And it goes on from there.
          remember(after, told(begun + 1));
          expect(recalled(restarted(core(), after.eeprom))).toEqual(told(begun + 1));
        }),
        { numRuns: 150 },
      );
    });

    test('each byte in turn, before the last one: the old one', () => {
      const writes = (() => {
        const bench = used(3);
        const before = bench.eepromWrites;
        remember(bench, told(4));
        return bench.eepromWrites - before;
      })();
      expect(writes).toBeGreaterThan(20);
      for (let write = 1; write < writes; write += 1) {
        const bench = used(3);
        bench.cutWrite(write, 0x5a);
        remember(bench, told(4));
        expect(recalled(restarted(core(), bench.eeprom))).toEqual(told(3));
      }
    });

    test('the very first one leaves a board without a number, and it can be given', () => {
      const bench = idleCore(core());
      bench.cutWrite(9, 0x11);
      remember(bench, first);
      const after = restarted(core(), bench.eeprom);
      expect(recalled(after)).toMatchObject({ condition: 'damaged', number: null });
      remember(after, first);
      expect(recalled(after)).toEqual(first);
    });
  });

  test('any one byte that goes bad leaves one of the two copies; both bad is said, not guessed', () => {
    const cells = used(4).eeprom;
    const whole = [told(4), told(3)];
    for (const at of cells.keys()) {
      const after = restarted(core(), cells.with(at, (cells[at] ?? 0) ^ 0x10));
      expect(whole).toContainEqual(recalled(after));
    }
    const both = cells.map((cell) => (cell === 0xff ? cell : cell ^ 0x01));
    expect(recalled(restarted(core(), both))).toEqual({
      condition: 'damaged',
      number: null,
      begun: 0,
      lastHash: null,
    });
  });

  test('a copy whose mark is cleared is never taken, not even where its CRC fits by chance', () => {
    const cells = used(4).eeprom;
    // Of two copies of 28 bytes the one in force, by its count.
    const newer = [0x20, 0x60].find((at) => cells[at + 6] === 4) ?? Number.NaN;
    const copy = [0, ...cells.slice(newer + 1, newer + 26)];
    const crc = crc16(copy, 0x4d45);
    const forged = cells
      .with(newer, 0)
      .with(newer + 26, crc & 0xff)
      .with(newer + 27, crc >> 8);
    expect(recalled(restarted(core(), cells))).toEqual(told(4));
    expect(recalled(restarted(core(), forged))).toEqual(told(3));
  });

  test('only what differs is written: nothing for what it knows, and no cell more than once in a start', () => {
    const bench = used(3);
    const before = bench.eepromWrites;
    for (let again = 0; again < 5; again += 1) remember(bench, told(3));
    recalled(bench);
    expect(bench.eepromWrites).toBe(before);
    remember(bench, told(4));
    // Twice the mark; once turn, the low byte of the count, hash and CRC. The number and the rest of the count stand there.
    expect(bench.eepromWrites - before).toBeLessThanOrEqual(2 + 1 + 1 + 16 + 2);
    const end = bench.eepromWrites;
    for (let idle = 0; idle < 20; idle += 1) bench.pass(500);
    expect(bench.eepromWrites).toBe(end);
  });

  test('whatever lies in the EEPROM, the board does the same with every frame, reading and write', () => {
    /** From power-on through arming, driving, a trip and its clearing: everything but the memory that it tells. */
    const course = (cells: readonly number[]): unknown[] => {
      const seen: unknown[] = [];
      const bench = new CoreBench(core(), cells);
      const look = (): void => {
        seen.push([bench.state, bench.finding, bench.cool, bench.heat, bench.switches]);
      };
      bench.pass(readyMs);
      bench.hello();
      bench.claim();
      look();
      recalled(bench);
      bench.arm();
      look();
      bench.drive(fullHeat, 300);
      look();
      bench.pass(600);
      look();
      bench.clear('lease-lost');
      look();
      bench.arm();
      bench.closeLoop(false);
      bench.pass(60);
      look();
      return seen;
    };
    const blank = course([]);
    expect(blank.at(-1)).toEqual(['tripped', ['stop-pressed', 0, 1, 0], 0, 0, 0]);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 256, maxLength: 256 }), (cells) => {
        expect(course([...cells])).toEqual(blank);
      }),
      { numRuns: 60 },
    );
    expect(course(used(3).eeprom)).toEqual(blank);
  });
});

describe('the image, on the emulated chip', () => {
  const bench = (eeprom: Uint8Array): UnoBench => {
    const uno = new UnoBench(undefined, eeprom);
    uno.pass(readyMs);
    uno.hello();
    uno.claim();
    return uno;
  };

  test('keeps its memory through resets, losses of power, and another computer', () => {
    const eeprom = newEeprom();
    const here = bench(eeprom);
    expect(recalled(here)?.condition).toBe('blank');
    remember(here, first);
    remember(here, told(1));
    for (const cause of ['external', 'watchdog', 'power-on'] as const) {
      here.uno.reset(cause);
      here.pass(250);
      here.hello();
      expect(recalled(here)).toEqual(told(1));
    }
    expect(recalled(bench(eeprom))).toEqual(told(1));
    expect(recalled(bench(newEeprom()))?.number).toBeNull();
  });

  test('resets at any moment of a write leave the old memory or the new one', () => {
    const eeprom = newEeprom();
    const board = bench(eeprom);
    remember(board, first);
    let begun = 0;
    for (let ms = 1; ms < 140; ms += 23) {
      remember(board, told(begun + 1), ms);
      board.uno.reset('power-on');
      board.pass(250);
      board.hello();
      const kept = recalled(board);
      expect([begun, begun + 1]).toContain(kept?.begun);
      expect(kept).toEqual(kept?.begun === 0 ? first : told(kept?.begun ?? -1));
      begun = kept?.begun ?? -1;
    }
    expect(begun).toBeGreaterThan(0);
  });

  test('a pass is never late for it: driven while a copy is written, the lease holds and nothing trips', () => {
    const board = bench(newEeprom());
    remember(board, first);
    const before = board.uno.eepromWrites;
    remember(board, told(1), 5);
    board.arm();
    board.drive(fullHeat, 300);
    expect(board.state).toBe('armed');
    expect(board.uno.resets.watchdog).toBe(0);
    expect(board.uno.eepromWrites - before).toBeGreaterThan(20);
    expect(heard(board)).toEqual(told(1));
  });
});
