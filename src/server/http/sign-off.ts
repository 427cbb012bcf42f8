/** A decision bears the name of the person who made it (law L14): in their own session, or with their password now. */
import type { Context } from 'hono';
import { nameKey } from '../../records/person-name.ts';
import type { Person } from '../access/accounts.ts';
import type { Screening } from '../device/messages.ts';
import type { ScreeningRequest } from '../contract/requests.ts';
import type { Env, ServerParts } from '../parts.ts';
import { Refusal } from '../refusal.ts';

/** Whoever asks, as far as it can be told. */
export const addressOf = (c: Context<Env>): string => c.get('address');

/** The person of that name and password; null where there is none. @throws Refusal TOO_MANY_ATTEMPTS */
export async function personByPassword(
  c: Context<Env>,
  { accounts, attempts }: ServerParts,
  name: string,
  password: string,
): Promise<Person | null> {
  const attempt = attempts.begin(name, addressOf(c));
  const person = await accounts.personWith(name, password);
  if (person !== null) attempt.succeeded();
  else if (attempt.late !== null) throw attempt.late;
  return person;
}

/**
 * The answers as the device hears them: the clinician who decided is known by now, and no password goes further.
 * @throws Refusal NOT_THAT_PERSON, ROLE_TOO_LOW, TOO_MANY_ATTEMPTS
 */
export async function signedOff(
  c: Context<Env>,
  parts: ServerParts,
  asks: Person,
  { answers, words, confirmed, override }: ScreeningRequest,
): Promise<Screening> {
  const told = {
    answers,
    ...(words === undefined ? {} : { words }),
    ...(confirmed === undefined ? {} : { confirmed }),
  };
  if (override === undefined) return told;
  const { clinician, reason, password } = override;
  const { name, role } =
    nameKey(clinician) === nameKey(asks.name)
      ? asks
      : await otherPerson(c, parts, clinician, password);
  if (role !== 'clinician') {
    throw new Refusal('ROLE_TOO_LOW', {
      what: `${name} signs in as ${role}, and this is for a clinician to decide`,
      where: 'override.clinician',
      fix: 'Ask a clinician to sign in, or to enter their password here.',
    });
  }
  return { ...told, override: { clinician: name, reason } };
}

async function otherPerson(
  c: Context<Env>,
  parts: ServerParts,
  name: string,
  password: string | undefined,
): Promise<Person> {
  const person = password === undefined ? null : await personByPassword(c, parts, name, password);
  if (person !== null) return person;
  throw new Refusal('NOT_THAT_PERSON', {
    what:
      password === undefined
        ? 'this decision would bear the name of somebody else'
        : 'name or password of the clinician are not right',
    where: password === undefined ? 'override.clinician' : 'override.password',
    fix: 'The clinician signs in, or enters their password for this decision.',
  });
}
