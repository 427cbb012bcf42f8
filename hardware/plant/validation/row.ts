/** One comparison of the model with a figure from elsewhere. */
export interface ValidationRow {
  readonly what: string;
  readonly expected: number;
  readonly got: number;
  /** Largest absolute difference that is accepted. */
  readonly tolerance: number;
  readonly ok: boolean;
}

/** A row with an absolute tolerance. Not a number is never ok. */
export function rowAbsolute(
  what: string,
  expected: number,
  got: number,
  tolerance: number,
): ValidationRow {
  const ok = got === expected || Math.abs(got - expected) <= tolerance;
  return { what, expected, got, tolerance, ok };
}

/** A row whose tolerance is a share of the expected value. */
export function rowRelative(
  what: string,
  expected: number,
  got: number,
  share: number,
): ValidationRow {
  return rowAbsolute(what, expected, got, Math.abs(expected) * share);
}
