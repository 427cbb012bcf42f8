/** One experiment after the other, on a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { arduinoPid, gated, klipperPid } from './baselines.mjs';
import { course, disturbed } from './cases.mjs';
import { ours } from './ours.mjs';
import { loadProduct } from './product.mjs';

const product = await loadProduct(workerData.folder);
const kinds = {
  ours: (given, limits) => ours(product, { parameters: given, limits }),
  klipperPid: (given, limits) => gated(product, klipperPid(given), limits),
  arduinoPid: (given, limits) => gated(product, arduinoPid(given), limits),
};
const experiments = { course, disturbed };

parentPort.on('message', ({ id, experiment, controller, given, ...setup }) => {
  const run = experiments[experiment];
  const contestant = kinds[controller](given, setup.limits);
  parentPort.postMessage({ id, figures: run(product, { ...setup, contestant }) });
});
parentPort.postMessage({ id: null });
