/**
 * Every exchange of a test with a server, held against the description that the server gives of itself: an answer that is
 * not described, or not as it is described, fails the test that asked for it.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { recordLineJsonSchema } from '../../src/records/record-schema.ts';
import { appFor } from '../../src/server/http/app.ts';
import { descriptionOf } from '../../src/server/http/description.ts';
import type { ServerParts } from '../../src/server/parts.ts';

interface Described {
  readonly description: string;
  readonly headers?: Readonly<
    Record<string, { readonly required: boolean; readonly schema: object }>
  >;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: { readonly type?: string };
}
export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly object[];
  readonly 'x-roles'?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: object }>>;
  };
  readonly responses: Readonly<Record<string, Described>>;
}
export interface Description {
  readonly openapi: string;
  readonly info: { readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly securitySchemes: Readonly<Record<string, { readonly description: string }>>;
  };
}

/** No route is asked here: what they work with is not there. */
const nothing = {
  supervisor: { state: {} },
  webFolder: '',
  hostNames: new Set(),
  givenNames: new Set(),
  trustedProxies: new Set(),
} as unknown as ServerParts;

/** As a server of this version sends it. */
export const description = descriptionOf(
  appFor(nothing, () => {}),
  '0.0.0-test',
) as Description;

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

export const routes: readonly Route[] = Object.entries(description.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
);

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
formats.default(ajv);
ajv.addVocabulary(['openapi', 'info', 'servers', 'tags', 'paths', 'webhooks', 'components']);
ajv.addSchema(description, 'api:/description');

const isLine = ajv.compile(JSON.parse(recordLineJsonSchema()) as object);

const compiled = new Map<string, ValidateFunction>();
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** @param place names from the top of the document to a schema */
export function schemaAt(...place: readonly string[]): ValidateFunction {
  const pointer = place.map((key) => `/${encodeURIComponent(escaped(key))}`).join('');
  const known = compiled.get(pointer);
  if (known !== undefined) return known;
  const validate = ajv.compile({ $ref: `api:/description#${pointer}` });
  compiled.set(pointer, validate);
  return validate;
}

/** What does not fit, in words; empty: it fits. */
function misfit(value: unknown, ...place: readonly string[]): string {
  const validate = schemaAt(...place);
  return validate(value) ? '' : ajv.errorsText(validate.errors, { dataVar: '' });
}

/** The route that is asked; of two that fit the one that names more. */
export function routeOf(method: string, path: string): Route | undefined {
  const parts = path.split('/');
  return routes
    .filter((route) => route.method === method)
    .filter(({ path: described }) => {
      const wanted = described.split('/');
      return (
        wanted.length === parts.length &&
        wanted.every((part, at) => part === parts[at] || (part.startsWith('{') && parts[at] !== ''))
      );
    })
    .toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
}

const parameterValue = (text: string, { schema }: Parameter): unknown =>
  schema.type === 'integer' ? Number(text) : text;

/** What was asked and answered well must be what the description allows to ask. */
function askedWrongly({ method, path, operation }: Route, { url, body }: Exchange): string[] {
  const place = ['paths', path, method.toLowerCase()];
  const { pathname, searchParams } = new URL(url);
  const given = new Map(path.split('/').map((part, at) => [part, pathname.split('/')[at] ?? '']));
  const known = operation.parameters ?? [];
  const unknown = [...searchParams.keys()].filter((key) => !known.some(({ name }) => name === key));
  const wrong = known.flatMap((one, at) => {
    if (one.in === 'header') return [];
    const text =
      one.in === 'query'
        ? searchParams.get(one.name)
        : decodeURIComponent(given.get(`{${one.name}}`) ?? '');
    if (text === null) return one.required ? [`${one.name} is missing`] : [];
    return misfit(parameterValue(text, one), ...place, 'parameters', String(at), 'schema');
  });
  const json = operation.requestBody?.content['application/json'];
  const sent =
    json === undefined || typeof body !== 'string'
      ? ''
      : misfit(JSON.parse(body), ...place, 'requestBody', 'content', 'application/json', 'schema');
  return [...unknown.map((key) => `${key} is not described`), ...wrong, sent];
}

function answeredWrongly({ method, path, operation }: Route, exchange: Exchange): string[] {
  const { status, headers, text } = exchange;
  const described = operation.responses[String(status)];
  if (described === undefined)
    return [`the status ${status} is not described: ${text.slice(0, 300)}`];
  const place = ['paths', path, method.toLowerCase(), 'responses', String(status)];
  const missing = Object.entries(described.headers ?? {})
    .filter(([name, { required }]) => required && headers.get(name) === null)
    .map(([name]) => `the header ${name} is missing`);
  const values = Object.entries(described.headers ?? {}).map(([name, { schema }]) => {
    const value = headers.get(name);
    const parameter = { schema } as Parameter;
    return value === null
      ? ''
      : misfit(parameterValue(value, parameter), ...place, 'headers', name, 'schema');
  });
  const type = headers.get('content-type')?.split(';')[0] ?? '';
  if (described.content?.[type] === undefined) return [`the type ${type} is not described`];
  if (type === 'text/event-stream') return [...missing, ...values];
  const body: unknown = type === 'application/json' ? JSON.parse(text) : text;
  return [...missing, ...values, misfit(body, ...place, 'content', type, 'schema')];
}

export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What has been seen of each route, for the check at the end of all tests. */
const seenFolder = process.env['CONTRAST_API_SEEN'];
if (seenFolder) {
  const documented = routes.flatMap(({ method, path, operation }) =>
    Object.keys(operation.responses).map((status) => `${method} ${path} ${status}`),
  );
  writeFileSync(join(seenFolder, 'documented.txt'), documented.join('\n'));
}
const noted = new Set<string>();
export const seen: ReadonlySet<string> = noted;

function note(line: string): void {
  if (noted.has(line)) return;
  noted.add(line);
  if (seenFolder) appendFileSync(join(seenFolder, `${process.pid}.txt`), `${line}\n`);
}

/** @throws where the description does not tell of it */
export function checkExchange(exchange: Exchange): void {
  const { method, url, status, text } = exchange;
  const { pathname } = new URL(url);
  const route = routeOf(method, pathname);
  if (route === undefined) {
    // The page, its files, and what there is not. The API says so in its own way, and never does anything.
    if (!pathname.startsWith('/api/')) return;
    const problem =
      status < 400
        ? 'it is done, and not described'
        : misfit(JSON.parse(text), 'components', 'schemas', 'Error');
    if (problem !== '') throw new Error(`${method} ${pathname}: ${problem}`);
    return;
  }
  note(`${method} ${route.path} ${status}`);
  const asked = status < 400 ? askedWrongly(route, exchange) : [];
  const problems = [...answeredWrongly(route, exchange), ...asked].filter((one) => one !== '');
  if (problems.length > 0) {
    throw new Error(
      `${method} ${pathname} ${status}: ${problems.join('; ')}\n${text.slice(0, 1000)}`,
    );
  }
}

/** @throws where an event of the stream is not as the description has it */
export function checkEvent(event: string, id: string | null, data: string): void {
  const value = { event, ...(id === null ? {} : { id }), data: JSON.parse(data) as unknown };
  const problem = misfit(value, 'components', 'schemas', 'ServerEvent');
  const line = event === 'record' && !isLine(value.data) ? ajv.errorsText(isLine.errors) : '';
  const problems = [problem, line].filter((one) => one !== '').join('; ');
  if (problems !== '') throw new Error(`event ${event}: ${problems}\n${data.slice(0, 1000)}`);
}
