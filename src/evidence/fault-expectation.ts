/**
 * What each fault of the simulator must come to when it strikes in a treatment: which rules may name it, or why none
 * has to. A fault that is in neither list is an error of the table.
 */
export interface FaultExpectation {
  /** The rules that name this fault rightly; which one comes first depends on the moment. */
  readonly rules: readonly string[];
  /** Why a treatment may go on with it, at the moments at which no rule trips. */
  readonly harmless?: string;
  /** Why a treatment may end by itself, without a trip, and say that it was not delivered. */
  readonly undelivered?: string;
  /** Why the true plate may have missed its setpoint though the treatment was delivered by all that the device can know. */
  readonly misses?: string;
  /** No software can keep the plate within bounds: which part of the hardware must. */
  readonly hardware?: string;
}
