/** Names on the command line (law L14). */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hashPassword } from '../../src/server/access/passwords.ts';
import { troubledBy } from '../screening/people.ts';
import { contrast, launcher, recordIn, scratch } from './contrast.ts';

const password = 'correct horse battery';
const hashed = hashPassword(password);

async function folderWithAccounts(): Promise<string> {
  const folder = scratch();
  const secret = await hashed;
  const accounts = [
    ['Ann', 'operator'],
    ['Bob', 'clinician'],
  ].map(([name, role]) => ({ name, role, mayMakeAccounts: false, ...secret }));
  writeFileSync(join(folder, 'accounts.json'), JSON.stringify({ version: 1, accounts }));
  return folder;
}

function answersFile(): string {
  const path = join(scratch(), 'answers.json');
  writeFileSync(path, JSON.stringify(troubledBy('diabetes')));
  return path;
}

const run30 =
  'run --speed max --json --act stop@30 --prescription seed-spasm-gentle --site calf-left';
const decided = (folder: string, clinician: string, ...more: readonly string[]): string[] => {
  const by = ['--clinician', clinician, '--override', 'seen today'];
  const files = ['--answers', answersFile(), '--records', folder];
  return [...run30.split(' '), ...files, ...by, ...more];
};
const recordsOf = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
const screeningIn = (folder: string) => recordIn(folder).find(({ type }) => type === 'screening');

describe('where there are accounts', () => {
  it.each<[string, string, string | undefined, RegExp]>([
    ['a stranger', 'Dr. Odd', undefined, /not proven that Dr\. Odd is here/],
    ['a stranger, with somebody’s password', 'Dr. Odd', password, /not proven that Dr\. Odd/],
    ['a clinician, without a password', 'Bob', undefined, /not proven that Bob is here/],
    ['a clinician, with a wrong password', 'Bob', 'guess', /not proven that Bob is here/],
    ['an operator', 'Ann', password, /Ann signs in as operator.*clinician/],
  ])('a decision in the name of %s: exit code 6, no record', async (_what, name, given, words) => {
    const folder = await folderWithAccounts();
    const ran = contrast(decided(folder, name), { CONTRAST_PASSWORD: given ?? '' });
    expect(ran.code).toBe(6);
    expect(ran.err).toMatch(words);
    expect(ran.err).toContain('NAME_NOT_PROVEN');
    expect(recordsOf(folder)).toEqual([]);
  });

  it('the clinician’s own password decides, and the record bears the name of the account', async () => {
    const folder = await folderWithAccounts();
    const file = join(scratch(), 'password');
    writeFileSync(file, `${password}\n`);
    expect(contrast(decided(folder, ' BOB ', '--password-file', file)).code).toBe(4);
    expect(screeningIn(folder)).toMatchObject({
      clinician: 'Bob',
      clinicianProof: 'account',
      admitted: true,
    });
    expect(readFileSync(join(folder, recordsOf(folder)[0]!), 'utf8')).not.toContain(password);
  });
});

describe('where there are none', () => {
  it('the record says that the name was typed at the terminal', () => {
    const folder = scratch();
    expect(contrast(decided(folder, 'Dr. Ann')).code).toBe(4);
    expect(screeningIn(folder)).toMatchObject({
      clinician: 'Dr. Ann',
      clinicianProof: 'typed at the terminal',
    });
    const shown = contrast(['records', 'show', 'latest', '--records', folder]).out;
    expect(shown).toContain('Dr. Ann (typed at the terminal): seen today');
  });

  it.each(['Dr.\u202EnnA', 'Dr. Аnn', '\u001b[2JAnn', 'An\u200Bn', '12'])(
    '%j is no name: exit code 2',
    (name) => {
      for (const option of ['--clinician', '--reset-by']) {
        const ran = contrast(['run', '--speed', 'max', '--yes', option, name]);
        expect(ran.code).toBe(2);
        expect(ran.err).toContain(option);
      }
    },
  );
});

describe('a trip that the newest record has latched', () => {
  const run = (folder: string, ...more: readonly string[]) =>
    contrast(['run', '--speed', 'max', '--yes', '--history', '--records', folder, ...more], {
      CONTRAST_PASSWORD: password,
    });
  const tripped = ['--fault', 'plate-a-open@30'];
  const briefly = ['--act', 'stop@30'];

  it('is refused until a named person resets it; the next record says who', () => {
    const folder = scratch();
    expect(run(folder, ...tripped).code).toBe(5);
    const refused = run(folder, ...briefly);
    expect(refused.code).toBe(6);
    expect(refused.err).toMatch(/tripped \(.*--reset-by.*GUARD_TRIPPED/);
    expect(recordsOf(folder)).toHaveLength(1);
    expect(run(folder, ...briefly, '--reset-by', 'Eve').code).toBe(4);
    const newest = recordsOf(folder).toSorted().at(-1)!;
    expect(readFileSync(join(folder, newest), 'utf8')).toContain(
      '"who":"Eve (typed at the terminal)","what":"RESET","accepted":true',
    );
    expect(run(folder, ...briefly).code).toBe(4);
  });

  it('is reset with a password where there are accounts', async () => {
    const folder = await folderWithAccounts();
    expect(run(folder, ...tripped).code).toBe(5);
    const refused = run(folder, ...briefly, '--reset-by', 'Eve');
    expect([refused.code, refused.err]).toEqual([6, expect.stringContaining('NAME_NOT_PROVEN')]);
    expect(run(folder, ...briefly, '--reset-by', 'ann').code).toBe(4);
  });
});

describe.runIf(spawnSync('script', ['--version']).status === 0)('at a terminal', () => {
  it('the password is asked for, and not shown', async () => {
    const folder = await folderWithAccounts();
    const command = [process.execPath, launcher, ...decided(folder, 'bob', '--yes')];
    const child = spawn('script', [
      '-qec',
      command.map((word) => `'${word}'`).join(' '),
      '/dev/null',
    ]);
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let out = '';
    const typed = ['a wrong one', password];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (text.includes('Password of bob: ')) child.stdin.write(`${typed.shift() ?? ''}\r`);
    });
    const code = await new Promise<number | null>((done) => child.on('close', done));
    expect(code).toBe(4);
    expect(out.match(/Password of bob: /g)).toHaveLength(2);
    expect(out).not.toContain(password);
    expect(screeningIn(folder)).toMatchObject({ clinician: 'Bob', clinicianProof: 'account' });
  });
});
