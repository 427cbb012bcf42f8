/** Source → tests that must notice mistakes in it. */
export const testsOfSources: Readonly<Record<string, readonly string[]>>;
export interface Suite {
  readonly path: string;
  readonly tests: readonly string[];
  /** Every mistake in it must be noticed, or have a reason. */
  readonly held: boolean;
  readonly whole: boolean;
}
export const suites: readonly Suite[];
