/** Set-up, signing in and out, accounts. */
import { createRoute } from '@hono/zod-openapi';
import type { z } from '@hono/zod-openapi';
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
import { personFor, sessionCookie } from './guards.ts';
import { doing, noParameters, nothing, reading, setsCookie } from './routes.ts';
import type { RouteFacts } from './routes.ts';
import { addressOf, personByPassword } from './sign-off.ts';

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

/** The code is used up when the account is on disk, not before; while one is being made there is no second. */
async function setUp(
  c: Context<Env>,
  { accounts, attempts, codes }: ServerParts,
  { code, name, password, role }: z.output<typeof setupRequestSchema>,
): Promise<Person> {
  if (codes.setup === null || !accounts.none) {
    throw new Refusal('ALREADY_SET_UP', {
      what: 'the first account exists already',
      fix: 'Sign in. Who made it can make others.',
    });
  }
  const attempt = attempts.begin('the set-up code', addressOf(c));
  if (!isCode(code, codes.setup)) {
    throw attempt.late ?? refused('this is not the code that the terminal shows');
  }
  attempt.succeeded();
  const person = { name, role, mayMakeAccounts: true };
  const kept = codes.setup;
  codes.setup = null;
  try {
    await accounts.add(person, password);
  } catch (thrown) {
    codes.setup = kept;
    throw thrown;
  }
  return person;
}

const told = {
  getSession: {
    path: '/api/v1/session',
    id: 'getSession',
    tag: 'access',
    summary: 'Who is signed in here',
    description: '`person` is null without a session; `setupNeeded` where no account exists yet.',
  },
  setUp: {
    path: '/api/v1/setup',
    id: 'setUp',
    tag: 'access',
    summary: 'Make the first account',
    description:
      'With the code that the terminal shows; whoever is made so is signed in, and may make other accounts.',
    errors: [
      'SIGN_IN_REFUSED',
      'TOO_MANY_ATTEMPTS',
      'ALREADY_SET_UP',
      'TOO_BUSY',
      'FILE_UNWRITABLE',
    ],
  },
  signIn: {
    path: '/api/v1/session',
    id: 'signIn',
    tag: 'access',
    summary: 'Sign in',
    description: 'The answer sets the cookie of the session.',
    errors: ['SIGN_IN_REFUSED', 'TOO_MANY_ATTEMPTS', 'TOO_BUSY'],
  },
  signOut: {
    path: '/api/v1/session/end',
    id: 'signOut',
    tag: 'access',
    summary: 'Sign out',
    description: 'The answer takes the cookie away.',
  },
  getAccounts: {
    path: '/api/v1/accounts',
    id: 'getAccounts',
    tag: 'access',
    summary: 'All accounts',
    description: 'Names and roles.',
  },
  makeAccount: {
    path: '/api/v1/accounts',
    id: 'makeAccount',
    tag: 'access',
    summary: 'Make an account',
    description: 'The answer lists all of them.',
    errors: ['NAME_TAKEN', 'TOO_BUSY', 'FILE_UNWRITABLE'],
  },
} as const satisfies Readonly<Record<string, RouteFacts<string>>>;

export function addAccess(app: App, parts: ServerParts): void {
  const { sessions } = parts;
  app.openapi(reading(told.getSession, sessionAnswerSchema, nothing), (c) =>
    c.json(answerFor(c.get('person'), parts), 200),
  );
  app.openapi(
    doing(told.setUp, setupRequestSchema, sessionAnswerSchema, noParameters, setsCookie),
    async (c) => {
      const person = await setUp(c, parts, c.req.valid('json'));
      letIn(c, parts, person);
      return c.json(answerFor(person, parts), 200);
    },
  );
  app.openapi(
    doing(told.signIn, signInRequestSchema, sessionAnswerSchema, noParameters, setsCookie),
    async (c) => {
      const { name, password } = c.req.valid('json');
      const person = await personByPassword(c, parts, name, password);
      if (person === null) throw refused('name or password are not right');
      letIn(c, parts, person);
      return c.json(answerFor(person, parts), 200);
    },
  );
  app.openapi(
    doing(told.signOut, emptySchema, sessionAnswerSchema, noParameters, setsCookie),
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
  app.openapi(reading(told.getAccounts, accountsAnswerSchema, nothing), (c) => {
    personFor(c, 'makeAccounts');
    return c.json({ accounts: accounts.list() }, 200);
  });
  app.openapi(
    doing(told.makeAccount, newAccountRequestSchema, accountsAnswerSchema, noParameters),
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
    // A way to the page, and none of the API.
    hide: true,
  });
  app.openapi(route, (c) => {
    const { codes, attempts } = parts;
    const { enter } = codes;
    if (c.get('person') === null) {
      const attempt = attempts.begin('the door of the demonstration', addressOf(c));
      if (enter === null || !isCode(c.req.param('code'), enter.code)) {
        throw (
          attempt.late ??
          refused('this code was used already, or is not the one that the terminal shows')
        );
      }
      attempt.succeeded();
      codes.enter = null;
      letIn(c, parts, enter.person);
    }
    return c.redirect('/', 303);
  });
}
