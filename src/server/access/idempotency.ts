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

const keptMs = 600_000;
const mostKept = 1000;
export const keyPattern = /^[\w.:-]{1,100}$/;

export class Idempotency {
  readonly #nowMs: () => number;
  readonly #kept = new Map<string, Kept>();

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
    const id = hashOf(`${owner}\n${key}`);
    const asked = hashOf(request);
    this.#forget();
    const before = this.#kept.get(id);
    if (before !== undefined) {
      if (before.request === asked) return before.answer;
      const what = `the key "${key}" stood for another request before`;
      throw new Refusal('KEY_REUSED', { what, where: 'Idempotency-Key', fix: 'Use a new key.' });
    }
    const answer = act();
    this.#kept.set(id, { request: asked, answer, untilMs: this.#nowMs() + keptMs });
    // What failed for a reason of ours may be tried again.
    void answer.then(
      ({ status }) => status >= 500 && this.#kept.delete(id),
      () => this.#kept.delete(id),
    );
    return answer;
  }

  #forget(): void {
    const nowMs = this.#nowMs();
    for (const [id, { untilMs }] of this.#kept) {
      if (untilMs > nowMs && this.#kept.size < mostKept) return;
      this.#kept.delete(id);
    }
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
