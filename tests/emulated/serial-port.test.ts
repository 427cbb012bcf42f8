import { SerialPortStream } from '@serialport/stream';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SerialDevice } from '../../hardware/boards/emulator/serial-binding.ts';
import { EmulatedSerialBinding } from '../../hardware/boards/emulator/serial-binding.ts';

const path = '/dev/ttyEMU0';
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Records what reaches the board; `output` is what it sends next. */
class Recorder implements SerialDevice {
  readonly baudRate = 58_823;
  readonly received: number[] = [];
  resets = 0;
  output = Uint8Array.of();

  send(bytes: Uint8Array): void {
    this.received.push(...bytes);
  }
  takeOutput(): Uint8Array {
    const taken = this.output;
    this.output = Uint8Array.of();
    return taken;
  }
  reset(): void {
    this.resets++;
  }
}

let device: Recorder;
let binding: EmulatedSerialBinding;

beforeEach(() => {
  device = new Recorder();
  binding = new EmulatedSerialBinding(device, path);
});

function open(options: object = {}): Promise<SerialPortStream> {
  return new Promise((resolve, reject) => {
    const settings = { binding, path, baudRate: 57_600, ...options };
    const port = new SerialPortStream(settings, (error) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}

const close = (port: SerialPortStream) =>
  new Promise<Error | null>((resolve) => {
    port.close((error) => resolve(error));
  });

describe('the emulated serial port', () => {
  test('carries bytes both ways, whole and in order', async () => {
    const port = await open();
    const heard: number[] = [];
    port.on('data', (chunk: Buffer) => heard.push(...chunk));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        heard.length = 0;
        device.received.length = 0;
        device.output = bytes;
        expect(binding.deliver()).toBe(true);
        port.write(Buffer.from(bytes));
        await turn();
        expect(heard).toEqual([...bytes]);
        expect(device.received).toEqual([...bytes]);
      }),
    );
    await close(port);
  });

  test('resets the board when DTR is asserted, and only then', async () => {
    await close(await open());
    expect(device.resets).toBe(1);
    await close(await open({ hupcl: false }));
    expect(device.resets).toBe(2);
    // DTR stayed asserted: a board that was left like this is not reset, and drives on.
    await close(await open());
    expect(device.resets).toBe(2);
    await close(await open());
    expect(device.resets).toBe(3);
  });

  test('cannot be opened twice at once', async () => {
    const port = await open();
    await expect(open()).rejects.toThrow('Resource temporarily unavailable Cannot lock port');
    await close(port);
    await expect(open()).resolves.toBeDefined();
  });

  test('garbles all bytes at a wrong baud rate, both ways', async () => {
    const port = await open({ baudRate: 9600 });
    const heard: number[] = [];
    port.on('data', (chunk: Buffer) => heard.push(...chunk));
    const sent = Uint8Array.of(0xf9, 2, 4);
    device.output = sent;
    binding.deliver();
    port.write(Buffer.from(sent));
    await turn();
    for (const bytes of [heard, device.received]) {
      expect(bytes).toHaveLength(3);
      bytes.forEach((byte, index) => expect(byte).not.toBe(sent[index]));
    }
    await close(port);
  });

  test('closes without an error when it is asked to, with bytes or a read under way', async () => {
    const port = await open();
    const errors: unknown[] = [];
    port.on('error', (error) => errors.push(error)).on('data', () => {});
    await turn();
    expect(await close(port)).toBeNull();
    await turn();
    expect(errors).toEqual([]);
    device.output = Uint8Array.of(1);
    expect(binding.deliver()).toBe(false);
  });

  test('cancels a read that is under way when it is closed', async () => {
    const port = await binding.open({ path, baudRate: 57_600 });
    const read = port.read(Buffer.alloc(8), 0, 8);
    await port.close();
    await expect(read).rejects.toMatchObject({ canceled: true });
  });

  test('closes with a disconnection when the cable is pulled, and is gone', async () => {
    const port = await open();
    port.on('data', () => {});
    const closed = new Promise((resolve) => port.once('close', resolve));
    await turn();
    binding.unplug();
    expect(await closed).toMatchObject({ disconnected: true, message: 'Input/output error' });
    expect(await binding.list()).toEqual([]);
    await expect(open()).rejects.toThrow('No such file or directory');
  });
});
