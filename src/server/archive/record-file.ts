/**
 * A record as the event stream reads it: its whole lines by number, while it may still grow. What is replayed and what is
 * live both come from the file, so there is no gap and no duplicate between them.
 */
import fs from 'node:fs';
import { join } from 'node:path';

/** A limit on everything: what is sent at a time. */
const mostBytesAtATime = 65_536;
/** Some milliseconds. */
const mostBytesLookedAt = 4_194_304;
const lineFeed = 0x0a;

export interface Line {
  readonly seq: number;
  readonly text: string;
}

export class RecordFile {
  readonly id: string;
  readonly #path: string;
  /** Where each line begins; the last one is where the next line will begin. */
  readonly #starts: number[] = [0];
  #lookedUpTo = 0;
  #recent: { readonly from: number; readonly lines: readonly Line[] } | null = null;

  constructor(folder: string, id: string) {
    this.id = id;
    this.#path = join(folder, `${id}.jsonl`);
  }

  /** How many whole lines there are. */
  get count(): number {
    return this.#starts.length - 1;
  }

  /**
   * Looks for lines that were added, in a piece of the file that holds up nobody. True where there is no more to look at
   * now. A file that cannot be read has none.
   */
  grow(): boolean {
    try {
      const fd = fs.openSync(this.#path, 'r');
      try {
        return this.#index(fd);
      } finally {
        fs.closeSync(fd);
      }
    } catch {
      // It is gone or not there yet; what was indexed stays.
      return true;
    }
  }

  #index(fd: number): boolean {
    const { size } = fs.fstatSync(fd);
    // A torn line may have been taken away again.
    if (size < this.#lookedUpTo) this.#lookedUpTo = this.#starts.at(-1) ?? 0;
    const at = this.#lookedUpTo;
    const chunk = Buffer.alloc(Math.min(Math.max(size - at, 0), mostBytesLookedAt));
    const taken = fs.readSync(fd, chunk, 0, chunk.length, at);
    for (let end = chunk.indexOf(lineFeed); end >= 0 && end < taken;) {
      this.#starts.push(at + end + 1);
      end = chunk.indexOf(lineFeed, end + 1);
    }
    this.#lookedUpTo = at + taken;
    return taken === 0 || this.#lookedUpTo >= size;
  }

  /** Whole lines from number `from`, as many as are sent at a time; every reader at the same place shares one reading. */
  lines(from: number): readonly Line[] {
    if (from >= this.count) return [];
    if (this.#recent?.from === from && this.#recent.lines.length === this.#upTo(from) - from) {
      return this.#recent.lines;
    }
    const lines = this.#read(from, this.#upTo(from));
    this.#recent = { from, lines };
    return lines;
  }

  #upTo(from: number): number {
    const start = this.#starts[from] ?? 0;
    let to = from + 1;
    while (to < this.count && (this.#starts[to + 1] ?? Infinity) - start <= mostBytesAtATime)
      to += 1;
    return to;
  }

  #read(from: number, to: number): Line[] {
    const start = this.#starts[from] ?? 0;
    const bytes = Buffer.alloc((this.#starts[to] ?? start) - start);
    try {
      const fd = fs.openSync(this.#path, 'r');
      try {
        if (fs.readSync(fd, bytes, 0, bytes.length, start) !== bytes.length) return [];
      } finally {
        fs.closeSync(fd);
      }
    } catch {
      return [];
    }
    const texts = bytes.toString('utf8').split('\n').slice(0, -1);
    return texts.map((text, index) => ({ seq: from + index, text }));
  }
}
