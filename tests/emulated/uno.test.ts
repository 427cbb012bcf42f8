import { describe, expect, test } from 'vitest';
import { Uno } from '../../hardware/boards/emulator/uno.ts';
import {
  babblingProgram,
  deafProgram,
  echoingProgram,
  hangingProgram,
  mirrorProgram,
  pettingProgram,
  resetFlagsProgram,
} from './tiny-programs.ts';

const readAnalogVolts = () => 0;
const pins = Array.from({ length: 20 }, (_, pin) => pin);

describe.each([{ accelerated: true }, { accelerated: false }])('an Uno, %o', ({ accelerated }) => {
  const uno = (program: Uint16Array) => new Uno({ program, readAnalogVolts, accelerated });

  test('drives no pin after power-on', () => {
    const board = uno(deafProgram);
    board.runUntil(10);
    expect(pins.filter((pin) => board.isDriven(pin))).toEqual([]);
    expect(board.timeMs).toBeCloseTo(10, 3);
  });

  test('lets go of its pins when the watchdog bites a hung program, and stays so', () => {
    const board = uno(hangingProgram);
    const meter = board.meter(8);
    board.runUntil(15.9);
    expect(board.level(8)).toBe(true);
    board.runUntil(16.1);
    expect(meter.readDuty()).toBeCloseTo(16 / 16.1, 3);
    expect(board.isDriven(8)).toBe(false);
    // The watchdog stays on after its reset (ATmega328P datasheet, WDRF): it bites every 16 ms.
    board.runUntil(100);
    expect(board.resets).toEqual({ 'power-on': 1, external: 0, watchdog: 6 });
    expect(meter.readDuty()).toBe(0);
  });

  test('lets go of its pins at an external reset, and begins again', () => {
    const board = uno(hangingProgram);
    board.runUntil(5);
    board.reset('external');
    expect([board.level(8), board.isDriven(8)]).toEqual([false, false]);
    board.runUntil(6);
    expect(board.level(8)).toBe(true);
    expect(board.resets.external).toBe(1);
    expect(board.timeMs).toBeCloseTo(6, 3);
  });

  test('loses no byte that it receives while the program switches its interrupts', () => {
    const board = uno(echoingProgram);
    board.runUntil(1);
    const sent = Array.from({ length: 64 }, (_, index) => (index * 37 + 1) & 0xff);
    board.send(sent);
    board.runUntil(20);
    expect([...board.takeOutput()]).toEqual(sent);
  });

  test('is not reset while the program pets the watchdog', () => {
    const board = uno(pettingProgram);
    board.runUntil(200);
    expect(board.resets.watchdog).toBe(0);
  });

  test('shows the program what reset it: flags gather until power is lost', () => {
    const board = uno(resetFlagsProgram);
    const flags = (): number[] => {
      board.runUntil(board.timeMs + 1);
      return pins.filter((pin) => board.level(pin));
    };
    expect(flags()).toEqual([8]);
    board.reset('external');
    expect(flags()).toEqual([8, 9]);
    board.reset('power-on');
    expect(flags()).toEqual([8]);
  });

  test('sends bytes in their own time', () => {
    const board = uno(babblingProgram);
    board.runUntil(100);
    const output = board.takeOutput();
    // 17 × 16 × 10 cycles a byte at 16 MHz.
    expect(Math.abs(output.length - 100 / 0.17)).toBeLessThan(3);
    expect(new Set(output)).toEqual(new Set([0x55]));
    expect(Math.abs(board.baudRate - 58_823)).toBeLessThanOrEqual(1);
  });

  test('has no pin beyond A5', () => {
    expect(() => uno(deafProgram).level(20)).toThrow('pins 0 to 19');
  });
});

test('an idle loop that reads a pin sees it change at the same cycle as on plain avr8js', () => {
  const [fast, stock] = [true, false].map((accelerated) => {
    const board = new Uno({ program: mirrorProgram, readAnalogVolts, accelerated });
    const meter = board.meter(8);
    return Array.from({ length: 60 }, (_, index) => {
      board.runUntil(index * 1.7);
      return meter.readDuty();
    });
  });
  expect(fast).toEqual(stock);
  expect(fast?.at(-1)).toBeGreaterThan(0.1);
});
