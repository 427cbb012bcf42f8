/** What a part is in the circuit: its pins, and the net at each of them. */

export interface Component {
  /** As printed in the schematic. */
  readonly ref: string;
  /** Row of the list of parts that it is bought by. */
  readonly part: string;
  readonly value: string;
  /** Net at each pin. */
  readonly pins: Readonly<Record<string, string>>;
  /** Where it has to sit, for whoever lays out or wires it. */
  readonly place?: string;
  /** May be left out; the text says what is then wired instead. */
  readonly option?: string;
}

/** A part with two pins, 1 and 2. */
export const between = (
  ref: string,
  part: string,
  value: string,
  first: string,
  second: string,
  place?: string,
): Component => ({
  ref,
  part,
  value,
  pins: { 1: first, 2: second },
  ...(place === undefined ? {} : { place }),
});

/** A diode of any kind: anode, cathode. */
export const diode = (
  ref: string,
  part: string,
  value: string,
  anode: string,
  cathode: string,
  place?: string,
): Component => ({
  ref,
  part,
  value,
  pins: { A: anode, K: cathode },
  ...(place === undefined ? {} : { place }),
});
