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
  /** Asked before each job: nothing more is begun then, and the results are those of the first jobs. */
  readonly isOver?: (() => boolean) | undefined;
}

/** Workers that stay, warm, from one list of jobs to the next. */
export interface Pool<Kind extends WorkKind> {
  /** Results in the order of the jobs. @throws what a job threw; the pool is of no more use then */
  run(
    jobs: readonly Job<Kind>[],
    options?: Pick<PoolOptions<JobResult<Kind>>, 'onDone' | 'isOver'>,
  ): Promise<JobResult<Kind>[]>;
  close(): Promise<void>;
}

/** A treatment makes many objects that live for one tick: with more room, the collector runs a tenth less of the time. */
const maxYoungGenerationSizeMb = 96;

export function openPool<Kind extends WorkKind>(
  kind: Kind,
  most = availableParallelism(),
): Pool<Kind> {
  const workers: Worker[] = [];
  const opened = (): Worker => {
    const worker = new Worker(new URL('worker.js', import.meta.url), {
      workerData: kind,
      resourceLimits: { maxYoungGenerationSizeMb },
    });
    workers.push(worker);
    return worker;
  };
  return {
    run: async (jobs, { onDone, isOver } = {}) => {
      while (workers.length < Math.min(most, jobs.length)) opened();
      const results: JobResult<Kind>[] = [];
      const work = { kind, jobs, results, next: 0, done: 0, onDone, isOver };
      await Promise.all(workers.slice(0, jobs.length).map((worker) => share(worker, work)));
      return work.results;
    },
    close: async () => {
      await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
    },
  };
}

interface Work<Kind extends WorkKind> {
  readonly kind: Kind;
  readonly jobs: readonly Job<Kind>[];
  readonly results: JobResult<Kind>[];
  next: number;
  done: number;
  readonly onDone: PoolOptions<JobResult<Kind>>['onDone'];
  readonly isOver: PoolOptions<JobResult<Kind>>['isOver'];
}

/** One worker's part: until no job is left. */
function share<Kind extends WorkKind>(worker: Worker, work: Work<Kind>): Promise<void> {
  const { kind, jobs, results, onDone } = work;
  return new Promise((resolve, reject) => {
    let job = -1;
    const onError = (cause: unknown): void => {
      const about = `${kind} ${JSON.stringify(jobs[job])}`;
      reject(new Error(`${about}: ${messageOf(cause)}`, { cause }));
    };
    const onExit = (): void => {
      reject(new Error('a worker ended before its work was done'));
    };
    const onMessage = (result: JobResult<Kind>): void => {
      results[job] = result;
      work.done += 1;
      onDone?.(work.done, result);
      give();
    };
    const give = (): void => {
      if (work.next >= jobs.length || work.isOver?.() === true) {
        // Each by its name: a worker from which all are removed has lost Node's own as well, and is deaf for good.
        worker.off('error', onError).off('exit', onExit).off('message', onMessage);
        resolve();
        return;
      }
      job = work.next;
      work.next += 1;
      worker.postMessage(jobs[job]);
    };
    worker.on('error', onError).on('exit', onExit).on('message', onMessage);
    give();
  });
}

/** Results in the order of the jobs. @throws what a job threw; the other workers are ended then */
export async function runJobs<Kind extends WorkKind>(
  kind: Kind,
  jobs: readonly Job<Kind>[],
  options: PoolOptions<JobResult<Kind>> = {},
): Promise<JobResult<Kind>[]> {
  const pool = openPool(kind, options.workers);
  try {
    return await pool.run(jobs, options);
  } finally {
    await pool.close();
  }
}
