/** All routes together, what guards them, and how every error becomes its body. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { CompanionError, messageOf } from '../../errors.ts';
import { TooMany } from '../access/attempts.ts';
import type { ApiErrorCode } from '../contract/errors.ts';
import type { App, Env, ServerParts } from '../parts.ts';
import { Refusal, errorBodyOf } from '../refusal.ts';
import { addAccess } from './access-routes.ts';
import { addCommands } from './command-routes.ts';
import { addDevice } from './device-routes.ts';
import { addEvents } from './event-routes.ts';
import {
  allowed,
  jsonBody,
  knownHost,
  onlyOnce,
  sameOrigin,
  secureHeaders,
  signedIn,
  smallBody,
  whence,
} from './guards.ts';
import { addLimits } from './limit-routes.ts';
import { addPage, missing } from './page.ts';
import { addRecords } from './record-routes.ts';
import { addSkinLooks } from './skin-look-routes.ts';

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503 | 504;

const statusOf: Readonly<Record<ApiErrorCode, Status>> = {
  BAD_REQUEST: 400,
  NOT_JSON: 415,
  NOT_SIGNED_IN: 401,
  SIGN_IN_REFUSED: 401,
  ROLE_TOO_LOW: 403,
  NOT_THAT_PERSON: 403,
  WRONG_ORIGIN: 403,
  NOT_FOUND: 404,
  NOT_ALLOWED_NOW: 409,
  KEY_REUSED: 409,
  ALREADY_SET_UP: 409,
  NAME_TAKEN: 409,
  TOO_LARGE: 413,
  TOO_MANY_ATTEMPTS: 429,
  TOO_MANY_REQUESTS: 429,
  TOO_BUSY: 503,
  TOO_MANY_STREAMS: 503,
  DEVICE_LOST: 503,
  DEVICE_SILENT: 504,
  STOP_NOT_CONFIRMED: 504,
  DEFECT: 500,
};

/** Errors of the program that are no fault of the request's form. */
const programStatus: Readonly<Partial<Record<string, Status>>> = {
  RECORD_UNKNOWN: 404,
  BOARD_UNGUARDED: 409,
  GUARD_TRIPPED: 409,
  FILE_UNREADABLE: 500,
  FILE_UNWRITABLE: 500,
  RECORD_UNWRITABLE: 500,
  DEFECT: 500,
};

const describedFix = 'Send it as /api/v1/openapi.json describes it.';

function statusFor(code: string): Status {
  const known = Object.entries(statusOf).find(([name]) => name === code)?.[1];
  return known ?? programStatus[code] ?? 422;
}

export function appFor(parts: ServerParts, onDefect: (thrown: unknown) => void): App {
  const app: App = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
      const where = [...(issue?.path ?? []), ...keys.slice(0, 1)].map(String).join('.');
      const what = (issue?.message ?? 'not as it must be').replace(/\.$/, '');
      throw new Refusal('BAD_REQUEST', {
        what,
        where: where === '' ? result.target : where,
        fix: keys.length > 0 ? 'Leave that field out.' : describedFix,
      });
    },
  });
  app.onError((thrown, c) => refuse(c, thrown, onDefect));
  app.notFound((c) => refuse(c, missing(c.req.path), onDefect));
  app.use(secureHeaders(parts), whence(parts), knownHost(parts), sameOrigin(parts));
  // Who asks is known before anything is read of what they sent.
  app.use('/api/*', signedIn(parts), allowed, smallBody, jsonBody, onlyOnce(parts));
  app.use('/enter/*', signedIn(parts));
  addCommands(app, parts);
  addAccess(app, parts);
  addEvents(app, parts);
  addRecords(app, parts);
  addLimits(app, parts);
  addSkinLooks(app, parts);
  addDevice(app, parts);
  addDescription(app, parts);
  addPage(app, parts);
  return app;
}

/** Made once: it takes longer than anything else that anybody may ask for. */
function addDescription(app: App, { version }: ServerParts): void {
  let text: string | null = null;
  app.get('/api/v1/openapi.json', (c) => {
    text ??= JSON.stringify(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'Contrast Companion',
          version,
          description:
            'The dashboard of one contrast device. Not a cleared medical device. STOP needs no session: POST /api/v1/stop.',
        },
      }),
    );
    return c.body(text, 200, { 'Content-Type': 'application/json' });
  });
}

function refuse(c: Context<Env>, thrown: unknown, onDefect: (thrown: unknown) => void): Response {
  const known = knownError(thrown);
  const body = errorBodyOf(known);
  if (body.code === 'DEFECT') onDefect(thrown);
  if (known instanceof TooMany) c.header('Retry-After', String(known.retryAfterS));
  return c.json(body, statusFor(body.code));
}

function knownError(thrown: unknown): unknown {
  if (thrown instanceof Refusal || thrown instanceof CompanionError) return thrown;
  if (!(thrown instanceof HTTPException)) return thrown;
  const code = thrown.status === 413 ? 'TOO_LARGE' : 'BAD_REQUEST';
  return new Refusal(code, {
    what: messageOf(thrown).replace(/\.$/, ''),
    where: 'body',
    fix: describedFix,
  });
}
