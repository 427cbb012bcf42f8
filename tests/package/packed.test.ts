/** What is shipped is what is tested: the packed program, installed in an empty folder, runs a whole treatment there. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presetOf } from '../../src/limits/presets.ts';
import { shippedParts } from '../../src/cli/third-party.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'contrast-packed-'));
const checkout = join(folder, 'checkout');
const home = join(folder, 'home');
const installed = join(home, 'node_modules', 'contrast-companion');
const launcher = join(installed, 'src', 'cli', 'contrast.mjs');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', [...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const thirdParty = (what: string): void => {
  execFileSync(process.execPath, [join(checkout, 'src/cli/third-party.mjs'), what]);
};
const manifestIn = (place: string): { version: string } & Record<string, unknown> =>
  JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as { version: string };

/** Packed as `npm pack` does it, in a copy: the manifest is another one for that moment. */
beforeAll(() => {
  mkdirSync(checkout);
  mkdirSync(home);
  for (const name of [
    'package.json',
    'package-lock.json',
    'README.md',
    'LICENSE',
    'dist',
    'docs',
    'hardware/firmware',
    'src/cli',
  ])
    cpSync(join(project, name), join(checkout, name), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(checkout, 'node_modules'));
  thirdParty('pack');
  npm(['pack', '--ignore-scripts', '--pack-destination', folder], checkout);
  thirdParty('packed');
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  // Nothing is fetched: all of it is in the tarball.
  npm(['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball!)], home);
});

describe('the packed program', () => {
  it('leaves the checkout as it was', () => {
    const manifest = (place: string): string => readFileSync(join(place, 'package.json'), 'utf8');
    expect(manifest(checkout)).toBe(manifest(project));
    expect(existsSync(join(checkout, 'dist', 'node_modules'))).toBe(false);
  });

  it('brings its own files, and no source', () => {
    expect(readdirSync(installed).toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'dist',
      'docs',
      'hardware',
      'package.json',
      'src',
    ]);
    expect(readdirSync(join(installed, 'src', 'cli'))).toEqual(['contrast.mjs']);
    // The sketch to flash, and its image for the emulated board; no source of the program.
    expect(readdirSync(join(installed, 'hardware'))).toEqual(['firmware']);
  });

  it('installs exactly the parts of the lock file, and nothing beside them', () => {
    expect(readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(
      ['contrast-companion'],
    );
    const found = readdirSync(join(installed, 'dist', 'node_modules'), {
      recursive: true,
      encoding: 'utf8',
    })
      .filter((path) => /(^|node_modules\/)(@[^/]+\/)?[^@/][^/]*\/package\.json$/.test(path))
      .map((path) => join('node_modules', dirname(path)))
      .toSorted();
    const wanted = shippedParts().filter(({ path }) => existsSync(join(project, path)));
    expect(found).toEqual(wanted.map(({ path }) => path).toSorted());
    for (const { path, version } of wanted)
      expect(manifestIn(join(installed, 'dist', path)).version, path).toBe(version);
    expect(found.filter((path) => path.endsWith('/serialport'))).toHaveLength(1);
  });

  it('leaves npm no script to run and nothing to choose', () => {
    const manifest = manifestIn(installed);
    for (const field of [
      'scripts',
      'dependencies',
      'devDependencies',
      'overrides',
      'bundleDependencies',
    ])
      expect(manifest[field], field).toBeUndefined();
    const lock = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8')) as {
      packages: object;
    };
    expect(Object.keys(lock.packages)).toEqual(['', 'node_modules/contrast-companion']);
    expect(JSON.stringify(lock)).not.toContain('hasInstallScript');
  });

  it('runs a whole treatment with nothing of the checkout, by npx, by name and by its file', () => {
    const records = join(folder, 'records');
    const run = ['run', '--speed', 'max', '--yes', '--records', records];
    const byNpx = npm(['exec', '--offline', '--', 'contrast', ...run], home);
    expect(byNpx).toContain('COMPLETED');
    expect(byNpx).toContain('`npx contrast records show latest`');
    const byName = execFileSync(join(home, 'node_modules/.bin/contrast'), ['firmware', 'info'], {
      encoding: 'utf8',
    });
    expect(byName).toContain('ContrastGuard');
    const verify = ['records', 'verify', 'latest', '--records', records];
    const byFile = execFileSync(process.execPath, [launcher, ...verify], { encoding: 'utf8' });
    expect(byFile).toContain('intact');
  });

  it('can be used by other programs, with its types', () => {
    const script = [
      "import { planOf } from 'contrast-companion/limits/plan';",
      "import { projectDose } from 'contrast-companion/limits/projection';",
      "import { prescriptionSchema } from 'contrast-companion/limits/prescription';",
      "import { defaultClinicLimits } from 'contrast-companion/limits/clinic';",
      "import { Plant } from 'contrast-companion/plant';",
      "import { rigs } from 'contrast-companion/plant/rigs';",
      "import { guardTiming } from 'contrast-companion/guard-protocol';",
      "import { verifyRecord } from 'contrast-companion/records/verify';",
      `const wish = ${JSON.stringify(presetOf('seed-spasm')!.prescription)};`,
      'const plan = planOf(prescriptionSchema(defaultClinicLimits).parse(wish));',
      "const facts = [projectDose(plan).coldMinutes, typeof Plant, Object.keys(rigs).includes('reference'), guardTiming.leaseMs, verifyRecord('').verdict.kind];",
      'console.log(JSON.stringify(facts));',
      '',
    ].join('\n');
    writeFileSync(join(home, 'uses.mts'), script);
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--outDir', 'uses'];
    const tsc = join(project, 'node_modules/typescript/bin/tsc');
    const types = ['--types', 'node', '--typeRoots', join(project, 'node_modules/@types')];
    execFileSync(process.execPath, [tsc, ...options, ...types, 'uses.mts'], { cwd: home });
    const told = execFileSync(process.execPath, [join('uses', 'uses.mjs')], {
      cwd: home,
      encoding: 'utf8',
    });
    expect(JSON.parse(told)).toEqual([40, 'function', true, 450, 'truncated']);
    const deep = spawnSync(
      process.execPath,
      ['-e', "import('contrast-companion/dist/src/cli/main.js')"],
      {
        cwd: home,
        encoding: 'utf8',
      },
    );
    expect(deep.stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it('opens a serial port with the binding that it brings', () => {
    const missing = spawnSync(
      process.execPath,
      [launcher, 'doctor', '--board', '/dev/ttyNOWHERE9'],
      { encoding: 'utf8' },
    );
    expect(missing.stdout + missing.stderr).toContain('there is no such port');
  });
});
