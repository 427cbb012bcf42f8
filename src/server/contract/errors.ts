/** How the API says no: every error of it is this JSON object, with a code that programs can match on. */
import { z } from 'zod';

/** Codes of the API itself. Errors of the program below (`LIMITS_EXCEEDED`, `YAML_MALFORMED` …) keep their own codes. */
export const apiErrorCodes = [
  /** Malformed JSON, an unknown field, a value out of its range; `where` names the field. 400 */
  'BAD_REQUEST',
  /** A body that is not `application/json`. 415 */
  'NOT_JSON',
  /** No session, or one that is forged or over. 401 */
  'NOT_SIGNED_IN',
  /** Wrong name, password or code; which of them is not told. 401 */
  'SIGN_IN_REFUSED',
  /** The role may not do this. 403 */
  'ROLE_TOO_LOW',
  /** A decision in the name of somebody who has not proven to be there: their own sign-in or password is needed. 403 */
  'NOT_THAT_PERSON',
  /** The request comes from another site. 403 */
  'WRONG_ORIGIN',
  'NOT_FOUND',
  /** The session does not allow this command now; `what` says why. 409 */
  'NOT_ALLOWED_NOW',
  /** The same `Idempotency-Key` came with another request before. 409 */
  'KEY_REUSED',
  /** The first account exists already. 409 */
  'ALREADY_SET_UP',
  /** There is an account of that name. 409 */
  'NAME_TAKEN',
  'TOO_LARGE',
  /** Too many attempts; the header `Retry-After` says when to come again. 429 */
  'TOO_MANY_ATTEMPTS',
  /** Too many requests of one address; `Retry-After` says when to come again. STOP is never one too many. 429 */
  'TOO_MANY_REQUESTS',
  /** Too much is asked for at once; the same again in a moment. 503 */
  'TOO_BUSY',
  /** Too many open event streams. 503 */
  'TOO_MANY_STREAMS',
  /** There is no device process to ask now. 503 */
  'DEVICE_LOST',
  /** The device did not answer in time. 504 */
  'DEVICE_SILENT',
  /** STOP was sent and not confirmed: cut the power. 504 */
  'STOP_NOT_CONFIRMED',
  'DEFECT',
] as const;
export type ApiErrorCode = (typeof apiErrorCodes)[number];

/** The body of every answer that is not 2xx. */
export const apiErrorSchema = z
  .strictObject({
    /** One of `apiErrorCodes`, or a code of the program (`LIMITS_EXCEEDED` …). */
    code: z.string(),
    /** What happened, one sentence without a final stop. */
    what: z.string(),
    /** A field, a line of a file, a path; null where there is no place to name. */
    where: z.string().nullable(),
    /** What whoever asked can do about it. */
    fix: z.string().min(1),
  })
  .meta({ id: 'Error' });
export type ApiError = z.infer<typeof apiErrorSchema>;
