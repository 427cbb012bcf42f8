/** The one way from Johnny-Five to a serial port and back, and what can go wrong on it. */
import { EventEmitter } from 'node:events';
import type { SerialPortStream } from '@serialport/stream';
import { CompanionError, messageOf } from '../../src/errors.ts';

/**
 * Stands between firmata-io and the port. Lets no write through to a port that is not open, where it
 * would wait for a reopening; tells a loss once; and keeps an error in whoever handles a report from
 * ending the process while the board drives on.
 */
export class PortGate extends EventEmitter {
  onLost: ((reason: string) => void) | undefined;
  lostBecause: string | undefined;
  receivedBytes = 0;
  /** Thrown away: they were on the line before anything was asked. */
  leftOverBytes = 0;
  firstBytes = '';
  readonly path: string;
  /** Dropped when it is closed: Johnny-Five keeps every board, and with it this gate, for ever. */
  #port: SerialPortStream | undefined;
  /** What arrives now was meant for whoever had the port before. */
  #draining = false;

  constructor(port: SerialPortStream) {
    super();
    this.path = port.path;
    this.#port = port;
    port.on('data', (chunk: Buffer) => this.#receive(chunk));
    port.on('error', (error: Error) => this.#lose(`the port failed: ${error.message}`));
    // firmata-io takes no argument here: with one it would look for a disconnection and stay silent.
    port.on('close', (error: Error | null) => {
      this.#lose(`the port closed: ${error?.message ?? 'no reason is known'}`);
      this.emit('close');
    });
  }

  /**
   * Opens the port, and passes on that it is open once nothing is left on the line of an answer to somebody else.
   * @param drain resolves when what was left over has arrived
   * @throws CompanionError PORT_BUSY, PORT_MISSING, PORT_FORBIDDEN, PORT_FAILED
   */
  async open(drain?: () => Promise<void>): Promise<void> {
    this.#draining = drain !== undefined;
    await new Promise<void>((resolve, reject) => {
      this.#port?.open((error) => {
        if (error === null) resolve();
        else reject(openingError(error, this.path));
      });
    });
    await drain?.();
    this.#draining = false;
    this.emit('open');
  }

  write(bytes: Buffer, done: () => void): void {
    if (this.#port?.isOpen === true) this.#port.write(bytes, undefined, done);
    else done();
  }

  /** Resolves when the port is closed, also where it was closed already. */
  close(): Promise<void> {
    const port = this.#port;
    this.#port = undefined;
    return new Promise((resolve) => {
      if (port?.isOpen !== true) return resolve();
      // What was written last switches things off: it goes out before the port is closed.
      port.drain(() => port.close(() => resolve()));
    });
  }

  #receive(chunk: Buffer): void {
    if (this.#draining) {
      this.leftOverBytes += chunk.length;
      return;
    }
    if (this.receivedBytes === 0) this.firstBytes = chunk.subarray(0, 8).toString('hex');
    this.receivedBytes += chunk.length;
    try {
      this.emit('data', chunk);
    } catch (thrown) {
      this.#lose(`a report could not be processed: ${messageOf(thrown)}`);
    }
  }

  #lose(reason: string): void {
    if (this.#port === undefined || this.lostBecause !== undefined) return;
    this.lostBecause = reason;
    this.onLost?.(reason);
  }
}

/** The messages are those of `@serialport/bindings-cpp`. */
function openingError(cause: Error, path: string): CompanionError {
  const { message } = cause;
  // A lock of our kind, or the exclusive use that other programs ask the system for.
  if (/cannot lock|resource busy|\bEBUSY\b/i.test(message)) {
    const fix = 'Close the other program, or find it with `fuser`.';
    return new CompanionError('PORT_BUSY', {
      what: 'another program uses the port',
      where: path,
      fix,
      cause,
    });
  }
  if (/no such file/i.test(message)) {
    const fix = 'Plug the board in, and look for it in /dev/serial/by-id.';
    return new CompanionError('PORT_MISSING', {
      what: 'there is no such port',
      where: path,
      fix,
      cause,
    });
  }
  if (/permission denied/i.test(message)) {
    const fix = 'Add yourself to the group `dialout`, log out, and log in again.';
    return new CompanionError('PORT_FORBIDDEN', {
      what: 'the port may not be opened',
      where: path,
      fix,
      cause,
    });
  }
  return new CompanionError('PORT_FAILED', {
    what: `the port could not be opened: ${message}`,
    where: path,
    fix: 'Unplug the board, plug it in again, and see what `contrast doctor` finds.',
    cause,
  });
}
