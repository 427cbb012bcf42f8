/** The false facts that are planted on purpose can still be planted: what each changes is there, once, and its tests exist. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { project } from '../cli/contrast.ts';
import { facts } from './facts/facts.mjs';
import { planted } from './planting.mjs';

it('are thirty or more, in prose, tables and the description of the API', () => {
  expect(facts.length).toBeGreaterThanOrEqual(30);
  expect(new Set(facts.map(({ what }) => what)).size).toBe(facts.length);
  const folders = new Set(facts.map(({ path }) => path.split('/')[0]));
  expect(folders).toEqual(new Set(['README.md', 'docs', 'src']));
});

it.each(facts)('$number, $what, has its one place', ({ path, from, to, noticedBy }) => {
  expect(planted({ path, from, to })).toContain(to);
  for (const test of noticedBy)
    expect([test, existsSync(join(project, test))]).toEqual([test, true]);
});
