/** The description of the API, from the code that checks its requests: the reference for whoever writes a client. */
import { createRoute, z } from '@hono/zod-openapi';
import { keptMs, mostKeptOfOne } from '../access/idempotency.ts';
import { paces } from '../access/attempts.ts';
import { lastsMs as sessionLastsMs } from '../access/sessions.ts';
import { apiErrorSchema } from '../contract/errors.ts';
import type { App, ServerParts } from '../parts.ts';
import { shareOfOne, usualStreams } from '../streams.ts';
import { answerWithinMs, usualStopWithinMs } from '../supervisor.ts';
import { usualAllowance } from './allowance.ts';
import { mostBodyBytes, sessionCookie, stopPath } from './guards.ts';
import { errorsOf, tags, toldOf } from './routes.ts';
import type { RouteFacts } from './routes.ts';

const seconds = (ms: number): string => `${ms / 1000} s`;
const grouped = (value: number): string => value.toLocaleString('en-GB');

/** How much of what is taken: one line each, for the description and docs/api.md. */
export const apiLimits = (): readonly string[] => {
  const { mostStreams, dropAfterMs } = usualStreams;
  const { atOnce, perS } = usualAllowance;
  const { address, person } = paces;
  return [
    `A body has at most ${mostBodyBytes / 1024} KiB, says its length beforehand, and is strict: an unknown field is an error (400). Unknown fields of answers are to be ignored.`,
    `One address may ask ${atOnce} times at once and ${perS} times a second; beyond that 429. STOP is never counted.`,
    `Passwords and codes: ${address.atOnce} tries at once from one address, then one every ${seconds(address.everyMs)}; ${person.atOnce} for one person, then one every ${seconds(person.everyMs)}; beyond that 429.`,
    `At most ${grouped(mostStreams)} event streams are open, ${grouped(mostStreams * shareOfOne)} of them of one account; a reader that takes nothing for ${seconds(dropAfterMs)} is let go.`,
    `The answers to ${mostKeptOfOne} idempotency keys of one person are kept, each for ${keptMs / 60_000} min.`,
    `A session ends ${sessionLastsMs / 3_600_000} h after its last request, and when the server is started anew.`,
    `The device has ${seconds(answerWithinMs)} to answer (504), and STOP ${seconds(usualStopWithinMs)} to be proven by the pins.`,
  ];
};

const opening = `The dashboard of one contrast device: it treats by cold and heat in turn. Not a cleared medical device.

STOP needs no session: \`POST ${stopPath}\`.

A treatment in eight steps:
1. \`POST /api/v1/session\` signs in; send the cookie that it sets with every further request.
2. \`GET /api/v1/events\` follows: state, and the lines of the record as they are written.
3. \`GET /api/v1/prescriptions\` and \`GET /api/v1/screening\` say what may be given, where, and what is asked before.
4. \`POST /api/v1/treatments\` prescribes; with \`screening\` in the same request, or by \`POST /api/v1/screening\` after it, the device tests itself and cools the plate.
5. When \`session\` is \`awaitingContact\`, put the plate on and send \`confirmContact\`.
6. Whenever \`skinCheck\` is not null, look at the skin and \`POST /api/v1/skin-check\`.
7. When \`outcome\` is not null, the treatment is over; \`coldFinish\` and \`phases\` say what was delivered.
8. \`acknowledgeEnd\` makes the device ready for the next one.

Whether a command would be taken now is told by \`offers\` of the state, with the reason where it would not.`;

const sessionScheme = {
  type: 'apiKey',
  in: 'cookie',
  name: sessionCookie,
  description:
    'Set by signing in (`POST /api/v1/session`), by the set-up, or by the door of a demonstration. Every POST is also refused (403 `WRONG_ORIGIN`) where it comes from a page of another site: `Origin`, where it is sent, must be the server’s own, and without it `Sec-Fetch-Site` must be missing, `none` or `same-origin`. A program sends neither. Any request but STOP is refused that calls the server by a name that is not its own.',
} as const;

const facts = {
  path: '/api/v1/openapi.json',
  id: 'getDescription',
  tag: 'device',
  summary: 'This document',
  description: 'OpenAPI 3.1, made from the code that checks the requests.',
} as const satisfies RouteFacts<string>;

const infoOf = (version: string) => ({
  title: 'Contrast Companion',
  version,
  summary: 'One contrast device: prescribe, screen, start, follow, stop, and read what happened.',
  description: `${opening}\n\nLimits:\n${apiLimits()
    .map((line) => `- ${line}`)
    .join('\n')}`,
  license: { name: 'MIT', identifier: 'MIT' },
});

/** The whole document. The routes are those that were added to the app before. */
export function descriptionOf(app: App, version: string): object {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: infoOf(version),
    servers: [{ url: '/', description: 'The server that sends this document.' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
  });
}

/** Made once: it takes longer than anything else that anybody may ask for. */
export function addDescription(app: App, { version }: ServerParts): void {
  // A schema can be named where it was made after the library had been loaded, and only there.
  app.openAPIRegistry.register('Error', z.strictObject(apiErrorSchema.shape));
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', sessionScheme);
  let text: string | null = null;
  const route = createRoute({
    method: 'get',
    ...toldOf('GET', facts),
    responses: {
      200: {
        description: 'Done.',
        content: { 'application/json': { schema: z.looseObject({ openapi: z.string() }) } },
      },
      ...errorsOf('GET', facts),
    },
  });
  app.openapi(route, (c) => {
    text ??= JSON.stringify(descriptionOf(app, version));
    return c.body(text, 200, { 'Content-Type': 'application/json' }) as never;
  });
}
