/**
 * A serial port with the emulated board on it, as `@serialport/stream` expects one: everything above
 * (stream, firmata-io, Johnny-Five) is the code that runs on a real port. The port behaves as Linux
 * and an Uno do: asserting DTR resets the board, a second open is refused, a pulled cable fails the
 * pending read, and a wrong baud rate turns bytes into others.
 */
import type { BindingInterface, OpenOptions, PortInfo } from '@serialport/bindings-interface' with {
  'resolution-mode': 'require',
};
import { EmulatedSerialPort } from './serial-port.ts';

/** What is behind the port. */
export interface SerialDevice {
  /** Bits per second that the device sends and receives at. */
  readonly baudRate: number;
  send(bytes: Uint8Array): void;
  /** Bytes sent since the last call. */
  takeOutput(): Uint8Array;
  /** DTR was asserted. */
  reset(cause: 'external'): void;
}

/** A UART samples the last bit of ten in its middle: half a bit in ten, less the edges' own error. */
const baudTolerance = 0.04;

export class EmulatedSerialBinding implements BindingInterface<EmulatedSerialPort> {
  readonly #device: SerialDevice;
  readonly #path: string;
  #port: EmulatedSerialPort | undefined;
  #plugged = true;
  #dtr = false;
  #noise: ((byte: number) => number) | undefined;

  constructor(device: SerialDevice, path = '/dev/ttyEMU0') {
    this.#device = device;
    this.#path = path;
  }

  list(): Promise<PortInfo[]> {
    const unknown = { serialNumber: undefined, pnpId: undefined, locationId: undefined };
    const info = { manufacturer: 'emulated', productId: undefined, vendorId: undefined };
    return Promise.resolve(this.#plugged ? [{ path: this.#path, ...unknown, ...info }] : []);
  }

  /** Rejects in the words of `@serialport/bindings-cpp` on Linux. */
  open(options: OpenOptions): Promise<EmulatedSerialPort> {
    if (!this.#plugged || options.path !== this.#path) {
      const message = `Error: No such file or directory, cannot open ${options.path}`;
      return Promise.reject(new Error(message));
    }
    if (this.#port?.isOpen === true) {
      const message = 'Error Resource temporarily unavailable Cannot lock port';
      return Promise.reject(new Error(message));
    }
    this.#port = new EmulatedSerialPort(options, {
      send: (bytes, baudRate) => this.#device.send(this.#carry(bytes, baudRate)),
      setDtr: (dtr) => this.#setDtr(dtr),
      isPlugged: () => this.#plugged,
    });
    this.#setDtr(true);
    return Promise.resolve(this.#port);
  }

  /**
   * Hands what the board has sent to the host. True where the host got something to do: it has done
   * it when the event loop has turned once.
   */
  deliver(): boolean {
    const output = this.#device.takeOutput();
    const port = this.#port;
    if (port === undefined || !port.isOpen || !this.#plugged || output.length === 0) return false;
    port.receive(this.#carry(output, port.openOptions.baudRate));
    return true;
  }

  /** Pulls the cable: the host loses the port for good, the board runs on from its own supply. */
  unplug(): void {
    this.#plugged = false;
    this.#port?.fail('Input/output error');
  }

  /** Noise on the cable, in both directions, from now on. */
  garble(noise: (byte: number) => number): void {
    this.#noise = noise;
  }

  /** The reset line of an Uno hangs on DTR through a capacitor: only asserting it resets. */
  #setDtr(dtr: boolean): void {
    if (dtr && !this.#dtr) this.#device.reset('external');
    this.#dtr = dtr;
  }

  #carry(bytes: Uint8Array, hostBaudRate: number): Uint8Array {
    const { baudRate } = this.#device;
    if (this.#noise !== undefined) return bytes.map(this.#noise);
    if (Math.abs(hostBaudRate - baudRate) <= baudTolerance * baudRate) return bytes;
    return bytes.map((byte) => (byte * 73 + 41) & 0xff);
  }
}
