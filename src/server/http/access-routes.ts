/** Set-up, signing in and out, accounts. */
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Person } from '../access/accounts.ts';
import { isCode } from '../access/sessions.ts';
import { accountsAnswerSchema, sessionAnswerSchema } from '../contract/answers.ts';
import type { SessionAnswer } from '../contract/answers.ts';
import { emptySchema, newAccountRequestSchema } from '../contract/requests.ts';
import { setupRequestSchema, signInRequestSchema } from '../contract/requests.ts';
import type { App, Env, ServerParts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { countedAs } from './addresses.ts';
import { personFor, sessionCookie } from './guards.ts';
import { doing, noParameters, nothing, reading } from './routes.ts';

/** Whoever asks, as far as it can be told. */
const addressOf = (c: Context<Env>): string => countedAs(c.get('address'));

const refused = (what: string): Refusal =>
  new Refusal('SIGN_IN_REFUSED', { what, fix: 'Try again. STOP needs no session.' });

function letIn(c: Context<Env>, { sessions }: ServerParts, person: Person): void {
  sessions.end(getCookie(c, sessionCookie));
  setCookie(c, sessionCookie, sessions.begin(person), {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    ...(c.get('encrypted') ? { secure: true } : {}),
  });
}

const answerFor = (
  person: Person | null,
  { accounts, version, codes }: ServerParts,
): SessionAnswer => ({
  person,
  setupNeeded: codes.setup !== null && accounts.none,
  version,
});

export function addAccess(app: App, parts: ServerParts): void {
  const { accounts, attempts, sessions, codes } = parts;
  app.openapi(
    reading('/api/v1/session', 'Who is signed in here', sessionAnswerSchema, nothing),
    (c) => c.json(answerFor(c.get('person'), parts), 200),
  );
  app.openapi(
    doing(
      '/api/v1/setup',
      'Make the first account',
      setupRequestSchema,
      sessionAnswerSchema,
      noParameters,
    ),
    async (c) => {
      const { code, name, password, role } = c.req.valid('json');
      const keys = [`setup from ${addressOf(c)}`];
      if (codes.setup === null || !accounts.none) {
        throw new Refusal('ALREADY_SET_UP', { what: 'the first account exists already' });
      }
      attempts.take(keys);
      if (!isCode(code, codes.setup)) throw refused('this is not the code that the terminal shows');
      codes.setup = null;
      const person = { name, role, mayMakeAccounts: true };
      await accounts.add(person, password);
      attempts.clear(keys);
      letIn(c, parts, person);
      return c.json(answerFor(person, parts), 200);
    },
  );
  app.openapi(
    doing('/api/v1/session', 'Sign in', signInRequestSchema, sessionAnswerSchema, noParameters),
    async (c) => {
      const { name, password } = c.req.valid('json');
      const keys = [`name ${name.toLowerCase()}`, `address ${addressOf(c)}`];
      attempts.take(keys);
      const person = await accounts.personWith(name, password);
      if (person === null) throw refused('name or password are not right');
      attempts.clear(keys);
      letIn(c, parts, person);
      return c.json(answerFor(person, parts), 200);
    },
  );
  app.openapi(
    doing('/api/v1/session/end', 'Sign out', emptySchema, sessionAnswerSchema, noParameters),
    (c) => {
      sessions.end(getCookie(c, sessionCookie));
      deleteCookie(c, sessionCookie, { path: '/' });
      return c.json(answerFor(null, parts), 200);
    },
  );
  addAccounts(app, parts);
  addDoor(app, parts);
}

function addAccounts(app: App, { accounts }: ServerParts): void {
  app.openapi(reading('/api/v1/accounts', 'All accounts', accountsAnswerSchema, nothing), (c) => {
    personFor(c, 'makeAccounts');
    return c.json({ accounts: accounts.list() }, 200);
  });
  app.openapi(
    doing(
      '/api/v1/accounts',
      'Make an account',
      newAccountRequestSchema,
      accountsAnswerSchema,
      noParameters,
    ),
    async (c) => {
      personFor(c, 'makeAccounts');
      const { name, password, role } = c.req.valid('json');
      await accounts.add({ name, role, mayMakeAccounts: false }, password);
      return c.json({ accounts: accounts.list() }, 200);
    },
  );
}

/** The address that a demonstration prints: it lets its first caller in, and nobody after. */
function addDoor(app: App, parts: ServerParts): void {
  const route = createRoute({
    method: 'get',
    path: '/enter/{code}',
    summary: 'Sign in with the one-time code of a demonstration',
    responses: { 303: { description: 'Go to the page.' } },
  });
  app.openapi(route, (c) => {
    const { codes, attempts } = parts;
    const { enter } = codes;
    if (c.get('person') === null) {
      attempts.take([`enter from ${addressOf(c)}`]);
      if (enter === null || !isCode(c.req.param('code'), enter.code)) {
        throw refused('this code was used already, or is not the one that the terminal shows');
      }
      codes.enter = null;
      letIn(c, parts, enter.person);
    }
    return c.redirect('/', 303);
  });
}
