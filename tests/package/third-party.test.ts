/** The list of other people's parts says what the lock file says. `npm run docs` writes it anew. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listOfParts, purposes, shippedParts } from '../../src/cli/third-party.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (name: string): unknown => JSON.parse(readFileSync(join(project, name), 'utf8'));

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version: string; readonly license?: string; readonly dev?: boolean }>
  >;
}
const lock = read('package-lock.json') as Lock;
const manifest = read('package.json') as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

describe('the list of parts', () => {
  it('is current', async () => {
    const text = `${JSON.stringify(listOfParts(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join(project, 'docs/third-party.cdx.json'));
  });

  it('names each part of the lock file, with version, purpose and licence', () => {
    const { components } = listOfParts();
    const paths = Object.keys(lock.packages).filter((path) => path !== '');
    expect(components.map((one) => one['bom-ref'])).toEqual(paths);
    for (const { name, version, description, licenses, 'bom-ref': path } of components) {
      expect(version, name).toBe(lock.packages[path]?.version);
      expect(description, name).toMatch(/\w{4}/);
      expect(JSON.stringify(licenses), name).toMatch(/"(id|expression|name)":"[^"]{3,}"/);
    }
  });

  it('says why each part that was chosen is there, and of no other', () => {
    const chosen = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.keys(purposes).toSorted()).toEqual(Object.keys(chosen).toSorted());
  });

  it('has no part of unknown origin: a lock that says less is refused', () => {
    const stranger = { packages: { '': {}, 'node_modules/stranger': { version: '1.0.0' } } };
    expect(() => listOfParts(stranger)).toThrow(/no licence is known of stranger/);
    const useless = {
      packages: { '': {}, 'node_modules/useless': { version: '1.0.0', license: 'MIT' } },
    };
    expect(() => listOfParts(useless)).toThrow(/no purpose is known of useless/);
  });

  it('ships what was tested, and one serialport', () => {
    const shipped = shippedParts();
    expect(shipped.filter(({ name }) => name === 'serialport')).toEqual([
      {
        path: 'node_modules/serialport',
        name: 'serialport',
        version: manifest.dependencies['serialport'],
      },
    ]);
    expect(shipped.some(({ name }) => name === 'vitest')).toBe(false);
  });
});
