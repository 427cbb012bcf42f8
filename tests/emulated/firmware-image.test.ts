import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  loadStandardFirmata,
  userCacheFolder,
} from '../../hardware/boards/emulator/firmware-image.ts';
import { parseIntelHex } from '../../hardware/boards/emulator/intel-hex.ts';
import { fetchPackageFile, tarEntry } from '../../hardware/boards/emulator/package-file.ts';

const notNeeded = () => Promise.reject(new Error('the cache was not used'));
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contrast-companion-test-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** The genuine image, from the user's cache; fetched into it where it is not there yet. */
async function genuineImage(): Promise<Buffer> {
  await loadStandardFirmata();
  const [name = ''] = (await readdir(userCacheFolder())).filter((file) => file.endsWith('.hex'));
  return readFile(join(userCacheFolder(), name));
}

describe('the StandardFirmata image', () => {
  test('is fetched once, and then comes from the cache', async () => {
    const image = await genuineImage();
    const cacheFolder = join(folder, 'cache');
    const fetch = () => Promise.resolve(image);
    const first = await loadStandardFirmata({ cacheFolder, fetch });
    const second = await loadStandardFirmata({ cacheFolder, fetch: notNeeded });
    expect(second).toEqual(first);
    expect(first.length).toBe(12_194);
  });

  test('is fetched again where the cache is damaged, and by several at once', async () => {
    const image = await genuineImage();
    const cacheFolder = join(folder, 'cache');
    const fetch = () => Promise.resolve(image);
    const good = await loadStandardFirmata({ cacheFolder, fetch });
    const [name = ''] = await readdir(cacheFolder);
    await writeFile(join(cacheFolder, name), image.subarray(0, 1000));
    const loads = Array.from({ length: 8 }, () => loadStandardFirmata({ cacheFolder, fetch }));
    for (const loaded of await Promise.all(loads)) expect(loaded).toEqual(good);
    expect(await readdir(cacheFolder)).toEqual([name]);
    expect(await readFile(join(cacheFolder, name))).toEqual(image);
  });

  test('is refused, naming both hashes, and not kept, where it is another one', async () => {
    const image = await genuineImage();
    image.writeUInt8(image.readUInt8(20) ^ 1, 20);
    const cacheFolder = join(folder, 'cache');
    const load = loadStandardFirmata({ cacheFolder, fetch: () => Promise.resolve(image) });
    await expect(load).rejects.toMatchObject({ code: 'FIRMWARE_UNTRUSTED' });
    await expect(load).rejects.toThrow(/SHA-256 [0-9a-f]{64}, not 6d57ea7c/);
    await expect(readdir(cacheFolder)).rejects.toThrow('ENOENT');
  });

  test('is reported as unavailable, with what to do, where npm is missing', async () => {
    const file = { package: 'avrgirl-arduino@5.0.1', path: 'package/a' };
    const fetch = fetchPackageFile(file, join(folder, 'no-npm'));
    await expect(fetch).rejects.toMatchObject({ code: 'FIRMWARE_UNAVAILABLE' });
    await expect(fetch).rejects.toThrow(/npm was not found.*network/);
  });
});

describe('an archive', () => {
  test('that is cut short or lacks the file gives no file', () => {
    const tar = Buffer.alloc(2048);
    tar.write('package/a', 0);
    tar.write('00000001000', 124);
    tar.fill('x', 512, 1024);
    expect(tarEntry(tar, 'package/a').toString()).toBe('x'.repeat(512));
    expect(() => tarEntry(tar.subarray(0, 1000), 'package/a')).toThrow('does not contain');
    expect(() => tarEntry(tar, 'package/b')).toThrow('does not contain');
  });
});

const record = (address: number, type: number, data: readonly number[]): string => {
  const bytes = [data.length, address >> 8, address & 0xff, type, ...data];
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  return `:${Buffer.from([...bytes, -sum & 0xff]).toString('hex')}`;
};

describe('Intel HEX', () => {
  const end = record(0, 1, []);
  const recordData = fc.array(fc.nat(255), { minLength: 1, maxLength: 32 });

  test('gives back what was written, at its place', () => {
    fc.assert(
      fc.property(recordData, recordData, fc.nat(1000), (first, second, gap) => {
        const text = [record(0, 0, first), record(first.length + gap, 0, second), end].join('\r\n');
        const image = parseIntelHex(`${text}\r\n`, 'image');
        expect([...image]).toEqual([
          ...first,
          ...Array.from({ length: gap }, () => 255),
          ...second,
        ]);
      }),
    );
  });

  test('is refused when any one of its characters is changed', () => {
    fc.assert(
      fc.property(recordData, fc.nat(), fc.nat(15), (data, at, digit) => {
        const line = record(0, 0, data);
        const to = digit.toString(16).toUpperCase();
        const index = 1 + (at % (line.length - 1));
        fc.pre(line[index]?.toUpperCase() !== to);
        const damaged = `${line.slice(0, index)}${to}${line.slice(index + 1)}`;
        expect(() => parseIntelHex(`${damaged}\n${end}\n`, 'image')).toThrow(/^image:1: /);
      }),
    );
  });

  test('is refused without its end, and with anything behind it', () => {
    const line = record(0, 0, [1, 2]);
    expect(() => parseIntelHex(`${line}\n`, 'image')).toThrow('end of file record is missing');
    expect(() => parseIntelHex(`${end}\n${line}\n`, 'image')).toThrow(/^image:2: /);
  });
});
