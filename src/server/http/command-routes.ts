/** Everything that a session allows, STOP first. */
import { createRoute, z } from '@hono/zod-openapi';
import { commandAnswerSchema, stopAnswerSchema } from '../contract/answers.ts';
import { declinedAnswerSchema } from '../contract/declined.ts';
import type { CommandAnswer } from '../contract/answers.ts';
import type { KnownErrorCode } from '../contract/errors.ts';
import {
  declinedRequestSchema,
  emptySchema,
  faultRequestSchema,
  plainCommandSchema,
  plainCommandWords,
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
import { deviceErrors, doing, noParameters, refusals, toldOf } from './routes.ts';
import type { RouteFacts } from './routes.ts';
import { signedOff } from './sign-off.ts';
import { skinOwedIn } from './skin-look-routes.ts';

async function done({ supervisor }: ServerParts, request: DeviceRequest): Promise<CommandAnswer> {
  const reply = await supervisor.ask(request);
  if ('state' in reply) return { done: true, state: reply.state };
  throw new Refusal('DEFECT', { what: 'the device answered another question', fix: reportIt });
}

const commandWords = `The body is \`{}\`. ${Object.entries(plainCommandWords)
  .map(([command, words]) => `\`${command}\`: ${words}.`)
  .join(' ')}`;

/** What a start, or its screening, may be refused for. */
const startErrors = [
  ...deviceErrors,
  'PRESCRIPTION_UNKNOWN',
  'PRESCRIPTION_INVALID',
  'YAML_MALFORMED',
  'LIMITS_EXCEEDED',
  'LIMITS_INVALID',
  'SCREENING_DECLINED',
  'NOT_THAT_PERSON',
  'TOO_MANY_ATTEMPTS',
  'BOARD_UNGUARDED',
  'GUARD_TRIPPED',
  'FILE_UNREADABLE',
  'FILE_UNWRITABLE',
  'RECORD_UNWRITABLE',
] as const satisfies readonly KnownErrorCode[];

const told = {
  startTreatment: {
    path: '/api/v1/treatments',
    id: 'startTreatment',
    tag: 'treatment',
    summary: 'Prescribe and begin',
    description:
      'Prescribes, and the session begins with its screening. With `screening` that is answered at once, and the device tests itself; without it the session waits in `screening` for `POST /api/v1/screening`. `treatmentId` of the state in the answer names the record, as soon as there is one.',
    errors: startErrors,
  },
  answerScreening: {
    path: '/api/v1/screening',
    id: 'answerScreening',
    tag: 'treatment',
    summary: 'Answer the screening',
    description:
      'Of a treatment that waits in `screening`. Where the answers are clear, or a clinician decides, the device tests itself and cools the plate.',
    errors: startErrors,
  },
  sendCommand: {
    path: '/api/v1/commands/{command}',
    id: 'sendCommand',
    tag: 'treatment',
    summary: 'A command without anything to say',
    description: commandWords,
    errors: [...deviceErrors, 'GUARD_TRIPPED'],
  },
  answerSkinCheck: {
    path: '/api/v1/skin-check',
    id: 'answerSkinCheck',
    tag: 'treatment',
    summary: 'Say how the skin is',
    description:
      'Asked for whenever `skinCheck` of the state is not null: between two phases with the power off, in heat, and at the end. Unanswered in time, the treatment pauses or ends. `wrong` ends it; it may be said unasked.',
    errors: deviceErrors,
  },
  keepDeclined: {
    path: '/api/v1/screening/declined',
    id: 'keepDeclined',
    tag: 'treatment',
    summary: 'Keep answers that end in no treatment',
    description:
      'Sent before anybody changes an answer or leaves; without `start` they are of the session that waits for its screening. They are kept in a record, and nothing begins. The answer lists what was declined within the last day.',
    errors: startErrors,
  },
  changeSimulation: {
    path: '/api/v1/simulation',
    id: 'changeSimulation',
    tag: 'device',
    summary: 'Speed and stand-in',
    description: 'Virtual boards only. What is left out stays.',
    errors: deviceErrors,
  },
} as const satisfies Readonly<Record<string, RouteFacts<string>>>;

export function addCommands(app: App, parts: ServerParts): void {
  addStop(app, parts);
  addDeclined(app, parts);
  app.openapi(
    doing(told.startTreatment, startRequestSchema, commandAnswerSchema, noParameters),
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
    doing(told.answerScreening, screeningRequestSchema, commandAnswerSchema, noParameters),
    async (c) => {
      const person = personFor(c, 'treat');
      const screening = await signedOff(c, parts, person, c.req.valid('json'));
      return c.json(await done(parts, { type: 'screen', who: person.name, screening }), 200);
    },
  );
  app.openapi(
    doing(
      told.sendCommand,
      emptySchema,
      commandAnswerSchema,
      z.object({ command: plainCommandSchema }),
    ),
    async (c) => {
      const { name: who } = personFor(c, 'treat');
      const { command } = c.req.valid('param');
      return c.json(await done(parts, { type: 'wish', who, wish: { wish: command } }), 200);
    },
  );
  app.openapi(
    doing(told.answerSkinCheck, skinAnswerRequestSchema, commandAnswerSchema, noParameters),
    async (c) => {
      const { name: who } = personFor(c, 'treat');
      return c.json(
        await done(parts, {
          type: 'wish',
          who,
          wish: { wish: 'answerSkinCheck', ...c.req.valid('json') },
        }),
        200,
      );
    },
  );
  addSimulation(app, parts);
}

/** What was shown to end in no treatment. */
function addDeclined(app: App, parts: ServerParts): void {
  app.openapi(
    doing(told.keepDeclined, declinedRequestSchema, declinedAnswerSchema, noParameters),
    async (c) => {
      const { name: who } = personFor(c, 'treat');
      await done(parts, { type: 'declined', who, ...c.req.valid('json') });
      return c.json({ declined: declinedRows((await skinOwedIn(parts)).declined) }, 200);
    },
  );
}

function addSimulation(app: App, parts: ServerParts): void {
  app.openapi(
    doing(told.changeSimulation, simulationRequestSchema, commandAnswerSchema, noParameters),
    async (c) => {
      const { name: who } = personFor(c, 'treat');
      return c.json(
        await done(parts, { type: 'simulation', who, change: c.req.valid('json') }),
        200,
      );
    },
  );
  for (const [path, type, summary] of [
    ['/api/v1/drills', 'injectFault', 'Inject a fault on purpose'],
    ['/api/v1/drills/clear', 'clearFault', 'Put a fault right'],
  ] as const) {
    const description = 'Virtual boards only; `GET /api/v1/device` lists the faults.';
    const route = doing(
      { path, id: type, tag: 'device', summary, description, errors: deviceErrors },
      faultRequestSchema,
      commandAnswerSchema,
      noParameters,
    );
    app.openapi(route, async (c) => {
      const { name: who } = personFor(c, 'drill');
      const { fault } = c.req.valid('json');
      return c.json(await done(parts, { type, who, fault }), 200);
    });
  }
}

const stopFacts = {
  path: stopPath,
  id: 'stop',
  tag: 'stop',
  summary: 'STOP: instant, without a session, whatever is sent along',
  description:
    'Works in every state. Answered when the pins prove the power off (200), or when they have not in time (504, and then the power is to be cut). The same is heard past the server by the device itself: `POST /stop` at the port `stopPort` of the state.',
} as const;

/** No session, no role, no body (law L3). */
function addStop(app: App, parts: ServerParts): void {
  const stopped = { content: { 'application/json': { schema: stopAnswerSchema } } };
  const route = createRoute({
    method: 'post',
    ...toldOf('POST', stopFacts),
    responses: {
      200: { description: 'Confirmed: power is off.', ...stopped },
      504: { description: 'Not confirmed: cut the power.', ...stopped },
      // Only a page of another site is refused; anything that is sent along is ignored.
      ...refusals(['WRONG_ORIGIN', 'DEFECT']),
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
