/** The pages as a whole: each is on the map, and no link leads nowhere. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const project = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(project, path), 'utf8');

const pages = readdirSync(join(project, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', name));

interface Link {
  /** The file, from the project's folder. */
  readonly path: string;
  /** The heading that is meant, as it stands in the address; empty for the page itself. */
  readonly heading: string;
}

const linksIn = (page: string): Link[] =>
  [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(
    ([, path = '', heading = '']) => ({
      path: path === '' ? page : join(dirname(page), path),
      heading,
    }),
  );

/** How a heading is addressed: in small letters, without marks, hyphens for spaces. */
const addressOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/\]\([^)]*\)/g, '')
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

const known = new Map<string, Set<string>>();

function addressesIn(page: string): Set<string> {
  const before = known.get(page);
  if (before) return before;
  const text = read(page);
  const found = new Set([
    ...[...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => addressOf(heading)),
    ...[...text.matchAll(/<a id="([^"]+)"/g)].map(([, id = '']) => id),
  ]);
  known.set(page, found);
  return found;
}

const leadsSomewhere = ({ path, heading }: Link): boolean =>
  existsSync(join(project, path)) &&
  (heading === '' || !path.endsWith('.md') || addressesIn(path).has(heading));

it('the map names every page of its folder once', () => {
  const map = linksIn('docs/README.md').map(({ path }) => path);
  const others = pages.filter((page) => page !== 'docs/README.md');
  expect(map.filter((path) => others.includes(path)).toSorted()).toEqual(others.toSorted());
});

it.each(['README.md', ...pages])('every link of %s leads somewhere', (page) => {
  expect(linksIn(page).filter((link) => !leadsSomewhere(link))).toEqual([]);
});

it('a link to a page or a heading that is not there would be noticed', () => {
  expect(leadsSomewhere({ path: 'docs/nowhere.md', heading: '' })).toBe(false);
  expect(leadsSomewhere({ path: 'docs/records.md', heading: 'nowhere' })).toBe(false);
  expect(leadsSomewhere({ path: 'docs/records.md', heading: 'the-hash-chain' })).toBe(true);
});
