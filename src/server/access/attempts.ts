/**
 * How often somebody may try a password or a code: counted by person, by address and in all. A try that turns out right
 * is given back, and nothing else: a sign-in of one's own between two guesses forgets no guess.
 *
 * Whoever guesses must not keep the real person out. From where that person has signed in before, only what comes from
 * there counts; and even when that is too much, a right password is still heard, at a slower pace.
 */
import { nameKey } from '../../records/person-name.ts';
import { networkOf } from '../http/addresses.ts';
import { Refusal } from '../refusal.ts';

interface Pace {
  readonly atOnce: number;
  /** After that, one so often. */
  readonly everyMs: number;
}

export const paces = {
  address: { atOnce: 5, everyMs: 10_000 },
  /** Faster than one address may be: a single guesser cannot use up what a person has. */
  person: { atOnce: 10, everyMs: 5000 },
  all: { atOnce: 50, everyMs: 1000 },
  /** A person at an address where that person has signed in. */
  usual: { atOnce: 5, everyMs: 10_000 },
  /** The same when that is used up: still heard, and a wrong try is told nothing but to wait. */
  slow: { atOnce: 5, everyMs: 2000 },
} as const satisfies Readonly<Record<string, Pace>>;
type Kind = keyof typeof paces;

const mostBuckets = 10_000;
const mostUsualPlaces = 2000;

export interface Attempt {
  /** Too many already: what is wrong now is answered as too many. */
  readonly late: TooMany | null;
  /** It was right: the try is given back, and this is from now on a usual place of that person. */
  succeeded(): void;
}

export class Attempts {
  readonly #nowMs: () => number;
  /** When the whole allowance will be back. */
  readonly #fullAtMs = new Map<string, number>();
  /** Person and address, the one used last at the end. */
  readonly #usual = new Set<string>();

  /** @param nowMs a monotonic wall clock */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /**
   * Takes one try. @param person a name as it was typed, or what else is guessed at
   * @throws Refusal TOO_MANY_ATTEMPTS, with nothing taken
   */
  begin(person: string, address: string): Attempt {
    const who = nameKey(person);
    const from = networkOf(address);
    const place = `${who}\n${from}`;
    const taken = this.#usual.has(place)
      ? this.#takeUsual(place)
      : {
          buckets: this.#take([bucket('person', who), bucket('address', from), bucket('all', '')]),
          late: null,
        };
    return {
      late: taken.late,
      succeeded: () => {
        for (const one of taken.buckets) this.#giveBack(one);
        this.#remember(place);
      },
    };
  }

  #takeUsual(place: string): { buckets: readonly Bucket[]; late: TooMany | null } {
    const usual = bucket('usual', place);
    const waitMs = this.#waitMs(usual);
    if (!(waitMs > 0)) return { buckets: this.#take([usual]), late: null };
    return { buckets: this.#take([bucket('slow', place)]), late: tooMany(waitMs) };
  }

  #take(buckets: readonly Bucket[]): readonly Bucket[] {
    const waitMs = Math.max(...buckets.map((one) => this.#waitMs(one)));
    if (waitMs > 0) throw tooMany(waitMs);
    const nowMs = this.#nowMs();
    this.#forget(nowMs);
    for (const { key, pace } of buckets) {
      this.#fullAtMs.set(key, Math.max(nowMs, this.#fullAtMs.get(key) ?? 0) + pace.everyMs);
    }
    return buckets;
  }

  #giveBack({ key, pace }: Bucket): void {
    const fullAtMs = this.#fullAtMs.get(key);
    if (fullAtMs !== undefined) this.#fullAtMs.set(key, fullAtMs - pace.everyMs);
  }

  #waitMs({ key, pace }: Bucket): number {
    const owedMs = (this.#fullAtMs.get(key) ?? 0) - this.#nowMs();
    return owedMs - (pace.atOnce - 1) * pace.everyMs;
  }

  #remember(place: string): void {
    this.#usual.delete(place);
    this.#usual.add(place);
    const [oldest] = this.#usual;
    if (this.#usual.size > mostUsualPlaces && oldest !== undefined) this.#usual.delete(oldest);
  }

  /** What is paid back is forgotten; what is not is bounded by what may be tried in all and by the usual places. */
  #forget(nowMs: number): void {
    if (this.#fullAtMs.size < mostBuckets) return;
    for (const [key, fullAtMs] of this.#fullAtMs) if (fullAtMs <= nowMs) this.#fullAtMs.delete(key);
  }
}

interface Bucket {
  readonly key: string;
  readonly pace: Pace;
}

const bucket = (kind: Kind, of: string): Bucket => ({ key: `${kind} ${of}`, pace: paces[kind] });

const tooMany = (waitMs: number): TooMany => new TooMany(Math.ceil(waitMs / 1000));

export class TooMany extends Refusal {
  readonly retryAfterS: number;

  constructor(retryAfterS: number) {
    super('TOO_MANY_ATTEMPTS', {
      what: 'too many attempts',
      fix: `Try again in ${retryAfterS} s. STOP needs no session.`,
    });
    this.retryAfterS = retryAfterS;
  }
}
