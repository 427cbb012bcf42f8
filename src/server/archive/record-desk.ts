/**
 * Where questions about records are handed in. They are answered by a thread of their own, one after the other, so that no
 * reading, verifying or writing out stands before anything that matters; the same question twice is one question.
 */
import { Worker } from 'node:worker_threads';
import { messageOf, systemCodeOf } from '../../errors.ts';
import { Refusal, reportIt } from '../refusal.ts';
import type { ClerkAnswer } from './record-worker.ts';
import type { RecordQuestion } from './record-work.ts';

export type Paper = Exclude<ClerkAnswer, { readonly error: unknown }>;

interface Waiting {
  readonly key: string;
  readonly question: RecordQuestion;
  readonly answer: Promise<Paper>;
  readonly resolve: (paper: Paper) => void;
  readonly reject: (refusal: Refusal) => void;
}

/** A limit on everything: more wait in no line. */
const mostWaiting = 32;
/** The largest record takes some seconds; what takes longer is ended. */
const answerWithinMs = 60_000;
/** What the largest record that is read at all may need. */
const mostMemoryMb = 2048;

export class RecordDesk {
  readonly #worker: () => Worker;
  #thread: Worker | null = null;
  #line: Waiting[] = [];
  #patience: NodeJS.Timeout | undefined;

  /** @param workerUrl the compiled thread */
  constructor(folder: string, workerUrl: URL) {
    this.#worker = () =>
      new Worker(workerUrl, {
        workerData: { folder },
        resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
      });
  }

  /** @throws Refusal TOO_BUSY, and what the question itself deserves */
  ask(question: RecordQuestion): Promise<Paper> {
    const key = JSON.stringify(question);
    const same = this.#line.find((waiting) => waiting.key === key);
    if (same !== undefined) return same.answer;
    if (this.#line.length >= mostWaiting) {
      const what = 'too many records are asked for at once';
      throw new Refusal('TOO_BUSY', { what, fix: 'Ask again in a moment. STOP is always heard.' });
    }
    const { promise, resolve, reject } = settleable();
    this.#line.push({ key, question, answer: promise, resolve, reject });
    if (this.#line.length === 1) this.#next();
    return promise;
  }

  #next(): void {
    const [first] = this.#line;
    clearTimeout(this.#patience);
    if (first === undefined) return;
    this.#patience = setTimeout(() => {
      this.#lose(tooLarge('it takes too long to be read here'));
    }, answerWithinMs);
    this.#patience.unref();
    this.#thread ??= this.#begin();
    this.#thread.postMessage(first.question);
  }

  #begin(): Worker {
    const thread = this.#worker();
    // Nobody waits for it where everything else has ended.
    thread.unref();
    thread.on('message', (answer: ClerkAnswer) => {
      if (thread !== this.#thread) return;
      const first = this.#line.shift();
      if ('error' in answer) first?.reject(Refusal.of(answer.error));
      else first?.resolve(answer);
      this.#next();
    });
    thread.on('error', (error) => {
      if (thread !== this.#thread) return;
      const full = systemCodeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#lose(full ? tooLarge('it is too large to be read here') : broken(error));
    });
    return thread;
  }

  /** The thread has died of a question, or is ended for it; the others get a fresh one. */
  #lose(refusal: Refusal): void {
    const thread = this.#thread;
    this.#thread = null;
    void thread?.terminate();
    this.#line.shift()?.reject(refusal);
    this.#next();
  }

  async close(): Promise<void> {
    clearTimeout(this.#patience);
    const thread = this.#thread;
    this.#thread = null;
    for (const { reject } of this.#line)
      reject(
        new Refusal('TOO_BUSY', {
          what: 'the server ends',
          fix: 'Ask again when it is back.',
        }),
      );
    this.#line = [];
    await thread?.terminate();
  }
}

const tooLarge = (what: string): Refusal =>
  new Refusal('TOO_LARGE', {
    what,
    where: 'the record',
    fix: 'Look at it with "contrast records" on this computer.',
  });

const broken = (error: unknown): Refusal =>
  new Refusal('DEFECT', {
    what: `records cannot be read: ${messageOf(error)}`,
    fix: reportIt,
  });

function settleable(): Pick<Waiting, 'resolve' | 'reject'> & { promise: Promise<Paper> } {
  const settle: { resolve?: Waiting['resolve']; reject?: Waiting['reject'] } = {};
  const promise = new Promise<Paper>((resolve, reject) => {
    Object.assign(settle, { resolve, reject });
  });
  return {
    promise,
    resolve: (paper) => settle.resolve?.(paper),
    reject: (refusal) => settle.reject?.(refusal),
  };
}
