import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { allClear } from '../../src/safety/screening-checklist.ts';
import { tables, withTables } from './document-tables.ts';

const path = fileURLToPath(new URL('../../docs/screening.md', import.meta.url));
const page = readFileSync(path, 'utf8');

/** Written anew with `npx vitest run tests/screening -u`, then read before it is committed. */
it('docs/screening.md shows the checklist as it is', async () => {
  const shown = [...page.matchAll(/<!-- table ([a-z-]+) -->/g)].map(([, name]) => name);
  expect(new Set(shown)).toEqual(new Set(Object.keys(tables)));
  await expect(withTables(page)).toMatchFileSnapshot(path);
});

it('its example answers are answers', () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const answers = parse(example) as Record<string, string>;
  expect(Object.keys(answers)).toHaveLength(3);
  expect(allClear).toMatchObject(answers);
});
