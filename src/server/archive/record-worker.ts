/** The thread of the record clerk. It gives way to whatever ticks or stops on this computer. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { errorBodyOf } from '../refusal.ts';
import type { ApiError } from '../contract/errors.ts';
import { recordClerk } from './record-work.ts';
import type { RecordPaper, RecordQuestion } from './record-work.ts';

/** What comes back: the body as bytes that are handed over, or why there is none. */
export type ClerkAnswer =
  | (Omit<RecordPaper, 'text'> & { readonly bytes: Uint8Array<ArrayBuffer> })
  | { readonly error: ApiError };

const niceness = 10;

try {
  // On Linux this thread alone.
  setPriority(niceness);
} catch {
  // Where the system does not let it, it is as urgent as the rest of the server.
}
const clerk = recordClerk((workerData as { readonly folder: string }).folder);

function answerTo(question: RecordQuestion): ClerkAnswer {
  try {
    const { text, type, fileName } = clerk(question);
    return { bytes: new Uint8Array(Buffer.from(text)), type, fileName };
  } catch (thrown) {
    return { error: errorBodyOf(thrown) };
  }
}

parentPort?.on('message', (question: RecordQuestion) => {
  const answer = answerTo(question);
  parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer] : []);
});
