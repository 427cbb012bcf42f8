/** What every request passes before a route sees it: where it comes from, how large it is, and who asks. */
import { isIP } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Person } from '../access/accounts.ts';
import { keyPattern } from '../access/idempotency.ts';
import { treatingRoles } from '../contract/requests.ts';
import type { Env, ServerParts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { clientAddress, hostOfOrigin, nameIn } from './addresses.ts';

export const sessionCookie = 'contrast_session';
export const stopPath = '/api/v1/stop';

/** A prescription text is the longest thing that anybody sends. */
export const mostBodyBytes = 64 * 1024;

/** No request of this page goes anywhere else but to the device's own STOP, and nothing else may show it inside itself. */
export const secureHeaders =
  ({ supervisor }: ServerParts): MiddlewareHandler<Env> =>
  async (c, next) => {
    await next();
    if (c.res.headers.get('x-hono-already-sent') !== null) return;
    const { stopPort } = supervisor.state;
    const stop = stopPort === null ? '' : ` ${stopSource(hostOf(c), stopPort)}`;
    c.header(
      'Content-Security-Policy',
      `default-src 'self'; connect-src 'self'${stop}; base-uri 'none'; form-action 'self'${stop}; frame-ancestors 'none'; object-src 'none'`,
    );
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    // What an answer says of people or of a treatment stays in no cache.
    if (c.req.path.startsWith('/api/')) c.header('Cache-Control', 'no-store');
  };

/** The grammar of the header has no room for an address of IPv6. */
const stopSource = (host: string, port: number): string => {
  const name = nameIn(host);
  return `http://${name.includes(':') ? '*' : name}:${port}`;
};

/** By which name this server was called; the front door has seen to it that there is one. */
function hostOf(c: Context<Env>): string {
  return (c.env.incoming.headers.host ?? 'localhost').toLowerCase();
}

/** Who asks, and over what: by the connection, or by the word of a proxy that is trusted. */
export const whence =
  ({ trustedProxies }: ServerParts): MiddlewareHandler<Env> =>
  async (c, next) => {
    const remote = c.env.incoming.socket.remoteAddress;
    const address = clientAddress(remote, c.req.header('x-forwarded-for'), trustedProxies);
    c.set('address', address);
    const byProxy = trustedProxies.has(clientAddress(remote, undefined, new Set()));
    c.set('encrypted', byProxy && c.req.header('x-forwarded-proto') === 'https');
    await next();
  };

/** STOP is pressed from pages of ours; by which name they were reached is no reason to wait. */
const isStop = (c: Context<Env>): boolean => c.req.path === stopPath;

/** A name that somebody else's name server points at this machine is no name of ours (DNS rebinding). */
export const knownHost =
  ({ hostNames }: ServerParts): MiddlewareHandler<Env> =>
  async (c, next) => {
    const name = nameIn(hostOf(c));
    if (!isStop(c) && isIP(name) === 0 && !hostNames.has(name)) {
      throw new Refusal('WRONG_ORIGIN', {
        what: `this server is not called "${name.slice(0, 60)}"`,
        where: 'Host',
        fix: 'Use its address, or localhost; or name it with --name where the server is started.',
      });
    }
    await next();
  };

/** Browsers say where a request comes from; a tool without a page says nothing, and carries no cookie by itself. */
export const sameOrigin =
  ({ givenNames }: ServerParts): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site') ?? 'none';
    const from = origin === undefined ? null : hostOfOrigin(origin);
    const same =
      origin === undefined
        ? site === 'none' || site === 'same-origin'
        : // A proxy may call us otherwise than the page was called: for STOP any name that we were given will do.
          from === hostOf(c) || (isStop(c) && from !== null && givenNames.has(nameIn(from)));
    if (!same) {
      throw new Refusal('WRONG_ORIGIN', {
        what: 'this request comes from another site',
        where: 'Origin',
        fix: 'Use the page that this server shows.',
      });
    }
    return next();
  };

/** By the length that is announced: node reads no more than that. STOP is heard whatever follows it. */
export const smallBody: MiddlewareHandler<Env> = async (c, next) => {
  const { method, path } = c.req;
  const bodiless = method === 'GET' || method === 'HEAD' || path === stopPath;
  const chunked = c.req.header('transfer-encoding') !== undefined;
  const bytes = Number(c.req.header('content-length') ?? 0);
  if (!bodiless && (chunked || !(bytes <= mostBodyBytes))) {
    throw new Refusal('TOO_LARGE', {
      what: chunked
        ? 'the length of the body must be said beforehand'
        : `the body is larger than ${mostBodyBytes / 1024} KiB`,
      where: 'Content-Length',
      fix: 'Send less.',
    });
  }
  await next();
};

/** STOP is taken in any form. */
export const jsonBody: MiddlewareHandler<Env> = async (c, next) => {
  const type = c.req.header('content-type') ?? '';
  const needed = c.req.method === 'POST' && c.req.path !== stopPath;
  if (needed && !/^application\/json\b/i.test(type)) {
    throw new Refusal('NOT_JSON', {
      what: 'the body must be JSON',
      where: 'Content-Type',
      fix: 'Send application/json; {} where there is nothing to say.',
    });
  }
  await next();
};

export const signedIn =
  ({ sessions }: ServerParts): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.set('person', sessions.personOf(getCookie(c, sessionCookie)));
    await next();
  };

/** What answers go without a session: they let somebody in, stop, or tell nothing. */
export const answeredAfresh = /\/(session|session\/end|setup|stop)$/;

export const onlyOnce =
  ({ idempotency }: ServerParts): MiddlewareHandler<Env> =>
  async (c, next) => {
    const key = c.req.header('idempotency-key');
    const { method, path } = c.req;
    const owner = c.get('person')?.name;
    if (method !== 'POST' || key === undefined || answeredAfresh.test(path)) return next();
    // Nobody has no answers to be kept.
    if (owner === undefined) return next();
    if (!keyPattern.test(key)) {
      const what = 'a key is 1 to 100 letters, digits and . _ : -';
      throw new Refusal('BAD_REQUEST', {
        what,
        where: 'Idempotency-Key',
        fix: 'Send such a key, or none.',
      });
    }
    const request = `${method} ${path}\n${await c.req.text()}`;
    const mine: { answer: Response | null } = { answer: null };
    const { status, body } = await idempotency.once(owner, key, request, async () => {
      await next();
      mine.answer = c.res;
      return { status: c.res.status, body: await c.res.clone().text() };
    });
    if (mine.answer !== null) return undefined;
    return new Response(body, { status, headers: { 'Content-Type': 'application/json' } });
  };

export type Deed = 'see' | 'treat' | 'drill' | 'makeAccounts';

const mayDo: Readonly<Record<Deed, (person: Person) => boolean>> = {
  see: () => true,
  treat: ({ role }) => treatingRoles.includes(role),
  drill: ({ role }) => role === 'engineer',
  makeAccounts: ({ mayMakeAccounts }) => mayMakeAccounts,
};

/** Who may, in words. */
export const needed: Readonly<Record<Deed, string>> = {
  see: 'any role',
  treat: 'operator, clinician or engineer',
  drill: 'engineer',
  makeAccounts: 'the account that was made first',
};

/** Who asks. @throws Refusal NOT_SIGNED_IN, ROLE_TOO_LOW */
export function personFor(c: Context<Env>, deed: Deed): Person {
  const person = c.get('person');
  if (person === null) {
    throw new Refusal('NOT_SIGNED_IN', {
      what: 'nobody is signed in here',
      fix: 'Sign in. STOP needs no session.',
    });
  }
  if (!mayDo[deed](person)) {
    throw new Refusal('ROLE_TOO_LOW', {
      what: `a ${person.role} may not do this; it takes ${needed[deed]}`,
      fix: 'Ask somebody who may. STOP needs no role.',
    });
  }
  return person;
}

/** What a path takes at least, before a byte of the body is read; the route itself may ask for more. */
const deeds: readonly (readonly [RegExp, Deed | null])[] = [
  [/^\/api\/v1\/(?:session(?:\/end)?|setup|stop|openapi\.json)$/, null],
  [/^\/api\/v1\/accounts\b/, 'makeAccounts'],
  [
    /^\/api\/v1\/(?:treatments|screening(?:\/declined)?|skin-check|skin-looks\/.*|simulation|commands\/.*)$/,
    'treat',
  ],
  [/^\/api\/v1\/drills(?:\/clear)?$/, 'drill'],
];

/** What it takes to ask for this; null: nothing. What of the API is not in the table takes somebody who is signed in. */
export function deedOf(method: string, path: string): Deed | null {
  if (!path.startsWith('/api/')) return null;
  const found = deeds.find(([pattern]) => pattern.test(path));
  const deed = found === undefined ? 'see' : found[1];
  const reads = method === 'GET' || method === 'HEAD';
  return reads && deed !== null && deed !== 'makeAccounts' ? 'see' : deed;
}

/** Who asks is checked before what they sent. */
export const allowed: MiddlewareHandler<Env> = async (c, next) => {
  const deed = deedOf(c.req.method, c.req.path);
  if (deed !== null) personFor(c, deed);
  await next();
};
