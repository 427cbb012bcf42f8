/** A worker thread of the pool; it does one kind of work. */
import { parentPort, workerData } from 'node:worker_threads';
import { workers } from './jobs.ts';
import type { WorkKind } from './jobs.ts';

const port = parentPort;
if (port === null) throw new Error('this is a worker; the pool starts it');
const work = workers[workerData as WorkKind] as (job: unknown) => Promise<unknown>;
// A rejection is an error of the worker, and so of the pool.
const reply = async (job: unknown): Promise<void> => {
  port.postMessage(await work(job));
};
port.on('message', (job: unknown) => {
  void reply(job);
});
