/** Everything that a session allows, STOP first. */
import { createRoute, z } from '@hono/zod-openapi';
import { commandAnswerSchema, stopAnswerSchema } from '../contract/answers.ts';
import { declinedAnswerSchema } from '../contract/declined.ts';
import type { CommandAnswer } from '../contract/answers.ts';
import {
  declinedRequestSchema,
  emptySchema,
  faultRequestSchema,
  plainCommandSchema,
  screeningRequestSchema,
  simulationRequestSchema,
  skinAnswerRequestSchema,
  startRequestSchema,
} from '../contract/requests.ts';
import type { DeviceRequest } from '../device/messages.ts';
import type { App, ServerParts } from '../parts.ts';
import { Refusal, reportIt } from '../refusal.ts';
import { declinedRows } from './declined-rows.ts';
import { personFor, stopPath } from './guards.ts';
import { doing, noParameters } from './routes.ts';
import { signedOff } from './sign-off.ts';
import { skinOwedIn } from './skin-look-routes.ts';

async function done({ supervisor }: ServerParts, request: DeviceRequest): Promise<CommandAnswer> {
  const reply = await supervisor.ask(request);
  if ('state' in reply) return { done: true, state: reply.state };
  throw new Refusal('DEFECT', { what: 'the device answered another question', fix: reportIt });
}

export function addCommands(app: App, parts: ServerParts): void {
  addStop(app, parts);
  addDeclined(app, parts);
  app.openapi(
    doing(
      '/api/v1/treatments',
      'Prescribe and begin',
      startRequestSchema,
      commandAnswerSchema,
      noParameters,
    ),
    async (c) => {
      const person = personFor(c, 'treat');
      const { screening, ...request } = c.req.valid('json');
      const asked =
        screening === undefined ? {} : { screening: await signedOff(c, parts, person, screening) };
      return c.json(
        await done(parts, { type: 'start', who: person.name, ...request, ...asked }),
        200,
      );
    },
  );
  app.openapi(
    doing(
      '/api/v1/screening',
      'Answer the screening',
      screeningRequestSchema,
      commandAnswerSchema,
      noParameters,
    ),
    async (c) => {
      const person = personFor(c, 'treat');
      const screening = await signedOff(c, parts, person, c.req.valid('json'));
      return c.json(await done(parts, { type: 'screen', who: person.name, screening }), 200);
    },
  );
  app.openapi(
    doing(
      '/api/v1/commands/{command}',
      'A command without anything to say',
      emptySchema,
      commandAnswerSchema,
      z.object({ command: plainCommandSchema }),
    ),
    async (c) => {
      const { name: who } = personFor(c, 'treat');
      const { command } = c.req.valid('param');
      return c.json(await done(parts, { type: 'plain', who, command }), 200);
    },
  );
  app.openapi(
    doing(
      '/api/v1/skin-check',
      'Say how the skin is',
      skinAnswerRequestSchema,
      commandAnswerSchema,
      noParameters,
    ),
    async (c) => {
      const { name: who } = personFor(c, 'treat');
      return c.json(await done(parts, { type: 'skin', who, ...c.req.valid('json') }), 200);
    },
  );
  addSimulation(app, parts);
}

/** What was shown to end in no treatment. */
function addDeclined(app: App, parts: ServerParts): void {
  app.openapi(
    doing(
      '/api/v1/screening/declined',
      'Keep answers that end in no treatment',
      declinedRequestSchema,
      declinedAnswerSchema,
      noParameters,
    ),
    async (c) => {
      const { name: who } = personFor(c, 'treat');
      await done(parts, { type: 'declined', who, ...c.req.valid('json') });
      return c.json({ declined: declinedRows((await skinOwedIn(parts)).declined) }, 200);
    },
  );
}

function addSimulation(app: App, parts: ServerParts): void {
  app.openapi(
    doing(
      '/api/v1/simulation',
      'Speed and stand-in',
      simulationRequestSchema,
      commandAnswerSchema,
      noParameters,
    ),
    async (c) => {
      const { name: who } = personFor(c, 'treat');
      return c.json(
        await done(parts, { type: 'simulation', who, change: c.req.valid('json') }),
        200,
      );
    },
  );
  for (const [path, summary, type] of [
    ['/api/v1/drills', 'Inject a fault on purpose', 'injectFault'],
    ['/api/v1/drills/clear', 'Put a fault right', 'clearFault'],
  ] as const) {
    const route = doing(path, summary, faultRequestSchema, commandAnswerSchema, noParameters);
    app.openapi(route, async (c) => {
      const { name: who } = personFor(c, 'drill');
      const { fault } = c.req.valid('json');
      return c.json(await done(parts, { type, who, fault }), 200);
    });
  }
}

/** No session, no role, no body (law L3). */
function addStop(app: App, parts: ServerParts): void {
  const stopped = { content: { 'application/json': { schema: stopAnswerSchema } } };
  const route = createRoute({
    method: 'post',
    path: stopPath,
    summary: 'STOP: instant, without a session, whatever is sent along',
    responses: {
      200: { description: 'Confirmed: power is off.', ...stopped },
      504: { description: 'Not confirmed: cut the power.', ...stopped },
    },
  });
  app.openapi(route, async (c) => {
    const name = c.get('person')?.name ?? null;
    const { supervisor, stopWithinMs } = parts;
    const presser = { name, address: c.get('address'), way: 'page' } as const;
    const answer = await supervisor.stop(presser, stopWithinMs);
    return c.json(answer, answer.confirmed ? 200 : 504);
  });
}
