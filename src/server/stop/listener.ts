/**
 * The device's own way of STOP: a port and a local socket in the process that ticks, with no session, no route and no body
 * in front of it (law L3). It works while the server hangs, is flooded, or is dead.
 */
import { chmodSync, unlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { CompanionError, messageOf, systemCodeOf } from '../../errors.ts';
import type { StopAnswer } from '../contract/answers.ts';
import { httpAnswer, lineAnswer, lookAnswer, nothingHere, preflightAnswer } from './answer-text.ts';
import { Crowd } from './crowd.ts';
import { presserSchema } from './stop-words.ts';
import type { Presser } from './stop-words.ts';
import { mostWishBytes, wishIn } from './wish.ts';
import type { Wish } from './wish.ts';

export interface StopListenerOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** False: where it is taken, any other will do. */
  readonly onlyThisPort: boolean;
  /** Of the local socket. */
  readonly socket: string;
  /** Whoever knows it is our own server. */
  readonly key: string;
  readonly press: (presser: Presser) => Promise<StopAnswer>;
  /** Counted from the first tick on: shows that this way is open, and that somebody is awake behind it. */
  readonly ticks: () => number;
}

/** A limit on everything; the next one always gets in. */
export const mostConnections = 128;
/** Whoever connects and says nothing leaves after this long. */
const silentForMs = 5000;
/** Whoever has its answer may take so long to take it. */
const takenWithinMs = 1000;

export class StopListener {
  readonly #options: StopListenerOptions;
  readonly #crowd = new Crowd<Socket>(mostConnections);
  readonly #servers: Server[] = [];
  #port: number | null = null;
  #socket: string | null = null;

  private constructor(options: StopListenerOptions) {
    this.#options = options;
  }

  /** @throws CompanionError ADDRESS_UNUSABLE where the port was asked for and cannot be had */
  static async open(options: StopListenerOptions): Promise<StopListener> {
    const listener = new StopListener(options);
    await listener.#openPort();
    await listener.#openSocket();
    return listener;
  }

  /** Null where no port could be had. */
  get port(): number | null {
    return this.#port;
  }
  get socket(): string | null {
    return this.#socket;
  }
  get connections(): number {
    return this.#crowd.size;
  }

  async #openPort(): Promise<void> {
    const { host, port, onlyThisPort } = this.#options;
    for (const wanted of onlyThisPort || port === 0 ? [port] : [port, 0]) {
      try {
        const server = await this.#listen({ host, port: wanted });
        this.#port = (server.address() as AddressInfo).port;
        return;
      } catch (thrown) {
        if (onlyThisPort) throw portError(host, wanted, thrown);
      }
    }
  }

  /** What cannot be opened is said, and is no reason not to treat: there is the port, and there is the button. */
  async #openSocket(): Promise<void> {
    const { socket } = this.#options;
    try {
      removeFile(socket);
      await this.#listen({ path: socket });
      // Whoever is at this computer may stop.
      chmodSync(socket, 0o666);
      this.#socket = socket;
    } catch {
      this.#socket = null;
    }
  }

  #listen(where: { host: string; port: number } | { path: string }): Promise<Server> {
    const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
      this.#receive(socket);
    });
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(where, () => {
        server.off('error', reject);
        // An accept that fails (no file left to open) is over with itself.
        server.on('error', () => {});
        this.#servers.push(server);
        resolve(server);
      });
    });
  }

  #receive(socket: Socket): void {
    const address = socket.remoteAddress ?? null;
    this.#crowd.admit(socket, address ?? 'local')?.destroy();
    let text = '';
    const patience = setTimeout(() => {
      // Whoever has said STOP and waits for an answer has not ended the line, perhaps, but means it.
      if (text === '') socket.destroy();
      else hear(true);
    }, silentForMs).unref();
    const hear = (ended: boolean): void => {
      const wish = wishIn(text, ended);
      if (wish === null) return;
      socket.off('data', onData);
      socket.off('end', onEnd);
      // What else is sent is not read into anything: a connection that is cut with unread bytes loses its answer.
      socket.resume();
      clearTimeout(patience);
      void this.#answer(socket, wish, address);
    };
    const onData = (data: Buffer): void => {
      text += data.toString('latin1', 0, mostWishBytes);
      hear(false);
    };
    const onEnd = (): void => {
      hear(true);
    };
    socket.on('data', onData);
    socket.on('end', onEnd);
    socket.on('error', () => {
      // Whoever hangs up has had its STOP all the same.
    });
    socket.on('close', () => {
      clearTimeout(patience);
      this.#crowd.leave(socket);
    });
  }

  async #answer(socket: Socket, wish: Wish, address: string | null): Promise<void> {
    if (wish.kind !== 'stop') {
      const { ticks } = this.#options;
      const text = { preflight: preflightAnswer, look: lookAnswer(ticks()), none: nothingHere };
      finish(socket, text[wish.kind]);
      return;
    }
    this.#crowd.busy(socket, true);
    const answer = await this.#options.press(this.#presser(wish, address));
    this.#crowd.busy(socket, false);
    finish(socket, wish.form === 'http' ? httpAnswer(answer) : lineAnswer(answer));
  }

  #presser({ vouched }: Extract<Wish, { kind: 'stop' }>, address: string | null): Presser {
    if (vouched?.key === this.#options.key) {
      const named = presserSchema.safeParse(parsed(vouched.by));
      if (named.success) return named.data;
    }
    return { name: null, address, way: address === null ? 'socket' : 'port' };
  }

  close(): void {
    for (const server of this.#servers) server.close();
    // Whoever is still here gets an answer, and holds up no end.
    for (const socket of this.#crowd.guests) socket.unref();
    if (this.#socket !== null) removeFile(this.#socket);
  }
}

function finish(socket: Socket, text: string): void {
  socket.end(text);
  const patience = setTimeout(() => {
    socket.destroy();
  }, takenWithinMs).unref();
  socket.once('close', () => {
    clearTimeout(patience);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is not there.
  }
}

function portError(host: string, port: number, cause: unknown): CompanionError {
  const taken = systemCodeOf(cause) === 'EADDRINUSE';
  return new CompanionError('ADDRESS_UNUSABLE', {
    what: taken
      ? 'another program listens here already'
      : `STOP cannot be listened for here: ${messageOf(cause)}`,
    where: `${host}:${port}`,
    fix: 'End it, or name another port with --stop-port.',
    cause,
  });
}
