/** Passwords, kept as scrypt hashes (RFC 7914). One is computed at a time: each takes 32 MB and some 60 ms. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../refusal.ts';

/** OWASP's Password Storage Cheat Sheet names N = 2^15, r = 8, p = 3 among its equals; memory is what hurts a guesser. */
const cost = { N: 32_768, r: 8, p: 3, maxmem: 64 * 1024 * 1024 } as const;
const keyBytes = 32;

export interface HashedPassword {
  /** Base64. */
  readonly salt: string;
  readonly hash: string;
}

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
/** A limit on everything: who waits longer than a second or two is better told so. */
const mostWaiting = 16;

/** @throws Refusal TOO_BUSY */
function derive(password: string, salt: Buffer): Promise<Buffer> {
  if (waiting >= mostWaiting) {
    const what = 'too many people sign in at this moment';
    throw new Refusal('TOO_BUSY', { what, fix: 'Try again in a moment. STOP needs no session.' });
  }
  waiting += 1;
  const derived = last.then(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, keyBytes, cost, (error, key) => {
          if (error === null) resolve(key);
          else reject(error);
        });
      }),
  );
  last = derived.then(over, over);
  return derived;
}

const over = (): void => {
  waiting -= 1;
};

export async function hashPassword(password: string): Promise<HashedPassword> {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return { salt: salt.toString('base64'), hash: key.toString('base64') };
}

/** Takes as long where there is no such account: whether there is one must not be measurable. */
export async function isPassword(
  password: string,
  stored: HashedPassword | undefined,
): Promise<boolean> {
  const salt = Buffer.from(stored?.salt ?? 'AAAAAAAAAAAAAAAAAAAAAA==', 'base64');
  const key = await derive(password, salt);
  const wanted = Buffer.from(stored?.hash ?? '', 'base64');
  return stored !== undefined && wanted.length === key.length && timingSafeEqual(wanted, key);
}
