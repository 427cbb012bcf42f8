/** Requests to the server that brought this page, and to nobody else. */
import type { ApiError } from '../../server/contract/errors.ts';

const base = '/api/v1';

/** What came instead of an answer: the server's own words, or that there is no server. */
export class Refusal extends Error {
  readonly error: ApiError;
  readonly status: number;

  /** @param status of HTTP; 0: no answer at all */
  constructor(error: ApiError, status: number) {
    super(error.what);
    this.error = error;
    this.status = status;
  }
}

const noAnswer: ApiError = { code: 'NO_ANSWER', what: '', where: null, fix: 'Try again.' };

async function refusalOf(response: Response): Promise<Refusal> {
  try {
    return new Refusal((await response.json()) as ApiError, response.status);
  } catch {
    return new Refusal({ ...noAnswer, what: response.statusText }, response.status);
  }
}

/** A request that is not answered is no reason to wait for ever. */
const answerAllowedMs = 15_000;

async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(base + path, { signal: AbortSignal.timeout(answerAllowedMs), ...init });
  } catch {
    throw new Refusal(noAnswer, 0);
  }
  if (!response.ok) throw await refusalOf(response);
  return response.status === 204 ? (undefined as Answer) : ((await response.json()) as Answer);
}

export const get = <Answer>(path: string): Promise<Answer> => ask<Answer>(path, {});

/** Each wish has a key of its own: one that is sent twice by a bad network is done once. */
export const post = <Answer>(
  path: string,
  body: object = {},
  more: Pick<RequestInit, 'keepalive'> = {},
): Promise<Answer> =>
  ask<Answer>(path, {
    ...more,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() },
    body: JSON.stringify(body),
  });

/** `crypto.randomUUID` needs a secure context, and a tablet on the clinic's network may have none. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const addressOf = (path: string): string => base + path;
