/** How the API says no: every error of it is this JSON object, with a code that programs can match on. */
import { z } from 'zod';

interface ErrorFacts {
  readonly status: ErrorStatus;
  /** When it comes, and what it says besides its code; one sentence or two. */
  readonly means: string;
}
export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503 | 504;

/** The one table of codes of the API itself: what answers, the description and docs/api.md say of them comes from here. */
export const apiErrors = {
  BAD_REQUEST: {
    status: 400,
    means:
      'Malformed JSON, an unknown field, a value out of its range, no `Host`; `where` names the field.',
  },
  NOT_JSON: { status: 415, means: 'A body that is not `application/json`.' },
  NOT_SIGNED_IN: { status: 401, means: 'No session, or one that is forged or over.' },
  SIGN_IN_REFUSED: {
    status: 401,
    means: 'Wrong name, password or code; which of them is not told.',
  },
  ROLE_TOO_LOW: { status: 403, means: 'The role may not do this; `what` says which may.' },
  NOT_THAT_PERSON: {
    status: 403,
    means:
      'A decision in the name of somebody who has not proven to be there: it takes their own session, or their password.',
  },
  WRONG_ORIGIN: {
    status: 403,
    means:
      'The request comes from a page of another site, or calls the server by a name that is not its own.',
  },
  NOT_FOUND: { status: 404, means: 'There is nothing at this path.' },
  NOT_ALLOWED_NOW: {
    status: 409,
    means:
      'The session does not allow this command now; `what` says why. `offers` of the state said so beforehand.',
  },
  KEY_REUSED: {
    status: 409,
    means: 'The same `Idempotency-Key` came with another request before.',
  },
  ALREADY_SET_UP: { status: 409, means: 'The first account exists already.' },
  NAME_TAKEN: {
    status: 409,
    means: 'There is an account of that name, or of one that would be taken for it.',
  },
  TOO_LARGE: {
    status: 413,
    means: 'A body that is too large, or does not say its length; too many accounts.',
  },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    means: 'Too many passwords or codes were tried; `Retry-After` says when to come again.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    means:
      'Too many requests of one address; `Retry-After` says when to come again. STOP is never one too many.',
  },
  TOO_BUSY: { status: 503, means: 'Too much is asked for at once; the same again in a moment.' },
  TOO_MANY_STREAMS: { status: 503, means: 'Too many event streams are open.' },
  DEVICE_LOST: { status: 503, means: 'There is no device process to ask now; it is started anew.' },
  DEVICE_SILENT: { status: 504, means: 'The device did not answer in time.' },
  DEFECT: { status: 500, means: 'An internal error; please report it.' },
} as const satisfies Readonly<Record<string, ErrorFacts>>;
export type ApiErrorCode = keyof typeof apiErrors;

/** Codes of the program below that an answer may bear; the command line says the same ones. */
export const programErrors = {
  PRESCRIPTION_UNKNOWN: { status: 422, means: 'There is no preset of that name.' },
  PRESCRIPTION_INVALID: {
    status: 422,
    means: 'The text is YAML and no prescription; `where` names line and column.',
  },
  YAML_MALFORMED: { status: 422, means: 'The text is no YAML; `where` names line and column.' },
  LIMITS_EXCEEDED: {
    status: 422,
    means:
      'Beyond the limits in force, alone or with the sessions before; `what` names field, value and bound.',
  },
  LIMITS_INVALID: {
    status: 422,
    means: 'The file of the clinic’s limits, by which the server was started, is none.',
  },
  SCREENING_DECLINED: {
    status: 422,
    means:
      'The answers end in no treatment, or want a clinician’s decision or a confirmation; `what` says which.',
  },
  RECORD_UNKNOWN: { status: 404, means: 'There is no record of that id.' },
  BOARD_UNGUARDED: {
    status: 409,
    means: 'The board does not prove that it is guarded: nobody is treated through it.',
  },
  GUARD_TRIPPED: {
    status: 409,
    means: 'A trip of the board or of the last treatment is still latched: the command `reset`.',
  },
  FILE_UNREADABLE: { status: 500, means: 'A file beside the server cannot be read.' },
  FILE_UNWRITABLE: { status: 500, means: 'A file beside the server cannot be written.' },
  RECORD_UNWRITABLE: { status: 500, means: 'The record cannot be kept: there is no treatment.' },
} as const satisfies Readonly<Record<string, ErrorFacts>>;
export type ProgramErrorCode = keyof typeof programErrors;

/** Everything that an answer may bear as its code. */
export const knownErrors: Readonly<Record<ApiErrorCode | ProgramErrorCode, ErrorFacts>> = {
  ...apiErrors,
  ...programErrors,
};
export type KnownErrorCode = keyof typeof knownErrors;

/** The body of every answer that says no. */
export const apiErrorSchema = z
  .strictObject({
    code: z
      .string()
      .meta({ description: 'A stable name for programs; each answer lists those that it may be.' }),
    what: z.string().meta({ description: 'What happened, one sentence without a final stop.' }),
    where: z.string().nullable().meta({
      description: 'A field, a line of a text, a header; null where there is no place to name.',
    }),
    fix: z.string().min(1).meta({ description: 'What whoever asked can do about it.' }),
  })
  .meta({ id: 'Error' });
export type ApiError = z.infer<typeof apiErrorSchema>;
