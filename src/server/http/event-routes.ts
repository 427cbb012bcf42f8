/** The event stream, and the state by itself for programs that only look once. */
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createRoute, z } from '@hono/zod-openapi';
import { serverEventSchema } from '../contract/events.ts';
import { liveStateSchema } from '../contract/live-state.ts';
import { busyPublishMs, restPublishMs } from '../device/host.ts';
import { heartbeatMs, retryMs } from '../streams.ts';
import type { App, ServerParts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { personFor } from './guards.ts';
import { errorsOf, nothing, reading, toldOf } from './routes.ts';

const streamFacts = {
  path: '/api/v1/events',
  id: 'followEvents',
  tag: 'watching',
  summary: 'State and record, as they come (Server-Sent Events)',
  description: `Server-Sent Events of three names, each with JSON as its data (schema ServerEvent).

- \`state\`: the newest LiveState, without an event id. It comes when something changes, at most every ${busyPublishMs} ms, and at least every ${restPublishMs / 1000} s; a slow reader skips some. Who hears nothing for 3 s has lost the device.
- \`treatment\`: the lines that follow are of this record, from line \`fromSeq\` on; what was drawn of another one is to be dropped.
- \`record\`: one line of the record, as it is on disk, with the event id \`TREATMENTID:SEQ\`. Every line comes, in order, none twice.

Reconnect: the stream asks to wait ${retryMs} ms. Send the id of the last \`record\` as \`Last-Event-ID\` (browsers do it by themselves), and exactly the lines after it follow, live or replayed, of that record and of the next. A comment line every ${heartbeatMs / 1000} s keeps the connection alive.`,
  errors: ['TOO_MANY_STREAMS'],
} as const;

/** What the bytes mean is told by `contentSchema`; each event is one of these, by its name and data. */
const streamSchema = z.string().meta({
  contentMediaType: 'text/event-stream',
  contentSchema: { $ref: '#/components/schemas/ServerEvent' },
});

export function addEvents(app: App, { supervisor, streams }: ServerParts): void {
  const events = z.discriminatedUnion('event', serverEventSchema.options);
  app.openAPIRegistry.register('ServerEvent', events);
  app.openapi(
    reading(
      {
        path: '/api/v1/state',
        id: 'getState',
        tag: 'watching',
        summary: 'What the device does now',
        description: 'Once, for programs that only look; `GET /api/v1/events` follows it.',
      },
      liveStateSchema,
      nothing,
    ),
    (c) => {
      personFor(c, 'see');
      return c.json(supervisor.state, 200);
    },
  );
  const route = createRoute({
    method: 'get',
    ...toldOf('GET', streamFacts),
    request: {
      headers: z.object({
        'last-event-id': z.string().max(80).optional().meta({
          description:
            'The last line that is known, `TREATMENTID:SEQ`; what follows it is sent. Without it, or where nobody knows it, the whole record of the present treatment, or of the last one, comes first.',
        }),
      }),
    },
    responses: {
      200: {
        description: 'Open until one side ends it.',
        content: { 'text/event-stream': { schema: streamSchema } },
      },
      ...errorsOf('GET', streamFacts),
    },
  });
  app.openapi(route, (c) => {
    const { name } = personFor(c, 'see');
    if (streams.isFullFor(name)) {
      throw new Refusal('TOO_MANY_STREAMS', {
        what: 'too many pages are watching',
        fix: 'Close some; STOP works without the stream.',
      });
    }
    streams.open(c.env.outgoing, name, c.req.header('last-event-id') ?? null);
    return RESPONSE_ALREADY_SENT;
  });
}
