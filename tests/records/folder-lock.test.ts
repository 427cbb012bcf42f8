import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockFolder, lockName } from '../../src/records/folder-lock.ts';
import { thisProcess } from '../../src/records/process-identity.ts';

function scratch(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'contrast-'));
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const lockOf = (folder: string, text: string): string => {
  const path = join(folder, lockName);
  fs.writeFileSync(path, text);
  return path;
};

describe('one server for one folder', () => {
  it('the second is refused, and told who has it and what to do', () => {
    const folder = join(scratch(), 'records');
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(
      new RegExp(`process ${process.pid} on .*End that server.*FOLDER_IN_USE`),
    );
    lock.release();
    lockFolder(folder).release();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('a lock whose process is gone is taken over', () => {
    const folder = scratch();
    const { pid } = spawnSync(process.execPath, ['--version']);
    lockOf(folder, JSON.stringify({ ...thisProcess(), pid }));
    lockFolder(folder).release();
  });

  it('a number that was given to another process since is no owner', () => {
    const folder = scratch();
    lockOf(folder, JSON.stringify({ ...thisProcess(), began: 'another boot 1' }));
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(/FOLDER_IN_USE/);
    lock.release();
  });

  it.each([
    ['of another computer', JSON.stringify({ host: 'elsewhere', pid: 1, began: null })],
    ['that nobody understands', 'mine!'],
    ['that is empty', ''],
  ])('a lock %s is left to a person', (_what, text) => {
    const folder = scratch();
    const path = lockOf(folder, text);
    expect(() => lockFolder(folder)).toThrow(/FOLDER_IN_USE/);
    expect(fs.readFileSync(path, 'utf8')).toBe(text);
  });

  it('what somebody else took in the meantime is not released', () => {
    const folder = scratch();
    const lock = lockFolder(folder);
    const path = lockOf(folder, 'theirs');
    lock.release();
    expect(fs.readFileSync(path, 'utf8')).toBe('theirs');
  });
});
