/** What the benchmark measures: the compiled product, as it runs. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The parts of the product that the benchmark needs, from the folder that the compiler wrote. */
export async function loadProduct(folder) {
  const load = (path) => import(pathToFileURL(join(folder, path)).href);
  const modules = await Promise.all(
    [
      'hardware/plant/plant.js',
      'hardware/plant/random.js',
      'hardware/plant/rigs.js',
      'hardware/plant/network.js',
      'hardware/plant/experiment.js',
      'hardware/plant/tolerances.js',
      'hardware/plant/capability.js',
      'hardware/parts/thermistor.js',
      'hardware/parts/thermistor-part.js',
      'src/control/controller.js',
      'src/treatment/drive.js',
      'src/control/controller-parameters.js',
      'src/safety/drive-gate.js',
    ].map(load),
  );
  return Object.assign({}, ...modules);
}
