/** One line of the doctor's report. */
export type Verdict = 'ok' | 'warn' | 'fail';

export interface Check {
  readonly name: string;
  readonly verdict: Verdict;
  readonly finding: string;
  /** What to do; absent where all is well. */
  readonly fix?: string;
}

/** Pure: facts in, verdict out. `null` where there is nothing to say. */
export interface Examination<Facts> {
  readonly name: string;
  readonly judge: (facts: Facts) => Judged | null;
}
export type Judged = Omit<Check, 'name'>;

export const ok = (finding: string): Judged => ({ verdict: 'ok', finding });
export const warn = (finding: string, fix: string): Judged => ({ verdict: 'warn', finding, fix });
export const fail = (finding: string, fix: string): Judged => ({ verdict: 'fail', finding, fix });

/** Every examination of a table over the same facts, in its order. */
export function examine<Facts>(examinations: readonly Examination<Facts>[], facts: Facts): Check[] {
  return examinations.flatMap(({ name, judge }) => {
    const judged = judge(facts);
    return judged === null ? [] : [{ name, ...judged }];
  });
}
