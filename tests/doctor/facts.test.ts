/** The thin part: what is asked of the computer, on real files and processes. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { committedFirmware } from '../../src/doctor/committed-firmware.ts';
import { computerFacts, programFacts } from '../../src/doctor/computer-facts.ts';
import { computerPorts } from '../../src/doctor/port-facts.ts';
import { scratch } from '../cli/contrast.ts';

const factsOf = (recordsFolder: string) =>
  computerFacts({ version: '1', recordsFolder, limitsFile: undefined });

describe('the records folder', () => {
  it('is tried by writing, and left as it was', () => {
    const folder = scratch();
    expect(factsOf(folder).records).toMatchObject({ problem: null, newest: null });
    expect(factsOf(join(folder, 'new', 'er')).records.problem).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('cannot be made where nothing can', () => {
    expect(factsOf('/proc/contrast').records.problem).toMatch(/\w/);
  });

  it('knows when its newest record was begun, readable or not', () => {
    const folder = scratch();
    writeFileSync(join(folder, '20261120T093512123Z-7f3a.jsonl'), 'nonsense\n');
    expect(factsOf(folder).records.newest).toMatchObject({
      kind: 'altered',
      atMs: Date.UTC(2026, 10, 20, 9, 35, 12, 123),
    });
  });
});

describe('the program', () => {
  it('is stale when a source is newer than the build, installed when there are no sources', () => {
    const project = scratch();
    for (const folder of ['src', 'machines', 'hardware', 'dist']) mkdirSync(join(project, folder));
    expect(programFacts('1', project)).toMatchObject({ build: 'installed' });
    writeFileSync(join(project, 'tsconfig.build.json'), '{}');
    expect(programFacts('1', project)).toMatchObject({ build: 'missing' });
    const [source, built] = [join(project, 'src', 'a.ts'), join(project, 'dist', 'built')];
    for (const path of [source, built]) writeFileSync(path, '');
    utimesSync(source, 1000, 1000);
    utimesSync(built, 2000, 2000);
    expect(programFacts('1', project)).toMatchObject({ build: 'fresh', builtMs: 2_000_000 });
    utimesSync(source, 3000, 3000);
    expect(programFacts('1', project)).toMatchObject({ build: 'stale' });
  });
});

describe('a port', () => {
  it('is held by whoever has it open, by any of its names', async () => {
    const folder = scratch();
    const [port, link] = [join(folder, 'tty'), join(folder, 'by-id')];
    writeFileSync(port, '');
    symlinkSync(port, link);
    expect(computerPorts(link).ports).toMatchObject([
      { exists: true, allowed: true, heldBy: null },
    ]);
    const script =
      "require('fs').openSync(process.argv[1]); console.log('up'); setInterval(() => {}, 1e3)";
    const holder = spawn(process.execPath, ['-e', script, port]);
    onTestFinished(() => {
      holder.kill('SIGKILL');
    });
    await new Promise((done) => holder.stdout.once('data', done));
    const [held] = computerPorts(link).ports;
    expect(held?.heldBy?.pid).toBe(holder.pid);
  });

  it('that is missing is said to be', () => {
    expect(computerPorts('/dev/ttyNOWHERE').ports).toMatchObject([{ exists: false }]);
  });
});

describe('the firmware that is brought along', () => {
  const provenance = {
    version: '1.0.0',
    buildHash: '0123abcd',
    hexSha256: 'f'.repeat(64),
    compiler: 'avr-gcc',
    flashBytes: 1,
    ramBytes: 1,
  };

  it('is not trusted where its provenance names another image', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'contrast_guard.hex'), ':00000001FF\n');
    writeFileSync(join(folder, 'provenance.json'), JSON.stringify(provenance));
    expect(() => committedFirmware(folder)).toThrow(/FIRMWARE_UNTRUSTED/);
  });

  it('is missed where it is missing', () => {
    expect(() => committedFirmware(scratch())).toThrow(/FIRMWARE_UNAVAILABLE/);
  });

  it('is the one that its provenance names', () => {
    expect(committedFirmware().sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
