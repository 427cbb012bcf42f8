/** Everything that a session allows, STOP first. */
import { createRoute, z } from '@hono/zod-openapi';
import { commandAnswerSchema, stopAnswerSchema } from '../contract/answers.ts';
import type { CommandAnswer, StopAnswer } from '../contract/answers.ts';
import {
  emptySchema,
  faultRequestSchema,
  plainCommandSchema,
  screeningRequestSchema,
  simulationRequestSchema,
  startRequestSchema,
} from '../contract/requests.ts';
import type { DeviceRequest } from '../device/messages.ts';
import type { App, ServerParts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { personFor, stopPath } from './guards.ts';
import { doing, noParameters } from './routes.ts';
import { signedOff } from './sign-off.ts';

async function done({ supervisor }: ServerParts, request: DeviceRequest): Promise<CommandAnswer> {
  const reply = await supervisor.ask(request);
  if ('state' in reply) return { done: true, state: reply.state };
  throw new Refusal('DEFECT', { what: 'the device answered another question' });
}

export function addCommands(app: App, parts: ServerParts): void {
  addStop(app, parts);
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
  addSimulation(app, parts);
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

const cutThePower =
  'NOT CONFIRMED: cut the power. Take the plate off the skin, press the stop button, pull the plug.';

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
    const answer = await stop(parts, c.get('person')?.name ?? 'somebody who is not signed in');
    return c.json(answer, answer.confirmed ? 200 : 504);
  });
}

async function stop({ supervisor, stopWithinMs }: ServerParts, who: string): Promise<StopAnswer> {
  const startMs = performance.now();
  const tookMs = (): number => Math.round(performance.now() - startMs);
  try {
    const reply = await supervisor.ask({ type: 'stop', who }, stopWithinMs);
    if (!('stopped' in reply)) throw new Refusal('DEFECT', { what: 'that was no answer to STOP' });
    const ms = tookMs();
    const words = `stopped in ${(Math.ceil(ms / 100) / 10).toFixed(1)} s, power verified off`;
    return { confirmed: true, words, tookMs: ms, ...reply.stopped };
  } catch (thrown) {
    const silent = thrown instanceof Refusal && thrown.body.code === 'DEVICE_SILENT';
    // Whoever does not confirm renews no lease any more: the board drops its power by itself (law L5).
    if (silent) supervisor.kill();
    const unknown = { session: null, relayOpen: null, bridgeOff: null };
    return { confirmed: false, words: cutThePower, tookMs: tookMs(), ...unknown };
  }
}
