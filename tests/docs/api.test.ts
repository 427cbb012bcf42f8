/** The page of the API says what the description says. `npm run docs` writes it anew. */
import { expect, it } from 'vitest';
import { knownErrors } from '../../src/server/contract/errors.ts';
import { description, routes } from '../server/contract.ts';
import { apiPage } from './api-page.ts';

it('docs/api.md shows the description as it is', async () => {
  const errors = Object.entries(knownErrors).map(([code, facts]) => ({ code, ...facts }));
  const page = apiPage(description, routes, errors);
  for (const { method, path } of routes) expect(page).toContain(`#### \`${method} ${path}\``);
  await expect(page).toMatchFileSnapshot('../../docs/api.md');
});
