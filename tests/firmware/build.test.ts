/** The committed image is what the committed sources give, byte for byte, wherever they are built. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPlan } from '../../src/firmware/build-plan.ts';
import { buildFirmware, firmwareSources, sourcesSha256 } from '../../src/firmware/build.ts';
import type { Provenance } from '../../src/firmware/build.ts';
import { firmwareFolder } from '../../src/firmware/firmware-folder.ts';
import { avrCompiler, hasAvrTools } from './tools.ts';
import { UnoBench } from './uno-bench.ts';

const committed = (name: string): string => readFileSync(join(firmwareFolder(), name), 'utf8');
const sketch = join(firmwareFolder(), 'contrast_guard');
const folder = mkdtempSync(join(tmpdir(), 'contrast-build-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
/** Runs with PATH as given. */
function withPath<Result>(path: string, act: () => Result): Result {
  const before = process.env['PATH'];
  process.env['PATH'] = path;
  try {
    return act();
  } finally {
    process.env['PATH'] = before;
  }
}

const provenance = JSON.parse(committed('provenance.json')) as Provenance;

describe('the provenance', () => {
  test('names the committed image and the committed sources', () => {
    const hex = createHash('sha256').update(committed('contrast_guard.hex')).digest('hex');
    expect(provenance.hexSha256).toBe(hex);
    expect(provenance.sourcesSha256).toBe(sourcesSha256(firmwareSources(sketch)));
    expect(provenance.sourcesSha256.startsWith(provenance.buildHash)).toBe(true);
  });

  test('is what the board says of itself', () => {
    const bench = new UnoBench();
    bench.pass(250);
    bench.hello();
    const { major, minor, patch, buildHash } = bench.host.identity!;
    expect(`${major}.${minor}.${patch}`).toBe(provenance.version);
    expect(buildHash.toString(16).padStart(8, '0')).toBe(provenance.buildHash);
  });

  test('the image leaves room: a quarter of the flash, a third of the memory for the stack', () => {
    expect(provenance.flashBytes).toBeLessThanOrEqual(24 * 1024);
    expect(provenance.ramBytes).toBeLessThanOrEqual(1.3 * 1024);
  });
});

test('a change of any source, in text or in place, changes the build hash', () => {
  const sources = firmwareSources(sketch);
  const hash = sourcesSha256(sources);
  for (const [at, { name, text }] of sources.entries()) {
    const changed = sources.with(at, { name, text: `${text} ` });
    const renamed = sources.with(at, { name: `x${name}`, text });
    expect(sourcesSha256(changed)).not.toBe(hash);
    expect(sourcesSha256(renamed)).not.toBe(hash);
  }
});

test('the plan names no folder but that of the Arduino core', () => {
  const plan = buildPlan({ sources: ['a.ino', 'b.cpp', 'c.h'], buildHash: 0x1234 });
  const paths = plan.flatMap(({ args }) => args).filter((arg) => arg.includes('/'));
  expect(paths.filter((path) => !path.includes('/usr/share/arduino/'))).toEqual([]);
  expect(plan[0]?.args).toContain('-DBUILD_HASH=0x00001234UL');
  expect(plan.flatMap(({ args }) => args)).not.toContain('c.h');
});

test('a missing tool says what to install', () => {
  withPath('/nonexistent', () => {
    expect(() => buildFirmware({ outputFolder: folder })).toThrow(
      /apt-get install gcc-avr.*FIRMWARE_TOOL_MISSING/s,
    );
  });
});

describe.runIf(hasAvrTools)('building', () => {
  let built: Provenance;
  const lines: string[] = [];
  beforeAll(() => {
    built = buildFirmware({ outputFolder: folder, log: (line) => lines.push(line) });
  });

  test('says what it does, and keeps to the sizes', () => {
    expect(lines.length).toBeGreaterThan(15);
    expect(built.sourcesSha256).toBe(sourcesSha256(firmwareSources(sketch)));
    expect(built.flashBytes).toBeLessThanOrEqual(24 * 1024);
  });

  // Another compiler gives another image, and that is no fault of the sources.
  const sameCompiler = avrCompiler === provenance.compiler;
  test.runIf(sameCompiler)('gives the committed image and provenance, byte for byte', async () => {
    for (const name of ['contrast_guard.hex', 'provenance.json']) {
      const text = readFileSync(join(folder, name), 'utf8');
      await expect(text).toMatchFileSnapshot(join(firmwareFolder(), name));
    }
  });

  test('a source that does not compile is an error that shows where', () => {
    const broken = join(folder, 'broken');
    cpSync(sketch, broken, { recursive: true });
    writeFileSync(join(broken, 'limits.cpp'), 'int unused(int a) { return 1; }\n');
    expect(() => buildFirmware({ outputFolder: folder, sourceFolder: broken })).toThrow(
      /limits\.cpp:1.*FIRMWARE_BUILD_FAILED/s,
    );
  });
});
