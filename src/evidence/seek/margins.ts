/**
 * What a search makes small: how far a treatment stayed from breaking each property, judged by the plant. 1 is far away, 0
 * the bound itself, below 0 it is broken; null where the property says nothing about this scenario.
 */
export const properties = [
  'plate-hot',
  'plate-cold',
  'dose',
  'cold-time',
  'off-in-time',
  'no-false-trip',
  'delivered',
  'setpoint-way',
  'relay-open',
  'laws',
] as const;
export type Property = (typeof properties)[number];
export type Margins = Readonly<Record<Property, number | null>>;

export const propertyWords: Readonly<Record<Property, string>> = {
  'plate-hot': 'the true plate stays below its upper bound',
  'plate-cold': 'the true plate stays above its lower bound',
  dose: 'the true heat dose stays below what any clinic may allow',
  'cold-time': 'the true cold minutes of the region stay below what any clinic may allow',
  'off-in-time': 'a dangerous cause ends the drive within one rotation',
  'no-false-trip': 'a healthy device does not trip',
  delivered: 'a phase that is called delivered was at its setpoint by the true plate',
  'setpoint-way': 'the setpoint in force runs to its target in the time of the ramp',
  'relay-open': 'a rail that is live behind an open relay trips',
  laws: 'no law is broken',
};

/** Beyond this a margin says no more. */
const furthest = 1;

/** NaN is no margin: what cannot be told counts as broken. */
export const marginOf = (share: number): number =>
  Number.isNaN(share) ? -furthest : Math.min(furthest, Math.max(-furthest, share));

export const isBroken = (margin: number | null): boolean => margin !== null && !(margin >= 0);

export const brokenIn = (margins: Margins): Property[] =>
  properties.filter((property) => isBroken(margins[property]));
