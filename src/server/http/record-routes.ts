/** Records: list, one, samples, comparison, verification, export, drills. */
import { createRoute, z } from '@hono/zod-openapi';
import {
  compareAnswerSchema,
  drillsAnswerSchema,
  recordAnswerSchema,
  recordsAnswerSchema,
  samplesSchema,
} from '../contract/answers.ts';
import type { RecordAnswer, Samples } from '../contract/answers.ts';
import { phasesOf } from '../../records/course.ts';
import { csvOf, jsonOf } from '../../records/export.ts';
import { headerOf, linesOf, summaryOf } from '../../records/outcome.ts';
import { toldOnce } from '../../records/repeats.ts';
import { reportOf } from '../../report/report.ts';
import { readRecord } from '../../records/store.ts';
import type { StoredRecord } from '../../records/store.ts';
import { drillsIn } from '../device/drill-watch.ts';
import type { App, ServerParts } from '../parts.ts';
import { personFor } from './guards.ts';
import { noParameters, nothing, reading } from './routes.ts';

const idSchema = z.string().regex(/^(?!\.)[\w.-]{1,80}$/, 'the identifier of a record');
const oneRecord = { query: noParameters, params: z.object({ id: idSchema }) } as const;
const mostCompared = 4;

const idsSchema = z
  .string()
  .max(400)
  .transform((text) => text.split(','))
  .pipe(z.array(idSchema).min(1).max(mostCompared));

export function addRecords(app: App, parts: ServerParts): void {
  const { records, recordsFolder } = parts;
  const limit = z.coerce.number().int().min(1).max(200).default(25);
  const listQuery = { query: z.object({ limit }), params: noParameters } as const;
  app.openapi(
    reading('/api/v1/records', 'The newest records', recordsAnswerSchema, listQuery),
    async (c) => {
      personFor(c, 'see');
      const { rows, older } = await records.newest(c.req.valid('query').limit);
      return c.json({ records: rows, older }, 200);
    },
  );
  const compareQuery = { query: z.object({ ids: idsSchema }), params: noParameters } as const;
  app.openapi(
    reading('/api/v1/records/compare', 'Records side by side', compareAnswerSchema, compareQuery),
    (c) => {
      personFor(c, 'see');
      const { ids } = c.req.valid('query');
      const compared = ids.map((id) => {
        const record = readRecord(recordsFolder, id);
        const { lines } = record.verification;
        const touched = linesOf(lines, 'state').find(({ to }) => to.startsWith('treating'));
        return {
          row: records.rowOf(record),
          phases: phasesOf(lines),
          contactAtS: touched?.t ?? null,
          samples: samplesOf(record),
        };
      });
      return c.json({ records: compared }, 200);
    },
  );
  app.openapi(reading('/api/v1/records/{id}', 'One record', recordAnswerSchema, oneRecord), (c) => {
    personFor(c, 'see');
    return c.json(recordOf(readRecord(recordsFolder, c.req.valid('param').id), parts), 200);
  });
  app.openapi(
    reading('/api/v1/records/{id}/samples', 'Its curves', samplesSchema, oneRecord),
    (c) => {
      personFor(c, 'see');
      return c.json(samplesOf(readRecord(recordsFolder, c.req.valid('param').id)), 200);
    },
  );
  app.openapi(
    reading('/api/v1/drills', 'Drills, newest first', drillsAnswerSchema, nothing),
    async (c) => {
      personFor(c, 'see');
      return c.json({ drills: (await records.newest(200)).drills }, 200);
    },
  );
  addExport(app, parts);
}

function recordOf(record: StoredRecord, { records }: ServerParts): RecordAnswer {
  const { verification } = record;
  const { lines, text, because, provenLines } = verification;
  const row = records.rowOf(record);
  const shown = new Set(['header', 'sample', 'summary']);
  return {
    row,
    verification: { verdict: row.verdict, text, because, provenLines },
    header: { ...headerOf(lines) },
    summary: summaryOf(lines) === undefined ? null : { ...summaryOf(lines) },
    phases: phasesOf(lines),
    entries: toldOnce(lines.filter(({ type }) => !shown.has(type))).map(({ line, times }) => ({
      ...line,
      times,
    })),
    drills: drillsIn(linesOf(lines, 'note')),
  };
}

function samplesOf({ id, verification }: StoredRecord): Samples {
  const samples = linesOf(verification.lines, 'sample');
  return {
    id,
    tS: samples.map(({ t }) => t),
    plateAC: samples.map(({ plateAC }) => plateAC),
    plateBC: samples.map(({ plateBC }) => plateBC),
    heatsinkC: samples.map(({ heatsinkC }) => heatsinkC),
    setpointC: samples.map(({ setpointC }) => setpointC),
    drive: samples.map(({ drive }) => drive),
    cem43Min: samples.map(({ cem43Min }) => cem43Min),
  };
}

/** The formats of `contrast records export`; each is a file to keep, and none is shown as a page of this server. */
const documents = {
  csv: {
    type: 'text/csv; charset=utf-8',
    write: ({ verification }: StoredRecord) => csvOf(verification.lines),
  },
  json: { type: 'application/json', write: jsonOf },
  html: { type: 'text/html; charset=utf-8', write: reportOf },
} as const;

function addExport(app: App, { recordsFolder }: ServerParts): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/records/{id}/export',
    summary: 'One record as a file',
    request: {
      params: z.object({ id: idSchema }),
      query: z.object({ format: z.enum(['csv', 'json', 'html']).default('csv') }),
    },
    responses: {
      200: {
        description: 'The file.',
        content: {
          'text/csv': { schema: z.string() },
          'application/json': { schema: z.string() },
          'text/html': { schema: z.string() },
        },
      },
    },
  });
  app.openapi(route, (c) => {
    personFor(c, 'see');
    const { format } = c.req.valid('query');
    const record = readRecord(recordsFolder, c.req.valid('param').id);
    const { type, write } = documents[format];
    // The columns of the table are fixed; its name says that no patient is in it.
    const mark = headerOf(record.verification.lines)?.simulated === true ? '-SIMULATED' : '';
    return new Response(write(record), {
      headers: {
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="${record.id}${mark}.${format}"`,
      },
    });
  });
}
