/** The event stream, and the state by itself for programs that only look once. */
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createRoute, z } from '@hono/zod-openapi';
import { liveStateSchema } from '../contract/live-state.ts';
import type { App, ServerParts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { personFor } from './guards.ts';
import { nothing, reading } from './routes.ts';

export function addEvents(app: App, { supervisor, streams }: ServerParts): void {
  app.openapi(
    reading('/api/v1/state', 'What the device does now', liveStateSchema, nothing),
    (c) => {
      personFor(c, 'see');
      return c.json(supervisor.state, 200);
    },
  );
  const route = createRoute({
    method: 'get',
    path: '/api/v1/events',
    summary: 'State and record, as they come (Server-Sent Events)',
    request: {
      headers: z.object({
        'last-event-id': z.string().max(80).optional().meta({
          description: 'The last line that is known, `TREATMENTID:SEQ`; what follows it is sent.',
        }),
      }),
    },
    responses: {
      200: {
        description: 'Events `state`, `treatment` and `record`.',
        content: { 'text/event-stream': { schema: z.string() } },
      },
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
