/** The host's end of an open emulated serial port. */
import type {
  BindingPortInterface,
  OpenOptions,
  PortStatus,
  SetOptions,
  UpdateOptions,
} from '@serialport/bindings-interface' with { 'resolution-mode': 'require' };

/** What an open port does to the line and the board behind it. */
export interface SerialLine {
  send(bytes: Uint8Array, baudRate: number): void;
  setDtr(dtr: boolean): void;
  isPlugged(): boolean;
}

interface PendingRead {
  readonly buffer: Buffer;
  readonly offset: number;
  readonly length: number;
  readonly resolve: (result: { buffer: Buffer; bytesRead: number }) => void;
  readonly reject: (error: Error) => void;
}

export class EmulatedSerialPort implements BindingPortInterface {
  readonly openOptions: Required<OpenOptions>;
  isOpen = true;
  readonly #line: SerialLine;
  #received = Buffer.alloc(0);
  #pending: PendingRead | undefined;

  constructor(options: OpenOptions, line: SerialLine) {
    const flow = { rtscts: false, xon: false, xoff: false, xany: false, hupcl: true } as const;
    const frame = { dataBits: 8, stopBits: 1, parity: 'none', lock: true } as const;
    this.openOptions = { ...frame, ...flow, ...options };
    this.#line = line;
  }

  /** Bytes arrive from the board. */
  receive(bytes: Uint8Array): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    this.#serveRead();
  }

  /** The port is gone: to the stream any failure but `canceled` is a disconnection. */
  fail(message: string): void {
    this.#rejectRead(new Error(message));
  }

  close(): Promise<void> {
    if (!this.isOpen) return Promise.reject(new Error('Port is not open'));
    this.isOpen = false;
    if (this.openOptions.hupcl) this.#line.setDtr(false);
    this.#rejectRead(Object.assign(new Error('Port is not open'), { canceled: true }));
    return Promise.resolve();
  }

  read(
    buffer: Buffer,
    offset: number,
    length: number,
  ): Promise<{ buffer: Buffer; bytesRead: number }> {
    const trouble = this.#trouble();
    if (trouble !== undefined) return Promise.reject(trouble);
    return new Promise((resolve, reject) => {
      this.#pending = { buffer, offset, length, resolve, reject };
      this.#serveRead();
    });
  }

  write(buffer: Buffer): Promise<void> {
    const trouble = this.#trouble();
    if (trouble !== undefined) return Promise.reject(trouble);
    this.#line.send(buffer, this.openOptions.baudRate);
    return Promise.resolve();
  }

  update(options: UpdateOptions): Promise<void> {
    this.openOptions.baudRate = options.baudRate;
    return Promise.resolve();
  }

  set(options: SetOptions): Promise<void> {
    if (options.dtr !== undefined) this.#line.setDtr(options.dtr);
    return Promise.resolve();
  }

  get(): Promise<PortStatus> {
    return Promise.resolve({ cts: false, dsr: false, dcd: false });
  }

  getBaudRate(): Promise<{ baudRate: number }> {
    return Promise.resolve({ baudRate: this.openOptions.baudRate });
  }

  flush(): Promise<void> {
    this.#received = Buffer.alloc(0);
    return Promise.resolve();
  }

  /** What was written is already on its way. */
  drain(): Promise<void> {
    return Promise.resolve();
  }

  #trouble(): Error | undefined {
    if (!this.isOpen) return Object.assign(new Error('Port is not open'), { canceled: true });
    return this.#line.isPlugged() ? undefined : new Error('Input/output error');
  }

  #serveRead(): void {
    if (this.#pending === undefined || this.#received.length === 0) return;
    const { buffer, offset, length, resolve } = this.#pending;
    this.#pending = undefined;
    const bytesRead = this.#received.copy(buffer, offset, 0, length);
    this.#received = this.#received.subarray(bytesRead);
    resolve({ buffer, bytesRead });
  }

  #rejectRead(error: Error): void {
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.reject(error);
  }
}
