/** docs/world.md says what the tables of the scenarios say. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Unseen } from '../../src/evidence/world/unseen.ts';
import { oddConditions } from '../../src/evidence/world/odd-conditions.ts';
import { reportedFailures } from '../../src/evidence/world/reported-failures.ts';
import { worldPage } from './world-page.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

it('the page of the world is current', async () => {
  const { causes } = JSON.parse(
    readFileSync(path('../evidence/long-runs/unseen.json'), 'utf8'),
  ) as { causes: Unseen[] };
  const page = worldPage(reportedFailures, oddConditions, causes);
  await expect(page).toMatchFileSnapshot(path('../../docs/world.md'));
});
