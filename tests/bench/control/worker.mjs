/** One experiment after the other, on a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { arduinoPid, klipperPid } from './baselines.mjs';
import { course, disturbed } from './cases.mjs';
import { ours } from './ours.mjs';
import { loadProduct } from './product.mjs';

const product = await loadProduct(workerData.folder);
const kinds = { ours: (given) => ours(product, given), klipperPid, arduinoPid };
const experiments = { course, disturbed };

parentPort.on('message', ({ id, experiment, controller, given, ...setup }) => {
  const run = experiments[experiment];
  parentPort.postMessage({
    id,
    figures: run(product, { ...setup, controller: kinds[controller](given) }),
  });
});
parentPort.postMessage({ id: null });
