/** The emulated board as the companion uses it: through Johnny-Five, firmata-io and the serial stream. */
import * as fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadStandardFirmata } from '../../hardware/boards/emulator/firmware-image.ts';
import { EmulatedStandardBoard } from '../../hardware/boards/emulated-standard.ts';
import { FivePins } from '../../hardware/johnny-five/five-pins.ts';
import { BenchWorld } from './bench-world.ts';
import { babblingProgram, deafProgram } from './tiny-programs.ts';

let program: Uint8Array;
let world: BenchWorld;
let board: EmulatedStandardBoard;
let pins: FivePins;
let losses: string[];

beforeAll(async () => {
  program = await loadStandardFirmata();
});

beforeEach(async () => {
  losses = [];
  world = new BenchWorld();
  board = new EmulatedStandardBoard({ program, world });
  board.onLost((reason) => losses.push(reason));
  const opened = await board.open();
  if (!(opened instanceof FivePins)) throw new Error('not through Johnny-Five');
  pins = opened;
});

afterEach(async () => {
  await board.close();
});

const pass = (ms: number): Promise<void> => board.advanceTo(board.nowMs() + ms);

/** Mean level of a pin over 100 ms that begin after what was written has taken effect. */
async function dutyOf(pin: number): Promise<number> {
  await pass(20);
  world.takeDuties();
  await pass(100);
  return world.takeDuties().get(pin) ?? Number.NaN;
}

describe('the emulated board', () => {
  test('is an unguarded Uno with the firmware that it reports', () => {
    expect(board.identity).toEqual({
      kind: 'emulated-standard',
      port: 'emulated Arduino Uno',
      firmware: 'StandardFirmata.ino 2.4',
      guarded: false,
      imaginary: true,
      memory: null,
    });
    expect(pins.five.isReady).toBe(true);
    expect(pins.five.io.analogPins).toEqual([14, 15, 16, 17, 18, 19]);
    expect(Object.keys(pins.five.pins)).toHaveLength(20);
  });

  test('converts volts to counts as a 10-bit converter does, exactly', async () => {
    const counts: number[] = [];
    for (const channel of [0, 1, 2]) {
      pins.onCount(channel, (count) => (counts[channel] = count));
    }
    const volts = fc.double({ min: 0, max: 5, noNaN: true });
    await fc.assert(
      fc.asyncProperty(fc.tuple(volts, volts, volts), async (given) => {
        world.volts.splice(0, 3, ...given);
        // The second report is sure to be converted after the change.
        await pass(2 * board.samplingIntervalMs + 5);
        expect(counts).toEqual(given.map((v) => Math.min(1023, Math.floor((v / 5) * 1024))));
      }),
      { numRuns: 60 },
    );
  });

  test('reports each channel every 25 ms, stamped never early and at most a slice late', async () => {
    const stamps: number[] = [];
    const convertedMs: number[] = [];
    world.analogVolts = () => {
      convertedMs.push(board.nowMs());
      return 2.5;
    };
    pins.onCount(0, () => stamps.push(board.nowMs()));
    await pass(1000);
    expect(stamps.length).toBeGreaterThanOrEqual(39);
    // A conversion falls into the slice that began at the time noted for it.
    const ages = stamps.map((stamp, index) => stamp - (convertedMs[index] ?? Number.NaN));
    expect(Math.min(...ages)).toBeGreaterThan(0);
    expect(Math.max(...ages)).toBeLessThanOrEqual(10);
    // The first report answers the request at once; from then on they keep their interval.
    const intervals = stamps.slice(2).map((stamp, index) => stamp - (stamps[index + 1] ?? 0));
    expect(Math.min(...intervals)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...intervals)).toBeLessThanOrEqual(30);
  });

  test.each([3, 9, 10, 11])('drives pin %i by the duty that was written', async (pin) => {
    pins.setMode(pin, 'pwm');
    for (const value of [0, 1, 128, 254, 255]) {
      pins.writeDuty(pin, value);
      // 100 ms are 49.02 periods of 2.04 ms.
      expect(Math.abs((await dutyOf(pin)) - value / 255)).toBeLessThan(0.006);
    }
    pins.writeDuty(pin, 0);
    expect(await dutyOf(pin)).toBe(0);
  });

  test('reports a pulled-up input when its level changes', async () => {
    const levels: boolean[] = [];
    pins.setMode(2, 'input');
    pins.writeLevel(2, true);
    pins.onLevel(2, (high) => levels.push(high));
    await pass(50);
    for (const level of [false, undefined, false, true]) {
      if (level === undefined) world.levels.delete(2);
      else world.levels.set(2, level);
      await pass(50);
    }
    expect(levels).toEqual([true, false, true, false, true]);
  });

  test('leaves a pin an output, always low, that is asked for the pull-up mode of later firmware', async () => {
    const { five } = pins;
    const levels: number[] = [];
    expect(five.io.pins[2].supportedModes).not.toContain(five.io.MODES.PULLUP);
    five.pinMode(2, five.io.MODES.PULLUP);
    five.digitalRead(2, (level) => levels.push(level));
    await pass(50);
    world.levels.set(2, true);
    await pass(50);
    expect(levels).toEqual([0]);
  });

  test('reads an input that is wished pulled up, though it cannot pull up by itself', async () => {
    const levels: boolean[] = [];
    world.levels.set(2, true);
    pins.setMode(2, 'inputPulledUp');
    pins.onLevel(2, (high) => levels.push(high));
    await pass(50);
    world.levels.set(2, false);
    await pass(50);
    expect(levels.slice(-2)).toEqual([true, false]);
  });

  test('drives on for ever when the host has gone: StandardFirmata is unguarded', async () => {
    pins.setMode(9, 'pwm');
    pins.writeDuty(9, 200);
    await pass(50);
    await board.close();
    await pass(60_000);
    expect(await dutyOf(9)).toBeCloseTo(200 / 255, 2);
    expect(losses).toEqual([]);
  });

  test.each([0, 50])(
    'tells a pulled cable once, and keeps no write that follows after %i ms',
    async (delayMs) => {
      pins.setMode(9, 'pwm');
      pins.writeDuty(9, 150);
      await pass(50);
      board.simulation.injectFault('link-lost');
      if (delayMs > 0) await pass(delayMs);
      for (let tick = 0; tick < 20; tick++) {
        pins.writeDuty(9, 255);
        await pass(50);
      }
      expect(losses).toEqual([expect.stringMatching(/Input\/output error/)]);
      expect((await dutyOf(9)) * 255).toBeLessThan(152);
      expect(pins.five.io.pending).toBe(0);
    },
  );

  test('turns an error in the handling of a report into a lost link, not a crash', async () => {
    pins.onCount(0, () => {
      throw new Error('no such temperature');
    });
    await pass(100);
    expect(losses).toEqual(['a report could not be processed: no such temperature']);
  });

  test('is opened once', async () => {
    await expect(board.open()).rejects.toThrow('opened before');
    pins.onCount(0, () => {});
    await pass(50);
    expect(losses).toEqual([]);
  });
});

describe('a board that does not answer as Firmata', () => {
  test.each([
    { firmware: deafProgram, says: /the board sent nothing \(within 8 s\)/ },
    { firmware: babblingProgram, says: /sent \d{5} bytes that are not Firmata.* 5555555555555555/ },
  ])('is given up, saying what it sent: $says', async ({ firmware, says }) => {
    const silent = new EmulatedStandardBoard({ program: firmware, world: new BenchWorld() });
    const open = silent.open();
    await expect(open).rejects.toMatchObject({ code: 'BOARD_SILENT' });
    await expect(open).rejects.toThrow(says);
    await silent.close();
  });
});
