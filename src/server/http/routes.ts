/** The two shapes of a route: something to read, and something to do. */
import { createRoute, z } from '@hono/zod-openapi';
import { apiErrorSchema } from '../contract/errors.ts';

const errors = {
  description: 'Refused; the body says what, where, and what to do.',
  content: { 'application/json': { schema: apiErrorSchema } },
} as const;

const answered = <Answer extends z.ZodType>(schema: Answer) => ({
  description: 'Done.',
  content: { 'application/json': { schema } },
});

export const noParameters = z.object({});

export const reading = <
  const Path extends string,
  Answer extends z.ZodType,
  Query extends z.ZodObject,
  Params extends z.ZodObject,
>(
  path: Path,
  summary: string,
  answer: Answer,
  { query, params }: { query: Query; params: Params },
) =>
  createRoute({
    method: 'get',
    path,
    summary,
    request: { query, params },
    responses: { 200: answered(answer), default: errors },
  });

export const nothing = { query: noParameters, params: noParameters } as const;

export const doing = <
  const Path extends string,
  Body extends z.ZodType,
  Answer extends z.ZodType,
  Params extends z.ZodObject,
>(
  path: Path,
  summary: string,
  body: Body,
  answer: Answer,
  params: Params,
) =>
  createRoute({
    method: 'post',
    path,
    summary,
    request: {
      params,
      body: { required: true, content: { 'application/json': { schema: body } } },
      headers: z.object({
        'idempotency-key': z.string().optional().meta({
          description: 'The same key again: the first answer again, and nothing is done.',
        }),
      }),
    },
    responses: { 200: answered(answer), default: errors },
  });
