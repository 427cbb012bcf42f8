export interface Fact {
  readonly number: number;
  readonly what: string;
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly noticedBy: readonly string[];
}
export const facts: readonly Fact[];
