/** What the routes work with. */
import type { HttpBindings } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Accounts, Person } from './access/accounts.ts';
import type { Attempts } from './access/attempts.ts';
import type { Idempotency } from './access/idempotency.ts';
import type { Sessions } from './access/sessions.ts';
import type { RecordDesk } from './archive/record-desk.ts';
import type { Streams } from './streams.ts';
import type { Supervisor } from './supervisor.ts';

/** Codes that open a door once. */
export interface Codes {
  /** Makes the first account; null where there is one. */
  setup: string | null;
  /** Signs a demonstration in; null where it is used or was never given. */
  enter: { readonly code: string; readonly person: Person } | null;
}

export interface ServerParts {
  readonly supervisor: Supervisor;
  readonly streams: Streams;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly idempotency: Idempotency;
  readonly records: RecordDesk;
  readonly codes: Codes;
  readonly version: string;
  readonly recordsFolder: string;
  /** Simulated sessions count too. */
  readonly history: boolean;
  readonly limitsFile: string | null;
  readonly board: string;
  /** The built page. */
  readonly webFolder: string;
  /** Names by which this server may be called, besides addresses. */
  readonly hostNames: ReadonlySet<string>;
  /** Those of them that were given on purpose. */
  readonly givenNames: ReadonlySet<string>;
  /** Addresses of proxies whose word on who asks is taken. */
  readonly trustedProxies: ReadonlySet<string>;
  readonly stopWithinMs: number;
}

export interface Env {
  Bindings: HttpBindings;
  Variables: {
    person: Person | null;
    /** Who asks, as far as the network and the proxies that are trusted tell. */
    address: string;
    /** The proxy that is trusted says that it was asked over TLS. */
    encrypted: boolean;
  };
}
export type App = OpenAPIHono<Env>;
