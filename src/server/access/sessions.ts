/** Who has signed in: random tokens, of which only the hashes are kept, in memory alone. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Person } from './accounts.ts';

/** A working day; a page in use keeps its session. */
export const lastsMs = 12 * 3_600_000;
const mostSessions = 1000;
/** Of one person: on a page too many, the oldest signs out. */
const mostOfOne = 20;

interface Session {
  readonly person: Person;
  readonly untilMs: number;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Easy to read aloud and to type: no letters that look alike. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A code of that many letters, about 4.9 bits each. */
export function newCode(letters: number): string {
  let code = '';
  while (code.length < letters) {
    for (const byte of randomBytes(letters)) {
      if (byte < 248 && code.length < letters) code += alphabet[byte % alphabet.length];
    }
  }
  return code;
}

/** Takes as long for a wrong code as for the right one. */
export function isCode(given: string, wanted: string): boolean {
  const plain = given.toUpperCase().replaceAll(/[\s-]/g, '');
  return timingSafeEqual(Buffer.from(hashOf(plain)), Buffer.from(hashOf(wanted)));
}

export class Sessions {
  readonly #nowMs: () => number;
  readonly #sessions = new Map<string, Session>();

  /** @param nowMs a monotonic wall clock */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** The token for a new session of this person. */
  begin(person: Person): string {
    const token = randomBytes(32).toString('base64url');
    const keys = [...this.#sessions.keys()];
    const mine = keys.filter((key) => this.#sessions.get(key)?.person.name === person.name);
    const oldest = mine.length >= mostOfOne ? mine[0] : keys[0];
    const full = mine.length >= mostOfOne || keys.length >= mostSessions;
    if (full && oldest !== undefined) this.#sessions.delete(oldest);
    this.#sessions.set(hashOf(token), { person, untilMs: this.#nowMs() + lastsMs });
    return token;
  }

  /** Whose session that is; null for a forged, ended or old one. */
  personOf(token: string | undefined): Person | null {
    if (token === undefined) return null;
    const key = hashOf(token);
    const session = this.#sessions.get(key);
    if (session === undefined) return null;
    this.#sessions.delete(key);
    const nowMs = this.#nowMs();
    if (!(nowMs < session.untilMs)) return null;
    this.#sessions.set(key, { ...session, untilMs: nowMs + lastsMs });
    return session.person;
  }

  end(token: string | undefined): void {
    if (token !== undefined) this.#sessions.delete(hashOf(token));
  }
}
