/**
 * Says whether a record is as it was written (L11). Pure: text in, verdict out.
 *
 * Lines are believed from the first on, each only if its own hash follows from its bytes and the
 * hash before it; belief ends at the first that does not. The chain has no key: it finds damage and
 * careless edits, not someone who computes every later hash anew.
 */
import { decodeLine, maxLineBytes } from './line-text.ts';
import { isCommonLine, isRecordLine } from './record-line.ts';
import type { CommonFields, RecordLine } from './record-line.ts';

/** Lines count from 1. */
export type Verdict =
  | { readonly kind: 'intact' }
  /** The first line that is not as written. */
  | { readonly kind: 'altered'; readonly line: number }
  /** The last whole line, 0 where there is none. */
  | { readonly kind: 'truncated'; readonly line: number };

export interface Verification {
  readonly verdict: Verdict;
  /** `intact`, `altered at line N` or `truncated after line N`. */
  readonly text: string;
  /** What led to the verdict, in words. */
  readonly because: string;
  /** How many lines are proven; `lines` holds those of them that this version understands. */
  readonly provenLines: number;
  readonly lines: readonly RecordLine[];
  /** Numbers of proven lines of a type or form that this version does not know. */
  readonly notUnderstood: readonly number[];
}

const lineFeed = 0x0a;
const nul = 0x00;

/** Never throws, whatever the bytes. */
export function verifyRecord(content: string | Uint8Array): Verification {
  const all = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  const bytes = withoutTrailingNuls(all);
  const chain = new Chain();
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(lineFeed, start);
    if (end < 0) break;
    const problem = chain.take(bytes.subarray(start, end));
    if (problem !== undefined) return chain.altered(problem);
    start = end + 1;
  }
  return judgeEnd(chain, bytes.subarray(start), all.length > bytes.length);
}

/** A power cut can leave a file longer than what was written; the rest reads as zero bytes. */
function withoutTrailingNuls(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === nul) end -= 1;
  return bytes.subarray(0, end);
}

/** What follows the last line feed is a torn line only if it can be the beginning of a line. */
function judgeEnd(chain: Chain, rest: Buffer, zeroBytesFollow: boolean): Verification {
  if (chain.ended) {
    if (rest.length === 0 && !zeroBytesFollow) return chain.intact();
    return chain.altered('something follows the summary');
  }
  if (rest.length === 0) {
    return chain.truncated(zeroBytesFollow ? 'zero bytes follow the last line' : 'no summary');
  }
  if (chain.verifies(rest.subarray(0, -1))) {
    return chain.altered('the line feed at its end is replaced');
  }
  const start = chain.lineStart;
  const found = rest.subarray(0, start.length).toString('latin1');
  if (rest.length > maxLineBytes || !start.startsWith(found)) {
    return chain.altered('it is not the beginning of a line');
  }
  return chain.truncated('the last line is torn');
}

/** The part of the record that is believed so far. */
class Chain {
  #previousHash = '';
  #proven = 0;
  #ended = false;
  readonly #lines: RecordLine[] = [];
  readonly #notUnderstood: number[] = [];

  /** The summary has been read. */
  get ended(): boolean {
    return this.#ended;
  }

  /** How the next line must begin. */
  get lineStart(): string {
    return `{"seq":${this.#proven},"t":`;
  }

  verifies(line: Uint8Array): boolean {
    return decodeLine(this.#previousHash, line) !== undefined;
  }

  /** Takes the next line in, or says in words why it is not believed. */
  take(bytes: Uint8Array): string | undefined {
    const decoded = decodeLine(this.#previousHash, bytes);
    if (decoded === undefined) return hashProblemOf(bytes);
    const line = parseOwnJson(decoded.body);
    if (line === undefined) return 'it is not in the form that this program writes';
    if (line.seq !== this.#proven) return `its number is ${line.seq}, not ${this.#proven}`;
    if ((line.type === 'header') !== (this.#proven === 0)) {
      return this.#proven === 0 ? 'the header is missing' : 'it is a second header';
    }
    if (this.#ended) return 'it follows the summary';
    this.#previousHash = decoded.hash;
    this.#proven += 1;
    this.#ended = line.type === 'summary';
    if (isRecordLine(line)) this.#lines.push(line);
    else this.#notUnderstood.push(this.#proven);
    return undefined;
  }

  intact(): Verification {
    return this.#say({ kind: 'intact' }, 'intact', 'every hash is right and the summary is there');
  }

  altered(because: string): Verification {
    const line = this.#proven + 1;
    return this.#say({ kind: 'altered', line }, `altered at line ${line}`, because);
  }

  truncated(because: string): Verification {
    const line = this.#proven;
    return this.#say({ kind: 'truncated', line }, `truncated after line ${line}`, because);
  }

  #say(verdict: Verdict, text: string, because: string): Verification {
    return {
      verdict,
      text,
      because,
      provenLines: this.#proven,
      lines: this.#lines,
      notUnderstood: this.#notUnderstood,
    };
  }
}

/** The two most usual accidents have a name of their own. */
function hashProblemOf(line: Uint8Array): string {
  if (line.at(-1) === 0x0d)
    return 'its end is CR LF: the file went through an editor or a transfer';
  if (line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf) {
    return 'it begins with a byte order mark: the file went through an editor';
  }
  return 'its hash does not follow from what it says and the line before';
}

/**
 * The value of a line, only if its text is exactly the text that this program gives to that value.
 * So doubled keys, odd spacing and broken UTF-8 are found even where somebody made the hash fit.
 */
function parseOwnJson(body: Buffer): CommonFields | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (!Buffer.from(JSON.stringify(value)).equals(body)) return undefined;
    return isCommonLine(value) ? value : undefined;
  } catch {
    // Not JSON, or nested deeper than the stack.
    return undefined;
  }
}
