/** Who may what over the network, for how long, and what counts as a proof there. */
const expiry = 'tests/server/expiry.test.ts';
const front = 'tests/server/front.test.ts';
const options = 'tests/cli/serve-options.test.ts';

export const server = [
  {
    what: 'the dashboard listens to the whole network unless it is told otherwise',
    path: 'src/cli/serve.ts',
    from: "'127.0.0.1',\n      )",
    to: "'0.0.0.0',\n      )",
    noticedBy: [options],
  },
  {
    what: 'a proxy that is named is not believed: the option has no effect',
    path: 'src/cli/serve.ts',
    from: 'trustedProxies: trustProxy,',
    to: 'trustedProxies: trustProxy.slice(0, 0),',
    noticedBy: [options],
  },
  {
    what: 'a session in use is prolonged by more than it has left',
    path: 'src/server/access/sessions.ts',
    from: '{ ...session, untilMs: nowMs + lastsMs }',
    to: '{ ...session, untilMs: session.untilMs + lastsMs }',
    noticedBy: [expiry],
  },
  {
    what: 'a guard’s word that came before the press proves that it worked',
    path: 'src/treatment/host/power-proof.ts',
    from: 'guard.atMs > sinceMs && guard.powerOff',
    to: 'guard.atMs <= sinceMs && guard.powerOff',
    noticedBy: [expiry],
  },
  {
    what: 'STOP is confirmed while the session still permits power',
    path: 'src/treatment/host/stop-proof.ts',
    from: "if (now !== null && permissionOf(now) !== 'none') return false;",
    to: "if (now !== null && permissionOf(now) === 'heatAndCool') return false;",
    noticedBy: ['tests/server/stop-proof.test.ts'],
  },
  {
    what: 'whoever may treat may inject faults',
    path: 'src/server/http/guards.ts',
    from: "drill: ({ role }) => role === 'engineer'",
    to: 'drill: ({ role }) => treatingRoles.includes(role)',
    noticedBy: ['tests/server/access.test.ts'],
  },
  {
    what: 'another site may show the page inside itself',
    path: 'src/server/http/guards.ts',
    from: "frame-ancestors 'none'; ",
    to: '',
    noticedBy: ['tests/server/headers.test.ts'],
  },
  {
    what: 'a page of a neighbouring name may send commands',
    path: 'src/server/http/guards.ts',
    from: "site === 'none' || site === 'same-origin'",
    to: "site === 'none' || site.startsWith('same-')",
    noticedBy: [front],
  },
  {
    what: 'anybody may say that a connection is encrypted',
    path: 'src/server/http/guards.ts',
    from: "byProxy && c.req.header('x-forwarded-proto') === 'https'",
    to: "(byProxy || address !== '') && c.req.header('x-forwarded-proto') === 'https'",
    noticedBy: [front],
  },
  {
    what: 'whoever sends a name with STOP has pressed it under that name',
    path: 'src/server/stop/listener.ts',
    from: 'if (vouched?.key === this.#options.key) {',
    to: 'if (vouched != null) {',
    noticedBy: ['tests/server/stop-listener.test.ts'],
  },
  {
    what: 'whoever opens a page too many signs out somebody else',
    path: 'src/server/access/sessions.ts',
    from: 'mine.length >= mostOfOne ? mine[0] : keys[0]',
    to: 'keys[0]',
    noticedBy: [expiry],
  },
  {
    what: 'who guesses from a usual place is hardly slowed down',
    path: 'src/server/access/attempts.ts',
    from: 'everyMs: 2000',
    to: 'everyMs: 20',
    noticedBy: ['tests/server/attempts.test.ts'],
  },
  {
    what: 'whoever signs in anew leaves the session before behind',
    path: 'src/server/http/access-routes.ts',
    from: '): void {\n  sessions.end(getCookie(c, sessionCookie));\n',
    to: '): void {\n',
    noticedBy: ['tests/server/access.test.ts'],
  },
  {
    what: 'a body of no length that is said may be of any',
    path: 'src/server/http/guards.ts',
    from: '!bodiless && (chunked || !(bytes',
    to: '!bodiless && (!(bytes',
    noticedBy: [front],
  },
];
