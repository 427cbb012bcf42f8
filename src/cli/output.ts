/**
 * Standard output and standard error without waiting for them: a terminal that is halted or a pipe that nobody reads must
 * not hold the tick. What cannot be written yet is kept up to a bound; beyond that it is left out, and what was left out is
 * said. A disk that is full or a reader that has gone ends the output, never the treatment: the record has it all.
 */
import type { Writable } from 'node:stream';
import { english } from '../words/tongue.ts';
import type { Tongue } from '../words/tongue.ts';

/** More than a whole treatment says; a reader that is so far behind does not read. */
export const mostKeptBytes = 1024 * 1024;
/** A live view is drawn anew all the time: an old one is worth nothing. */
const mostKeptForViewBytes = 4096;
/** At the end, what is still kept may take so long. */
export const drainAllowedMs = 3000;

/** What of a stream is used here. */
export type Sink = Pick<Writable, 'write' | 'on' | 'once' | 'off' | 'writableLength'>;

export class Output {
  readonly #sink: Sink;
  readonly #onLost: (why: string) => void;
  readonly #tongue: Tongue;
  #lost: string | null = null;
  #leftOut = 0;
  #bounded = true;

  /** @param onLost nothing can be written any more; called once */
  constructor(sink: Sink, onLost: (why: string) => void, tongue: Tongue = english) {
    this.#sink = sink;
    this.#onLost = onLost;
    this.#tongue = tongue;
    sink.on('error', (error: Error) => {
      this.#lose(error);
    });
  }

  /** Why nothing can be written any more; null while it can. */
  get lost(): string | null {
    return this.#lost;
  }

  line(text: string): void {
    if (this.#bounded && this.#sink.writableLength > mostKeptBytes) {
      this.#leftOut += 1;
      return;
    }
    if (this.#leftOut > 0) {
      const words = this.#tongue.terminal('log.leftOut', { count: this.#leftOut });
      this.#leftOut = 0;
      this.#write(`${words}\n`);
    }
    this.#write(`${text}\n`);
  }

  /** What is said from here on is little, and is what counts: it is kept in any case. */
  keepAll(): void {
    this.#bounded = false;
  }

  /** What a later one takes the place of. @returns whether it was written */
  view(text: string): boolean {
    if (this.#lost !== null || this.#sink.writableLength > mostKeptForViewBytes) return false;
    this.#write(text);
    return true;
  }

  #write(text: string): void {
    if (this.#lost !== null) return;
    try {
      this.#sink.write(text);
    } catch (thrown) {
      this.#lose(thrown);
    }
  }

  #lose(thrown: unknown): void {
    if (this.#lost !== null) return;
    const { code, message } = thrown as Partial<NodeJS.ErrnoException>;
    this.#lost = code ?? message ?? 'unknown';
    this.#onLost(this.#lost);
  }

  /** True once nothing waits any more; false where nobody has taken it for so long that nobody will. */
  async drained(allowedMs = drainAllowedMs): Promise<boolean> {
    if (this.#lost !== null || this.#sink.writableLength === 0) return true;
    return new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => {
        resolve(false);
      }, allowedMs);
      const done = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      this.#sink.once('error', done);
      this.#sink.write('', done);
    });
  }
}

interface Handle {
  readonly setBlocking?: (blocking: boolean) => unknown;
}

/** Node writes to terminals and pipes in the caller's time unless told otherwise. Files keep to their own way. */
export function writeWithoutWaiting(stream: object): void {
  const { _handle: handle } = stream as { readonly _handle?: Handle | null };
  handle?.setBlocking?.(false);
}
