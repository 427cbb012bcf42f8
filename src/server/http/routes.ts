/** The two shapes of a route: something to read, and something to do; and what the description says of each by itself. */
import { createRoute, z } from '@hono/zod-openapi';
import { keyPattern } from '../access/idempotency.ts';
import { knownErrors } from '../contract/errors.ts';
import type { KnownErrorCode } from '../contract/errors.ts';
import { treatingRoles, roles } from '../contract/requests.ts';
import type { Role } from '../contract/requests.ts';
import { answeredAfresh, deedOf, needed, sessionCookie } from './guards.ts';
import type { Deed } from './guards.ts';

/** What a reader looks for, in this order. */
export const tags = {
  stop: 'STOP: no session, no role, no body.',
  access: 'Who is here: set-up, signing in and out, accounts.',
  treatment: 'Prescribe, screen, confirm, answer, pause, end.',
  watching: 'What the device does now, once or as it comes.',
  records: 'What happened.',
  limits: 'What may be given, to whom, and why.',
  device: 'The board, its checks, and the simulation.',
} as const;
export type Tag = keyof typeof tags;

/** What a route says of itself. Who may ask, and what every route may answer, is added here. */
export interface RouteFacts<Path extends string> {
  readonly path: Path;
  /** Stable: clients are named by it. */
  readonly id: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  /** How it says no, besides what every route of its kind may say. */
  readonly errors?: readonly KnownErrorCode[];
}

/** What a question to the device process may come to. */
export const deviceErrors = [
  'NOT_ALLOWED_NOW',
  'DEVICE_LOST',
  'DEVICE_SILENT',
  'TOO_BUSY',
] as const;
export const recordErrors = ['RECORD_UNKNOWN', 'FILE_UNREADABLE', 'TOO_BUSY'] as const;
export const limitErrors = ['LIMITS_INVALID', 'FILE_UNREADABLE'] as const;

const ofEvery = ['BAD_REQUEST', 'WRONG_ORIGIN', 'TOO_MANY_REQUESTS', 'DEFECT'] as const;
const ofEveryPost = ['TOO_LARGE', 'NOT_JSON'] as const;

/** Codes that the guards in front of a route may answer. */
function guarding(method: string, path: string): KnownErrorCode[] {
  const deed = deedOf(method, path);
  const inSession = deed === null ? [] : (['NOT_SIGNED_IN'] as const);
  const byRole = deed === null || deed === 'see' ? [] : (['ROLE_TOO_LOW'] as const);
  const byKey = method === 'POST' && !answeredAfresh.test(path) ? (['KEY_REUSED'] as const) : [];
  const bodies = method === 'POST' ? ofEveryPost : [];
  return [...ofEvery, ...inSession, ...byRole, ...byKey, ...bodies];
}

const retryAfter = {
  'Retry-After': {
    description: 'Seconds until it may be tried again.',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  },
} as const;

/** The refusals of a route by their status, each with the codes that it may bear. */
export function refusals(codes: readonly KnownErrorCode[]): object {
  const byStatus = new Map<number, KnownErrorCode[]>();
  for (const code of new Set(codes)) {
    const { status } = knownErrors[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => {
      const oneOfThose = { type: 'string', enum: those };
      const own = { type: 'object', properties: { code: oneOfThose }, required: ['code'] };
      const schema = { allOf: [{ $ref: '#/components/schemas/Error' }, own] };
      return [
        status,
        {
          description: those.map((code) => `\`${code}\`: ${knownErrors[code].means}`).join(' '),
          ...(status === 429 ? { headers: retryAfter } : {}),
          content: { 'application/json': { schema } },
        },
      ];
    }),
  );
}

const mayBeOf: Readonly<Record<Deed, readonly Role[]>> = {
  see: roles,
  treat: treatingRoles,
  drill: ['engineer'],
  makeAccounts: [],
};

/** Name, group, words and who may ask, as the description has them. */
export function toldOf<const Path extends string>(
  method: 'GET' | 'POST',
  { path, id, tag, summary, description }: RouteFacts<Path>,
) {
  const deed = deedOf(method, path);
  const who = deed === null ? 'No session is needed.' : `Takes a session of ${needed[deed]}.`;
  return {
    path,
    operationId: id,
    tags: [tag as string],
    summary,
    description: `${description} ${who}`,
    security: deed === null ? [] : [{ session: [] as string[] }],
    ...(deed === null ? {} : { 'x-roles': [...mayBeOf[deed]] }),
  };
}

const answered = <Answer extends z.ZodType>(schema: Answer, headers?: Headers) => ({
  description: 'Done.',
  content: { 'application/json': { schema } },
  ...(headers === undefined ? {} : { headers }),
});

type Headers = Readonly<
  Record<
    string,
    {
      readonly description: string;
      readonly required: boolean;
      readonly schema: { type: 'string' };
    }
  >
>;

/** The answer gives the cookie of a session, or takes it away. */
export const setsCookie: Headers = {
  'Set-Cookie': {
    description: `The cookie \`${sessionCookie}\`; send it with every further request.`,
    required: true,
    schema: { type: 'string' },
  },
};

export const noParameters = z.object({});

export const reading = <
  const Path extends string,
  Answer extends z.ZodType,
  Query extends z.ZodObject,
  Params extends z.ZodObject,
>(
  facts: RouteFacts<Path>,
  answer: Answer,
  { query, params }: { query: Query; params: Params },
) =>
  createRoute({
    method: 'get',
    ...toldOf('GET', facts),
    request: { query, params },
    responses: {
      200: answered(answer),
      ...refusals([...guarding('GET', facts.path), ...(facts.errors ?? [])]),
    },
  });

export const nothing = { query: noParameters, params: noParameters } as const;

/** Described and not checked here: a guard has looked at it before. */
const idempotencyKey = z.string().optional().meta({
  description:
    'Of one’s own choice. The same key again, with the same request, gives the first answer again, and nothing is done twice.',
  pattern: keyPattern.source,
});

export const doing = <
  const Path extends string,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Params extends z.ZodObject,
>(
  facts: RouteFacts<Path>,
  body: Body,
  answer: Answer,
  params: Params,
  headers?: Headers,
) =>
  createRoute({
    method: 'post',
    ...toldOf('POST', facts),
    request: {
      params,
      body: { required: true, content: { 'application/json': { schema: body } } },
      headers: answeredAfresh.test(facts.path)
        ? z.object({})
        : z.object({ 'idempotency-key': idempotencyKey }),
    },
    responses: {
      200: answered(answer, headers),
      ...refusals([...guarding('POST', facts.path), ...(facts.errors ?? [])]),
    },
  });

/** Codes of a route that is written out by hand. */
export const errorsOf = (
  method: 'GET' | 'POST',
  { path, errors = [] }: RouteFacts<string>,
): object => refusals([...guarding(method, path), ...errors]);
