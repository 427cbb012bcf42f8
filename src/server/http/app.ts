/** All routes together, what guards them, and how every error becomes its body. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { CompanionError, messageOf } from '../../errors.ts';
import { TooMany } from '../access/attempts.ts';
import { knownErrors } from '../contract/errors.ts';
import type { ErrorStatus } from '../contract/errors.ts';
import type { App, Env, ServerParts } from '../parts.ts';
import { Refusal, errorBodyOf } from '../refusal.ts';
import { addAccess } from './access-routes.ts';
import { addCommands } from './command-routes.ts';
import { addDescription } from './description.ts';
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

const describedFix = 'Send it as /api/v1/openapi.json describes it.';

/** Errors of the program that are in no table say that what was sent does not do. */
const statusFor = (code: string): ErrorStatus =>
  Object.entries(knownErrors).find(([name]) => name === code)?.[1].status ?? 422;

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
