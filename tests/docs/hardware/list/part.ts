/** A row of the list of parts. How many of it there are, and at which pins, the circuit says. */
import type { HazardId } from '../../../../src/safety/hazards.ts';
import type { LawId } from '../../hazards/laws.ts';

export interface Part {
  readonly name: string;
  /** What it has to be: ratings. */
  readonly buy: string;
  /** One that can be ordered, by the name that it is sold under. */
  readonly order: string;
  /** For all pieces of the row together, at a shop that sells one of each. */
  readonly euros: readonly [least: number, most: number];
  readonly why: string;
  readonly reasons: readonly (HazardId | LawId)[];
  readonly without: string;
  /** Current that the part must carry for ever, and what it is rated for, in amperes. */
  readonly carriesA?: number;
  readonly ratedA?: number;
  /** Several small parts that are bought as one row. */
  readonly isSet?: true;
  /** Of parts that are in no circuit: plate, wire. */
  readonly pieces?: number;
  /** Without it the device still works, with less protection. */
  readonly isOption?: true;
  /** Pins of the circuit at which a program judges it. */
  readonly judgedAt?: readonly string[];
}

export interface Group {
  readonly title: string;
  readonly parts: readonly Part[];
}
