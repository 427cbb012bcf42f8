import { beforeEach, describe, expect, it } from 'vitest';
import type { DeviceWorld } from '../../hardware/boards/device-world.ts';
import { SimulatedIo } from '../../hardware/boards/simulated-io.ts';
import five from '../../hardware/johnny-five/five.ts';
import { FivePins } from '../../hardware/johnny-five/five-pins.ts';
import { Device } from '../../hardware/device/device.ts';
import { defaultPinMap } from '../../hardware/parts/pin-map.ts';
import { steinhartHartThrough } from '../../hardware/parts/thermistor.ts';
import { thermistorPoints } from '../../hardware/parts/thermistor-part.ts';
import { stillSimulation } from '../emulated/bench-world.ts';

const channel = {
  coefficients: steinhartHartThrough(thermistorPoints),
  pullUpOhms: 10_000,
  offsetC: 0,
};
const pins = defaultPinMap;

/** A bare bench: voltages and the stop loop are set by hand. */
class Bench implements DeviceWorld {
  volts = [2.5, 2.5, 2.5];
  stopLoop: boolean | undefined = false;
  readonly simulation = stillSimulation;
  advance(): void {}
  analogVolts(analog: number): number {
    return this.volts[analog] ?? 0;
  }
  digitalInput(pin: number): boolean | undefined {
    return pin === pins.stopLoop ? this.stopLoop : undefined;
  }
}

describe('the device, through Johnny-Five', () => {
  let bench: Bench;
  let io: SimulatedIo;
  let device: Device;
  let nowMs = 0;
  beforeEach(async () => {
    bench = new Bench();
    io = new SimulatedIo(bench);
    nowMs = 1000;
    const board = new five.Board({ io, repl: false, debug: false, sigint: false } as object);
    const ready = new Promise<void>((resolve) => board.on('ready', resolve));
    io.start();
    await ready;
    device = new Device(
      new FivePins(board),
      pins,
      { plateA: channel, plateB: channel, heatsink: { ...channel, offsetC: 1.5 } },
      () => nowMs,
    );
  });

  const level = () => ({
    cool: io.duty(pins.bridgeCool),
    heat: io.duty(pins.bridgeHeat),
    enable: io.level(pins.bridgeEnable),
    relay: io.level(pins.relay),
    fanStopped: io.level(pins.fan),
    buzzer: io.level(pins.buzzer),
    light: io.level(pins.statusLed),
  });
  const off = { cool: 0, heat: 0, enable: false, relay: false, fanStopped: false };

  it('is off after it was opened', () => {
    expect(level()).toMatchObject(off);
  });

  it('every output pin is an output, so that a pin is never left to float', () => {
    const outputs = [pins.bridgeEnable, pins.relay, pins.fan, pins.buzzer, pins.statusLed];
    for (const pin of outputs) expect(io.pins[pin]?.mode).toBe(io.MODES.OUTPUT);
    for (const pin of [pins.bridgeCool, pins.bridgeHeat])
      expect(io.pins[pin]?.mode).toBe(io.MODES.PWM);
    expect(io.pins[pins.stopLoop]?.mode).toBe(io.MODES.PULLUP);
  });

  it('drives one side at a time, with bridge enabled, relay closed and light on', () => {
    for (let tick = 0; tick < 30; tick += 1)
      device.actuate(
        { drive: -0.5, powered: true, relayClosed: true, buzzer: false, light: true },
        (nowMs += 50),
      );
    expect(level()).toMatchObject({
      cool: 127 / 255,
      heat: 0,
      enable: true,
      relay: true,
      light: true,
    });
    for (let tick = 0; tick < 60; tick += 1) {
      device.actuate(
        { drive: 0.5, powered: true, relayClosed: true, buzzer: false, light: true },
        (nowMs += 50),
      );
      expect(Math.min(level().cool, level().heat)).toBe(0);
    }
    expect(level()).toMatchObject({ cool: 0, heat: 127 / 255 });
  });

  it('is off at once when power is taken, and all-off needs no decision', () => {
    device.actuate(
      { drive: -1, powered: true, relayClosed: true, buzzer: false, light: true },
      nowMs,
    );
    device.actuate(
      { drive: -1, powered: false, relayClosed: true, buzzer: true, light: false },
      nowMs + 50,
    );
    expect(level()).toMatchObject({ ...off, buzzer: true });
    device.actuate(
      { drive: -1, powered: true, relayClosed: true, buzzer: false, light: true },
      nowMs + 1000,
    );
    device.allOff();
    expect(level()).toMatchObject(off);
  });

  it('tries every write of all-off, even where some of them throw', () => {
    device.actuate(
      { drive: -1, powered: true, relayClosed: true, buzzer: false, light: true },
      nowMs,
    );
    const write = io.digitalWrite.bind(io);
    io.digitalWrite = (pin, value) => {
      if (pin === pins.bridgeEnable) throw new Error('port is gone');
      write(pin, value);
    };
    expect(() => device.allOff()).not.toThrow();
    expect(level()).toMatchObject({ cool: 0, heat: 0, relay: false });
  });

  it('reads each sensor from fresh reports, with its own calibration', () => {
    expect(device.sense().plateA).toMatchObject({
      count: Number.NaN,
      atMs: Number.NEGATIVE_INFINITY,
    });
    io.report();
    const sensed = device.sense();
    expect(sensed.plateA.celsius).toBeCloseTo(25, 0);
    expect(sensed.heatsink.celsius - sensed.plateA.celsius).toBeCloseTo(1.5, 6);
    expect(sensed.plateA.atMs).toBe(1000);
  });

  it('a sensor that no longer reports keeps its old time stamp (L4)', () => {
    io.report();
    device.sense();
    nowMs = 5000;
    expect(device.sense().plateA.atMs).toBe(1000);
  });

  it('the stop loop counts as open until it is proven closed, and opens on a broken wire', () => {
    expect(device.sense().stopLoopClosed).toBe(false);
    io.report();
    expect(device.sense().stopLoopClosed).toBe(true);
    bench.stopLoop = undefined;
    io.report();
    expect(device.sense().stopLoopClosed).toBe(false);
  });

  it.each([
    ['pressed and let go', [undefined, false], [false, true]],
    ['pressed, let go, pressed', [undefined, false, undefined], [false, false]],
    ['let go, after it was held', [undefined], [false, false]],
  ] as const)('a stop loop %s between two looks counts as open', (_what, levels, looks) => {
    io.report();
    expect(device.sense().stopLoopClosed).toBe(true);
    for (const stopLoop of levels) {
      bench.stopLoop = stopLoop;
      io.reportDigital();
    }
    expect(looks.map(() => device.sense().stopLoopClosed)).toEqual(looks);
    bench.stopLoop = false;
    io.reportDigital();
    expect(device.sense().stopLoopClosed).toBe(true);
  });

  it('answers a question about a pin with what it held when it was asked', () => {
    const answers: (number | undefined)[] = [];
    const { bridgeCool } = pins;
    io.analogWrite(bridgeCool, 80);
    io.queryPinState(bridgeCool, () => answers.push(io.pins[bridgeCool]?.state));
    io.analogWrite(bridgeCool, 20);
    io.queryPinState(bridgeCool, () => answers.push(io.pins[bridgeCool]?.state));
    io.analogWrite(bridgeCool, 0);
    io.report();
    expect(answers).toEqual([80, 20]);
  });

  it('reads the bridge back, and says which pin holds what nobody wrote', () => {
    const tick = () => {
      device.actuate(
        { drive: -0.5, powered: true, relayClosed: true, buzzer: false, light: true },
        (nowMs += 50),
      );
      io.report();
    };
    for (let at = 0; at < 40; at += 1) tick();
    expect(device.sense().pinsDiffer).toBeNull();
    const write = io.analogWrite.bind(io);
    io.analogWrite = (pin, value) => {
      write(pin, pin === pins.bridgeHeat ? 80 : value);
    };
    for (let at = 0; at < 20; at += 1) tick();
    expect(device.sense().pinsDiffer).toMatchObject({
      kind: 'pin-differs',
      pin: 10,
      value: 80,
      wrote: 0,
    });
  });

  it('finds no fault in an all-off between a question and its answer', () => {
    const cooling = { drive: -0.5, powered: true, relayClosed: true, buzzer: false, light: true };
    for (let at = 0; at < 40; at += 1) {
      device.actuate(cooling, (nowMs += 50));
      device.allOff();
      io.report();
      expect(device.sense().pinsDiffer).toBeNull();
      device.actuate(cooling, (nowMs += 50));
      io.report();
      expect(device.sense().pinsDiffer).toBeNull();
    }
  });

  it('does not take silence for agreement', () => {
    for (let at = 0; at < 40; at += 1) {
      device.actuate(
        { drive: -0.5, powered: true, relayClosed: true, buzzer: false, light: true },
        (nowMs += 50),
      );
    }
    expect(device.sense().pinsDiffer).toMatchObject({ kind: 'pins-untold', value: 1000 });
  });

  it('asks again where a question was lost with its answer, as where the board has started anew', () => {
    const cooling = { drive: -0.5, powered: true, relayClosed: true, buzzer: false, light: true };
    for (let at = 0; at < 10; at += 1) device.actuate(cooling, (nowMs += 50));
    io.forget();
    for (let at = 0; at < 60; at += 1) device.actuate(cooling, (nowMs += 50));
    expect(device.sense().pinsDiffer).toMatchObject({ kind: 'pins-untold', value: 1000 });
    io.wake();
    for (let at = 0; at < 60; at += 1) {
      device.actuate(cooling, (nowMs += 50));
      io.report();
    }
    expect(device.sense().pinsDiffer).toBeNull();
  });

  it('a cut cable reaches no pin any more, and changes none', () => {
    device.actuate(
      { drive: -1, powered: true, relayClosed: true, buzzer: false, light: true },
      nowMs,
    );
    io.cut();
    device.allOff();
    expect(level()).toMatchObject({ enable: true, relay: true });
  });
});
