/**
 * A heating rail above what its supply gives: the cooling rail feeds it through the modules, past a transistor that is
 * shorted or a leg that is stuck (hazard H02), or its own supply gives too much (H29). Shares of the cooling rail, for
 * host and board alike.
 */
export const liftedShares = {
  /** A body diode takes 0.8 V of 12 V; less what two dividers may differ by. */
  most: 0.965,
  /** Modules with a plate 45 K colder than their heatsink take another 2.2 V of a supply that has 10.2 V. */
  least: 0.7,
} as const;
