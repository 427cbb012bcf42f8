import { SerialPortStream } from '@serialport/stream';
import { expect, test } from 'vitest';
import { EmulatedSerialBinding } from '../../hardware/boards/emulator/serial-binding.ts';
import { Uno } from '../../hardware/boards/emulator/uno.ts';
import { openFirmataLink } from '../../hardware/johnny-five/firmata-link.ts';
import { deafProgram } from './tiny-programs.ts';

const path = '/dev/ttyEMU0';

function deafPort(binding: EmulatedSerialBinding, at = path): SerialPortStream {
  return new SerialPortStream({ binding, path: at, baudRate: 57_600, autoOpen: false });
}

function deafBinding(): EmulatedSerialBinding {
  return new EmulatedSerialBinding(
    new Uno({ program: deafProgram, readAnalogVolts: () => 0 }),
    path,
  );
}

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
const options = { samplingIntervalMs: 25, onLost: () => {} };

test('a port that another one has open is busy, and one that is not there is missing', async () => {
  const binding = deafBinding();
  const first = deafPort(binding);
  await new Promise((resolve) => first.open(resolve));
  const second = openFirmataLink({ ...options, port: deafPort(binding) });
  await expect(second).rejects.toMatchObject({ code: 'PORT_BUSY' });
  const missing = openFirmataLink({ ...options, port: deafPort(binding, '/dev/ttyEMU1') });
  await expect(missing).rejects.toMatchObject({ code: 'PORT_MISSING' });
  expect(first.isOpen).toBe(true);
});

test('a board that is given up leaves neither an open port nor a timer', async () => {
  const before = timers();
  const port = deafPort(deafBinding());
  const link = openFirmataLink({ ...options, port, patienceMs: 0 });
  await expect(link).rejects.toMatchObject({ code: 'BOARD_SILENT' });
  expect(port.isOpen).toBe(false);
  expect(timers()).toBe(before);
});

test('a silent board is asked once, and a cable that is pulled meanwhile is named', async () => {
  const written: number[] = [];
  const uno = { baudRate: 57_600, takeOutput: () => Uint8Array.of(), reset: () => {} };
  const listening = new EmulatedSerialBinding(
    { ...uno, send: (bytes) => written.push(...bytes) },
    path,
  );
  let nowMs = 0;
  const pass = async (): Promise<void> => {
    nowMs += 100;
    if (nowMs === 7000) listening.unplug();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const time = { nowMs: () => nowMs, pass };
  const link = openFirmataLink({ ...options, port: deafPort(listening), time });
  await expect(link).rejects.toThrow(/the board sent nothing \(.*Input\/output error\)/);
  expect(written).toEqual([0xf9, 0xf0, 0x79, 0xf7]);
  expect(nowMs).toBeLessThan(8000);
});
