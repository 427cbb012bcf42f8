/** Spreads experiments over the processors and shows how far it is. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

const mostThreads = 4;

function progress(total) {
  const from = performance.now();
  let shown = -1;
  return (done) => {
    const percent = Math.floor((100 * done) / total);
    const step = process.stderr.isTTY ? 1 : 10;
    if (percent < shown + step && done < total) return;
    shown = percent;
    const seconds = ((performance.now() - from) / 1000).toFixed(0);
    const line = `${done} of ${total} runs, ${percent} %, ${seconds} s`;
    process.stderr.write(process.stderr.isTTY ? `\r${line}  ` : `${line}\n`);
    if (done === total && process.stderr.isTTY) process.stderr.write('\n');
  };
}

/** @returns the figures of each job, in the order of the jobs */
export async function runAll(folder, jobs) {
  const results = Array.from({ length: jobs.length });
  const report = progress(jobs.length);
  let [next, done] = [0, 0];
  const work = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData: { folder } });
      worker.on('error', reject);
      worker.on('message', ({ id, figures }) => {
        if (id !== null) {
          results[id] = figures;
          done += 1;
          report(done);
        }
        if (next === jobs.length) {
          resolve(worker.terminate());
          return;
        }
        worker.postMessage({ id: next, ...jobs[next] });
        next += 1;
      });
    });
  const threads = Math.min(mostThreads, availableParallelism(), jobs.length);
  await Promise.all(Array.from({ length: threads }, work));
  return results;
}
