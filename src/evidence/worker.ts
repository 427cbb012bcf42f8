/** A worker thread of the pool. */
import { parentPort } from 'node:worker_threads';
import { runJob } from './jobs.ts';
import type { Job } from './jobs.ts';

const port = parentPort;
if (port === null) throw new Error('this is a worker; the pool starts it');
// A rejection is an error of the worker, and so of the pool.
port.on('message', (job: Job) => {
  void runJob(job).then((result) => {
    port.postMessage(result);
  });
});
