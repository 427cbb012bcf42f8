import { english } from '../../src/words/tongue.ts';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registerRecords } from '../../src/cli/records.ts';
import { CompanionError } from '../../src/errors.ts';
import { openJournal } from '../../src/records/journal.ts';
import { openRecord } from '../../src/records/open-record.ts';
import { writeWholeFile } from '../../src/records/whole-file.ts';
import { MemoryDisk } from './fixtures/memory-disk.ts';
import { headerFields, startedAt, summaryOf, writeTreatment } from './fixtures/treatments.ts';

let folder = '';
let id = '';
beforeEach(async () => {
  folder = fs.mkdtempSync(join(tmpdir(), 'contrast-command-'));
  const journal = openJournal({ folder, header: headerFields, startedAt, utcNow: () => startedAt });
  writeTreatment(journal);
  journal.append('summary', 10, summaryOf(journal.id));
  await journal.close();
  ({ id } = journal);
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

interface Ran {
  readonly out: string;
  readonly err: string;
  readonly error: CompanionError | undefined;
}

/** Runs `contrast records …` on the folder as a person would see it. */
async function run(...words: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    interactive: false,
    colour: false,
    columns: 80,
    tongue: english,
  };
  const program = new Command().exitOverride();
  registerRecords(program, terminal, { CONTRAST_RECORDS: folder });
  let error: CompanionError | undefined;
  try {
    await program.parseAsync(['node', 'contrast', 'records', ...words]);
  } catch (thrown) {
    if (!(thrown instanceof CompanionError)) throw thrown;
    error = thrown;
  }
  return { out: out.join('\n'), err: err.join('\n'), error };
}

const recordPath = (): string => join(folder, `${id}.jsonl`);

function damage(from: string, to: string): void {
  const text = fs.readFileSync(recordPath(), 'utf8');
  expect(text).toContain(from);
  fs.writeFileSync(recordPath(), text.replace(from, to));
}

function cut(bytes: number): void {
  fs.truncateSync(recordPath(), fs.statSync(recordPath()).size - bytes);
}

describe('records list', () => {
  test('misses a record that another one, or the folder, names', async () => {
    const options = { folder, header: headerFields, utcNow: () => startedAt, monotonicMs: () => 0 };
    await openRecord(options).close();
    expect((await run('list')).err).toBe('');
    const newest = openRecord(options);
    await newest.close();
    fs.rmSync(recordPath());
    fs.rmSync(newest.path);
    const { err } = await run('list');
    const lines = err.split('\n');
    expect(lines).toHaveLength(2);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          `the record ${newest.id}, which this folder names, is not there any more`,
        ),
        expect.stringMatching(`the record ${id}, which .* names, is not there any more`),
      ]),
    );
  });

  test('shows what each is worth, for people and for programs', async () => {
    cut(1);
    fs.writeFileSync(join(folder, 'b\u001B[2J.jsonl'), '');
    const { out } = await run('list');
    const lines = out.split('\n').map((line) => line.split(/ {2,}/));
    expect(lines).toStrictEqual([
      ['id', 'outcome', 'length', 'record'],
      [id, 'not known', '0:10', 'truncated after line 20, simulated'],
      ['b·[2J', 'not known', '?', 'truncated after line 0'],
    ]);
    const facts: unknown = JSON.parse((await run('list', '--json')).out);
    expect(facts).toMatchObject([
      { id, outcome: 'not known', verification: { verdict: 'truncated after line 20' } },
      { startedAt: null },
    ]);
    const newest = await run('list', '--newest', '1');
    expect(newest.out).toContain('1 older not shown');
    for (const wrong of ['0', '-1', '1.5', 'x', 'Infinity']) {
      expect((await run('list', '--newest', wrong)).error?.code).toBe('USAGE');
    }
  });

  test('of an empty folder says so', async () => {
    const empty = join(folder, 'empty');
    expect((await run('list', '--records', empty)).out).toBe(`There are no records in ${empty}.`);
    expect((await run('list', '--records', empty, '--json')).out).toBe('[]');
  });
});

describe('records show', () => {
  test('says first how it ended and why, then everything else', async () => {
    const { out } = await run('show', 'latest');
    const lines = out.split('\n');
    expect(lines[0]).toBe('COMPLETED: the whole prescription was delivered, °C and "quotes"');
    expect(lines[1]).toBe('Cold finish: delivered');
    for (const part of [
      'Record        intact (21 lines proven)',
      'Prescription  Muscle spasm, standard',
      'Simulated     yes, seed 7',
      'Heat dose     0.010 min CEM43',
      '1  cold    12.0 °C  0:00 – 0:05          plate 12.1 … 12.3 °C',
      '2  hot     40.0 °C  0:05 – 0:10          plate 39.5 … 39.6 °C',
      'setpoint',
      '0:05  warning heatsink-hot: the heatsink is warm',
      'note, by Ann: line one·line two',
    ]) {
      expect(out).toContain(part);
    }
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    const facts: unknown = JSON.parse((await run('show', id, '--json')).out);
    expect(facts).toMatchObject({
      id,
      outcome: 'completed',
      phases: [
        { phase: 1, fromS: 0, toS: 5 },
        { phase: 2, fromS: 5, toS: 10 },
      ],
      summary: { outcome: 'completed' },
    });
  });

  test('of a damaged record shows what is proven and no outcome', async () => {
    damage('heatsink-hot', 'heatsink-OK!');
    const { out, error } = await run('show', id.slice(0, 12));
    expect(error).toBeUndefined();
    expect(out).toMatch(/^NOT KNOWN: .*altered at line 12/);
    expect(out).not.toContain('COMPLETED');
    expect(out).toContain('1  cold');
  });
});

describe('records verify', () => {
  test('says one of three things, and fails unless it is "intact"', async () => {
    expect(await run('verify', id)).toStrictEqual({
      out: `${id}: intact`,
      err: '',
      error: undefined,
    });
    damage('heatsink-hot', 'heatsink-OK!');
    const altered = await run('verify', id);
    expect(altered.out).toBe(`${id}: altered at line 12`);
    expect(altered.error).toMatchObject({ code: 'RECORD_DAMAGED', exitCode: 2 });
    const header = fs.readFileSync(recordPath()).indexOf('\n') + 1;
    fs.truncateSync(recordPath(), header + 20);
    const truncated = await run('verify', id);
    expect(truncated.out).toBe(`${id}: truncated after line 1`);
    expect(truncated.error?.code).toBe('RECORD_DAMAGED');
    expect((await run('verify', 'nobody')).error?.code).toBe('RECORD_UNKNOWN');
  });

  test('warns when the file bears another name than the record', async () => {
    fs.renameSync(recordPath(), join(folder, 'other.jsonl'));
    const { out, err } = await run('verify', 'other');
    expect([out, err]).toStrictEqual([`other: intact`, `WARNING: renamed, it was ${id}`]);
  });
});

describe('records export', () => {
  test('writes to standard output, or the same into a file', async () => {
    for (const format of ['csv', 'json', 'html']) {
      const target = join(folder, `out.${format}`);
      const printed = await run('export', id, '--format', format);
      await run('export', id, '--format', format, '--out', target);
      expect(fs.readFileSync(target, 'utf8')).toBe(`${printed.out}\n`);
      expect(printed.err).toBe('');
    }
    expect(fs.readdirSync(folder).toSorted()).toStrictEqual([
      `${id}.jsonl`,
      'out.csv',
      'out.html',
      'out.json',
    ]);
  });

  test('replaces a file only when forced, and nothing but a file ever', async () => {
    const target = join(folder, 'out.csv');
    fs.writeFileSync(target, 'mine');
    const words = ['export', id, '--format', 'csv', '--out'];
    const refused = await run(...words, target);
    expect(refused.error?.message).toMatch(/already there.*--force.*FILE_UNWRITABLE/);
    expect(fs.readFileSync(target, 'utf8')).toBe('mine');
    const link = join(folder, 'link.csv');
    fs.symlinkSync(target, link);
    expect((await run(...words, link, '--force')).error).toBeUndefined();
    expect(fs.readFileSync(target, 'utf8')).toMatch(/^t_s,/);
    expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
    for (const no of [folder, '/dev/null', join(folder, 'none', 'out.csv')]) {
      expect((await run(...words, no, '--force')).error?.code).toBe('FILE_UNWRITABLE');
    }
    expect(fs.statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('of a damaged record warns loudly and writes what is proven', async () => {
    damage('heatsink-hot', 'heatsink-OK!');
    const { out, err, error } = await run('export', id, '--format', 'csv');
    expect(error).toBeUndefined();
    expect(err).toMatch(/^WARNING: .*altered at line 12.*first 11 lines/);
    expect(out.split('\n').length).toBe(6);
  });

  test.each([[['--format', 'pdf']], [['--format', 'fhir']], [['--format', 'CSV']], [[]]])(
    'with %j says what this build offers',
    async (words) => {
      const { error } = await run('export', id, ...words);
      expect(error?.message).toMatch(/This build offers csv, json, html\..*\(USAGE\)/);
    },
  );
});

describe('a file is written whole or not at all', () => {
  test.each(['openSync', 'writeSync', 'fsyncSync', 'renameSync'] as const)(
    'also when %s fails',
    (step) => {
      const disk = new MemoryDisk();
      disk.failing[step] = 'ENOSPC';
      const target = join(folder, 'new.csv');
      const write = () => {
        writeWholeFile(target, 'text', { overwrite: false, files: disk });
      };
      expect(write).toThrow(/new\.csv: nothing was written: the disk is full.*FILE_UNWRITABLE/);
      expect([...disk.files]).toStrictEqual([]);
    },
  );

  test('and is on disk before its name is', () => {
    const disk = new MemoryDisk();
    disk.bytesPerWrite = 3;
    const target = join(folder, 'new.csv');
    writeWholeFile(target, 'some text', { overwrite: false, files: disk });
    expect([...disk.files.keys()]).toStrictEqual([target]);
    expect(disk.text(target)).toBe('some text');
    expect(disk.calls.slice(-6)).toStrictEqual([
      'fsyncSync',
      'closeSync',
      'renameSync',
      'openSync',
      'fsyncSync',
      'closeSync',
    ]);
  });
});
