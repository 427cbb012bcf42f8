/** The verifier of docs/, written by the page's words alone in another language, says of each record what this program says. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { chained } from './chained.ts';
import { wholeRecord } from './fixtures/treatments.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const verifier = join(project, 'docs/verify_record.py');
const folder = mkdtempSync(join(tmpdir(), 'contrast-verifier-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const python = spawnSync('python3', ['--version']).status === 0;

const lines = wholeRecord(6)
  .trimEnd()
  .split('\n')
  .map((line) => `${line}\n`);
const id = (JSON.parse(lines[0]!) as { id: string }).id;
const last = lines.length - 1;
const changed = (at: number, change: (line: string) => string): string =>
  lines.map((line, number) => (number === at ? change(line) : line)).join('');
const without = (at: number): string => lines.filter((_line, number) => number !== at).join('');
const whole = lines.join('');

const values = lines.map((line) => {
  const { hash: _hash, ...rest } = JSON.parse(line) as Record<string, unknown>;
  return rest;
});

const records: readonly (readonly [what: string, text: string, verdict: string])[] = [
  ['as it was written', whole, 'intact'],
  ['a digit changed', changed(4, (line) => line.replace('"t":', '"t":1')), 'altered at line 5'],
  ['a word changed', changed(1, (line) => line.replace('Ann', 'Eve')), 'altered at line 2'],
  ['a hash changed', changed(3, (line) => line.replace(/.("\}\n)$/, 'x$1')), 'altered at line 4'],
  ['a space more', changed(2, (line) => line.replace(',', ', ')), 'altered at line 3'],
  ['a line dropped', without(5), 'altered at line 6'],
  ['the header dropped', without(0), 'altered at line 1'],
  ['the summary dropped', without(last), `truncated after line ${last}`],
  [
    'two lines swapped',
    [...lines.slice(0, 3), lines[4]!, lines[3]!, ...lines.slice(5)].join(''),
    'altered at line 4',
  ],
  ['a line doubled', changed(3, (line) => line + line), 'altered at line 5'],
  ['cut between lines', lines.slice(0, 6).join(''), 'truncated after line 6'],
  ['cut in a line', lines.slice(0, 6).join('') + lines[6]!.slice(0, 30), 'truncated after line 6'],
  [
    'cut in the first bytes of a line',
    `${lines.slice(0, 6).join('')}{"se`,
    'truncated after line 6',
  ],
  ['cut, and zero bytes after it', `${lines.slice(0, 6).join('')}\0\0\0`, 'truncated after line 6'],
  ['without the line feed at its end', whole.slice(0, -1), `truncated after line ${last}`],
  ['a line appended', `${whole}${lines[last]!}`, `altered at line ${last + 2}`],
  ['a word appended', `${whole}more`, `altered at line ${last + 2}`],
  ['zero bytes appended', `${whole}\0\0`, `altered at line ${last + 2}`],
  ['another text where a line is torn', `${lines.slice(0, 6).join('')}hello`, 'altered at line 7'],
  ['with the line ends of another system', whole.replaceAll('\n', '\r\n'), 'altered at line 1'],
  ['nothing at all', '', 'truncated after line 0'],
  [
    'a number left out, with hashes that fit',
    chained([...values.slice(0, 4), ...values.slice(5)]),
    'altered at line 5',
  ],
  [
    'a second header, with hashes that fit',
    chained([values[0]!, { ...values[0]!, seq: 1 }]),
    'altered at line 2',
  ],
  ['no header, with hashes that fit', chained([{ ...values[1]!, seq: 0 }]), 'altered at line 1'],
];

const toldByProgram = (text: string): string => {
  const store = mkdtempSync(join(folder, 'store-'));
  mkdirSync(store, { recursive: true });
  writeFileSync(join(store, `${id}.jsonl`), text);
  const { stdout } = spawnSync(
    process.execPath,
    [join(project, 'src/cli/contrast.mjs'), 'records', 'verify', id, '--records', store],
    { encoding: 'utf8' },
  );
  return /intact|altered at line \d+|truncated after line \d+/.exec(stdout)?.[0] ?? stdout;
};

describe.runIf(python)('the verifier in Python', () => {
  it.each(records)('agrees on a record: %s', (_what, text, verdict) => {
    const file = join(folder, 'record.jsonl');
    writeFileSync(file, text);
    const { stdout, status, stderr } = spawnSync('python3', [verifier, file], { encoding: 'utf8' });
    expect([stdout.trim(), stderr]).toEqual([verdict, '']);
    expect(status).toBe(verdict === 'intact' ? 0 : 1);
    expect(toldByProgram(text)).toBe(verdict);
  });

  it('takes a record of a whole treatment for what it is', () => {
    const store = mkdtempSync(join(folder, 'run-'));
    const run = ['run', '--speed', 'max', '--yes', '--json', '--records', store];
    const told = execFileSync(process.execPath, [join(project, 'src/cli/contrast.mjs'), ...run], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    const { id: written } = JSON.parse(told.trimEnd().split('\n').at(-1)!) as { id: string };
    const file = join(store, `${written}.jsonl`);
    expect(execFileSync('python3', [verifier, file], { encoding: 'utf8' })).toBe('intact\n');
  });

  it('is short, and needs nothing that has to be installed', () => {
    const program = readFileSync(verifier, 'utf8');
    expect(program.split('\n').length).toBeLessThan(40);
    expect(program.match(/^(?:import|from) .*$/gm)).toEqual(['import hashlib, json, sys']);
  });
});
