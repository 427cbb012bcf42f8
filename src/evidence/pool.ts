/** Spreads jobs over the processors: each worker takes the next one when it has done its last. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { messageOf } from '../errors.ts';
import type { Job, JobResult, WorkKind } from './jobs.ts';

export interface PoolOptions<Result> {
  /** Workers at once; one per processor where it is not given. */
  readonly workers?: number | undefined;
  /** Called after every job, with how many are done. */
  readonly onDone?: (done: number, result: Result) => void;
}

/** A treatment makes many objects that live for one tick: with more room, the collector runs a tenth less of the time. */
const maxYoungGenerationSizeMb = 96;

/** Results in the order of the jobs. @throws what a job threw; the other workers are ended then */
export async function runJobs<Kind extends WorkKind>(
  kind: Kind,
  jobs: readonly Job<Kind>[],
  options: PoolOptions<JobResult<Kind>> = {},
): Promise<JobResult<Kind>[]> {
  const results: JobResult<Kind>[] = [];
  const workers: Worker[] = [];
  let next = 0;
  let done = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('worker.js', import.meta.url), {
        workerData: kind,
        resourceLimits: { maxYoungGenerationSizeMb },
      });
      workers.push(worker);
      let job = -1;
      const give = (): void => {
        if (next >= jobs.length) {
          resolve();
          return;
        }
        job = next;
        next += 1;
        worker.postMessage(jobs[job]);
      };
      worker.on('error', (cause) => {
        const about = `${kind} ${JSON.stringify(jobs[job])}`;
        reject(new Error(`${about}: ${messageOf(cause)}`, { cause }));
      });
      worker.on('exit', () => {
        reject(new Error('a worker ended before its work was done'));
      });
      worker.on('message', (result: JobResult<Kind>) => {
        results[job] = result;
        done += 1;
        options.onDone?.(done, result);
        give();
      });
      give();
    });
  try {
    const count = Math.min(options.workers ?? availableParallelism(), jobs.length);
    await Promise.all(Array.from({ length: count }, work));
    return results;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
