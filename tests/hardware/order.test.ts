/** In which order the pins are written, where a law orders it (L5, L8, H12): the end alone would hide a moment of danger. */
import { beforeEach, describe, expect, it } from 'vitest';
import { SimulatedIo } from '../../hardware/boards/simulated-io.ts';
import type { DeviceWorld } from '../../hardware/boards/device-world.ts';
import type { GuardLink } from '../../hardware/guard/guard-link.ts';
import five from '../../hardware/johnny-five/five.ts';
import { FivePins } from '../../hardware/johnny-five/five-pins.ts';
import { Device } from '../../hardware/device/device.ts';
import type { Actuation } from '../../hardware/device/device.ts';
import { defaultPinMap as pins } from '../../hardware/parts/pin-map.ts';
import { steinhartHartThrough } from '../../hardware/parts/thermistor.ts';
import { thermistorPoints } from '../../hardware/parts/thermistor-part.ts';
import { stillSimulation } from '../emulated/bench-world.ts';

const channel = {
  coefficients: steinhartHartThrough(thermistorPoints),
  pullUpOhms: 10_000,
  offsetC: 0,
};

const world: DeviceWorld = {
  simulation: stillSimulation,
  advance: () => {},
  analogVolts: () => 2.5,
  digitalInput: () => false,
};

const names = new Map<number, string>([
  [pins.bridgeEnable, 'enable'],
  [pins.bridgeCool, 'cool'],
  [pins.bridgeHeat, 'heat'],
  [pins.relay, 'relay'],
  [pins.fan, 'fan off'],
]);

const driving = (drive: number): Actuation => ({
  drive,
  powered: true,
  relayClosed: true,
  buzzer: false,
  light: false,
  guard: 'renew',
});
const resting: Actuation = {
  drive: 0,
  powered: false,
  relayClosed: false,
  buzzer: false,
  light: false,
  guard: 'renew',
};

let device: Device;
let io: SimulatedIo;
let nowMs = 0;
/** What reached the board since it was last looked at, in order: `enable 0`, `cool 127`, `guard renew`, `ask`. */
let written: string[] = [];
const taken = (): string[] => written.splice(0);
/** A write of what a pin holds already changes nothing. */
const levels = new Map<string, string>();

beforeEach(async () => {
  nowMs = 1000;
  io = new SimulatedIo(world);
  const board = new five.Board({ io, repl: false, debug: false, sigint: false } as object);
  const ready = new Promise<void>((resolve) => board.on('ready', resolve));
  io.start();
  await ready;
  const note = (pin: number, value: number): void => {
    const name = names.get(pin);
    if (name === undefined || levels.get(name) === String(value)) return;
    levels.set(name, String(value));
    written.push(`${name} ${value}`);
  };
  for (const how of ['digitalWrite', 'analogWrite'] as const) {
    const write = io[how].bind(io);
    io[how] = (pin: number, value: number) => {
      note(pin, value);
      write(pin, value);
    };
  }
  const ask = io.queryPinState.bind(io);
  io.queryPinState = (pin, answered) => {
    written.push('ask');
    ask(pin, answered);
  };
  const guard = {
    act: (wish: string) => void written.push(`guard ${wish}`),
    disarm: () => void written.push('guard disarm'),
    armed: true,
    reading: null,
  } as unknown as GuardLink;
  device = new Device(
    new FivePins(board),
    pins,
    { plateA: channel, plateB: channel, heatsink: channel },
    () => nowMs,
    guard,
  );
  levels.clear();
  taken();
});

function driveFor(value: number, ticks: number): void {
  for (let tick = 0; tick < ticks; tick += 1) {
    device.actuate(driving(value), (nowMs += 50));
    io.report();
  }
}

/** Lets the device drive for a while, and forgets how it came to that. */
function driven(value: number): void {
  driveFor(value, 40);
  taken();
}

describe('the order of writes', () => {
  it('as power is given: the sides before the bridge is enabled, the lease last', () => {
    device.actuate(resting, nowMs);
    taken();
    device.actuate(driving(-0.5), (nowMs += 50));
    const first = taken();
    expect(first.slice(0, 2)).toEqual(['relay 1', 'cool 13']);
    expect(first.indexOf('enable 1')).toBeGreaterThan(
      first.findIndex((one) => one.startsWith('cool')),
    );
    expect(first.at(-1)).toBe('guard renew');
  });

  it.each([-0.5, 0.5])(
    'as power is taken from %d: the bridge is disabled first, then its sides, then the relay opens',
    (value) => {
      driven(value);
      device.actuate(resting, (nowMs += 50));
      const side = value > 0 ? 'heat 0' : 'cool 0';
      expect(taken().filter((one) => one !== 'ask')).toEqual([
        'enable 0',
        side,
        'relay 0',
        'guard renew',
      ]);
    },
  );

  it.each([-0.5, 0.5])(
    'of all-off from %d: the bridge, the relay, the sides, and the board’s own guard, with the fan on',
    (value) => {
      driven(value);
      levels.set('fan off', '1');
      device.allOff();
      expect(taken()).toEqual([
        'enable 0',
        'relay 0',
        value > 0 ? 'heat 0' : 'cool 0',
        'fan off 0',
        'guard disarm',
      ]);
    },
  );

  it.each([0.5, -0.5])(
    'of a reversal to %d: one side is silent for the whole dead time before the other rises',
    (value) => {
      driven(-value);
      const [falls, rises] = value > 0 ? ['cool', 'heat'] : ['heat', 'cool'];
      const reversedMs = nowMs;
      let silentMs = Number.NaN;
      let risenMs = Number.NaN;
      for (let tick = 0; tick < 40; tick += 1) {
        device.actuate(driving(value), (nowMs += 50));
        for (const one of taken()) {
          if (one === `${falls} 0`) silentMs = nowMs;
          if (one.startsWith(`${rises} `) && Number.isNaN(risenMs)) risenMs = nowMs;
        }
      }
      expect(silentMs).toBe(reversedMs + 50);
      expect(risenMs - silentMs).toBeGreaterThanOrEqual(500);
    },
  );

  it('in every tick the silent side comes before the one that drives, and the enable after both', () => {
    for (const value of [-0.5, 0.5]) {
      driveFor(value, 60);
      levels.clear();
      taken();
      device.actuate(driving(value), (nowMs += 50));
      const [silent, drives] = value > 0 ? ['cool', 'heat'] : ['heat', 'cool'];
      const order = taken().filter((one) => /^(?:cool|heat|enable)/.test(one));
      expect(order).toEqual([`${silent} 0`, `${drives} 127`, 'enable 1']);
    }
  });

  it('of a tick ends with the renewal, and the pins are asked for only after it', () => {
    driven(-0.5);
    driveFor(-0.4, 5);
    const all = taken();
    const asked = all.indexOf('ask');
    expect(asked).toBeGreaterThan(0);
    expect(all[asked - 1]).toBe('guard renew');
    expect(all.filter((one) => one === 'ask')).toHaveLength(1);
    const change = all.findIndex((one) => one.startsWith('cool'));
    expect(all.indexOf('guard renew', change)).toBe(change + 1);
  });
});
