/** A real server on a free port, with the real device process, and somebody at a browser. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LiveState } from '../../src/server/contract/live-state.ts';
import { hashPassword } from '../../src/server/access/passwords.ts';
import { roles } from '../../src/server/contract/requests.ts';
import type { Role } from '../../src/server/contract/requests.ts';
import type { DeviceOptions } from '../../src/server/device/messages.ts';
import { checkEvent, checkExchange } from './contract.ts';
import { startServer } from '../../src/server/serve.ts';
import type { Running, ServeOptions } from '../../src/server/serve.ts';

/** The compiled device process; the global set-up has built it. */
export const processUrl = new URL('../../dist/src/server/device/process.js', import.meta.url);

/** As short as the limits allow, so that whole treatments are quick: three phases of three minutes. */
export const prescription = {
  yaml: [
    'name: short',
    'rotations: 1',
    'cold: { setpointC: 15, minutes: 3 }',
    'hot: { setpointC: 38, minutes: 3 }',
    'finalCold: { minutes: 3 }',
    'rampCPerS: 0.25',
  ].join('\n'),
};

export const password = 'correct horse battery';

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'contrast-server-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export const deviceOptions = (
  folder: string,
  more: Partial<DeviceOptions> = {},
): DeviceOptions => ({
  board: 'simulated',
  rig: 'reference',
  seed: 1,
  // As fast as this machine can.
  speed: 5000,
  bench: false,
  standIn: true,
  history: false,
  recordsFolder: folder,
  limitsFile: null,
  version: '0.0.0-test',
  ...more,
});

/** Where a device process that a test starts by itself hears STOP. */
export const stopWay = { host: '127.0.0.1', port: 0, onlyThisPort: false, key: 'of the test' };

interface Wishes extends Partial<Omit<ServeOptions, 'device'>> {
  readonly device?: Partial<DeviceOptions>;
  /** Where another server kept its records before. */
  readonly folder?: string;
  /** Somebody has made accounts before: one for each role, and some more. */
  readonly accounts?: boolean;
}

/** One hash for all of them: it is made to be slow. */
const hashed = hashPassword(password);
const known: readonly (readonly [name: string, role: Role])[] = [
  ...roles.map((role) => [`the ${role}`, role] as const),
  ['Ann', 'operator'],
  ['Bob', 'clinician'],
  ['Eve', 'engineer'],
];

async function writeAccounts(folder: string): Promise<void> {
  const secret = await hashed;
  const accounts = known.map(([name, role]) => ({ name, role, mayMakeAccounts: false, ...secret }));
  writeFileSync(join(folder, 'accounts.json'), JSON.stringify({ version: 1, accounts }));
}

export interface TestServer extends Running {
  readonly folder: string;
  /** Ann (operator), Bob (clinician), Eve (engineer), or `the ROLE`, signed in. */
  readonly person: (name: string) => Promise<Browser>;
  readonly nobody: () => Browser;
  /** The first state, from now on, that matches. */
  readonly state: (matches: (state: LiveState) => boolean) => Promise<LiveState>;
  /** The lines on disk. */
  readonly record: (id: string) => string[];
}

export async function server({
  device,
  accounts = true,
  folder = newFolder(),
  ...wishes
}: Wishes = {}): Promise<TestServer> {
  if (accounts) await writeAccounts(folder);
  const defects: unknown[] = [];
  const running = await startServer({
    host: '127.0.0.1',
    port: 0,
    demo: null,
    onDefect: (thrown) => void defects.push(thrown),
    processUrl,
    webFolder: join(folder, 'no-page'),
    ...wishes,
    device: deviceOptions(folder, device),
  });
  onTestFinished(async () => {
    await running.close('the end of the test');
    if (defects.length > 0) throw defects[0];
  });
  return { ...running, folder, ...people(running), ...watching(running, folder) };
}

function people({ url }: Running): Pick<TestServer, 'person' | 'nobody'> {
  return {
    nobody: () => new Browser(url),
    async person(name) {
      const browser = new Browser(url);
      await browser.done('/api/v1/session', { name, password });
      return browser;
    },
  };
}

function watching(running: Running, folder: string): Pick<TestServer, 'state' | 'record'> {
  const { supervisor } = running;
  return {
    async state(matches) {
      while (!matches(supervisor.state)) await once(supervisor, 'state');
      return supervisor.state;
    },
    record: (id) =>
      readFileSync(join(folder, `${id}.jsonl`), 'utf8')
        .split('\n')
        .slice(0, -1),
  };
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Keeps its cookie and says where it comes from, as browsers do. */
export class Browser {
  readonly url: string;
  cookie = '';

  constructor(url: string) {
    this.url = url;
  }

  async ask(path: string, init: RequestInit = {}): Promise<Reply> {
    const headers = { cookie: this.cookie, ...(init.headers as Record<string, string>) };
    const response = await fetch(`${this.url}${path}`, { redirect: 'manual', ...init, headers });
    const set = response.headers.get('set-cookie');
    if (set !== null) this.cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    checkExchange({
      method: init.method ?? 'GET',
      url: `${this.url}${path}`,
      body: init.body,
      status: response.status,
      headers: response.headers,
      text,
    });
    const json = response.headers.get('content-type')?.includes('json') === true;
    const body = json ? (JSON.parse(text) as Reply['body']) : { text };
    return { status: response.status, headers: response.headers, body };
  }

  get(path: string): Promise<Reply> {
    return this.ask(path);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    return this.ask(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: this.url, ...headers },
    });
  }

  /** @throws where it is refused */
  async done(path: string, body: unknown = {}): Promise<Reply['body']> {
    const reply = await this.post(path, body);
    if (reply.status === 200) return reply.body;
    throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  }

  /** A whole treatment, screened all clear. */
  start(): Promise<Reply['body']> {
    const screening = { answers: 'all-clear' };
    return this.done('/api/v1/treatments', { prescription, screening });
  }

  command(name: string): Promise<Reply['body']> {
    return this.done(`/api/v1/commands/${name}`);
  }

  /** Opens the event stream; `lastEventId` is sent where it is given. */
  async events(lastEventId?: string): Promise<EventReader> {
    const headers: Record<string, string> = { cookie: this.cookie };
    if (lastEventId !== undefined) headers['last-event-id'] = lastEventId;
    const abort = new AbortController();
    const url = `${this.url}/api/v1/events`;
    const response = await fetch(url, { headers, signal: abort.signal });
    if (response.ok) {
      const { status, headers: answered } = response;
      checkExchange({ method: 'GET', url, status, headers: answered, text: '' });
    }
    return new EventReader(response, abort);
  }
}

export interface SeenEvent {
  readonly event: string;
  readonly id: string | null;
  readonly data: string;
}

/** Reads a stream of Server-Sent Events, one after the other. */
export class EventReader {
  readonly status: number;
  readonly #abort: AbortController;
  readonly #reader;
  readonly #decoder = new TextDecoder();
  #rest = '';

  constructor(response: Response, abort: AbortController) {
    this.status = response.status;
    this.#abort = abort;
    this.#reader = response.body?.getReader();
  }

  /** All events up to the first that matches, that one included. */
  async until(matches: (event: SeenEvent) => boolean): Promise<SeenEvent[]> {
    const seen: SeenEvent[] = [];
    for (;;) {
      for (let event = this.#take(); event !== null; event = this.#take()) {
        seen.push(event);
        if (matches(event)) return seen;
      }
      const chunk = await this.#reader?.read();
      if (chunk === undefined || chunk.done) throw new Error('the stream has ended');
      this.#rest += this.#decoder.decode(chunk.value, { stream: true });
    }
  }

  #take(): SeenEvent | null {
    for (;;) {
      const end = this.#rest.indexOf('\n\n');
      if (end < 0) return null;
      const lines = this.#rest.slice(0, end).split('\n');
      this.#rest = this.#rest.slice(end + 2);
      const field = (name: string): string | null =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
      const event = field('event');
      if (event === null) continue;
      const seen = { event, id: field('id'), data: field('data') ?? '' };
      checkEvent(event, seen.id, seen.data);
      return seen;
    }
  }

  close(): void {
    this.#abort.abort();
  }
}

export const isSummary = ({ event, data }: SeenEvent): boolean =>
  event === 'record' && data.includes('"type":"summary"');
export const linesOf = (events: readonly SeenEvent[]): string[] =>
  events.filter(({ event }) => event === 'record').map(({ data }) => data);
