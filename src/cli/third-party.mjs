/**
 * What of other people is in the program, from the lock file alone: the list of parts (CycloneDX), and the parts
 * themselves, which travel with the packed program, so that what is installed is what was tested.
 * Usage: third-party.mjs pack | packed
 */
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const manifest = join(project, 'package.json');
const keptManifest = join(project, 'package.json.kept');
const read = (name) => JSON.parse(readFileSync(join(project, name), 'utf8'));

/** Why each part that we chose is there. What they need themselves is told by who needs it. */
export const purposes = {
  '@hono/node-server': 'runs the web server on Node',
  '@hono/zod-openapi': 'checks requests and answers of the API, and describes them as OpenAPI',
  '@mdn/browser-compat-data':
    'tells which browser knows which API, for the test of the oldest ones',
  '@oazapfts/runtime': 'what a client needs that was generated from the description of the API',
  '@redocly/openapi-core': 'reads the description of the API as a stranger would, and finds fault',
  '@serialport/bindings-interface': 'types of a serial port, for the emulated one',
  '@serialport/stream': 'the serial port as the program uses it, over a real or an emulated one',
  '@types/johnny-five': 'types of johnny-five',
  '@types/node': 'types of Node',
  '@xstate/test': 'walks the paths of the independent operator model',
  ajv: 'checks what is sent and written against its published schema',
  'ajv-formats': 'dates and times for those checks',
  avr8js: 'emulates the microcontroller of the board',
  'axe-core': 'checks that the page can be used by people who see, hear or move otherwise',
  commander: 'reads the command line',
  'fast-check': 'draws random cases for tests of properties',
  'firmata-io': 'speaks Firmata with the board',
  hono: 'routes the requests of the web server',
  'johnny-five': 'drives the parts on the board',
  oazapfts: 'generates a client from the description of the API',
  oxfmt: 'formats the sources',
  oxlint: 'checks the sources',
  'oxlint-tsgolint': 'checks the sources with their types',
  'playwright-core': 'drives a browser in the tests of the page',
  preact: 'draws the page',
  'pure-rand': 'random numbers that a seed repeats',
  serialport: 'opens the serial port of the board',
  typescript: 'compiles the sources',
  uplot: 'draws the charts of the page',
  vite: 'builds the page',
  vitest: 'runs the tests',
  xstate: 'the statecharts that say what may happen',
  yaml: 'reads prescriptions and limits',
  zod: 'checks every shape that comes from outside',
};

/** Where the lock file names none: by the text that the part itself brings along; null where it brings none. */
const licences = { nanotimer: null, temporal: 'MIT' };
/** In the built page, and so in the shipped program, though npm installs them for building only. */
const inPage = new Set(['preact', 'uplot']);

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

function neededBy(name, packages) {
  const names = Object.entries(packages)
    .filter(
      ([path, one]) => path !== '' && { ...one.dependencies, ...one.optionalDependencies }[name],
    )
    .map(([path]) => nameOf(path));
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'en'));
}

function licenceOf(licence) {
  if (licence === null) return { license: { name: 'not stated by its author' } };
  return / (OR|AND) /.test(licence) ? { expression: licence } : { license: { id: licence } };
}

function componentOf([path, { version, license, integrity, dev, optional }], packages) {
  const name = nameOf(path);
  const licence = license ?? licences[name];
  if (licence === undefined) throw new Error(`no licence is known of ${name}`);
  const by = neededBy(name, packages);
  const direct = purposes[name];
  if (direct === undefined && by.length === 0) throw new Error(`no purpose is known of ${name}`);
  const shipped = dev !== true || inPage.has(name);
  const [algorithm, hash] = (integrity ?? '').split('-');
  return {
    type: 'library',
    'bom-ref': path,
    name,
    version,
    description: direct ?? `needed by ${by.join(', ')}`,
    scope: shipped ? (optional === true ? 'optional' : 'required') : 'excluded',
    licenses: [licenceOf(licence)],
    ...(algorithm === 'sha512'
      ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] }
      : {}),
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  };
}

/** The list of parts as CycloneDX 1.6, with nothing in it that changes by itself. */
export function listOfParts(lock = read('package-lock.json')) {
  const { packages } = lock;
  const parts = Object.entries(packages).filter(([path]) => path !== '');
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': 'this',
        name: lock.name,
        version: lock.version,
        licenses: [{ license: { id: packages[''].license } }],
      },
    },
    components: parts.map((part) => componentOf(part, packages)),
  };
}

const isShipped = ([path, { dev }]) => path !== '' && dev !== true;

/** Where each part that is shipped lies, and in which version: in the checkout, and below `dist` in the packed program. */
export const shippedParts = (lock = read('package-lock.json')) =>
  Object.entries(lock.packages)
    .filter(isShipped)
    .map(([path, { version }]) => ({ path, name: nameOf(path), version }));

/**
 * Lays the tested parts beside the compiled program. Nothing is left for npm to choose, to fetch or to run: overrides hold
 * in a checkout only, and without them johnny-five would bring a serialport of its own, which is compiled when installed.
 */
function layParts() {
  for (const { path } of shippedParts())
    if (existsSync(join(project, path)))
      cpSync(join(project, path), join(project, 'dist', path), {
        recursive: true,
        // What lies inside another part is a part of its own.
        filter: (from) => !relative(join(project, path), from).split(sep).includes('node_modules'),
      });
}

/** What only a checkout needs, and what the parts in `dist` stand for. */
const notShipped = ['dependencies', 'devDependencies', 'overrides', 'allowScripts', 'scripts'];

function stripManifest() {
  const text = readFileSync(manifest, 'utf8');
  const kept = Object.entries(JSON.parse(text)).filter(([name]) => !notShipped.includes(name));
  writeFileSync(keptManifest, text);
  writeFileSync(manifest, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}

function restoreManifest() {
  if (existsSync(keptManifest)) renameSync(keptManifest, manifest);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // Also before packing: an earlier one may have been cut off.
  restoreManifest();
  rmSync(join(project, 'dist', 'node_modules'), { recursive: true, force: true });
  if (process.argv[2] === 'pack') {
    layParts();
    stripManifest();
  }
}
