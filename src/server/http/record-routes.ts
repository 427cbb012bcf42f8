/** Records: list, one, samples, comparison, verification, export, drills. Each is answered by the record desk. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  compareAnswerSchema,
  drillsAnswerSchema,
  recordAnswerSchema,
  recordsAnswerSchema,
  samplesSchema,
} from '../contract/record-answers.ts';
import type { App, Env, ServerParts } from '../parts.ts';
import type { RecordQuestion } from '../archive/record-work.ts';
import { exportFormats } from '../archive/record-work.ts';
import { personFor } from './guards.ts';
import { errorsOf, noParameters, nothing, reading, recordErrors, toldOf } from './routes.ts';
import type { RouteFacts } from './routes.ts';

const idSchema = z.string().regex(/^(?!\.)[\w.-]{1,80}$/, 'the identifier of a record');
const oneRecord = { query: noParameters, params: z.object({ id: idSchema }) } as const;
const mostCompared = 4;
const listErrors = ['FILE_UNREADABLE', 'TOO_BUSY', 'TOO_LARGE'] as const;
const oneErrors = [...recordErrors, 'TOO_LARGE'] as const;

const idsSchema = z
  .string()
  .max(400)
  .transform((text) => text.split(','))
  .pipe(z.array(idSchema).min(1).max(mostCompared));

type Asked<Question = RecordQuestion> = Question extends RecordQuestion
  ? Omit<Question, 'runningId'>
  : never;
/** The body comes as bytes, made and written out elsewhere; its form is the one of the route's schema. */
type Deliver = (c: Context<Env>, asked: Asked) => Promise<never>;

function delivery({ records, supervisor }: ServerParts) {
  return async (c: Context<Env>, asked: Asked): Promise<Response> => {
    personFor(c, 'see');
    const { session, treatmentId } = supervisor.state;
    const runningId = session === 'idle' ? null : treatmentId;
    const { bytes, type, fileName } = await records.ask({ ...asked, runningId });
    return c.body(inPieces(bytes), 200, {
      'Content-Type': type,
      'Content-Length': String(bytes.length),
      ...(fileName === null ? {} : { 'Content-Disposition': `attachment; filename="${fileName}"` }),
    });
  };
}

const pieceBytes = 65_536;

/** As fast as the reader takes it, and never copied as a whole: that of a large record would hold up everybody. */
function inPieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + pieceBytes));
      at += pieceBytes;
      if (at >= bytes.length) controller.close();
    },
  });
}

const told = {
  getRecords: {
    path: '/api/v1/records',
    id: 'getRecords',
    tag: 'records',
    summary: 'The newest records',
    description: 'Newest first; `older` counts those that are left out.',
    errors: listErrors,
  },
  compareRecords: {
    path: '/api/v1/records/compare',
    id: 'compareRecords',
    tag: 'records',
    summary: 'Records side by side',
    description: `Rows, phases and curves of up to ${mostCompared}.`,
    errors: oneErrors,
  },
  getRecord: {
    path: '/api/v1/records/{id}',
    id: 'getRecord',
    tag: 'records',
    summary: 'One record',
    description: 'Header, entries without samples, phases, and how far it can be trusted.',
    errors: oneErrors,
  },
  getSamples: {
    path: '/api/v1/records/{id}/samples',
    id: 'getSamples',
    tag: 'records',
    summary: 'Its curves',
    description: 'Columns of equal length, a value a second; null where there was no valid one.',
    errors: oneErrors,
  },
  getDrills: {
    path: '/api/v1/drills',
    id: 'getDrills',
    tag: 'records',
    summary: 'Drills, newest first',
    description: 'Faults that were injected on purpose, and what answered them.',
    errors: listErrors,
  },
} as const satisfies Readonly<Record<string, RouteFacts<string>>>;

export function addRecords(app: App, parts: ServerParts): void {
  const deliver = delivery(parts) as Deliver;
  const limit = z.coerce.number().int().min(1).max(200).default(25);
  const listQuery = { query: z.object({ limit }), params: noParameters } as const;
  app.openapi(reading(told.getRecords, recordsAnswerSchema, listQuery), (c) =>
    deliver(c, { kind: 'list', limit: c.req.valid('query').limit }),
  );
  const compareQuery = { query: z.object({ ids: idsSchema }), params: noParameters } as const;
  app.openapi(reading(told.compareRecords, compareAnswerSchema, compareQuery), (c) =>
    deliver(c, { kind: 'compare', ids: c.req.valid('query').ids }),
  );
  app.openapi(reading(told.getRecord, recordAnswerSchema, oneRecord), (c) =>
    deliver(c, { kind: 'record', id: c.req.valid('param').id }),
  );
  app.openapi(reading(told.getSamples, samplesSchema, oneRecord), (c) =>
    deliver(c, { kind: 'samples', id: c.req.valid('param').id }),
  );
  app.openapi(reading(told.getDrills, drillsAnswerSchema, nothing), (c) =>
    deliver(c, { kind: 'drills' }),
  );
  addExport(app, deliver);
}

const exportFacts = {
  path: '/api/v1/records/{id}/export',
  id: 'exportRecord',
  tag: 'records',
  summary: 'One record as a file',
  description:
    '`csv`: the measured values, once a second; `json`: everything; `html`: a report to read, print and file.',
  errors: oneErrors,
} as const;

/** Lines as they are in the record, without their hashes. */
const lineSchema = z.looseObject({ type: z.string() });
const exportedSchema = z.strictObject({
  id: z.string(),
  verification: z.looseObject({}),
  header: lineSchema.nullable(),
  events: z.array(lineSchema),
  samples: z.array(lineSchema),
  summary: lineSchema.nullable(),
});

function addExport(app: App, deliver: Deliver): void {
  const route = createRoute({
    method: 'get',
    ...toldOf('GET', exportFacts),
    request: {
      params: z.object({ id: idSchema }),
      query: z.object({ format: z.enum(exportFormats).default('csv') }),
    },
    responses: {
      200: {
        description: 'The file.',
        content: {
          'text/csv': { schema: z.string() },
          'application/json': { schema: exportedSchema },
          'text/html': { schema: z.string() },
        },
        headers: {
          'Content-Disposition': {
            description: 'The name of the file.',
            required: true,
            schema: { type: 'string' },
          },
        },
      },
      ...errorsOf('GET', exportFacts),
    },
  });
  app.openapi(route, (c) => {
    const { format } = c.req.valid('query');
    return deliver(c, { kind: 'export', id: c.req.valid('param').id, format });
  });
}
