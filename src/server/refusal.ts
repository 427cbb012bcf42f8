/** Why a request is not fulfilled: one error for server and device process, which travels between them as data. */
import { CompanionError, messageOf } from '../errors.ts';
import { inApiWords } from './api-words.ts';
import type { ApiError, ApiErrorCode } from './contract/errors.ts';

interface Parts {
  readonly what: string;
  readonly where?: string;
  /** What whoever asked can do, one sentence or two. */
  readonly fix: string;
}

export class Refusal extends Error {
  readonly body: ApiError;

  constructor(code: ApiErrorCode, { what, where, fix }: Parts) {
    super(what);
    this.name = 'Refusal';
    this.body = { code, what, where: where ?? null, fix };
  }

  /** One that was made elsewhere. */
  static of(body: ApiError): Refusal {
    const refusal = new Refusal('DEFECT', { what: body.what, fix: body.fix });
    return Object.assign(refusal, { body });
  }
}

/** The session does not allow it now. */
export const notNow = (what: string, fix: string): Refusal =>
  new Refusal('NOT_ALLOWED_NOW', { what, fix });

export const reportIt = 'Please report it.';

/** The body for anything that was thrown; a defect tells no more than its message. */
export function errorBodyOf(thrown: unknown): ApiError {
  if (thrown instanceof Refusal) return thrown.body;
  if (thrown instanceof CompanionError) {
    const { what, where, fix } = thrown.parts;
    return {
      code: thrown.code,
      what: inApiWords(what),
      where: where ?? null,
      fix: inApiWords(fix ?? reportIt),
    };
  }
  return {
    code: 'DEFECT',
    what: `a defect of ours: ${messageOf(thrown)}`,
    where: null,
    fix: reportIt,
  };
}
