/**
 * The accelerated emulator against plain avr8js: compiled code, event-driven timers, and both together
 * with the idle skip on real firmware. avr8js is the yardstick; nothing may differ but a few cycles.
 */
import { avrInstruction, AVRIOPort, AVRTimer, CPU } from 'avr8js';
import { portBConfig, portDConfig, timer0Config, timer1Config, timer2Config } from 'avr8js';
import type { AVRTimerConfig } from 'avr8js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileProgram, placeProgram } from '../../hardware/boards/emulator/compiled-program.ts';
import { EventDrivenTimer } from '../../hardware/boards/emulator/event-driven-timer.ts';
import { loadStandardFirmata } from '../../hardware/boards/emulator/firmware-image.ts';
import { flashWords, layout, shareMemory } from '../../hardware/boards/emulator/machine.ts';
import { statusRegister } from '../../hardware/boards/emulator/status-register.ts';
import { Uno } from '../../hardware/boards/emulator/uno.ts';
import { interruptedProgram } from './tiny-programs.ts';

const stackPointer = 0x5d;

/** A chip of nothing but CPU and memory, in a random state. */
function randomCpu(flash: Uint16Array, start: number, state: Uint8Array, top: number): CPU {
  const cpu = new CPU(flash, 2048);
  cpu.data.set(state);
  cpu.dataView.setUint16(stackPointer, top, true);
  cpu.pc = start;
  return cpu;
}

/** The same chip with a program compiled for it. */
function compiledCpu(cpu: CPU, flash: Uint16Array) {
  const memory = shareMemory(cpu);
  const program = compileProgram(flash, () => 'memory', new Uint8Array(flashWords));
  const run = placeProgram(program, memory);
  const cells = new Int32Array(memory.buffer, layout.next, 2);
  return {
    /** Compiled code alone; false where it is left to avr8js to go on. */
    run(cycles: number, interruptWaits: boolean): boolean {
      cells[1] = Number(interruptWaits);
      const left = run(cpu.pc, cycles, 0);
      if (left === cycles) return false;
      cpu.pc = (cells[0] ?? 0) % flashWords;
      cpu.cycles += cycles - left;
      return true;
    },
  };
}

/** Memory contents from a seed (xorshift32): small to shrink and to print. */
function randomBytes(seed: number): Uint8Array {
  let state = seed | 1;
  return Uint8Array.from({ length: 2304 }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state;
  });
}

/** Random words are mostly rare instructions; these bits make the common ones as frequent. */
const word = fc.oneof(
  fc.nat(0xffff),
  fc
    .tuple(fc.constantFrom(0x0400, 0x1000, 0x9000, 0x9400, 0xf000), fc.nat(0x0fff))
    .map(([family, rest]) => family | rest),
);

/** A run of so many cycles; an interrupt that is not allowed may wait meanwhile. */
const piece = fc.record({ cycles: fc.integer({ min: 1, max: 60 }), interruptWaits: fc.boolean() });

describe('compiled code', () => {
  test('leaves the chip exactly as avr8js does, whatever the program, the state and the cycle at which it is stopped', () => {
    let instructions = 0;
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 64, maxLength: 64 }),
        fc.integer(),
        fc.integer({ min: 0xf0, max: 0x908 }),
        fc.array(piece, { minLength: 1, maxLength: 20 }),
        (words, seed, top, pieces) => {
          const flash = new Uint16Array(flashWords).fill(0xffff);
          const start = flashWords / 2;
          flash.set(words, start);
          const state = randomBytes(seed);
          const fast = randomCpu(flash, start, state, top);
          const compiled = compiledCpu(fast, flash);
          const stock = randomCpu(flash, start, state, top);
          for (const { cycles, interruptWaits } of pieces) {
            if (interruptWaits) for (const { data } of [fast, stock]) data[statusRegister]! &= 0x7f;
            const end = fast.cycles + cycles;
            if (!compiled.run(cycles, interruptWaits)) avrInstruction(fast);
            for (; stock.cycles < fast.cycles; instructions++) {
              // No instruction begins behind the end, or once the interrupt may be served.
              const isServed = interruptWaits && ((stock.data[statusRegister] ?? 0) & 0x80) !== 0;
              expect([stock.cycles < end, isServed]).toEqual([true, false]);
              avrInstruction(stock);
            }
            expect([fast.pc, fast.cycles]).toEqual([stock.pc, stock.cycles]);
            expect(Buffer.compare(fast.data, stock.data)).toBe(0);
          }
        },
      ),
      { numRuns: 3000 },
    );
    expect(instructions).toBeGreaterThan(30_000);
  });
});

test('interrupts come at the same cycle as on plain avr8js, wherever in the program', () => {
  const edgesOf = (period: number, accelerated: boolean): string[] => {
    const program = interruptedProgram(period);
    const uno = new Uno({ program, readAnalogVolts: () => 0, accelerated });
    const edges: string[] = [];
    for (const pin of [8, 9]) uno.onOutput(pin, () => edges.push(`${pin} ${uno.timeMs * 16_000}`));
    for (let ms = 0.3; ms < 2; ms += 0.3) uno.runUntil(ms);
    return edges;
  };
  for (let period = 50; period < 200; period++) {
    const edges = edgesOf(period, true);
    expect(edges).toEqual(edgesOf(period, false));
    expect(edges.filter((edge) => edge.startsWith('8')).length).toBeGreaterThan(20_000 / period);
    expect(edges.filter((edge) => edge.startsWith('9')).length).toBeGreaterThan(5);
  }
});

/** One timer and its ports on a chip that executes NOPs, with all that can be seen of it. */
function timerBench(config: AVRTimerConfig, eventDriven: boolean) {
  const cpu = new CPU(new Uint16Array(flashWords), 2048);
  const ports = [new AVRIOPort(cpu, portBConfig), new AVRIOPort(cpu, portDConfig)];
  const timer = new AVRTimer(cpu, config);
  if (eventDriven) void new EventDrivenTimer(cpu, timer, config);
  for (const { portConfig } of ports) cpu.writeData(portConfig.DDR, 0xff);
  const edges: number[][] = [];
  for (const port of ports) port.addListener((value) => edges.push([cpu.cycles, value]));
  return {
    runTo(cycles: number): void {
      while (cpu.cycles < cycles) {
        avrInstruction(cpu);
        cpu.tick();
      }
    },
    write: (address: number, value: number): void => cpu.writeData(address, value),
    see: () => ({
      tcnt:
        cpu.readData(config.TCNT) | (config.bits === 16 ? cpu.readData(config.TCNT + 1) << 8 : 0),
      flags: cpu.readData(config.TIFR),
      interrupt: cpu.nextInterrupt,
      pins: ports.map(({ portConfig }) => cpu.data[portConfig.PIN]),
    }),
    edges,
  };
}

const registers = ['TCCRA', 'TCCRB', 'OCRA', 'OCRB', 'TCNT', 'TIMSK', 'TIFR'] as const;
interface Access {
  readonly waitCycles: number;
  readonly register: (typeof registers)[number];
  readonly value: number;
  readonly high: number;
}

const access = (config: AVRTimerConfig): fc.Arbitrary<Access> =>
  fc.record({
    waitCycles: fc.integer({ min: 2, max: 20_000 }),
    register: fc.constantFrom(...registers),
    // Clock select 6 and 7 of timers 0 and 1 are external clocks, which nobody feeds here.
    value: fc.nat(0xff).map((value) => ((value & 7) > 5 ? value & 0xfb : value)),
    high: fc.nat(config.bits === 16 ? 3 : 0),
  });

/** A top that is raised by a waiting compare value, or lowered below the count. */
const changedTop: [Access[]][] = [
  [
    [
      { waitCycles: 2, register: 'TCCRB', value: 91, high: 0 },
      { waitCycles: 2, register: 'TCCRA', value: 3, high: 0 },
      { waitCycles: 23, register: 'OCRA', value: 1, high: 0 },
      { waitCycles: 236, register: 'TCCRA', value: 0, high: 0 },
    ],
  ],
  [
    [
      { waitCycles: 2, register: 'TCCRB', value: 161, high: 0 },
      { waitCycles: 236, register: 'TCCRA', value: 29, high: 0 },
      { waitCycles: 1531, register: 'TCCRA', value: 0, high: 0 },
    ],
  ],
];

describe.each([
  { name: 'timer 0', config: timer0Config },
  { name: 'timer 1', config: timer1Config },
  { name: 'timer 2', config: timer2Config },
])('event-driven $name', ({ config }) => {
  test('shows what avr8js shows, after any writes to its registers', () => {
    fc.assert(
      fc.property(fc.array(access(config), { minLength: 1, maxLength: 12 }), (accesses) => {
        const benches = [timerBench(config, true), timerBench(config, false)];
        let cycles = 0;
        for (const { waitCycles, register, value, high } of accesses) {
          cycles += waitCycles;
          const [fast, stock] = benches.map((bench) => {
            bench.runTo(cycles);
            if (config.bits === 16 && register !== 'TIMSK' && register !== 'TIFR') {
              if (!register.startsWith('TCCR')) bench.write(config[register] + 1, high);
            }
            bench.write(config[register], value);
            bench.runTo(cycles + 20);
            return bench.see();
          });
          cycles += 20;
          expect(fast).toEqual(stock);
        }
        expect(benches[0]?.edges).toEqual(benches[1]?.edges);
      }),
      { numRuns: 100, examples: changedTop },
    );
  });
});

describe('StandardFirmata on the accelerated Uno', () => {
  test('sends the same bytes, samples and drives the same as on plain avr8js', async () => {
    const program = await loadStandardFirmata();
    const [fast, stock] = [true, false].map((accelerated) => scriptedRun(program, accelerated));
    expect(stock?.sent.length).toBeGreaterThan(700);
    expect(fast?.sent).toEqual(stock?.sent);
    expect(fast?.samples.map(({ channel }) => channel)).toEqual(
      stock?.samples.map(({ channel }) => channel),
    );
    // One turn of the firmware's loop takes 12 µs.
    fast?.samples.forEach(({ atMs }, index) => {
      expect(Math.abs(atMs - (stock?.samples[index]?.atMs ?? 0))).toBeLessThan(0.015);
    });
    fast?.duties.forEach((duty, index) => {
      expect(Math.abs(duty - (stock?.duties[index] ?? 0))).toBeLessThan(0.001);
    });
  });
});

/** Reports, a digital input, and all six PWM pins through changing duties, in slices of 10 ms. */
function scriptedRun(program: Uint8Array, accelerated: boolean) {
  const samples: { channel: number; atMs: number }[] = [];
  const uno: Uno = new Uno({
    program,
    accelerated,
    readAnalogVolts: (channel) => {
      samples.push({ channel, atMs: uno.timeMs });
      return (1 + channel * 0.7 + uno.timeMs / 3000) % 5;
    },
  });
  const pwmPins = [3, 5, 6, 9, 10, 11];
  const meters = pwmPins.map((pin) => uno.meter(pin));
  const sent: number[] = [];
  const duties: number[] = [];
  for (let ms = 10; ms <= 4500; ms += 10) {
    if (ms === 2300) uno.send([0xf0, 0x7a, 25, 0, 0xf7, 0xc0, 1, 0xc1, 1, 0xc2, 1]);
    if (ms === 2350) uno.send([...pwmPins.flatMap((pin) => [0xf4, pin, 3]), 0xf4, 2, 11, 0xd0, 1]);
    if (ms > 2400 && ms % 50 === 0) {
      const value = (pin: number): number => ((ms / 50) * 7 + pin * 40) % 256;
      uno.send(pwmPins.flatMap((pin) => [0xe0 | pin, value(pin) & 0x7f, value(pin) >> 7]));
    }
    if (ms % 330 === 0) uno.setInput(2, ms % 660 === 0);
    uno.runUntil(ms);
    sent.push(...uno.takeOutput());
    duties.push(...meters.map((meter) => meter.readDuty()));
  }
  return { sent, samples, duties };
}
