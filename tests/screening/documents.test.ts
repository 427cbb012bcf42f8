import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadAnswers } from '../../src/cli/run-answers.ts';
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
  const { 'muscle-wasting': known, ...answers } = parse(example) as Record<string, string>;
  expect(Object.keys(answers)).toHaveLength(3);
  expect(allClear).toMatchObject(answers);
  const file = join(mkdtempSync(join(tmpdir(), 'contrast-answers-')), 'answers.yaml');
  writeFileSync(file, example);
  expect(loadAnswers(file)).toEqual({
    answers: { ...answers, 'muscle-wasting': 'yes' },
    words: {
      'muscle-wasting': { clinician: 'Dr. Ann Lee', seenOn: '2026-11-02', newOrWorse: 'no' },
    },
  });
  expect(known).toMatchObject({ answer: 'yes' });
});
