/** The bugs that are planted on purpose can still be planted: what they change is where it was, once, and what they name exists. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { project } from '../cli/contrast.ts';
import { bugs, kinds } from './bugs/bugs.mjs';
import { planted } from './planting.mjs';

describe('the planted bugs', () => {
  it('are ten against the laws, and at least ten of each kind with tests of their own', () => {
    const ofKind = (kind: string | undefined): number =>
      bugs.filter((bug) => bug.kind === kind).length;
    expect(ofKind(undefined)).toBe(10);
    for (const kind of kinds) expect([kind, ofKind(kind) >= 10]).toEqual([kind, true]);
    expect(bugs.map(({ number }) => number)).toEqual(bugs.map((_, index) => index + 1));
    expect(new Set(bugs.map(({ what }) => what)).size).toBe(bugs.length);
  });

  it.each(bugs)('$number, $what, has its one place', ({ path, from, to, noticedBy = [] }) => {
    expect(planted({ path, from, to })).toContain(typeof from === 'string' ? to : '');
    for (const test of noticedBy)
      expect([test, existsSync(join(project, test))]).toEqual([test, true]);
  });

  it('are refused where their place is gone, or not the only one', () => {
    const path = 'hardware/device/bridge.ts';
    for (const from of ['no such words', 'this.#board'])
      expect(() => planted({ path, from, to: '' })).toThrow(/has its place \d+ times/);
  });
});
