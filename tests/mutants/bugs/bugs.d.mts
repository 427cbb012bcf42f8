export interface Bug {
  readonly number: number;
  readonly what: string;
  readonly path: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** Of those that have tests of their own. */
  readonly kind?: string;
  /** Test files; undefined where every layer is run against it. */
  readonly noticedBy?: readonly string[];
}
export const kinds: readonly string[];
export const bugs: readonly Bug[];
