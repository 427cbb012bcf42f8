/** The description of the API: whole, without fault for a stranger's reader, and true of the tables that it is made from. */
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, it } from 'vitest';
import type { ErrorCode } from '../../src/errors.ts';
import { knownErrors } from '../../src/server/contract/errors.ts';
import type { ProgramErrorCode } from '../../src/server/contract/errors.ts';
import { silenceAllowedMs } from '../../src/web/state/view.ts';
import { description, routeOf, routes, schemaAt } from './contract.ts';
import { server } from './server.ts';

const named = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;

it('is what the server sends, but for the version', async () => {
  const { nobody } = await server();
  const { body } = await nobody().get('/api/v1/openapi.json');
  expect(body).toEqual(JSON.parse(JSON.stringify(description)));
});

it('gives a linter that knows nothing of it nothing to say', async () => {
  const lint = async (document: object): Promise<string[]> => {
    const config = await createConfig({ extends: ['recommended', 'recommended-strict'] });
    const source = JSON.stringify(document);
    const problems = await lintFromString({ source, absoluteRef: '/openapi.json', config });
    return problems.map(({ ruleId, message, location }) => {
      return `${ruleId} at ${location[0]?.pointer ?? ''}: ${message}`;
    });
  };
  expect(await lint(description)).toEqual([]);
  // It would notice what was wrong before.
  const [route] = routes;
  const { operationId: _id, security: _security, ...rest } = route!.operation;
  const worse = { ...description, paths: { [route!.path]: { post: rest } } };
  expect((await lint(worse)).join('\n')).toMatch(/operation-operationId.*\n.*security-defined/s);
});

/** Every schema of the document by its place, and every pattern in it. */
function* placesOf(value: unknown, at: readonly string[]): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const place = [...at, key];
    if (key === 'schema' || at.at(-1) === 'schemas') yield place;
    yield* placesOf(inner, place);
  }
}

it('has schemas that a strict validator takes', () => {
  const places = [...placesOf(description, [])];
  expect(places.length).toBeGreaterThan(300);
  for (const place of places) expect(typeof schemaAt(...place), place.join(' ')).toBe('function');
});

it('has patterns that are patterns: without the slashes and flags of a language', () => {
  const patterns = [...JSON.stringify(description).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
    ([, text = '']) => JSON.parse(text) as string,
  );
  expect(new Set(patterns).size).toBeGreaterThanOrEqual(4);
  for (const pattern of patterns) {
    expect(pattern).toMatch(/^\^.*\$$/);
    expect(() => new RegExp(pattern, 'u'), pattern).not.toThrow();
  }
});

it.each<[what: string, operation: string, fits: unknown, not: unknown]>([
  [
    'a text',
    'checkPrescription',
    { prescription: { yaml: 'name: Kälte\n' } },
    { prescription: { yaml: '\u0007' } },
  ],
  [
    'a decision',
    'answerScreening',
    { answers: {}, override: { clinician: 'Dr. Ann Lee', reason: 'seen – today' } },
    { answers: {}, override: { clinician: 'Dr. Ann Lee', reason: 'two\nlines' } },
  ],
])('lets a client send %s', (_what, operationId, fits, not) => {
  const route = routes.find(({ operation }) => operation.operationId === operationId)!;
  const body = ['requestBody', 'content', 'application/json', 'schema'];
  const validate = schemaAt('paths', route.path, route.method.toLowerCase(), ...body);
  expect([validate(fits), validate(not)]).toEqual([true, false]);
});

it('names, groups and explains every route, and each by a name of its own', () => {
  const tags = new Set(description.tags.map(({ name }) => name));
  const ids = routes.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, operation } of routes) {
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/);
    expect(
      operation.tags.every((tag) => tags.has(tag)),
      path,
    ).toBe(true);
    expect(operation.summary, path).toMatch(/\w{3}/);
    expect(operation.description.length, path).toBeGreaterThan(operation.summary.length);
  }
  expect(new Set(routes.flatMap(({ operation }) => operation.tags))).toEqual(tags);
});

/** Codes that a status of a route may bear. */
const codesIn = (response: object): string[] =>
  [...JSON.stringify(response).matchAll(/"enum":\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    list.split(',').map((code) => JSON.parse(code) as string),
  );

it('lists the errors of the one table, each by its own status, and no other', () => {
  const told = new Set<string>();
  for (const route of routes) {
    for (const [status, response] of Object.entries(route.operation.responses)) {
      if (Number(status) < 400 || !JSON.stringify(response).includes('schemas/Error')) continue;
      for (const code of codesIn(response)) {
        told.add(code);
        const known = Object.entries(knownErrors).find(([name]) => name === code)?.[1];
        expect(String(known?.status), `${named(route)} ${code}`).toBe(status);
        expect(response.description).toContain(`\`${code}\`: ${known!.means}`);
      }
    }
  }
  // What is at no route at all is told for none.
  expect([...told].toSorted()).toEqual(
    Object.keys(knownErrors)
      .filter((code) => code !== 'NOT_FOUND')
      .toSorted(),
  );
});

it('calls codes of the program below by names that the program has', () => {
  const isOfProgram = (code: ProgramErrorCode): ErrorCode => code;
  expect(isOfProgram('LIMITS_EXCEEDED')).toBe('LIMITS_EXCEEDED');
});

it('says when a page takes the device for lost', () => {
  const stream = routes.find(({ operation }) => operation.operationId === 'followEvents')!;
  expect(stream.operation.description).toContain(
    `Who hears nothing for ${silenceAllowedMs / 1000} s has lost the device`,
  );
});

it('finds the route that was asked, and none where there is none', () => {
  expect(routeOf('GET', '/api/v1/records/compare')?.operation.operationId).toBe('compareRecords');
  expect(routeOf('GET', '/api/v1/records/20260101T000000000Z-ab12')?.path).toBe(
    '/api/v1/records/{id}',
  );
  expect(routeOf('POST', '/api/v1/records')).toBeUndefined();
});
