/** The same request again, by its `Idempotency-Key`, gets the first answer again, and nothing is done twice. */
import { createHash } from 'node:crypto';
import { Refusal } from '../refusal.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

interface Kept {
  readonly request: string;
  readonly answer: Promise<Answer>;
  readonly untilMs: number;
}

export const keptMs = 600_000;
/** Of one person: whoever sends many forgets their own. */
export const mostKeptOfOne = 100;
const mostPeople = 1000;
export const keyPattern = /^[\w.:-]{1,100}$/;

export class Idempotency {
  readonly #nowMs: () => number;
  /** By person, in the order of asking. */
  readonly #people = new Map<string, Map<string, Kept>>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /**
   * @param owner whose key it is: nobody can fetch another one's answer
   * @throws Refusal KEY_REUSED where the key stood for another request before
   */
  async once(
    owner: string,
    key: string,
    request: string,
    act: () => Promise<Answer>,
  ): Promise<Answer> {
    const mine = this.#of(owner);
    const asked = hashOf(request);
    const before = mine.get(key);
    if (before !== undefined) {
      if (before.request === asked) return before.answer;
      const what = `the key "${key}" stood for another request before`;
      throw new Refusal('KEY_REUSED', { what, where: 'Idempotency-Key', fix: 'Use a new key.' });
    }
    const answer = act();
    mine.set(key, { request: asked, answer, untilMs: this.#nowMs() + keptMs });
    // What failed for a reason of ours may be tried again.
    void answer.then(
      ({ status }) => status >= 500 && mine.delete(key),
      () => mine.delete(key),
    );
    return answer;
  }

  /** What is kept of one person, with room for one more. */
  #of(owner: string): Map<string, Kept> {
    const mine = this.#people.get(owner) ?? new Map<string, Kept>();
    // Whoever asked last is forgotten last.
    this.#people.delete(owner);
    forgetFirst(this.#people, ({ size }) => size === 0, mostPeople);
    this.#people.set(owner, mine);
    forgetFirst(mine, ({ untilMs }) => untilMs <= this.#nowMs(), mostKeptOfOne);
    return mine;
  }
}

/** Forgets from the first on: what is over, and as many more as leave room for one. */
function forgetFirst<Value>(
  kept: Map<string, Value>,
  isOver: (value: Value) => boolean,
  most: number,
): void {
  for (const [key, value] of kept) {
    if (!isOver(value) && kept.size < most) return;
    kept.delete(key);
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
