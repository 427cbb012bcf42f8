/** The outermost edge of the page: answers to its requests, made up by a test, and what it asked for. */
import { vi } from 'vitest';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Answers by method and path (`GET /device`); anything else is refused as a server would. */
export class Network {
  readonly asked: Asked[] = [];
  readonly answers: Record<string, unknown>;

  /** Until `vi.unstubAllGlobals()`. */
  constructor(answers: Record<string, unknown>) {
    this.answers = answers;
    vi.stubGlobal('fetch', (address: string, init: RequestInit) => this.answer(address, init));
  }

  private answer(address: string, { method = 'GET', body }: RequestInit): Promise<unknown> {
    const path = address.replace(/^\/api\/v1/, '');
    this.asked.push({ method, path, body: body == null ? null : JSON.parse(body as string) });
    const found = this.answers[`${method} ${path}`];
    const unknown = { code: 'NOT_FOUND', what: 'unknown', where: path, fix: 'none' };
    const [ok, status] = found === undefined ? [false, 404] : [true, 200];
    return Promise.resolve({ ok, status, json: () => Promise.resolve(found ?? unknown) });
  }
}
